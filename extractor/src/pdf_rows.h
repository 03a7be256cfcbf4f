// pdf_rows.h: words into rows (one baseline each), and a row into text with blanks where a reader
// sees them.
#pragma once

#include <string>
#include <vector>

#include "pdf_page.h"

namespace congvan::extractor {

struct PdfRow {
  std::vector<PdfWord> words;  ///< by x
  float baseline = 0;
  float font_size = 0;  ///< of most of its letters
  Box box;
};

/// Rows from the top down. Superscripts join the row that they are raised from and are marked.
std::vector<PdfRow> BuildRows(std::vector<PdfWord> words);

/// A row made again from some of another's words.
PdfRow MakeRow(std::vector<PdfWord> words);

/// The stretch that lines of a paragraph or cell fill; a row from edge to edge of it may be
/// justified.
struct Extent {
  float left = 0, right = 0;
};

/// A row's text with the place of each word in it. Pieces of one word that the file draws apart are
/// joined again; a gap much wider than the row's other blanks is kept visible as two or more
/// spaces.
struct JoinedRow {
  struct Word {
    RawSpan span;  ///< bytes of `text`
    Box box;
    float font_size = 0;
    bool bold = false, italic = false;
  };
  std::string text;
  std::vector<Word> words;
};

/// `blanks` are those of the page, by baseline (SortBlanks).
JoinedRow Join(const PdfRow& row, const std::vector<PdfBlank>& blanks, Extent extent);

void SortBlanks(std::vector<PdfBlank>& blanks);

}  // namespace congvan::extractor
