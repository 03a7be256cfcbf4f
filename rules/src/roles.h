// roles.h: asking the rules of a file by their attribute `role`.
#pragma once

#include <string_view>

#include "rules/rule_set.h"

namespace congvan::rules {

/// A rule of the group with this role matches somewhere in the text.
bool HasRole(const RuleGroup& group, std::string_view text, std::string_view role);

}  // namespace congvan::rules
