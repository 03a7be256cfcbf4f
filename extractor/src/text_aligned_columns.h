// text_aligned_columns.h: the columns of a table that only blanks draw.
#pragma once

#include <optional>
#include <vector>

#include "text_layout_line.h"

namespace congvan::extractor {

/// A piece of a line in its column, or over several.
struct AlignedPiece {
  int column = 0, column_span = 1;
  Stretch stretch;
  bool sure = true;  ///< false: nothing but a single blank and its looks tell it from its neighbour
};

/// A heading over several others: "Mục tiêu" over "2026 | 2028 | 2030".
struct SpanningHeading {
  size_t line = 0;  ///< of the head
  Stretch stretch;
  int column = 0, column_span = 0;
};

/// Of the lines of a head: those that stand over two headings at least. Of the columns around them
/// they cover those in whose middle they stand.
std::vector<SpanningHeading> SpanningHeadings(const std::vector<LayoutLine>& head);

class AlignedColumns {
 public:
  /// From the lines of the head and all lines of the table. A heading stands inside each column,
  /// those in several lines over one another; text that begins behind a gap, between two headings,
  /// shows where the second column begins. nullopt when there are fewer than three columns.
  static std::optional<AlignedColumns> Find(const std::vector<LayoutLine>& head,
                                            const std::vector<LayoutLine>& all);
  /// The columns of a table that goes on with these lines, shifted a little.
  [[nodiscard]] AlignedColumns Shifted(const std::vector<LayoutLine>& all) const;
  /// Nearly all texts behind a gap begin where a column does.
  [[nodiscard]] bool Fit(const std::vector<LayoutLine>& all) const;

  [[nodiscard]] int count() const { return static_cast<int>(starts_.size()) + 1; }
  /// Cuts lines[at]; a piece that crosses a border and has no blank near it spans the columns.
  [[nodiscard]] std::vector<AlignedPiece> Cut(const std::vector<LayoutLine>& lines,
                                              size_t at) const;

 private:
  [[nodiscard]] int ColumnAt(size_t begin) const;

  std::vector<size_t> starts_;  // the leftmost beginning of each column but the first
};

}  // namespace congvan::extractor
