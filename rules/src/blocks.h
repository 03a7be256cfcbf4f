// blocks.h: the text in reading order as blocks that a sentence never crosses: paragraphs and table
// cells.
#pragma once

#include <vector>

#include "core/normalized_text.h"
#include "core/span.h"
#include "rules/rule_set.h"

namespace congvan::rules {

struct Block {
  NormSpan span;  ///< may hold line feeds: lines of a cell, paragraphs that are one sentence
};

/// By place in the text; none overlap. Lines of one sentence that came as paragraphs (a table in
/// pieces: "... các nhiệm vụ thực hiện" / "Nghị quyết số 57-NQ/TW") are one block.
std::vector<Block> BlocksOf(const NormalizedText& text, const RuleSet& rules);

}  // namespace congvan::rules
