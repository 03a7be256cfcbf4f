// issuer_act.h: the issuing body where no letterhead names it: the one that the first sentences say
// acts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/normalized_text.h"
#include "rules/rule_set.h"

namespace congvan::rules {

struct IssuerAct {
  std::string name;
  NormSpan span;
};

/// "... UBND xã X xây dựng Kế hoạch ...": the first body that acts in the paragraphs [begin, end)
/// and fits the symbol's suffix (KH-UBND is no Party committee's).
std::optional<IssuerAct> FindIssuerAct(const NormalizedText& text, size_t begin, size_t end,
                                       const std::optional<std::string>& suffix,
                                       const RuleSet& rules);

}  // namespace congvan::rules
