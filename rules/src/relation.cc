#include "relation.h"

#include <algorithm>
#include <map>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::rules {
namespace {

int Rank(RelationKind kind) {
  switch (kind) {
    case RelationKind::kAmends:
    case RelationKind::kReplaces:
    case RelationKind::kRepeals:
      return 4;
    case RelationKind::kImplements:
      return 3;
    case RelationKind::kBasedOn:
      return 2;
    case RelationKind::kCites:
      return 0;
    default:
      return 1;
  }
}

bool ListHolds(std::string_view list, std::string_view item) {
  while (!list.empty()) {
    const size_t bar = std::min(list.find('|'), list.size());
    if (list.substr(0, bar) == item) return true;
    list.remove_prefix(std::min(bar + 1, list.size()));
  }
  return false;
}

struct Cue {
  RelationKind kind = RelationKind::kCites;
  size_t begin = 0, end = 0;  // bytes of the text searched
  bool found = false;
};

// Where a mention stands: under this document itself, or under another mention of the same clause.
struct Placed {
  std::vector<size_t> parents;  // mentions; empty: this document
  RelationKind kind = RelationKind::kCites;
  NormSpan verb;
  bool passive = false;
};

class Reader {
 public:
  Reader(const NormalizedText& text, const std::vector<Block>& blocks,
         const std::vector<Mention>& mentions, const CitationList& list,
         const RelationContext& context, const RuleSet& rules)
      : text_(text),
        blocks_(blocks),
        mentions_(mentions),
        list_(list),
        context_(context),
        rules_(rules),
        placed_(mentions.size()) {}

  std::vector<Relation> Read() {
    std::optional<size_t> before;
    for (size_t i = 0; i < mentions_.size(); ++i) {
      if (before && mentions_[*before].block != mentions_[i].block) before.reset();
      if (mentions_[i].in_alias || IsAnnexReference(mentions_[i])) continue;
      Place(i, before);
      Emit(i);
      before = i;
    }
    AmendingLaws();
    return Result();
  }

 private:
  [[nodiscard]] std::string_view Slice(uint32_t begin, uint32_t end) const {
    return std::string_view(text_.text).substr(begin, end > begin ? end - begin : 0);
  }

  bool IsAnnexReference(const Mention& m) const {
    return std::any_of(context_.annex_references.begin(), context_.annex_references.end(),
                       [&m](const NormSpan& span) { return span.Contains(m.name); });
  }

  void Place(size_t i, std::optional<size_t> before) {
    const Mention& m = mentions_[i];
    const NormSpan block = blocks_[m.block].span;
    if (before && mentions_[*before].extent.end <= m.name.begin) {
      const std::string_view gap = Slice(mentions_[*before].extent.end, m.name.begin);
      if (IsRole(gap, "join")) {
        const bool semicolon = gap.find(';') != std::string_view::npos;
        placed_[i] = placed_[semicolon ? FirstOfClause(*before) : Listed(i, *before)];
        return;
      }
      const size_t clause = LastClauseBreak(gap);
      if (clause == 0 && IsRole(gap, "title") && !gap.ends_with("(")) {
        if (PlaceUnder(i, *before, gap)) return;
      } else if (clause > 0 && gap[clause - 1] == ';' && IsRole(gap.substr(clause), "join")) {
        // "... nhiệm kỳ 2026 - 2031; Chỉ thị số 28": the next member of the clause's list.
        placed_[i] = placed_[FirstOfClause(*before)];
        return;
      }
    }
    PlaceUnderSelf(i, before, block);
  }

  // The member of the list that `i` goes on with: the document before, or, where that is a law named by its title inside
  // another's title, the one of i's own type: "sửa đổi Nghị định số 78 quy định chi tiết Luật X và Nghị định số 79".
  size_t Listed(size_t i, size_t before) const {
    if (mentions_[before].kind == MentionKind::kSymbol) return before;
    for (size_t at = before; !placed_[at].parents.empty() && placed_[at].parents.front() < at;) {
      at = placed_[at].parents.front();
      if (mentions_[at].type == mentions_[i].type) return at;
    }
    return before;
  }

  // The title that follows `parent` ends with a verb and this document, or with a list that this
  // one joins.
  bool PlaceUnder(size_t i, size_t parent, std::string_view gap) {
    for (std::string_view scope : {"passive", "nested"}) {
      const Cue cue = Find(gap, scope, mentions_[parent].type);
      if (!cue.found) continue;
      const uint32_t at = mentions_[parent].extent.end;
      placed_[i] = {Siblings(parent),
                    cue.kind,
                    {at + static_cast<uint32_t>(cue.begin), at + static_cast<uint32_t>(cue.end)},
                    scope == "passive"};
      return true;
    }
    const std::string lower = ToLower(gap);
    if (lower.ends_with(" và ") || lower.ends_with(", ")) {  // "A về x và B": B stands beside A
      placed_[i] = placed_[Listed(i, parent)];
      return true;
    }
    if (BeginsNewActor(gap)) return false;
    placed_[i] = {{parent}, RelationKind::kCites, {}, false};
    return true;
  }

  // ", UBND xã ban hành Kế hoạch thực hiện ...": the clause goes on with what this document does.
  bool BeginsNewActor(std::string_view gap) const {
    for (size_t comma = gap.find(", "); comma != std::string_view::npos;
         comma = gap.find(", ", comma + 1)) {
      const std::string_view next = gap.substr(comma + 2);
      const auto body = rules_.group("issuers").MatchStart(next);
      if (body && (*body->rule)["role"] != "stop" && IsUpper(DecodeAt(next, 0).code_point))
        return true;
    }
    return false;
  }

  void PlaceUnderSelf(size_t i, std::optional<size_t> before, NormSpan block) {
    const Mention& m = mentions_[i];
    const uint32_t from = before && mentions_[*before].extent.end <= m.name.begin
                              ? mentions_[*before].extent.end
                              : block.begin;
    std::string_view clause = Slice(from, m.name.begin);
    uint32_t base = from;
    const size_t cut = LastClauseBreak(clause);
    clause.remove_prefix(cut);
    base += static_cast<uint32_t>(cut);
    while (!clause.empty() && clause.front() == ' ') {
      clause.remove_prefix(1);
      ++base;
    }
    Cue cue = Find(clause, "own", context_.own_type, IsDecision(m, block));
    if (!cue.found) {
      const Cue after =
          Find(Slice(m.extent.end, block.end), "after", context_.own_type, IsDecision(m, block));
      if (after.found) {
        placed_[i] = {{},
                      after.kind,
                      {m.extent.end + static_cast<uint32_t>(after.begin),
                       m.extent.end + static_cast<uint32_t>(after.end)},
                      false};
        return;
      }
    }
    placed_[i] = {{},
                  cue.kind,
                  {base + static_cast<uint32_t>(cue.begin), base + static_cast<uint32_t>(cue.end)},
                  false};
  }

  [[nodiscard]] bool IsRole(std::string_view text, std::string_view role) const {
    for (const Match& match : rules_.group("clauses").FindAll(text)) {
      if ((*match.rule)["role"] == role) return role != "join" || match.end == text.size();
    }
    return role == "join" && Trim(text).empty();
  }

  // Offset behind the last ". " or ";" of the text; 0 when there is none.
  static size_t LastClauseBreak(std::string_view text) {
    size_t out = 0;
    for (size_t i = 0; i + 1 < text.size(); ++i) {
      if (text[i] == ';') out = i + 1;
      const bool stop = text[i] == '.' && text[i + 1] == ' ' && i + 2 < text.size() &&
                        IsUpper(DecodeAt(text, i + 2).code_point);
      if (stop) out = i + 1;
    }
    if (!text.empty() && text.back() == ';') out = text.size();
    return out;
  }

  // The mention whose verb governs the list that `i` belongs to.
  size_t FirstOfClause(size_t i) const {
    size_t top = i;
    while (!placed_[top].parents.empty() && placed_[top].parents.front() < top)
      top = placed_[top].parents.front();
    return top;
  }

  // `parent` and the members of the list that it closes: "A và B thực hiện C".
  std::vector<size_t> Siblings(size_t parent) const {
    std::vector<size_t> out = {parent};
    for (size_t i = parent; i > 0; --i) {
      const Mention& left = mentions_[i - 1];
      if (left.block != mentions_[i].block || left.in_alias ||
          left.extent.end > mentions_[i].name.begin)
        break;
      const std::string_view gap = Slice(left.extent.end, mentions_[i].name.begin);
      if (!IsRole(gap, "join") || gap.find(';') != std::string_view::npos) break;
      if (placed_[i - 1].parents != placed_[parent].parents) break;
      out.push_back(i - 1);
    }
    return out;
  }

  bool IsDecision(const Mention& m, NormSpan block) const {
    if (context_.subject.Contains(m.name)) return true;
    return IsRole(block.Of(text_.text), "decision");
  }

  Cue Find(std::string_view text, std::string_view scope, const std::optional<std::string>& type,
           bool decision = true) const {
    Cue best;
    bool pass = false;
    size_t limit = text.size() + 1;
    for (int round = 0; round < 2; ++round) {
      for (const Match& match : rules_.group("relations").FindAll(text)) {
        const Rule& rule = *match.rule;
        if (rule["scope"] != scope || match.end >= limit) continue;
        if (rule["where"] == "decision" && !decision) continue;
        if (!rule["only"].empty() && (!type || !ListHolds(rule["only"], *type))) continue;
        if (rule["near"] == "true" && Trim(text.substr(match.end)).size() > 0) continue;
        if (round == 1 && rule["relation"] == "pass") continue;
        const bool later =
            match.end > best.end || (match.end == best.end && match.begin < best.begin);
        if (best.found && !later) continue;
        pass = rule["relation"] == "pass";
        best = {ParseRelationKind(rule["relation"]).value_or(RelationKind::kCites), match.begin,
                match.end, true};
      }
      if (!pass) return best;
      limit = best.begin + 1;
      best = {};
      pass = false;
    }
    return best;
  }

  void Emit(size_t i) {
    if (!list_.of_mention[i]) return;
    const std::string to = NameOf(list_.citations[*list_.of_mention[i]]);
    const Placed& placed = placed_[i];
    if (placed.parents.empty()) {
      Add(context_.self, placed.kind, to, placed.verb);
      return;
    }
    for (size_t parent : placed.parents) {
      if (!list_.of_mention[parent]) continue;
      const Citation& subject = list_.citations[*list_.of_mention[parent]];
      const std::string from = NameOf(subject);
      if (placed.passive) {
        Add(to, placed.kind, from, placed.verb);
      } else if (Rank(placed.kind) < 4 || MayAmend(subject)) {
        Add(from, placed.kind, to, placed.verb);
      }
    }
  }

  // A proposal or a report speaks of amending; it amends nothing.
  static bool MayAmend(const Citation& citation) {
    static constexpr std::string_view kSpeakers[] = {"tờ trình", "báo cáo",   "công văn",
                                                     "văn bản",  "thông báo", "công điện"};
    return !citation.type || std::find(std::begin(kSpeakers), std::end(kSpeakers),
                                       *citation.type) == std::end(kSpeakers);
  }

  // "Luật sửa đổi, bổ sung một số điều của Luật T số N": N amends the law with the title T that is
  // cited with its number.
  void AmendingLaws() {
    for (const Citation& law : list_.citations) {
      if (!law.symbol || !law.title) continue;
      const std::string title = FoldForCompare(*law.title);
      if (title.find("sửa đổi, bổ sung") == std::string::npos) continue;
      for (const Citation& other : list_.citations) {
        if (&other == &law || !other.symbol || !other.title) continue;
        const std::string amended = FoldForCompare(*other.title);
        if (amended.starts_with("luật") && title.ends_with("của " + amended))
          Add(*law.symbol, RelationKind::kAmends, *other.symbol, {});
      }
    }
  }

  void Add(const std::string& from, RelationKind kind, const std::string& to, NormSpan verb) {
    if (from == to || to.empty()) return;
    auto [it, is_new] = index_.emplace(std::pair(from, to), relations_.size());
    if (is_new) relations_.emplace_back();
    Relation& relation = relations_[it->second];
    if (!is_new && Rank(relation.kind) >= Rank(kind)) return;
    relation = {from, kind, to, OneLine(verb.Of(text_.text)), ToPageSpans(text_, verb)};
  }

  std::vector<Relation> Result() { return std::move(relations_); }

  const NormalizedText& text_;
  const std::vector<Block>& blocks_;
  const std::vector<Mention>& mentions_;
  const CitationList& list_;
  const RelationContext& context_;
  const RuleSet& rules_;
  std::vector<Placed> placed_;
  std::vector<Relation> relations_;
  std::map<std::pair<std::string, std::string>, size_t> index_;
};

}  // namespace

std::vector<Relation> FindRelations(const NormalizedText& text, const std::vector<Block>& blocks,
                                    const std::vector<Mention>& mentions, const CitationList& list,
                                    const RelationContext& context, const RuleSet& rules) {
  return Reader(text, blocks, mentions, list, context, rules).Read();
}

}  // namespace congvan::rules
