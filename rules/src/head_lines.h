// head_lines.h: the lines of a letterhead, wherever the source put them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/normalized_text.h"
#include "rules/rule_set.h"

namespace congvan::rules {

struct HeadLine {
  std::string_view text;  ///< trimmed, never empty; points into the NormalizedText
  NormSpan span;
  Column column = Column::kFull;
};

/// The paragraphs before `end_paragraph` and the cells of a table that holds the letterhead (some
/// programs write its two columns as a table), in order of the text. A line into which both columns
/// ran ("XÃ KHE VÀNG CỘNG HÒA XÃ HỘI ...", "... - Hạnh phúc Khe Vàng, ngày 20 tháng 11 năm 2025")
/// is cut into its parts.
std::vector<HeadLine> ReadHeadLines(const NormalizedText& text, size_t end_paragraph,
                                    const RuleSet& rules);

}  // namespace congvan::rules
