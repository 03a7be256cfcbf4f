// Tables whose cell walls stand alone on lines: how some HTML-to-text programs print every table,
// letterhead included.
//
//   |
//   **ỦY BAN NHÂN DÂN**
//   |
//   **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**
//   |
//   |                      <- two walls meet: the next row begins
//   Số: 12/KH-UBND
#include <algorithm>

#include "core/utf8.h"
#include "text_grids.h"

namespace congvan::extractor {
namespace {

// Longer stretches between two walls are the text between two tables.
constexpr size_t kMaxCellLines = 40;
// The same, while nothing is known of the table but that it has two cells.
constexpr size_t kMaxUnsureCellLines = 15;

bool IsWall(const SourceLines& source, size_t i) {
  return i < source.lines.size() && Trim(source.Line(i)) == "|";
}

bool LooksLikeOrdinal(std::string_view skeleton) {
  const std::string_view inner = Trim(skeleton);
  if (inner.empty() || inner.size() > 5) return false;
  if (std::count_if(inner.begin(), inner.end(), [](char c) { return c >= '0' && c <= '9'; }) > 3)
    return false;  // a year
  return std::all_of(inner.begin(), inner.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == 'i' || c == 'v' || c == 'x' || c == ' ';
  });
}

class WallParser {
 public:
  WallParser(const SourceLines& source, size_t at) : source_(source), line_(at) {}

  std::optional<Region> Parse(bool implicit_first_wall) {
    const size_t first = line_;
    if (!implicit_first_wall) ++line_;  // the opening wall
    for (;;) {
      if (!ParseRow()) break;
      if (columns_ == 0) columns_ = row_cells_.size();
      AddRow();
      if (!IsWall(source_, line_)) break;
      ++line_;  // the next row's opening wall
    }
    if (table_.cells.empty() || columns_ < 2) return std::nullopt;
    Region region;
    region.end_line = line_;
    table_.span = {static_cast<uint32_t>(source_.lines[first].begin),
                   static_cast<uint32_t>(source_.lines[line_ - 1].end)};
    region.table = std::move(table_);
    CompleteGrid(*region.table);
    UnfoldLayoutTable(source_.text, region);
    return region;
  }

 private:
  // Reads the cells of one row; line_ stands behind its opening wall and is left behind its closing
  // one.
  bool ParseRow() {
    row_cells_.clear();
    while (columns_ == 0 || row_cells_.size() < columns_) {
      if (IsWall(source_, line_)) {
        // Two walls meet: the row ends, or a cell is empty.
        if (row_cells_.empty() && columns_ == 0) return false;
        if (!row_cells_.empty() && RowEndsHere()) return true;
        AddCell(line_, line_);
        ++line_;
        continue;
      }
      const size_t close = ClosingWall();
      if (close == source_.lines.size()) return TakeUnclosedCell();
      AddCell(line_, close);
      line_ = close + 1;
    }
    return true;
  }

  [[nodiscard]] bool RowEndsHere() const {
    if (columns_ == 0) return row_cells_.size() >= 2;
    // A short row is one whose last cell spans the rest; then an ordinal opens the next row.
    size_t next = line_ + 1;
    const size_t begin = next;
    while (next < source_.lines.size() && !IsWall(source_, next)) ++next;
    if (next == begin || next >= source_.lines.size()) return next >= source_.lines.size();
    return LooksLikeOrdinal(Skeleton(source_.text.substr(
        source_.lines[begin].begin, source_.lines[next - 1].end - source_.lines[begin].begin)));
  }

  // The wall that closes the cell at line_, or lines.size() when this is no closed cell.
  [[nodiscard]] size_t ClosingWall() const {
    const size_t none = source_.lines.size();
    const bool unsure = columns_ == 0 && row_cells_.size() >= 2;
    if (unsure && (line_ >= none || source_.IsBlank(line_))) return none;
    const size_t limit = unsure ? kMaxUnsureCellLines : kMaxCellLines;
    for (size_t i = line_; i < none && i <= line_ + limit; ++i) {
      if (IsWall(source_, i)) return i;
    }
    return none;
  }

  // The last cell of an excerpt or of a sign-off may lack its wall: it goes to the next blank line.
  bool TakeUnclosedCell() {
    if (row_cells_.empty()) return false;
    const size_t wanted = columns_ == 0 ? 2 : columns_;
    if (row_cells_.size() + 1 == wanted) {
      size_t end = line_;
      while (end < source_.lines.size() && !source_.IsBlank(end)) ++end;
      if (end - line_ <= kMaxUnsureCellLines) {
        AddCell(line_, end);
        line_ = end;
      }
    }
    return row_cells_.size() >= 2;
  }

  // An empty cell stands behind the wall that opens it.
  void AddCell(size_t first, size_t end) {
    const size_t begin_byte =
        end > first ? source_.lines[first].begin : source_.lines[first - 1].end;
    const size_t end_byte = end > first ? source_.lines[end - 1].end : begin_byte;
    row_cells_.push_back(TrimSpan(source_.text, begin_byte, end_byte));
  }

  void AddRow() {
    const int row = table_.cells.empty() ? 0 : table_.cells.back().row + 1;
    for (size_t c = 0; c < row_cells_.size(); ++c) {
      const bool last = c + 1 == row_cells_.size();
      const int span = last && columns_ > c + 1 ? static_cast<int>(columns_ - c) : 1;
      table_.cells.push_back({row, static_cast<int>(c), 1, span, row_cells_[c], std::nullopt});
    }
  }

  const SourceLines& source_;
  size_t line_;
  size_t columns_ = 0;  // 0: not known yet
  std::vector<RawSpan> row_cells_;
  RawTable table_;
};

}  // namespace

std::optional<Region> FindWallTable(const SourceLines& source, size_t at, bool opens_text) {
  if (IsWall(source, at)) return WallParser(source, at).Parse(false);
  if (!opens_text) return std::nullopt;
  size_t wall = at;
  while (wall < source.lines.size() && !source.IsBlank(wall) && !IsWall(source, wall)) ++wall;
  if (wall - at > kMaxUnsureCellLines || !IsWall(source, wall)) return std::nullopt;
  return WallParser(source, at).Parse(true);
}

}  // namespace congvan::extractor
