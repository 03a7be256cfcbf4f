// table_columns.h: what each column of a table holds, by its heading (rules/data/columns.toml).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace congvan::rules {

enum class ColumnRole {
  kUnknown,
  kOrdinal,
  kGroup,
  kTask,
  kDetail,  ///< a second column of tasks: its rows divide those of the first, where that is merged
  kLead,
  kSupport,
  kLeadSupport,
  kDeadline,
  kStart,
  kProduct,
  kNote,
  kReference,
  kResource,
  kIndicator,
  kUnit,
  kValue,
  kOutcome,
  kYear,
  kBaseline,
  kResult,
  kNone
};

enum class TableKind { kOther, kTasks, kTargets };

/// A column's heading: its levels from the top down, one line each. A heading in one row has one.
using Heading = std::vector<std::string>;

struct TableColumns {
  TableKind kind = TableKind::kOther;
  std::vector<ColumnRole> roles;  ///< one a column; never kOutcome
  std::vector<std::optional<std::string>>
      years;  ///< the milestone that a heading of goals names; of kResult the year it tells of
  std::vector<std::optional<std::string>> units;  ///< "Năm 2026 (%)": the unit in the heading
  std::vector<std::string> rules;  ///< id of the rule that understood the heading; "" where none
  size_t named = 0;                ///< how many headings were understood

  /// The first column with the role; nullopt when there is none.
  [[nodiscard]] std::optional<size_t> Find(ColumnRole role) const;
  /// The column of what is to be done or reached.
  [[nodiscard]] std::optional<size_t> Name() const;
  [[nodiscard]] bool HoldsGoals(size_t column) const {
    return roles[column] == ColumnRole::kYear || roles[column] == ColumnRole::kValue;
  }
};

/// Understands the headings, one a column. Kind is kOther when they make neither tasks nor targets.
TableColumns ReadColumns(const std::vector<Heading>& headings, const RuleSet& rules);

/// True when a rule knows the text as the heading of some column.
bool IsHeading(std::string_view text, const RuleSet& rules);

/// "Năm 2026 (%)", "Kinh tế số (ĐVT: tỷ đồng)": a unit of measure in the last brackets.
std::optional<std::string> UnitInBrackets(std::string_view text, const RuleSet& rules);

}  // namespace congvan::rules
