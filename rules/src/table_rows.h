// table_rows.h: tables as their reader sees them: one head, rows that the page has not cut, cells
// by column.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/normalized_text.h"
#include "rules/rule_set.h"
#include "table_columns.h"

namespace congvan::rules {

/// What stands in one column of a row. A row cut by a page break has two pieces.
struct RowCell {
  std::string text;  ///< pieces joined; lines separated by '\n'
  std::vector<NormSpan> spans;
  std::vector<NormSpan> repeated;  ///< where the words stand that a ditto mark repeats
  bool from_above = false;         ///< a merged cell that began in a row above
  bool merged = false;             ///< it spans several rows, this one among them
  int column_span = 1;
  bool bold = false;
};

struct TableRow {
  std::vector<RowCell> cells;  ///< one a column; a cell that spans columns stands in its first
};

/// The rows of one drawn table; cells that span rows stand in each of them.
using Grid = std::vector<TableRow>;

struct LogicalTable {
  TableColumns columns;
  std::vector<TableRow> rows;                     ///< without heads, numbering rows and empty rows
  uint32_t begin = 0;                             ///< where it begins in the normalized text
  std::vector<std::vector<NormSpan>> heads = {};  ///< the headings of each column
};

/// Joins the tables of the text, as their columns say at last (table_settle.h); those whose head is
/// not understood are left out.
std::vector<LogicalTable> JoinTables(const NormalizedText& text, const RuleSet& rules);

}  // namespace congvan::rules
