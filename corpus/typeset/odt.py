"""A source as a flat OpenDocument text, for LibreOffice: page styles, running page number and spans that HTML import loses."""
from xml.sax.saxutils import escape

from annotated import (Table, addressee_lines, motto, printed_date, printed_symbol, recipient_lines, signer_lines)

SPACES = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for p, n in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("fo", "xsl-fo-compatible"),
    ("svg", "svg-compatible")))
FONT = 'style:font-name="Serif" style:font-name-asian="Serif" style:font-name-complex="Serif"'


def paragraph_style(name, size, align, bold=False, italic=False, indent="0cm", after="0.12cm", master=None, keep=False):
    page = f' style:master-page-name="{master}"' if master else ""
    return (f'<style:style style:name="{name}" style:family="paragraph"{page}><style:paragraph-properties fo:text-align="{align}" '
            f'fo:text-indent="{indent}" fo:margin-bottom="{after}" {"fo:keep-with-next=" + chr(34) + "always" + chr(34) if keep else ""}/>'
            f'<style:text-properties {FONT} fo:font-size="{size}pt" fo:language="vi" fo:country="VN" '
            f'fo:font-weight="{"bold" if bold else "normal"}" fo:font-style="{"italic" if italic else "normal"}"/></style:style>')


STYLES = "".join((
    paragraph_style("P", 13, "justify", indent="1cm"), paragraph_style("First", 12, "center", master="First", after="0cm"),
    paragraph_style("h1", 13, "justify", True, indent="1cm", keep=True),
    paragraph_style("h2", 13, "justify", True, indent="1cm", keep=True),
    paragraph_style("h3", 13, "justify", True, True, indent="1cm", keep=True),
    paragraph_style("italic", 13, "justify", italic=True, indent="1cm"), paragraph_style("center", 13, "center", True),
    paragraph_style("ci", 12, "center", italic=True), paragraph_style("c", 13, "center"),
    paragraph_style("hb", 12, "center", True, after="0cm"), paragraph_style("hn", 12, "center", after="0cm"),
    paragraph_style("hi", 13, "center", italic=True, after="0cm"), paragraph_style("rb", 11, "start", True, True, after="0cm"),
    paragraph_style("rn", 11, "start", after="0cm"), paragraph_style("Up", 13, "center", True, master="Next"),
    paragraph_style("Wide", 13, "center", True, master="Wide"), paragraph_style("n", 11, "start", after="0cm"),
    paragraph_style("nb", 11, "start", True, after="0cm"), paragraph_style("nc", 11, "center", after="0cm"),
    paragraph_style("nh", 11, "center", True, after="0cm"),
    '<style:style style:name="box" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" '
    'fo:padding="0.08cm" style:vertical-align="middle"/></style:style>',
    '<style:style style:name="bare" style:family="table-cell"><style:table-cell-properties fo:border="none" fo:padding="0.05cm"/></style:style>'))


def layout(name, width, height, orientation, header):
    head = ('<style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.2cm"/></style:header-style>'
            if header else "")
    return (f'<style:page-layout style:name="{name}"><style:page-layout-properties fo:page-width="{width}cm" fo:page-height="{height}cm" '
            f'style:print-orientation="{orientation}" fo:margin-top="{1.2 if header else 2}cm" fo:margin-bottom="2cm" fo:margin-left="3cm" '
            f'fo:margin-right="1.5cm"/>{head}</style:page-layout>')


LAYOUTS = layout("LF", 21, 29.7, "portrait", False) + layout("LN", 21, 29.7, "portrait", True) + \
    layout("LW", 29.7, 21, "landscape", True)
NUMBER = '<style:header><text:p text:style-name="c"><text:page-number text:select-page="current"/></text:p></style:header>'
MASTERS = ('<style:master-page style:name="First" style:page-layout-name="LF" style:next-style-name="Next"/>'
           f'<style:master-page style:name="Next" style:page-layout-name="LN">{NUMBER}</style:master-page>'
           f'<style:master-page style:name="Wide" style:page-layout-name="LW">{NUMBER}</style:master-page>')


def p(style, text):
    # runs of blanks collapse in OpenDocument: a blank number ("Số:      /UBND") keeps its gap through text:s
    words = escape(text)
    while "  " in words:
        at = words.index("  ")
        run = len(words[at:]) - len(words[at:].lstrip(" "))
        words = f'{words[:at]} <text:s text:c="{run - 1}"/>{words[at + run:]}'
    return f'<text:p text:style-name="{style}">{words}</text:p>'


class Tables:
    """Builds tables; keeps the column styles that they ask for."""

    def __init__(self):
        self.styles, self.count = [], 0

    def open(self, widths, total):
        self.count += 1
        name = f"T{self.count}"
        self.styles.append(f'<style:style style:name="{name}" style:family="table"><style:table-properties style:width="{total}cm" '
                           f'table:align="left" style:may-break-between-rows="true"/></style:style>')
        columns = []
        for i, width in enumerate(widths):
            self.styles.append(f'<style:style style:name="{name}.{i}" style:family="table-column"><style:table-column-properties '
                               f'style:column-width="{total * width / sum(widths):.2f}cm"/></style:style>')
            columns.append(f'<table:table-column table:style-name="{name}.{i}"/>')
        return f'<table:table table:name="{name}" table:style-name="{name}">{"".join(columns)}'

    def bare(self, widths, cells):
        row = "".join(f'<table:table-cell table:style-name="bare">{"".join(c)}</table:table-cell>' for c in cells)
        return f'{self.open(widths, 16.5)}<table:table-row>{row}</table:table-row></table:table>'

    def grid(self, table, landscape):
        out, heads = [self.open(table.widths, 25.2 if landscape else 16.5)], []
        for kind, cells in table.rows:
            row = ["<table:table-row>"]
            for role, cell in zip(table.columns, cells):
                if cell.covered:
                    row.append("<table:covered-table-cell/>")
                    continue
                style = "nh" if kind == "H" else "nb" if kind in "GN" else "nc" if role == "o" else "n"
                text = "".join(p(style, part) for part in cell.text.split("<br>"))
                row.append(f'<table:table-cell table:style-name="box" table:number-columns-spanned="{cell.column_span}" '
                           f'table:number-rows-spanned="{cell.row_span}">{text}</table:table-cell>')
            (heads if kind == "H" and table.repeat_header else out).append("".join(row) + "</table:table-row>")
        if heads:
            out.insert(1, f'<table:table-header-rows>{"".join(heads)}</table:table-header-rows>')
        return "".join(out) + "</table:table>" + p("rn", "")


def letterhead(head, tables):
    left = head["left"]
    under = [p("hn", "*" if "party" in head else "_______")]
    right = [p("hb", line) for line in motto(head)] + [p("hn", "________________")]
    number = [p("hn", printed_symbol(head))] + ([p("hn", head["vv"])] if "vv" in head else [])
    return tables.bare((42, 58), ([p("hn", x) for x in left[:-1]] + [p("hb", left[-1])] + under, right)) + \
        tables.bare((42, 58), (number, [p("hi", f'{head["place"]}, {printed_date(head)}')]))


def flat(document):
    head, tables, out = document.head, Tables(), []
    if "annex_only" not in head:
        out += [p("First", ""), letterhead(head, tables)]
    out += [p("center", line) for line in head["title"]] + ([p("c", "__________")] if head["title"] else [])
    out += [p("c", line) for line in addressee_lines(head)]
    for section in document.sections:
        for i, line in enumerate(section.heading):
            out.append(p(("Wide" if section.landscape else "Up") if i == 0 else "ci" if line.startswith("(") else "center", line))
        for block in section.blocks:
            out.append(tables.grid(block, section.landscape) if isinstance(block, Table)
                       else p("P" if block.kind == "p" else block.kind, block.text))
        if section.annex is None and head["signer"]:
            right = [p("hb", line) for line in signer_lines(head)] + [p("hb", "")] * 4 + [p("hb", head.get("signer_name", ""))]
            out.append(tables.bare((50, 50), ([p("rb", "Nơi nhận:")] + [p("rn", x) for x in recipient_lines(head)], right)))
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.2" '
            'office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls><style:font-face style:name="Serif" '
            'svg:font-family="&apos;Liberation Serif&apos;"/></office:font-face-decls>'
            f'<office:automatic-styles>{STYLES}{"".join(tables.styles)}{LAYOUTS}</office:automatic-styles>'
            f'<office:master-styles>{MASTERS}</office:master-styles><office:body><office:text>{"".join(out)}</office:text></office:body>'
            '</office:document>')
