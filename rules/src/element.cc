#include "element.h"

namespace congvan::rules {

std::optional<Match> ElementMatch(std::string_view text, std::string_view role,
                                  const RuleSet& rules) {
  for (Match& match : rules.group("layout").FindAll(text)) {
    if ((*match.rule)["role"] == role) return std::move(match);
  }
  return std::nullopt;
}

}  // namespace congvan::rules
