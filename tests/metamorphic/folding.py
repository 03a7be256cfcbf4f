"""Which two records say the same: words without their punctuation, case and tone placement, symbols without blanks, dates in
any spelling; spans, evidence and rule ids aside.

    differences(record, other, ignore=()) -> [(field, value, other value)]

Stricter than the scorer's measure: every text must have the same words, none may be similar only.
"""
import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher

TONES = "\u0300\u0301\u0303\u0309\u0323"
DATE = re.compile(r"(?:\bngày\s+)?\b(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})\b")

HEAD = ("role", "symbol", "symbol_suffix", "type", "date", "place", "issuer", "subject", "addressees", "recipients", "signer")
CITATION = ("type", "date", "issuer", "title", "mentions")
TASK = ("annex", "group", "ordinal", "text", "lead", "support", "deadline", "product", "note", "references")
TARGET = ("annex", "group", "ordinal", "indicator", "comparator", "value", "value_max", "unit", "by", "lead")


def fold_word(word):
    """The letters, then the tone: hòa and hoà are one."""
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(c for c in letters if c in TONES)
    return unicodedata.normalize("NFC", "".join(c for c in letters if c not in TONES)) + tones


def fold(text):
    text = unicodedata.normalize("NFC", text).lower().replace("ƣ", "ư")
    text = DATE.sub(lambda m: f" {int(m[1])}/{int(m[2])}/{m[3]} ", text)
    return " ".join(fold_word(w) for w in re.findall(r"\w+", text))


def fold_symbol(symbol):
    text = unicodedata.normalize("NFC", symbol).replace("ƣ", "ư").replace("Ƣ", "Ư")
    return re.sub(r"\s+", "", re.sub(r"[‐-―−]", "-", text)).upper()


def fold_value(name, value):
    if isinstance(value, str):
        if name in ("symbol", "symbol_suffix"):
            return fold_symbol(value)
        # The sign is the whole of these.
        return value if name in ("comparator", "unit") and not re.search(r"\w", value) else fold(value)
    if isinstance(value, list):
        # The order of bodies in a cell says nothing, and columns may change places.
        return sorted(fold_symbol(v) if name == "references" else fold(v) for v in value)
    if isinstance(value, dict):
        keys = ("text", "kind", "due", "every") if name == "deadline" else ("name", "position", "authority")
        return {k: fold_value(k, value.get(k)) for k in keys}
    return value


def item(fields, value, ignore):
    return {name: fold_value(name, value.get(name)) for name in fields if name not in ignore}


def unlike(where, fields, a, b, ignore):
    """The fields that differ folded, as they were written."""
    x, y = item(fields, a, ignore), item(fields, b, ignore)
    return [(f"{where}.{f}", a.get(f), b.get(f)) for f in x if x[f] != y[f]]


def paired(a, b, key):
    """Pairs of equal or like items in their order; None for what the other side lacks."""
    out = []
    matcher = SequenceMatcher(None, [key(x) for x in a], [key(x) for x in b], autojunk=False)
    for what, a0, a1, b0, b1 in matcher.get_opcodes():
        for i in range(max(a1 - a0, b1 - b0)):
            out.append((a0 + i if a0 + i < a1 else None, b0 + i if b0 + i < b1 else None))
    return out


def compare_lists(name, fields, key, a, b, ignore):
    out = []
    for i, j in paired(a, b, lambda x: (fold(x[key]), str(x.get("value")))):
        if i is None or j is None:
            out.append((name, a[i][key] if i is not None else None, b[j][key] if j is not None else None))
        else:
            out += unlike(name, fields, a[i], b[j], ignore)
    return out


def citation_key(citation):
    return fold_symbol(citation["symbol"]) if citation.get("symbol") else "title: " + fold(citation.get("title") or "")


def relation_key(relation):
    """Its ends are symbols, or titles."""
    return tuple(fold_symbol(v) if re.match(r"\d", v) else fold(v)
                 for v in (relation.get(k) or "" for k in ("from", "relation", "to")))


def differences(a, b, ignore=()):
    """Fields that differ, the same in both orders; `ignore` names fields of rows that a variation means to change."""
    out = unlike("document", HEAD, a["document"], b["document"], ignore)
    # By key, not by place: columns that change places change which document is named first.
    x, y = ({citation_key(c): c for c in r["citations"]} for r in (a, b))
    for key in sorted(x.keys() | y.keys()):
        if key not in x or key not in y:
            out.append(("citations", key if key in x else None, key if key in y else None))
        else:
            out += [(field, (key, p), (key, q)) for field, p, q in unlike("citations", CITATION, x[key], y[key], ignore)]
    x, y = (Counter(relation_key(r) for r in r["relations"]) for r in (a, b))
    out += [("relations", key, None) for key in sorted(x - y)] + [("relations", None, key) for key in sorted(y - x)]
    out += compare_lists("tasks", TASK, "text", a["tasks"], b["tasks"], ignore)
    out += compare_lists("targets", TARGET, "indicator", a["targets"], b["targets"], ignore)
    return out
