#include "relation.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "core/relation_strength.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "document_type.h"
#include "evidence.h"
#include "relation_cue.h"

namespace congvan::rules {
namespace {

constexpr size_t kWindow = 1000;   // bytes in which the words stand that begin or follow
constexpr size_t kListHead = 300;  // bytes of a paragraph that heads a list of documents

// Where a mention stands: under this document itself, or under other mentions of the same clause.
struct Placed {
  std::vector<size_t> parents;  // mentions; empty: this document
  RelationKind kind = RelationKind::kCites;
  NormSpan verb;
  bool passive = false;
  std::string rule = {};
};

// The text with blanks for line feeds: a cell or a joined block is read as one line.
std::string OnOneLine(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

class Reader {
 public:
  Reader(const NormalizedText& text, const std::vector<Block>& blocks,
         const std::vector<Mention>& mentions, const CitationList& list,
         const RelationContext& context, const RuleSet& rules)
      : text_(text),
        flat_(OnOneLine(text.text)),
        blocks_(blocks),
        mentions_(mentions),
        list_(list),
        context_(context),
        rules_(rules),
        placed_(mentions.size()) {}

  std::vector<FoundRelation> Read() {
    std::optional<size_t> before;
    for (size_t i = 0; i < mentions_.size(); ++i) {
      if (before && mentions_[*before].block != mentions_[i].block) before.reset();
      if (mentions_[i].in_alias || IsAnnexReference(i) || !IsKnown(i)) continue;
      if (!before) EnterBlock(mentions_[i]);
      Place(i, before);
      Emit(i);
      before = i;
    }
    AmendingLaws();
    return std::move(relations_);
  }

 private:
  [[nodiscard]] std::string_view Slice(uint32_t begin, uint32_t end) const {
    return std::string_view(flat_).substr(begin, end > begin ? end - begin : 0);
  }
  // The beginning of a slice: a block may hold thousands of documents, each of which looks at it.
  [[nodiscard]] std::string_view Window(uint32_t begin, uint32_t end) const {
    const std::string_view slice = Slice(begin, end);
    return slice.substr(0, FloorCodePoint(slice, kWindow));
  }
  [[nodiscard]] bool Is(std::string_view text, std::string_view role) const {
    return IsClause(text, role, rules_);
  }
  [[nodiscard]] bool IsKnown(size_t i) const { return list_.of_mention[i] || list_.own[i]; }

  // "(Kèm theo Kế hoạch số 12)" names the document itself. A regulation issued with a decision has
  // that decision's paper as its own kind of parent.
  [[nodiscard]] bool IsAnnexReference(size_t i) const {
    const Mention& m = mentions_[i];
    for (const NormSpan& span : context_.annex_references) {
      if (!span.Contains(m.name)) continue;
      const bool issued_with = FindCue(Slice(span.begin, m.name.begin), "annex", {}, rules_).found;
      return !issued_with || list_.own[i] || m.type == context_.own_type;
    }
    return false;
  }

  // "Điều 1. Bãi bỏ các quyết định sau:" speaks for the items below it, which name documents.
  void EnterBlock(const Mention& first) {
    for (size_t b = next_block_; b < first.block; ++b) {
      const NormSpan span = blocks_[b].span;
      const std::string_view block = Slice(span.begin, span.end);
      if (Is(block, "bases")) {
        carried_ = {{}, RelationKind::kBasedOn, span, false, "clauses.muc-can-cu"};
        bases_ = true;
      } else if (bases_ ? !NamesPaper(block) : !Is(block, "item")) {
        carried_ = HeadOfList(span, block);
        bases_ = false;
      }
    }
    const NormSpan span = blocks_[first.block].span;
    const bool listed = Is(Slice(span.begin, first.name.begin), "marker");
    if (!listed) carried_.reset();
    bases_ = bases_ && listed;
    next_block_ = first.block + 1;
  }

  // "- Nghị quyết Đại hội Đảng bộ xã lần thứ I": a member of the list that has no number.
  [[nodiscard]] bool NamesPaper(std::string_view block) const {
    constexpr size_t kReach = 40;
    const auto types =
        rules_.group("document_types").FindAll(block.substr(0, FloorCodePoint(block, kReach)));
    return Is(block, "item") && std::any_of(types.begin(), types.end(), [&](const Match& type) {
             return Is(block.substr(0, type.begin), "marker");
           });
  }

  [[nodiscard]] std::optional<Placed> HeadOfList(NormSpan span, std::string_view block) const {
    const bool open = block.ends_with(':');
    const bool decision = Is(block, "decision");
    if (block.size() > kListHead || (!open && !decision)) return std::nullopt;
    const Cue cue = FindCue(block, "own", {context_.own_type, decision, false}, rules_);
    if (!cue.found || StrengthOf(cue.kind) < StrengthOf(RelationKind::kBasedOn))
      return std::nullopt;
    if (!open && StrengthOf(cue.kind) < StrengthOf(RelationKind::kRepeals)) return std::nullopt;
    const std::string_view rest = Trim(block.substr(cue.end));
    const bool names_papers = rest == ":" || !rules_.group("document_types").FindAll(rest).empty();
    if (!names_papers) return std::nullopt;
    const auto at = static_cast<uint32_t>(cue.begin);
    return Placed{{},
                  cue.kind,
                  {span.begin + at, span.begin + static_cast<uint32_t>(cue.end)},
                  false,
                  cue.rule};
  }

  void Place(size_t i, std::optional<size_t> before) {
    const Mention& m = mentions_[i];
    if (before && mentions_[*before].extent.end <= m.name.begin) {
      const std::string_view gap = Slice(mentions_[*before].extent.end, m.name.begin);
      // "Nghị quyết số 57-NQ/TW ... (Nghị quyết 57)": named once more.
      if (Trim(gap) == "(" && list_.of_mention[i] &&
          list_.of_mention[i] == list_.of_mention[*before]) {
        placed_[i] = placed_[*before];
        return;
      }
      if (Is(gap, "join")) {
        const bool semicolon = gap.find(';') != std::string_view::npos;
        placed_[i] = placed_[semicolon ? FirstOfClause(*before) : Listed(i, *before, gap)];
        return;
      }
      if (Is(gap, "join_whole")) {
        placed_[i] = placed_[FirstOfClause(*before)];
        return;
      }
      const size_t clause = LastClauseBreak(gap);
      if (clause == 0 && Is(gap, "title") && PlaceUnder(i, *before, gap)) return;
      if (clause > 0 && gap[clause - 1] == ';' && Is(gap.substr(clause), "join")) {
        // "... nhiệm kỳ 2026 - 2031; Chỉ thị số 28": the next member of the clause's list.
        placed_[i] = placed_[FirstOfClause(*before)];
        return;
      }
    }
    PlaceUnderSelf(i, before);
  }

  // The member of the list that `i` goes on with. Mostly the document before. But the "và" that
  // ends a list of commas ends the outer list: "thực hiện A, B thực hiện C và D". And a law named
  // by its title in another's title hands on to the one of i's own type: "sửa đổi Nghị định số 78
  // quy định chi tiết Luật X và Nghị định số 79".
  [[nodiscard]] size_t Listed(size_t i, size_t before, std::string_view gap) const {
    const std::vector<size_t>& parents = placed_[before].parents;
    if (gap.ends_with(" và ") && !parents.empty() && parents.front() < before &&
        IsOpenList(parents.front()))
      return parents.front();
    if (mentions_[before].kind == MentionKind::kSymbol) return before;
    for (size_t at = before; !placed_[at].parents.empty() && placed_[at].parents.front() < at;) {
      at = placed_[at].parents.front();
      if (mentions_[at].type == mentions_[i].type) return at;
    }
    return before;
  }

  // `last` has members before it, parted by commas alone.
  [[nodiscard]] bool IsOpenList(size_t last) const {
    bool open = false;
    for (size_t i = last; i > 0 && mentions_[i - 1].block == mentions_[i].block; --i) {
      if (mentions_[i - 1].in_alias) continue;
      const std::string_view gap = Slice(mentions_[i - 1].extent.end, mentions_[i].name.begin);
      if (!Is(gap, "join")) break;
      if (gap.find("và") != std::string_view::npos) return false;
      open = true;
    }
    return open;
  }

  // The title that follows `parent` ends with a verb and this document, or with a list that this
  // one joins.
  bool PlaceUnder(size_t i, size_t parent, std::string_view gap) {
    for (std::string_view scope : {"passive", "nested"}) {
      const Cue cue = FindCue(gap, scope, {mentions_[parent].type, false, false}, rules_);
      if (!cue.found) continue;
      const uint32_t at = mentions_[parent].extent.end;
      placed_[i] = {Siblings(scope == "passive" ? Amended(i, parent) : parent),
                    cue.kind,
                    {at + static_cast<uint32_t>(cue.begin), at + static_cast<uint32_t>(cue.end)},
                    scope == "passive",
                    cue.rule};
      return true;
    }
    if (gap.ends_with(" (")) return false;
    const std::string lower = ToLower(gap);
    if (lower.ends_with(" và ") || lower.ends_with(", ")) {  // "A về x và B": B stands beside A
      placed_[i] = placed_[Listed(i, parent, lower)];
      return true;
    }
    if (BeginsNewActor(gap, rules_)) return false;
    placed_[i] = {{parent}, RelationKind::kCites, {}, false};
    return true;
  }

  // "Nghị định số 78 hướng dẫn thi hành Luật X được sửa đổi bởi Nghị định số 187": a decree amends
  // the decree, not the law beside which the words stand.
  [[nodiscard]] size_t Amended(size_t i, size_t beside) const {
    for (size_t at = beside; mentions_[at].type != mentions_[i].type;) {
      if (placed_[at].parents.empty() || placed_[at].parents.front() >= at) return beside;
      at = placed_[at].parents.front();
      if (mentions_[at].type == mentions_[i].type) return at;
    }
    return beside;
  }

  void PlaceUnderSelf(size_t i, std::optional<size_t> before) {
    const Mention& m = mentions_[i];
    const NormSpan block = blocks_[m.block].span;
    uint32_t base = before && mentions_[*before].extent.end <= m.name.begin
                        ? mentions_[*before].extent.end
                        : block.begin;
    std::string_view clause = Slice(base, m.name.begin);
    size_t cut = LastClauseBreak(clause);
    while (cut < clause.size() && clause[cut] == ' ') ++cut;
    clause.remove_prefix(cut);
    base += static_cast<uint32_t>(cut);
    const CueContext context{context_.own_type, IsDecision(m), context_.subject.Contains(m.name)};
    Cue cue = FindCue(clause, "own", context, rules_);
    if (!cue.found && !before && cut > 0 && Trim(clause).empty()) {
      // "Thực hiện Chương trình công tác năm 2025; Kế hoạch số 12": the verb that opens the list.
      const std::string_view sentence = Slice(block.begin, m.name.begin);
      const Cue opening = FindCue(sentence.substr(0, sentence.find(';')), "own", context, rules_);
      if (opening.found && opening.begin == 0) {
        cue = opening;
        base = block.begin;
      }
    }
    if (!cue.found) {
      const Cue behind = FindCue(Window(m.extent.end, block.end), "after", context, rules_);
      if (behind.found) {
        cue = behind;
        base = m.extent.end;
      } else if (!before && carried_) {
        placed_[i] = *carried_;
        return;
      }
    }
    placed_[i] = {{},
                  cue.kind,
                  {base + static_cast<uint32_t>(cue.begin), base + static_cast<uint32_t>(cue.end)},
                  false,
                  cue.rule};
    const bool changes = StrengthOf(cue.kind) == StrengthOf(RelationKind::kAmends);
    const bool may =
        MayDecide(context_.own_type, rules_) || (m.type && IsSameKind(*m.type, *context_.own_type));
    if (changes && (!may || IsInTable(m))) placed_[i].kind = RelationKind::kCites;
  }

  // A row "Sửa đổi Quy chế ban hành kèm theo Quyết định số 5" is work to be done, no change yet.
  [[nodiscard]] bool IsInTable(const Mention& m) const {
    return std::any_of(text_.tables.begin(), text_.tables.end(), [&](const Table& table) {
      return std::any_of(table.cells.begin(), table.cells.end(),
                         [&](const Cell& cell) { return cell.span.Contains(m.name); });
    });
  }

  // The mention whose verb governs the list that `i` belongs to.
  [[nodiscard]] size_t FirstOfClause(size_t i) const {
    size_t top = i;
    while (!placed_[top].parents.empty() && placed_[top].parents.front() < top)
      top = placed_[top].parents.front();
    return top;
  }

  // `parent` and the members of its own kind in the list that it closes: "Kế hoạch A và Kế hoạch B
  // thực hiện C". What a công văn beside a plan does, the plan's verb doesn't say.
  [[nodiscard]] std::vector<size_t> Siblings(size_t parent) const {
    std::vector<size_t> out = {parent};
    const auto& type = mentions_[parent].type;
    for (size_t i = parent; i > 0 && type && MayDecide(type, rules_); --i) {
      const Mention& left = mentions_[i - 1];
      if (left.block != mentions_[i].block || left.in_alias || !left.type ||
          left.extent.end > mentions_[i].name.begin)
        break;
      const std::string_view gap = Slice(left.extent.end, mentions_[i].name.begin);
      if (!Is(gap, "join") || gap.find(';') != std::string_view::npos) break;
      if (placed_[i - 1].parents != placed_[parent].parents || !IsSameKind(*left.type, *type))
        break;
      out.push_back(i - 1);
    }
    return out;
  }

  [[nodiscard]] bool IsDecision(const Mention& m) const {
    const NormSpan block = blocks_[m.block].span;
    return context_.subject.Contains(m.name) || Is(Window(block.begin, block.end), "decision");
  }

  [[nodiscard]] std::string NameOfMention(size_t i) const {
    return list_.own[i] ? context_.self : NameOf(list_.citations[*list_.of_mention[i]]);
  }

  void Emit(size_t i) {
    const std::string to = NameOfMention(i);
    const Placed& placed = placed_[i];
    const NormSpan name = mentions_[i].name;
    const bool said = !placed.verb.empty();
    FoundRelation found{{context_.self, placed.kind, to, {}, {}},
                        said ? placed.rule : mentions_[i].rule,
                        said ? placed.verb : name,
                        {},
                        name};
    if (placed.parents.empty()) {
      Add(std::move(found));
      return;
    }
    for (size_t parent : placed.parents) {
      found.relation.from = NameOfMention(parent);
      found.relation.to = to;
      found.from = mentions_[parent].name;
      found.to = name;
      if (placed.passive) {
        std::swap(found.relation.from, found.relation.to);
        std::swap(found.from, found.to);
        Add(found);
      } else if (StrengthOf(placed.kind) < 4 || MayDecide(mentions_[parent].type, rules_)) {
        Add(found);
      }
    }
  }

  // "Luật sửa đổi, bổ sung một số điều của Luật T số N": N amends the law with the title T that is
  // cited with its number.
  void AmendingLaws() {
    constexpr std::string_view kOf = "của ";
    std::unordered_map<std::string, std::vector<size_t>> laws;  // by folded title
    std::vector<std::pair<size_t, std::string>> amending;
    for (size_t i = 0; i < list_.citations.size(); ++i) {
      const Citation& citation = list_.citations[i];
      if (!citation.symbol || !citation.title) continue;
      std::string title = FoldForCompare(*citation.title);
      if (title.starts_with("luật")) laws[title].push_back(i);
      if (title.find("sửa đổi, bổ sung") != std::string::npos)
        amending.emplace_back(i, std::move(title));
    }
    for (const auto& [i, title] : amending) {
      for (size_t of = title.find(kOf); of != std::string::npos; of = title.find(kOf, of + 1)) {
        const auto amended = laws.find(title.substr(of + kOf.size()));
        if (amended == laws.end()) continue;
        // Two laws of one title: which of them is amended is not said.
        if (amended->second.size() == 1)
          AddAmended(list_.citations[i], list_.citations[amended->second.front()]);
      }
    }
  }

  void AddAmended(const Citation& law, const Citation& amended) {
    if (&law == &amended) return;
    const Mention& amending = MentionOf(law);
    Add({{*law.symbol, RelationKind::kAmends, *amended.symbol, {}, {}},
         amending.rule,
         TitleOf(amending, *law.title),
         amending.name,
         MentionOf(amended).name});
  }

  // The first that tells its title, else the first.
  [[nodiscard]] const Mention& MentionOf(const Citation& citation) const {
    const auto index = static_cast<size_t>(&citation - list_.citations.data());
    const Mention* first = nullptr;
    for (size_t i = 0; i < mentions_.size(); ++i) {
      if (list_.of_mention[i] != index) continue;
      if (mentions_[i].title == citation.title) return mentions_[i];
      if (first == nullptr) first = &mentions_[i];
    }
    return *first;  // a citation has a mention
  }

  [[nodiscard]] NormSpan TitleOf(const Mention& mention, std::string_view title) const {
    const FoldedPlaces words(text_.text, {blocks_[mention.block].span});
    const auto found = words.Find(title);
    return found ? words.SpansOf(*found).front() : mention.extent;
  }

  void Add(FoundRelation found) {
    const Relation& read = found.relation;
    if (read.from == read.to || read.to.empty()) return;
    auto [it, is_new] = index_.emplace(std::pair(read.from, read.to), relations_.size());
    if (is_new) relations_.emplace_back();
    FoundRelation& known = relations_[it->second];
    if (!is_new && StrengthOf(known.relation.kind) >= StrengthOf(read.kind)) return;
    // A report's title says what the report is; its plans for the time to come say no more.
    if (!is_new && known.relation.kind == RelationKind::kReportsOn &&
        read.kind == RelationKind::kImplements)
      return;
    found.relation.verb = OneLine(found.verb.Of(flat_));
    found.relation.spans = ToPageSpans(text_, found.verb);
    known = std::move(found);
  }

  const NormalizedText& text_;
  const std::string flat_;
  const std::vector<Block>& blocks_;
  const std::vector<Mention>& mentions_;
  const CitationList& list_;
  const RelationContext& context_;
  const RuleSet& rules_;
  std::vector<Placed> placed_;
  bool bases_ = false;  // carried_ is of a section of legal bases
  std::optional<Placed> carried_;
  size_t next_block_ = 0;
  std::vector<FoundRelation> relations_;
  std::map<std::pair<std::string, std::string>, size_t> index_;
};

}  // namespace

std::vector<FoundRelation> FindRelations(const NormalizedText& text,
                                         const std::vector<Block>& blocks,
                                         const std::vector<Mention>& mentions,
                                         const CitationList& list, const RelationContext& context,
                                         const RuleSet& rules) {
  return Reader(text, blocks, mentions, list, context, rules).Read();
}

}  // namespace congvan::rules
