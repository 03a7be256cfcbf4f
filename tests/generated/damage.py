"""What other papers are like: accidents on their way (lines lost, cut or joined, cells run together, letters misread; the gold
stays as it was), and bodies whose names are of other kinds (in text and gold)."""
import json
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


OTHER_BODIES = ["Liên hiệp các Hội Khoa học và Kỹ thuật", "Hợp tác xã Dịch vụ nông nghiệp", "P. Kinh tế", "P. VH-XH", "TT. Phục vụ HCC", "Bưu điện khu vực",
                "Viễn thông khu vực", "Điện lực khu vực", "Nhà văn hóa thiếu nhi", "Trạm Khuyến nông", "Hạt Kiểm lâm", "Đồn Biên phòng cửa khẩu", "Quỹ Đầu tư phát triển",
                "Cổng Thông tin điện tử", "Tạp chí Văn nghệ", "Nhóm nòng cốt số", "Cụm thi đua số 3", "Xí nghiệp Thủy nông", "Nông trường Sông Bạch", "VP. HĐND và UBND"]


def with_other_bodies(text, gold, rng):
    """(text, gold): some of those who act go by names of other kinds, wherever they are named in one piece."""
    dump = json.dumps(gold, ensure_ascii=False)
    names = sorted({name for row in gold.get("tasks", []) + gold.get("targets", []) for name in row["lead"] + row.get("support", [])})
    for name in rng.sample(names, min(3, len(names))):
        if name and dump.count(name) <= text.count(name) and json.dumps(name, ensure_ascii=False)[1:-1] == name:
            other = rng.choice(OTHER_BODIES)
            text, dump = text.replace(name, other), dump.replace(name, other)
    return text, json.loads(dump)
