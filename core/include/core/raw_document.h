// core/raw_document.h: a document as the extractor hands it on: pages of text in reading order,
// with geometry.
//
// Text is UTF-8 exactly as the file holds it (NFC or NFD, look-alikes and all); the normalizer
// mends it later. All ranges are bytes of the page's own `text`. Boxes are in PDF points (1/72
// inch) from the top left corner of the page as displayed (crop box and /Rotate applied); formats
// without geometry leave them out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "core/span.h"

namespace congvan {

struct Box {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  bool operator==(const Box&) const = default;
};

struct SourceFile {
  std::string path;        ///< as the user named it
  std::string sha256;      ///< lower-case hex of the file's bytes: the identity of a file
  std::string media_type;  ///< IANA name, from the content, never from the file's name
  uint64_t bytes = 0;
  bool operator==(const SourceFile&) const = default;
};

struct RawWord {
  RawSpan span;
  Box box;
  float font_size = 0;
  bool bold = false;
  bool italic = false;
  bool operator==(const RawWord&) const = default;
};

/// Whether a line begins a new paragraph, as far as the layout tells.
enum class LineBreak : uint8_t {
  kUnknown,       ///< no geometry (plain text): the normalizer decides by the words
  kParagraph,     ///< indent, gap or alignment say: a new paragraph
  kContinuation,  ///< the layout says: goes on from the line before
};

/// Where on the page a line stands. The head and the foot of an administrative paper are borderless
/// two-column tables (ND 30/2020, appendix I); all lines of the left column come first in reading
/// order, then the right.
enum class Column : uint8_t { kFull, kLeft, kRight };

/// What a line is. Furniture (page numbers, repeated table heads, electronic-signature stamps,
/// running heads) stays in the raw text and is left out of the normalized text.
enum class LineRole : uint8_t { kText, kFurniture };

struct RawLine {
  RawSpan span;  ///< without the line feed
  LineBreak line_break = LineBreak::kUnknown;
  Column column = Column::kFull;
  LineRole role = LineRole::kText;
  std::optional<Box> box;
  bool bold = false;      ///< all of the line's words are
  bool italic = false;    ///< all of the line's words are
  bool centered = false;  ///< between the page's margins, with room on both sides
  bool operator==(const RawLine&) const = default;
};

struct RawCell {
  int row = 0, column = 0, row_span = 1,
      column_span = 1;  ///< counted from 0; each cell once, at its top left place
  RawSpan span;         ///< the cell's text; the lines of a cell are separated by '\n'
  std::optional<Box> box;
  bool operator==(const RawCell&) const = default;
};

/// A grid seen on one page. A table that goes on over the page is one RawTable per page.
struct RawTable {
  RawSpan span;  ///< the whole table's place in the page's text; no RawLine lies inside it
  std::optional<Box> box;
  bool continues =
      false;  ///< true when it goes on with the table that ended the page (or text block) before
  int rows = 0, columns = 0;
  std::vector<RawCell> cells;  ///< by row, then column; empty cells are present with an empty span
  bool operator==(const RawTable&) const = default;
};

struct RawPage {
  int number = 1;                ///< 1-based; plain text without form feeds is one page
  float width = 0, height = 0;   ///< points as displayed; 0 for formats without geometry
  std::string text;              ///< lines and tables in reading order
  std::vector<RawLine> lines;    ///< outside tables, by span
  std::vector<RawTable> tables;  ///< by span
  std::vector<RawWord> words;    ///< by span; empty for formats without geometry
  bool operator==(const RawPage&) const = default;
};

struct RawDocument {
  SourceFile source;
  std::string text_from;  ///< "text", "pdf", "ocr" or "docx"
  std::vector<RawPage> pages;
  std::vector<Diagnostic> notes;
};

}  // namespace congvan
