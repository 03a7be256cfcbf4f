// toml_rules.h: the one place that knows toml++: a rule file's text as plain values.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/result.h"
#include "rules/rule_set.h"

namespace congvan::rules {

struct RuleFile {
  std::map<std::string, std::string> patterns;  ///< [patterns]: named pieces, as written
  std::vector<Rule> rules;                      ///< ids without the group's name yet
};

/// The Error's `what` begins with "line:column".
Result<RuleFile> ParseRuleFile(const std::string& name, const std::string& text);

}  // namespace congvan::rules
