// cli/correction_value.h: from what a person types to a value of the record.
#pragma once

#include <string>
#include <string_view>

#include "core/record.h"
#include "core/result.h"
#include "rules/rule_set.h"

namespace congvan::cli {

/// The JSON that store::Correct takes for this field. Lists are divided at ';', dates typed as
/// everywhere, numbers as Vietnamese papers write them; a whole deadline is read by the rules, as
/// if it stood in a table of the document ("trước 30/6", `head` gives the year).
Result<std::string> CorrectionValue(std::string_view field, std::string_view typed,
                                    const DocumentHead& head, const rules::RuleSet& rules);

}  // namespace congvan::cli
