"""Precision and recall of records against gold, field by field, by the measure of record.md."""
import re
from collections import Counter, defaultdict

from fold import alike, bodies, fold, likeness, one_issuer, one_type, pair, symbol

FINER = {"repeals", "guides", "reports_on", "replies_to", "issued_with"}


class Scores:
    def __init__(self, show=None):
        self.counts = defaultdict(lambda: [0, 0, 0])      # hits, gold, found
        self.show = show or (lambda field, want, got: None)

    def count(self, field, hits, gold, found):
        for i, n in enumerate((hits, gold, found)):
            self.counts[field][i] += n

    def check(self, field, right, want, got, of=""):
        self.count(field, int(right), 1, 1)
        if not right:
            self.show(field + of, want, got)

    def bag(self, field, want, got, raw_want, raw_got, of=""):
        self.count(field, sum((want & got).values()), sum(want.values()), sum(got.values()))
        if want != got:
            self.show(field + of, raw_want, raw_got)

    def figures(self):
        """field -> (precision, recall, F1, gold, found)"""
        out = {}
        for field, (hits, gold, found) in sorted(self.counts.items()):
            p = hits / found if found else float(not gold)
            r = hits / gold if gold else float(not found)
            out[field] = (p, r, 2 * p * r / (p + r) if p + r else 0.0, gold, found)
        return out


def score(gold, found, scores):
    found = found or {}
    head(gold["document"], found.get("document") or {}, scores)
    citations(gold["citations"], found.get("citations") or [], scores)
    relations(gold["relations"], found.get("relations") or [], scores, symbol(gold["document"]["symbol"]), gold.get("relations_arguable") or [])
    if "tasks" in gold:
        tasks(gold["tasks"], found.get("tasks") or [], scores)
    if "targets" in gold:
        targets(gold["targets"], found.get("targets") or [], scores)


def head(gold, found, scores):
    for field in ("symbol", "symbol_suffix", "type", "date", "place", "issuer", "subject"):
        a, b = gold[field], found.get(field)
        right = {"symbol": lambda: symbol(a) == symbol(b), "symbol_suffix": lambda: symbol(a) == symbol(b), "type": lambda: one_type(a, b), "date": lambda: a == b,
                 "issuer": lambda: one_issuer(a, b, gold["symbol"], 0.85)}.get(field, lambda: alike(a, b, 0.85))()
        scores.check("document." + field, right, a, b)
    for field in ("name", "position"):
        a, b = ((x.get("signer") or {}).get(field) for x in (gold, found))
        scores.check("document.signer." + field, fold(a) == fold(b), a, b)
    for field in ("addressees", "recipients"):
        a, b = gold[field], found.get(field) or []
        hits = len(pair(a, b, lambda x, y: likeness(x, y) if alike(x, y) else 0))
        scores.count("document." + field, hits, len(a), len(b))
        if hits < max(len(a), len(b)):
            scores.show("document." + field, a, b)


def citations(gold, found, scores):
    want, got = ({symbol(c["symbol"]): c for c in side if c.get("symbol")} for side in (gold, found))
    scores.bag("citations", Counter(want.keys()), Counter(got.keys()), sorted(set(want) - set(got)), sorted(set(got) - set(want)))
    for key in want.keys() & got.keys():
        a, b = want[key], got[key]
        scores.check("citations.type", one_type(a["type"], b.get("type")), a["type"], b.get("type"), f" of {key}")
        for field in ("date", "issuer"):
            if a[field] is not None:
                right = a[field] == b.get(field) if field == "date" else one_issuer(a[field], b.get(field), key, 0.75)
                scores.check("citations." + field, right, a[field], b.get(field), f" of {key}")
            elif b.get(field) is not None and field == "date":
                scores.check("citations.invented", False, None, b.get(field), f" {field} of {key}")
        scores.check("citations.mentions", a["mentions"] == b.get("mentions"), a["mentions"], b.get("mentions"), f" of {key}")


def relations(gold, found, scores, own, arguable):
    def key(r):
        ends = [symbol(r.get(k)) or "SELF" for k in ("from", "to")]
        return "SELF" if ends[0] in (own, "SELF") else ends[0], r.get("relation"), ends[1]

    want, got = ({k for k in map(key, side) if all(e == "SELF" or re.match(r"\d+\S*[-/]", e) for e in (k[0], k[2]))} for side in (gold, found))
    ends = {(k[0], k[2]): k for k in want}
    got = {ends.get((k[0], k[2]), k) if k in set(map(key, arguable)) else k for k in got}
    got = {ends.get((k[0], k[2])) if k[1] in FINER else k for k in got} - {None}
    elsewhere = {k[2] for k in want | got if k[0] != "SELF"}
    want, got = ({k for k in side if (k[0], k[1]) != ("SELF", "cites") or k[2] not in elsewhere} for side in (want, got))
    scores.bag("relations", Counter(want), Counter(got), sorted(want - got), sorted(got - want))
    strong = [{k for k in side if k[1] != "cites"} for side in (want, got)]
    scores.count("relations.strong", len(strong[0] & strong[1]), len(strong[0]), len(strong[1]))


def tasks(gold, found, scores):
    for part in ("tasks.table", "tasks.body"):
        inside = lambda t: (t.get("annex") is not None) == (part == "tasks.table")
        want, got = [t for t in gold if inside(t)], [t for t in found if inside(t)]
        pairs = pair(want, got, lambda a, b: likeness(a["text"], b.get("text")) if likeness(a["text"], b.get("text")) >= 0.8 else 0)
        scores.count(part, len(pairs), len(want), len(got))
        left, right = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, t in enumerate(want):
            i in left or scores.show(part, f"{t['ordinal']} {t['text']}", None)
        for j, t in enumerate(got):
            j in right or scores.show(part, None, f"{t.get('ordinal')} {t.get('text')}")
        for i, j in pairs:
            task(part, want[i], got[j], scores)


def task(part, a, b, scores):
    of = " of " + a["text"]
    if part == "tasks.table":
        clean = alike(a["text"], b.get("text"), 0.97) and fold(a["ordinal"]) == fold(b.get("ordinal"))
        scores.check(part + ".clean", clean, f"{a['ordinal']} {a['text']}", f"{b.get('ordinal')} {b.get('text')}")
        scores.check(part + ".product", alike(a["product"], b.get("product")), a["product"], b.get("product"), of)
    for role in ("lead", "support"):
        scores.bag(f"{part}.{role}", bodies(a[role]), bodies(b.get(role)), a[role], b.get(role), of)
    x, y = a["deadline"], b.get("deadline") or {}
    same = all((x.get(k) or None) == (y.get(k) or None) for k in ("due", "every")) and (x["kind"] or "none") == (y.get("kind") or "none")
    scores.check(part + ".deadline", same, x, {k: y.get(k) for k in x}, of)
    for key in ("op", "day"):
        if key in x and same:
            scores.check(f"{part}.deadline.{key}", x[key] == y.get(key), x[key], y.get(key), of)
    if "milestones" in x and same:
        scores.check(part + ".deadline.milestones", x["milestones"] == len(y.get("milestones") or []), x["milestones"], y.get("milestones"), of)
    scores.bag(part + ".references", Counter(map(symbol, a["references"])), Counter(map(symbol, b.get("references") or [])), a["references"], b.get("references"), of)


def targets(gold, found, scores):
    def number(x):
        return x if isinstance(x, (int, float)) else None

    def weight(a, b):
        x, y = number(a["value"]), number(b.get("value"))
        if (x is None) != (y is None) or (x is not None and abs(x - y) > 1e-9):
            return 0
        s = likeness(a["indicator"], b.get("indicator"))
        return s + 0.5 * (a["by"] == b.get("by")) if s >= 0.7 else 0

    pairs = pair(gold, found, weight)
    scores.count("targets", len(pairs), len(gold), len(found))
    line = lambda t: " ".join(str(t.get(k)) for k in ("ordinal", "indicator", "comparator", "value", "unit", "by"))
    for i, t in enumerate(gold):
        i in {p[0] for p in pairs} or scores.show("targets", line(t), None)
    for j, t in enumerate(found):
        j in {p[1] for p in pairs} or scores.show("targets", None, line(t))
    for i, j in pairs:
        a, b = gold[i], found[j]
        of = " of " + a["indicator"]
        scores.check("targets.comparator", (a["comparator"] or None) == (b.get("comparator") or None), a["comparator"], b.get("comparator"), of)
        scores.check("targets.unit", fold(a["unit"]) == fold(b.get("unit")) if a["unit"] != "%" else b.get("unit") == "%", a["unit"], b.get("unit"), of)
        scores.check("targets.by", (a["by"] or None) == (b.get("by") or None), a["by"], b.get("by"), of)
        scores.bag("targets.lead", bodies(a["lead"]), bodies(b.get("lead")), a["lead"], b.get("lead"), of)
