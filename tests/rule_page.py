#!/usr/bin/env python3
"""docs/adding-a-rule.md does what it says: its files are written and its commands run from top to bottom, in an empty folder, and
print what the page shows.

    rule_page.py CONGVAN SOURCE_DIR [--update]

A block "```text NAME" or "```toml NAME" is a file. In a block "```console" a line "$ congvan ..." is a command and what follows is
what it prints; "..." stands for anything. Of a block "```sh" only the commands of build/congvan are run, in SOURCE_DIR; they must
succeed. --update writes what the program prints into the page.
"""
import difflib
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path


def run(program, words, folder):
    environment = {"LC_ALL": "C.UTF-8", "HOME": folder, "PATH": os.environ.get("PATH", "")}
    done = subprocess.run([program, *words], cwd=folder, env=environment, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)
    return done.returncode, done.stdout.rstrip("\n").split("\n") if done.stdout.strip() else []


def fits(shown, lines):
    pattern = ".*".join(re.escape(part) for part in "\n".join(shown).split("..."))
    return re.fullmatch(pattern, "\n".join(lines), re.S) is not None


def turns(block):
    """(command, lines shown) of a console block."""
    for line in block.split("\n"):
        if line.startswith("$ "):
            shown = []
            yield line, shown
        elif line:
            shown.append(line)


def follow(page, program, top, folder):
    """The page as it would be with what the program prints, and what went wrong."""
    problems = []

    def block(found):
        kind, name, text = found.group(1), found.group(2), found.group(3)
        if name:
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif kind == "sh":
            for line in re.findall(r"^build/congvan (.*?)(?:\s+#.*)?$", text, re.M):
                words = [str(path) for word in shlex.split(line)
                         for path in (sorted(Path(top).glob(word)) if "*" in word else [word])]
                status, lines = run(program, words, top)
                if status != 0:
                    problems.append(f"{line}: status {status}: " + "\n".join(lines))
        elif kind == "console":
            out = []
            for command, shown in list(turns(text)):
                _, lines = run(program, shlex.split(command)[2:], folder)
                lines = [line for line in lines if line]
                out += [command, *(shown if fits(shown, lines) else lines)]
            return "```console\n" + "\n".join(out) + "\n```"
        elif kind == "toml":
            problems.append("a block of TOML without a file's name is not tried")
        return found.group(0)

    followed = re.sub(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", block, page, flags=re.M | re.S)
    return followed, problems


def main():
    program, top = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    path = Path(top, "docs", "adding-a-rule.md")
    page = path.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        followed, problems = follow(page, program, top, folder)
    if "--update" in sys.argv[3:]:
        path.write_text(followed, encoding="utf-8")
    elif followed != page:
        problems += difflib.unified_diff(page.split("\n"), followed.split("\n"), "the page", "the program", lineterm="", n=1)
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
