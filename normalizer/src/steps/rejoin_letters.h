// rejoin_letters.h: words that a program took apart: "K Ế  H O Ạ C H", "ĐIỀ U KHO ẢN".
#pragma once

#include "draft.h"

namespace congvan::normalizer {

/// Only blanks go, and only where the pieces cannot be words and what they make can. A line counts
/// as damaged when it holds a piece that is no syllable beside one that completes it; there a piece
/// without onset joins the one before too. Adds the Diagnostic "rejoined-letters". Runs before
/// blanks are collapsed: two of them part the words of a letter-spaced line.
void RejoinLetters(Draft& draft);

}  // namespace congvan::normalizer
