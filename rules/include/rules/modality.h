// rules/modality.h: whether a task or a goal is aimed at ("phấn đấu") or owed ("phải", "bảo đảm").
//
//   ReadTaskModality("Phấn đấu hoàn thành số hóa trong quý I/2026", 0, rules)   "aim"
//
// rules/data/modality.toml holds the words. All texts are NFC; pure and safe on any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/rule_set.h"

namespace congvan::rules {

struct FoundModality {
  std::string value;          ///< "aim" or "duty"
  size_t begin = 0, end = 0;  ///< bytes of its words
  std::string rule;
};

/// What a task says of itself, `begin` being the byte behind the names of bodies that open it;
/// nullopt when it says nothing, which is the rule.
std::optional<FoundModality> ReadTaskModality(std::string_view task, size_t begin,
                                              const RuleSet& rules);

/// What governs the number at bytes [begin, end) of a sentence, a bullet or a cell.
std::optional<FoundModality> ReadGoalModality(std::string_view text, size_t begin, size_t end,
                                              const RuleSet& rules);

}  // namespace congvan::rules
