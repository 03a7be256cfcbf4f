#!/usr/bin/env python3
"""Includes point one way, and each third-party library is named in its adapters only.

    check_includes.py SOURCE_DIR
"""
import re
import sys
from pathlib import Path

FOLDERS = ["core", "extractor", "normalizer", "rules", "store", "cli"]
MAY_INCLUDE = {
    "core": {"core"},
    "extractor": {"core", "extractor"},
    "normalizer": {"core", "normalizer"},
    "rules": {"core", "rules"},
    "store": {"core", "store"},
    "cli": {"core", "extractor", "normalizer", "rules", "store"},
}
# What an include begins with -> the files that may have it.
ADAPTERS = {
    r"CLI/": ["cli/flags.cc"],
    r"tl/expected": ["core/include/core/result.h"],
    r"nlohmann/": ["store/src/*json*", "cli/evaluation/*_json.*"],
    r"sqlite3\.h": ["store/src/sqlite_db.cc", "store/src/sqlite_db.h", "store/src/*sqlite*"],
    r"re2/": ["rules/src/re2_pattern.cc"],
    r"toml\+\+/": ["rules/src/toml_rules.cc"],
    r"unicode/": ["normalizer/src/icu_text.cc", "extractor/src/*decode*.cc", "extractor/src/*icu*.cc"],
    r"openssl/": ["extractor/src/*hash*.cc"],
    r"(poppler-|PDFDoc|TextOutputDev|OutputDev|GfxState|GlobalParams|Page\.h|goo/|Error\.h|Gfx|Object\.h|Catalog\.h)":
        ["extractor/src/pdf_*.cc", "extractor/src/page_device.*"],
    r"zlib\.h": ["extractor/src/png_image.cc"],
    r"fmt/": ["*.cc"],
}


def own_folder(include):
    head = include.split("/")[0]
    return head if head in FOLDERS and "/" in include else None


def check(path, name, problems):
    folder = name.split("/")[0]
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = re.match(r'\s*#\s*include\s+["<]([^">]+)[">]', line)
        if not found:
            continue
        include = found.group(1)
        if ".." in include.split("/"):
            problems.append(f"{name}:{number}: {include}: no paths upwards")
        target = own_folder(include)
        if target and target not in MAY_INCLUDE[folder]:
            problems.append(f"{name}:{number}: {folder} must not include {target}")
        for pattern, files in ADAPTERS.items():
            if re.match(pattern, include) and not any(Path(name).match(allowed) for allowed in files):
                problems.append(f"{name}:{number}: <{include}> belongs in {', '.join(files)}")


def main():
    top = Path(sys.argv[1])
    problems = []
    for folder in FOLDERS:
        for path in sorted((top / folder).rglob("*")):
            if path.suffix in (".h", ".cc"):
                check(path, path.relative_to(top).as_posix(), problems)
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
