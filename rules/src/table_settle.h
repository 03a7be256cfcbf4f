// table_settle.h: what the headings leave open and the rows of a table decide.
#pragma once

#include "rules/rule_set.h"
#include "table_rows.h"

namespace congvan::rules {

/// Settles, once all rows are known:
///   - "Đơn vị" in a table of targets: a unit of measure or a body;
///   - two columns of tasks of which the first is merged over rows: the first heads the second;
///   - goals whose result stands beside them ("Kế hoạch | Thực hiện"): a report, no goals;
///   - tasks whose results are told ("Kết quả thực hiện: đã hoàn thành"): the same;
///   - columns of years that only hold "x": a table of tasks with their years;
///   - "nt" and ditto marks: the words of the row above.
/// The kind is kOther when nothing of tasks or goals is left.
void SettleTable(LogicalTable& table, const RuleSet& rules);

/// "-", "...", nothing.
bool IsBlankCell(std::string_view text, const RuleSet& rules);
/// "x" where a column of years is ticked.
bool IsTickedCell(std::string_view text, const RuleSet& rules);
/// "Tổng cộng": the row only sums up.
bool IsTotal(std::string_view text, const RuleSet& rules);

}  // namespace congvan::rules
