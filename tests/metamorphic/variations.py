"""The kinds of variation: KINDS[name](shelf, chance) gives a Variant, or None where the paper drawn has nothing to vary."""
import re
from dataclasses import dataclass

import letters
import tables
from papers import FILLED, HEADINGS, Style, only_html


@dataclass
class Variant:
    paper: str
    base: str             # the text to compare with
    text: str
    ignore: tuple = ()    # fields of rows that the variation means to change


@dataclass
class Shelf:
    sheets: list          # of the corpus's sources: blocks and tables
    prose: list           # sheets made of texts whose paragraphs are known
    texts: list           # (name, text): as they came


def of_text(change, prose_only=False):
    """Letters of any text: sheets set plainly, or texts as they came."""
    def make(shelf, chance):
        if chance.random() < 0.5 and shelf.texts:
            name, base = chance.choice(shelf.texts)
            # Columns set with blanks: a longer date or symbol would move what stands right of it.
            if len(re.findall(r"\S {3,}\S.* {3,}\S", base)) > 3 and change not in [LETTERS[k] for k in SAME_SIZE]:
                return None
        else:
            sheet = chance.choice(shelf.sheets)
            name, base = sheet.name, sheet.print()
        text = change(base, chance)
        return Variant(name, base, text) if text != base else None
    return make


def cut(how):
    """Symbols are cut in running text that is wrapped: where every other line is a paragraph, a cut line says otherwise."""
    def make(shelf, chance):
        sheet = chance.choice(shelf.sheets + shelf.prose)
        style = Style(width=chance.choice((60, 72, 90, 110)))
        varied = sheet.copy()
        change = letters.cut_symbols(how)
        wrapped = Style(width=style.width)
        for part in varied.parts:
            if part.kind in ("p", "italic", "subject"):
                part.text = fill_around(change(part.text, chance), style.width)
        text = varied.print(Style())
        base = sheet.print(wrapped)
        return Variant(sheet.name, base, text) if text != base else None
    return make


def fill_around(text, width):
    """Fills lines to `width`, but keeps the line ends that are there, each at the end of a line that is as full as it can be."""
    pieces = text.split("\n")
    lines, line = [], ""
    for number, piece in enumerate(pieces):
        for k, word in enumerate(piece.split(" ")):
            glued = number > 0 and k == 0
            if glued:
                # The piece before the cut closes its line; what is on it is moved up only if the line is nearly full.
                lines, line = lines + [line], word
            elif line and len(line) + 1 + len(word) > width:
                lines, line = lines + [line], word
            else:
                line = f"{line} {word}" if line else word
    return "\n".join(lines + [line])


def wrapped(**options):
    def make(shelf, chance):
        sheet = chance.choice(shelf.sheets + shelf.prose)
        style = Style(width=chance.randint(48, 130), **{k: v(chance) for k, v in options.items()})
        return Variant(sheet.name, sheet.print(), sheet.print(style))
    return make


def headings_upper(shelf, chance):
    sheet = chance.choice(shelf.sheets)
    # "(Kèm theo Kế hoạch số ...)" below an annex's title is no heading; a mark "a)" stays small.
    upper = sheet.map_text(lambda text: text if text.startswith("(") else
                           re.sub(r"^([a-zđ]\) )?(.*)", lambda m: (m[1] or "") + m[2].upper(), text), HEADINGS)
    return Variant(sheet.name, sheet.print(), upper.print())


def marked(choices):
    """Bold and slanted kinds, each with one pair of marks of `choices` or none."""
    def make(shelf, chance):
        sheet = chance.choice(shelf.sheets)
        kinds = ("left", "motto", "type", "subject", "annex", "h1", "h2", "h3", "date", "label", "signer", "name", "italic", "center")
        marks = {k: chance.choice(choices) for k in kinds if chance.random() < 0.7}
        return Variant(sheet.name, sheet.print(), sheet.print(Style(marks=marks)))
    return make


def with_tables(change, ignore=(), form=None):
    """Each table of a sheet changed; set as HTML or, where the table can be, as pipes or tabs."""
    def make(shelf, chance):
        sheet = chance.choice([s for s in shelf.sheets if s.tables()])
        varied = sheet.copy()
        done = [change(table, chance) for table in varied.tables()]
        if not any(done):
            return None
        style = Style(table=form or chance.choice(("html", "pipe", "tabs")))
        if any(only_html(t) for t in varied.tables()):
            style.table = "html"
        return Variant(sheet.name, sheet.print(), varied.print(style), ignore)
    return make


def table_form(form):
    def make(shelf, chance):
        sheets = [s for s in shelf.sheets if s.tables() and not any(only_html(t) for t in s.tables())]
        sheet = chance.choice(sheets)
        return Variant(sheet.name, sheet.print(), sheet.print(Style(table=form)))
    return make


def merged_cells(shelf, chance):
    sheet = chance.choice([s for s in shelf.sheets if s.tables()]).copy()
    places = [tables.same_cells(t, chance) for t in sheet.tables()]
    base = sheet.print()
    for table, place in zip(sheet.tables(), places):
        if place:
            tables.merge(table, *place)
    return Variant(sheet.name, base, sheet.print()) if any(places) else None


def several(shelf, chance):
    """Two or three changes of letters over a wrapped sheet."""
    sheet = chance.choice(shelf.sheets)
    names = chance.sample(("letters.nfd", "letters.tone_mixed", "letters.horn", "letters.dashes", "symbols.blanks", "dates.mixed"), 2)
    text = sheet.print(Style(width=chance.randint(60, 110)))
    for name in sorted(names, reverse=True):     # symbols and dates while their letters are still composed
        text = LETTERS[name](text, chance)
    return Variant(sheet.name, sheet.print(), text)


SAME_SIZE = ("letters.nfd", "letters.nfd_some", "letters.tone_old", "letters.tone_new", "letters.tone_mixed", "letters.lookalikes",
             "letters.horn", "letters.eth", "letters.african_d", "letters.dashes")


LETTERS = {
    "letters.nfd": letters.nfd,
    "letters.nfd_some": letters.nfd_some,
    "letters.tone_old": letters.tones("old"),
    "letters.tone_new": letters.tones("new"),
    "letters.tone_mixed": letters.tones("mixed"),
    "letters.lookalikes": letters.lookalikes,
    "letters.horn": letters.exchange(letters.HORN, 1.0),
    "letters.eth": letters.exchange({"Ð": "Đ", "ð": "đ"}, 1.0),
    "letters.african_d": letters.exchange({"Ɖ": "Đ", "ɖ": "đ"}, 1.0),
    "letters.dashes": letters.dashes,
    "letters.blanks": letters.blanks,
    "symbols.blanks": letters.spaced_symbols,
    "dates.slash": letters.dates("slash"),
    "dates.zeros": letters.dates("zeros"),
    "dates.dot": letters.dates("dot"),
    "dates.dash": letters.dates("dash"),
    "dates.words": letters.dates("words"),
    "dates.mixed": letters.dates("mixed"),
}

def in_pieces(shelf, chance):
    """Cells whose walls are lost. Not among KINDS: what a row may keep then is less (docs/record.md)."""
    sheet = chance.choice([s for s in shelf.sheets if s.tables()])
    return Variant(sheet.name, sheet.print(), sheet.print(Style(table="pieces", width=chance.randint(50, 100))))


KINDS = {name: of_text(change) for name, change in LETTERS.items()}
KINDS |= {
    "symbols.cut_joint": cut("joint"),
    "symbols.cut_before": cut("before"),
    "symbols.cut_code": cut("code"),
    "symbols.cut_hyphen": cut("hyphen"),
    "prose.wrap": wrapped(),
    "prose.wrap_hyphens": wrapped(hyphens=lambda c: True),
    "prose.wrap_close": wrapped(gaps=lambda c: False, hyphens=lambda c: c.random() < 0.5),
    "prose.wrap_indent": wrapped(gaps=lambda c: False, indent=lambda c: c.choice((4, 6, 8))),
    "prose.wrap_pages": wrapped(page=lambda c: c.randint(25, 50), gaps=lambda c: c.random() < 0.5),
    "headings.upper": headings_upper,
    "markup.stars": marked((("**", "**"), ("*", "*"), ("***", "***"), ("__", "__"))),
    "markup.html": marked((("<b>", "</b>"), ("<i>", "</i>"), ("<b><i>", "</i></b>"), ("<strong>", "</strong>"), ("<u>", "</u>"))),
    "markup.hashes": marked((("## ", ""), ("### **", "**"), ("# ", ""))),
    "tables.pipe": table_form("pipe"),
    "tables.tabs": table_form("tabs"),
    "tables.order": with_tables(tables.order),
    "tables.words": with_tables(tables.words),
    "tables.loud_heads": with_tables(tables.loud_heads),
    "tables.groups_off": with_tables(tables.groups_off, ("group",)),
    "tables.groups_on": with_tables(tables.groups_on, ("group",)),
    "tables.titles_in_ordinals": with_tables(tables.titles_in_ordinals, form="pipe"),
    "tables.lost_head": with_tables(tables.lost_head, form="pipe"),
    "tables.merged": merged_cells,
    "tables.sub_rows": with_tables(tables.sub_rows, ("group", "ordinal")),
    "tables.header_repeated": with_tables(tables.pages(True)),
    "tables.header_once": with_tables(tables.pages(False)),
    "tables.row_cut": with_tables(tables.cut_row(False)),
    "tables.row_cut_header": with_tables(tables.cut_row(True)),
    "tables.broken_cells": with_tables(tables.broken_cells, form="html"),
    "several": several,
}
