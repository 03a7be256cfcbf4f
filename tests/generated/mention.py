"""Documents that are cited: how offices name them, and marks in the text from which mentions are counted.

A mention is written with one private-use letter before it (U+E000 + number of the document). Whatever is made of the text
afterwards, the marks tell which document is named where; Paper.finish() counts and drops them."""
from dataclasses import dataclass, field

from issuers import LONG_NAMES
from words import SECTORS, SUBJECTS, UNITS_OF_WORK

MARK = 0xE000
SHORT_TYPES = {"nghị quyết": "NQ", "quyết định": "QĐ", "kế hoạch": "KH", "thông báo": "TB", "chỉ thị": "CT", "nghị định": "NĐ"}


@dataclass
class Cited:
    symbol: str
    type: str
    date: tuple                 # (year, month, day)
    issuer: str                 # as cited: "UBND tỉnh"
    subject: str = ""           # "về ...", may name other documents by marks
    index: int = -1
    level: str = ""
    given: set = field(default_factory=set)   # what the text has told of it: date, issuer, title
    quoted: list = field(default_factory=list)   # (relation, Cited) that its title states

    def word(self):
        return self.type[0].upper() + self.type[1:]

    def number(self):
        return self.symbol.replace("/", "-").split("-")[0]


def iso(date):
    return "-".join(("%04d" % date[0], "%02d" % date[1], "%02d" % date[2])[:len(date)])


def write_date(rng, date, party=False):
    year, month, day = date
    forms = [f"{day:02d}/{month}/{year}", f"{day}/{month}/{year}", f"{day:02d}/{month:02d}/{year}",
             f"{day:02d} tháng {month if month > 2 else f'{month:02d}'} năm {year}", f"{day:02d}.{month:02d}.{year}"]
    if party:
        forms.append(f"{day:02d}-{month:02d}-{year}")
    return rng.choices(forms, [5, 2, 3, 3, 0.6] + ([1] if party else []))[0]


def mention(rng, cited, form="full", paper=None):
    """The words that name `cited`. form: full | titled | dated | symbol | short | number"""
    party = "-" in cited.symbol and "/" in cited.symbol and cited.symbol.index("-") < cited.symbol.index("/")
    mark = chr(MARK + cited.index)
    so = "" if form == "short" or (party and rng.random() < 0.1) else "số "
    if form == "number":
        return f"{mark}{cited.word()} {rng.choice(['', 'số '])}{cited.number()}"
    if form == "short":
        word = SHORT_TYPES.get(cited.type, cited.word())
        return f"{mark}{rng.choice([word, cited.word()])} {cited.symbol}"
    text = f"{mark}{cited.word()} {so}{cited.symbol}"
    if form == "symbol":
        return text
    cited.given.add("date")
    comma = "," if party and rng.random() < 0.4 else ""
    text += f"{comma} ngày {write_date(rng, cited.date, party)}"
    if form == "dated":
        return text
    cited.given.add("issuer")
    text += f" của {cited.issuer}"
    if form == "titled" and cited.subject:
        if paper is not None and not cited.quoted and rng.random() < 0.35:
            title_of_another(rng, cited, paper)
        for relation, other in cited.quoted:
            paper.relate(relation, other, source=cited)
        text += " " + cited.subject
    return text


def title_of_another(rng, cited, paper):
    """Give `cited` a title that names a document of its own: the relation is theirs, not the paper's."""
    relation, words = rng.choice([("implements", "thực hiện"), ("implements", "triển khai thực hiện"), ("implements", "về việc triển khai thực hiện"),
                                  ("implements", "về thực hiện"), ("implements", "về việc tổ chức thực hiện"), ("amends", "sửa đổi, bổ sung một số điều của"),
                                  ("amends", "về việc sửa đổi, bổ sung một số nội dung của")])
    if relation == "amends" and cited.type not in ("quyết định", "nghị định", "thông tư"):
        relation, words = "implements", "triển khai"
    other = paper.new_cited(cited.type if relation == "amends" else rng.choice(["nghị quyết", "quyết định", "kế hoạch"]),
                            cited.level if relation == "amends" else rng.choice(["central", "province", "party"]))
    cited.quoted.append((relation, other))
    cited.subject = f"{words} {mention(rng, other, rng.choice(['symbol', 'dated', 'full']))}"


CODES = {"nghị quyết": "NQ", "quyết định": "QĐ", "kế hoạch": "KH", "thông báo": "TB", "chỉ thị": "CT", "tờ trình": "TTr", "báo cáo": "BC",
         "chương trình": "CTr", "hướng dẫn": "HD", "kết luận": "KL", "nghị định": "NĐ", "thông tư": "TT"}


def make_cited(rng, type_, level, place, year):
    """A document that someone at `level` (central, ministry, province, department, commune, party, partyCommune) has issued."""
    number = rng.choice([rng.randint(1, 99), rng.randint(100, 999), rng.randint(1000, 4000)])
    date = (rng.choice([year, year, year - 1]), rng.randint(1, 9), rng.randint(1, 28))
    code, subject = CODES.get(type_, ""), rng.choice(["về ", "về việc ", "về "]) + rng.choice(SUBJECTS)
    n = f"{number:02d}"
    if type_ in ("kế hoạch", "báo cáo", "thông báo") and rng.random() < 0.15 and (long := [(w, c) for l, w, c in LONG_NAMES if l == level]):
        who, suffix = rng.choice(long)
        return Cited(f"{n}/{code}-{suffix}", type_, date, who, subject)
    if type_ == "công văn":
        return office_letter(rng, n, date, level, place, subject)
    if level == "central":
        if type_ == "nghị định":
            return Cited(f"{n}/{date[0]}/NĐ-CP", type_, date, "Chính phủ", subject)
        who, suffix = {"nghị quyết": ("Chính phủ", "NQ-CP"), "chỉ thị": ("Thủ tướng Chính phủ", "CT-TTg")}.get(type_, ("Thủ tướng Chính phủ", "QĐ-TTg"))
        return Cited(f"{n}/{suffix}", type_ if type_ in ("nghị quyết", "chỉ thị") else "quyết định", date, who, subject)
    if level == "ministry":
        name = rng.choice(list(SECTORS))
        if type_ == "thông tư":
            return Cited(f"{n}/{date[0]}/TT-{SECTORS[name][1]}", type_, date, f"Bộ {name}" if rng.random() < .5 else f"Bộ trưởng Bộ {name}", subject)
        return Cited(f"{n}/{code}-{SECTORS[name][1]}", type_, date, f"Bộ {name}", subject)
    if level == "department":
        name = rng.choice(list(SECTORS))
        return Cited(f"{n}/{code}-{SECTORS[name][0]}", type_, date, f"Sở {name}", subject)
    if level == "party":
        who, suffix = rng.choice([("Bộ Chính trị", "TW"), ("Ban Thường vụ Tỉnh ủy", "TU"), ("Tỉnh ủy", "TU"), ("Tỉnh ủy " + place.province, "TU"), ("Ban Bí thư", "TW")])
        type_ = type_ if type_ in ("nghị quyết", "kế hoạch", "chỉ thị", "kết luận", "chương trình", "quyết định", "thông báo") else "kế hoạch"
        return Cited(f"{n}-{CODES[type_]}/{suffix}", type_, date, who, subject)
    if level == "partyCommune":
        type_ = type_ if type_ in ("nghị quyết", "kế hoạch", "chỉ thị", "kết luận", "chương trình") else "kế hoạch"
        return Cited(f"{n}-{CODES[type_]}/ĐU", type_, date, rng.choice([f"Đảng ủy {place.unit}", "Ban Thường vụ Đảng ủy", f"Đảng ủy {place.unit} {place.commune}"]), subject)
    if type_ == "nghị quyết":
        return Cited(f"{n}/NQ-HĐND", type_, date, rng.choice(["HĐND", "Hội đồng nhân dân"]) + (f" tỉnh" if level == "province" else f" {place.unit}"), subject)
    if level == "commune":
        return Cited(f"{n}/{code}-UBND", type_, date, rng.choice([f"UBND {place.unit}", f"UBND {place.unit} {place.commune}", f"Ủy ban nhân dân {place.unit}"]), subject)
    who = rng.choice(["UBND tỉnh", f"UBND tỉnh {place.province}", "Ủy ban nhân dân tỉnh"])
    if place.city:
        who = rng.choice(["UBND thành phố", f"UBND thành phố {place.province}"])
    if type_ in ("quyết định",) and rng.random() < 0.15:
        return Cited(f"{n}/{date[0]}/QĐ-UBND", type_, date, who, subject)
    return Cited(f"{n}/{code}-UBND", type_, date, who, subject)


def office_letter(rng, n, date, level, place, subject):
    if level == "department":
        name = rng.choice(list(SECTORS))
        return Cited(f"{n}/{SECTORS[name][0]}-{rng.choice(UNITS_OF_WORK)}", "công văn", date, f"Sở {name}", subject)
    if level in ("central", "ministry"):
        name = rng.choice(list(SECTORS))
        return Cited(f"{n}/{SECTORS[name][1]}-{rng.choice(UNITS_OF_WORK)}", "công văn", date, f"Bộ {name}", subject)
    if level in ("party", "partyCommune"):
        return Cited(f"{n}-CV/TU", "công văn", date, "Tỉnh ủy", subject)
    if level == "commune":
        return Cited(f"{n}/UBND-{rng.choice(UNITS_OF_WORK)}", "công văn", date, f"UBND {place.unit}", subject)
    return Cited(f"{n}/UBND-{rng.choice(UNITS_OF_WORK)}", "công văn", date, "UBND tỉnh" if not place.city else "UBND thành phố", subject)
