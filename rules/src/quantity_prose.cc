// Goals inside sentences: which numbers are goals, and the words that say what each of them
// measures.
#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "quantity_matches.h"
#include "roles.h"
#include "rules/deadline.h"
#include "rules/quantity.h"

namespace congvan::rules {
namespace {

constexpr std::string_view kGroup = "quantities_prose";

// Part of a sentence with one goal, or with none.
struct Piece {
  size_t begin = 0, end = 0;
  std::vector<FoundQuantity> found;  ///< offsets of the whole text
};

std::string_view CutLeft(std::string_view text) {
  constexpr std::string_view kEdges = " \n\t.,;:";
  while (!text.empty() && kEdges.find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  return text;
}

std::string_view CutEdges(std::string_view text) {
  constexpr std::string_view kEdges = " \n\t.,;:";
  text = CutLeft(text);
  while (!text.empty() && kEdges.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

class GoalReader {
 public:
  GoalReader(std::string_view text, bool strict, int earliest_year, const RuleSet& rules)
      : text_(text), strict_(strict), rules_(rules) {
    for (Match& match : rules.group("milestones").FindAll(text)) {
      const std::string_view role = (*match.rule)["role"];
      const bool overlaps = !milestones_.empty() && match.begin < milestones_.back().end;
      if (!overlaps && (role == "inline" || role == "none"))
        milestones_.push_back(std::move(match));
    }
    std::erase_if(milestones_, [&](const Match& match) {
      return (*match.rule)["role"] == "none" || YearOf(match) < earliest_year;
    });
    quantities_ = FindQuantities(text, true, rules);
  }

  std::vector<ProseGoal> Read() {
    for (size_t begin = 0; begin < text_.size();) {
      const size_t end = SentenceEnd(begin);
      ReadSentence(begin, end);
      if (end < text_.size() && text_[end] != ';') unnamed_.clear();
      begin = end + 1;
    }
    return std::move(goals_);
  }

 private:
  [[nodiscard]] int YearOf(const Match& milestone) const {
    const auto year = milestone.Get(text_, "year");
    return year ? static_cast<int>(ParseNumber(*year).value_or(0)) : 0;
  }

  /// At ';', at a line feed, or at a full stop before a blank.
  [[nodiscard]] size_t SentenceEnd(size_t at) const {
    for (; at < text_.size(); ++at) {
      const char c = text_[at];
      if (c == ';' || c == '\n') return at;
      if (c == '.' && (at + 1 == text_.size() || text_[at + 1] == ' ')) return at;
    }
    return at;
  }

  [[nodiscard]] std::string_view Part(size_t begin, size_t end) const {
    return begin < end ? text_.substr(begin, end - begin) : std::string_view();
  }

  /// [begin, end) without the milestones named in it.
  [[nodiscard]] std::string WithoutMilestones(size_t begin, size_t end) const {
    std::string out;
    for (const Match& milestone : milestones_) {
      if (milestone.begin < begin || milestone.end > end) continue;
      out += Part(begin, milestone.begin);
      out += ' ';
      begin = milestone.end;
    }
    out += Part(begin, end);
    return out;
  }

  [[nodiscard]] std::string_view StripLeadIns(std::string_view text) const {
    while (true) {
      text = CutLeft(text);
      const auto found = rules_.group(kGroup).FindAll(std::string(text) + " ");
      const auto lead_in = std::find_if(found.begin(), found.end(), [](const Match& match) {
        return match.begin == 0 && (*match.rule)["role"] == "lead-in";
      });
      if (lead_in == found.end()) return text;
      text.remove_prefix(std::min(lead_in->end, text.size()));
    }
  }

  [[nodiscard]] bool Says(std::string_view text, std::string_view role) const {
    return HasRole(rules_.group(kGroup), text, role);
  }

  [[nodiscard]] std::string_view StripReach(std::string_view text) const {
    const std::string padded = " " + std::string(text);
    for (const Match& match : rules_.group(kGroup).FindAll(padded)) {
      if ((*match.rule)["role"] == "reach")
        return StripReach(Trim(text.substr(0, match.begin == 0 ? 0 : match.begin - 1)));
    }
    return text;
  }

  /// Nothing but "phấn đấu", a milestone and the like: a number behind it begins a goal.
  [[nodiscard]] bool OnlyLeadIn(size_t begin, size_t end) const {
    const std::string rest = WithoutMilestones(begin, end);
    const std::string_view stripped = StripReach(StripLeadIns(rest));
    if (CutEdges(stripped).empty()) return true;
    return CutEdges(StripGrowth(stripped)).empty();
  }

  [[nodiscard]] std::string_view StripGrowth(std::string_view text) const {
    for (const Match& match : rules_.group(kGroup).FindAll(text)) {
      if ((*match.rule)["role"] == "growth") return text.substr(0, match.begin);
    }
    return text;
  }

  [[nodiscard]] bool IsGoal(const FoundQuantity& found) const {
    const size_t sentence = text_.substr(0, found.begin).find_last_of(";.\n");
    const size_t begin = sentence == std::string_view::npos ? 0 : sentence + 1;
    if (IsPast(Part(begin, found.begin)) || InQuote(found)) return false;
    if (InBrackets(begin, found) && (strict_ || !found.percent)) return false;
    if (strict_) return found.percent || (found.compared && (found.counted || found.money));
    if (found.percent || found.counted || found.rank || found.quantity.unit) return true;
    const std::string_view before = Trim(Part(begin, found.begin));
    return OnlyLeadIn(begin, found.begin) || StripReach(before).size() < before.size();
  }

  // "mới đạt 60%" tells what is; in "diện tích rừng trồng mới đạt 150 ha" the word goes with the
  // verb before it.
  [[nodiscard]] bool IsPast(std::string_view before) const {
    if (!Says(before, "past")) return false;
    return !Says(before, "newly_made") || ToLower(before).find("đã ") != std::string::npos;
  }

  [[nodiscard]] bool InQuote(const FoundQuantity& found) const {
    const auto quotes = rules_.group(kGroup).FindAll(text_);
    return std::any_of(quotes.begin(), quotes.end(), [&found](const Match& match) {
      return (*match.rule)["role"] == "quote" && match.begin <= found.begin &&
             found.end <= match.end;
    });
  }

  [[nodiscard]] bool InBrackets(size_t begin, const FoundQuantity& found) const {
    const std::string_view before = Part(begin, found.begin);
    return std::count(before.begin(), before.end(), '(') >
           std::count(before.begin(), before.end(), ')');
  }

  /// Cut at each comma or "và" behind which a goal of its own begins.
  [[nodiscard]] std::vector<Piece> CutSentence(size_t begin, size_t end) const {
    std::vector<Piece> pieces = {{begin, end, {}}};
    for (const FoundQuantity& found : quantities_) {
      if (found.begin < begin || found.end > end || !IsGoal(found)) continue;
      const Piece& open = pieces.back();
      const bool number_last = CutEdges(WithoutMilestones(found.end, end)).empty();
      size_t cut = std::string_view::npos;
      // "..., đạt 50%." belongs to what stands before the comma.
      if (!open.found.empty() || !number_last) cut = CutBefore(open.begin, found.begin);
      if (cut == std::string_view::npos && !open.found.empty())
        cut = EndOfFinished(open.found.back(), found.begin);
      if (cut != std::string_view::npos) {
        pieces.back().end = cut;
        pieces.push_back({cut, end, {}});
      }
      pieces.back().found.push_back(found);
    }
    return pieces;
  }

  [[nodiscard]] bool InMilestone(size_t at) const {
    return std::any_of(milestones_.begin(), milestones_.end(), [at](const Match& milestone) {
      return milestone.begin <= at && at < milestone.end;
    });
  }

  [[nodiscard]] size_t CutBefore(size_t begin, size_t number) const {
    for (size_t at = number; at-- > begin;) {
      if (InMilestone(at)) continue;
      const bool comma = text_[at] == ',' || text_[at] == ':';
      const bool word = text_.substr(at, 5) == " và ";
      if (!comma && !word) continue;
      if (comma && Reaches(begin, at, number)) return std::string_view::npos;
      if (OnlyLeadIn(comma ? at + 1 : at + 5, number)) return at;
      if (comma) return std::string_view::npos;
    }
    return std::string_view::npos;
  }

  /// "Số hóa bản đồ số nhà, đạt 100% số nhà mặt phố": what is reached stands before the comma; not
  /// so in "..., đạt 100% hồ sơ được số hóa", which says it behind.
  [[nodiscard]] bool Reaches(size_t begin, size_t comma, size_t number) const {
    const std::string between = " " + std::string(Trim(Part(comma + 1, number)));
    if (between.size() == 1 || !Trim(StripReach(between)).empty()) return false;
    if (OnlyLeadIn(begin, comma)) return false;
    // ", phấn đấu 85% doanh nghiệp ...": what is aimed at has a name of its own.
    const std::string aim = ToLower(Trim(between));
    if (aim.starts_with("phấn đấu") && aim.find("đạt") == aim.npos &&
        aim.find("hoàn thành") == aim.npos)
      return false;
    const std::string_view rest = Part(number, SentenceEnd(number));
    return !Says(rest.substr(0, rest.find(',')), "predicate");
  }

  /// "A đạt 50%, B đạt 60%": the comma right behind the first number; npos when words follow that
  /// number.
  [[nodiscard]] size_t EndOfFinished(const FoundQuantity& found, size_t next) const {
    const size_t at = found.percent ? EndOfBase(found.end, next) : found.end;
    if (at + 1 >= next) return std::string_view::npos;
    return text_[at] == ',' || text_.substr(at, 5) == " và " ? at : std::string_view::npos;
  }

  /// "30% GDP, ...": behind the words that say of what.
  [[nodiscard]] size_t EndOfBase(size_t at, size_t next) const {
    for (const Match& match : rules_.group(kGroup).FindAll(Part(at, next))) {
      if ((*match.rule)["role"] == "base" && match.begin == 0) return at + match.end;
    }
    return at;
  }

  /// Of several numbers the one that is the goal: the one in front, else the one that something
  /// "đạt", else the first.
  [[nodiscard]] const FoundQuantity& Primary(const Piece& piece) const {
    const FoundQuantity& first = piece.found.front();
    if (OnlyLeadIn(piece.begin, first.begin)) return first;
    for (const FoundQuantity& found : piece.found) {
      const std::string_view before = Part(piece.begin, found.begin);
      if (StripReach(Trim(before)).size() < Trim(before).size()) return found;
    }
    for (const FoundQuantity& found : piece.found) {
      if (found.percent) return found;
    }
    return first;
  }

  void ReadSentence(size_t begin, size_t end) {
    std::string context;  // "Tại địa bàn đô thị:", said once for the goals behind it
    for (const Piece& piece : CutSentence(begin, end)) {
      ReadMilestoneOf(piece);
      if (piece.found.empty()) {
        const std::string rest = WithoutMilestones(piece.begin, piece.end);
        context = std::string(CutEdges(StripLeadIns(rest)));
        colon_ = piece.end < text_.size() && text_[piece.end] == ':';
        continue;
      }
      const FoundQuantity& primary = Primary(piece);
      std::string indicator = Indicator(piece, primary);
      const bool passive = StartsWith(ToLower(indicator), "được ");
      if (!context.empty() && colon_) indicator = context + ": " + indicator;
      if (!context.empty() && !colon_ && passive) indicator = context + " " + indicator;
      if (indicator.empty()) indicator = CountedPerUnit(primary);
      if (indicator.empty() && !goals_.empty()) indicator = goals_.back().indicator;
      if (indicator.empty()) {
        unnamed_.push_back({{}, primary.quantity, by_});
        continue;
      }
      for (ProseGoal& goal : unnamed_) {
        goal.indicator = indicator;
        goals_.push_back(std::move(goal));
      }
      unnamed_.clear();
      goals_.push_back({std::move(indicator), primary.quantity, by_});
    }
  }

  /// "12 bác sĩ/vạn dân" alone is named by what it counts, unless the goal before it counts the
  /// same and is named.
  [[nodiscard]] std::string CountedPerUnit(const FoundQuantity& found) const {
    const auto& unit = found.quantity.unit;
    const bool measure = found.percent || found.money || found.rank || !unit;
    if (measure || unit->find('/') == std::string::npos) return {};
    if (!goals_.empty() && goals_.back().quantity.unit == unit) return {};
    return OneLine(*unit);
  }

  void ReadMilestoneOf(const Piece& piece) {
    for (const Match& milestone : milestones_) {
      if (milestone.begin < piece.begin || milestone.end > piece.end) continue;
      const auto year = milestone.Get(text_, "year");
      const auto read = ReadMilestone(milestone.Of(text_), rules_);
      if (read) by_ = read;
      if (!read && year) by_ = std::string(*year);
    }
  }

  [[nodiscard]] std::string Indicator(const Piece& piece, const FoundQuantity& primary) const {
    std::string before = WithoutMilestones(piece.begin, primary.begin);
    std::string after = WithoutMilestones(primary.end, piece.end);
    if (primary.words_end > primary.end) EraseLeftover(Part(primary.end, primary.words_end), after);
    std::string_view left = StripReach(CutEdges(StripLeadIns(before)));
    if (OnlyWords(left)) left = {};
    const std::string_view right = CutEdges(after);
    if (strict_) left = LastClause(left, right.empty());
    const std::string joined = std::string(CutEdges(left)) + " " + std::string(right);
    return OneLine(CutEdges(StripTail(CutEdges(StripLeadIns(joined)))));
  }

  /// " trở lên", which ends `words` of the goal, goes where they begin the rest of the sentence.
  void EraseLeftover(std::string_view words, std::string& rest) const {
    if (!rest.starts_with(words)) return;
    for (const Match& match : rules_.group(kGroup).FindAll(words)) {
      if ((*match.rule)["role"] != "leftover" || match.end != words.size()) continue;
      rest.erase(match.begin, match.end - match.begin);
      return;
    }
  }

  /// "thủ tục hành chính, hoàn thành": what a milestone left behind.
  [[nodiscard]] std::string_view StripTail(std::string_view text) const {
    for (const Match& match : rules_.group(kGroup).FindAll(text)) {
      if ((*match.rule)["role"] == "tail") return text.substr(0, match.begin);
    }
    return text;
  }

  /// True for what is only lead-in ("Phấn đấu", "Có").
  [[nodiscard]] bool OnlyWords(std::string_view text) const {
    return CutEdges(StripLeadIns(text)).empty();
  }

  /// In a task the goal is the last clause before the number; when the number ends it, what it
  /// measures may hold commas and begins at "tỷ lệ".
  [[nodiscard]] std::string_view LastClause(std::string_view left, bool number_last) const {
    if (number_last) {
      size_t subject = std::string_view::npos;
      for (const Match& match : rules_.group(kGroup).FindAll(left)) {
        if ((*match.rule)["role"] == "subject") subject = match.begin;
      }
      if (subject != std::string_view::npos) return left.substr(subject);
    }
    for (size_t comma = left.rfind(", "); comma != std::string_view::npos && comma > 0;
         comma = left.rfind(", ", comma - 1)) {
      const std::string_view clause = left.substr(comma + 2);
      if (!BeginsClause(clause)) continue;
      const std::string_view rest = CutEdges(StripLeadIns(clause));
      // "Số hóa bản đồ, đạt 100% số nhà": what is reached is said before the comma.
      const bool reached = StripReach(left).size() < left.size() || number_last;
      return rest.empty() && reached ? left.substr(0, comma) : rest;
    }
    return left;
  }

  [[nodiscard]] bool BeginsClause(std::string_view text) const {
    const auto found = rules_.group(kGroup).FindAll(std::string(text) + " ");
    return std::any_of(found.begin(), found.end(), [](const Match& match) {
      return match.begin == 0 && (*match.rule)["role"] == "clause";
    });
  }

  std::string_view text_;
  bool strict_;
  const RuleSet& rules_;
  std::vector<Match> milestones_;
  std::vector<FoundQuantity> quantities_;
  std::vector<ProseGoal> goals_;
  std::vector<ProseGoal> unnamed_;  // "năm 2026: 80%; năm 2027: 90% hồ sơ": named by what follows
  std::optional<std::string> by_;
  bool colon_ = false;
};

}  // namespace

std::vector<ProseGoal> ReadGoalsOfBullet(std::string_view bullet, const RuleSet& rules,
                                         int earliest_year) {
  return GoalReader(bullet, false, earliest_year, rules).Read();
}

std::vector<ProseGoal> ReadGoalsOfTask(std::string_view task, const RuleSet& rules,
                                       int earliest_year) {
  return GoalReader(task, true, earliest_year, rules).Read();
}

}  // namespace congvan::rules
