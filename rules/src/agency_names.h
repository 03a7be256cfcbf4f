// agency_names.h: where the name of a body begins, and small helpers on its rules
// (rules/data/agencies*.toml).
//
// Case tells "Ban Chỉ đạo" from "ban, ngành", so every text here must be as printed.
#pragma once

#include <optional>
#include <string_view>

#include "rules/rule_set.h"

namespace congvan::rules {

/// The end of the words that begin a body's name at `at` ("Sở T", "các cơ quan", all of "Văn phòng
/// HĐND và UBND"); nullopt when no body begins there.
std::optional<size_t> BodyHeadEnd(std::string_view text, size_t at, const RuleSet& rules);

/// The longest match at the start of `text` among the rules of `group` with this role.
std::optional<Match> MatchRole(std::string_view group, std::string_view role, std::string_view text,
                               const RuleSet& rules);

/// The first place at or after `at` that holds neither a blank nor a line feed.
size_t SkipBlanks(std::string_view text, size_t at);

/// Cuts blanks and punctuation at both ends, but keeps a bracket that closes one inside.
std::string_view TrimName(std::string_view text);

}  // namespace congvan::rules
