"""Reads a corpus source: one annotated text from which both the paper and its expected record are made.

    ---                                 the head: one `key: value` a line; `cite`, `named`, `rel`, `arguable` may repeat
    symbol: 96/TB-UBND
    cite: 57-NQ/TW | nghị quyết | 2024-12-22 | Bộ Chính trị | về đột phá … | alias=Nghị quyết 57
    rel: self implements 57-NQ/TW
    ---
    # I. MỤC TIÊU                       heading (#, ##, ###); `^` a centred line; `_` an italic line; the rest paragraphs
    - Tỷ lệ hồ sơ trực tuyến đạt trên 80%.
    @target > | 80 | % | 2030 | Tỷ lệ hồ sơ trực tuyến | Trung tâm …     what the line above holds
    @task lead=… | support=… | dl=trước ngày 30/11/2025; date; 2025-11-30
    @lead Phòng Kinh tế                 after a heading: the lead of the tasks under it
    === annex II | landscape | PHỤ LỤC II | NHIỆM VỤ … | (Kèm theo …)
    || tasks cols=o,text,lead,support,dl,note w=5,40,15,15,12,13 header=repeat
    |H TT | Nội dung | …                header row; `<<` joins the cell to its left one, `^^` to the one above
    |G I | Về dữ liệu                   group row; one cell: it crosses all columns
    |N 13 | Nâng cao nhận thức          numbered row that heads sub-rows
    |R 13.1 | … | Công an xã {Công an xã} | … | Tháng 12/2025 {month 2025-12-31} | …
    ||end

What stands in braces in a cell is annotation and is not printed.
"""
import re
import sys
from dataclasses import dataclass, field

REPEATED = ("cite", "named", "rel", "arguable")
LISTS = ("left", "title", "recipients", "addressees", "signer")


@dataclass
class Block:
    kind: str                       # h1 h2 h3 center italic p
    text: str
    notes: list = field(default_factory=list)    # (name, value) of the @ lines below it


@dataclass
class Cell:
    text: str
    note: str = ""                  # the braces' content that concerns the cell itself
    goals: list = field(default_factory=list)    # the content of each {G …}
    column_span: int = 1
    row_span: int = 1
    covered: bool = False           # hidden under a cell that spans it


@dataclass
class Table:
    what: str                       # tasks | targets | other
    columns: list
    widths: list
    repeat_header: bool
    rows: list = field(default_factory=list)     # (kind, [Cell]) with kind H G N R


@dataclass
class Section:
    annex: object                   # None for the body, else the annex's number ("" = unnumbered)
    landscape: bool
    heading: list                   # centred lines on top of an annex
    blocks: list = field(default_factory=list)


@dataclass
class Document:
    slug: str
    head: dict
    sections: list


def fail(path, number, message):
    sys.exit(f"{path}:{number}: {message}")


def parse_cell(raw):
    notes = re.findall(r"\{([^{}]*)\}", raw)
    cell = Cell(re.sub(r"\s*\{[^{}]*\}", "", raw).strip())
    for note in notes:
        if note.startswith("G "):
            cell.goals.append(note[2:])
        else:
            cell.note = note
    return cell


def parse_row(line, table, path, number):
    kind, cells = line[1], [parse_cell(c) for c in re.split(r"\s+\|(?=\s|$)", line[2:])]
    width = len(table.columns)
    if kind in "GN" and len(cells) < width:
        cells[-1].column_span = width - len(cells) + 1
        cells += [Cell("", covered=True) for _ in range(width - len(cells))]
    if len(cells) != width:
        fail(path, number, f"{len(cells)} cells, {width} columns")
    for i, cell in enumerate(cells):
        if cell.text == "<<":
            cell.text, cell.covered = "", True
            left = next(c for c in reversed(cells[:i]) if not c.covered)
            left.column_span += 1
        elif cell.text == "^^":
            cell.text, cell.covered = "", True
            above = next(r[i] for _, r in reversed(table.rows) if not r[i].covered)
            above.row_span += 1
    table.rows.append((kind, cells))


def parse_head(lines, path):
    head = {key: [] for key in REPEATED}
    for number, line in enumerate(lines, 2):
        if not line.strip():
            continue
        key, colon, value = line.partition(":")
        if not colon:
            fail(path, number, "a head line is `key: value`")
        value = value.strip()
        if key in REPEATED:
            head[key].append(value)
        else:
            head[key] = [v.strip() for v in value.split(" | ")] if key in LISTS else value
    for key in LISTS:
        head.setdefault(key, [])
    return head


def parse(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    end = lines.index("---", 1)
    document = Document(path.stem, parse_head(lines[1:end], path), [Section(None, False, [])])
    table = None
    for number, line in enumerate(lines[end + 1:], end + 2):
        section = document.sections[-1]
        line = line.rstrip()
        if line == "||end":
            table = None
        elif table is not None:
            parse_row(line, table, path, number)
        elif line.startswith("|| "):
            words = line.split()
            options = dict(w.split("=", 1) for w in words[2:])
            table = Table(words[1], options["cols"].split(","), [int(w) for w in options["w"].split(",")],
                          options.get("header") == "repeat")
            section.blocks.append(table)
        elif line.startswith("=== annex"):
            parts = [p.strip() for p in line[len("=== annex"):].split(" | ")]
            document.sections.append(Section(parts[0], parts[1] == "landscape", parts[2:]))
        elif line.startswith("@"):
            name, _, value = line[1:].partition(" ")
            section.blocks[-1].notes.append((name, value.strip()))
        elif line.strip():
            mark = re.match(r"(#{1,3}|\^|_) ", line)
            kind = {"#": "h1", "##": "h2", "###": "h3", "^": "center", "_": "italic"}[mark[1]] if mark else "p"
            section.blocks.append(Block(kind, line[mark.end():] if mark else line))
    return document


def printed_date(head):
    if "date_printed" in head:
        return head["date_printed"]
    year, month, day = head["date"].split("-")
    return f"ngày {day} tháng {month if int(month) < 3 else int(month)} năm {year}"


def printed_symbol(head):
    if "printed" in head:
        return head["printed"]
    return ("Số " if "party" in head else "Số: ") + head["symbol"]


def motto(head):
    """The right half of the letterhead."""
    if "party" in head:
        return ["ĐẢNG CỘNG SẢN VIỆT NAM"]
    return ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]


def addressee_lines(head):
    names = head["addressees"]
    if len(names) == 1:
        return [f"Kính gửi: {names[0]}."]
    return ["Kính gửi:"] + [f"- {n}{';' if i + 1 < len(names) else '.'}" for i, n in enumerate(names)] if names else []


def recipient_lines(head):
    names = head["recipients"]
    return [f"- {n}{';' if i + 1 < len(names) else '.'}" for i, n in enumerate(names)]


def signer_lines(head):
    """Authority and position lines, top down; the name is head["signer_name"]."""
    return [line for line in head["signer"] if line]
