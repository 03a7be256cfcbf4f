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
///
/// joint: the paper says that several bodies issue it ("kế hoạch liên tịch"); all are named then,
/// "A - B".
std::optional<std::string> IssuerOfLetterhead(const std::vector<std::string>& lines, bool joint,
                                              const RuleSet& rules);

}  // namespace congvan::rules
