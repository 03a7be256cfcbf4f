"""Times by which things are done: the words and what the record has to say of them."""
import calendar

from mention import write_date

NONE = {"text": None, "kind": "none", "due": None, "every": None}
ROMAN = ["I", "II", "III", "IV"]


def gold(text, kind, due=None, every=None, **more):
    """`more`: op, day, and how many milestones the words name."""
    return {"text": text, "kind": kind, "due": due, "every": every, **more}


def end_of_month(year, month):
    return f"{year}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"


def day(rng, year):
    month = rng.randint(1, 12)
    due = (year, month, rng.choice([5, 10, 15, 20, 25, 28, calendar.monthrange(year, month)[1]]))
    words = write_date(rng, due)
    lead = rng.choice(["Trước ngày ", "Trước ngày ", "Chậm nhất ngày ", "Hoàn thành trước ngày ", "Xong trước ngày ", "Đến ngày ", "Ngày ", "", "Trước ", "Hạn cuối: ", "Muộn nhất là ngày ",
                       "Chậm nhất đến hết ngày ", "Trước 17h00 ngày ", "Không muộn hơn ngày ", "Hạn: "])
    if "tháng" in words and not lead.endswith("ngày "):
        lead = "Trước ngày "
    before = lead.lower().removeprefix("hoàn thành ").removeprefix("xong ") in ("trước ngày ", "trước ")
    return gold(lead + words, "date", "%04d-%02d-%02d" % due, op="<" if before else "<=")


def month(rng, year):
    m = rng.randint(1, 12)
    text = rng.choice(["Tháng {m}/{y}", "Trong tháng {m}/{y}", "Tháng {m} năm {y}", "Hoàn thành trong tháng {m}/{y}", "Trong tháng {m} năm {y}", "T{m}/{y}", "{mm}/{y}", "Xong trong tháng {mm}/{y}",
                       "Đến hết tháng {m}/{y}", "Cuối tháng {m}/{y}"])
    return gold(text.format(m=m, mm=f"{m:02d}", y=year), "month", end_of_month(year, m))


def quarter(rng, year):
    q = rng.randint(1, 4)
    text = rng.choice(["Quý {r}/{y}", "Trong quý {r}/{y}", "Quý {r} năm {y}", "Quý {q}/{y}", "Hoàn thành trong quý {r} năm {y}", "Q{q}/{y}", "Quý {r}-{y}", "Cuối quý {r}/{y}", "Đến hết quý {r}/{y}"])
    return gold(text.format(r=ROMAN[q - 1], q=q, y=year), "quarter", end_of_month(year, 3 * q))


def year_(rng, year):
    y = year + rng.randint(0, 5)
    return gold(rng.choice(["{y}", "Năm {y}", "Trong năm {y}", "Đến hết năm {y}", "Cuối năm {y}", "Hoàn thành trong năm {y}", "Đến năm {y}", "Hết năm {y}"]).format(y=y), "year", f"{y}-12-31")


def period(rng, year):
    q, p = sorted(rng.sample(range(1, 5), 2))
    end = year + rng.randint(2, 5)
    choices = [(f"{year} - {end}", f"{end}-12-31"), (f"{year}-{end}", f"{end}-12-31"), (f"Giai đoạn {year} - {end}", f"{end}-12-31"), (f"Giai đoạn {year}-{end}", f"{end}-12-31"),
               (f"Từ năm {year} đến năm {end}", f"{end}-12-31"), (f"Quý {ROMAN[q - 1]} - Quý {ROMAN[p - 1]}/{year}", end_of_month(year, 3 * p)),
               (f"Từ quý {ROMAN[p - 1]}/{year} đến quý {ROMAN[q - 1]}/{year + 1}", end_of_month(year + 1, 3 * q)), (f"Năm {year} - {year + 1}", f"{year + 1}-12-31")]
    text, due = rng.choice(choices)
    return gold(text, "period", due)


def ongoing(rng, year):
    return gold(rng.choice(["Thường xuyên", "Nhiệm vụ thường xuyên", "Thường xuyên, liên tục", "Thực hiện thường xuyên", "Liên tục"]), "ongoing")


def recurring(rng, year):
    text, every = rng.choice([("Hằng năm", "year"), ("Hàng năm", "year"), ("Hằng quý", "quarter"), ("Định kỳ hằng tháng", "month"), ("Hằng tháng", "month"), ("Hàng tuần", "week"),
                              ("Định kỳ hằng quý", "quarter"), ("6 tháng/lần", "half-year"), ("Trước ngày 20 hằng tháng", "month"), ("Định kỳ 6 tháng", "half-year"), ("Mỗi quý một lần", "quarter"),
                              ("Hằng tháng, hằng quý", "month"), ("Trước ngày 15 tháng cuối quý", "quarter"), ("Trước ngày 30/11 hằng năm", "year"), ("Định kỳ 06 tháng, hằng năm", "half-year"), ("Tháng 10 hằng năm", "year"), ("Trước 25 hằng tháng", "month"),
                              ("Ngày 20 tháng cuối hằng quý", "quarter"), ("Thứ Sáu hằng tuần", "week"), ("02 lần/năm", "half-year"), ("Trong ngày 10 hằng tháng", "month"), ("6 tháng, hằng năm", "half-year"), ("30/6 hằng năm", "year")])
    day = {"Trước ngày 20 hằng tháng": 20, "Trước 25 hằng tháng": 25, "Trước ngày 15 tháng cuối quý": 15, "Ngày 20 tháng cuối hằng quý": 20, "Trong ngày 10 hằng tháng": 10}.get(text)
    return gold(text, "recurring", None, every, day=day, op=None if day is None and "30/" not in text else "<" if text.startswith("Trước") else "<=")


def several(rng, year):
    """Milestones in one cell: the last is the deadline."""
    first, last = sorted(rng.sample(range(1, 13), 2))
    form = rng.choice(["Dự thảo tháng {a}/{y}; ban hành tháng {b}/{y}", "- Tháng {a}/{y}: trình dự thảo\n- Tháng {b}/{y}: ban hành", "Khởi động tháng {a}/{y}, hoàn thành tháng {b}/{y}",
                       "Tháng {a}/{y} (khảo sát); tháng {b}/{y} (triển khai)"])
    return gold(form.format(a=first, b=last, y=year), "month", end_of_month(year, last), milestones=2)


def per_plan(rng, year):
    return gold(rng.choice(["Theo Kế hoạch của tỉnh", "Theo hướng dẫn của Bộ Công an", "Theo tiến độ của tỉnh", "Theo kế hoạch của Trung ương", "Sau khi UBND tỉnh ban hành kế hoạch", "Theo lộ trình của Bộ Nội vụ",
                            "Khi có hướng dẫn của Trung ương", "Sau khi có văn bản hướng dẫn của cấp trên", "Theo hướng dẫn của Sở Nội vụ"]), "per_plan")


def anchored(rng, year):
    n = rng.choice(["05", "07", "10", "15", "30"])
    return gold(rng.choice(["Trong {n} ngày kể từ ngày ban hành Kế hoạch", "Trong vòng {n} ngày kể từ ngày ký ban hành", "{n} ngày làm việc kể từ ngày nhận được văn bản", "Trong thời hạn {n} ngày, kể từ ngày Kế hoạch được ban hành",
                            "Chậm nhất {n} ngày sau khi kết thúc hội nghị", "Sau Đại hội Đảng bộ tỉnh", "Trước kỳ họp cuối năm"]).format(n=n), "anchored")


def on_request(rng, year):
    return gold(rng.choice(["Theo yêu cầu", "Khi có yêu cầu", "Khi phát sinh", "Theo yêu cầu của UBND tỉnh"]), "on_request")


KINDS = [(day, 6), (month, 5), (quarter, 5), (year_, 5), (period, 2), (ongoing, 4), (recurring, 4), (per_plan, 2), (anchored, 1.5), (on_request, 1), (several, 1.5)]


def cell(rng, date):
    """A deadline as a table's cell has it, after the paper's `date`."""
    while True:
        g = rng.choices([k for k, _ in KINDS], [w for _, w in KINDS])[0](rng, date[0] + rng.choice([0, 0, 1]))
        if later(g, date):
            return g


def later(g, date):
    """Work is due after the paper's date; what lies before it is no deadline."""
    return g["due"] is None or g["due"] > "%04d-%02d-%02d" % date


def in_sentence(rng, date):
    """A deadline as the tail of a sentence: (", hoàn thành trước ngày ...", gold), after the paper's `date`."""
    year = date[0]
    kind = rng.choice([day, day, month, quarter, year_, recurring, anchored])
    while True:
        g = kind(rng, year + rng.choice([0, 0, 1]))
        if not later(g, date):
            continue
        text = g["text"]
        first = text.split()[0]
        if kind is day and first in ("Trước", "Chậm", "Muộn", "Xong", "Hoàn"):
            text = text[0].lower() + text[1:]
            return rng.choice([", ", "; ", ", " if first in ("Xong", "Hoàn") else ", hoàn thành ", " " if first == "Trước" else ", "]) + text, g
        if kind in (month, quarter) and first in ("Trong", "Hoàn"):
            text = text[0].lower() + text[1:]
            return (", " if first == "Hoàn" else rng.choice([" ", ", hoàn thành "])) + text, g
        if kind is year_ and first in ("Trong", "Hoàn"):
            return (" " if first == "Trong" else ", ") + text[0].lower() + text[1:], g
        if kind is recurring and first in ("Định",):
            return rng.choice([", ", "; "]) + text[0].lower() + text[1:] + " báo cáo kết quả", g
        if kind is anchored and first == "Trong":
            return ", hoàn thành " + text[0].lower() + text[1:], g
