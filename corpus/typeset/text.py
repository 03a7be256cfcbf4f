"""A source as text of the kinds that arrive: Markdown, tabs with <b>, HTML tables, copies from the web, damaged text."""
import random
import re
import textwrap
import unicodedata
from html import escape

from annotated import (Table, addressee_lines, motto, printed_date, printed_symbol, recipient_lines, signer_lines)


def place_and_date(head):
    return f'{head["place"]}, {printed_date(head)}'


def pipe_table(table):
    out = []
    for kind, cells in table.rows:
        texts = [c.text.replace("|", "\\|") for c in cells]
        out.append("| " + " | ".join(f"**{t}**" if t and kind in "HG" else t for t in texts) + " |")
        if kind == "H" and len(out) == 1:
            out.append("|" + "---|" * len(cells))
    return "\n".join(out)


def tab_table(table, bold):
    mark = (lambda t: f"<b>{t}</b>" if t else t) if bold else (lambda t: t)
    return "\n".join("\t".join(mark(c.text) if kind in "HGN" else c.text for c in cells).replace("<br>", " ")
                     for kind, cells in table.rows)


def html_table(table):
    out = ["<table>"]
    for kind, cells in table.rows:
        out.append("<tr>")
        for cell in cells:
            if not cell.covered:
                spans = f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
                spans += f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
                tag = "th" if kind == "H" else "td"
                out.append(f'<{tag}{spans}>{escape(cell.text).replace("&lt;br&gt;", "<br/>")}</{tag}>')
        out.append("</tr>")
    return "".join(out) + "</table>"


def markdown(document, table_text=pipe_table):
    """As PDF-to-Markdown converters give it: marks of headings that do not agree, bold titles, pipe tables."""
    head = document.head
    out = ["\n".join(f"**{line}**" for line in head["left"]), "\n".join(f"**{line}**" for line in motto(head)),
           printed_symbol(head)] + ([head["vv"]] if "vv" in head else []) + [f"*{place_and_date(head)}*"]
    if head["title"]:
        out += [f"## {head['title'][0]}", f"**{' '.join(head['title'][1:])}**"]
    out += addressee_lines(head)
    for section in document.sections:
        if section.heading:
            out.append("\n".join(f"*{h}*" if h.startswith("(") else f"**{h}**  " for h in section.heading))
        for i, block in enumerate(section.blocks):
            if isinstance(block, Table):
                out.append(table_text(block))
            elif block.kind.startswith("h"):
                bold = "**" if i % 2 else ""
                out.append(f"{'#' * (int(block.kind[1]) + 1 + i % 2)} {bold}{block.text}{bold}")
            else:
                out.append({"center": f"**{block.text}**", "italic": f"*{block.text}*"}.get(block.kind, block.text))
        if section.annex is None and head["signer"]:
            out += ["***Nơi nhận:***\n\n" + "\n".join(recipient_lines(head)), "**" + "  \n".join(signer_lines(head)) + "**"]
            out += [f"**{head['signer_name']}**"] if "signer_name" in head else []
    return "\n\n".join(out) + "\n"


def plain(document, width=None, tabs=False):
    """Paragraphs, one a line (or filled to `width`), the head's columns one after the other (or on one line, with tabs)."""
    head = document.head
    left, right = head["left"] + [printed_symbol(head)] + ([head["vv"]] if "vv" in head else []), motto(head) + [place_and_date(head)]
    if tabs:
        size = max(len(left), len(right))
        pairs = zip(left + [""] * (size - len(left)), right + [""] * (size - len(right)))
        out = ["\t\t".join(pair).rstrip() for pair in pairs]
    else:
        out = left[:len(head["left"])] + motto(head) + left[len(head["left"]):] + [place_and_date(head)]
    out += [""] + head["title"] + [""] + addressee_lines(head)
    for section in document.sections:
        out += ["", *section.heading, ""] if section.heading else []
        out += [tab_table(b, False) if isinstance(b, Table) else b.text for b in section.blocks]
        if section.annex is None and head["signer"]:
            out += ["", "Nơi nhận:"] + recipient_lines(head) + [""] + signer_lines(head)
            out += ["", head["signer_name"]] if "signer_name" in head else []
    if width:
        out = [part for line in out for part in (textwrap.wrap(line, width, break_on_hyphens=True) if len(line) > width else [line])]
    return "\n".join(out) + "\n"


def web_copy(document):
    """As copied off a page of laws: the head's table as lone bars, bold marks, lines broken at 80 columns."""
    head = document.head
    left, right = head["left"], motto(head)
    out = ["|", f"**{left[0]}" + (" **" if len(left) > 1 else "**"), *left[1:], "-------", "|", f"**{right[0]}**", *right[1:], "---------------",
           "|", "|", printed_symbol(head), "|", f"*{place_and_date(head)}*", "|", ""]
    out += [f"**{head['title'][0]}**", "", " ".join(head["title"][1:]).upper(), ""]
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                out.append(tab_table(block, False))
                continue
            mark = {"italic": "*", "center": "**"}.get(block.kind, "**" if block.kind.startswith("h") else "")
            out += [mark + block.text + mark, ""]
        if section.annex is None and head["signer"]:
            out += ["|", "***Nơi nhận:***", *recipient_lines(head), "|", *(f"**{s}**" for s in signer_lines(head)), "", head.get("signer_name", ""), "|"]
    return "\n".join(part for line in out for part in (textwrap.wrap(line, 80) or [""])) + "\n"


def damage(text, seed):
    """What bad converters do to letters and lines, and a reader still sees through: look-alike letters (ƣ, Ð, ð), blanks inside symbols,
    soft hyphens, sentences cut by a blank line. Lines are filled to 78 columns first; the same seed gives the same text."""
    chance = random.Random(seed)
    out = []
    for line in text.split("\n"):
        line = re.sub(r"(\d+)(-|/)((?:NQ|KH|TB|QĐ|UBND|BC)\b)",
                      lambda m: m[1] + chance.choice((" " + m[2], m[2] + " ", m[2], "–" if m[2] == "-" else m[2])) + m[3], line)
        line = "".join({"ư": "ƣ", "Ư": "Ƣ"}.get(c, c) if chance.random() < 0.5 else {"Đ": "Ð", "đ": "ð"}.get(c, c) if chance.random() < 0.1 else c
                       for c in line)
        if len(line) > 60 and chance.random() < 0.15:
            middle = line.find(" ", len(line) // 2)
            word = line.find(" ", middle + 1)
            if word - middle > 5:
                line = line[:middle + 3] + "\u00ad" + line[middle + 3:]
        out.append(line)
        if len(line) > 70 and not line.endswith((".", ";", ":")) and chance.random() < 0.12:
            out.append("")
    return "\n".join(out)


KINDS = {   # output -> (file name, bytes)
    "markdown": ("source.md", lambda d: markdown(d).encode()),
    "html": ("source.md", lambda d: markdown(d, html_table).encode()),
    "tabs": ("source.txt", lambda d: markdown(d, lambda t: tab_table(t, True)).encode()),
    "web": ("source.txt", lambda d: web_copy(d).encode()),
    "plain": ("source.txt", lambda d: plain(d).encode()),
    "nfd": ("source.txt", lambda d: unicodedata.normalize("NFD", plain(d, 90)).encode()),
    "utf16": ("source.txt", lambda d: b"\xff\xfe" + plain(d, tabs=True).replace("\n", "\r\n").encode("utf-16-le")),
    "lookalike": ("source.txt", lambda d: damage(plain(d, 78), d.slug).encode()),
}
