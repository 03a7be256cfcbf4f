#include "linear_cells.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "agency_names.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "roles.h"
#include "rules/agency.h"
#include "rules/deadline.h"
#include "rules/quantity.h"
#include "table_settle.h"

namespace congvan::rules {
namespace {

// What a cell can be recognized by.
enum class Shape { kText, kProduct, kBodies, kLabelled, kTime, kUnit, kNumber };

std::optional<Shape> ShapeOf(ColumnRole role) {
  switch (role) {
    case ColumnRole::kTask:
    case ColumnRole::kIndicator:
    case ColumnRole::kNote:
    case ColumnRole::kReference:
    case ColumnRole::kResource:
    case ColumnRole::kNone:
      return Shape::kText;
    case ColumnRole::kProduct:
      return Shape::kProduct;
    case ColumnRole::kLead:
    case ColumnRole::kSupport:
      return Shape::kBodies;
    case ColumnRole::kLeadSupport:
      return Shape::kLabelled;
    case ColumnRole::kDeadline:
    case ColumnRole::kStart:
      return Shape::kTime;
    case ColumnRole::kUnit:
      return Shape::kUnit;
    case ColumnRole::kYear:
    case ColumnRole::kValue:
    case ColumnRole::kBaseline:
    case ColumnRole::kResult:
      return Shape::kNumber;
    default:
      return std::nullopt;
  }
}

bool IsName(ColumnRole role) { return role == ColumnRole::kTask || role == ColumnRole::kIndicator; }

// Scores are counted in half points: a line's beginning speaks for a cell's, an empty cell against
// the whole.
constexpr int kLineBegin = 2, kAfterBlank = 1, kKnownBeginning = 2, kMargin = 2;
constexpr size_t kLongestNumber = 40;  // bytes
constexpr size_t kMostTries = 20'000;  // places looked at in one row
constexpr size_t kLongestRow = 4'000;  // bytes

int CostOfEmpty(ColumnRole role) {
  switch (role) {
    case ColumnRole::kLead:
    case ColumnRole::kLeadSupport:
      return 6;
    case ColumnRole::kDeadline:
    case ColumnRole::kUnit:
      return 4;
    case ColumnRole::kSupport:
    case ColumnRole::kProduct:
    case ColumnRole::kStart:
      return 3;
    default:
      return 1;
  }
}

class CellSplitter {
 public:
  CellSplitter(std::string_view row, const std::vector<size_t>& line_begins,
               const std::vector<bool>& blank_before, const TableColumns& columns,
               const RuleSet& rules)
      : row_(row),
        line_begins_(line_begins),
        blank_before_(blank_before),
        roles_(columns.roles),
        rules_(rules) {
    has_blanks_ = std::any_of(blank_before.begin(), blank_before.end(), [](bool b) { return b; });
    for (size_t i = 0; i < row_.size(); i += DecodeAt(row_, i).size) {
      if (row_[i] != ' ' && (i == 0 || row_[i - 1] == ' ')) words_.push_back(i);
    }
  }

  LinearCells Split() {
    LinearCells out;
    out.cells.resize(roles_.size());
    if (row_.size() <= kLongestRow) Try(0, 0, 0);
    if (best_.empty() || tries_ > kMostTries) {
      KeepName(out.cells);
      return out;
    }
    out.cells = best_;
    out.score = best_score_;
    out.certain =
        (rival_score_ == kNone || best_score_ - rival_score_ >= kMargin) && !MayBeOfTheText();
    if (!out.certain) {
      for (size_t c = 0; c < roles_.size(); ++c) {
        if (Matters(roles_[c])) out.cells[c] = {};
      }
    }
    return out;
  }

 private:
  using Cells = std::vector<LinearRow::Range>;
  static constexpr int kNone = -1000;

  static bool Matters(ColumnRole role) {
    const auto shape = ShapeOf(role);
    return shape == Shape::kBodies || shape == Shape::kLabelled || shape == Shape::kNumber;
  }

  // "Hướng dẫn cấp chứng chỉ Cục Quản lý xây dựng | Sở Xây dựng": the first body may be the lead,
  // or the end of the text, and then the second leads.
  [[nodiscard]] bool MayBeOfTheText() const {
    size_t bodies = 0;
    bool in_line = false, behind_body = false;
    for (size_t c = 0; c < roles_.size(); ++c) {
      if (IsName(roles_[c])) behind_body = HoldsEndOfLine(best_[c]);
      if (ShapeOf(roles_[c]) != Shape::kBodies || best_[c].begin == best_[c].end) continue;
      ++bodies;
      const bool behind_name = c > 0 && IsName(roles_[c - 1]);
      in_line |= behind_name && !IsLineBegin(best_[c].begin);
    }
    return bodies > 0 && (behind_body || (in_line && bodies > 1));
  }

  // A line of the text ends with a body that nothing before it speaks to or of.
  [[nodiscard]] bool HoldsEndOfLine(const LinearRow::Range& text) const {
    return std::any_of(words_.begin(), words_.end(), [&](size_t at) {
      if (at <= text.begin || at >= text.end || !IsUpper(DecodeAt(row_, at).code_point))
        return false;
      if (!BeginsBody(at)) return false;
      const size_t line = LineOf(at);
      const size_t end =
          line < line_begins_.size() ? std::min(text.end, line_begins_[line]) : text.end;
      return !Says(Trim(row_.substr(text.begin, at - text.begin)), "takes_body") &&
             !Says(row_.substr(at, end - at), "not_agency");
    });
  }

  // Nothing could be told apart: all is the name's.
  void KeepName(Cells& cells) const {
    for (size_t c = 0; c < roles_.size(); ++c) {
      if (IsName(roles_[c])) cells[c] = {0, row_.size()};
    }
  }

  // All ways to divide what is left from word `w` on among the columns from `c` on.
  void Try(size_t c, size_t w, int score) {
    if (++tries_ > kMostTries) return;
    if (c == 0) cells_.assign(roles_.size(), {});
    while (c < roles_.size() && roles_[c] == ColumnRole::kOrdinal) ++c;
    if (c == roles_.size()) {
      if (w == words_.size()) Keep(score);
      return;
    }
    const bool number = ShapeOf(roles_[c]) == Shape::kNumber;
    if (!IsName(roles_[c]) && !number) {
      cells_[c] = {};
      Try(c + 1, w, score - CostOfEmpty(roles_[c]));
    }
    if (w == words_.size()) return;
    const auto begin = BeginScore(c, words_[w], w > 0);
    if (!begin) return;
    for (size_t end = w + 1; end <= words_.size(); ++end) {
      if (end < words_.size() && !MayEnd(words_[w], words_[end])) continue;
      const auto inside = InnerScore(c, words_[w], PlaceOf(end));
      if (!inside) continue;
      cells_[c] = {words_[w], PlaceOf(end)};
      Try(c + 1, end, score + *begin + *inside);
    }
    cells_[c] = {};
  }

  [[nodiscard]] size_t PlaceOf(size_t word) const {
    return word < words_.size() ? words_[word] : row_.size();
  }

  // A cell ends at a line's end, or in the line in which it began.
  [[nodiscard]] bool MayEnd(size_t begin, size_t end) const {
    return IsLineBegin(end) || LineOf(begin) == LineOf(end);
  }

  [[nodiscard]] size_t LineOf(size_t at) const {
    return static_cast<size_t>(std::upper_bound(line_begins_.begin(), line_begins_.end(), at) -
                               line_begins_.begin());
  }
  [[nodiscard]] bool IsLineBegin(size_t at) const {
    return std::binary_search(line_begins_.begin(), line_begins_.end(), at);
  }
  [[nodiscard]] bool BlankBefore(size_t at) const {
    return IsLineBegin(at) && blank_before_[LineOf(at) - 1];
  }

  void Keep(int score) {
    const auto differs = [this](const Cells& other) {
      for (size_t c = 0; c < roles_.size(); ++c) {
        if (Matters(roles_[c]) && Text(other[c]) != Text(cells_[c])) return true;
      }
      return false;
    };
    if (best_.empty()) {
      best_score_ = score;
      best_ = cells_;
    } else if (score > best_score_) {
      if (differs(best_)) rival_score_ = best_score_;
      best_score_ = score;
      best_ = cells_;
    } else if (differs(best_)) {
      rival_score_ = std::max(rival_score_, score);
    }
  }

  [[nodiscard]] std::string_view Text(const LinearRow::Range& range) const {
    return Trim(row_.substr(range.begin, range.end - range.begin));
  }

  [[nodiscard]] bool Says(std::string_view text, std::string_view role) const {
    return HasRole(rules_.group("linear_tables"), text, role);
  }
  [[nodiscard]] bool Begins(size_t at, std::string_view role) const {
    const auto [it, fresh] = begins_.try_emplace({at, role}, false);
    if (!fresh) return it->second;
    const std::string_view rest = row_.substr(at, FloorCodePoint(row_.substr(at), 120));
    for (const Match& match : rules_.group("linear_tables").FindAll(rest)) {
      if (match.begin == 0 && (*match.rule)["role"] == role) return it->second = true;
    }
    return false;
  }
  [[nodiscard]] bool BeginsBody(size_t at) const {
    const auto [it, fresh] = bodies_.try_emplace(at, false);
    if (fresh) it->second = BodyHeadEnd(row_, at, rules_).has_value();
    return it->second;
  }

  // nullopt where no cell of the column can begin.
  [[nodiscard]] std::optional<int> BeginScore(size_t c, size_t at, bool behind_cell) const {
    int score = IsLineBegin(at) ? kLineBegin : 0;
    if (BlankBefore(at)) score += kAfterBlank;
    const Shape shape = *ShapeOf(roles_[c]);
    const bool small = IsLower(DecodeAt(row_, at).code_point);
    const std::string_view before = Trim(row_.substr(0, at));
    switch (shape) {
      case Shape::kText:
      case Shape::kProduct:
        if (small) return std::nullopt;
        if (shape == Shape::kProduct && Begins(at, "product_start")) {
          score += kKnownBeginning;
        } else if (shape == Shape::kText && !IsName(roles_[c]) && Begins(at, "note_start")) {
          score += kKnownBeginning;
        } else if (behind_cell && !IsLineBegin(at) && BehindText(c)) {
          return std::nullopt;
        }
        if (behind_cell && Says(before, "takes_body") && !EndsInName(before)) return std::nullopt;
        return score;
      case Shape::kBodies:
      case Shape::kLabelled:
        if (shape == Shape::kLabelled && BeginsLabel(at)) return score + kKnownBeginning;
        if (!BeginsBody(at)) return std::nullopt;
        if (small && (!IsLineBegin(at) || roles_[c] != ColumnRole::kSupport)) return std::nullopt;
        if (behind_cell && BehindText(c) && Says(before, "takes_body") && !BehindWholeProduct(c))
          return std::nullopt;
        if (before.ends_with(',') || ToLower(before).ends_with(" và")) return std::nullopt;
        return score;
      case Shape::kTime:
        if (small || !Begins(at, "deadline_start")) return std::nullopt;
        return score + kKnownBeginning;
      default:
        return score;
    }
  }

  [[nodiscard]] bool BeginsLabel(size_t at) const {
    std::string_view rest = row_.substr(at, FloorCodePoint(row_.substr(at), 40));
    for (std::string_view bullet : {"- ", "+ ", "– "}) {
      if (rest.starts_with(bullet)) rest.remove_prefix(bullet.size());
    }
    const std::string folded = ToLower(rest);
    return folded.starts_with("chủ trì:") || folded.starts_with("cơ quan chủ trì:") ||
           folded.starts_with("đơn vị chủ trì:");
  }

  // The cell before is one of free words, whose end only its line shows.
  [[nodiscard]] bool BehindText(size_t c) const {
    for (size_t k = c; k-- > 0;) {
      if (cells_[k].begin == cells_[k].end) continue;
      const auto shape = ShapeOf(roles_[k]);
      return shape == Shape::kText || shape == Shape::kProduct;
    }
    return true;
  }

  // "của Văn phòng Bộ": the last word is a name's.
  [[nodiscard]] static bool EndsInName(std::string_view text) {
    const size_t blank = text.rfind(' ');
    return blank != std::string_view::npos && IsUpper(DecodeAt(text, blank + 1).code_point);
  }

  // "Báo cáo" is a whole cell, though it could speak to a body; "Quyết định của" is none.
  [[nodiscard]] bool BehindWholeProduct(size_t c) const {
    if (c == 0 || ShapeOf(roles_[c - 1]) != Shape::kProduct) return false;
    const std::string_view product = Text(cells_[c - 1]);
    for (const Match& match : rules_.group("linear_tables").FindAll(product)) {
      if ((*match.rule)["role"] == "product_start" && match.begin == 0 &&
          match.end == product.size())
        return true;
    }
    return false;
  }

  // nullopt where the words are none that the column holds.
  [[nodiscard]] std::optional<int> InnerScore(size_t c, size_t begin, size_t end) {
    const Shape shape = *ShapeOf(roles_[c]);
    if (!IsName(roles_[c]) && shape != Shape::kTime && IsBetweenLines(c, begin, end))
      return std::nullopt;
    if (IsName(roles_[c]) && IsOnlyTime(begin, Text({begin, end}))) return std::nullopt;
    const auto [it, fresh] = known_.try_emplace({static_cast<int>(shape), begin, end});
    if (fresh) it->second = ScoreOf(shape, begin, end);
    return it->second;
  }

  [[nodiscard]] std::optional<int> ScoreOf(Shape shape, size_t begin, size_t end) const {
    const std::string_view text = Trim(row_.substr(begin, end - begin));
    switch (shape) {
      case Shape::kText:
      case Shape::kProduct:
        return ScoreOfText(begin, end);
      case Shape::kBodies:
        return AreBodies(SplitAgencies(text, rules_)) && IsOneCell(begin, end) &&
                       !HoldsTime(begin, end)
                   ? std::optional(2)
                   : std::nullopt;
      case Shape::kLabelled: {
        const LeadAndSupport roles = ReadLeadAndSupportCell(text, rules_);
        const bool fits = AreBodies(roles.lead) &&
                          (roles.support.empty() || AreBodies(roles.support)) &&
                          (roles.labelled ? HasOneLead(text) : IsOneCell(begin, end));
        return fits ? std::optional(2) : std::nullopt;
      }
      case Shape::kTime:
        return ReadDeadlineCell(text, {}, rules_).kind != DeadlineKind::kNone &&
                       !HoldsEndOfLine({begin, end})
                   ? std::optional(2)
                   : std::nullopt;
      case Shape::kUnit:
        if (UnitInBrackets("(" + std::string(text) + ")", rules_)) return 2;
        return LooksLikeUnit(begin, text) ? std::optional(0) : std::nullopt;
      case Shape::kNumber:
        return IsNumber(text) ? std::optional(0) : std::nullopt;
    }
    return std::nullopt;
  }

  // "Thường xuyên", "Trước ngày" | "15/12/2025"
  [[nodiscard]] bool IsOnlyTime(size_t begin, std::string_view text) const {
    constexpr ptrdiff_t kFewBlanks = 2;
    return std::count(text.begin(), text.end(), ' ') <= kFewBlanks &&
           Begins(begin, "deadline_start");
  }

  // Bodies, times and documents that stand on lines of their own in a text are other cells.
  [[nodiscard]] int ScoreOfText(size_t begin, size_t end) const {
    int score = 0;
    for (size_t at : line_begins_) {
      if (at <= begin || at >= end) continue;
      if (BlankBefore(at)) score -= 4;
      if (IsLower(DecodeAt(row_, at).code_point)) continue;
      const bool body = BeginsBody(at) && !Says(Trim(row_.substr(begin, at - begin)), "takes_body");
      if (body || Begins(at, "deadline_start")) score -= 2;
    }
    return score;
  }

  // A cell that began in a line of the text before it and goes on below, or in a line between the
  // lines of that text: whose words the next line holds can't be told.
  [[nodiscard]] bool IsBetweenLines(size_t c, size_t begin, size_t end) const {
    const bool text = BehindText(c);
    if (!text && !has_blanks_) return false;
    const bool apart = has_blanks_ ? BlankBefore(begin) : IsLineBegin(begin);
    if (apart) return false;
    return std::any_of(line_begins_.begin(), line_begins_.end(), [&](size_t at) {
      return at > begin && at < end && (text || IsLower(DecodeAt(row_, at).code_point));
    });
  }

  [[nodiscard]] bool AreBodies(const std::vector<std::string>& names) const {
    return !names.empty() && std::all_of(names.begin(), names.end(), [this](const auto& name) {
      return BodyHeadEnd(name, 0, rules_).has_value() && !Says(name, "not_agency") &&
             !IsUnfinished(name);
    });
  }

  // "Văn phòng Cục | Trước Tết Nguyên đán"
  [[nodiscard]] bool HoldsTime(size_t begin, size_t end) const {
    return std::any_of(words_.begin(), words_.end(), [&](size_t at) {
      return at > begin && at < end && IsUpper(DecodeAt(row_, at).code_point) &&
             Begins(at, "deadline_start");
    });
  }

  // Bodies of one cell are set off by ',', ';' or "và".
  [[nodiscard]] bool IsOneCell(size_t begin, size_t end) const {
    const std::string_view text = row_.substr(0, end);
    size_t inside = BodyHeadEnd(text, begin, rules_).value_or(begin);
    for (size_t at : words_) {
      if (at <= begin || at < inside || at >= end) continue;
      const auto head = BodyHeadEnd(text, at, rules_);
      if (!head) continue;
      const std::string before = ToLower(Trim(row_.substr(begin, at - begin)));
      const bool separated =
          std::any_of(std::begin(kSeparators), std::end(kSeparators),
                      [&before](std::string_view mark) { return before.ends_with(mark); });
      inside = *head;
      if (!separated && IsUpper(DecodeAt(row_, at).code_point) && !IsUnfinished(before))
        return false;
    }
    return true;
  }

  [[nodiscard]] bool IsUnfinished(std::string_view before) const {
    const std::string text(Trim(before));
    const size_t cut = text.find_last_of(",;");
    const std::string last(
        Trim(std::string_view(text).substr(cut == std::string::npos ? 0 : cut + 1)));
    for (const Match& match : rules_.group("agencies_split").FindAll(last)) {
      if ((*match.rule)["role"] == "unfinished" && match.end == last.size()) return true;
    }
    return false;
  }

  [[nodiscard]] static bool HasOneLead(std::string_view text) {
    const std::string folded = ToLower(text);
    const size_t first = folded.find("chủ trì");
    return first != std::string::npos && folded.find("chủ trì", first + 1) == std::string::npos;
  }

  // "đơn", "giải pháp": a few small words on lines of their own, above a number.
  [[nodiscard]] bool LooksLikeUnit(size_t begin, std::string_view text) const {
    if (!BlankBefore(begin) || text.size() > kLongestNumber) return false;
    return IsLower(DecodeAt(text, 0).code_point) &&
           text.find_first_of("0123456789.;:") == std::string_view::npos;
  }

  [[nodiscard]] bool IsNumber(std::string_view text) const {
    if (text.size() > kLongestNumber) return false;
    if (IsBlankCell(text, rules_)) return true;
    const std::vector<Quantity> goals = ReadQuantityCell(text, rules_);
    return goals.size() == 1 && goals[0].begin == 0 && goals[0].end == text.size();
  }

  static constexpr std::string_view kSeparators[] = {",", ";", " và", "/", "&", "-", "–"};

  std::string_view row_;
  const std::vector<size_t>& line_begins_;
  const std::vector<bool>& blank_before_;
  const std::vector<ColumnRole>& roles_;
  const RuleSet& rules_;
  bool has_blanks_ = false;
  std::vector<size_t> words_;
  Cells cells_, best_;
  int best_score_ = kNone, rival_score_ = kNone;
  size_t tries_ = 0;
  std::map<std::tuple<int, size_t, size_t>, std::optional<int>> known_;
  mutable std::map<std::pair<size_t, std::string_view>, bool> begins_;  // what is asked often
  mutable std::map<size_t, bool> bodies_;
};

}  // namespace

bool LinearCells::HasLead(const TableColumns& columns) const {
  const auto lead = columns.Find(columns.Find(ColumnRole::kLeadSupport) ? ColumnRole::kLeadSupport
                                                                        : ColumnRole::kLead);
  return lead && cells[*lead].begin < cells[*lead].end;
}

bool LookAlike(ColumnRole a, ColumnRole b) { return ShapeOf(a) == ShapeOf(b); }

bool CanSplitCells(const TableColumns& columns) {
  const auto name = columns.Name();
  return name && std::all_of(columns.roles.begin(), columns.roles.end(), [](ColumnRole role) {
           return role == ColumnRole::kOrdinal || ShapeOf(role).has_value();
         });
}

LinearCells SplitLinearCells(std::string_view row, const std::vector<size_t>& line_begins,
                             const std::vector<bool>& blank_before, const TableColumns& columns,
                             const RuleSet& rules) {
  return CellSplitter(row, line_begins, blank_before, columns, rules).Split();
}

}  // namespace congvan::rules
