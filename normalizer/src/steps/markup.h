// markup.h: Markdown, HTML tags and entities, and LaTeX are read as what they mean.
#pragma once

#include "draft.h"

namespace congvan::normalizer {

/// Drops marks of emphasis, headings, links and tags, notes what they said (bold, italic,
/// heading_mark), and turns entities, escapes and formulas into the characters they stand for.
/// Asterisks and brackets that are no markup stay; bullets written "*" become "-". Blanks to be
/// filled in ("____") become one space. Only text files have markup.
void ReadMarkup(Draft& draft);

/// For all formats: "____" becomes a space.
void DropFillIns(Draft& draft);

}  // namespace congvan::normalizer
