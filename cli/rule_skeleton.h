// cli/rule_skeleton.h: the beginning of a new rule, made from a text that it must match.
#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"

namespace congvan::cli {

/// TOML of one [[rule]]: a pattern that matches `text` whatever its numbers and blanks, the
/// attributes that the rules of `group` know with the values in use (those that each rule has left
/// empty, for `rules check` to ask for; the others as comments), the names of (?P<name>...) by
/// kind, the pieces of [patterns], and notes on what reads the text today. `folder` is where the
/// file is to be put.
std::string RuleSkeleton(const std::string& group_name, const rules::RuleGroup& group,
                         const std::string& text, const std::vector<std::string>& rejects,
                         const std::string& folder);

/// "het-quy-i" of "hết quý I": letters without marks, digits, hyphens; at most five words.
std::string RuleIdOf(const std::string& text);

/// A pattern for the text: its signs taken literally, numbers as \d+, blanks as \s+.
std::string PatternOf(const std::string& text);

}  // namespace congvan::cli
