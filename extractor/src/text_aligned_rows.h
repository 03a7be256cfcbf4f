// text_aligned_rows.h: which lines of an aligned table make one row.
#pragma once

#include <cstddef>
#include <vector>

#include "text_aligned_columns.h"

namespace congvan::extractor {

/// A line of the table, cut into its columns.
struct AlignedLine {
  size_t source_line = 0;
  std::vector<AlignedPiece> pieces;
  std::vector<bool> goes_on;  ///< of each piece: it begins in the middle of a sentence
  std::vector<bool> capital;  ///< of each piece: it begins with a capital
  bool anchor = false;        ///< it holds a row's ordinal, or a heading over all columns
  bool wide = false;          ///< such a heading
};

/// Half-open lines of one row.
struct AlignedRow {
  size_t begin = 0, end = 0;
};

struct AlignedDivision {
  double cost = 1e9;  ///< the less the better
  std::vector<AlignedRow> rows;
};

/// Every row has one anchor, in its first line or, where cells are centred, in its middle; which of
/// the two fits the text better decides, and so do the borders between the rows: the lines of each
/// cell lie evenly about the middle, or begin in the first line. A row that the page has cut may
/// lack its anchor: the first one (`may_begin_cut`), or the last. No rows when there is no anchor.
AlignedDivision SplitAlignedRows(const std::vector<AlignedLine>& lines, int columns,
                                 bool may_begin_cut);

}  // namespace congvan::extractor
