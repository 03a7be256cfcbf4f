// table_records.h: tasks and targets of the tables.
#pragma once

#include <vector>

#include "annex.h"
#include "row_context.h"
#include "table_rows.h"

namespace congvan::rules {

/// `annex_known`: the tables behind `body_end` without an annex heading belong to an unnumbered
/// annex. A row whose cells can't be told apart keeps its text and is told in `notes`.
Rows ReadTableRows(const std::vector<LogicalTable>& tables, const std::vector<Annex>& annexes,
                   uint32_t body_end, const RowContext& context, std::vector<Diagnostic>& notes);

}  // namespace congvan::rules
