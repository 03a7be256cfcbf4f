// draft.h: the document between the steps: its lines in one MappedText, and what is known of each
// line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/raw_document.h"
#include "mapped_text.h"

namespace congvan::normalizer {

/// One line of the draft. Lines of a cell belong to it until the cells are joined.
struct LineInfo {
  int page = 1;
  int table = -1, cell = -1;  ///< indexes into Draft::tables and its cells; -1: outside tables
  Column column = Column::kFull;
  LineBreak line_break = LineBreak::kUnknown;
  bool bold = false, italic = false, centered = false;
  bool heading_mark = false;
  bool after_blank = false;    ///< an empty line or a wider gap stands before it
  bool after_table = false;    ///< a table stands before it
  bool hard_break = false;     ///< markup ends the line before (<br>, two blanks in Markdown)
  bool emphasis_open = false;  ///< its last emphasis goes on into the next line
};

struct TableInfo {
  int page = 1;
  const RawTable* raw = nullptr;  ///< of the document being normalized
};

/// Between the steps the text is a list of lines, one '\n' between two; `lines` has one entry for
/// each. Steps before the joining neither make nor remove line feeds.
struct Draft {
  MappedText text;
  std::vector<LineInfo> lines;
  std::vector<TableInfo> tables;
  int pages = 0;
  bool markdown = false;  ///< headings, emphasis or rules of Markdown were seen
  std::vector<Diagnostic> notes;
  std::vector<std::string> furniture;  ///< see NormalizedText
};

/// The lines of the draft's text, in step with Draft::lines.
std::vector<std::string_view> LinesOf(std::string_view text);

/// Gathers the lines and cells of all pages in reading order, without furniture. A <br> or <p> ends
/// a line.
Draft Gather(const RawDocument& raw);

}  // namespace congvan::normalizer
