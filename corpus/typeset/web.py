"""A source as HTML with print rules, for Chromium."""
from html import escape

from annotated import (Table, addressee_lines, motto, printed_date, printed_symbol, recipient_lines, signer_lines)

STYLE = """
@page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); font: 13pt 'Liberation Serif'; } }
@page :first { @top-center { content: none; } }
@page wide { size: A4 landscape; margin: 20mm 15mm 15mm 20mm;
             @top-center { content: counter(page); font: 13pt 'Liberation Serif'; } }
body { font: 13pt/1.25 'Liberation Serif'; margin: 0; }
.wide { page: wide; } .annex { break-before: page; }
p { margin: 0 0 4pt; text-align: justify; text-indent: 10mm; }
.c, .head td, .end td.r { text-align: center; } .c { text-indent: 0; font-weight: bold; }
h1, h2, h3 { font-size: 13pt; margin: 4pt 0; text-indent: 10mm; text-align: justify; }
h3, .italic { font-style: italic; } h3 { font-weight: bold; }
.head, .end { width: 100%; border-collapse: collapse; } .head td, .end td { vertical-align: top; padding: 0 2pt; }
.head .thin, .head .date { font-weight: normal; } .head td { font-weight: bold; } .head .date { font-style: italic; }
.head { font-size: 12.5pt; } .end { break-inside: avoid; margin-top: 8pt; } .end .l { font-size: 11pt; } .end b { font-size: 12pt; }
hr { width: 30%; border: 0; border-top: 0.6pt solid; margin: 2pt auto 6pt; }
.grid { width: 100%; border-collapse: collapse; font-size: 11pt; line-height: 1.15; table-layout: fixed; margin-bottom: 8pt; }
.grid td, .grid th { border: 0.6pt solid; padding: 2pt 3pt; vertical-align: middle; text-align: left; overflow-wrap: break-word; orphans: 1; widows: 1; }
.grid th, .grid .o { text-align: center; } .grid .G td, .grid .N td { font-weight: bold; }
.plain thead { display: table-row-group; }
.stamp { float: right; font: 8pt/1.2 "Liberation Sans"; color: #b00; text-indent: 0; text-align: left; margin: 0 0 1mm; }
"""


def lines(parts, tag="br"):
    return f"<{tag}>".join(escape(p) for p in parts)


def letterhead(head):
    left = head["left"]
    issuer = "<br>".join(f'<span class="{"thin" if i < len(left) - 1 else ""}">{escape(p)}</span>' for i, p in enumerate(left))
    under = "*" if "party" in head else "<hr>"
    about = f'<br><span class="thin">{escape(head["vv"])}</span>' if "vv" in head else ""
    return (f'<table class="head"><tr><td style="width:42%">{issuer}<br>{under}</td><td>{lines(motto(head))}<hr></td></tr>'
            f'<tr><td><span class="thin">{escape(printed_symbol(head))}</span>{about}</td>'
            f'<td class="date">{escape(head["place"])}, {escape(printed_date(head))}</td></tr></table>')


def sign_off(head):
    left = "<b><i>Nơi nhận:</i></b><br>" + lines(recipient_lines(head))
    right = f"<b>{lines(signer_lines(head))}</b><br><br><br><br><b>{escape(head.get('signer_name', ''))}</b>"
    return f'<table class="end"><tr><td class="l" style="width:50%">{left}</td><td class="r">{right}</td></tr></table>'


def grid(table):
    out = [f'<table class="grid{"" if table.repeat_header else " plain"}"><colgroup>']
    out += [f'<col style="width:{w}%">' for w in table.widths] + ["</colgroup>"]
    in_head = False
    for kind, cells in table.rows:
        if (kind == "H") != in_head:
            out.append("<thead>" if kind == "H" else "</thead><tbody>")
            in_head = kind == "H"
        tag = "th" if kind == "H" else "td"
        out.append(f'<tr class="{kind}">')
        for role, cell in zip(table.columns, cells):
            if cell.covered:
                continue
            spans = f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
            spans += f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
            out.append(f'<{tag} class="{role}"{spans}>{escape(cell.text).replace("&lt;br&gt;", "<br>")}</{tag}>')
        out.append("</tr>")
    return "".join(out) + "</tbody></table>"


def html(document):
    head, out = document.head, []
    if "stamp" in head:      # the text of an electronic signature: not the date of issue
        out.append(f'<p class="stamp">{lines(head["stamp"].split(" / "))}</p><div style="clear:both"></div>')
    out.append(letterhead(head))
    if head["title"]:
        out.append(f'<p class="c" style="margin-top:10pt">{lines(head["title"])}</p><hr>')
    out += [f'<p class="c" style="font-weight:normal">{escape(p)}</p>' for p in addressee_lines(head)]
    for section in document.sections:
        if section.annex is not None:
            out.append(f'<section class="annex{" wide" if section.landscape else ""}">')
            out += [f'<p class="c"{" style=font-weight:normal;font-style:italic" if p.startswith("(") else ""}>{escape(p)}</p>'
                    for p in section.heading]
        for block in section.blocks:
            if isinstance(block, Table):
                out.append(grid(block))
            elif block.kind.startswith("h"):
                out.append(f"<{block.kind}>{escape(block.text)}</{block.kind}>")
            else:
                out.append(f'<p class="{ {"center": "c"}.get(block.kind, block.kind)}">{escape(block.text)}</p>')
        out.append(sign_off(head) if section.annex is None and head["signer"] else "" if section.annex is None else "</section>")
    return f'<!doctype html><html lang="vi"><meta charset="utf-8"><style>{STYLE}</style><body>{"".join(out)}</body></html>'
