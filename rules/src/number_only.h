// number_only.h: documents that a text knows by type, number and issuer alone, and never in full.
#pragma once

#include <vector>

#include "citation_list.h"
#include "core/diagnostic.h"

namespace congvan::rules {

/// A note "number-only" for each of them ("Kế hoạch 283 của UBND tỉnh"), once each: a number
/// without its code is no symbol, so that the list of citations can't hold it.
void NoteNumberOnly(const NormalizedText& text, const std::vector<Block>& blocks,
                    const std::vector<Mention>& mentions, const CitationList& citations,
                    const RuleSet& rules, std::vector<Diagnostic>& notes);

}  // namespace congvan::rules
