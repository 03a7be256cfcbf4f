#!/usr/bin/env python3
"""Reads documents and their variations and asks that the records say the same (folding.py tells what that is).

    run.py CONGVAN [--variants N] [--seed S] [--kind NAME ...] [--shared DIR] [--keep DIR] [--floors FILE [--write]]

A variation changes how a document is written, not what it says: letters, line ends, markup, spellings of dates, the shape of
tables. Where the records differ, the program has read one of the two wrongly. The same seed gives the same variants.
--floors compares the share of equal records per kind with a file and fails below it (--write makes the file); the seeded part
that ctest runs takes the corpus alone, so that the figures are the same everywhere. --keep writes what differs to a folder.
"""
import argparse
import hashlib
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import folding
import papers
import variations

BATCH = 400      # files given to one process
TRIES = 30       # draws of a paper until a variation fits
SLACK = 1e-9


def load_shelf(program, shared):
    sheets, texts = papers.corpus_sheets(), papers.text_papers(shared)
    prose = [papers.sheet_of_text(name, text) for name, text in texts if max(map(len, text.split("\n"))) > 300]
    # Texts broken at line ends become sheets by way of the text that the program reads: a paragraph a line.
    broken = [(n, t) for n, t in texts if max(map(len, t.split("\n"))) <= 300 and t.count("\n") > 60]
    prose += [papers.sheet_of_text(name, text) for name, text in read_texts(program, broken)]
    return variations.Shelf(sheets, [p for p in prose if sum(part.kind == "p" for part in p.parts) >= 5], texts)


def read_texts(program, named):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in named:
            path = Path(folder, name.replace("/", "-") + ".txt")
            path.write_text(text, encoding="utf-8")
            done = subprocess.run([program, "extract", "--text", path], capture_output=True, check=False)
            # What follows the first annex may be tables, and a cell is no paragraph.
            body = re.split(r"^PHỤ LỤC", done.stdout.decode().replace("\f", "\n"), flags=re.M)[0]
            yield name, body.replace("\n", "\n\n")


def draw(kinds, count, seed, shelf):
    """[(kind, Variant)], the kinds in turn."""
    out = []
    for n in range(count):
        kind = kinds[n % len(kinds)]
        chance = random.Random(f"{seed}/{kind}/{n // len(kinds)}")
        variant = next((v for v in (variations.KINDS[kind](shelf, chance) for _ in range(TRIES)) if v), None)
        if variant:
            out.append((kind, variant))
    return out


def records_of(program, texts):
    """{text: record} by as few processes as need be."""
    out = {}
    texts = list(dict.fromkeys(texts))
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, len(texts), BATCH):
            names = {}
            for text in texts[start:start + BATCH]:
                path = Path(folder, hashlib.sha256(text.encode()).hexdigest()[:24] + ".txt")
                path.write_text(text, encoding="utf-8", newline="")
                names[str(path)] = text
            done = subprocess.run([program, "extract", "--jsonl", *names], capture_output=True, check=False)
            for line in done.stdout.decode().splitlines():
                record = json.loads(line)
                out[names[record["source"]["path"]]] = record
    return out


def show(value):
    text = json.dumps(value, ensure_ascii=False) if not isinstance(value, str) else value
    return text if len(text) <= 230 else text[:227] + "..."


def keep(folder, kind, number, variant, found):
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{kind}-{number:04}-{variant.paper.replace('/', '-')}"
    (folder / f"{stem}.base.txt").write_text(variant.base, encoding="utf-8", newline="")
    (folder / f"{stem}.varied.txt").write_text(variant.text, encoding="utf-8", newline="")
    (folder / f"{stem}.diff").write_text("".join(f"{f}\n  - {show(a)}\n  + {show(b)}\n" for f, a, b in found), encoding="utf-8")


def judge(drawn, records, folder):
    """{kind: [variants, equal, Counter of first differing fields]}"""
    figures = {}
    for number, (kind, variant) in enumerate(drawn):
        row = figures.setdefault(kind, [0, 0, Counter()])
        base, other = records.get(variant.base), records.get(variant.text)
        if base is None or other is None:
            found = [("no record", base is not None, other is not None)]
        else:
            found = folding.differences(base, other, variant.ignore)
        row[0] += 1
        row[1] += not found
        if found:
            row[2][found[0][0]] += 1
            if folder:
                keep(folder, kind, number, variant, found)
    return figures


def check_floors(figures, path, write):
    if write:
        path.write_text(json.dumps({k: round(r[1] / r[0], 3) for k, r in sorted(figures.items())}, indent=1) + "\n")
        return 0
    floors, below = json.loads(path.read_text()), []
    for kind, (variants, equal, _) in figures.items():
        if kind not in floors or equal / variants + 5e-4 + SLACK < floors[kind]:
            below.append(f"{kind}: {equal}/{variants} equal, floor {floors.get(kind, 'missing')}")
    print("\n".join(below) or "all kinds at or above their floors")
    return 1 if below else 0


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("program", type=Path)
    args.add_argument("--variants", type=int, default=500)
    args.add_argument("--seed", default="1")
    args.add_argument("--kind", action="append", help="only this kind, or those that begin so; may repeat")
    args.add_argument("--shared", type=Path, default=papers.ROOT.parent / "shared", help="samples too, where they are")
    args.add_argument("--corpus-only", action="store_true")
    args.add_argument("--keep", type=Path)
    args.add_argument("--floors", type=Path)
    args.add_argument("--write", action="store_true")
    a = args.parse_args()
    kinds = [k for k in variations.KINDS if not a.kind or any(k.startswith(want) for want in a.kind)]
    shelf = load_shelf(a.program, Path("/nonexistent") if a.corpus_only else a.shared)
    if not a.corpus_only and not (a.shared / "samples").is_dir():
        print(f"skipped: the samples of {a.shared} are not here; the corpus alone is varied")
    drawn = draw(kinds, a.variants, a.seed, shelf)
    figures = judge(drawn, records_of(a.program, [t for _, v in drawn for t in (v.base, v.text)]), a.keep)
    print(f"{'kind':24}{'variants':>9}{'equal':>7}{'share':>7}  first differing fields")
    for kind, (variants, equal, fields) in figures.items():
        print(f"{kind:24}{variants:9}{equal:7}{equal / variants:7.3f}  " + ", ".join(f"{f} {n}" for f, n in fields.most_common(4)))
    total, equal = sum(r[0] for r in figures.values()), sum(r[1] for r in figures.values())
    print(f"{'all':24}{total:9}{equal:7}{equal / max(total, 1):7.3f}")
    return check_floors(figures, a.floors, a.write) if a.floors else 0


if __name__ == "__main__":
    sys.exit(main())
