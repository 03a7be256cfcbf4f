#include "linear_row.h"

#include <algorithm>
#include <optional>

#include "agency_names.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "roles.h"
#include "rules/agency.h"
#include "rules/deadline.h"

namespace congvan::rules {
namespace {

class RowSplitter {
 public:
  RowSplitter(std::string_view row, const std::vector<size_t>& line_begins,
              const std::vector<bool>& blank_before, const RuleSet& rules)
      : row_(row), line_begins_(line_begins), blank_before_(blank_before), rules_(rules) {}

  LinearRow Split() {
    LinearRow out;
    // A row without bodies, deadline and note is a heading over sub-rows: all of it is its text.
    if (const size_t label = LabelledBodies(); label != 0) return SplitAtLabel(label);
    bool doubtful = false, any = false;
    for (bool behind_comma : {false, true}) {
      for (size_t begin : TaskEnds(behind_comma)) {
        any = true;
        if (TryBodies(begin, out, doubtful)) return out;
        // More bodies than two cells hold: which of them is the lead can't be told.
        if (doubtful) return Uncertain();
      }
    }
    if (!HasDeadline()) return {{{0, row_.size()}}, {}, {}, {}, {}, true};
    LinearRow rest = Uncertain();
    rest.without_body = !any;
    return rest;
  }

 private:
  // Where "Chủ trì:" or its bullet begins, on a line of its own; 0 where no label does.
  [[nodiscard]] size_t LabelledBodies() const {
    for (const Match& match : rules_.group("agencies_split").FindAll(row_)) {
      if ((*match.rule)["role"] != "label" || (*match.rule)["party"] != "lead") continue;
      size_t at = match.begin;
      for (std::string_view bullet : {"- ", "+ ", "– "}) {
        if (at >= bullet.size() && row_.substr(at - bullet.size(), bullet.size()) == bullet)
          at -= bullet.size();
      }
      if (at > 0 && (IsLineBegin(at) || IsLineBegin(match.begin))) return at;
    }
    return 0;
  }

  // The labels tell the bodies from the task; only the deadline's beginning is still to be found.
  [[nodiscard]] LinearRow SplitAtLabel(size_t label) const {
    size_t deadline = row_.size();
    for (size_t at : line_begins_) {
      if (at <= label || !IsUpperOrDigit(at) || !Begins(at, "deadline_start")) continue;
      if (ReadDeadlineCell(row_.substr(at), {}, rules_).kind == DeadlineKind::kNone) continue;
      deadline = at;
      break;
    }
    LinearRow out;
    out.task = {{0, label}};
    out.deadline = {deadline, row_.size()};
    const LeadAndSupport roles =
        ReadLeadAndSupportCell(row_.substr(label, deadline - label), rules_);
    const auto is_body = [this](const std::string& name) {
      return BodyHeadEnd(name, 0, rules_).has_value() && !Says(name, "not_agency");
    };
    out.certain = !roles.lead.empty() &&
                  std::all_of(roles.lead.begin(), roles.lead.end(), is_body) &&
                  std::all_of(roles.support.begin(), roles.support.end(), is_body);
    if (out.certain) out.lead = {label, deadline};
    return out;
  }

  [[nodiscard]] bool IsUpperOrDigit(size_t at) const {
    const char32_t c = DecodeAt(row_, at).code_point;
    return IsUpper(c) || (c >= '0' && c <= '9');
  }

  // All is the task's, but for a deadline that ends the row: inside a sentence it would not begin
  // with a capital.
  [[nodiscard]] LinearRow Uncertain() const {
    LinearRow out;
    size_t end = row_.size();
    for (size_t at : WordBegins(1)) {
      if (!IsUpper(DecodeAt(row_, at).code_point) || !Begins(at, "deadline_start")) continue;
      if (ReadDeadlineCell(row_.substr(at), {}, rules_).kind == DeadlineKind::kNone) continue;
      end = at;
      break;
    }
    out.task = {{0, end}};
    out.deadline = {end, row_.size()};
    return out;
  }

  [[nodiscard]] bool IsLineBegin(size_t at) const {
    return std::binary_search(line_begins_.begin(), line_begins_.end(), at);
  }

  [[nodiscard]] bool BlankBefore(size_t at) const {
    const auto it = std::lower_bound(line_begins_.begin(), line_begins_.end(), at);
    return it != line_begins_.end() && *it == at &&
           blank_before_[static_cast<size_t>(it - line_begins_.begin())];
  }

  [[nodiscard]] std::vector<size_t> WordBegins(size_t from) const {
    std::vector<size_t> out;
    for (size_t i = from; i < row_.size(); i += DecodeAt(row_, i).size) {
      if (row_[i] != ' ' && (i == 0 || row_[i - 1] == ' ')) out.push_back(i);
    }
    return out;
  }

  // Where the bodies may begin: at a line, or behind the end of a sentence.
  [[nodiscard]] std::vector<size_t> TaskEnds(bool behind_comma) const {
    std::vector<size_t> out;
    for (size_t at : WordBegins(1)) {
      const char before = at >= 2 ? row_[at - 2] : ' ';
      const bool sentence = before == '.' || before == ';' || before == ')' || before == ':';
      const bool place = behind_comma ? before == ',' : sentence || IsLineBegin(at);
      const bool body =
          place && BodyHeadEnd(row_, at, rules_) && IsUpper(DecodeAt(row_, at).code_point);
      // "... cho các" | "Sở Xây dựng": the sentence goes on.
      const bool object =
          !sentence && !behind_comma && Says(Trim(row_.substr(0, at)), "takes_body");
      if (body && !object) out.push_back(at);
    }
    return out;
  }

  [[nodiscard]] bool Begins(size_t at, std::string_view role) const {
    const std::string_view rest = row_.substr(at, FloorCodePoint(row_.substr(at), 120));
    const Decoded first = DecodeAt(rest, 0);
    if (IsLower(first.code_point)) return false;
    for (const Match& match : rules_.group("linear_tables").FindAll(rest)) {
      if (match.begin == 0 && (*match.rule)["role"] == role) return true;
    }
    return false;
  }

  [[nodiscard]] bool HasDeadline() const {
    const auto words = WordBegins(1);
    return std::any_of(words.begin(), words.end(),
                       [this](size_t at) { return Begins(at, "deadline_start"); });
  }

  // From `begin` on only bodies, up to the deadline, the note or the end.
  bool TryBodies(size_t begin, LinearRow& out, bool& doubtful) const {
    size_t deadline = row_.size(), note = row_.size();
    for (size_t at : WordBegins(begin + 1)) {
      if (deadline == row_.size() && Begins(at, "deadline_start")) deadline = at;
      if (Begins(at, "note_start")) {
        note = at;
        break;
      }
    }
    if (deadline > note) deadline = note;
    const size_t end = std::min(deadline, note);
    const auto chunks = Chunks(begin, end, doubtful);
    if (!chunks) return false;
    // "... tài liệu Phòng Bảo quản" | "Phòng Thu thập": the lead may be the one in the first line.
    // A body below the deadline: the cells stand in some other order.
    doubtful = EndsWithBody(begin) || HoldsBodyInside(begin) || HoldsBodyBelow(deadline) ||
               StandsBetweenLines(begin, (*chunks)[0].end);
    if (doubtful) return false;
    out.task = {{0, begin}};
    out.lead = (*chunks)[0];
    if (chunks->size() == 2) out.support = (*chunks)[1];
    out.deadline = {deadline, note};
    out.note = {note, row_.size()};
    TakeTail(out);
    out.certain = true;
    return true;
  }

  // The last line of the task ends with a body that nothing in it speaks to or of.
  [[nodiscard]] bool EndsWithBody(size_t end) const {
    const auto line = std::lower_bound(line_begins_.begin(), line_begins_.end(), end);
    const size_t from = line == line_begins_.begin() ? 0 : *(line - 1);
    for (size_t at : WordBegins(from + 1)) {
      if (at >= end) break;
      const std::string before(Trim(row_.substr(from, at - from)));
      if (!IsUpper(DecodeAt(row_, at).code_point) || before.empty()) continue;
      if (!BodyHeadEnd(row_.substr(0, end), at, rules_) || Says(before, "takes_body")) continue;
      return !Says(row_.substr(at, end - at), "not_agency");
    }
    return false;
  }

  // Where empty lines part the cells, a body below the lines of an open sentence, with further
  // lines below it: whose words these are can't be told.
  [[nodiscard]] bool StandsBetweenLines(size_t begin, size_t end) const {
    const bool parted =
        std::any_of(blank_before_.begin(), blank_before_.end(), [](bool blank) { return blank; });
    const std::string_view before = Trim(row_.substr(0, begin));
    if (!parted || BlankBefore(begin) || before.ends_with('.') || before.ends_with(';'))
      return false;
    return std::any_of(line_begins_.begin(), line_begins_.end(),
                       [&](size_t at) { return at > begin && at < end && !BlankBefore(at); });
  }

  [[nodiscard]] bool HoldsBodyBelow(size_t deadline) const {
    const auto words = WordBegins(std::min(deadline + 1, row_.size()));
    return std::any_of(words.begin(), words.end(), [&](size_t at) {
      const char before = at >= 2 ? row_[at - 2] : ' ';  // "15/11/2025 Trường Tiểu học"
      const bool place = IsLineBegin(at) || (before >= '0' && before <= '9');
      return place && IsUpper(DecodeAt(row_, at).code_point) &&
             BodyHeadEnd(row_, at, rules_).has_value();
    });
  }

  // A line of the task that is a body, and the sentence goes on below it: the cells stand between
  // each other's lines.
  [[nodiscard]] bool HoldsBodyInside(size_t end) const {
    for (size_t k = 1; k + 1 < line_begins_.size() && line_begins_[k + 1] < end; ++k) {
      const size_t at = line_begins_[k], next = line_begins_[k + 1];
      if (!IsUpper(DecodeAt(row_, at).code_point) || !BodyHeadEnd(row_, at, rules_)) continue;
      if (IsLower(DecodeAt(row_, next).code_point) &&
          !Says(Trim(row_.substr(at, next - at)), "not_agency"))
        return true;
    }
    return false;
  }

  [[nodiscard]] bool Says(std::string_view text, std::string_view role) const {
    return HasRole(rules_.group("linear_tables"), text, role);
  }

  // Bodies of one cell are set off by ',', ';' or "và"; a body without any of these before it
  // begins the next cell, which no small letter does ("Sở Xây dựng | các tỉnh" is one name) but
  // that of "các cơ quan, đơn vị liên quan".
  // nullopt when the text holds anything but bodies; `doubtful` when it holds more than two cells.
  [[nodiscard]] std::optional<std::vector<LinearRow::Range>> Chunks(size_t begin, size_t end,
                                                                    bool& doubtful) const {
    const std::string_view text = row_.substr(0, end);
    if (Says(Trim(row_.substr(begin, end - begin)), "not_agency")) return std::nullopt;
    std::vector<size_t> cuts, soft_cuts;
    size_t inside = BodyHeadEnd(text, begin, rules_)
                        .value_or(begin);  // words that belong to the head of one name
    for (size_t at : WordBegins(begin + 1)) {
      if (at >= end) break;
      if (at < inside) continue;
      const auto head = BodyHeadEnd(text, at, rules_);
      if (!head || Unfinished(row_.substr(begin, at - begin))) continue;
      inside = *head;
      const std::string before = ToLower(Trim(row_.substr(begin, at - begin)));
      const bool separated = before.ends_with(",") || before.ends_with(";") ||
                             before.ends_with(" và") || before.ends_with("/") ||
                             before.ends_with("&") || before.ends_with("-") ||
                             before.ends_with("–");
      const bool begins = !IsLower(DecodeAt(row_, at).code_point) || IsCollective(at, end);
      if (!separated && begins) cuts.push_back(at);
      if (separated && BlankBefore(at)) soft_cuts.push_back(at);
    }
    if (cuts.empty() && soft_cuts.size() == 1) cuts = soft_cuts;
    doubtful = cuts.size() > 1;
    if (doubtful) return std::nullopt;
    std::vector<LinearRow::Range> out;
    if (cuts.empty()) {
      out = {{begin, end}};
    } else {
      out = {{begin, cuts[0]}, {cuts[0], end}};
    }
    return out;
  }

  [[nodiscard]] bool IsCollective(size_t at, size_t end) const {
    const std::string_view rest = row_.substr(at - 1, end - at + 1);
    const auto found = rules_.group("agencies_split").FindAll(rest);
    return std::any_of(found.begin(), found.end(), [](const Match& match) {
      return match.begin == 0 && (*match.rule)["role"] == "collective";
    });
  }

  [[nodiscard]] bool Unfinished(std::string_view before) const {
    const std::string text(Trim(before));
    const size_t cut = text.find_last_of(",;");
    const std::string last(
        Trim(std::string_view(text).substr(cut == std::string::npos ? 0 : cut + 1)));
    for (const Match& match : rules_.group("agencies_split").FindAll(last)) {
      if ((*match.rule)["role"] == "unfinished" && match.end == last.size()) return true;
    }
    return false;
  }

  // "... về tháo gỡ, | UBND xã | ... | Thông báo số 46 | vướng mắc trong triển khai ...": the rest
  // of the task, from the next page.
  void TakeTail(LinearRow& out) const {
    const std::string_view task = Trim(row_.substr(0, out.task[0].end));
    const char last = task.empty() ? '.' : task.back();
    if (last == '.' || last == ';' || last == ':') return;
    for (size_t at : line_begins_) {
      if (at <= out.note.begin || at >= row_.size() || out.note.begin == row_.size()) continue;
      if (!IsLower(DecodeAt(row_, at).code_point)) continue;
      const std::string note(Trim(row_.substr(out.note.begin, at - out.note.begin)));
      const bool note_done =
          !note.empty() &&
          IsUpper(DecodeAt(note, FloorCodePoint(note, note.size() - 1)).code_point);
      if (!note_done) continue;
      out.task.push_back({at, row_.size()});
      out.note.end = at;
      return;
    }
  }

  std::string_view row_;
  const std::vector<size_t>& line_begins_;
  const std::vector<bool>& blank_before_;
  const RuleSet& rules_;
};

}  // namespace

LinearRow SplitLinearRow(std::string_view row, const std::vector<size_t>& line_begins,
                         const std::vector<bool>& blank_before, const RuleSet& rules) {
  return RowSplitter(row, line_begins, blank_before, rules).Split();
}

}  // namespace congvan::rules
