// signoff.h: the foot of a paper: recipients and signer.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/normalized_text.h"
#include "core/record.h"
#include "rules/rule_set.h"

namespace congvan::rules {

struct SignOff {
  std::vector<std::string> recipients;
  Signer signer;
  std::vector<NormSpan> recipient_places, signer_places;  ///< the lines that hold them
  size_t begin = 0,
         end = 0;  ///< paragraphs of the foot: [begin, end); begin == end when there is none
};

/// Looks for the foot among the paragraphs [from, text.paragraphs.size()): "Nơi nhận", a mark of
/// authority, or a position's title in capitals with a name or the end behind it. The two columns
/// may come one after the other or with their lines mixed.
SignOff ReadSignOff(const NormalizedText& text, size_t from, const RuleSet& rules);

}  // namespace congvan::rules
