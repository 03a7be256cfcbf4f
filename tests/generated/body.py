"""Work, leads and goals as sentences of the body."""
import deadlines
from words import GOALS, PURPOSES, WORK


def task_words(paper):
    """(verb, rest) of a piece of work that this paper has not named yet."""
    if not paper.work:
        return None
    verb, what = paper.work.pop()
    where = paper.rng.choice(["", "", f" trên địa bàn {paper.area}", f" của {paper.area}"])
    return verb, f"{what}{where}{paper.rng.choice(PURPOSES)}"


def lower(text):
    return text[0].lower() + text[1:] if text[:1].isupper() and not text[1:2].isupper() else text


def some_leads(paper, n=1, collective=0.2):
    rng = paper.rng
    names = rng.sample(paper.issuer.leads, min(n, len(paper.issuer.leads)))
    if rng.random() < collective:
        names[-1] = rng.choice(paper.issuer.collectives)
    return names


def joined(rng, names):
    """Names in a sentence: all at once, and the list that a reader makes of them."""
    names = [lower_collective(n) for n in names]
    if len(names) == 1:
        return names[0], names
    return rng.choice([", ".join(names[:-1]) + " và " + names[-1], ", ".join(names), ", ".join(names[:-1]) + (";" if len(names) > 2 and False else ",") + " " + names[-1]]), names


def lower_collective(name):
    return lower(name) if name.startswith("Các ") else name


def support_of(paper, leads):
    rng = paper.rng
    pool = [n for n in paper.issuer.leads if n.lower() not in [l.lower() for l in leads]]
    names = rng.sample(pool, min(rng.randint(1, 3), len(pool)))
    if rng.random() < 0.4:
        names[-1] = rng.choice(["các cơ quan, đơn vị liên quan", "các đơn vị có liên quan", "các cơ quan liên quan"])
    return names


def reference(paper):
    """Words that tie a piece of work to a paper."""
    rng = paper.rng
    if rng.random() > 0.18 or not paper.cites:
        return ""
    cited = rng.choice(paper.cites)
    return rng.choice([" theo {}", " bảo đảm đúng tinh thần {}", " (theo {})", " theo đúng {}", " (nhiệm vụ nêu tại {})"]).format(paper.cite(cited, rng.choice(["symbol", "symbol", "short"])))


def task_sentence(paper, lead=None):
    """One piece of work: (text, lead, support, deadline). `lead` is who the heading names, if it does."""
    rng = paper.rng
    words = task_words(paper)
    if not words:
        return None
    verb, rest = words
    tail, due = ("", deadlines.NONE) if rng.random() < 0.5 else deadlines.in_sentence(rng, paper.date)
    if rest.count(";") and tail:
        rest = rest.split(";")[0]
    if not tail and paper.goals and rng.random() < 0.12:
        rest, tail = rest.split(";")[0].split(",")[0], goal_in_task(paper)
    what = f"{lower(verb)} {rest}"
    ref = reference(paper)
    shape = rng.random()
    if lead or shape < 0.3:
        if shape < 0.3 and lead:
            support, listed = joined(rng, support_of(paper, [lead]))
            opening = rng.choice(["Chủ trì, phối hợp với {s} {w}", "Phối hợp với {s} {w}", "Chủ trì, phối hợp {s} {w}"])
            return opening.format(s=support, w=what) + ref + tail + ".", [lead], listed, due
        opening = rng.choice(["{W}", "{W}", "Tiếp tục {w}", "Tập trung {w}", "Khẩn trương {w}", "Chủ động {w}", "Tham mưu {w}"])
        return opening.format(W=verb + " " + rest, w=what) + ref + tail + ".", [lead] if lead else [], [], due
    leads, lead_list = joined(rng, some_leads(paper, rng.choice([1, 1, 1, 2])))
    if shape < 0.65:
        support, listed = joined(rng, support_of(paper, lead_list))
        opening = rng.choice(["Giao {l} chủ trì, phối hợp với {s} {w}", "{l} chủ trì, phối hợp với {s} {w}", "{l} chủ trì, phối hợp {s} {w}", "{l} phối hợp với {s} {w}", "Giao {l} phối hợp với {s} {w}",
                              "{l} có trách nhiệm chủ trì, phối hợp với {s} {w}", "Yêu cầu {l} chủ trì phối hợp với {s} {w}"])
        return opening.format(l=leads, s=support, w=what) + ref + tail + ".", lead_list, listed, due
    opening = rng.choice(["Giao {l} {w}", "{l} {w}", "{l} có trách nhiệm {w}", "{l} chịu trách nhiệm {w}", "Đề nghị {l} {w}", "{l}: {W}", "Giao {l} chủ trì {w}", "{l} chủ động {w}", "{l} tham mưu {p} {w}",
                          "Phân công {l} {w}", "Yêu cầu {l} {w}"])
    return opening.format(l=leads, w=what, W=verb + " " + rest, p=paper.prose()) + ref + tail + ".", lead_list, [], due


def goal_in_task(paper):
    """"; phấn đấu đến hết năm 2026, trên 80% hồ sơ được số hóa": the deadline of the work too, so it is left without a year at times."""
    rng = paper.rng
    percent = [g for g in paper.goals if g[1] == "%"]
    if not percent:
        return ""
    paper.goals.remove(percent[-1])
    _, unit, counted = percent[-1]
    value = rng.choice([70, 80, 85, 95])
    form, comparator = rng.choice([("trên {}%", ">"), ("ít nhất {}%", ">="), ("tối thiểu {}%", ">="), ("không dưới {}%", ">="), ("{}%", "=")])
    paper.target(counted, comparator, value, unit, None)
    return rng.choice(["; phấn đấu {} {}", "; bảo đảm {} {}", ", phấn đấu {} {}"]).format(form.format(value), counted)


NUMBERS = [("{n}{u}", "="), ("đạt {n}{u}", "="), ("trên {n}{u}", ">"), ("ít nhất {n}{u}", ">="), ("tối thiểu {n}{u}", ">="), ("{n}{u} trở lên", ">="), ("không dưới {n}{u}", ">="), ("từ {n}{u} trở lên", ">="),
           ("hơn {n}{u}", ">")]


def goal(paper):
    """(text without its end, indicator, comparator, value, unit)"""
    rng = paper.rng
    name, unit, counted = paper.goals.pop()
    value = rng.choice([100, 100, 95, 90, 85, 80, 75, 60, 92.5, 30]) if unit == "%" else rng.choice([2, 3, 5, 12, 20, 40, 150, 1250])
    written = number(rng, value)
    form, comparator = rng.choice(NUMBERS)
    if value == 100 and unit == "%":
        form, comparator = rng.choice(NUMBERS[:2])
    put = form.format(n=written, u="%" if unit == "%" else "" if name.startswith(("Số ", "Diện")) is False else " " + unit)
    if rng.random() < 0.5 or unit == "ha":   # the indicator first
        if unit == "%" or unit == "ha":
            verb = "" if form.startswith("đạt") else "đạt "
            return f"{name} {verb}{put}", name, comparator, value, unit
    if form.startswith("đạt"):
        put = put[len("đạt "):]
    if form.endswith("trở lên"):
        form, comparator = NUMBERS[3]
        put = form.format(n=written, u="%" if unit == "%" else " " + unit)
    body = counted if unit == "%" else counted[len(unit):].strip() if counted.startswith(unit) else counted
    opening = rng.choice(["", "", "Có ", "Phấn đấu ", "Bảo đảm "])
    text = f"{opening}{put} {body}" if opening else f"{put[0].upper()}{put[1:]} {body}"
    return text, counted, comparator, value, unit


def number(rng, value):
    if isinstance(value, float):
        return str(value).replace(".", ",")
    if value >= 1000:
        return f"{value:,}".replace(",", ".")
    return f"{value:02d}" if value < 10 and rng.random() < 0.8 else str(value)
