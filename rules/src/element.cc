#include "element.h"

#include <charconv>

namespace congvan::rules {
namespace {

int NumberOf(const Match& match, std::string_view text, std::string_view name) {
  int value = 0;
  if (const auto digits = match.Get(text, name))
    std::from_chars(digits->data(), digits->data() + digits->size(), value);
  return value;
}

}  // namespace

std::optional<Match> ElementMatch(std::string_view text, std::string_view role,
                                  const RuleSet& rules) {
  for (Match& match : rules.group("layout").FindAll(text)) {
    if (match.begin != 0) break;
    if ((*match.rule)["role"] == role) return std::move(match);
  }
  return std::nullopt;
}

std::optional<PartialDate> DateOfMatch(const Match& match, std::string_view text) {
  const int year = NumberOf(match, text, "year"), month = NumberOf(match, text, "month");
  if (year == 0) return std::nullopt;
  return MakeDate(year, month, month == 0 ? 0 : NumberOf(match, text, "day"));
}

}  // namespace congvan::rules
