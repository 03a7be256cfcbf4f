// annex.h: where annexes begin and how they are called.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/normalized_text.h"
#include "rules/rule_set.h"

namespace congvan::rules {

struct Annex {
  uint32_t begin = 0;                 ///< byte of the normalized text
  std::string number;                 ///< as printed, "" when it has none
  std::string title;                  ///< may be empty
  std::vector<NormSpan> places = {};  ///< of the heading and of a title below it
};

/// Annex headings at or behind the paragraph `from`, by place.
std::vector<Annex> FindAnnexes(const NormalizedText& text, size_t from, const RuleSet& rules);

}  // namespace congvan::rules
