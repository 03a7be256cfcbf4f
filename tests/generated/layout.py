"""Four ways in which a paper reaches the program as text: plain (wrapped, columns by blanks), pipes, HTML, markdown."""
import html
import random
import textwrap

from issuers import PARTY_MOTTO, STATE_MOTTO
from mention import iso
from paper import MARKS

LAYOUTS = ["plain", "plain", "pipes", "html", "markdown"]


def render(paper, rng):
    """(layout, text with marks, gold of the head)"""
    layout = rng.choice(LAYOUTS)
    head = gold_head(paper)
    parts = [letterhead(paper, rng, layout, head)] + title(paper, rng, layout)
    for block in paper.blocks:
        parts.append(WRITERS[block.kind](paper, rng, layout, block, head))
    return layout, "\n".join(p for p in parts if p is not None) + "\n", head


def gold_head(paper):
    date = iso(paper.date)
    return {"role": "main", "symbol": paper.symbol(), "symbol_suffix": paper.suffix, "type": paper.type, "date": date, "place": paper.issuer.place, "issuer": paper.issuer.name,
            "subject": MARKS.sub("", paper.subject), "addressees": paper.addressees, "recipients": [], "signer": None}


# --- letterhead ------------------------------------------------------------------------------------------------------------
def letterhead(paper, rng, layout, head):
    issuer, (year, month, day) = paper.issuer, paper.date
    left = list(issuer.left)
    if not issuer.party and rng.random() < 0.6:
        left.append(rng.choice(["-------", "_______", "---------------"]))
    right = list(PARTY_MOTTO if issuer.party else STATE_MOTTO)
    if rng.random() < 0.6:
        right.append(rng.choice(["-------------------", "_______________", "---------------"]))
    joint = "-" if issuer.party else "/"
    number = rng.choice(["      ", "   ", "....."]) if paper.blank else paper.number
    left.append(rng.choice(["Số: ", "Số: ", "Số ", "Số:"]) + number + rng.choice([joint, joint, joint, f" {joint} " if joint == "-" else joint]) + paper.suffix)
    if paper.type == "công văn" and paper.subject:
        left.append(rng.choice(["V/v ", "V/v: ", "V/v "]) + paper.subject if not issuer.party else rng.choice(["V/v ", "về việc "]) + paper.subject)
    day_text = f"{day:02d}" if not paper.blank else "    "
    if paper.blank:
        head["date"] = f"{year}-{month:02d}"
    place = issuer.place if issuer.level not in ("commune", "partyCommune") or rng.random() < 0.8 or issuer.place.startswith("Ea") else issuer.place
    right.append(f"{place}, ngày {day_text} tháng {month if month > 2 else f'{month:02d}'} năm {year}")
    return {"plain": head_plain, "pipes": head_pipes, "html": head_html, "markdown": head_markdown}[layout](rng, left, right)


def head_plain(rng, left, right):
    shape = rng.choice(["sides", "sides", "lines", "run"])
    if shape == "lines":
        cut = len(left) - 1
        while not left[cut].startswith("Số"):
            cut -= 1
        return "\n".join(left[:cut] + right[:-1] + left[cut:] + right[-1:]) + "\n"
    wide = []
    for line in left:
        wide += textwrap.wrap(line, 36, break_on_hyphens=False) or [""]
    gap = 2 if shape == "run" else 42
    number = next(i for i, l in enumerate(wide) if l.startswith("Số"))
    right = right[:-1] + [""] * max(0, number - len(right) + 1) + right[-1:] if number >= len(right) - 1 else right
    rows = []
    for i in range(max(len(wide), len(right))):
        a, b = wide[i] if i < len(wide) else "", right[i] if i < len(right) else ""
        rows.append((a.ljust(gap) + "  " + b).rstrip() if shape == "sides" else (a + " " + b).strip())
    return "\n".join(rows) + "\n"


def split_number(left):
    cut = next(i for i, l in enumerate(left) if l.startswith("Số"))
    return left[:cut], left[cut:]


def head_pipes(rng, left, right):
    top, low = split_number(left)
    return "\n".join(["|"] + [f"**{top[0]}**"] + top[1:] + ["|"] + [f"**{right[0]}**"] + right[1:-1] + ["|", "|"] + low + ["|", f"*{right[-1]}*", "|", ""])


def head_html(rng, left, right):
    top, low = split_number(left)
    cell = lambda lines: "<td>" + "<br>".join(html.escape(l) for l in lines) + "</td>"
    return f"<table><tr>{cell(top)}{cell(right[:-1])}</tr><tr>{cell(low)}{cell(right[-1:])}</tr></table>\n"


def head_markdown(rng, left, right):
    top, low = split_number(left)
    if rng.random() < 0.5:
        return "| " + "<br>".join(top) + " | " + "<br>".join(right[:-1]) + " |\n|---|---|\n| " + "<br>".join(low) + " | " + right[-1] + " |\n"
    return "\n\n".join(["**" + l + "**" for l in top if not l.startswith(("-", "_"))] + right[:-1][:2] + low + [f"*{right[-1]}*"]) + "\n"


def title(paper, rng, layout):
    out = []
    if paper.type == "công văn":
        pass
    else:
        name = paper.type.upper()
        width = rng.choice([50, 60, 70])
        lines = textwrap.wrap(paper.subject, width, break_on_hyphens=False, break_long_words=False) if layout in ("plain", "pipes") else [paper.subject]
        bold = layout in ("markdown", "pipes") and rng.random() < 0.7
        if layout == "html":
            out.append(f"<p><b>{name}</b></p>\n<p><b>{paper.subject}</b></p>")
        elif bold:
            out.append(("## " if layout == "markdown" and rng.random() < 0.5 else "") + f"**{name}**\n\n**" + "\n".join(lines) + "**\n")
        else:
            out.append("\n" + name + "\n" + "\n".join(lines) + ("\n" + rng.choice(["-----", "---------------", "_______"]) if rng.random() < 0.5 else "") + "\n")
    if paper.addressees:
        if len(paper.addressees) == 1:
            out.append(para(layout, rng, "Kính gửi: " + paper.addressees[0] + rng.choice(["", "."])))
        else:
            out.append(para(layout, rng, "Kính gửi:"))
            out += [para(layout, rng, "- " + a + (";" if i + 1 < len(paper.addressees) else ".")) for i, a in enumerate(paper.addressees)]
    return out


# --- body --------------------------------------------------------------------------------------------------------------------
def para(layout, rng, text, mark=""):
    if layout == "html":
        return "<p>" + html.escape(text).replace("\n", "<br>") + "</p>"
    if layout == "plain":
        return "\n".join(textwrap.wrap(text, rng.width if hasattr(rng, "width") else 80, break_on_hyphens=False, break_long_words=False))
    return text + "\n"


def write_para(paper, rng, layout, block, head):
    return para(layout, rng, block.text)


def write_heading(paper, rng, layout, block, head):
    if layout == "html":
        return f"<h{block.level + 1}>{html.escape(block.text)}</h{block.level + 1}>"
    if layout == "markdown":
        return "#" * (block.level + 1) + " " + (f"**{block.text}**" if rng.random() < 0.5 else block.text) + "\n"
    if layout == "pipes":
        return f"**{block.text}**\n"
    return para(layout, rng, block.text)


def write_part(paper, rng, layout, block, head):
    if layout == "markdown":
        return f"**{block.text}**\n"
    return para(layout, rng, block.text) if layout != "plain" else "\n" + block.text.center(80).rstrip() + "\n"


def write_annex(paper, rng, layout, block, head):
    if layout == "html":
        return "".join(f"<p><b>{html.escape(l)}</b></p>\n" for l in block.text)
    if layout == "markdown":
        return "\n## " + block.text[0] + "\n\n**" + block.text[1] + "**\n\n*" + block.text[2] + "*\n"
    return ("\f" if layout == "plain" and rng.random() < 0.5 else "\n\n") + "\n".join(block.text[:2] + textwrap.wrap(block.text[2], 80, break_on_hyphens=False)) + "\n"


# --- tables ------------------------------------------------------------------------------------------------------------------
def write_table(paper, rng, layout, block, head):
    return {"html": table_html, "plain": table_aligned}.get(layout, table_pipes)(rng, block.text)


def table_pipes(rng, table):
    wide = len(table.header)
    line = lambda cells: "| " + " | ".join(c.replace("\n", "<br>") for c in cells) + " |"
    out = head_of_pipes(rng, table, line)
    out.insert(1, "|" + "---|" * wide)
    for row in table.rows:
        if row[0] == "group":
            cells = [row[1], row[2]] if not row[1].endswith(". ") else [row[1] + row[2], ""]
            out.append(line(cells[:2] + [""] * (wide - 2)))
        else:
            out.append(line(row[1]))
    return "\n".join(out) + "\n"


def head_of_pipes(rng, table, line):
    """One row, or two whose merged cells are lost: a heading over its neighbours stands in the first of their columns."""
    years = [i for i, c in enumerate(table.columns) if isinstance(c, int)]
    roles = [i for i, c in enumerate(table.columns) if c in ("lead", "support")]
    over, title = (years, "Mục tiêu") if len(years) > 1 else (roles, "Trách nhiệm thực hiện") if len(roles) == 2 and roles[1] == roles[0] + 1 else ([], "")
    if not over or rng.random() < 0.6:
        return [line(table.header)]
    top = ["" if i in over else h for i, h in enumerate(table.header)]
    top[over[0]] = title
    return [line(top), line([h if i in over else "" for i, h in enumerate(table.header)])]


def spans_of(rng, table):
    """(row, column) -> rows that a cell spans, 0 where one above covers it: leads that stay the same may stand in one cell."""
    spans = {}
    columns = [i for i, c in enumerate(table.columns) if c in ("lead", "deadline", "tlead")]
    for c in columns if rng.random() < 0.7 else []:
        for r in range(1, len(table.rows)):
            above, row = table.rows[r - 1], table.rows[r]
            if above[0] == row[0] == "row" and above[1][c] == row[1][c]:
                top = r - 1
                while spans.get((top, c)) == 0:
                    top -= 1
                spans[top, c] = spans.get((top, c), 1) + 1
                spans[r, c] = 0
    return spans


def table_html(rng, table):
    wide = len(table.header)
    spans = spans_of(rng, table)
    cell = lambda text, tag="td", extra="": f"<{tag}{extra}>" + html.escape(text).replace("\n", "<br>") + f"</{tag}>"
    out = ["<table>", "<tr>" + "".join(cell(c, rng.choice(["th", "td"]) if False else "th") for c in table.header) + "</tr>"]
    for r, row in enumerate(table.rows):
        if row[0] == "group":
            if row[1].endswith(". ") or not row[1]:
                out.append("<tr>" + cell(row[1] + row[2], extra=f' colspan="{wide}"') + "</tr>")
            else:
                out.append("<tr>" + cell(row[1]) + cell(row[2], extra=f' colspan="{wide - 1}"') + "</tr>")
        else:
            shown = [(c, text) for c, text in enumerate(row[1]) if spans.get((r, c)) != 0]
            out.append("<tr>" + "".join(cell(text, extra=f' rowspan="{spans[r, c]}"' if (r, c) in spans else "") for c, text in shown) + "</tr>")
    return "\n".join(out + ["</table>"]) + "\n"


WIDTHS = {"o": 6, "text": 38, "lead": 22, "support": 22, "both": 30, "deadline": 17, "product": 16, "note": 18, "indicator": 38, "unit": 13, "value": 16, "by": 17, "tlead": 22, "boss": 18}


def table_aligned(rng, table):
    """As a converter prints a PDF's table: columns by blanks, cells broken at their width, a blank line between rows."""
    widths = [WIDTHS.get(c, 13) for c in table.columns]
    gap = rng.choice([2, 3])
    apart = [""] if rng.random() < 0.7 else []     # pdftotext leaves no line between the rows of a ruled table

    def lines(cells):
        wrapped = []
        for text, width in zip(cells, widths):
            parts = []
            for piece in text.split("\n"):
                parts += textwrap.wrap(piece, width, break_on_hyphens=False, break_long_words=False)
            wrapped.append(parts)
        high = max(map(len, wrapped))
        return ["".join((w[i] if i < len(w) else "").ljust(width + gap) for w, width in zip(wrapped, widths)).rstrip() for i in range(high)]

    out = lines(table.header) + apart
    for row in table.rows:
        if row[0] == "group":
            out += [(row[1].strip() + " ").ljust(widths[0] + gap) + row[2] if row[1] and not row[1].endswith(". ") else row[1] + row[2]] + apart
        else:
            out += lines(row[1]) + apart
    return "\n".join(out)


# --- signing off -------------------------------------------------------------------------------------------------------------
def write_signoff(paper, rng, layout, block, head):
    before, position = rng.choice(paper.issuer.signs)
    from words import PEOPLE
    name = rng.choice(PEOPLE)
    recipients = list(dict.fromkeys(rng.sample(paper.issuer.recipients[:-1], min(len(paper.issuer.recipients) - 1, rng.randint(2, 4))) + paper.issuer.recipients[-1:]))
    head["recipients"] = [r.rstrip(".") for r in recipients]
    head["signer"] = {"name": name, "position": position, "authority": " ".join(before) or None}
    end = "," if paper.issuer.party else ";"
    left = [rng.choice(["Nơi nhận:", "Nơi nhận:", "Nơi nhận"])] + ["- " + r + (end if i + 1 < len(recipients) and not r.endswith(".") else "." if not r.endswith(".") else "") for i, r in enumerate(recipients)]
    right = before + [position, "", rng.choice(["(Đã ký)", "", "", "(đã ký)"]), "", name]
    if layout == "html":
        cell = lambda lines: "<td>" + "<br>".join(html.escape(l) for l in lines) + "</td>"
        return f"<table><tr>{cell(left)}{cell(right)}</tr></table>\n"
    if layout == "pipes":
        return "\n".join(["|"] + ["***" + left[0] + "***"] + left[1:] + ["|"] + [f"**{l}**" if l and l != "(Đã ký)" else l for l in right] + ["|", ""])
    if layout == "markdown":
        right = [f"**{l}**" for l in before + [position]] + [name]
        return "\n\n".join(["**" + left[0] + "**", "\n".join(left[1:])] + right) + "\n"
    if rng.random() < 0.5:
        return "\n" + "\n".join(left + [""] + right) + "\n"
    left = [part for line in left for part in textwrap.wrap(line, 46, break_on_hyphens=False)]
    rows = []
    for i in range(max(len(left), len(right))):
        a, b = left[i] if i < len(left) else "", right[i] if i < len(right) else ""
        rows.append((a.ljust(50) + b).rstrip())
    return "\n" + "\n".join(rows) + "\n"


WRITERS = {"para": write_para, "heading": write_heading, "part": write_part, "annex": write_annex, "table": write_table, "signoff": write_signoff}


def make_rng(seed):
    rng = random.Random(seed)
    rng.width = rng.choice([70, 76, 82, 90, 100])
    return rng
