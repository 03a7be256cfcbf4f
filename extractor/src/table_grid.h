// table_grid.h: ruling lines into table grids. Pure geometry: it knows no words and no pages.
//
// A grid is a set of lines that cross each other; lines that cross fewer than two others
// (underlines, the rule under a heading) belong to none. Two lines belong together when they are
// closer than kSameLine, so that the slightly shifted borders of a word processor make one column.
// A table left open at the top, the foot or the sides (several producers leave out the border at a
// page break) is closed at the ends of the lines that stick out.
#pragma once

#include <vector>

#include "pdf_page.h"

namespace congvan::extractor {

struct GridCell {
  int row = 0, column = 0, row_span = 1, column_span = 1;
  Box box;
};

struct Grid {
  Box box;
  std::vector<float> xs,
      ys;  ///< the columns' and rows' borders, ascending; one more than columns and rows
  std::vector<GridCell> cells;  ///< by row, then column; they cover the grid without overlapping

  [[nodiscard]] int rows() const { return static_cast<int>(ys.size()) - 1; }
  [[nodiscard]] int columns() const { return static_cast<int>(xs.size()) - 1; }
};

/// Joins rulings that lie on one line and touch, nearly touch or overlap. Sorted by position, then
/// begin.
std::vector<Ruling> MergeCollinear(std::vector<Ruling> rulings);

/// All grids with at least one cell, from the top of the page to its foot.
std::vector<Grid> FindGrids(const Rulings& rulings);

/// The same outer borders, and the columns of one among those of the other: one may continue the
/// other on the next page. The pages may be shifted.
bool SameColumns(const Grid& a, const Grid& b);

}  // namespace congvan::extractor
