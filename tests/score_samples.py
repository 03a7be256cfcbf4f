#!/usr/bin/env python3
"""Scores the program on the samples in ../shared against floors; skips (exit 77) where they are absent.

    score_samples.py CONGVAN SHARED FLOORS.json
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
PDF = ["typeset-001.chromium", "typeset-002.libreoffice", "013", "045"]


def main():
    program, shared, floors = Path(sys.argv[1]), Path(sys.argv[2]), json.loads(Path(sys.argv[3]).read_text())
    samples = shared / "samples"
    if not samples.is_dir():
        print(f"skipped: {samples} is not here")
        return SKIPPED
    gold = {name: samples / "gold" / f"{name}.json" for name in ("001", "002", "004")}
    sets = {
        "text": {samples / f"{name}.txt": path for name, path in gold.items()},
        "heads": {path.with_suffix(".txt"): path for path in sorted((samples / "heads").glob("*.json"))},
        "pdf": {samples / "pdf" / f"{name}.pdf": samples / "pdf" / f"{name}.json" for name in PDF},
    }
    below = []
    for name, files in sets.items():
        figures = score(program, shared, files)
        for field, floor in floors[name].items():
            figure = figures.get(field, {}).get("f1", 0.0)
            print(f"{name:6} {field:28} {figure:.3f} (floor {floor})")
            if figure < floor:
                below.append(f"{name} {field}: {figure:.3f} is below {floor}")
    print("\n".join(below) or "all at or above their floors")
    return 1 if below else 0


def score(program, shared, files):
    with tempfile.TemporaryDirectory() as folder:
        gold, records = Path(folder, "gold"), Path(folder, "records")
        gold.mkdir()
        records.mkdir()
        for source, expected in files.items():
            done = subprocess.run([program, "extract", source], capture_output=True, check=False)
            (records / expected.name).write_bytes(done.stdout)
            (gold / expected.name).write_bytes(expected.read_bytes())
        done = subprocess.run([sys.executable, shared / "eval" / "score.py", gold, records, "--json"],
                              capture_output=True, check=True)
        return json.loads(done.stdout)


if __name__ == "__main__":
    sys.exit(main())
