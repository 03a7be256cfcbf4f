#include "named_documents.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "document_type.h"
#include "issuer_name.h"

namespace congvan::rules {
namespace {

constexpr size_t kMaxDigits = 5;  // of a number that stands without its code
constexpr std::string_view kOf = " của ", kAnd = " và ";
constexpr size_t kBeforeLaw = 40;     // bytes of the words that tell a draft
constexpr size_t kLawReach = 400;     // bytes of a law's title
constexpr size_t kIssuerReach = 200;  // bytes
constexpr size_t kAliasReach = 900;   // bytes from a document to the bracket that gives its alias

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool Overlaps(const std::vector<Mention>& mentions, NormSpan span) {
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const Mention& m) { return m.name.Overlaps(span); });
}

class BlockNames {
 public:
  BlockNames(const BlockText& block, const RuleSet& rules, std::vector<Mention>& out)
      : block_(block), text_(block.text()), rules_(rules), out_(out) {}

  void AddNicknames() {
    for (const Match& match : rules_.group("nicknames").Leftmost(text_)) {
      const char next = match.end < text_.size() ? text_[match.end] : ' ';
      if (IsDigit(next) || next == '/' || next == '-' || !IsWholeWord(text_, match)) continue;
      if (IsAnothers((*match.rule)["issuers"], text_.substr(match.end))) continue;
      Mention m;
      m.kind = MentionKind::kNickname;
      m.type = std::string((*match.rule)["type"]);
      m.title = std::string((*match.rule)["title"]);
      m.symbol = std::string((*match.rule)["number"]);
      m.own_type = true;
      m.rule = match.rule->id;
      Add(std::move(m), match.begin, match.end);
    }
  }

  // Of several readings at one place the longest that names no other document.
  void AddLaws() {
    size_t done = 0;
    for (const Match& match : rules_.group("laws").FindAll(text_)) {
      if (match.begin < done) continue;
      const Match* law = &match;
      std::optional<Match> next;
      while (law != nullptr) {
        const size_t end = AddLaw(*law);
        done = std::max(done, end);
        if (end == 0 || !text_.substr(end).starts_with(kAnd)) break;
        // " và Luật ...", with which the pattern ended, begins the next one.
        const size_t at = end + kAnd.size();
        next = LawAt(at, FloorCodePoint(text_, std::min(text_.size(), at + kLawReach)));
        law = next ? &*next : nullptr;
      }
    }
  }

  // Type and number without a code; "các Nghị quyết 57, 59 và 66" names three.
  void AddShortForms() {
    for (const Match& type : rules_.group("document_types").Leftmost(text_)) {
      if (!IsWholeWord(text_, type)) continue;
      const auto name = TypeNamed(type, text_, rules_);
      if (!name) continue;
      size_t at = type.end;
      if (text_.substr(at).starts_with(" số")) at += std::string_view(" số").size();
      if (text_.substr(at).starts_with(' ')) ++at;
      size_t end = NumberEnd(at);
      if (end == at) continue;
      AddShort(type.begin, at, end, *name, type.rule->id);
      for (size_t next = NextOfList(end); next != end; next = NextOfList(end)) {
        end = NumberEnd(next);
        AddShort(next, next, end, *name, type.rule->id);
      }
    }
  }

 private:
  // " của HĐND tỉnh" behind a nickname whose document is none of theirs.
  [[nodiscard]] bool IsAnothers(std::string_view issuers, std::string_view rest) const {
    if (issuers.empty() || !rest.starts_with(kOf)) return false;
    rest.remove_prefix(kOf.size());
    const size_t named = IssuerNameSize(rest.substr(0, FloorCodePoint(rest, kIssuerReach)), rules_);
    const size_t word = std::min(rest.find_first_of(" ,;.:)"), rest.size());
    const std::string body = FoldForCompare(rest.substr(0, named > 0 ? named : word));
    while (!issuers.empty()) {
      const size_t bar = std::min(issuers.find('|'), issuers.size());
      if (body.find(FoldForCompare(issuers.substr(0, bar))) != std::string::npos) return false;
      issuers.remove_prefix(std::min(bar + 1, issuers.size()));
    }
    return true;
  }

  void Add(Mention m, size_t begin, size_t end) {
    m.name = m.extent = block_.Whole(begin, end);
    m.block = block_.index();
    if (!Overlaps(out_, m.name)) out_.push_back(std::move(m));
  }

  void AddShort(size_t begin, size_t number, size_t end, const std::string& type,
                const std::string& rule) {
    Mention m;
    m.kind = MentionKind::kShort;
    m.type = type;
    m.symbol = std::string(text_.substr(number, end - number));
    m.own_type = begin != number;
    m.rule = rule;
    Add(std::move(m), begin, end);
  }

  [[nodiscard]] std::optional<Match> LawAt(size_t at, size_t limit) const {
    auto match = rules_.group("laws").MatchStart(text_.substr(at, limit - at));
    if (!match) return std::nullopt;
    match->begin += at;
    match->end += at;
    for (Match::Group& group : match->groups) {
      group.begin += at;
      group.end += at;
    }
    return match;
  }

  // The end of the title and its date; 0 when it is no law.
  size_t AddLaw(const Match& match) {
    size_t end = match.begin;  // without what only ends the pattern
    for (const Match::Group& group : match.groups) end = std::max(end, group.end);
    const bool capital = IsUpper(DecodeAt(text_, match.begin).code_point);
    if (!capital || !IsWholeWord(text_, {match.rule, match.begin, end, {}})) return 0;
    if (IsNoLaw(match.begin)) return 0;
    Mention m;
    m.kind = MentionKind::kLaw;
    m.title = OneLine(match.Get(text_, "title").value_or(match.Of(text_)));
    if (NamesAnother(*m.title)) return 0;
    m.type = TypeOfLaw(match, *m.title);
    m.date = DateOf(match, text_);
    m.own_type = true;
    m.rule = match.rule->id;
    Add(std::move(m), match.begin, end);
    return end;
  }

  // "dự án Luật ...", "PHÁP LUẬT CỦA ...": no law in force is named.
  [[nodiscard]] bool IsNoLaw(size_t at) const {
    const size_t from = FloorCodePoint(text_, at > kBeforeLaw ? at - kBeforeLaw : 0);
    const std::string_view before = text_.substr(from, at - from);
    for (const Match& match : rules_.group("citation_parts").FindAll(before)) {
      if ((*match.rule)["part"] == "no_law" && match.end == before.size()) return true;
    }
    return false;
  }

  // "Luật Đất đai, Luật Nhà ở và Nghị quyết ...": a list, no title.
  [[nodiscard]] bool NamesAnother(std::string_view title) const {
    for (size_t comma = title.find(", "); comma != std::string_view::npos;
         comma = title.find(", ", comma + 1)) {
      const std::string_view part = title.substr(comma + 2);
      const auto type = rules_.group("document_types").MatchStart(part);
      const auto body = rules_.group("issuers").MatchStart(part);
      const bool named =
          (type && IsWholeWord(part, *type)) || (body && (*body->rule)["role"] != "stop");
      if (named && IsUpper(DecodeAt(part, 0).code_point)) return true;
    }
    return false;
  }

  // The digits at `at`, where a name ends behind them; `at` itself when it is none.
  [[nodiscard]] size_t NumberEnd(size_t at) const {
    size_t end = at;
    while (end < text_.size() && IsDigit(text_[end])) ++end;
    if (end - at > kMaxDigits) return at;
    if (end == text_.size()) return end;
    const std::string_view rest = text_.substr(end);
    const bool cut = std::string_view(" ,;:.)”").find(rest.front()) != std::string_view::npos ||
                     rest.starts_with("”");
    const bool decimal = rest.size() > 1 && (rest[0] == '.' || rest[0] == ',') && IsDigit(rest[1]);
    return cut && !decimal ? end : at;
  }

  // Where the next bare number of a list begins; `end` when the list does not go on. Something
  // counted ("và 12 nhiệm vụ") is no member.
  [[nodiscard]] size_t NextOfList(size_t end) const {
    for (std::string_view joint : {", ", " và "}) {
      if (!text_.substr(end).starts_with(joint)) continue;
      const size_t next = end + joint.size();
      const size_t stop = NumberEnd(next);
      if (stop == next) return end;
      const std::string_view rest = text_.substr(stop);
      const bool listed = rest.empty() || rest.front() != ' ' || rest.starts_with(" và ") ||
                          rest.starts_with(" của ");
      return listed ? next : end;
    }
    return end;
  }

  static std::string TypeOfLaw(const Match& match, std::string_view title) {
    const std::string lower = ToLower(title);
    for (std::string_view type : {"bộ luật", "pháp lệnh", "hiến pháp"}) {
      if (lower.starts_with(type)) return std::string(type);
    }
    return std::string((*match.rule)["type"]);
  }

  const BlockText& block_;
  std::string_view text_;
  const RuleSet& rules_;
  std::vector<Mention>& out_;
};

struct Alias {
  std::string words;
  size_t block = 0;  // where it is given
  NormSpan given;
  size_t mention = 0;
  std::optional<std::string> type;
};

class AliasReader {
 public:
  AliasReader(std::string_view text, const std::vector<Block>& blocks, const RuleSet& rules,
              std::vector<Mention>& mentions)
      : text_(text), blocks_(blocks), rules_(rules), mentions_(mentions) {}

  void Read() {
    for (size_t i = 0; i < blocks_.size(); ++i) FindGiven(BlockText(text_, blocks_[i], i));
    if (aliases_.empty()) return;
    std::vector<Mention> found;
    for (const Alias& alias : aliases_) {
      Take(alias, alias.given, alias.block, true, found);
      for (size_t i = alias.block; i < blocks_.size(); ++i)
        FindUses(alias, BlockText(text_, blocks_[i], i), found);
    }
    Merge(std::move(found));
  }

 private:
  void FindGiven(const BlockText& block) {
    for (const Match& match : rules_.group("citation_parts").FindAll(block.text())) {
      const auto words = match.Get(block.text(), "alias");
      if ((*match.rule)["part"] != "alias" || !words) continue;
      const size_t begin = static_cast<size_t>(words->data() - block.text().data());
      const std::string_view name = Trim(*words);
      const NormSpan span = block.Whole(begin, begin + name.size());
      const auto type = rules_.group("document_types").MatchStart(name);
      if (!type || !IsWholeWord(name, *type) || Overlaps(mentions_, span)) continue;
      const auto kind = TypeNamed(*type, name, rules_);
      const auto target =
          kind ? TargetOf(block, block.Whole(match.begin, match.end), *kind) : std::nullopt;
      if (target) aliases_.push_back({std::string(name), block.index(), span, *target, kind});
    }
  }

  // The last document named before the bracket, when only its title stands between and either is
  // of the alias's kind ("Quyết định số 749/QĐ-TTg phê duyệt Chương trình ... (sau đây gọi là
  // Chương trình)").
  [[nodiscard]] std::optional<size_t> TargetOf(const BlockText& block, NormSpan bracket,
                                               const std::string& kind) const {
    for (size_t i = mentions_.size(); i-- > 0;) {
      const Mention& m = mentions_[i];
      if (m.block != block.index() || m.name.end > bracket.begin || m.in_alias) continue;
      const size_t from = block.End(m.name), to = block.Begin(bracket);
      const std::string_view gap = block.text().substr(from, to - from);
      const bool title = gap.size() < kAliasReach && gap.find(';') == std::string_view::npos &&
                         gap.find(". ") == std::string_view::npos && !NamesActor(gap);
      if (!title) return std::nullopt;
      const bool fits = m.type && IsSameKind(*m.type, kind);
      return fits || ToLower(gap).find(" " + kind) != std::string::npos ? std::optional(i)
                                                                        : std::nullopt;
    }
    return std::nullopt;
  }

  // ", UBND xã ban hành Kế hoạch": the clause goes on with what this document does.
  [[nodiscard]] bool NamesActor(std::string_view gap) const {
    for (size_t comma = gap.find(", "); comma != std::string_view::npos;
         comma = gap.find(", ", comma + 1)) {
      const std::string_view next = gap.substr(comma + 2);
      const auto body = rules_.group("issuers").MatchStart(next);
      if (body && (*body->rule)["role"] != "stop" && IsUpper(DecodeAt(next, 0).code_point))
        return true;
    }
    return false;
  }

  void FindUses(const Alias& alias, const BlockText& block, std::vector<Mention>& found) const {
    const std::string_view text = block.text();
    for (size_t at = text.find(alias.words); at != std::string_view::npos;
         at = text.find(alias.words, at + alias.words.size())) {
      const Match match{nullptr, at, at + alias.words.size(), {}};
      const NormSpan span = block.Whole(match.begin, match.end);
      if (span.begin <= alias.given.begin || !IsWholeWord(text, match)) continue;
      if (IsUse(alias, text.substr(match.end))) Take(alias, span, block.index(), false, found);
    }
  }

  // "Kế hoạch số 12", "Kế hoạch này", "Kế hoạch hành động" are not the alias "Kế hoạch".
  [[nodiscard]] bool IsUse(const Alias& alias, std::string_view rest) const {
    const std::string next = ToLower(rest.substr(0, FloorCodePoint(rest, 16)));
    if (next.starts_with(" số") || next.starts_with(" này") || next.starts_with(" khác"))
      return false;
    if (next.size() > 1 && next[0] == ' ' && IsDigit(next[1])) return false;
    if (!alias.type || ToLower(alias.words) != *alias.type) return true;
    static constexpr std::string_view kMayFollow[] = {
        " và ",   " để ",      " đến ",     " tại ",  " trên ", " trong ", " với ", " đã ",
        " được ", " bảo đảm ", " đảm bảo ", " theo ", " là ",   " cho ",   " vào "};
    return next.empty() || next[0] != ' ' ||
           std::any_of(std::begin(kMayFollow), std::end(kMayFollow),
                       [&](std::string_view word) { return next.starts_with(word); });
  }

  void Take(const Alias& alias, NormSpan span, size_t block, bool given,
            std::vector<Mention>& found) const {
    if (Overlaps(mentions_, span) || Overlaps(found, span)) return;
    Mention m;
    m.kind = MentionKind::kAlias;
    m.block = block;
    m.name = m.extent = span;
    m.type = alias.type;
    m.alias_of = alias.mention;
    m.own_type = true;
    m.in_alias = given;
    m.rule = "citation_parts.alias";
    found.push_back(std::move(m));
  }

  // Puts the aliases among the mentions by place; what they stand for moves with them.
  void Merge(std::vector<Mention> found) {
    std::vector<std::pair<NormSpan, size_t>> order;
    for (size_t i = 0; i < mentions_.size(); ++i) order.emplace_back(mentions_[i].name, i);
    std::vector<Mention> all = std::move(mentions_);
    for (Mention& m : found) {
      order.emplace_back(m.name, all.size());
      all.push_back(std::move(m));
    }
    std::sort(order.begin(), order.end());
    std::vector<size_t> place(all.size());
    mentions_.clear();
    for (const auto& [span, index] : order) {
      place[index] = mentions_.size();
      mentions_.push_back(std::move(all[index]));
    }
    for (Mention& m : mentions_) {
      if (m.alias_of) m.alias_of = place[*m.alias_of];
    }
  }

  std::string_view text_;
  const std::vector<Block>& blocks_;
  const RuleSet& rules_;
  std::vector<Mention>& mentions_;
  std::vector<Alias> aliases_;
};

}  // namespace

void AddNamedDocuments(const BlockText& block, const RuleSet& rules,
                       std::vector<Mention>& mentions) {
  BlockNames names(block, rules, mentions);
  names.AddNicknames();
  names.AddLaws();
  names.AddShortForms();
}

void AddAliases(std::string_view text, const std::vector<Block>& blocks, const RuleSet& rules,
                std::vector<Mention>& mentions) {
  AliasReader(text, blocks, rules, mentions).Read();
}

}  // namespace congvan::rules
