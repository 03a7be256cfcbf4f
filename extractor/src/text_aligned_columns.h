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
};

class AlignedColumns {
 public:
  /// From the lines of the head and all lines of the table. A heading stands over each column,
  /// those in several lines over one another; between two of them there must be a place that nearly
  /// every line leaves blank. nullopt when there are fewer than three columns.
  static std::optional<AlignedColumns> Find(const std::vector<LayoutLine>& head,
                                            const std::vector<LayoutLine>& all);

  /// The columns of a table that goes on with these lines, shifted a little.
  [[nodiscard]] AlignedColumns Shifted(const std::vector<LayoutLine>& all) const;

  [[nodiscard]] int count() const { return static_cast<int>(cuts_.size()) + 1; }
  /// Cuts a line; a piece that crosses a border and has no blank near it spans the columns.
  [[nodiscard]] std::vector<AlignedPiece> Cut(const LayoutLine& line) const;

 private:
  [[nodiscard]] int ColumnOf(Stretch stretch) const;
  [[nodiscard]] std::optional<size_t> BlankNear(const LayoutLine& line, Stretch segment,
                                                Stretch cut) const;

  std::vector<Stretch> cuts_;  // the blank places between the columns
};

}  // namespace congvan::extractor
