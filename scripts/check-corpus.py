#!/usr/bin/env python3
"""Checks that what each corpus/<slug>/expected.json claims is there in its paper, read by means other than the program's.

    scripts/check-corpus.py [SLUG ...]

Looks at keys, dates and kinds; every symbol, task, target, lead, deadline and recipient must occur in the text, every
relation must join documents that are named. Reads PDFs with pdftotext (skipped with a message where it is missing).
Standard library only. Exit code 1 when something is wrong.
"""
import json
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
KINDS = {"date", "month", "quarter", "year", "period", "ongoing", "recurring", "per_plan", "anchored", "on_request", "none"}
VERBS = {"implements", "based_on", "amends", "replaces", "repeals", "guides", "reports_on", "replies_to", "issued_with", "cites"}
EVERY = {None, "week", "month", "quarter", "half-year", "year"}
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
KEYS = {
    "task": {"annex", "group", "ordinal", "text", "lead", "support", "deadline", "product", "note", "references"},
    "target": {"annex", "ordinal", "group", "indicator", "comparator", "value", "unit", "by", "lead"},
    "citation": {"symbol", "type", "date", "issuer", "title", "mentions"},
    "document": {"role", "symbol", "symbol_suffix", "type", "date", "place", "issuer", "subject", "addressees", "recipients", "signer"},
}
MOST_WORDS = 0.9     # share of a long text's words that must be found: tables of PDFs come interleaved


def words(text):
    """Lower-case words in NFC with look-alike letters and soft hyphens evened out."""
    text = unicodedata.normalize("NFC", text).translate({0x1A1: "ơ", 0x1A3: "ư", 0x1A2: "Ư", 0xD0: "Đ", 0xF0: "đ", 0xAD: None})
    return re.findall(r"\w+", text.lower().replace("đ", "d"))


def squeezed(text):
    return "".join(words(text))


def paper(folder):
    """The text of the paper, or None where its tool is missing."""
    path = next(folder.glob("source.*"))
    data = path.read_bytes()
    if path.suffix == ".pdf":
        if not shutil.which("pdftotext"):
            return None
        return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True).stdout.decode()
    if data.startswith(b"\xff\xfe"):
        return data.decode("utf-16")
    return re.sub(r"</?(b|table|t[rdh]|br)\b[^>]*>", " ", data.decode())


class Checker:
    def __init__(self, slug, record, text):
        self.slug, self.record, self.text = slug, record, text
        self.squeezed, self.counts, self.problems = squeezed(text), Counter(words(text)), []

    def need(self, ok, message):
        if not ok:
            self.problems.append(f"{self.slug}: {message}")

    def in_text(self, value, what):
        """The value in one piece, or (cells of a table come in pieces) nearly all of its words."""
        wanted = Counter(words(value))
        held = sum((wanted & self.counts).values())
        self.need(squeezed(value) in self.squeezed or held >= MOST_WORDS * sum(wanted.values()), f"{what} is not in the text: {value}")

    def keys(self, thing, kind):
        self.need(KEYS[kind] <= set(thing) <= KEYS[kind] | {"value_max"}, f"keys of a {kind}: {sorted(set(thing) ^ KEYS[kind])}")

    def symbol(self, value, what):
        self.need(not re.search(r"\s", value) and value == unicodedata.normalize("NFC", value), f"{what} is not canonical: {value}")
        self.in_text(value, what)

    def date(self, value, what):
        self.need(value is None or DATE.fullmatch(value), f"{what} is no ISO date: {value}")

    def document(self):
        head = self.record["document"]
        self.keys(head, "document")
        self.date(head["date"], "date")
        if head["symbol"]:
            self.symbol(head["symbol"], "symbol")
            self.need(head["symbol"].endswith(head["symbol_suffix"]), "the suffix does not end the symbol")
        for field in ("place", "subject"):
            self.in_text(head[field] or "", field)
        for name in head["recipients"] + head["addressees"] + [v for v in head["signer"].values() if v]:
            self.in_text(name, "a name of the head or foot")

    def citations(self):
        names = set()
        for c in self.record["citations"]:
            self.keys(c, "citation")
            self.date(c["date"], "a citation's date")
            self.need(c["mentions"] >= 1 and (c["symbol"] or c["title"]), f"an empty citation: {c}")
            if c["symbol"]:
                self.symbol(c["symbol"], "a cited symbol")
            else:
                self.in_text(c["title"], "a cited title")
            names.add(c["symbol"] or c["title"])
        own = self.record["document"]["symbol"]
        self.need(own not in names, "cites itself")
        for r in self.record["relations"] + self.record.get("relations_arguable", []):
            self.need(r["relation"] in VERBS, f"no such relation: {r['relation']}")
            self.need(r["from"] in names | {own or "self"} and r["to"] in names, f"a relation of documents that are not named: {r}")
        seen = Counter((r["from"], r["to"]) for r in self.record["relations"] if r["from"] == (own or "self"))
        self.need(all(n == 1 for n in seen.values()), "two relations of the document itself to one other")
        for name in names - {end for r in self.record["relations"] for end in (r["from"], r["to"])}:
            self.need(False, f"cited, in no relation: {name}")

    def tasks(self):
        for t in self.record["tasks"]:
            self.keys(t, "task")
            when = t["deadline"]
            self.need(when["kind"] in KINDS and when["every"] in EVERY, f"deadline: {when}")
            self.need((when["text"] is None) == (when["kind"] == "none"), f"deadline text and kind disagree: {when}")
            self.need(when["due"] is None or re.fullmatch(r"\d{4}-\d{2}-\d{2}", when["due"]), f"due: {when}")
            for value in [t["text"], *t["lead"], *t["support"]] + [v for v in (t["group"], t["product"], t["note"], when["text"]) if v]:
                self.in_text(value, "of a task")
            for symbol in t["references"]:
                self.need(any(c["symbol"] == symbol for c in self.record["citations"]), f"a reference that is no citation: {symbol}")

    def targets(self):
        for t in self.record["targets"]:
            self.keys(t, "target")
            self.date(t["by"], "by")
            self.need((t["value"] is None) == (t["comparator"] is None), f"value and comparator disagree: {t}")
            self.in_text(t["indicator"], "an indicator")
            for name in t["lead"]:
                self.in_text(name, "a target's lead")
            if t["value"]:
                digits = f"{t['value']:,}".replace(",", " ").replace(".", ",").replace(" ", ".")
                word = {1: "một|01?", 2: "hai|0?2", 3: "ba|0?3"}.get(t["value"], "0?" + re.escape(digits))
                self.need(re.search(rf"(?<![\d,.])({word})(?![\d,])", unicodedata.normalize("NFC", self.text)), f"the number is not in the text: {t['value']}")

    def run(self):
        self.document()
        self.citations()
        self.tasks()
        self.targets()
        return self.problems


def main():
    slugs = sys.argv[1:] or sorted(p.parent.name for p in CORPUS.glob("*/expected.json"))
    problems, checked, totals = [], 0, Counter()
    for slug in slugs:
        folder = CORPUS / slug
        record = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        text = paper(folder)
        if text is None:
            print(f"{slug}: skipped, needs pdftotext", file=sys.stderr)
            continue
        problems += Checker(slug, record, text).run()
        checked += 1
        totals.update({k: len(record[k]) for k in ("citations", "relations", "tasks", "targets")})
    print("\n".join(problems + [f"{checked} documents, " + ", ".join(f"{n} {k}" for k, n in totals.items()) + f"; {len(problems)} problems"]))
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
