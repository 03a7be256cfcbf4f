// linear_cells.h: one row of a table in pieces, divided into columns of any order: what each column
// may hold decides where its cell begins and ends.
#pragma once

#include <string_view>
#include <vector>

#include "linear_row.h"
#include "rules/rule_set.h"
#include "table_columns.h"

namespace congvan::rules {

/// True when each column, in this order, holds something by which its cells can be told apart.
bool CanSplitCells(const TableColumns& columns);

/// Cells of the two columns are recognized by the same.
bool LookAlike(ColumnRole a, ColumnRole b);

struct LinearCells {
  std::vector<LinearRow::Range> cells;  ///< one a column; that of the ordinals stays empty
  bool certain = false;  ///< false: bodies and goals could not be told apart; their cells are empty
  int score = 0;         ///< how well the words fit the columns; of one row only comparable

  [[nodiscard]] bool HasLead(const TableColumns& columns) const;
};

/// Cells follow each other in the order of the columns; a cell that does not begin a line stands
/// behind one that began in the same line. Of two ways to divide the row that differ in a body or a
/// goal and are about as good neither is taken. `line_begins` and `blank_before` as in
/// linear_row.h.
LinearCells SplitLinearCells(std::string_view row, const std::vector<size_t>& line_begins,
                             const std::vector<bool>& blank_before, const TableColumns& columns,
                             const RuleSet& rules);

}  // namespace congvan::rules
