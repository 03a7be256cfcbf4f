"""Who issues: letterhead, symbol, names of itself and of those who work for it, seal and signature."""
from dataclasses import dataclass, field

from words import CITIES, COMMUNES, PROVINCES, SECTORS

STATE_MOTTO = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
PARTY_MOTTO = ["ĐẢNG CỘNG SẢN VIỆT NAM"]


@dataclass
class Place:
    unit: str            # xã | phường | đặc khu
    commune: str
    province: str
    city: bool

    def province_name(self):
        return ("thành phố " if self.city else "tỉnh ") + self.province


@dataclass
class Issuer:
    level: str           # central | ministry | province | department | commune | party | partyCommune
    left: list           # lines of the letterhead
    place: str           # where it signs
    name: str            # the gold
    prose: list          # what it calls itself in sentences
    suffix: str          # what stands after the type in its symbols
    party: bool
    types: list
    leads: list
    collectives: list
    signs: list          # (lines before the name, position)
    recipients: list
    parent: str = ""


COMMUNE_LEADS = ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND {u}", "Trung tâm Phục vụ hành chính công {u}", "Công an {u}",
                 "Ban Chỉ huy Quân sự {u}", "Trạm Y tế {u}", "Hội Nông dân {u}", "Hội Liên hiệp Phụ nữ {u}", "Ủy ban MTTQ Việt Nam {u}", "Đoàn Thanh niên {u}",
                 "Hội Cựu chiến binh {u}"]
PROVINCE_LEADS = [f"Sở {s}" for s in SECTORS] + ["Công an tỉnh", "Văn phòng UBND tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Thanh tra tỉnh", "Thuế tỉnh", "Ban Quản lý các khu công nghiệp"]
MINISTRY_LEADS = ["Vụ Kế hoạch - Tài chính", "Cục Chuyển đổi số", "Vụ Pháp chế", "Vụ Tổ chức cán bộ", "Vụ Hợp tác quốc tế", "Viện Chiến lược", "Viện Công nghệ số và Chuyển đổi số quốc gia", "Trung tâm Thông tin", "Văn phòng Bộ"]
PARTY_LEADS = ["Văn phòng Tỉnh ủy", "Ban Tổ chức Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy", "Ban Nội chính Tỉnh ủy", "Đảng ủy UBND tỉnh",
               "Đảng ủy các cơ quan Đảng tỉnh", "Ủy ban MTTQ Việt Nam tỉnh", "Đảng ủy Công an tỉnh"]
PARTY_COMMUNE_LEADS = ["Văn phòng Đảng ủy", "Ban Xây dựng Đảng", "Ủy ban Kiểm tra Đảng ủy", "Đảng ủy UBND {u}", "Ủy ban MTTQ Việt Nam {u}", "Công an {u}",
                       "Ban Chỉ huy Quân sự {u}", "Trung tâm Chính trị {u}"]
CENTRAL_LEADS = [f"Bộ {s}" for s in SECTORS] + ["Bộ Công an", "Bộ Quốc phòng", "Văn phòng Chính phủ", "Thanh tra Chính phủ", "Ngân hàng Nhà nước Việt Nam"]
# (level, name, code) of bodies whose names hold "số" or go on in small letters behind a comma or "và"
LONG_NAMES = [("ministry", "Cục Chuyển đổi số quốc gia", "CĐSQG"), ("ministry", "Viện Công nghệ số và Chuyển đổi số quốc gia", "VCNS"), ("department", "Trung tâm Chuyển đổi số", "TTCĐS"),
              ("department", "Ban Chỉ đạo về chuyển đổi số tỉnh", "BCĐ"), ("department", "Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh", "BCĐ"),
              ("department", "Hội đồng thi đua, khen thưởng tỉnh", "HĐTĐKT"), ("commune", "Tổ công nghệ số cộng đồng", "TCNS"), ("commune", "Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn xã", "BCH")]
STATE_TYPES = ["kế hoạch"] * 5 + ["công văn"] * 3 + ["quyết định"] * 3 + ["báo cáo", "thông báo", "tờ trình", "chỉ thị", "hướng dẫn"]
PARTY_TYPES = ["kế hoạch"] * 4 + ["nghị quyết", "chỉ thị", "chương trình", "hướng dẫn", "báo cáo", "quyết định", "công văn", "thông báo"]


def make_place(rng):
    city = rng.random() < 0.2
    return Place(rng.choices(["xã", "phường", "đặc khu"], [6, 3, 0.5])[0], rng.choice(COMMUNES), rng.choice(CITIES if city else PROVINCES), city)


def fill(names, place):
    return [n.replace("{u}", place.unit) for n in names]


def committee(rng, place):
    u, U, name = place.unit, place.unit.upper(), place.commune
    left = rng.choice([["ỦY BAN NHÂN DÂN", f"{U} {name.upper()}"], ["UỶ BAN NHÂN DÂN", f"{U} {name.upper()}"], [f"ỦY BAN NHÂN DÂN {U} {name.upper()}"],
                       [f"UBND {U} {name.upper()}"], [f"{place.province_name().upper()}", f"ỦY BAN NHÂN DÂN {U} {name.upper()}"]])
    return Issuer("commune", left, name, f"UBND {u} {name}", [f"UBND {u} {name}", f"Ủy ban nhân dân {u} {name}", f"UBND {u}"], "UBND", False, STATE_TYPES,
                  fill(COMMUNE_LEADS, place), fill(["Các cơ quan, đơn vị", "Các thôn, tổ dân phố", "Các trường học trên địa bàn {u}", "Các phòng, ban, đơn vị thuộc {u}"], place),
                  signs_of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), ["UBND tỉnh (báo cáo)", f"Thường trực Đảng ủy, HĐND {u}", f"Lãnh đạo UBND {u}",
                  "Các phòng chuyên môn", "Các thôn, tổ dân phố", "Như trên", "Lưu: VT."], parent=f"UBND tỉnh")


def province_committee(rng, place):
    full = place.province_name()
    left = rng.choice([["ỦY BAN NHÂN DÂN", full.upper()], [f"ỦY BAN NHÂN DÂN {full.upper()}"], ["UBND " + full.upper()]])
    leads = [l if not place.city else l.replace("tỉnh", "thành phố") for l in PROVINCE_LEADS]
    kind = "thành phố" if place.city else "tỉnh"
    return Issuer("province", left, place.province, f"UBND {full}", [f"UBND {full}", f"Ủy ban nhân dân {full}", f"UBND {kind}"], "UBND", False, STATE_TYPES, leads,
                  ["Các sở, ban, ngành", "UBND các xã, phường", "Các cơ quan, đơn vị, địa phương"], signs_of("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
                  ["Thủ tướng Chính phủ (báo cáo)", f"Thường trực Tỉnh ủy, HĐND {kind}" if not place.city else "Thường trực Thành ủy, HĐND thành phố",
                   f"Chủ tịch, các PCT UBND {kind}", f"Các sở, ban, ngành {kind}", "UBND các xã, phường", f"Lưu: VT, {rng.choice(['KGVX', 'TH', 'KT'])}."])


def department(rng, place):
    sector = rng.choice(list(SECTORS))
    full = place.province_name()
    left = rng.choice([[f"UBND {full.upper()}", f"SỞ {sector.upper()}"], ["ỦY BAN NHÂN DÂN", full.upper(), f"SỞ {sector.upper()}"], [f"ỦY BAN NHÂN DÂN {full.upper()}", f"SỞ {sector.upper()}"]])
    return Issuer("department", left, place.province, f"Sở {sector} {full}", [f"Sở {sector}"], SECTORS[sector][0], False,
                  ["kế hoạch", "kế hoạch", "công văn", "công văn", "công văn", "báo cáo", "tờ trình", "hướng dẫn", "thông báo", "quyết định"],
                  ["Văn phòng Sở", "Phòng Kế hoạch - Tài chính", "Phòng Quản lý chuyên ngành", "Thanh tra Sở", "Phòng Chuyển đổi số", "Trung tâm Chuyển đổi số", "Trung tâm Thông tin và Ứng dụng công nghệ", "Chi cục Quản lý chất lượng"],
                  ["Các phòng, đơn vị thuộc Sở", "Các đơn vị trực thuộc Sở"], [([], "GIÁM ĐỐC"), (["KT. GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC")],
                  [f"UBND {'thành phố' if place.city else 'tỉnh'} (báo cáo)", "Giám đốc, các Phó Giám đốc Sở", "Các phòng, đơn vị thuộc Sở", "Lưu: VT, VP."], parent="UBND tỉnh")


def ministry(rng, place):
    sector = rng.choice(list(SECTORS))
    return Issuer("ministry", [f"BỘ {sector.upper()}"], "Hà Nội", f"Bộ {sector}", [f"Bộ {sector}"], SECTORS[sector][1], False,
                  ["kế hoạch", "kế hoạch", "quyết định", "quyết định", "công văn", "công văn", "báo cáo", "chỉ thị"], MINISTRY_LEADS, ["Các đơn vị thuộc Bộ", "Các cơ quan, đơn vị thuộc Bộ"],
                  [([], "BỘ TRƯỞNG"), (["KT. BỘ TRƯỞNG"], "THỨ TRƯỞNG"), (["TL. BỘ TRƯỞNG"], "CHÁNH VĂN PHÒNG")],
                  ["Văn phòng Chính phủ", "Bộ trưởng (để báo cáo)", "Các Thứ trưởng", "UBND các tỉnh, thành phố trực thuộc Trung ương", "Cổng thông tin điện tử của Bộ", "Lưu: VT, KHTC."])


def government(rng, place):
    if rng.random() < 0.4:
        return Issuer("central", ["CHÍNH PHỦ"], "Hà Nội", "Chính phủ", ["Chính phủ"], "CP", False, ["nghị quyết"], CENTRAL_LEADS, ["Các bộ, cơ quan ngang bộ", "UBND các tỉnh, thành phố"],
                      [(["TM. CHÍNH PHỦ"], "THỦ TƯỚNG"), (["TM. CHÍNH PHỦ", "KT. THỦ TƯỚNG"], "PHÓ THỦ TƯỚNG")], ["Ban Bí thư Trung ương Đảng", "Các bộ, cơ quan ngang bộ", "Hội đồng nhân dân, Ủy ban nhân dân các tỉnh, thành phố", "Lưu: VT, KTTH."])
    return Issuer("central", ["THỦ TƯỚNG CHÍNH PHỦ"], "Hà Nội", "Thủ tướng Chính phủ", ["Thủ tướng Chính phủ"], "TTg", False, ["quyết định", "chỉ thị"], CENTRAL_LEADS,
                  ["Các bộ, cơ quan ngang bộ", "UBND các tỉnh, thành phố"], [([], "THỦ TƯỚNG"), (["KT. THỦ TƯỚNG"], "PHÓ THỦ TƯỚNG")],
                  ["Ban Bí thư Trung ương Đảng", "Thủ tướng, các Phó Thủ tướng Chính phủ", "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", "Lưu: VT, CN (2)."])


def council(rng, place):
    if rng.random() < 0.5:
        level, place_name, full, leads = "commune", place.commune, f"{place.unit} {place.commune}", fill(COMMUNE_LEADS, place)
    else:
        level, place_name, full, leads = "province", place.province, place.province_name(), PROVINCE_LEADS
    return Issuer(level, ["HỘI ĐỒNG NHÂN DÂN", full.upper()], place_name, f"HĐND {full}", [f"Hội đồng nhân dân {full}", f"HĐND {full}"], "HĐND", False, ["nghị quyết"], leads,
                  [f"Thường trực Hội đồng nhân dân, các Ban của Hội đồng nhân dân và đại biểu Hội đồng nhân dân"], [([], "CHỦ TỊCH"), (["TM. HỘI ĐỒNG NHÂN DÂN"], "CHỦ TỊCH"), (["KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH")],
                  ["Như Điều 3", "Đại biểu HĐND", "Trang thông tin điện tử", "Lưu: VT."])


def front(rng, place):
    full = f"{place.unit} {place.commune}"
    left = rng.choice([["ỦY BAN MTTQ VIỆT NAM", full.upper()], ["MẶT TRẬN TỔ QUỐC VIỆT NAM", f"ỦY BAN {full.upper()}"], ["ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", full.upper()]])
    if "TỔ QUỐC VIỆT NAM" == left[0][-16:] and left[0].startswith("MẶT"):
        left = ["MTTQ VIỆT NAM " + place.province_name().upper(), f"ỦY BAN MTTQ VIỆT NAM {full.upper()}"]
    return Issuer("commune", left, place.commune, f"Ủy ban MTTQ Việt Nam {full}", [f"Ủy ban MTTQ Việt Nam {full}", f"Ban Thường trực Ủy ban MTTQ Việt Nam {place.unit}"], rng.choice(["MTTQ-BTT", "MTTQ"]), False,
                  ["kế hoạch", "kế hoạch", "báo cáo", "công văn"], fill(["Hội Nông dân {u}", "Hội Liên hiệp Phụ nữ {u}", "Đoàn Thanh niên {u}", "Hội Cựu chiến binh {u}"], place),
                  ["Các tổ chức chính trị - xã hội", "Các Ban Công tác Mặt trận"], [(["TM. BAN THƯỜNG TRỰC"], "CHỦ TỊCH"), (["TM. BAN THƯỜNG TRỰC", "KT. CHỦ TỊCH"], "PHÓ CHỦ TỊCH")],
                  ["Thường trực Đảng ủy (báo cáo)", "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh", "Các tổ chức chính trị - xã hội", "Lưu VP."])


def party_province(rng, place):
    seat = ("Thành ủy " if place.city else "Tỉnh ủy ") + place.province
    short = seat.split()[0] + " ủy"
    leads = [l.replace("Tỉnh ủy", "Thành ủy").replace("tỉnh", "thành phố") if place.city else l for l in PARTY_LEADS]
    return Issuer("party", [seat.upper(), "*"], place.province, seat, [f"Ban Thường vụ {seat}", seat, f"Ban Thường vụ {short}", short], "TU", True, PARTY_TYPES, leads,
                  ["Các đảng ủy trực thuộc", "Các cấp ủy, tổ chức đảng"], [(["T/M BAN THƯỜNG VỤ"], "PHÓ BÍ THƯ"), (["T/M BAN THƯỜNG VỤ"], "BÍ THƯ"), (["T/M TỈNH ỦY" if not place.city else "T/M THÀNH ỦY"], "BÍ THƯ"),
                  (["T/M BAN THƯỜNG VỤ"], "PHÓ BÍ THƯ THƯỜNG TRỰC")], ["Ban Bí thư Trung ương Đảng (để báo cáo)", "Văn phòng Trung ương Đảng", "Các ban xây dựng Đảng", f"Các đồng chí {short}viên".replace("ủyviên", "ủy viên"), f"Lưu Văn phòng {short}"])


def party_commune(rng, place):
    full = f"{place.unit} {place.commune}"
    top = ("ĐẢNG BỘ " + place.province_name().upper())
    left = rng.choice([[top, f"ĐẢNG ỦY {full.upper()}", "*"], [top, f"ĐẢNG ỦY {full.upper()}"], [f"ĐẢNG ỦY {full.upper()}", "*"], [top, f"ĐẢNG UỶ {full.upper()}", "-----"]])
    return Issuer("partyCommune", left, place.commune, f"Đảng ủy {full}", [f"Ban Thường vụ Đảng ủy {full}", f"Đảng ủy {full}", "Đảng ủy", "Ban Thường vụ Đảng ủy"], "ĐU", True, PARTY_TYPES, fill(PARTY_COMMUNE_LEADS, place),
                  ["Các chi bộ trực thuộc", "Các chi, đảng bộ trực thuộc"], [(["T/M BAN THƯỜNG VỤ"], "BÍ THƯ"), (["T/M BAN THƯỜNG VỤ"], "PHÓ BÍ THƯ"), (["T/M ĐẢNG ỦY"], "PHÓ BÍ THƯ THƯỜNG TRỰC"), (["T/M ĐẢNG UỶ"], "BÍ THƯ")],
                  ["Ban Thường vụ Tỉnh ủy (để báo cáo)", f"Thường trực HĐND, UBND {place.unit}", "Các chi, đảng bộ trực thuộc", "Các đồng chí Đảng ủy viên", "Lưu Văn phòng Đảng ủy"])


def steering_committee(rng, place):
    full = f"{place.unit} {place.commune}"
    what = rng.choice(["về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số", "chuyển đổi số"])
    base = party_commune(rng, place)
    left = [f"ĐẢNG ỦY {full.upper()}", f"BAN CHỈ ĐẠO {what.upper()}", "*"]
    base.left, base.name, base.suffix = left, f"Ban Chỉ đạo {what} {full}", "BCĐ"
    base.prose, base.types = [f"Ban Chỉ đạo {place.unit}", "Ban Chỉ đạo"], ["kế hoạch", "thông báo", "báo cáo"]
    base.signs = [(["TRƯỞNG BAN"][1:], "TRƯỞNG BAN"), (["K/T TRƯỞNG BAN"], "PHÓ TRƯỞNG BAN"), (["K/T TRƯỞNG BAN"], "PHÓ TRƯỞNG BAN THƯỜNG TRỰC")]
    return base


def commune_office(rng, place):
    full = f"{place.unit} {place.commune}"
    what, code, chief = rng.choice([("Phòng Kinh tế", "PKT", "TRƯỞNG PHÒNG"), ("Phòng Văn hóa - Xã hội", "PVHXH", "TRƯỞNG PHÒNG"), ("Trung tâm Phục vụ hành chính công", "TTPVHCC", "GIÁM ĐỐC")])
    base = committee(rng, place)
    base.left, base.name, base.prose, base.suffix = [f"UBND {full.upper()}", what.upper()], f"{what} {full}", [what], code
    base.types, base.signs = ["công văn", "công văn", "báo cáo", "tờ trình", "kế hoạch"], [([], chief), ([f"KT. {chief}"], f"PHÓ {chief}")]
    base.leads = ["Bộ phận Văn thư", "Tổ tiếp nhận hồ sơ", "Các trường học trên địa bàn"]
    return base


def signs_of(body, chief):
    return [([body], chief), ([body, f"KT. {chief}"], f"PHÓ {chief}"), ([f"KT. {chief}"], f"PHÓ {chief}"), ([], chief)]


MAKERS = [(committee, 8), (province_committee, 5), (department, 4), (ministry, 3), (government, 2), (council, 2), (front, 1.5), (party_province, 3), (party_commune, 4),
          (steering_committee, 1.5), (commune_office, 1.5)]


def make_issuer(rng, place):
    return rng.choices([m for m, _ in MAKERS], [w for _, w in MAKERS])[0](rng, place)
