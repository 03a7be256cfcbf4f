"""The expected record of a source: read off its annotations, never off what the program prints."""
import re
import sys

from annotated import Table

UPPER = "A-ZÀ-ỸĐ"
SYMBOL = re.compile(rf"(?<![\w/.-])\d+[a-z]?(?:/\d{{4}}/|/|-)[{UPPER}][\w{UPPER}&-]*(?:[/-][{UPPER}][\w&-]*)*")
VERBS = "implements|based_on|amends|replaces|repeals|guides|reports_on|replies_to|issued_with|cites"
NONE = {"text": None, "kind": "none", "due": None, "every": None}


def stop(document, message):
    sys.exit(f"{document.slug}: {message}")


def split_names(text):
    return [n.strip(" .") for n in re.split(r";|<br>", text) if n.strip(" .")]


def clean(text):
    return re.sub(r"\s+", " ", text.replace("<br>", " ")).strip()


def full_text(document):
    """Everything that is printed once, in reading order."""
    head, lines = document.head, []
    lines += head["title"] + [head.get("vv", "")] + head["addressees"]
    for section in document.sections:
        lines += section.heading
        for block in section.blocks:
            if isinstance(block, Table):
                lines += [clean(c.text) for _, row in block.rows for c in row]
            else:
                lines.append(block.text)
        if section.annex is None:
            lines += head["recipients"]
    return "\n".join(lines)


def occurrences(text, name):
    return [m.start() for m in re.finditer(rf"(?<![\w/.-]){re.escape(name)}(?![\w/-]*\d|\w|-[{UPPER}])", text)]


def citations(document):
    text, own, found = full_text(document), document.head.get("symbol"), []
    aliases = {}
    for line in document.head["cite"]:
        parts = [p.strip() or None for p in line.split("|")]
        names = [p[6:] for p in parts if p and p.startswith("alias=")]
        parts = [p for p in parts if not (p and p.startswith("alias="))] + [None] * 5
        symbol = parts[0]
        at = sorted(p for name in [symbol] + names for p in occurrences(text, name))
        if not at:
            stop(document, f"{symbol} is declared and never named")
        aliases[symbol] = names
        found.append((at[0], {"symbol": symbol, "type": parts[1], "date": parts[2], "issuer": parts[3],
                              "title": parts[4], "mentions": len(at)}))
    for line in document.head["named"]:
        kind, date, issuer, title = [p.strip() or None for p in line.split("|")]
        at = [m.start() for m in re.finditer(re.escape(title), text)]
        if not at:
            stop(document, f"{title} is declared and never named")
        found.append((at[0], {"symbol": None, "type": kind, "date": date, "issuer": issuer, "title": title,
                              "mentions": len(at)}))
    for match in SYMBOL.finditer(text):
        if match[0] not in aliases and match[0] != own:
            stop(document, f"{match[0]} is named and not declared")
    return [c for _, c in sorted(found, key=lambda pair: pair[0])], aliases


def named_symbols(text, aliases):
    at = [(p, s) for s, names in aliases.items() for name in [s] + names for p in occurrences(text, name)]
    return list(dict.fromkeys(s for _, s in sorted(at)))


def deadline(text, kind, due, every=None):
    return {"text": text, "kind": kind, "due": due, "every": every}


def number(text):
    return float(text) if "." in text else int(text)


def body(section, aliases, tasks, targets):
    heading, lead = None, []
    for block in section.blocks:
        if isinstance(block, Table):
            continue
        notes = dict(n for n in block.notes if n[0] != "target")
        marker = re.match(r"((?:\d+(?:\.\d+)*|[a-zđ]|[IVX]+)[.)]|[IVX]+-|[-+]) +", block.text)
        bare = block.text[marker.end():] if marker else block.text
        ordinal = marker[1].rstrip(".)") if marker and marker[1] not in "-+" else None
        if block.kind.startswith("h"):
            heading, lead = notes.get("group", bare.rstrip(":. ")), split_names(notes.get("lead", ""))
        if "task" in notes:
            options = dict(o.strip().split("=", 1) for o in notes["task"].split(" | ") if o.strip())
            when = [w.strip() or None for w in options["dl"].split(";")] if "dl" in options else None
            tasks.append({
                "annex": section.annex, "group": options.get("group", heading), "ordinal": options.get("o", ordinal),
                "text": bare, "lead": split_names(options["lead"]) if "lead" in options else list(lead),
                "support": split_names(options.get("support", "")),
                "deadline": deadline(*when) if when else dict(NONE), "product": options.get("product"), "note": None,
                "references": named_symbols(bare, aliases)})
        for name, value in block.notes:
            if name == "target":
                parts = [p.strip() for p in value.split("|")] + [""]
                low, _, high = parts[1].partition("..")
                # the number of an item that is a task is the task's, not its goals'
                target = {"annex": section.annex, "ordinal": None if "task" in notes else ordinal, "group": heading, "indicator": parts[4],
                          "comparator": parts[0], "value": number(low), "unit": parts[2] or None, "by": parts[3] or None,
                          "lead": split_names(parts[5]) if parts[5] else list(lead)}
                if high:
                    target["value_max"] = number(high)
                targets.append(target)


def value_of(text):
    """comparator, value, unit of a cell such as `≥ 62`, `Trên 80%`, `1.500`; None where it holds no number."""
    match = re.fullmatch(r"(≥|>|≤|<|Trên|Tối thiểu|Tối đa)? ?(\d[\d.]*(?:,\d+)?) ?(%)?", text)
    if not match:
        return None
    digits = match[2].replace(".", "").replace(",", ".")
    comparator = {"≥": ">=", ">": ">", "≤": "<=", "<": "<", "Trên": ">", "Tối thiểu": ">=", "Tối đa": "<=", None: "="}
    return comparator[match[1]], number(digits), match[3]


def inherit(table, index, column):
    """The cell that covers (index, column) from above, or the cell itself."""
    while table.rows[index][1][column].covered and index > 0:
        index -= 1
    return table.rows[index][1][column]


def rows(table):
    """Yields (row index, {role: Cell}, group, inner group's `by`) for each data row."""
    group = by = heading = heading_number = None
    for index, (kind, cells) in enumerate(table.rows):
        if kind == "G":
            title = next(c for c in reversed(cells) if not c.covered and c.text)
            note = title.note or cells[0].note
            by = note[3:] if note.startswith("by=") else by
            group = re.sub(r"^([A-Z]|[IVX]+)\. ", "", clean(title.text))
            heading = heading_number = None
        elif kind == "N":
            heading_number, heading = cells[0].text.rstrip("."), clean(cells[1].text)
        elif kind == "R":
            own = {role: inherit(table, index, i) for i, role in enumerate(table.columns)}
            ordinal = own["o"].text.rstrip(".") if "o" in own else None
            inside = heading_number and ordinal and ordinal.startswith(heading_number + ".")
            yield ordinal, own, heading if inside else group, by


def names_of(cell):
    return split_names(cell.note or cell.text) if cell else []


def table_tasks(section, table, aliases, tasks, targets):
    for ordinal, own, group, _ in rows(table):
        lead, support = names_of(own.get("lead")), names_of(own.get("support"))
        if "both" in own:
            parts = own["both"].note.split("/") + [""]
            lead, support = split_names(parts[0]), split_names(parts[1])
        when = dict(NONE)
        if "dl" in own and own["dl"].text:
            kind, *rest = own["dl"].note.split()
            values = dict(r.split("=") for r in rest if "=" in r)
            when = deadline(clean(own["dl"].text).rstrip("."), kind, next((r for r in rest if "=" not in r), None),
                            values.get("every"))
        words = lambda role: clean(own[role].text) or None if role in own else None
        tasks.append({"annex": section.annex, "group": group, "ordinal": ordinal, "text": words("text"), "lead": lead,
                      "support": support, "deadline": when, "product": words("product"), "note": words("note"),
                      "references": named_symbols(" ".join(clean(c.text) for c in own.values()), aliases)})
        for goal in own["text"].goals:
            comparator, value, unit, by, indicator = [g.strip() for g in goal.split("/")]
            targets.append({"annex": section.annex, "ordinal": None, "group": group, "indicator": indicator,
                            "comparator": comparator, "value": number(value), "unit": unit, "by": by or None, "lead": lead})


def table_targets(document, section, table, targets):
    for ordinal, own, group, group_by in rows(table):
        for role in table.columns:
            if not (role == "value" or re.fullmatch(r"y\d{4}", role)) or not own[role].text:
                continue
            by = role[1:] if role != "value" else clean(own["by"].note or own["by"].text) if "by" in own else group_by
            unit = clean(own["unit"].text) if "unit" in own else None
            text, high = own[role].note or clean(own[role].text), None
            if ".." in text:
                comparator, low, high = ">=", *text.split("..")
                value, unit = number(low), unit or ("%" if clean(own[role].text).endswith("%") else None)
            elif text == "Báo cáo":
                comparator = value = unit = None
            else:
                found = value_of(text) or stop(document, f"no value: {text}")
                comparator, value, unit = found[0], found[1], unit or found[2]
            target = {"annex": section.annex, "ordinal": ordinal, "group": group,
                      "indicator": clean(own["text"].text), "comparator": comparator, "value": value, "unit": unit,
                      "by": by, "lead": names_of(own.get("lead"))}
            if high:
                target["value_max"] = number(high)
            targets.append(target)


def relation(line, own):
    source, verb, target = re.match(rf"(.+?) ({VERBS}) (.+)", line).groups()
    return {"from": (own or "self") if source == "self" else source, "relation": verb, "to": target}


def head_record(head):
    signer = signer_of(head)
    subject = head.get("subject") or (re.sub(r"^V/v ", "", head["vv"]) if "vv" in head else " ".join(head["title"][1:])) or None
    symbol = head.get("symbol")
    suffix = head.get("suffix") or (re.split(r"^\d+[a-z]?(?:/(?=\d{4}/)\d{4})?[/-]", symbol)[1] if symbol else None)
    return {"role": "annex" if "annex_only" in head else "main", "symbol": symbol, "symbol_suffix": suffix, "type": head["type"], "date": head.get("date"),
            "place": head.get("place"), "issuer": head["issuer"], "subject": subject, "addressees": head["addressees"],
            "recipients": head["recipients"], "signer": signer}


def signer_of(head):
    lines = head["signer"]
    if not lines:
        return {"name": None, "position": None, "authority": None}
    return {"name": head.get("signer_name"), "position": lines[-1], "authority": "; ".join(lines[:-1]) or None}


def expected(document):
    cited, aliases = citations(document)
    own = document.head.get("symbol")
    tasks, targets = [], []
    for section in document.sections:
        body(section, aliases, tasks, targets)
        for table in section.blocks:
            if isinstance(table, Table) and table.what == "tasks":
                table_tasks(section, table, aliases, tasks, targets)
            elif isinstance(table, Table) and table.what == "targets":
                table_targets(document, section, table, targets)
    record = {"schema": "congvan.record/1", "document": head_record(document.head), "citations": cited,
              "relations": [relation(r, own) for r in document.head["rel"]], "tasks": tasks, "targets": targets}
    if document.head["arguable"]:
        record["relations_arguable"] = [relation(r, own) for r in document.head["arguable"]]
    return record
