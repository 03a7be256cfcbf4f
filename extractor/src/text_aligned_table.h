// text_aligned_table.h: tables in text that keeps the page's layout with blanks (pdftotext
// -layout): no line draws them, but each column stands below its heading.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "text_aligned_columns.h"
#include "text_region.h"

namespace congvan::extractor {

struct AlignedCell {
  int row = 0, column = 0, row_span = 1, column_span = 1;
  std::vector<RawSpan> lines;  ///< bytes of the source text
};

/// What one page leaves for a table that goes on on the next.
struct AlignedShape {
  AlignedColumns columns;
  std::vector<std::string> head;  ///< the lines of the head, without their blanks
};

struct AlignedTable {
  size_t end_line = 0;  ///< of the source, half-open
  int rows = 0;
  AlignedShape shape;
  std::vector<AlignedCell> cells;  ///< by row, then column; empty ones are left out
};

/// The table whose head begins at line `at`: a line of three headings or more of which the first is
/// "STT" or "TT", and every row numbered. `before`: the table that ended the page before, when line
/// `at` is the first of its page; then the head may be missing, or is known by its words. nullopt
/// wherever columns or rows can't be told apart.
std::optional<AlignedTable> FindAlignedTable(const SourceLines& source, size_t at,
                                             const AlignedShape* before);

}  // namespace congvan::extractor
