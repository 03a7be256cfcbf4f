// element.h: which element of the paper a paragraph is, by rules/data/layout.toml.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/rule_set.h"

namespace congvan::rules {

/// The match of the first layout rule with this role that begins the text.
std::optional<Match> ElementMatch(std::string_view text, std::string_view role,
                                  const RuleSet& rules);

inline bool IsElement(std::string_view text, std::string_view role, const RuleSet& rules) {
  return ElementMatch(text, role, rules).has_value();
}

}  // namespace congvan::rules
