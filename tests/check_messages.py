#!/usr/bin/env python3
"""Every message of the code is translated, and each translation keeps the places of the original.

    check_messages.py SOURCE_DIR
"""
import ast
import re
import subprocess
import sys
from pathlib import Path


def entries(path):
    """(msgid, msgstr) pairs of a catalogue."""
    text = path.read_text(encoding="utf-8")
    quoted = r'((?:"(?:[^"\\]|\\.)*"\s*)+)'
    for found in re.finditer(rf"^msgid {quoted}msgstr {quoted}", text, re.M):
        yield tuple("".join(ast.literal_eval(line) for line in part.split("\n") if line.strip()) for part in found.groups())


def places(text):
    return sorted(re.findall(r"\{\d?\}", text))


def main():
    top = Path(sys.argv[1])
    problems = []
    for msgid, msgstr in entries(top / "po" / "vi.po"):
        if msgid and places(msgid) != places(msgstr):
            problems.append(f"po/vi.po: '{msgid}': the translation has other places: {places(msgstr)}")
        if msgid.startswith("-") and msgid.split()[0] != msgstr.split()[0]:
            problems.append(f"po/vi.po: '{msgid}': the translation begins with another flag")
    checked = subprocess.run([top / "scripts" / "update-messages", "--check"], text=True, capture_output=True, check=False)
    if checked.returncode != 0:
        problems.append(checked.stderr + "run scripts/update-messages and translate what is new in po/vi.po")
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
