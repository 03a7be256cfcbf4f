#include "roles.h"

#include <algorithm>

namespace congvan::rules {

bool HasRole(const RuleGroup& group, std::string_view text, std::string_view role) {
  const auto found = group.FindAll(text);
  return std::any_of(found.begin(), found.end(),
                     [role](const Match& match) { return (*match.rule)["role"] == role; });
}

}  // namespace congvan::rules
