// pdf_page.h: what one PDF page shows, before anything is made of it: words, blanks and ruling
// lines with places.
//
// Coordinates are points from the top left corner of the page as a reader holds it: crop box and
// /Rotate are applied, and a page whose text runs sideways has been turned upright (TurnUpright).
#pragma once

#include <vector>

#include "core/raw_document.h"

namespace congvan::extractor {

/// Quarter turns clockwise of the text's direction; 1 runs down the page.
using Rotation = int;

struct PdfWord {
  std::string text;
  Box box;
  float baseline = 0;  ///< y of upright words; x of words with rotation 1 or 3
  float font_size = 0;
  bool bold = false;
  bool italic = false;
  Rotation rotation = 0;
  bool raised = false;       ///< a superscript of the row it was put into (BuildRows)
  std::vector<float> edges;  ///< left edge of each code point and the right end; empty when unknown
};

/// A space the file draws. Where two words have none between them, they are often one word in
/// pieces.
struct PdfBlank {
  float x0 = 0, x1 = 0, baseline = 0;
};

/// A straight line along an axis, however it was drawn (stroke, thin fill, dashes).
struct Ruling {
  float position = 0;        ///< y of a horizontal line, x of a vertical one
  float begin = 0, end = 0;  ///< along the other axis, begin <= end
  bool operator==(const Ruling&) const = default;
};

struct Rulings {
  std::vector<Ruling> horizontal, vertical;
};

struct PdfPage {
  int number = 1;
  float width = 0, height = 0;
  std::vector<PdfWord> words;    ///< in the order of the file
  std::vector<PdfBlank> blanks;  ///< empty when the file draws none or the reader cannot tell
  Rulings rulings;
  bool incomplete = false;  ///< a limit was hit, or the page could not be read to its end
};

/// Turns the page so that most of its words are upright, and drops words that were drawn twice for
/// boldness.
void TurnUpright(PdfPage& page);

/// The words turned so that those of `rotation` run upright, on a page of the given size.
std::vector<PdfWord> Turned(std::vector<PdfWord> words, Rotation rotation, float width,
                            float height);
Box TurnedBox(const Box& box, Rotation rotation, float width, float height);

}  // namespace congvan::extractor
