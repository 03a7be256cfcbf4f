// pdf_layout.h: one PDF page as a RawPage: tables taken out, the rest in reading order, text and
// places written.
#pragma once

#include <optional>
#include <vector>

#include "core/raw_document.h"
#include "pdf_lines.h"
#include "pdf_page.h"
#include "table_grid.h"

namespace congvan::extractor {

/// The page's grids that are tables: two columns and two rows at least, some text, no letterhead in
/// a frame. One-row grids with several columns are kept apart: they are tables only as a part of
/// one (LayOutPage).
struct PageTables {
  std::vector<Grid> tables;
  std::vector<Grid> single_rows;
};
PageTables FindTables(const PdfPage& page);

/// What one page leaves for the next.
struct PageEnd {
  std::optional<Grid> table;  ///< when a table ends the page
  std::optional<LastLine> line;
  Extent text;           ///< the page's margins, and
  float page_width = 0;  ///< the width they belong to
  bool in_sign_off = false;
};

struct LaidOutPage {
  RawPage page;
  PageEnd end;
};

/// `next` are the tables of the page that follows, for a table of which only the head fits on this
/// page.
LaidOutPage LayOutPage(const PdfPage& page, PageTables tables, const PageEnd& before,
                       const PageTables& next);

}  // namespace congvan::extractor
