// table_sources.h: which cells of a row, of its headings and of the rows above it hold its values.
#pragma once

#include <string>

#include "annex.h"
#include "evidence.h"
#include "table_groups.h"
#include "table_rows.h"

namespace congvan::rules {

/// A row and what holds for it.
struct RowSources {
  const LogicalTable& table;
  size_t row;
  const GroupStack::Group* group;      ///< the innermost heading row; nullptr when there is none
  const GroupStack::Group* milestone;  ///< the innermost one that names a milestone
  const Annex* annex;                  ///< nullptr when the table stands in none
};

Sources SourcesOfTask(const RowSources& row);

/// `column` holds the goal. The source "cell" is the cell of the goal.
Sources SourcesOfTarget(const RowSources& row, size_t column);

/// The rule that understood the heading; the name of the group of such rules where none did.
std::string RuleOfColumn(const TableColumns& columns, size_t column);

}  // namespace congvan::rules
