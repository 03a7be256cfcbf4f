// join_lines.h: lines become paragraphs; the lines of a cell become its items.
#pragma once

#include "draft.h"

namespace congvan::normalizer {

/// Decides at each line end whether a paragraph ends there: by the layout where it is known, else
/// by the words. Afterwards each line of the draft is a paragraph, or an item of a cell; empty
/// lines are gone (a cell without text keeps one). The marks of the text are then where pages 2, 3,
/// ... begin.
///
/// Pieces of a table that a PDF-to-text program took apart (from a line with the head's "TT" on)
/// stay lines.
void JoinLines(Draft& draft);

}  // namespace congvan::normalizer
