"""The documents that are varied: the corpus's sources as blocks and tables, and texts as they came.

A Sheet is a paper as a list of parts, set as text by Sheet.print(style): the same parts with other line ends, marks or tables
are the same document.
"""
import copy
import html
import re
import sys
import textwrap
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "corpus" / "typeset"))
import annotated  # noqa: E402

HEADINGS = ("h1", "h2", "h3", "subject", "annex", "type")
FILLED = ("p", "italic", "h1", "h2", "h3", "subject", "annex", "recipient", "addressee", "vv")   # kinds whose lines are wrapped


@dataclass
class Part:
    kind: str            # left motto number date vv type subject addressee p italic center h1 h2 h3 label recipient signer name annex table text
    text: str = ""
    table: object = None
    gap: bool = True     # an empty line stands above


@dataclass
class Style:
    """How a sheet is set; the default is what leaves no doubt: a paragraph a line, empty lines between."""
    table: str = "html"                  # html | pipe | tabs | pieces
    width: int = 0                       # 0: a paragraph a line
    hyphens: bool = False                # lines may end behind a hyphen or slash inside a word
    gaps: bool = True                    # empty lines between paragraphs
    indent: int = 0                      # blanks before a paragraph's first line
    page: int = 0                        # lines a page, with form feed and page number; 0: no pages
    marks: dict = field(default_factory=dict)     # kind -> (before, after)


@dataclass
class Sheet:
    name: str
    parts: list

    def copy(self):
        return copy.deepcopy(self)

    def tables(self):
        return [p.table for p in self.parts if p.table]

    def map_text(self, change, kinds=None, cells=True):
        """A copy whose texts went through change(text), cells too unless `cells` is false."""
        out = self.copy()
        for part in out.parts:
            if part.table and cells and kinds is None:
                for _, row in part.table.rows:
                    for cell in row:
                        cell.text = change(cell.text)
            elif not part.table and (kinds is None or part.kind in kinds):
                part.text = change(part.text)
        return out

    def print(self, style=None):
        style = style or Style()
        lines, before = [], None
        for part in self.parts:
            own = table_lines(part.table, style) if part.table else paragraph_lines(part, style)
            if before and part.gap and (style.gaps or stands_apart(before, part) or not style.indent and looks_full(lines[-1], own[0], style)):
                lines.append("")
            lines, before = lines + own, part
        if style.page:
            lines = with_pages(lines, style.page)
        return "\n".join(lines) + "\n"


def stands_apart(before, part):
    """Only running text follows running text without a gap."""
    return any(p.kind not in FILLED or p.kind in ("subject", "annex", "vv") for p in (before, part))


def looks_full(last, first, style):
    """The next paragraph's first word would not have fitted: from the lines alone nobody can tell that a paragraph ends here."""
    return len(last) + 1 + len(first.split(" ")[0]) > style.width


def paragraph_lines(part, style):
    before, after = style.marks.get(part.kind, ("", ""))
    text = before + part.text + after
    if not style.width or part.kind not in FILLED:
        return text.split("\n")
    indent = " " * style.indent if part.kind in ("p", "italic", "h1", "h2", "h3") else ""
    return [line for piece in text.split("\n")
            for line in textwrap.wrap(piece, style.width, initial_indent=indent, break_long_words=False,
                                      break_on_hyphens=style.hyphens) or [""]]


def with_pages(lines, size):
    """A form feed each `size` lines; pages after the first bear their number on top. HTML tables are not cut."""
    out, page, count, depth = [], 1, 0, 0
    for line in lines:
        depth += line.count("<table") - line.count("</table>")
        in_table = depth > 0 or "\t" in line or line.startswith("|")
        if count >= size and not in_table:
            page, count = page + 1, 0
            out += [f"\f{' ' * 38}{page}"]
        out.append(line)
        count += 1
    return out


def table_lines(table, style):
    if style.table == "pieces":
        return piece_lines(table, style.width or 70)
    return {"html": html_lines, "pipe": pipe_lines, "tabs": tab_lines}[style.table](table)


def piece_lines(table, width):
    """A table as a PDF-to-text program leaves it: number and work on one line, each other cell on lines of its own."""
    out = []
    for kind, cells in table.rows:
        if kind == "BREAK":
            continue
        texts = [re.sub(r"<[^>]*>", " ", c.text).strip() for c in cells if not c.covered]
        texts = [t for t in texts if t]
        if kind != "H" and len(texts) > 1:
            texts[:2] = [" ".join(texts[:2])]
        for text in texts:
            out += [line for piece in text.split("\n") for line in textwrap.wrap(piece, width, break_long_words=False, break_on_hyphens=False)]
    return out


def cell_html(text):
    return re.sub("&lt;(/?(?:b|i|br))&gt;", r"<\1>", html.escape(text, quote=False))


def html_lines(table):
    out = ["<table>"]
    for kind, cells in table.rows:
        if kind == "BREAK":
            out += ["</table>", "", "<table>"]
            continue
        tag, row = "th" if kind == "H" else "td", []
        for cell in (c for c in cells if not c.covered):
            spans = f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
            spans += f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
            row.append(f"<{tag}{spans}>{cell_html(cell.text)}</{tag}>")
        out.append("<tr>" + "".join(row) + "</tr>")
    return out + ["</table>"]


def pipe_lines(table):
    out, first = [], True
    for kind, cells in table.rows:
        if kind == "BREAK":
            out, first = out + [""], True
            continue
        out.append("| " + " | ".join(c.text.replace("|", "\\|") for c in cells) + " |")
        if first:
            out.append("|" + "---|" * len(cells))
        first = False
    return out


def tab_lines(table):
    return ["" if kind == "BREAK" else "\t".join(c.text.replace("<br>", " ") for c in cells) for kind, cells in table.rows]


def only_html(table):
    """Merged body cells, or a cell in several paragraphs: other markups cannot say so."""
    return any(c.row_span > 1 or "<br>" in c.text for kind, row in table.rows if kind not in ("H", "BREAK") for c in row) or \
        sum(kind == "H" for kind, _ in table.rows) > 1


def sheet_of(document):
    head, parts = document.head, []

    def add(kind, texts, gap=True):
        for i, text in enumerate(texts):
            parts.append(Part(kind, text, gap=gap and i == 0))

    if "place" in head:     # an annex alone in its file has no head
        add("left", head["left"])
        add("motto", annotated.motto(head))
        add("number", [annotated.printed_symbol(head)])
        add("vv", [head["vv"]] if "vv" in head else [], gap=False)
        add("date", [f'{head["place"]}, {annotated.printed_date(head)}'])
    add("type", head["title"][:1])
    if head["title"][1:]:
        add("subject", [" ".join(head["title"][1:])])
    add("addressee", annotated.addressee_lines(head))
    for section in document.sections:
        add("annex", section.heading)
        for block in section.blocks:
            if isinstance(block, annotated.Table):
                parts.append(Part("table", table=copy.deepcopy(block)))
            else:
                parts.append(Part(block.kind, block.text))
        if section.annex is None and head["signer"]:
            add("label", ["Nơi nhận:"])
            add("recipient", annotated.recipient_lines(head), gap=False)
            add("signer", annotated.signer_lines(head))
            add("name", [head["signer_name"]] if "signer_name" in head else [])
    return Sheet(document.slug, parts)


def corpus_sheets():
    return [sheet_of(annotated.parse(path)) for path in sorted((ROOT / "corpus" / "sources").glob("*.annotated"))]


def sheet_of_text(name, text):
    """A text whose paragraphs are known, one a line, as parts: what is no table and longer than a line is prose."""
    parts, gap = [], False
    for line in text.split("\n"):
        if not line.strip():
            gap = True
            continue
        table_line = "\t" in line or line.lstrip().startswith("|") or "<t" in line
        # A heading of Markdown is one line; wrapped it would be none.
        prose = len(line) > 90 and not table_line and not line.startswith("#")
        parts.append(Part("p" if prose else "text", line.rstrip(), gap=gap))
        gap = False
    return Sheet(name, parts)


def text_papers(shared):
    """(name, text): the corpus's texts, and the samples' where they are."""
    paths = sorted((ROOT / "corpus").glob("*/source.txt")) + sorted((ROOT / "corpus").glob("*/source.md"))
    samples = shared / "samples"
    if samples.is_dir():
        paths += sorted(samples.glob("*.txt")) + sorted(samples.glob("whole/*.txt")) + sorted(samples.glob("heads/*.txt"))
    out = []
    for path in paths:
        raw = path.read_bytes()
        text = raw.decode("utf-16") if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else raw.decode("utf-8", "replace")
        name = path.parent.name if path.stem == "source" else f"{path.parent.name}/{path.stem}"
        out.append((name, text.replace("\r\n", "\n")))
    return out
