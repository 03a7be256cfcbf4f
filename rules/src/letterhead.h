// letterhead.h: the issuing body from the lines of a letterhead.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace congvan::rules {

/// The issuing body as people write it: {"UBND TỈNH LÀO CAI", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG"} gives
/// "Sở Nông nghiệp và Môi trường tỉnh Lào Cai": the last body, with the place (or the name) of its
/// parent where it has none of its own. nullopt when no line names a body.
std::optional<std::string> IssuerOfLetterhead(const std::vector<std::string>& lines,
                                              const RuleSet& rules);

/// Capitals as in running text: "SỞ GIÁO DỤC VÀ ĐÀO TẠO" -> "Sở Giáo dục và Đào tạo". Text that has
/// small letters stays.
std::string NaturalCase(std::string_view text);

}  // namespace congvan::rules
