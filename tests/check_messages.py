#!/usr/bin/env python3
"""Every message of the code is translated, and each translation keeps the places of the original. What the libraries put
together with fmt::format is listed, as a shape, in cli/library_messages.cc.

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


def literals(text):
    """The first argument of each fmt::format, as one string; "{:g}" stands as "{}", "{{" as a brace."""
    for found in re.finditer(r'fmt::format\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)', text):
        literal = "".join(ast.literal_eval(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"', found.group(1)))
        # "'{{{}}}'" is one thing in braces: a name.
        yield re.sub(r"\{[^{}]*\}", "{}", literal.replace("{{{}}}", "{}")).replace("{{", "{").replace("}}", "}")


def shapes_missing(top):
    """(file, shape) of messages that are put together and that nothing translates."""
    known = (top / "cli" / "library_messages.cc").read_text(encoding="utf-8")
    known = {"".join(ast.literal_eval(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"', found))
             for found in re.findall(r'Msg\(((?:\s*"(?:[^"\\]|\\.)*")+)\)', known)}
    for folder in ("core", "extractor", "normalizer", "rules", "store"):
        for path in sorted((top / folder).rglob("*.cc")):
            text = path.read_text(encoding="utf-8")
            if "MakeError(" not in text and "BadRule(" not in text:
                continue
            for shape in literals(text):
                # A message has words, and begins in lower case; "{}:{}" and "PRAGMA ..." are none.
                if re.search(r"[a-z]{2,}", shape) and not re.match(r"[A-Z]", shape) and shape not in known:
                    yield path.relative_to(top), shape


def main():
    top = Path(sys.argv[1])
    problems = []
    for msgid, msgstr in entries(top / "po" / "vi.po"):
        if msgid and places(msgid) != places(msgstr):
            problems.append(f"po/vi.po: '{msgid}': the translation has other places: {places(msgstr)}")
        if msgid.startswith("-") and msgid.split()[0] != msgstr.split()[0]:
            problems.append(f"po/vi.po: '{msgid}': the translation begins with another flag")
    for path, shape in shapes_missing(top):
        problems.append(f"{path}: '{shape}' is put together, but cli/library_messages.cc has no such shape")
    checked = subprocess.run([top / "scripts" / "update-messages", "--check"], text=True, capture_output=True, check=False)
    if checked.returncode != 0:
        problems.append(checked.stderr + "run scripts/update-messages and translate what is new in po/vi.po")
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
