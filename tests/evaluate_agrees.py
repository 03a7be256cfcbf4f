#!/usr/bin/env python3
"""`congvan evaluate` gives the figures of the public scorer in ../shared; skips (exit 77) where that is absent.

    evaluate_agrees.py CONGVAN SHARED

Records are spoilt a little first (rows dropped, words, dates and bodies changed), so that the figures are not all 1.
"""
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
FORGOTTEN = ("date", "issuer", "place", "by", "unit", "comparator", "due", "every")


def spoil(record, chance):
    """Returns a record with some of what a bad rule would do to it."""
    for key in ("citations", "relations", "tasks", "targets"):
        rows = record[key]
        record[key] = [spoilt(row, chance) for row in rows if chance.random() > 0.1]
        if rows and chance.random() < 0.5:
            record[key].append(dict(rows[0]))
    record["document"] = spoilt(record["document"], chance)
    return record


def spoilt(value, chance):
    if isinstance(value, dict):
        return {key: None if key in FORGOTTEN and chance.random() < 0.1 else spoilt(item, chance)
                for key, item in value.items()}
    if isinstance(value, list):
        return [spoilt(item, chance) for item in value if chance.random() > 0.05]
    if isinstance(value, str) and chance.random() < 0.1:
        words = value.split(" ")
        return " ".join(words[:-1] if len(words) > 1 else words + ["khác"])
    return value


def main():
    program, shared = Path(sys.argv[1]), Path(sys.argv[2])
    scorer = shared / "eval" / "score.py"
    if not scorer.is_file():
        print(f"skipped: {scorer} is not here")
        return SKIPPED
    gold = [path for folder in ("gold", "heads", "pdf") for path in sorted((shared / "samples" / folder).glob("*.json"))]
    chance, wrong = random.Random(57), []
    for path in gold:
        with tempfile.TemporaryDirectory() as folder:
            record = Path(folder, path.name)
            whole = json.loads(path.read_text(encoding="utf-8"))
            full = {"document": {}, "citations": [], "relations": [], "tasks": [], "targets": []} | whole
            record.write_text(json.dumps(spoil(full, chance), ensure_ascii=False), encoding="utf-8")
            theirs = json.loads(run([sys.executable, scorer, path, record, "--json"]))
            ours = json.loads(run([program, "evaluate", path, record, "--json"]))
        figures = {row["field"]: (row["f1"], row["gold"], row["found"]) for row in ours}
        expected = {field: (t["f1"], t["gold"], t["found"]) for field, t in theirs.items()}
        for field in sorted(figures.keys() | expected.keys()):
            a, b = figures.get(field), expected.get(field)
            if a is None or b is None or a[1:] != b[1:] or abs(a[0] - b[0]) > 0.0006:
                wrong.append(f"{path.parent.name}/{path.name} {field}: {a}, the scorer says {b}")
    print("\n".join(wrong) or f"the same figures for {len(gold)} records")
    return 1 if wrong else 0


def run(command):
    return subprocess.run(command, capture_output=True, check=True).stdout


if __name__ == "__main__":
    sys.exit(main())
