"""Annexes: tables of tasks and of targets, with what a reader takes from each row."""
from dataclasses import dataclass, field

import body
import deadlines
from words import GROUPS

HEADINGS = {
    "o": ["TT", "STT", "Stt", "Số TT"],
    "text": ["Nội dung", "Nhiệm vụ", "Nội dung nhiệm vụ", "Nhiệm vụ, giải pháp", "Tên nhiệm vụ", "Nội dung công việc", "Nhiệm vụ cụ thể", "Nội dung thực hiện", "Công việc"],
    "lead": ["Cơ quan chủ trì", "Đơn vị chủ trì", "Chủ trì", "Cơ quan, đơn vị chủ trì", "Đơn vị thực hiện", "Cơ quan chủ trì thực hiện", "Đơn vị đầu mối", "Cơ quan thực hiện", "Phân công thực hiện"],
    "support": ["Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp", "Cơ quan, đơn vị phối hợp", "Đơn vị phối hợp thực hiện"],
    "both": ["Cơ quan chủ trì, phối hợp", "Đơn vị chủ trì/phối hợp", "Phân công thực hiện", "Cơ quan thực hiện (chủ trì, phối hợp)", "Đơn vị thực hiện"],
    "deadline": ["Thời gian hoàn thành", "Thời hạn", "Thời gian thực hiện", "Tiến độ", "Thời hạn hoàn thành", "Hoàn thành", "Thời gian", "Mốc hoàn thành", "Tiến độ thực hiện"],
    "product": ["Sản phẩm", "Kết quả đầu ra", "Sản phẩm đầu ra", "Dự kiến kết quả", "Kết quả, sản phẩm", "Sản phẩm dự kiến"],
    "note": ["Ghi chú", "Căn cứ giao nhiệm vụ", "Văn bản giao", "Căn cứ", "Lưu ý"],
    "indicator": ["Chỉ tiêu", "Tên chỉ tiêu", "Nội dung chỉ tiêu", "Chỉ tiêu chủ yếu", "Mục tiêu, chỉ tiêu"], "unit": ["Đơn vị tính", "ĐVT", "Đơn vị"][:2],
    "value": ["Kết quả", "Mức cần đạt", "Mục tiêu", "Chỉ tiêu giao", "Mức phấn đấu"], "by": ["Thời điểm", "Thời gian hoàn thành", "Thời hạn"],
    "boss": ["Lãnh đạo phụ trách", "Lãnh đạo theo dõi"],
    "tlead": ["Cơ quan chủ trì theo dõi", "Đơn vị theo dõi", "Đơn vị chủ trì", "Cơ quan chủ trì", "Đơn vị phụ trách"]}
ORDERS = [["o", "text", "lead", "support", "deadline"], ["o", "text", "lead", "support", "deadline", "note"], ["o", "text", "deadline", "lead", "support"], ["o", "text", "lead", "deadline", "note"],
          ["o", "text", "product", "lead", "support", "deadline"], ["o", "text", "lead", "deadline"], ["o", "text", "both", "deadline"], ["o", "text", "both", "deadline", "product"],
          ["o", "text", "lead", "support", "product", "deadline", "note"], ["o", "lead", "text", "deadline"], ["text", "lead", "support", "deadline"], ["o", "text", "deadline", "product", "lead", "support", "note"]]
PRODUCTS = ["Báo cáo", "Kế hoạch của UBND", "Quyết định", "Văn bản hướng dẫn", "Mô hình điểm", "Cơ sở dữ liệu được cập nhật", "Hội nghị", "Hệ thống vận hành"]
ROMAN = ["I", "II", "III", "IV", "V"]


@dataclass
class Table:
    header: list
    rows: list = field(default_factory=list)      # ("row", [cell]) or ("group", ordinal, text)
    widths: list = field(default_factory=list)
    columns: list = field(default_factory=list)


def cell_of(rng, names):
    names = list(names)
    if len(names) == 1:
        return names[0]
    shape = rng.random()
    if shape < 0.4:
        return "; ".join(names)
    if shape < 0.75:
        return ", ".join(names)
    return "\n".join(names)


def both_cell(rng, leads, support):
    shape = rng.randint(0, 8)
    if shape == 5:
        return f"- CT: {', '.join(leads)}\n- PH: {', '.join(support)}"
    if shape == 6:
        return "; ".join([n + " (CT)" for n in leads] + [n + " (PH)" for n in support])
    if shape == 7:
        return f"Chủ trì: {', '.join(leads)} - Phối hợp: {', '.join(support)}"
    if shape == 8:
        return f"Đơn vị chủ trì: {', '.join(leads)}.\nĐơn vị phối hợp: {', '.join(support)}."
    if shape == 0:
        return f"Chủ trì: {', '.join(leads)}.\nPhối hợp: {', '.join(support)}"
    if shape == 1:
        return f"- Chủ trì: {'; '.join(leads)}\n- Phối hợp: {'; '.join(support)}"
    if shape == 2:
        return f"Chủ trì: {', '.join(leads)}; phối hợp: {', '.join(support)}"
    if shape == 3:
        return f"{' và '.join(leads)} chủ trì, phối hợp với {', '.join(support)}"
    return f"- Cơ quan chủ trì: {', '.join(leads)};\n- Cơ quan phối hợp: {', '.join(support)}."


def task_table(paper, annex, rows):
    rng = paper.rng
    columns = rng.choice(ORDERS)
    table = Table([rng.choice(HEADINGS[c]) for c in columns], columns=columns)
    groups, grouped = list(GROUPS), rng.random() < 0.6 and columns[0] == "o"
    rng.shuffle(groups)
    style, group, number, numbered = rng.choice(["roman", "letter", "plain", "joined"]), None, 0, 0
    while number < rows and paper.work:
        if grouped and number % 3 == 0 and numbered < 5:
            group = groups.pop()
            label = {"roman": ROMAN[numbered], "letter": "ABCDE"[numbered], "joined": ROMAN[numbered] + ". ", "plain": ""}[style]
            table.rows.append(("group", label, group))
            numbered += 1
        number += 1
        if grouped and columns[0] == "o" and rng.random() < 0.06 and len(paper.work) > 4:
            sub_rows(paper, table, annex, number, columns)
            continue
        table.rows.append(("row", task_row(paper, annex, str(number) + rng.choice(["", "", "."]) if columns[0] == "o" else None, group, columns)))
    return table


def sub_rows(paper, table, annex, number, columns):
    verb, what = paper.work.pop()
    heading = f"{verb} {what}"
    table.rows.append(("head", [str(number) if c == "o" else heading if c == "text" else "" for c in columns]))
    for i in range(1, paper.rng.randint(2, 3) + 1):
        if paper.work:
            table.rows.append(("row", task_row(paper, annex, f"{number}.{i}", heading, columns)))


def task_row(paper, annex, ordinal, group, columns):
    rng = paper.rng
    verb, rest = body.task_words(paper)
    text = f"{verb} {rest}" + rng.choice(["", "", "."])
    leads = body.some_leads(paper, rng.choice([1, 1, 1, 2])) if not paper.last_leads or rng.random() < 0.75 else paper.last_leads
    paper.last_leads = leads
    support = body.support_of(paper, leads) if "support" in columns or "both" in columns else []
    if "support" in columns and rng.random() < 0.15:
        support = []
    support = [s[0].upper() + s[1:] if i == 0 and s.startswith("các") and "both" not in columns else s for i, s in enumerate(support)]
    due = deadlines.cell(rng, paper.date)
    product = rng.choice(PRODUCTS) if "product" in columns else None
    note = None
    if "note" in columns and paper.cites and rng.random() < 0.5:
        cited = rng.sample(paper.cites, rng.choice([1, 1, 2]) if len(paper.cites) > 1 else 1)
        note = rng.choice(["; ", ", ", " và "]).join(paper.cite(c, rng.choice(["symbol", "symbol", "short", "dated"])) for c in cited)
    cells = {"o": ordinal, "text": text, "lead": paper.lead_cell(leads, lambda: cell_of(rng, leads)), "support": cell_of(rng, support) if support else "", "both": both_cell(rng, leads, support) if "both" in columns else "",
             "deadline": due["text"], "product": product or "", "note": note or ""}
    paper.task(text, leads, support, due, annex=annex, group=group, ordinal=ordinal, product=product, note=note)
    return [cells[c] for c in columns]


VALUES = [("{n}", "="), ("≥ {n}", ">="), (">{n}", ">"), ("Trên {n}", ">"), ("Tối thiểu {n}", ">="), ("{n} trở lên", ">="), ("Đạt {n}", "="), ("≥{n}", ">="), ("Ít nhất {n}", ">="), ("{n}", "="), ("Từ {n} trở lên", ">=")]


def target_table(paper, annex, year):
    """Targets by one year, by a year in each column, or with a column of times. Returns (table, year of the annex's title or None)."""
    rng = paper.rng
    shape = rng.choice(["title", "columns", "group", "by"])
    years = sorted(rng.sample(range(year, year + 6), rng.choice([2, 3])))
    with_lead, unit_column = rng.random() < 0.7, rng.random() < 0.75
    columns = ["o", "indicator"] + (["unit"] if unit_column else []) + (years if shape == "columns" else ["value"]) + (["by"] if shape == "by" else []) + (["tlead"] if with_lead else []) + (["boss"] if with_lead and rng.random() < 0.2 else [])
    year_heading = rng.choice(["Năm {}", "{}", "Đến năm {}", "Mục tiêu năm {}"])
    table = Table([year_heading.format(c) if isinstance(c, int) else rng.choice(HEADINGS[c]) for c in columns], columns=columns)
    goals, number, group, by = list(paper.goals), 0, None, years[-1]
    rng.shuffle(goals)
    for goal in goals[:rng.randint(4, 9)]:
        paper.goals.remove(goal)
        if shape == "group" and number % 3 == 0:
            by = years[min(number // 3, len(years) - 1)]
            if number // 3 < len(years):
                group = rng.choice(["Đến hết năm {}", "Đến năm {}", "Mục tiêu đến năm {}"]).format(by)
                table.rows.append(("group", ROMAN[number // 3], group))
        number += 1
        table.rows.append(("row", target_row(paper, annex, number, group, columns, goal, by, unit_column, with_lead)))
    return table, years[-1] if shape == "title" else None


def target_row(paper, annex, number, group, columns, goal, by, unit_column, with_lead):
    rng = paper.rng
    name, unit, _ = goal
    lead = body.some_leads(paper, rng.choice([1, 1, 1, 2])) if with_lead else []
    if "by" in columns:
        due = rng.choice([deadlines.year_, deadlines.month, deadlines.day])(rng, paper.date[0] + 1)
        by = due["due"][:4] if due["kind"] == "year" else due["due"][:7] if due["kind"] == "month" else due["due"]
    cells = {"o": str(number), "indicator": name, "unit": unit, "tlead": cell_of(rng, lead) if lead else "", "by": due["text"] if "by" in columns else "",
             "boss": rng.choice(["Đ/c Chủ tịch", "Đ/c Phó Chủ tịch"])}
    report = rng.random() < 0.06 and "value" in columns
    for column in columns:
        if column == "value" or isinstance(column, int):
            value = rng.choice([100, 95, 90, 85.5, 80, 70, 60, 42.75]) if unit == "%" else rng.choice([2, 5, 12, 40, 150, 1250])
            form, comparator = rng.choice(VALUES[:2] + VALUES[-2:-1] + VALUES[:1]) if value == 100 and unit == "%" else rng.choice(VALUES)
            if value == 100 and unit == "%" and comparator != "=":
                form, comparator = VALUES[0]
            shown = body.number(rng, value) + ("" if unit_column else "%" if unit == "%" else " " + unit)
            cells[column] = "Báo cáo" if report else form.format(n=shown)
            paper.target(name, None if report else comparator, None if report else value, unit, str(column if isinstance(column, int) else by), lead, annex, str(number), group)
            if report:
                paper.targets[-1]["unit"], cells["unit"] = None, ""
    return [cells[c] for c in columns]
