#!/usr/bin/env python3
"""Every command and flag of the program is named in docs/cli.md, and docs/cli.md names none that it lacks.

    check_cli_docs.py CONGVAN DOCS_CLI_MD
"""
import re
import subprocess
import sys


def help_of(program, *command):
    return subprocess.run([program, *command, "--help", "--lang", "en"], check=True, text=True, capture_output=True).stdout


def section(text, title):
    found = re.search(rf"^{title}:\n((?:  .*\n)+)", text, re.M)
    return found.group(1) if found else ""


def names(text, title):
    return re.findall(r"^  (\S+)", section(text, title), re.M)


def flags_of(text):
    return {flag for line in names(text, "Options") for flag in re.findall(r"--[a-z-]+", line)}


def main():
    program, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        docs = file.read()
    problems = []
    known = flags_of(help_of(program))
    commands = []
    for name in names(help_of(program), "Commands"):
        below = names(help_of(program, name), "Commands")
        commands += [(name, sub) for sub in below] if below else [(name,)]
    for command in commands:
        text = help_of(program, *command)
        known |= flags_of(text)
        if "Examples:" not in text:
            problems.append(f"the help of {' '.join(command)} has no examples")
        chapter = next((part for part in re.split(r"^## ", docs, flags=re.M)
                        if re.search(rf"`{' '.join(command)}\b", part.split("\n")[0])), None)
        if chapter is None:
            problems.append(f"no chapter on {' '.join(command)}")
            continue
        for flag in sorted(flags_of(text) - {"--help", "--lang"}):
            if not re.search(rf"{flag}\b(?!-)", chapter):
                problems.append(f"{' '.join(command)}: {flag} is not documented")
    for flag in sorted(set(re.findall(r"`(--[a-z-]+)", docs)) - known):
        problems.append(f"{flag} is documented, but no command has it")
    for problem in problems:
        print(f"{path}: {problem}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
