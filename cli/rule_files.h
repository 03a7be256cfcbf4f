// cli/rule_files.h: where the rules come from: the program, and a folder of the user's own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "rules/rule_set.h"

namespace congvan::cli {

/// `named` (--rules-dir), else $CONGVAN_RULES, else congvan/rules in the user's configuration
/// ($XDG_CONFIG_HOME or ~/.config). Of the last it does not matter whether it exists.
std::string UserRulesFolder(const std::optional<std::string>& named);

/// The shipped rules with the *.toml of UserRulesFolder laid over them. A folder that was asked for
/// must exist. The first of RuleSet::mistakes() is an Error.
Result<rules::RuleSet> LoadRules(const std::optional<std::string>& named);

/// The same, with its mistakes: for who wants to tell them all.
Result<rules::RuleSet> LoadRulesWithMistakes(const std::optional<std::string>& named);

/// Of these files alone.
Result<rules::RuleSet> LoadRuleFiles(const std::vector<std::string>& paths);

}  // namespace congvan::cli
