// parent_reference.h: "(Kèm theo Kế hoạch số 12/KH-UBND ngày ... của ...)": the line under an
// annex's title that names the paper it belongs to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/date.h"
#include "rules/rule_set.h"

namespace congvan::rules {

struct ParentReference {
  std::optional<std::string> type;    ///< as document types are named: "kế hoạch"
  std::optional<std::string> symbol;  ///< nullopt while the number is blank
  std::optional<std::string> suffix;
  std::optional<PartialDate> date;
  std::optional<std::string> issuer;
  std::string rule;  ///< id of the rule that read it
};

/// nullopt when the line names no paper by a symbol or the blank of one.
std::optional<ParentReference> ReadParentReference(std::string_view line, const RuleSet& rules);

}  // namespace congvan::rules
