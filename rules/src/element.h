// element.h: which element of the paper a paragraph is, by rules/data/layout.toml.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/date.h"
#include "rules/rule_set.h"

namespace congvan::rules {

/// The match of the first layout rule with this role that begins the text.
std::optional<Match> ElementMatch(std::string_view text, std::string_view role,
                                  const RuleSet& rules);

inline bool IsElement(std::string_view text, std::string_view role, const RuleSet& rules) {
  return ElementMatch(text, role, rules).has_value();
}

/// The date in a match's groups year, month and day; what is blank stays unknown, and a day without
/// its month too. nullopt without a year or when there is no such day.
std::optional<PartialDate> DateOfMatch(const Match& match, std::string_view text);

}  // namespace congvan::rules
