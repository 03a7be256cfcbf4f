// text_indent.h: paragraphs told by their indented first lines, in text that keeps the page's
// layout.
#pragma once

#include <vector>

#include "core/raw_document.h"

namespace congvan::extractor {

/// Where most lines of body text begin at one column and paragraphs some blanks further in, sets
/// the line_break of the full-width lines: kParagraph for a first line, kContinuation for one that
/// follows a line filled to the margin. Other lines, and documents without such indents, stay as
/// they are. Needs the blanks before each line's span.
void MarkIndentedParagraphs(std::vector<RawPage>& pages);

}  // namespace congvan::extractor
