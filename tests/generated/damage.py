"""What happens to a text on its way: lines lost, cut or joined, cells run together, letters misread. The gold stays as it was."""
import re

MISREAD = {"l": "1", "O": "0", "o": "0", "ă": "a", "ệ": "ê", "ộ": "ô", "ị": "i", "ữ": "ư", "ấ": "â", "Đ": "D", "đ": "d", "5": "S", "8": "B"}


def lose_a_line(lines, rng):
    del lines[rng.randrange(len(lines))]


def swap_lines(lines, rng):
    i = rng.randrange(len(lines) - 1)
    lines[i], lines[i + 1] = lines[i + 1], lines[i]


def cut_a_line(lines, rng):
    i = rng.randrange(len(lines))
    words = lines[i].split(" ")
    if len(words) > 3:
        at = rng.randrange(1, len(words))
        lines[i:i + 1] = [" ".join(words[:at]), "", " ".join(words[at:])]


def join_lines(lines, rng):
    i = rng.randrange(len(lines) - 1)
    lines[i:i + 2] = [(lines[i] + " " + lines[i + 1]).strip()]


def run_cells_together(lines, rng):
    rows = [i for i, line in enumerate(lines) if line.count("|") > 2 or "</td><td>" in line]
    if rows:
        i = rng.choice(rows)
        wall = r"</td><td[^>]*>" if "</td><td>" in lines[i] else r"(?<=.)\|(?=.)"
        walls = list(re.finditer(wall, lines[i]))
        at = rng.choice(walls)
        lines[i] = lines[i][:at.start()] + " " + lines[i][at.end():]


def misread_letters(lines, rng):
    i = rng.randrange(len(lines))
    lines[i] = "".join(MISREAD.get(c, c) if rng.random() < 0.1 else c for c in lines[i])


KINDS = [lose_a_line, swap_lines, cut_a_line, join_lines, run_cells_together, misread_letters]


def damaged(text, rng):
    """The text with a few accidents; their number grows with its length."""
    lines = text.split("\n")
    for _ in range(rng.randint(1, 3 + len(lines) // 10)):
        if len(lines) > 3:
            rng.choice(KINDS)(lines, rng)
    return "\n".join(lines)
