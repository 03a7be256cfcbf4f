#!/usr/bin/env python3
"""Writes documents whose record is known, lets congvan read them, and prints precision and recall per field.

    run.py --program build/congvan --documents 1000 --seed 7 [--keep DIR] [--show] [--floors floors.json]

--show lists what is missing (-) and what is wrong or too much (+); --keep leaves the texts, gold and records in DIR.
With --floors a figure below its floor fails the run. The same seed gives the same documents.
"""
import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from generate import document  # noqa: E402
from score import Scores, score  # noqa: E402


def arguments():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--program", default="build/congvan")
    args.add_argument("--documents", type=int, default=300)
    args.add_argument("--seed", default="1")
    args.add_argument("--keep", type=Path)
    args.add_argument("--show", action="store_true")
    args.add_argument("--only", help="one layout: plain, pipes, html or markdown")
    args.add_argument("--floors", type=Path)
    return args.parse_args()


def read_all(program, paths):
    """path -> record, from one process."""
    done = subprocess.run([program, "extract", "--jsonl", *map(str, paths)], capture_output=True, text=True, encoding="utf-8", check=False)
    records = [json.loads(line) for line in done.stdout.splitlines() if line.strip()]
    if len(records) != len(paths):
        sys.exit(f"{program}: {len(records)} records of {len(paths)} documents\n{done.stderr[-2000:]}")
    return {Path(r["source"]["path"]).name: r for r in records}


def measure(args, folder):
    golds, paths = {}, []
    for number in range(args.documents):
        name, text, gold = document(args.seed, number)
        if args.only and args.only != name:
            continue
        path = folder / f"{number:05d}.{name}.txt"
        path.write_text(text, encoding="utf-8")
        golds[path.name] = gold
        paths.append(path)
    records = read_all(args.program, paths)
    current = [""]

    def show(field, want, got):
        if want not in (None, []):
            print(f"{current[0]} - {field}: {want}")
        if got not in (None, []):
            print(f"{current[0]} + {field}: {got}")

    scores = Scores(show if args.show else None)
    for path in paths:
        current[0] = path.name[:-4]
        if args.keep:
            path.with_suffix(".gold.json").write_text(json.dumps(golds[path.name], ensure_ascii=False, indent=1), encoding="utf-8")
            path.with_suffix(".record.json").write_text(json.dumps(records[path.name], ensure_ascii=False, indent=1), encoding="utf-8")
        score(golds[path.name], records[path.name], scores)
    return scores.figures()


def main():
    args = arguments()
    if args.keep:
        args.keep.mkdir(parents=True, exist_ok=True)
        figures = measure(args, args.keep)
    else:
        with tempfile.TemporaryDirectory() as folder:
            figures = measure(args, Path(folder))
    print(f"{'':28}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}")
    for field, (p, r, f, gold, found) in figures.items():
        print(f"{field:28}{p:7.3f}{r:7.3f}{f:7.3f}{gold:7}{found:7}")
    floors = json.loads(args.floors.read_text(encoding="utf-8")) if args.floors else {}
    low = [f"{k}: F1 {figures[k][2]:.3f}, floor {v}" for k, v in floors.items() if k in figures and figures[k][2] < v]
    low += [f"{k}: no such field was measured" for k in floors if k not in figures]
    for line in low:
        print("too low:", line, file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
