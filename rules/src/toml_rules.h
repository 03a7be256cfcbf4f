// toml_rules.h: the one place that knows toml++: a rule file's text as plain values.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/result.h"
#include "rules/rule_set.h"

namespace congvan::rules {

struct Piece {
  std::string pattern;  ///< as written
  RulePlace at;
};

struct RuleFile {
  std::map<std::string, Piece> patterns;  ///< [patterns]
  std::vector<Rule> rules;                      ///< ids without the group's name yet
};

/// An Error at a place of a rule file.
Error BadRule(const RulePlace& at, std::string what, std::string hint = {});

Result<RuleFile> ParseRuleFile(const std::string& name, const std::string& text);

}  // namespace congvan::rules
