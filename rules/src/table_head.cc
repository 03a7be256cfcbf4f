#include "table_head.h"

#include <algorithm>
#include <string>

#include "core/utf8.h"
#include "table_groups.h"

namespace congvan::rules {
namespace {

constexpr size_t kMaxCaptionRows = 5;
constexpr size_t kMaxHeadRows = 3;

bool IsOwn(const RowCell& cell) { return !cell.text.empty() && !cell.from_above; }

size_t CountOwn(const TableRow& row) {
  return static_cast<size_t>(std::count_if(row.cells.begin(), row.cells.end(), IsOwn));
}

// "3", "1.1", "II", "a)": the row of a task, whatever its other cells look like. "2026" is a
// heading.
bool HasOrdinalCell(const TableRow& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const RowCell& cell) {
    const std::string text = CleanOrdinal(cell.text);
    if (!IsOwn(cell) || CountCodePoints(text) > 6) return false;
    const OrdinalKind kind = KindOfOrdinal(text);
    const bool digits = text.find_first_not_of("0123456789.") == std::string::npos;
    if (kind == OrdinalKind::kSubNumber) return digits && text.size() < 6;
    return kind != OrdinalKind::kNone && !(kind == OrdinalKind::kNumber && text.size() == 4);
  });
}

bool AllHeadings(const TableRow& row, const RuleSet& rules) {
  return std::all_of(row.cells.begin(), row.cells.end(), [&](const RowCell& cell) {
    return !IsOwn(cell) || IsHeading(cell.text, rules);
  });
}

// "TT" below the rows that were taken for the head: they are not all of it.
bool HasOrdinalHeading(const TableRow& row, const RuleSet& rules) {
  return std::any_of(row.cells.begin(), row.cells.end(), [&](const RowCell& cell) {
    if (!IsOwn(cell)) return false;
    const auto heading = rules.group("columns").MatchWhole(OneLine(cell.text));
    return heading && (*heading->rule)["role"] == "ordinal";
  });
}

// The headings of some rows, column by column.
class HeadRows {
 public:
  explicit HeadRows(size_t columns) : headings_(columns), open_(columns, true) {}

  // The row's headings go under those above; one that spans columns stands over each of them.
  void Add(const TableRow& row) {
    for (size_t c = 0; c < row.cells.size(); ++c) {
      const RowCell& cell = row.cells[c];
      if (!IsOwn(cell)) continue;
      const std::string text = OneLine(cell.text);
      const size_t end = c + static_cast<size_t>(std::max(1, cell.column_span));
      for (size_t k = c; k < std::min(end, headings_.size()); ++k) {
        if (headings_[k].empty() || headings_[k].back() != text) headings_[k].push_back(text);
        open_[k] = cell.column_span > 1;
      }
    }
  }

  // A further row of the head: every cell of its own is a heading, and stands where the rows above
  // left a place free or have one heading over several columns.
  [[nodiscard]] bool GoOnIn(const TableRow& row, const RuleSet& rules) const {
    const size_t own = CountOwn(row);
    if (own == 0 || own == row.cells.size() || !AllHeadings(row, rules)) return false;
    for (size_t c = 0; c < row.cells.size(); ++c) {
      if (IsOwn(row.cells[c]) && !open_[c]) return false;
    }
    return true;
  }

  [[nodiscard]] const std::vector<Heading>& headings() const { return headings_; }

 private:
  std::vector<Heading> headings_;
  std::vector<bool> open_;  // nothing above, or a heading over several columns
};

// Text tables have no merged cells: "Mục tiêu" over "Năm 2026 | Năm 2028 | Năm 2030" stands in the
// first of their columns, with nothing in the others. Gives it the width of the headings below.
void SpreadOverHeadings(TableRow& row, const TableRow& below, const RuleSet& rules) {
  if (HasOrdinalCell(below) || !AllHeadings(below, rules)) return;
  for (size_t c = 0; c < row.cells.size(); ++c) {
    if (!IsOwn(row.cells[c]) || row.cells[c].column_span > 1 || !IsOwn(below.cells[c])) continue;
    size_t end = c + 1;
    while (end < row.cells.size() && Trim(row.cells[end].text).empty() && IsOwn(below.cells[end]))
      ++end;
    if (end > c + 1) row.cells[c].column_span = static_cast<int>(end - c);
  }
}

// One text over the whole width, or a numbered heading; "Nội dung | Phân công" over three columns
// is none.
bool CannotBegin(const TableRow& row, const RuleSet& rules) {
  if (CountOwn(row) < 2 || HasOrdinalCell(row)) return true;
  if (!HasWideCell(row)) return false;
  return row.cells.size() > 3 || !AllHeadings(row, rules);
}

}  // namespace

bool HasWideCell(const TableRow& row) {
  return row.cells.size() > 2 &&
         std::any_of(row.cells.begin(), row.cells.end(), [&](const RowCell& cell) {
           return !cell.text.empty() &&
                  static_cast<size_t>(cell.column_span) + 1 >= row.cells.size();
         });
}

bool IsNumberingRow(const TableRow& row) {
  size_t filled = 0;
  for (const RowCell& cell : row.cells) {
    const std::string text = OneLine(cell.text);
    if (text.empty()) continue;
    ++filled;
    if (text.find_first_not_of("0123456789()[]=+-*/ ABCDEFGabcdefg") != std::string::npos)
      return false;
    const auto signs = std::count_if(text.begin(), text.end(), [](char c) { return c != ' '; });
    if (signs > 14) return false;
    const auto inner = std::count_if(text.begin(), text.end(), [](char c) {
      return std::string_view("()[] ").find(c) == std::string_view::npos;
    });
    const bool formula = text.find_first_of("=+*/") != std::string::npos;
    if (inner > 2 && !formula) return false;
  }
  return filled >= 3 && filled == row.cells.size();
}

std::optional<Head> FindHead(const Grid& grid, const RuleSet& rules) {
  for (size_t begin = 0; begin < std::min(grid.size(), kMaxCaptionRows); ++begin) {
    if (CannotBegin(grid[begin], rules)) continue;
    std::optional<Head> best;
    HeadRows head(grid[begin].cells.size());
    for (size_t end = begin; end < std::min(grid.size(), begin + kMaxHeadRows); ++end) {
      if (end > begin && !head.GoOnIn(grid[end], rules)) break;
      TableRow row = grid[end];
      if (end + 1 < grid.size()) SpreadOverHeadings(row, grid[end + 1], rules);
      head.Add(row);
      TableColumns columns = ReadColumns(head.headings(), rules);
      const bool worse = best && columns.named < best->columns.named;
      if (columns.kind != TableKind::kOther && columns.named >= 2 && !worse)
        best = Head{std::move(columns), begin, end + 1, AllHeadings(grid[begin], rules)};
    }
    if (best && best->end < grid.size() && HasOrdinalHeading(grid[best->end], rules)) continue;
    if (best) return best;
  }
  return std::nullopt;
}

}  // namespace congvan::rules
