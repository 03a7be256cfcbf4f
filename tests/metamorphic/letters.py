"""Variations of letters, symbols and dates: change(text, chance) -> text, for any text."""
import re
import unicodedata

TONES = "\u0300\u0301\u0303\u0309\u0323"
LIKE = {"А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "І": "I", "К": "K", "М": "M", "О": "O", "Р": "P", "Т": "T", "Х": "X",
        "а": "a", "с": "c", "е": "e", "і": "i", "о": "o", "р": "p", "у": "y", "х": "x"}           # Cyrillic
GREEK = {"Α": "A", "Β": "B", "Ε": "E", "Η": "H", "Ι": "I", "Κ": "K", "Μ": "M", "Ν": "N", "Ο": "O", "Ρ": "P", "Τ": "T", "Υ": "Y",
         "Χ": "X", "ο": "o"}
HORN = {"Ƣ": "Ư", "ƣ": "ư"}
SYMBOL = re.compile(r"(?<![\w/.-])(\d{1,5}(?:/(?:19|20)\d\d)?)([-/])((?:[A-ZĐ][A-Za-zĐđ]{0,9})(?:[-/][A-ZĐ][A-Za-zĐđ0-9&]{0,11}){0,3}|QH\d\d)(?![\w])")
DATE = re.compile(r"(?<![\w/.-])(ngày\s+)?(\d{1,2})(?:([/.-])(\d{1,2})\3| tháng (\d{1,2}) năm )(20\d\d)(?![\w/]|[.-]\w)", re.I)


def nfd(text, chance):
    return unicodedata.normalize("NFD", text)


def nfd_some(text, chance):
    return re.sub(r"\w+", lambda m: unicodedata.normalize("NFD", m[0]) if chance.random() < 0.4 else m[0],
                  unicodedata.normalize("NFC", text))


def set_tone(syllable, second):
    """hòa or hoà, of a syllable that ends in oa, oe or uy and bears a tone; others come back as they are."""
    letters = unicodedata.normalize("NFD", syllable)
    bare = "".join(c for c in letters if c not in TONES)
    tone = "".join(c for c in letters if c in TONES)
    if len(tone) != 1 or not re.search(r"(?:(?<!q)uy|o[ae])$", bare, re.I):
        return syllable
    return unicodedata.normalize("NFC", bare + tone if second else bare[:-1] + tone + bare[-1])


def tones(which):
    def change(text, chance):
        text = unicodedata.normalize("NFC", text)
        choose = {"old": lambda: False, "new": lambda: True, "mixed": lambda: chance.random() < 0.5}[which]
        return re.sub(r"[^\W\d_]+", lambda m: set_tone(m[0], choose()), text)
    return change


def exchange(table, share):
    """Letters for their look-alikes, a share of them; markup (<...>, &...;) is no text."""
    back = {v: k for k, v in table.items()}

    def change(text, chance):
        pieces = re.split(r"(<[^>]*>|&#?\w+;|https?://\S+)", unicodedata.normalize("NFC", text))
        for i in range(0, len(pieces), 2):
            pieces[i] = "".join(back[c] if c in back and chance.random() < share else c for c in pieces[i])
        return "".join(pieces)
    return change


def lookalikes(text, chance):
    table = chance.choice((LIKE, GREEK))
    # A word of Roman numerals or one letter is left: "I" for "І" alone on a line is a numeral of any script.
    return exchange(table, chance.choice((0.05, 0.3, 1.0)))(text, chance)


def dashes(text, chance):
    dash = chance.choice("–−‑‐")
    return SYMBOL.sub(lambda m: m[0].replace("-", dash), text)


def blanks(text, chance):
    """Other blanks: no-break, thin, two for one; zero-width and soft hyphens inside words."""
    def one(match):
        return chance.choice(("\u00a0", "  ", "\u2009", " \u200b")) if chance.random() < 0.2 else " "
    pieces = re.split(r"(<[^>]*>)", text)
    for i in range(0, len(pieces), 2):
        pieces[i] = re.sub(r"(?<=\w) (?=\w)", one, pieces[i])
        pieces[i] = re.sub(r"(?<=[a-z]{2})(?=[a-z]{2})", lambda m: "\u00ad" if chance.random() < 0.01 else "", pieces[i])
    return "".join(pieces)


def spaced_symbols(text, chance):
    """57 - NQ/ TW: blanks around the signs inside a symbol. No blanks on both sides of a hyphen between an office and its
    unit (12/UBND - VX): there it is a dash between two names."""
    def spaced(match):
        out = []
        signs = re.split(r"([-/])", match[0])
        for i, piece in enumerate(signs):
            if piece in ("-", "/") and chance.random() < 0.6:
                kinds = (" " + piece, piece + " ") if piece == "-" and i > 2 else (" " + piece, piece + " ", f" {piece} ")
                piece = chance.choice(kinds)
            out.append(piece)
        return "".join(out)
    return SYMBOL.sub(spaced, text)


def cut_symbols(how):
    """Line ends inside symbols. `joint`: behind a sign; `before`: before it; `code`: inside the letters of a code; `hyphen`: the
    same with the hyphen of a cut word."""
    def cut(match, chance):
        if chance.random() < 0.4:
            return match[0]
        text = match[0]
        signs = [i for i, c in enumerate(text) if c in "-/"]
        if how == "joint":
            at = chance.choice(signs) + 1
            return text[:at] + "\n" + text[at:]
        if how == "before":
            at = chance.choice(signs)
            return text[:at] + "\n" + text[at:]
        inside = [i for i in range(signs[-1] + 2, len(text)) if text[i:i + 1].isalpha() and text[i - 1].isalpha()]
        if not inside:
            return text
        at = chance.choice(inside)
        return text[:at] + ("-\n" if how == "hyphen" else "\n") + text[at:]

    def change(text, chance):
        return SYMBOL.sub(lambda m: cut(m, chance), text)
    return change


def dates(form):
    """Full dates in another spelling, as `form`, or each in one of its own (mixed). A month before March bears a 0 in words."""
    def spell(match, chance):
        day, month, year = int(match[2]), int(match[4] or match[5]), match[6]
        if day > 31 or month > 12 or day == 0 or month == 0:
            return match[0]
        kind = form if form != "mixed" else chance.choice(("slash", "zeros", "dot", "dash", "words"))
        label = match[1] or ""
        before = match.string[max(0, match.start() - 3):match.start()]
        if kind == "words" and not label and not re.search(r"[^\s|>] $", before):
            kind = "slash"     # first on its line: "ngày" may stand at the end of the one above
        if kind == "words":
            return f"{label or 'ngày '}{day:02} tháng {month:02} năm {year}" if month < 3 else \
                f"{label or 'ngày '}{day:02} tháng {month} năm {year}"
        sign = {"slash": "/", "zeros": "/", "dot": ".", "dash": "-"}[kind]
        if kind == "zeros":
            return f"{label}{day:02}/{month:02}/{year}"
        return f"{label}{day:02}{sign}{month}{sign}{year}" if kind != "dash" else f"{label}{day}-{month}-{year}"

    def change(text, chance):
        text = unicodedata.normalize("NFC", text)
        return DATE.sub(lambda m: spell(m, chance).upper() if m[0].isupper() else spell(m, chance), text)
    return change
