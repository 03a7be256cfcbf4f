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
  kTask,
  kLead,
  kSupport,
  kLeadSupport,
  kDeadline,
  kProduct,
  kNote,
  kReference,
  kResource,
  kIndicator,
  kUnit,
  kValue,
  kYear,
  kBaseline
};

enum class TableKind { kOther, kTasks, kTargets };

struct TableColumns {
  TableKind kind = TableKind::kOther;
  std::vector<ColumnRole> roles;  ///< one a column
  std::vector<std::optional<std::string>>
      years;         ///< of kYear (and kValue with a year in its heading): the milestone
  size_t named = 0;  ///< how many headings were understood

  /// The first column with the role; nullopt when there is none.
  [[nodiscard]] std::optional<size_t> Find(ColumnRole role) const;
};

/// Understands one heading text a column. Kind is kOther when the headings make neither tasks nor
/// targets.
TableColumns ReadColumns(const std::vector<std::string>& headings, const RuleSet& rules);

}  // namespace congvan::rules
