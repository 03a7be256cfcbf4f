#include "linear_table.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <limits>
#include <optional>
#include <string>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "linear_cells.h"
#include "linear_row.h"

namespace congvan::rules {
namespace {

constexpr size_t kHeadSearch =
    12;  // paragraphs behind the annex heading in which the head may begin
constexpr size_t kMaxHeadLines = 14;

// "S T T Nội dung nhiệm vụ Cơ quan thực hiện" -> {"STT", "Nội dung nhiệm vụ", "Cơ quan thực hiện"}:
// headings begin with a capital.
std::vector<std::string> SplitHeadings(const std::string& line) {
  std::vector<std::string> out;
  std::string rest = line;
  for (std::string_view ordinal :
       {"S T T ", "STT ", "T T ", "TT ", "Số TT ", "Stt ", "Số thứ tự "}) {
    if (!rest.starts_with(ordinal)) continue;
    out.emplace_back("STT");
    rest.erase(0, ordinal.size());
    break;
  }
  if (out.empty() || IsAllUpper(rest)) return {};
  for (size_t i = 0; i < rest.size();) {
    const size_t end = std::min(rest.find(' ', i), rest.size());
    const std::string word = rest.substr(i, end - i);
    const char before = i >= 2 ? rest[i - 2] : ' ';
    const bool starts = IsUpper(DecodeAt(word, 0).code_point) && before != '/' && before != ',';
    if (starts || out.size() == 1) {
      out.push_back(word);
    } else {
      out.back() += " " + word;
    }
    i = end + 1;
  }
  return out;
}

std::vector<Heading> OneLevel(const std::vector<std::string>& headings) {
  std::vector<Heading> out;
  for (const std::string& heading : headings) out.push_back({heading});
  return out;
}

class Rebuilder {
 public:
  Rebuilder(const NormalizedText& text, const RuleSet& rules, std::vector<Diagnostic>& notes)
      : text_(text), rules_(rules), notes_(notes) {}

  std::optional<LogicalTable> Rebuild(size_t from, size_t to) {
    for (size_t i = from; i < std::min(to, from + kHeadSearch); ++i) {
      const size_t head_end = FindHead(i, to);
      if (head_end == 0) continue;
      table_.begin = text_.paragraphs[i].span.begin;
      const NormSpan head{table_.begin, text_.paragraphs[head_end - 1].span.end};
      table_.heads.assign(table_.columns.roles.size(), {head});
      const Rebuilder as_printed = *this;
      ReadRows(head_end, to);
      if (!usual_order_ && HeadIsScattered(i, head_end)) TryOtherOrders(as_printed, head_end, to);
      DropMergedLeads();
      notes_.insert(notes_.end(), doubts_.begin(), doubts_.end());
      return table_.rows.empty() ? std::nullopt : std::optional(std::move(table_));
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::string_view Text(size_t i) const {
    return Trim(text_.paragraphs[i].span.Of(text_.text));
  }

  // Headings with empty lines between them were put in order by their height on the page, which may
  // be another order than that of the columns.
  [[nodiscard]] bool HeadIsScattered(size_t begin, size_t end) const {
    size_t apart = 0;
    for (size_t i = begin + 1; i < end; ++i) apart += text_.paragraphs[i].after_blank ? 1 : 0;
    return apart >= 2;
  }

  // The rows as they are when one heading has moved, where the first of them fit that clearly
  // better.
  void TryOtherOrders(const Rebuilder& as_printed, size_t from, size_t to) {
    constexpr int kClearly = 8;
    const auto fit_of = [&](const TableColumns& columns) {
      constexpr size_t kFirstRows = 8;
      Rebuilder sample = as_printed;
      sample.table_.columns = columns;
      sample.most_rows_ = kFirstRows;
      sample.ReadRows(from, to);
      return sample.fit_;
    };
    const size_t count = table_.columns.roles.size();
    int best = fit_of(as_printed.table_.columns) + kClearly;
    std::optional<TableColumns> order;
    for (size_t source = 1; source < count; ++source) {
      for (size_t target = 1; target < count; ++target) {
        if (target == source || target + 1 == source) continue;
        TableColumns columns = as_printed.table_.columns;
        if (!MoveColumn(columns, source, target)) continue;
        const int fit = fit_of(columns);
        if (fit <= best) continue;
        best = fit;
        order = std::move(columns);
      }
    }
    if (!order) return;
    Rebuilder other = as_printed;
    other.table_.columns = *std::move(order);
    other.ReadRows(from, to);
    Take(std::move(other));
  }

  void Take(Rebuilder&& other) {
    table_ = std::move(other.table_);
    doubts_ = std::move(other.doubts_);
    fit_ = other.fit_;
    without_body_ = other.without_body_;
  }

  // False where the column would pass another one whose cells look the same: no row tells them
  // apart.
  static bool MoveColumn(TableColumns& columns, size_t source, size_t target) {
    const auto [low, high] = std::minmax(source, target);
    for (size_t k = low; k <= high; ++k) {
      if (k != source && LookAlike(columns.roles[k], columns.roles[source])) return false;
    }
    const auto move = [source = static_cast<ptrdiff_t>(source),
                       target = static_cast<ptrdiff_t>(target)](auto& list) {
      const auto from = list.begin() + source, to = list.begin() + target;
      if (source < target) {
        std::rotate(from, from + 1, to + 1);
      } else {
        std::rotate(to, from, from + 1);
      }
    };
    move(columns.roles);
    move(columns.years);
    move(columns.units);
    move(columns.rules);
    return true;
  }

  // Index behind the head that begins at paragraph i; 0 when none does. The longest run of lines
  // that are all headings counts.
  size_t FindHead(size_t i, size_t to) {
    std::string line;
    size_t best = 0;
    for (size_t end = i; end < std::min(to, i + kMaxHeadLines); ++end) {
      if (end > i && IsFirstOrdinal(Text(end))) break;
      line += (line.empty() ? "" : " ") + OneLine(Text(end));
      const std::vector<std::string> headings = SplitHeadings(line);
      if (headings.size() < 3) continue;
      TableColumns columns = ReadColumns(OneLevel(headings), rules_);
      const bool usual = columns.kind == TableKind::kTasks && InUsualOrder(columns);
      const bool known = columns.kind != TableKind::kOther && columns.named == headings.size();
      if (!known) continue;
      if (!usual && (!CanSplitCells(columns) || !YearsRise(columns) || !BeginsRows(end + 1, to))) {
        best = 0;  // what was found is only the first part of it
        continue;
      }
      best = end + 1;
      usual_order_ = usual;
      table_.columns = std::move(columns);
      head_ = FoldForCompare(line);
    }
    return best;
  }

  // Several columns of goals without their years, or years in disorder: the pieces of their
  // headings were mixed.
  static bool YearsRise(const TableColumns& columns) {
    std::vector<std::string> years;
    size_t goals = 0;
    for (size_t c = 0; c < columns.roles.size(); ++c) {
      if (!columns.HoldsGoals(c)) continue;
      ++goals;
      if (columns.years[c]) years.push_back(*columns.years[c]);
    }
    return goals < 2 ||
           (years.size() == goals &&
            std::adjacent_find(years.begin(), years.end(), std::greater_equal<>()) == years.end());
  }

  // Below a head stands the first row, the heading of the first rows or a row of numbers.
  [[nodiscard]] bool BeginsRows(size_t i, size_t to) const {
    if (i >= to) return false;
    const std::string_view line = Text(i);
    if (line.starts_with("(1)")) return true;
    const std::string_view mark = line.substr(0, line.find(' '));
    return IsFirstOrdinal(mark) || IsFirstOrdinal(mark.substr(0, mark.find('.')));
  }

  // "1", "I" on a line of its own: the first row's, not the end of "Thời gian hoàn thành".
  static bool IsFirstOrdinal(std::string_view line) {
    while (line.ends_with('.') || line.ends_with(')')) line.remove_suffix(1);
    return line == "1" || line == "01" || line == "I" || line == "A";
  }

  static bool InUsualOrder(const TableColumns& columns) {
    static constexpr ColumnRole kOrder[] = {
        ColumnRole::kOrdinal, ColumnRole::kTask,     ColumnRole::kLeadSupport, ColumnRole::kLead,
        ColumnRole::kSupport, ColumnRole::kDeadline, ColumnRole::kNote};
    size_t at = 0;
    for (ColumnRole role : columns.roles) {
      while (at < std::size(kOrder) && kOrder[at] != role) ++at;
      if (at == std::size(kOrder)) return false;
      ++at;
    }
    return true;
  }

  // The head again, at the top of the next page.
  [[nodiscard]] size_t RepeatedHead(size_t i, size_t to) const {
    std::string line;
    for (size_t end = i; end < std::min(to, i + kMaxHeadLines); ++end) {
      line += (line.empty() ? "" : " ") + OneLine(Text(end));
      const std::string folded = FoldForCompare(line);
      if (folded == head_) return end + 1;
      if (!head_.starts_with(folded)) return 0;
    }
    return 0;
  }

  struct RowStart {
    std::string ordinal;
    bool group = false;
  };

  [[nodiscard]] std::optional<RowStart> StartOfRow(size_t i) const {
    const std::string_view line = Text(i);
    for (const Match& match : rules_.group("linear_tables").FindAll(line)) {
      if (match.begin != 0) break;
      const std::string_view role = (*match.rule)["role"];
      if (role != "ordinal" && role != "group") continue;
      const std::string number(match.Get(line, "number").value_or(""));
      if (role == "group") return RowStart{number, true};
      if (IsNext(number) && !IsGoal(i, number)) return RowStart{number, false};
    }
    return std::nullopt;
  }

  // "2" between other numbers, in a table of targets.
  [[nodiscard]] bool IsGoal(size_t i, std::string_view number) const {
    if (table_.columns.kind != TableKind::kTargets || Text(i) != number) return false;
    return i + 1 >= text_.paragraphs.size() || !IsUpper(DecodeAt(Text(i + 1), 0).code_point);
  }

  // Rows are numbered one after the other: 7 after 6, 13.1 after 13, 13.2 after 13.1, 14
  // after 13.2.
  [[nodiscard]] bool IsNext(const std::string& number) const {
    int major = 0, minor = 0;
    Parse(number, major, minor);
    if (minor > 0) return major == major_ && minor == minor_ + 1;
    if (after_group_ && major == 1) return true;  // numbered anew in each group
    return major == major_ + 1 || (major_ == 0 && major == 1);
  }

  static void Parse(const std::string& number, int& major, int& minor) {
    const size_t dot = number.find('.');
    const char* end = number.data() + (dot == std::string::npos ? number.size() : dot);
    std::from_chars(number.data(), end, major);
    if (dot != std::string::npos) std::from_chars(end + 1, number.data() + number.size(), minor);
  }

  void ReadRows(size_t from, size_t to) {
    size_t i = from;
    while (i < to && table_.rows.size() < most_rows_) {
      if (const size_t skip = RepeatedHead(i, to); skip > 0) {
        i = skip;
        continue;
      }
      const auto start = StartOfRow(i);
      if (!start) {
        ++i;
        continue;
      }
      i = start->group ? AddGroup(i, to, *start) : AddRow(i, to, *start);
    }
  }

  // Many rows without any body: their lead is a cell merged over several of them, and which rows a
  // name that is left speaks for can't be told.
  void DropMergedLeads() {
    constexpr size_t kFew = 3;
    if (without_body_ * kFew < table_.rows.size() || without_body_ < 2) return;
    for (ColumnRole role : {ColumnRole::kLead, ColumnRole::kLeadSupport, ColumnRole::kSupport}) {
      const auto column = table_.columns.Find(role);
      if (!column) continue;
      for (TableRow& row : table_.rows) row.cells[*column] = {};
    }
  }

  // Paragraph index behind the row that begins at i.
  [[nodiscard]] size_t EndOfRow(size_t i, size_t to) const {
    size_t end = i + 1;
    while (end < to && !StartOfRow(end) && RepeatedHead(end, to) == 0) ++end;
    return end;
  }

  RowCell& CellOf(TableRow& row, ColumnRole role) {
    return row.cells[table_.columns.Find(role).value_or(0)];
  }

  TableRow NewRow() const {
    TableRow row;
    row.cells.resize(table_.columns.roles.size());
    return row;
  }

  // "II" | "I Về bảo đảm kinh phí": a number broken in two.
  size_t AddGroup(size_t i, size_t to, RowStart start) {
    after_group_ = true;
    size_t first = i;
    if (Text(i) == start.ordinal && i + 1 < to) {
      const std::string_view next = Text(i + 1);
      const size_t blank = next.find(' ');
      const bool goes_on = blank != std::string_view::npos &&
                           next.substr(0, blank).find_first_not_of("IVX") == std::string_view::npos;
      if (goes_on) start.ordinal += std::string(next.substr(0, blank));
      first = i + 1;
    }
    TableRow row = NewRow();
    CellOf(row, ColumnRole::kOrdinal).text = start.ordinal;
    CellOf(row, ColumnRole::kOrdinal).repeated = {text_.paragraphs[i].span};
    const size_t end = std::max(EndOfRow(first, to), first + 1);
    std::string title;
    for (size_t k = first; k < end; ++k) title += (k > first ? " " : "") + OneLine(Text(k));
    const size_t blank = title.find(' ');
    const bool marked = blank != std::string::npos &&
                        title.substr(0, blank).find_first_not_of("IVX.)") == std::string::npos;
    const bool lettered = title.starts_with(start.ordinal) && blank == start.ordinal.size() + 1;
    RowCell& cell = CellOf(row, ColumnRole::kTask);
    cell.text = marked || lettered ? title.substr(blank + 1) : title;
    cell.spans = {{text_.paragraphs[first].span.begin, text_.paragraphs[end - 1].span.end}};
    table_.rows.push_back(std::move(row));
    return end;
  }

  size_t AddRow(size_t i, size_t to, const RowStart& start) {
    Parse(start.ordinal, major_, minor_ = 0);
    after_group_ = false;
    const size_t end = EndOfRow(i, to);
    std::string row_text;
    std::vector<size_t> begins;
    std::vector<bool> blanks;
    std::vector<uint32_t> at;  // place of each begin in the normalized text
    for (size_t k = i; k < end; ++k) {
      std::string_view line = Text(k);
      if (k == i)
        line = Trim(line.substr(std::min(
            line.size(),
            start.ordinal.size() + (line.substr(start.ordinal.size()).starts_with('.') ? 1 : 0))));
      if (line.empty() || line == ".") continue;
      if (!row_text.empty()) row_text += ' ';
      begins.push_back(row_text.size());
      blanks.push_back(text_.paragraphs[k].after_blank);
      at.push_back(static_cast<uint32_t>(line.data() - text_.text.data()));
      row_text += line;
    }
    if (row_text.empty()) return end;
    TableRow row = NewRow();
    CellOf(row, ColumnRole::kOrdinal).text = start.ordinal;
    CellOf(row, ColumnRole::kOrdinal).repeated = {text_.paragraphs[i].span};
    const auto fill_column = [&](size_t column, const LinearRow::Range& range) {
      const std::string_view text =
          Trim(std::string_view(row_text).substr(range.begin, range.end - range.begin));
      if (text.empty()) return;
      RowCell& cell = row.cells[column];
      cell.text += (cell.text.empty() ? "" : " ") + std::string(text);
      for (size_t k = 0; k < begins.size(); ++k) {  // one span a line
        const size_t line_end = k + 1 < begins.size() ? begins[k + 1] - 1 : row_text.size();
        const size_t b = std::max(begins[k], range.begin), e = std::min(line_end, range.end);
        if (b < e)
          cell.spans.push_back({at[k] + static_cast<uint32_t>(b - begins[k]),
                                at[k] + static_cast<uint32_t>(e - begins[k])});
      }
    };
    const auto fill = [&](ColumnRole role, const LinearRow::Range& range) {
      if (const auto column = table_.columns.Find(role)) fill_column(*column, range);
    };
    const auto doubt = [&] {
      doubts_.push_back(
          {Severity::kWarning, "row-in-pieces", text_.PageOf(at.front()),
           "row " + start.ordinal +
               " of a table in pieces: its cells can't be told apart; no body was taken from it"});
    };
    if (usual_order_) {
      const LinearRow parts = SplitLinearRow(row_text, begins, blanks, rules_);
      if (!parts.certain) {
        const LinearCells cells =
            SplitLinearCells(row_text, begins, blanks, table_.columns, rules_);
        if (cells.certain && cells.HasLead(table_.columns)) {
          for (size_t c = 0; c < cells.cells.size(); ++c) fill_column(c, cells.cells[c]);
          table_.rows.push_back(std::move(row));
          return end;
        }
      }
      if (!parts.certain) doubt();
      for (const LinearRow::Range& range : parts.task) fill(ColumnRole::kTask, range);
      without_body_ += parts.without_body ? 1 : 0;
      fill(table_.columns.Find(ColumnRole::kLeadSupport) ? ColumnRole::kLeadSupport
                                                         : ColumnRole::kLead,
           parts.lead);
      fill(ColumnRole::kSupport, parts.support);
      fill(ColumnRole::kDeadline, parts.deadline);
      fill(ColumnRole::kNote, parts.note);
    } else {
      const LinearCells parts = SplitLinearCells(row_text, begins, blanks, table_.columns, rules_);
      constexpr int kCertain = 6;
      fit_ += parts.score + (parts.certain ? kCertain : 0);
      if (!parts.certain) doubt();
      if (!parts.certain && table_.columns.kind == TableKind::kTargets) return end;
      for (size_t c = 0; c < parts.cells.size(); ++c) fill_column(c, parts.cells[c]);
    }
    table_.rows.push_back(std::move(row));
    return end;
  }

  const NormalizedText& text_;
  const RuleSet& rules_;
  std::vector<Diagnostic>& notes_;
  LogicalTable table_;
  std::string head_;
  int major_ = 0, minor_ = 0;
  bool usual_order_ = true;   // task, bodies, deadline, note
  bool after_group_ = false;  // the row before is a heading
  int fit_ = 0;               // how well the rows fit the order of the columns
  size_t most_rows_ = std::numeric_limits<size_t>::max();
  std::vector<Diagnostic> doubts_;
  size_t without_body_ = 0;  // rows with a deadline and nothing that could be a body
};

}  // namespace

std::vector<LogicalTable> RebuildLinearTables(const NormalizedText& text,
                                              const std::vector<Annex>& annexes,
                                              const RuleSet& rules,
                                              std::vector<Diagnostic>& notes) {
  std::vector<LogicalTable> out;
  for (size_t a = 0; a < annexes.size(); ++a) {
    const uint32_t begin = annexes[a].begin;
    const uint32_t end =
        a + 1 < annexes.size() ? annexes[a + 1].begin : static_cast<uint32_t>(text.text.size());
    const bool drawn = std::any_of(text.tables.begin(), text.tables.end(), [=](const Table& table) {
      return table.span.begin >= begin && table.span.begin < end;
    });
    if (drawn) continue;
    size_t from = 0, to = 0;
    for (size_t i = 0; i < text.paragraphs.size(); ++i) {
      if (text.paragraphs[i].span.begin <= begin) from = i + 1;
      if (text.paragraphs[i].span.begin < end) to = i + 1;
    }
    if (auto table = Rebuilder(text, rules, notes).Rebuild(from, to))
      out.push_back(std::move(*table));
  }
  return out;
}

}  // namespace congvan::rules
