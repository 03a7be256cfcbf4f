"""Which two values count as the same: letters, tone marks, abbreviations and punctuation evened out."""
import re
import unicodedata
from collections import Counter

LONG = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "ubmttq": "ủy ban mặt trận tổ quốc", "btv": "ban thường vụ", "bch": "ban chấp hành", "bcđ": "ban chỉ đạo",
        "đu": "đảng ủy", "mttq": "mặt trận tổ quốc"}
OLD_TONE, NEW_TONE = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"], ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
ONE_TYPE = {"văn bản": "công văn", "thông báo kết luận": "thông báo", "kế hoạch hành động": "kế hoạch", "chương trình hành động": "chương trình"}
CENTRAL_PARTY = {"bộ chính trị", "ban bí thư", "ban chấp hành trung ương", "ban bí thư trung ương đảng", "ban chấp hành trung ương đảng"}


def fold(text):
    text = unicodedata.normalize("NFC", str(text or "")).lower()
    for new, old in zip(OLD_TONE, NEW_TONE):
        text = text.replace(new, old)
    return " ".join(LONG.get(w, w) for w in re.findall(r"\w+", text))


def symbol(text):
    if text is None:
        return None
    return re.sub(r"\s+", "", re.sub("[\u2010-\u2015\u2212]", "-", unicodedata.normalize("NFC", text))).upper()


def likeness(a, b):
    x, y = Counter(fold(a).split()), Counter(fold(b).split())
    total = sum(x.values()) + sum(y.values())
    return 2 * sum((x & y).values()) / total if total else 1.0


def alike(a, b, at_least=0.80):
    if a is None or b is None:
        return not a and not b
    return fold(a) == fold(b) or likeness(a, b) >= at_least


def one_type(a, b):
    a, b = (a or "").lower(), (b or "").lower()
    return ONE_TYPE.get(a, a) == ONE_TYPE.get(b, b)


def one_issuer(a, b, of_symbol, at_least):
    central = (symbol(of_symbol) or "").endswith("/TW") and {fold(a), fold(b)} <= CENTRAL_PARTY
    return central or alike(a, b, at_least)


def bodies(names):
    return Counter(fold(part) for name in names or [] for part in re.split(r"[;\n]", name) if fold(part))


def pair(gold, found, weight):
    """One-to-one pairs by falling weight."""
    ranked = sorted(((weight(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    pairs, left, right = [], set(), set()
    for w, i, j in ranked:
        if w > 0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((-i, -j))
    return pairs
