// pdf_furniture.h: what stands on a page without being part of the document: page numbers, stamps
// of electronic signatures, running heads.
#pragma once

#include <vector>

#include "core/raw_document.h"
#include "pdf_rows.h"

namespace congvan::extractor {

/// Takes the words of signature and gazette stamps out of `words` and returns them as rows.
std::vector<PdfRow> TakeStamps(std::vector<PdfWord>& words, float body_font_size);

/// A row that is nothing but a page number ("2", "- 2 -", "Trang 2/5"), in the margin at the top or
/// the foot.
bool IsPageNumber(const PdfRow& row, float page_height);

/// Marks lines that stand at the top or foot of several pages, equal but for their digits.
void MarkRunningHeads(std::vector<RawPage>& pages);

}  // namespace congvan::extractor
