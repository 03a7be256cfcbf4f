"""A paper as it is written: its blocks for the layout and, beside them, the gold record."""
import re
from dataclasses import dataclass, field

from issuers import make_issuer, make_place
from mention import CODES, MARK, iso, make_cited, mention
from words import GOALS, UNITS_OF_WORK, WORK

STRENGTH = ["amends", "replaces", "repeals", "implements", "guides", "reports_on", "replies_to", "based_on", "cites"]
MARKS = re.compile("[\ue000-\uefff]")


@dataclass
class Block:
    kind: str            # letterhead | title | heading | part | para | table | signoff | annex
    text: object
    level: int = 0


class Paper:
    def __init__(self, rng):
        self.rng = rng
        self.place = make_place(rng)
        self.issuer = make_issuer(rng, self.place)
        self.type = rng.choice(self.issuer.types)
        self.date = (rng.choice([2025, 2025, 2026]), rng.randint(1, 12), rng.randint(1, 28))
        self.number = f"{rng.choice([rng.randint(1, 99), rng.randint(100, 4500)]):02d}"
        self.blank = rng.random() < 0.06
        self.suffix = self.own_suffix()
        self.cites, self.blocks, self.tasks, self.targets, self.relations = [], [], [], [], []
        self.work, self.goals = list(WORK), list(GOALS)
        rng.shuffle(self.work)
        rng.shuffle(self.goals)
        unit = self.place.unit if self.issuer.level in ("commune", "partyCommune") else "thành phố" if self.place.city else "tỉnh"
        self.area = unit if self.issuer.level not in ("central", "ministry") else "cả nước"
        self.subject, self.all_cited, self.with_tasks, self.with_targets = "", [], True, True
        self.addressees = []
        self.last_leads, self.lead_cells, self.arguable = None, {}, []

    def own_suffix(self):
        issuer = self.issuer
        if self.type == "công văn":
            return f"CV/{issuer.suffix}" if issuer.party else f"{issuer.suffix}-{self.rng.choice(UNITS_OF_WORK)}"
        return f"{CODES[self.type]}/{issuer.suffix}" if issuer.party else f"{CODES[self.type]}-{issuer.suffix}"

    def symbol(self):
        return None if self.blank else self.number + ("-" if self.issuer.party else "/") + self.suffix

    # --- documents that are cited ----------------------------------------------------------------------------------
    def new_cited(self, type_, level):
        for _ in range(40):
            cited = make_cited(self.rng, type_, level, self.place, self.date[0] - (1 if self.date[1] < 10 else 0))
            taken = [c.number() for c in self.all_cited] + [self.number]
            if cited.number() not in taken:
                break
        cited.index, cited.level = len(self.all_cited), level
        self.all_cited.append(cited)
        return cited

    def plain_cited(self):
        """A document such as this issuer would lean on."""
        level = self.issuer.level
        choice = self.rng.choice
        above = {"commune": ["province", "province", "party", "partyCommune", "central", "department"], "partyCommune": ["party", "party", "province", "central"],
                 "province": ["central", "central", "party", "ministry", "province"], "department": ["province", "province", "central", "ministry"],
                 "ministry": ["central", "central", "party"], "central": ["party", "central"], "party": ["party", "party", "central"]}[level]
        where = choice(above)
        types = {"central": ["nghị quyết", "quyết định", "chỉ thị"], "party": ["nghị quyết", "kế hoạch", "chỉ thị", "kết luận", "chương trình"], "ministry": ["quyết định", "kế hoạch"],
                 "department": ["kế hoạch", "hướng dẫn", "công văn"], "province": ["kế hoạch", "quyết định", "chỉ thị", "nghị quyết"], "partyCommune": ["kế hoạch", "nghị quyết", "chương trình"]}[where]
        return self.new_cited(choice(types), where)

    def cite(self, cited, form="full"):
        if cited not in self.cites:
            self.cites.append(cited)
        return mention(self.rng, cited, form, self)

    def relate(self, relation, cited, source=None):
        self.relations.append((source, relation, cited))

    # --- what it says ------------------------------------------------------------------------------------------------
    def prose(self):
        return self.issuer.prose[-1]

    def task(self, text, lead, support, due, annex=None, group=None, ordinal=None, product=None, note=None):
        self.tasks.append(dict(annex=annex, group=group, ordinal=ordinal, text=text, lead=list(lead), support=list(support), deadline=dict(due), product=product, note=note))

    def target(self, indicator, comparator, value, unit, by, lead=(), annex=None, ordinal=None, group=None):
        self.targets.append(dict(annex=annex, ordinal=ordinal, group=group, indicator=indicator, comparator=comparator, value=value, unit=unit, by=by, lead=list(lead)))

    def lead_cell(self, leads, write):
        """The same leads are written the same way, so that rows may share a cell."""
        key = tuple(leads)
        if key not in self.lead_cells:
            self.lead_cells[key] = write()
        return self.lead_cells[key]

    def goal_leads(self, first, leads):
        """Whoever is given a piece of work is given the goals inside it: those from `first` on."""
        for target in self.targets[first:]:
            target["lead"] = list(leads)

    def add(self, kind, text, level=0):
        self.blocks.append(Block(kind, text, level))

    # --- the gold ----------------------------------------------------------------------------------------------------
    def finish(self, text, head):
        """The gold of the paper as laid out in `text` (with marks)."""
        order, counts = [], {}
        for mark in MARKS.findall(text):
            counts[mark] = counts.get(mark, 0) + 1
            order.append(mark) if counts[mark] == 1 else None
        cited = [self.all_cited[ord(m) - MARK] for m in order]
        record = {"schema": "congvan.record/1", "document": head,
                  "citations": [dict(symbol=c.symbol, type=c.type, date=iso(c.date) if "date" in c.given else None, issuer=c.issuer if "issuer" in c.given else None, title=None,
                                     mentions=counts[chr(MARK + c.index)]) for c in cited],
                  "relations": self.gold_relations(cited, head["symbol"] or "self")}
        own = head["symbol"] or "self"
        record["relations_arguable"] = [{"from": own, "relation": relation, "to": c.symbol} for relation, c in self.arguable]
        if self.with_tasks:
            record["tasks"] = [self.gold_task(t) for t in self.tasks]
        if self.with_targets:
            record["targets"] = self.targets
        return record

    def gold_relations(self, cited, own):
        best, others = {}, []
        quoted = {other.index for source, _, other in self.relations if source is not None}
        for source, relation, other in self.relations:
            if source is not None:
                others.append({"from": source.symbol, "relation": relation, "to": other.symbol})
            elif other.index not in best or STRENGTH.index(relation) < STRENGTH.index(best[other.index]):
                best[other.index] = relation
        out = [{"from": own, "relation": best.get(c.index, "cites"), "to": c.symbol} for c in cited if c.index in best or c.index not in quoted]
        return out + [o for i, o in enumerate(others) if o not in others[:i]]

    def gold_task(self, task):
        whole = task["text"] + "\n" + (task["note"] or "")
        marks = list(dict.fromkeys(MARKS.findall(whole)))
        out = {key: MARKS.sub("", value) if isinstance(value, str) else value for key, value in task.items()}
        out["references"] = [self.all_cited[ord(m) - MARK].symbol for m in marks]
        return out
