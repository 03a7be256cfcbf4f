"""What each kind of paper says, and in which order."""
import body
import tables
from mention import MARK, write_date
from paper import Paper
from words import GROUPS, PURPOSE_LINES, SUBJECTS

CLOSING = ["Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.", "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị kịp thời phản ánh về {o} để xem xét, giải quyết./.",
           "Trên đây là {T} của {o}, đề nghị các cơ quan, đơn vị phối hợp triển khai thực hiện./.", "Trên đây là {T} {c}./.", "{T} này được phổ biến đến các cơ quan, đơn vị để thực hiện./."]


LEAD_HEADINGS = ["{l}", "{l}", "{l}:", "Giao {s}:", "Trách nhiệm của {s}", "{l} có trách nhiệm:", "Đối với {s}", "Đề nghị {s}:", "{l} chịu trách nhiệm:"]
MONEY_LINES = ["Kinh phí thực hiện được bố trí từ ngân sách nhà nước và các nguồn hợp pháp khác.", "Kinh phí: sử dụng dự toán chi thường xuyên đã giao năm nay.",
               "Nguồn kinh phí: ngân sách địa phương, lồng ghép các chương trình, đề án."]


def write(rng):
    paper = Paper(rng)
    paper.topic = rng.choice(SUBJECTS)
    {"kế hoạch": plan, "chương trình": plan, "hướng dẫn": guidance, "công văn": letter, "quyết định": decision, "nghị quyết": resolution, "báo cáo": report, "thông báo": conclusion,
     "tờ trình": proposal, "chỉ thị": directive}[paper.type](paper)
    return paper


def word(paper):
    return paper.type[0].upper() + paper.type[1:]


# --- plans -------------------------------------------------------------------------------------------------------------
def plan(paper):
    rng = paper.rng
    main = paper.plain_cited()
    numbers = rng.choice(["I. ", "I. ", "I- ", "PHẦN"]) if False else rng.choice([". ", ". ", "- " if paper.issuer.party else ". "])
    verb = rng.choice(["Thực hiện {}", "Triển khai thực hiện {}", "Tổ chức thực hiện {}", "Triển khai {}", "thực hiện {}", "Cụ thể hóa {}", None, "Quán triệt và triển khai thực hiện {}"])
    if verb:
        paper.subject = verb.format(paper.cite(main, rng.choice(["full", "full", "titled", "symbol"]))) + rng.choice(["", f" trên địa bàn {paper.area}" if paper.area != "cả nước" else "", f" năm {paper.date[0]}"])
        paper.relate("implements", main)
    else:
        paper.subject = rng.choice(["", "về ", "Về "]) + paper.topic + f" năm {paper.date[0]}"
        paper.subject = paper.subject[0].upper() + paper.subject[1:]
    opening(paper, main)
    sections = [purpose_section, goals_section, work_section, organisation_section]
    if rng.random() < 0.3:
        sections.insert(3, money_section)
    roman = 0
    for section in sections:
        if section is goals_section and rng.random() < 0.35:
            continue
        section(paper, tables.ROMAN[roman] + numbers)
        roman += 1
    closing(paper, main)
    annexes(paper)


def opening(paper, main):
    """The first sentences: what is implemented, or a block of Căn cứ lines."""
    rng, party = paper.rng, paper.issuer.party
    own = rng.choice(paper.issuer.prose)
    ends = [f"{own} xây dựng {word(paper)} với các nội dung như sau:", f"{own} ban hành {word(paper)} cụ thể như sau:", f"{own} xây dựng {paper.type} triển khai thực hiện như sau:"]
    if rng.random() < 0.35:
        lines = [main] + [paper.plain_cited() for _ in range(rng.randint(1, 2))]
        for i, cited in enumerate(lines):
            dash = "- " if party or rng.random() < 0.2 else ""
            end = "," if party else ";" if i + 1 < len(lines) else rng.choice([".", ";", ","])
            paper.add("para", f"{dash}Căn cứ {paper.cite(cited, rng.choice(['full', 'titled']))}{end}")
            paper.relate("based_on", cited)
        paper.add("para", ends[0])
        return
    first = rng.choice(["Thực hiện {}", "Triển khai thực hiện {}", "Triển khai {}", "Nhằm tổ chức thực hiện có hiệu quả {}", "Để cụ thể hóa {}", "Thực hiện {}"])
    cited = [main] + ([paper.plain_cited()] if rng.random() < 0.4 else [])
    for c in cited:
        paper.relate("implements", c)
    # A title would run on into the next name, and what it does may be read of both.
    names = [paper.cite(c, "titled" if len(cited) == 1 else "full") for c in cited]
    side = ""
    if rng.random() < 0.25:
        other = paper.plain_cited()
        side = rng.choice(["; trên cơ sở {}", "; theo {}", "; bám sát {}"])
        if "cơ sở" in side:
            paper.relate("based_on", other)
        side = side.format(paper.cite(other, "full"))
    alias = ""
    if rng.random() < 0.2 and main.symbol:
        alias = rng.choice([" (sau đây gọi tắt là {})", " (gọi tắt là {})", " (sau đây gọi là {})", " (sau đây viết tắt là {})"]).format(paper.cite(main, "number"))
        names[0] += alias
        paper.alias = main
    paper.add("para", first.format(rng.choice([" và ", ", "] if not alias else [" và "]).join(names)) + side + rng.choice([", ", "; ", ", "]) + rng.choice(ends))


def purpose_section(paper, mark):
    rng = paper.rng
    paper.add("heading", mark + rng.choice(["MỤC ĐÍCH, YÊU CẦU", "MỤC ĐÍCH - YÊU CẦU", "Mục đích, yêu cầu"]), 1)
    lines = rng.sample(PURPOSE_LINES, 3)
    if rng.random() < 0.5:
        for i, name in enumerate(["Mục đích", "Yêu cầu"]):
            paper.add("heading", f"{i + 1}. {name}", 2)
            for line in lines[i:i + 1 + i]:
                paper.add("para", "- " + line)
        return
    for i, line in enumerate(lines):
        paper.add("para", f"{i + 1}. {line}")


def goals_section(paper, mark):
    rng = paper.rng
    paper.add("heading", mark + rng.choice(["MỤC TIÊU", "MỤC TIÊU CỤ THỂ", "CHỈ TIÊU", "MỤC TIÊU, CHỈ TIÊU"]), 1)
    years = sorted(rng.sample(range(paper.date[0], paper.date[0] + 6), rng.choice([1, 2])))
    if rng.random() < 0.5:
        paper.add("heading", "1. Mục tiêu chung", 2)
        paper.add("para", "Nâng cao hiệu lực, hiệu quả quản lý; tạo chuyển biến rõ nét trong " + paper.topic + ".")
        first = 2
    else:
        first = 1
    for i, year in enumerate(years):
        heading = rng.choice(["Mục tiêu cụ thể đến năm {}", "Đến năm {}", "Mục tiêu đến hết năm {}", "Phấn đấu đến hết năm {}", "Chỉ tiêu năm {}"]).format(year)
        paper.add("heading", f"{first + i}. {heading}", 2)
        for _ in range(rng.randint(2, 4)):
            if paper.goals:
                text, indicator, comparator, value, unit = body.goal(paper)
                paper.add("para", f"- {text}{rng.choice(['.', ';', '.'])}")
                paper.target(indicator, comparator, value, unit, str(year))


def work_section(paper, mark):
    rng = paper.rng
    paper.add("heading", mark + rng.choice(["NHIỆM VỤ, GIẢI PHÁP", "NHIỆM VỤ VÀ GIẢI PHÁP", "NỘI DUNG THỰC HIỆN", "NHIỆM VỤ TRỌNG TÂM", "NHIỆM VỤ CỤ THỂ", "CÁC NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU"]), 1)
    groups = rng.sample(GROUPS, rng.randint(1, 3))
    style = rng.choice(["groups", "flat", "letters"])
    if style == "flat":
        items(paper, [f"{i + 1}. " for i in range(rng.randint(3, 6))], None)
        return
    for i, group in enumerate(groups):
        paper.add("heading", f"{i + 1}. {group}", 2)
        count = rng.randint(2, 4)
        items(paper, ["- "] * count if style == "groups" else [f"{c}) " for c in "abcdđe"[:count]], group)


def items(paper, marks, group, lead=None, asked=()):
    """Pieces of work, one a mark. lead: who the heading names; asked: whom the sentence before them asks, where an item names nobody."""
    for mark in marks:
        goals = len(paper.targets)
        sentence = body.task_sentence(paper, lead)
        if not sentence:
            return
        text, leads, support, due = sentence
        paper.goal_leads(goals, leads or asked)
        text = text[0].upper() + text[1:]
        if not lead and leads and paper.rng.random() < 0.12 and text.count(".") == 1 and "%" not in text:
            text, leads, support, due = labelled(paper, text, leads, support, due)
        paper.add("para", mark + text)
        paper.task(text, leads or asked, support, due, group=group)


def labelled(paper, text, leads, support, due):
    """Work whose bodies are named behind it: "Đơn vị chủ trì: ..."."""
    rng = paper.rng
    verb, rest = body.task_words(paper) or (None, None)
    if not verb:
        return text, leads, support, due
    support = body.support_of(paper, leads)
    names = ", ".join(support)
    label = rng.choice([" Đơn vị chủ trì: {l}; đơn vị phối hợp: {s}.", " Cơ quan chủ trì: {l}. Cơ quan phối hợp: {s}.", " ({l} chủ trì, phối hợp với {s}).", " Chủ trì: {l}; phối hợp: {s}."])
    stop = "" if label.startswith(" (") else "."
    text = f"{verb} {rest}{stop}" + label.format(l=", ".join(leads), s=names)
    return text, leads, support, {"text": None, "kind": "none", "due": None, "every": None}


def money_section(paper, mark):
    """Says where the money comes from, and asks nobody for anything."""
    paper.add("heading", mark + paper.rng.choice(["KINH PHÍ THỰC HIỆN", "NGUỒN KINH PHÍ", "KINH PHÍ"]), 1)
    paper.add("para", paper.rng.choice(["", "- "]) + paper.rng.choice(MONEY_LINES))


def organisation_section(paper, mark):
    rng = paper.rng
    paper.add("heading", mark + rng.choice(["TỔ CHỨC THỰC HIỆN", "TỔ CHỨC THỰC HIỆN", "PHÂN CÔNG TỔ CHỨC THỰC HIỆN", "Tổ chức thực hiện"]), 1)
    leads = rng.sample(paper.issuer.leads, min(3, len(paper.issuer.leads)))
    if rng.random() < 0.3:
        leads[-1] = rng.choice(paper.issuer.collectives)
    style = rng.choice(["heads", "heads", "lines"])
    for i, lead in enumerate(leads):
        if style == "lines":
            items(paper, [f"{i + 1}. "], None)
            continue
        heading = rng.choice(LEAD_HEADINGS).format(l=lead, s=lead if not lead.startswith("Các ") else lead[0].lower() + lead[1:])
        paper.add("heading", f"{i + 1}. {heading}", 2)
        items(paper, ["- "] * rng.randint(1, 3), lead, lead)


def closing(paper, main):
    rng = paper.rng
    form = rng.choice(CLOSING)
    tail = f"thực hiện {paper.cite(main, 'symbol')}" if "{c}" in form and main in paper.cites else ""
    if "{c}" in form and not tail:
        form = CLOSING[0]
    if tail:
        paper.relate("implements", main)
    paper.add("para", form.format(T=word(paper), o=paper.prose(), c=tail))
    paper.add("signoff", None)


def annexes(paper):
    rng = paper.rng
    count = rng.choice([0, 1, 1, 2]) if paper.type in ("kế hoạch", "chương trình") else 0
    for i in range(count):
        number = tables.ROMAN[i] if count > 1 or rng.random() < 0.4 else ""
        first = rng.choice([f"PHỤ LỤC {number}".strip(), f"Phụ lục {number}".strip()])
        parent = f"{word(paper)} số {'    ' if paper.blank else paper.number}{'-' if paper.issuer.party else '/'}{paper.suffix} {'ngày ' if paper.blank else write_date(rng, paper.date)} của {paper.issuer.prose[0]}"
        if rng.random() < 0.6 or len(paper.goals) < 5:
            table, year = tables.task_table(paper, number, rng.randint(4, 9)), None
            title = rng.choice(["DANH MỤC NHIỆM VỤ", "PHÂN CÔNG NHIỆM VỤ", "CÁC NHIỆM VỤ CỤ THỂ", f"NHIỆM VỤ TRỌNG TÂM NĂM {paper.date[0]}"])
        else:
            table, year = tables.target_table(paper, number, paper.date[0])
            title = rng.choice(["DANH MỤC CHỈ TIÊU", "CÁC CHỈ TIÊU CHỦ YẾU", "HỆ THỐNG CHỈ TIÊU"]) + (f" ĐẾN NĂM {year}" if year else "")
        paper.add("annex", [first, title, f"(Kèm theo {parent})"])
        paper.add("table", table)


# --- other kinds -------------------------------------------------------------------------------------------------------
def letter(paper):
    rng = paper.rng
    main = paper.plain_cited()
    kind = rng.choice(["reply", "do", "do", "urge"])
    paper.addressees = rng.sample(paper.issuer.collectives + paper.issuer.leads, rng.choice([1, 2, 3]))
    paper.addressees = list(dict.fromkeys(paper.addressees))
    if kind == "urge":
        urging(paper)
        return
    if kind == "reply":
        paper.subject = rng.choice(["trả lời kiến nghị về ", "góp ý dự thảo Đề án ", "tham gia ý kiến về "]) + paper.topic
        words = rng.choice(["Phúc đáp {}", "Trả lời {}"])
        paper.relate("replies_to", main)
        paper.add("para", words.format(paper.cite(main, rng.choice(["full", "titled"]))) + f", {paper.issuer.prose[0]} có ý kiến như sau:")
        paper.add("para", "1. Cơ bản thống nhất với nội dung dự thảo.")
        paper.add("para", f"2. Về bố cục, đề nghị cơ quan soạn thảo rà soát để phù hợp với {paper.cite(paper.plain_cited(), 'full')}.")
        paper.add("para", f"{paper.issuer.prose[0]} trả lời để quý cơ quan tổng hợp./.")
        paper.with_tasks = False
        paper.add("signoff", None)
        return
    paper.subject = rng.choice(["triển khai thực hiện {}", "thực hiện {}", "tổ chức triển khai {}"]).format(paper.cite(main, rng.choice(["symbol", "full"]))) if rng.random() < 0.5 else rng.choice(["tăng cường ", "đẩy mạnh ", "về việc ", "đôn đốc công tác "]).replace("về việc ", "") + paper.topic
    first = rng.choice(["Thực hiện {}", "Triển khai thực hiện {}", "Thực hiện chỉ đạo của cấp trên tại {}", "Tiếp theo {}"])
    if not first.startswith("Tiếp"):
        paper.relate("implements", main)
    elif mark_of(main) in paper.subject:
        paper.relate("implements", main)
    ask = rng.choice(["{o} yêu cầu các cơ quan, đơn vị triển khai thực hiện các nhiệm vụ sau:", "{o} yêu cầu:", "{o} giao các đơn vị thực hiện một số nội dung sau:", "{o} đề nghị các cơ quan, đơn vị thực hiện tốt các nội dung sau:"])
    asked = ["các cơ quan, đơn vị"] if "các cơ quan" in ask else ["các đơn vị"] if "các đơn vị" in ask else []
    paper.add("para", first.format(paper.cite(main, rng.choice(["full", "titled"]))) + ", " + ask.format(o=rng.choice(paper.issuer.prose)))
    items(paper, [f"{i + 1}. " for i in range(rng.randint(2, 5))], None, asked=asked)
    paper.add("para", CLOSING[0])
    paper.add("signoff", None)


def mark_of(cited):
    return chr(MARK + cited.index)


def urging(paper):
    """A letter that tells what was issued, by whom and when, before it asks."""
    rng = paper.rng
    first, second = paper.plain_cited(), paper.plain_cited()
    paper.subject = rng.choice(["đôn đốc thực hiện {}", "đẩy nhanh tiến độ thực hiện {}"]).format(paper.cite(first, "symbol"))
    paper.relate("implements", first)
    first.given.update(["issuer", "date"])
    who = first.issuer[0].upper() + first.issuer[1:]
    if rng.random() < 0.5:
        paper.add("para", f"Ngày {write_date(rng, first.date)}, {who} đã ban hành {paper.cite(first, 'symbol')}; tuy nhiên đến nay tiến độ còn chậm.")
    else:
        paper.add("para", f"{who} đã ban hành {paper.cite(first, 'dated')}. Qua theo dõi, một số đơn vị chưa báo cáo kết quả theo {paper.cite(second, 'full')}.")
    paper.arguable.append(("cites", first))   # to urge on is not quite to carry out
    paper.add("para", f"Để bảo đảm tiến độ thực hiện {paper.cite(first, 'symbol')}, {paper.issuer.prose[0]} yêu cầu các cơ quan, đơn vị triển khai thực hiện các nhiệm vụ sau:")
    items(paper, [f"{i + 1}. " for i in range(rng.randint(2, 4))], None, asked=["các cơ quan, đơn vị"])
    paper.add("para", CLOSING[0])
    paper.add("signoff", None)


def basis(paper, count):
    rng, party = paper.rng, paper.issuer.party
    lines = [paper.plain_cited() for _ in range(count)]
    if rng.random() < 0.5 and not party:
        paper.add("para", "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;")
    for cited in lines:
        paper.add("para", ("- " if party else "") + f"Căn cứ {paper.cite(cited, rng.choice(['full', 'titled']))}{',' if party else ';'}")
        paper.relate("based_on", cited)
    if rng.random() < 0.7 and not party:
        request = paper.new_cited("tờ trình", "department" if paper.issuer.level != "commune" else "commune")
        chief = rng.choice(["Xét {}.", "Xét đề nghị tại {}.", "Theo đề nghị của Chánh Văn phòng tại {}."])
        paper.add("para", chief.format(paper.cite(request, "full")))
        paper.relate("cites", request)
    return lines


def decision(paper):
    rng = paper.rng
    kind = rng.choice(["issue", "amend", "replace", "repeal"])
    peer_level = {"commune": "commune", "partyCommune": "partyCommune", "department": "department", "ministry": "ministry", "central": "central", "party": "party", "province": "province"}[paper.issuer.level]
    if paper.issuer.party:
        kind = "issue"
    old = paper.new_cited("quyết định", peer_level) if kind != "issue" else None
    if old:
        old.issuer = rng.choice(paper.issuer.prose)
    if old and peer_level == "department":
        old.symbol = old.symbol.rsplit("-", 1)[0] + "-" + paper.issuer.suffix
    if old and peer_level == "ministry":
        old.symbol = old.symbol.rsplit("-", 1)[0] + "-" + paper.issuer.suffix
    name = rng.choice(["Quy chế", "Quy định", "Đề án", "Bộ tiêu chí", "Kế hoạch"])
    if kind == "amend":
        paper.subject = rng.choice(["Sửa đổi, bổ sung một số điều của {}", "Về việc sửa đổi, bổ sung {}", "sửa đổi, bổ sung một số nội dung của {}", "Về việc điều chỉnh, bổ sung {}"]).format(paper.cite(old, rng.choice(["full", "titled"])))
    elif kind == "repeal":
        paper.subject = rng.choice(["Về việc bãi bỏ {}", "Bãi bỏ {}"]).format(paper.cite(old, "titled"))
    else:
        paper.subject = rng.choice(["Ban hành ", "Về việc ban hành ", "Phê duyệt "]) + f"{name} {paper.topic}"
    if rng.random() < 0.8:
        paper.add("part", rng.choice(paper.issuer.prose[:2]).upper().replace("UBND", "ỦY BAN NHÂN DÂN"))
    basis(paper, rng.randint(1, 3))
    paper.add("part", rng.choice(["QUYẾT ĐỊNH:", "QUYẾT ĐỊNH"]))
    own = "Quyết định này"
    if kind == "amend":
        paper.relate("amends", old)
        paper.add("para", f"Điều 1. Sửa đổi, bổ sung một số nội dung của {paper.cite(old, 'symbol')} như sau: thay cụm từ “cấp huyện” bằng cụm từ “cấp xã”.")
        paper.add("para", f"Điều 2. {own} có hiệu lực kể từ ngày ký.")
    elif kind == "replace":
        paper.relate("replaces", old)
        paper.add("para", f"Điều 1. Ban hành kèm theo {own} {name} {paper.topic}.")
        paper.add("para", rng.choice(["Điều 2. {o} có hiệu lực kể từ ngày ký ban hành và thay thế {c}.", "Điều 2. {o} thay thế {c}.", "Điều 2. {o} có hiệu lực thi hành kể từ ngày ký, thay thế cho {c}."]).format(o=own, c=paper.cite(old, rng.choice(["full", "titled"]))))
    elif kind == "repeal":
        paper.relate("repeals", old)
        paper.add("para", rng.choice(["Điều 1. Bãi bỏ toàn bộ {c}.", "Điều 1. Bãi bỏ {c}."]).format(c=paper.cite(old, "full")))
        paper.add("para", f"Điều 2. {own} có hiệu lực thi hành kể từ ngày ký.")
    else:
        paper.add("para", f"Điều 1. {paper.subject[0].upper()}{paper.subject[1:]}.".replace("Về việc ban", "Ban"))
        paper.add("para", f"Điều 2. {own} có hiệu lực kể từ ngày ký.")
    old = None
    who = ", ".join(paper.issuer.leads[:2])
    paper.add("para", f"Điều 3. Chánh Văn phòng, {who} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành {own}./.")
    paper.add("signoff", None)
    if name == "Kế hoạch" and kind in ("issue", "replace"):
        issued_plan(paper)
    else:
        paper.with_tasks = False


def issued_plan(paper):
    """The plan that a decision puts into force, printed behind its signature."""
    rng = paper.rng
    day = "" if paper.blank else " ngày " + write_date(rng, paper.date)
    number = "    " if paper.blank else paper.number
    parent = f"Quyết định số {number}{'-' if paper.issuer.party else '/'}{paper.suffix}{day} của {paper.issuer.prose[0]}"
    paper.add("annex", ["KẾ HOẠCH", paper.topic[0].upper() + paper.topic[1:], f"({rng.choice(['Ban hành kèm theo', 'Kèm theo'])} {parent})"])
    for roman, section in zip(tables.ROMAN, [purpose_section, goals_section, work_section, organisation_section]):
        section(paper, roman + ". ")


def resolution(paper):
    rng = paper.rng
    paper.subject = rng.choice(["Về ", "Thông qua Đề án ", "về "]) + paper.topic
    if paper.issuer.suffix == "HĐND":
        paper.add("part", paper.issuer.prose[0].upper() + "\nKHÓA XV, KỲ HỌP THỨ BA")
    basis(paper, rng.randint(2, 3))
    paper.add("part", "QUYẾT NGHỊ:")
    paper.add("para", f"Điều 1. Thông qua Nghị quyết {paper.topic}.")
    paper.add("para", "Điều 2. Giao các cơ quan liên quan tổ chức thực hiện Nghị quyết này.")
    if rng.random() < 0.5 and paper.issuer.suffix == "HĐND":
        old = paper.new_cited("nghị quyết", "commune" if paper.issuer.level == "commune" else "province")
        if rng.random() < 0.5:
            paper.relate("replaces", old)
            paper.add("para", f"Điều 3. Nghị quyết này thay thế {paper.cite(old, 'full')}.")
        else:
            paper.relate("repeals", old)
            paper.add("para", f"Điều 3. {paper.cite(old, 'full')} hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực thi hành.")
    paper.with_tasks = False
    paper.add("signoff", None)


def report(paper):
    rng = paper.rng
    main = paper.plain_cited()
    paper.relate("reports_on", main)
    paper.subject = rng.choice(["Kết quả thực hiện {}", "Sơ kết 01 năm thực hiện {}", "Tổng kết việc thực hiện {}", "Tình hình, kết quả triển khai thực hiện {}"]).format(paper.cite(main, rng.choice(["full", "titled"])))
    paper.add("para", f"{paper.issuer.prose[0]} báo cáo kết quả thực hiện {paper.cite(main, 'symbol')} như sau:")
    paper.add("heading", "I. KẾT QUẢ ĐẠT ĐƯỢC", 1)
    paper.add("para", f"1. Đã ban hành {rng.randint(3, 20)} văn bản chỉ đạo; tổ chức {rng.randint(2, 9)} hội nghị với {rng.randint(100, 900)} lượt người tham dự.")
    paper.add("para", f"2. Tiếp nhận 1.{rng.randint(100, 999)} hồ sơ, trong đó nộp trực tuyến đạt {rng.randint(40, 90)},{rng.randint(1, 9)}%.")
    paper.add("heading", "II. TỒN TẠI, HẠN CHẾ", 1)
    paper.add("para", "Một số nội dung triển khai còn chậm so với yêu cầu; nguồn lực hạn chế.")
    if rng.random() < 0.6:
        paper.add("heading", rng.choice(["III. NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI", "III. PHƯƠNG HƯỚNG, NHIỆM VỤ", f"III. NHIỆM VỤ TRỌNG TÂM NĂM {paper.date[0] + 1}"]), 1)
        items(paper, [f"{i + 1}. " for i in range(rng.randint(2, 3))], None)
    paper.add("para", f"Trên đây là Báo cáo của {paper.prose()}, kính báo cáo cấp trên./.")
    paper.add("signoff", None)


def conclusion(paper):
    rng = paper.rng
    paper.subject = rng.choice(["Kết luận của Chủ tịch tại cuộc họp về ", "Kết luận cuộc họp giao ban về "]) + paper.topic
    main = paper.plain_cited()
    paper.relate("cites", main)
    paper.add("para", f"Ngày {paper.date[2]}/{paper.date[1]}/{paper.date[0]}, {paper.issuer.prose[0]} tổ chức cuộc họp nghe báo cáo tiến độ các nhiệm vụ tại {paper.cite(main, 'full')}. Sau khi nghe báo cáo và ý kiến các thành viên dự họp, người chủ trì kết luận và giao nhiệm vụ như sau:")
    items(paper, [f"{i + 1}. " for i in range(rng.randint(2, 5))], None)
    paper.add("para", f"{rng.choice(['Thông báo để các đơn vị biết, thực hiện', 'Trên đây là Thông báo kết luận, đề nghị các đơn vị nghiêm túc thực hiện'])}./.")
    paper.add("signoff", None)


def proposal(paper):
    rng = paper.rng
    paper.subject = rng.choice(["Về việc ban hành Kế hoạch ", "Về việc đề nghị phê duyệt Đề án "]) + paper.topic
    paper.addressees = [paper.issuer.parent or "Thủ tướng Chính phủ"]
    main = paper.plain_cited()
    words = rng.choice(["Căn cứ {}", "Thực hiện {}"])
    paper.relate("based_on" if words.startswith("Căn") else "implements", main)
    paper.add("para", words.format(paper.cite(main, "titled")) + f", {paper.issuer.prose[0]} kính trình {paper.addressees[0]} xem xét nội dung sau:")
    paper.add("heading", "I. SỰ CẦN THIẾT", 1)
    paper.add("para", "Việc ban hành văn bản là cần thiết để thống nhất thực hiện trên địa bàn.")
    paper.add("para", f"{paper.issuer.prose[0]} kính trình {paper.addressees[0]} xem xét, quyết định./.")
    paper.add("signoff", None)


def directive(paper):
    rng = paper.rng
    paper.subject = rng.choice(["Về việc tăng cường ", "Về ", "về tăng cường "]) + paper.topic
    main = paper.plain_cited()
    paper.relate("implements", main)
    asks = rng.random() < 0.7
    ask = "yêu cầu các cơ quan, đơn vị tập trung thực hiện các nhiệm vụ sau:" if asks else rng.choice(["chỉ thị:", "chỉ thị như sau:"])
    paper.add("para", f"Thực hiện {paper.cite(main, 'titled')}, {paper.issuer.prose[0]} {ask}")
    leads = rng.sample(paper.issuer.leads, min(3, len(paper.issuer.leads)))
    for i, lead in enumerate(leads):
        if asks and rng.random() < 0.5:
            items(paper, [f"{i + 1}. "], None, asked=["các cơ quan, đơn vị"])
            continue
        paper.add("para", f"{i + 1}. {lead}:")
        items(paper, [f"{c}) " for c in "ab"] if rng.random() < 0.5 else ["- ", "- "], lead, lead)
    paper.add("para", CLOSING[0])
    paper.add("signoff", None)


def guidance(paper):
    rng = paper.rng
    main = paper.plain_cited()
    paper.relate("guides", main)
    paper.subject = rng.choice(["Hướng dẫn thực hiện {}", "hướng dẫn một số nội dung thực hiện {}", "Thực hiện một số nội dung của {}"][:2]).format(paper.cite(main, rng.choice(["full", "titled"])))
    paper.add("para", f"Để thống nhất thực hiện, {paper.issuer.prose[0]} hướng dẫn một số nội dung như sau:")
    paper.add("heading", "I. PHẠM VI, ĐỐI TƯỢNG", 1)
    paper.add("para", "1. Hướng dẫn này áp dụng đối với các cơ quan, đơn vị trực thuộc.")
    paper.with_tasks = False
    paper.add("signoff", None)
