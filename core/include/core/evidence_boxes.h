// core/evidence_boxes.h: where the words of a record stand on the printed page.
#pragma once

#include <vector>

#include "core/normalized_text.h"
#include "core/raw_document.h"
#include "core/record.h"

namespace congvan {

/// One box for each printed line that the spans touch, around the words of theirs on it, in reading
/// order. Whole words: a span that ends inside one takes all of it. Empty where the pages have no
/// words (plain text) or the spans lie outside. `text` must be made from `raw`.
std::vector<PageBox> BoxesOf(const RawDocument& raw, const NormalizedText& text,
                             const std::vector<PageSpan>& spans);

/// Fills in the boxes of all evidence of the record.
void AddBoxes(const RawDocument& raw, const NormalizedText& text, Record& record);

}  // namespace congvan
