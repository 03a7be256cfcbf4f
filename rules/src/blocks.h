// blocks.h: the text in reading order as blocks that a sentence never crosses: paragraphs and table
// cells.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/normalized_text.h"

namespace congvan::rules {

struct Block {
  NormSpan span;
  std::optional<size_t> paragraph;  ///< index into NormalizedText::paragraphs
  std::optional<size_t> table;      ///< index into NormalizedText::tables, with `cell`
  size_t cell = 0;
};

/// By place in the text.
std::vector<Block> BlocksOf(const NormalizedText& text);

}  // namespace congvan::rules
