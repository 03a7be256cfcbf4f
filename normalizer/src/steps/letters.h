// letters.h: one letter at a time: composed marks, look-alikes, strange blanks.
#pragma once

#include "draft.h"

namespace congvan::normalizer {

/// NFC.
void ComposeLetters(Draft& draft);

/// Letters that only look like Vietnamese ones (Ð, ƣ, Cyrillic and Greek inside words), full-width
/// forms and ligatures become the letters they stand for; all blanks become ' ', and invisible
/// characters go.
void RepairLetters(Draft& draft);

}  // namespace congvan::normalizer
