#include "rules/agency.h"

#include <algorithm>
#include <utility>

#include "agency_names.h"
#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::rules {
namespace {

// A place where a list may be cut: the separator's bytes and where the next name would begin.
struct Separator {
  enum class Kind { kNone, kSemicolon, kComma, kAnd, kLine, kRestart };
  Kind kind = Kind::kNone;
  size_t begin = 0, next = 0;
};

class ListSplitter {
 public:
  ListSplitter(std::string_view text, const RuleSet& rules)
      : text_(text), rules_(rules), words_(rules.group("agencies_split").FindAll(text)) {}

  std::vector<std::string> Split() {
    begins_with_bullet_ = SkipMark(0) != SkipBlanks(text_, 0);
    BeginPiece(SkipMark(0));
    for (size_t at = piece_begin_; at < text_.size();) {
      if (at < joined_end_) {
        at = joined_end_;
        continue;
      }
      const Separator separator = SeparatorAt(at);
      if (separator.kind == Separator::Kind::kNone || !Cuts(separator)) {
        at += DecodeAt(text_, at).size;
        continue;
      }
      EndPiece(separator.begin);
      BeginPiece(SkipMark(separator.next));
      at = piece_begin_;
    }
    EndPiece(text_.size());
    return std::move(out_);
  }

 private:
  const Match* WordAt(std::string_view role, size_t at) const {
    const auto word = std::find_if(words_.begin(), words_.end(), [&](const Match& match) {
      return match.begin == at && (*match.rule)["role"] == role;
    });
    return word == words_.end() ? nullptr : &*word;
  }

  size_t SkipMark(size_t at) const {
    at = SkipBlanks(text_, at);
    const auto bullet = MatchRole("agencies_split", "bullet", text_.substr(at), rules_);
    return bullet ? SkipBlanks(text_, at + bullet->end) : at;
  }

  void BeginPiece(size_t at) {
    piece_begin_ = at;
    depth_ = 0;
    listed_ = false;
    const std::string_view here = text_.substr(std::min(at, text_.size()));
    auto joined = MatchRole("agencies", "joined", here, rules_);
    if (!joined) joined = MatchRole("agencies", "person", here, rules_);
    joined_end_ = joined ? at + joined->end : at;
  }

  void EndPiece(size_t end) {
    const std::string name = OneLine(TrimName(text_.substr(piece_begin_, end - piece_begin_)));
    if (!name.empty()) out_.push_back(name);
  }

  Separator SeparatorAt(size_t at) {
    const char c = text_[at];
    if (c == '(' || c == '[') ++depth_;
    if (c == ')' || c == ']') depth_ = std::max(0, depth_ - 1);
    if (c == ':') listed_ = true;
    if (depth_ > 0) return {};
    if (c == ';') return {Separator::Kind::kSemicolon, at, at + 1};
    if (c == ',') return {Separator::Kind::kComma, at, AfterAnd(at + 1)};
    if (c == '\n') return {Separator::Kind::kLine, at, at + 1};
    if (c != ' ') return {};
    if (const Match* word = WordAt("and", at)) return {Separator::Kind::kAnd, at, word->end};
    if (BeginsNumbered(at)) return {Separator::Kind::kLine, at, at + 1};
    if (Restarts(at) || WordAt("collective", at) != nullptr)
      return {Separator::Kind::kRestart, at, at + 1};
    return {};
  }

  // "1. Sở Tài chính 2. Sở Nội vụ" on one line.
  bool BeginsNumbered(size_t at) const {
    if (!begins_with_bullet_ || at + 1 >= text_.size() || text_[at + 1] < '1' ||
        text_[at + 1] > '9')
      return false;
    const size_t next = SkipMark(at + 1);
    return next > at + 2 && BodyHeadEnd(text_, next, rules_).has_value();
  }

  // ", và các đơn vị": the word after the comma belongs to the separator.
  size_t AfterAnd(size_t at) const {
    const Match* word = WordAt("and", at);
    return word != nullptr ? word->end : at;
  }

  // "Bộ Công an Bộ Nội vụ": the separator was lost, the piece's own first word stands again.
  bool Restarts(size_t at) const {
    const Match* word = WordAt("restart", at);
    if (word == nullptr) return false;
    const auto head = word->Get(text_, "head");
    return head && StartsWith(text_.substr(piece_begin_), std::string(*head) + " ");
  }

  bool Cuts(const Separator& separator) const {
    if (separator.kind == Separator::Kind::kSemicolon) return true;
    // "Các sở, ngành: Tài chính, Nội vụ" lists what the collective is made of.
    if (listed_ && separator.kind != Separator::Kind::kLine) return false;
    const size_t next = SkipMark(separator.next);
    const bool bullet =
        separator.kind == Separator::Kind::kLine && next != SkipBlanks(text_, separator.next);
    // "Phòng Hành chính" | "- Tổng hợp": a name that the line has broken, where no bullet begins
    // the list.
    if (bullet && (begins_with_bullet_ || next >= text_.size() || BodyHeadEnd(text_, next, rules_)))
      return true;
    if (!BodyHeadEnd(text_, next, rules_)) return false;
    const std::string_view piece = text_.substr(piece_begin_, separator.begin - piece_begin_);
    if (separator.kind == Separator::Kind::kLine && BeginsWithPartySeat(text_.substr(next)) &&
        EndsWith(piece, "unfinished_line"))
      return false;
    return !EndsWith(piece, "unfinished");
  }

  // "Tỉnh ủy", "Đảng ủy": may be what the name on the line before belongs to.
  static bool BeginsWithPartySeat(std::string_view text) {
    const std::string folded = FoldTonePlacement(ToLower(text));
    return folded.starts_with("tỉnh ủy") || folded.starts_with("thành ủy") ||
           folded.starts_with("đảng ủy");
  }

  // The piece ends with words of that role, after which the name must go on.
  bool EndsWith(std::string_view piece, std::string_view role) const {
    const std::string line = OneLine(piece);
    if (line.empty()) return true;
    const auto found = rules_.group("agencies_split").FindAll(line);
    return std::any_of(found.begin(), found.end(),
                       [role](const Match& match) { return (*match.rule)["role"] == role; });
  }

  std::string_view text_;
  const RuleSet& rules_;
  std::vector<Match> words_;
  std::vector<std::string> out_;
  size_t piece_begin_ = 0, joined_end_ = 0;
  int depth_ = 0;
  bool listed_ = false;
  bool begins_with_bullet_ = false;
};

// Without the labels that stand inside ("Chủ trì: ...").
struct Labelled {
  std::string_view party;  // "lead", "support"
  std::string_view text;
};

std::vector<Labelled> CutAtLabels(std::string_view cell, const RuleSet& rules) {
  std::vector<Labelled> out;
  std::string_view party;
  size_t begin = 0;
  for (const Match& match : rules.group("agencies_split").FindAll(cell)) {
    if ((*match.rule)["role"] != "label" || match.begin < begin) continue;
    // "Sở Tư pháp - Phối hợp:": the dash is the bullet of the label.
    std::string_view before = Trim(cell.substr(begin, match.begin - begin));
    while (before.ends_with(" -") || before.ends_with(" +") || before.ends_with(" –"))
      before = Trim(before.substr(0, before.rfind(' ')));
    if (!before.empty()) out.push_back({party, before});
    party = (*match.rule)["party"];
    begin = match.end;
  }
  out.push_back({party, cell.substr(begin)});
  return out;
}

void Append(std::vector<std::string>& to, std::vector<std::string> names) {
  for (std::string& name : names) {
    if (std::find(to.begin(), to.end(), name) == to.end()) to.push_back(std::move(name));
  }
}

// "UBND xã (chủ trì)": the tag names the role and goes. "Sở A chủ trì; Sở B, Sở C phối hợp": the
// last tag speaks for all behind the lead.
void AppendTagged(LeadAndSupport& out, const std::vector<std::string>& names,
                  const RuleSet& rules) {
  std::vector<std::string> untagged;  // behind a lead with a tag
  bool lead_told = false;
  for (const std::string& name : names) {
    std::string_view party, bare = name;
    for (const Match& match : rules.group("agencies_split").FindAll(name)) {
      if ((*match.rule)["role"] != "tag" || match.end != name.size()) continue;
      party = (*match.rule)["party"];
      bare = TrimName(std::string_view(name).substr(0, match.begin));
      out.labelled = true;
      break;
    }
    if (party.empty() && lead_told) {
      untagged.push_back(name);
      continue;
    }
    Append(party == "support" ? out.support : out.lead, std::exchange(untagged, {}));
    Append(party == "support" ? out.support : out.lead, {std::string(bare)});
    lead_told = lead_told || party == "lead";
  }
  Append(out.lead, std::move(untagged));
}

// "Sở Công Thương chủ trì, phối hợp Sở Tài chính": where the words between the two parties stand.
std::optional<Match> InlineSupport(std::string_view text, const RuleSet& rules) {
  for (Match& match : rules.group("agencies_split").FindAll(text)) {
    if ((*match.rule)["role"] == "inline" && BodyHeadEnd(text, match.end, rules))
      return std::move(match);
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> SplitAgencies(std::string_view text, const RuleSet& rules) {
  std::vector<std::string> out;
  for (const Labelled& part : CutAtLabels(text, rules))
    Append(out, ListSplitter(part.text, rules).Split());
  return out;
}

LeadAndSupport ReadLeadAndSupportCell(std::string_view cell, const RuleSet& rules) {
  LeadAndSupport out;
  for (const Labelled& part : CutAtLabels(cell, rules)) {
    if (!part.party.empty()) out.labelled = true;
    if (part.party == "support") {
      Append(out.support, ListSplitter(part.text, rules).Split());
      continue;
    }
    std::string_view leads = part.text;
    if (const auto inline_support = InlineSupport(part.text, rules)) {
      leads = part.text.substr(0, inline_support->begin);
      Append(out.support, ListSplitter(part.text.substr(inline_support->end), rules).Split());
      out.labelled = true;
    }
    AppendTagged(out, ListSplitter(leads, rules).Split(), rules);
  }
  return out;
}

}  // namespace congvan::rules
