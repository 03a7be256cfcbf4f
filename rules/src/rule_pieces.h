// rule_pieces.h: the named pieces of [patterns], put into the patterns that use them.
#pragma once

#include <set>
#include <string>

#include "core/result.h"
#include "toml_rules.h"

namespace congvan::rules {

/// The rule's pattern with every {name} replaced by the piece of that name, and so on inside. Adds
/// the names to `used`.
Result<std::string> ExpandPattern(const RuleFile& file, const Rule& rule,
                                  std::set<std::string>& used);

}  // namespace congvan::rules
