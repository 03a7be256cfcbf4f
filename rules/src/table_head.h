// table_head.h: where the head of a table stands and what its columns are.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "rules/rule_set.h"
#include "table_columns.h"
#include "table_rows.h"

namespace congvan::rules {

struct Head {
  TableColumns columns;
  size_t begin = 0, end = 0;  ///< its rows in the grid, the row of column numbers left out
  bool certain = false;       ///< every cell of its first row is a heading that is known
};

/// The first rows whose headings make a table of tasks or of targets. A caption may stand above
/// them inside the grid; a head has up to three rows. nullopt when there is none near the top.
std::optional<Head> FindHead(const Grid& grid, const RuleSet& rules);

/// "(1) (2) (3)" or "A B 1 2" under the head.
bool IsNumberingRow(const TableRow& row);

/// A cell stretches over (nearly) all columns: a caption or a heading of a group.
bool HasWideCell(const TableRow& row);

}  // namespace congvan::rules
