// page_writer.h: writes the text of a RawPage and, with it, the places of lines, tables, cells and
// words.
#pragma once

#include <vector>

#include "core/raw_document.h"
#include "pdf_lines.h"
#include "pdf_page.h"
#include "table_grid.h"

namespace congvan::extractor {

class PageWriter {
 public:
  /// `page` must outlive the writer; its words are not looked at.
  explicit PageWriter(const PdfPage& page);

  void WriteLine(const LineDraft& line);
  void WriteTable(const Grid& grid, const std::vector<PdfWord>& words, bool continues);
  RawPage Take();

 private:
  RawSpan WriteJoined(const JoinedRow& joined);
  RawSpan WriteCell(std::vector<PdfWord> words, const Box& box);
  void NewLine();

  const PdfPage& page_;
  RawPage out_;
};

/// Lines of words that run down, up or upside down, read along their own direction; the boxes are
/// the page's.
std::vector<LineDraft> SidewaysLines(const std::vector<PdfWord>& words, const PdfPage& page);

}  // namespace congvan::extractor
