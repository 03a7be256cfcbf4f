// text_region.h: what the finders of tables and columns in plain text hand to the reader.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/raw_document.h"

namespace congvan::extractor {

/// A line of the page's source text, without its line feed.
struct SourceLine {
  size_t begin = 0, end = 0;
  [[nodiscard]] std::string_view Of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
};

struct SourceLines {
  std::string_view text;
  std::vector<SourceLine> lines;

  [[nodiscard]] std::string_view Line(size_t i) const { return lines[i].Of(text); }
  [[nodiscard]] bool IsBlank(size_t i) const;
  /// First line at or after `i` that is not blank; lines.size() when there is none.
  [[nodiscard]] size_t SkipBlank(size_t i) const;
};

/// Splits at line feeds, and around <table> and </table>, so that a table is made of whole lines.
SourceLines SplitLines(std::string_view text);

/// A stretch of text that becomes one RawLine.
struct Piece {
  size_t begin = 0, end = 0;  ///< bytes of the source text
  Column column = Column::kFull;
  bool starts_paragraph = false;
  bool after_blank = false;
};

/// Source lines [.., end_line) that are one table (spans are bytes of the source text) or layout
/// pieces.
struct Region {
  size_t end_line = 0;
  std::optional<RawTable> table;
  std::vector<Piece> pieces;
};

/// Lower-case letters and digits without diacritics, everything else as single blanks: takes NFC
/// and NFD.
std::string Skeleton(std::string_view text);

/// True for the cells of a letterhead, an address block or a sign-off: layout, not data.
bool IsLayoutText(std::string_view skeleton);

/// Makes the span end at the last non-blank byte and begin at the first.
RawSpan TrimSpan(std::string_view text, size_t begin, size_t end);

/// The lines of the cell as pieces of `column`; the first starts a paragraph.
void AddCellPieces(std::string_view text, RawSpan cell, Column column, std::vector<Piece>& pieces);

/// Turns a two-column layout table into pieces, row by row; leaves a data table as it is.
void UnfoldLayoutTable(std::string_view text, Region& region);

/// Adds empty cells where a row is short, sorts the cells and sets rows and columns.
void CompleteGrid(RawTable& table);

}  // namespace congvan::extractor
