"""Variations of tables: each takes a table of a source (annotated.Table) and changes it in place; false where it does not fit.

What is left out, since it changes what the table says:
- cells left empty under a merged cell in pipe tables and tabs: an empty lead is a row without a lead there;
- columns of years in another order among themselves: goals are listed in the order of the columns;
- group rows that hold the milestone of the goals below ("Đến hết năm 2025"), taken away.
"""
import copy
import re

from papers import annotated

Cell = annotated.Cell

WORDS = {   # role (annotated source) -> headings that mean the same
    "o": ["TT", "STT", "Số TT", "Số thứ tự", "S.T.T"],
    "tasks.text": ["Nội dung nhiệm vụ", "Nhiệm vụ, giải pháp", "Nội dung công việc", "Nhiệm vụ", "Tên nhiệm vụ", "Nội dung",
                   "Nhiệm vụ cụ thể", "Nội dung thực hiện", "Đầu việc", "Việc cần làm", "Công việc"],
    "targets.text": ["Chỉ tiêu", "Tên chỉ tiêu", "Nội dung chỉ tiêu", "Chỉ tiêu chủ yếu", "Tiêu chí", "Mục tiêu, chỉ tiêu"],
    "tasks.lead": ["Cơ quan chủ trì", "Đơn vị chủ trì", "Đơn vị thực hiện", "Chủ trì", "Chủ trì thực hiện", "Cơ quan thực hiện",
                   "Cơ quan, đơn vị chủ trì", "Đơn vị chủ trì thực hiện", "Phân công thực hiện", "Cơ quan đầu mối"],
    "targets.lead": ["Cơ quan chủ trì theo dõi", "Đơn vị theo dõi", "Cơ quan theo dõi, đánh giá", "Cơ quan chủ trì", "Theo dõi",
                     "Đơn vị phụ trách", "Cơ quan, đơn vị theo dõi"],
    "support": ["Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp", "Cơ quan, đơn vị phối hợp", "Phối hợp thực hiện"],
    "dl": ["Thời gian", "Thời hạn", "Thời gian hoàn thành", "Thời hạn hoàn thành", "Tiến độ", "Thời gian thực hiện", "Hạn hoàn thành",
           "Tiến độ thực hiện", "Mốc thời gian"],
    "product": ["Sản phẩm", "Sản phẩm đầu ra", "Kết quả đầu ra", "Sản phẩm dự kiến", "Kết quả, sản phẩm"],
    "note": ["Ghi chú", "Lưu ý"],
    "reference": ["Căn cứ", "Văn bản giao", "Căn cứ giao", "Văn bản giao nhiệm vụ"],
    "unit": ["Đơn vị tính", "ĐVT", "Đơn vị đo"],
    "value": ["Kết quả", "Mức cần đạt", "Kết quả cần đạt", "Mức phấn đấu"],
    "both": ["Cơ quan chủ trì, phối hợp", "Đơn vị chủ trì/phối hợp", "Phân công thực hiện", "Phân công (chủ trì, phối hợp)",
             "Cơ quan, đơn vị chủ trì - phối hợp"],
}
GROUPS = ["Hoàn thiện thể chế", "Về hạ tầng số", "Về dữ liệu", "Phát triển nguồn nhân lực", "Nâng cao nhận thức",
          "Phát triển kinh tế số, xã hội số", "Bảo đảm an toàn, an ninh mạng"]
SHORT = 10     # words of a row's text that three pages can share


def spread(text, covered_after):
    """A title in a cell that crosses the columns right of it."""
    return [Cell(text, column_span=covered_after + 1)] + [Cell("", covered=True) for _ in range(covered_after)]


def body(table):
    return [i for i, (kind, _) in enumerate(table.rows) if kind == "R"]


def has_merged(table):
    return any(c.row_span > 1 for kind, row in table.rows if kind not in ("H", "BREAK") for c in row)


def headers(table):
    return [row for row in table.rows if row[0] == "H"]


def units(table):
    """Columns that move together: those under one heading, and the years."""
    out = [[i] for i in range(len(table.columns))]
    for kind, cells in table.rows:
        if kind == "H":
            for i, cell in enumerate(cells):
                if cell.column_span > 1:
                    out = [u for u in out if u[0] not in range(i, i + cell.column_span)] + [list(range(i, i + cell.column_span))]
    years = sorted(i for i, c in enumerate(table.columns) if re.fullmatch(r"y\d{4}", c))
    if years and all([y] in out for y in years):
        out = [u for u in out if u[0] not in years] + [years]
    return sorted(out)


def order(table, chance):
    """Other columns behind the ordinal. Titles of group rows cross all columns, so they stay."""
    if has_merged(table):
        return False
    parts = units(table)
    first = [u for u in parts if table.columns[u[0]] == "o"]
    rest = [u for u in parts if u not in first]
    was = list(rest)
    while rest == was and len(rest) > 1:
        chance.shuffle(rest)
    places = [i for u in first + rest for i in u]
    for number, (kind, cells) in enumerate(table.rows):
        if kind in "HR":
            table.rows[number] = (kind, [cells[i] for i in places])
    table.columns = [table.columns[i] for i in places]
    return True


def words(table, chance):
    """Other words of the same column vocabulary; columns without a list keep theirs."""
    top = {}
    for kind, cells in headers(table):
        for i, cell in enumerate(cells):
            if not cell.covered and cell.column_span == 1:
                top[i] = cell
    for i, role in enumerate(table.columns):
        if role == "note" and re.search("căn cứ|văn bản", top[i].text, re.I):
            role = "reference"
        if role == "value" and re.search(r"\d{4}", top[i].text):
            role = "y" + re.search(r"\d{4}", top[i].text)[0]
        if re.fullmatch(r"y\d{4}", role):
            top[i].text = chance.choice((role[1:], f"Năm {role[1:]}", f"Đến năm {role[1:]}", f"Mục tiêu năm {role[1:]}"))
            continue
        choices = WORDS.get(f"{table.what}.{role}") or WORDS.get(role)
        # Under "Trách nhiệm thực hiện" stand "Chủ trì" and "Phối hợp": short words.
        if choices and i in top and not any(c.column_span > 1 and k <= i < k + c.column_span
                                            for _, row in headers(table) for k, c in enumerate(row)):
            top[i].text = chance.choice(choices)
    return True


def loud_heads(table, chance):
    """Headings and group titles in capitals or bold. Stars are no markup inside HTML tables."""
    mark = chance.choice((lambda t: t.upper(), lambda t: f"<b>{t}</b>", lambda t: f"<b><i>{t}</i></b>",
                          lambda t: f"<b>{t.upper()}</b>"))
    for kind, cells in table.rows:
        if kind in "HG":
            for cell in cells:
                cell.text = mark(cell.text) if cell.text else ""
    return True


def groups_off(table, chance):
    """Compared without the field `group`."""
    kept = [(kind, cells) for kind, cells in table.rows if kind != "G" or any(c.note for c in cells)]
    if len(kept) == len(table.rows):
        return False
    table.rows = kept
    return True


def groups_on(table, chance):
    """Compared without the field `group`. Only where the ordinal comes first."""
    if any(kind in "GN" for kind, _ in table.rows) or table.columns[0] != "o" or has_merged(table):
        return False
    rows, width = body(table), len(table.columns)
    titles = chance.sample(GROUPS, 2)
    places = sorted({rows[0], rows[len(rows) // 2]}, reverse=True)
    marks = chance.choice((["I", "II"], ["A", "B"]))[:len(places)]
    for place, mark, title in zip(places, reversed(marks), titles):
        table.rows.insert(place, ("G", [Cell(mark)] + spread(title, width - 2)))
    return True


def titles_in_ordinals(table, chance):
    """Titles of groups in the column of ordinals, as text tables have them that know no wide cells."""
    groups = [cells for kind, cells in table.rows if kind == "G"]
    if not groups or table.columns[0] != "o" or has_merged(table):
        return False
    if any(len([c for c in cells if c.text]) != 2 for cells in groups):
        return False
    for cells in groups:
        mark, title = [c.text for c in cells if c.text]
        cells[:] = [Cell(f"{mark.rstrip('.')}. {title}")] + [Cell("") for _ in cells[1:]]
    return True


def lost_head(table, chance):
    """"Chủ trì | Phối hợp" below "Trách nhiệm thực hiện", which stands in the first of their columns."""
    if len(headers(table)) != 1 or "lead" not in table.columns or has_merged(table):
        return False
    lead = table.columns.index("lead")
    if table.columns[lead + 1:lead + 2] != ["support"]:
        return False
    place = next(i for i, (kind, _) in enumerate(table.rows) if kind == "H")
    cells = table.rows[place][1]
    if any(c.column_span > 1 for c in cells):
        return False
    below = [Cell("") for _ in cells]
    below[lead], below[lead + 1] = Cell("Chủ trì"), Cell("Phối hợp")
    cells[lead].text, cells[lead + 1].text = "Trách nhiệm thực hiện", ""
    table.rows.insert(place + 1, ("H", below))
    return True


def runs(table):
    """Runs of rows without a heading between, two or more."""
    out, run = [], []
    for i, (kind, _) in enumerate(table.rows + [("END", [])]):
        if kind == "R":
            run.append(i)
        else:
            out += [run] if len(run) > 1 else []
            run = []
    return out


def same_cells(table, chance):
    """For `merged`: gives the rows of a run one lead (or deadline), written out in each; the table to compare with."""
    roles = [r for r in ("lead", "lead", "support", "dl") if r in table.columns]
    if not runs(table) or not roles or has_merged(table):
        return None
    run = chance.choice(runs(table))
    size = chance.randint(2, min(4, len(run)))
    start = chance.randint(0, len(run) - size)
    column = table.columns.index(chance.choice(roles))
    rows = run[start:start + size]
    source = next((table.rows[i][1][column] for i in rows if table.rows[i][1][column].text), None)
    if source is None:
        return None
    for i in rows:
        table.rows[i][1][column].text = source.text
    return rows, column


def merge(table, rows, column):
    table.rows[rows[0]][1][column].row_span = len(rows)
    for i in rows[1:]:
        cell = table.rows[i][1][column]
        cell.text, cell.covered = "", True


def sub_rows(table, chance):
    """Rows 3, 4 become 3.1, 3.2 below a title "3"; compared without `ordinal` and `group`."""
    if table.columns[0] != "o" or has_merged(table) or not runs(table):
        return False
    run = chance.choice(runs(table))
    size = chance.randint(2, min(4, len(run)))
    start = chance.randint(0, len(run) - size)
    rows = run[start:start + size]
    number = table.rows[rows[0]][1][0].text.strip().rstrip(".")
    if not number.isdigit():
        return False
    for k, i in enumerate(rows):
        table.rows[i][1][0].text = f"{number}.{k + 1}"
    for k, i in enumerate(run[start + size:]):
        table.rows[i][1][0].text = str(int(number) + 1 + k)
    table.rows.insert(rows[0], ("N", [Cell(number)] + spread(chance.choice(GROUPS), len(table.columns) - 2)))
    return True


def breaks(table, chance):
    """Row numbers before which a page may end: not inside merged cells, not below a heading row."""
    open_rows = set()
    for i, (kind, cells) in enumerate(table.rows):
        for cell in cells:
            open_rows |= set(range(i + 1, i + cell.row_span))
    return [i for i in body(table)[1:] if i not in open_rows and table.rows[i - 1][0] == "R"]


def pages(repeat):
    """The table goes on below, with its header (repeat) or without."""
    def change(table, chance):
        places = breaks(table, chance)
        if not places:
            return False
        for place in sorted(chance.sample(places, min(len(places), chance.randint(1, 3))), reverse=True):
            table.rows[place:place] = [("BREAK", [])] + (copy.deepcopy(headers(table)) if repeat else [])
        return True
    return change


def cut_row(repeat):
    """One row on three pages: its text in three pieces, the other cells on the first (a long lead on two)."""
    def change(table, chance):
        column = table.columns.index("text")
        rows = [i for i in body(table) if len(table.rows[i][1][column].text.split()) >= SHORT]
        if not rows or has_merged(table):
            return False
        place = chance.choice(rows)
        cells = table.rows[place][1]
        all_words = cells[column].text.split()
        a, b = sorted(chance.sample(range(3, len(all_words) - 2), 2))
        cells[column].text = " ".join(all_words[:a])
        rest = []
        for piece in (all_words[a:b], all_words[b:]):
            row = [Cell("") for _ in cells]
            row[column].text = " ".join(piece)
            rest += [("BREAK", [])] + (copy.deepcopy(headers(table)) if repeat else []) + [("R", row)]
        table.rows[place + 1:place + 1] = rest
        return True
    return change


def broken_cells(table, chance):
    """Line ends inside cells, as narrow columns have them; a line of a list of bodies ends at a sign, so bodies stay whole."""
    width = chance.choice((18, 26, 40))
    for kind, cells in table.rows:
        for i, cell in enumerate(cells):
            if kind == "R" and table.columns[i] in ("text", "note", "product", "dl") and "<br>" not in cell.text:
                lines, line = [], ""
                for word in cell.text.split():
                    if line and len(line) + 1 + len(word) > width:
                        lines, line = lines + [line], word
                    else:
                        line = f"{line} {word}".strip()
                cell.text = "<br>".join(lines + [line])
    return True
