// pdf_lines.h: what the layout tells of a line: does it begin a paragraph, is it centred, bold,
// italic.
#pragma once

#include <optional>
#include <vector>

#include "reading_order.h"

namespace congvan::extractor {

struct LineDraft {
  OrderedRow ordered;
  JoinedRow joined;
  LineRole role = LineRole::kText;
  LineBreak line_break = LineBreak::kUnknown;
  bool bold = false, italic = false, centered = false;
  bool symmetric = false;    ///< its middle is the page's, whatever room is left beside it
  bool after_table = false;  ///< a table stands between it and the line before
};

/// What the next page must know to tell whether its first line goes on with a paragraph.
struct LastLine {
  float right_end = 0;  ///< of the line
  Extent text;          ///< of its page
  float font_size = 0;
};

/// Sets line_break and the flags of all drafts. `before` is the last body line of the page before,
/// if prose ended it.
void HintLines(std::vector<LineDraft>& lines, Extent text, const std::optional<LastLine>& before);

/// The last line of running text, unless a table or a zone ends the page.
std::optional<LastLine> LastBodyLine(const std::vector<LineDraft>& lines, Extent text,
                                     float body_font_size);

/// "- ", "+", "1.", "a)", "(2)", "IV.", "Điều 3": begins an item.
bool StartsItem(std::string_view text);

}  // namespace congvan::extractor
