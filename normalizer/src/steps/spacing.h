// spacing.h: blanks inside lines and symbols.
#pragma once

#include "draft.h"

namespace congvan::normalizer {

/// Single blanks inside lines, none at their ends.
void CollapseBlanks(Draft& draft);

/// "57 – NQ / TW" -> "57-NQ/TW".
void MendSymbols(Draft& draft);

}  // namespace congvan::normalizer
