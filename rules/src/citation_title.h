// citation_title.h: the title that a text gives behind the symbol of a document it cites.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mention.h"
#include "rules/rule_set.h"

namespace congvan::rules {

/// "về đột phá phát triển ..." behind mention `i`, to the end of the clause; nullopt where the text
/// goes on otherwise. Ends before the next document of the same list, before what the sentence says
/// of the document ("đã đạt kết quả"), and before its alias. `block_end`: where its block ends.
std::optional<std::string> TitleBehind(std::string_view text, const std::vector<Mention>& mentions,
                                       size_t i, uint32_t block_end, const RuleSet& rules);

}  // namespace congvan::rules
