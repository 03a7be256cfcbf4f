// reading_order.h: rows of a page in the order a person reads them.
//
// The head of an administrative paper (issuer left, motto right; number left, place and date right)
// and its foot (recipients left, signature right) are two columns without lines: the left one is
// read to its end first. They are found by a corridor that no row crosses, together with words that
// only stand there: the motto, "Nơi nhận". A corridor alone is not enough: rivers in prose and
// unruled tables have them too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/raw_document.h"
#include "pdf_rows.h"

namespace congvan::extractor {

struct OrderedRow {
  PdfRow row;
  Column column = Column::kFull;
  int block = 0;  ///< rows of one column of one zone share it; it changes wherever the column does
};

struct PageFrame {
  Extent text;  ///< the page's text from margin to margin
  float page_width = 0;
  bool first_page = false;
  bool after_sign_off = false;  ///< the page before ended inside recipients and signature
};

struct OrderedRows {
  std::vector<OrderedRow> rows;
  bool ends_in_sign_off = false;
};

/// `rows` by baseline, tables and furniture taken out. No row and no word is lost.
OrderedRows OrderRows(std::vector<PdfRow> rows, const PageFrame& frame);

/// For comparing words whatever their blanks, marks and case: only a-z and 0-9 are left.
std::string Bare(std::string_view text);
/// The row's words without blanks, Bare.
std::string BareText(const PdfRow& row);
/// The words of the national motto or of the Party's head.
bool HasMotto(std::string_view bare);
bool StartsRecipients(std::string_view bare);

}  // namespace congvan::extractor
