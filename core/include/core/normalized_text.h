// core/normalized_text.h: the document as rules read it: NFC, mended, paragraphs on one line each,
// with the way back.
//
// `text` holds every page, one after the other. A paragraph that crosses a page break is one
// paragraph; the page boundary then falls inside it. Every table cell is in `text` too (its own
// lines separated by '\n'), so that a citation in a cell has a place like any other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/offset_map.h"
#include "core/raw_document.h"
#include "core/span.h"

namespace congvan {

struct Paragraph {
  NormSpan span;  ///< one line, without the line feed that ends it; blanks inside are single spaces
  Column column = Column::kFull;
  bool bold = false, italic = false, centered = false;  ///< true when all of its lines are
  bool heading_mark = false;  ///< the source marked it as a heading (Markdown #, HTML h1..h6)
  bool after_blank = false;   ///< an empty line or a wider gap stands before it
};

struct Cell {
  int row = 0, column = 0, row_span = 1, column_span = 1;
  NormSpan span;      ///< lines of the cell separated by '\n'; trimmed
  bool bold = false;  ///< all of its text is bold or marked so
};

struct Table {
  int page = 1;  ///< where it begins
  NormSpan span;
  bool continues = false;
  int rows = 0, columns = 0;
  std::vector<Cell> cells;  ///< by row, then column
};

/// The text of every page, and where each begins: what places in a document are counted in.
struct PagedText {
  std::string text;  ///< UTF-8, NFC
  std::vector<uint32_t>
      page_begin;  ///< page_begin[i]: where page i + 1 begins; the first is 0; never falls

  /// Places of `text` by which code points are counted without beginning at the page's start.
  struct CodePointMark {
    uint32_t byte = 0, code_points = 0;  ///< code points before the byte
  };
  std::vector<CodePointMark> code_point_marks;  ///< by byte; may be empty: see MarkCodePoints

  /// 1-based page on which the byte stands.
  [[nodiscard]] int PageOf(uint32_t byte) const;
  /// The text of one page (1-based), as `congvan extract --text` prints it.
  [[nodiscard]] std::string_view PageText(int page) const;
};

struct NormalizedText : PagedText {
  OffsetMap map;
  std::vector<Paragraph> paragraphs;  ///< by span, outside tables
  std::vector<Table> tables;          ///< by span
  std::vector<Diagnostic> notes;
  /// Lines left out of `text` by their role (page numbers, running heads, stamps of electronic
  /// signatures): NFC, in order of the pages, one line each. No part of what the document says.
  std::vector<std::string> furniture;
};

/// A place in one page's normalized text, in Unicode code points: what the record and the user see.
struct PageSpan {
  int page = 1;
  uint32_t start = 0, end = 0;
  auto operator<=>(const PageSpan&) const = default;
};

/// Fills code_point_marks. `text.text` must not change afterwards.
void MarkCodePoints(PagedText& text);

/// Splits a span at page boundaries and counts code points. O(span) with the marks, O(text
/// before its end) without.
std::vector<PageSpan> ToPageSpans(const PagedText& text, NormSpan span);

/// The way back, as fast. A span that reaches out of its page's text is cut; an unknown page gives
/// an empty one.
NormSpan ToNormSpan(const PagedText& text, const PageSpan& span);

}  // namespace congvan
