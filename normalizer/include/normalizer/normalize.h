// normalizer/normalize.h: from raw pages to text that rules can match, with the way back to every byte.
//
//   NormalizedText text = Normalize(raw);
//   std::vector<SourceSpan> where = text.map.ToSource(NormSpan{10, 24});
//
// The text is read as its reader would read it: damage of typing and extraction is repaired (look-alike letters,
// decomposed marks, broken lines, symbols cut at line ends, markup), the words stay as they are, typing errors too.
// Steps may replace or delete, never reorder. Pure: no clock, no locale, no globals; any thread may call it.
// Never fails: what it cannot repair it leaves, with a Diagnostic where a reader should know.
#pragma once

#include "core/normalized_text.h"
#include "core/raw_document.h"

namespace congvan::normalizer {

NormalizedText Normalize(const RawDocument& raw);

}  // namespace congvan::normalizer
