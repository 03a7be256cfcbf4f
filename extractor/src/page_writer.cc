#include "page_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace congvan::extractor {
namespace {

constexpr float kPadding = 4;  // points between a cell's border and its text

Rotation MainRotation(const std::vector<PdfWord>& words) {
  std::array<size_t, 4> letters = {};
  for (const PdfWord& word : words)
    letters.at(static_cast<size_t>(word.rotation)) += word.text.size();
  return static_cast<Rotation>(std::max_element(letters.begin(), letters.end()) - letters.begin());
}

// The cell that a word stands in; words in a border's width go to the nearest.
size_t CellOf(const Grid& grid, const PdfWord& word) {
  const float x = (word.box.x0 + word.box.x1) / 2, y = (word.box.y0 + word.box.y1) / 2;
  size_t best = 0;
  float least = INFINITY;
  for (size_t i = 0; i < grid.cells.size(); ++i) {
    const Box& box = grid.cells[i].box;
    const float dx = std::max({box.x0 - x, 0.0F, x - box.x1});
    const float dy = std::max({box.y0 - y, 0.0F, y - box.y1});
    if (dx + dy >= least) continue;
    least = dx + dy;
    best = i;
    if (least <= 0) break;
  }
  return best;
}

}  // namespace

PageWriter::PageWriter(const PdfPage& page) : page_(page) {
  out_.number = page.number;
  out_.width = page.width;
  out_.height = page.height;
}

void PageWriter::NewLine() {
  if (!out_.text.empty()) out_.text.push_back('\n');
}

RawSpan PageWriter::WriteJoined(const JoinedRow& joined) {
  const auto begin = static_cast<uint32_t>(out_.text.size());
  out_.text += joined.text;
  for (const JoinedRow::Word& word : joined.words) {
    out_.words.push_back({{begin + word.span.begin, begin + word.span.end},
                          word.box,
                          word.font_size,
                          word.bold,
                          word.italic});
  }
  return {begin, static_cast<uint32_t>(out_.text.size())};
}

void PageWriter::WriteLine(const LineDraft& draft) {
  NewLine();
  RawLine line;
  line.span = WriteJoined(draft.joined);
  line.line_break = draft.line_break;
  line.column = draft.ordered.column;
  line.role = draft.role;
  line.box = draft.ordered.row.box;
  line.bold = draft.bold;
  line.italic = draft.italic;
  line.centered = draft.centered;
  out_.lines.push_back(line);
}

RawSpan PageWriter::WriteCell(std::vector<PdfWord> words, const Box& box) {
  RawSpan span;
  span.begin = span.end = static_cast<uint32_t>(out_.text.size());
  if (words.empty()) return span;
  std::vector<JoinedRow> lines;
  if (MainRotation(words) == 0) {
    const std::vector<PdfRow> rows = BuildRows(std::move(words));
    Extent extent{INFINITY, -INFINITY};
    for (const PdfRow& row : rows) {
      extent = {std::min(extent.left, row.box.x0), std::max(extent.right, row.box.x1)};
    }
    // A cell of one line is as wide as its box: only text that fills it is justified.
    if (rows.size() == 1) extent = {box.x0 + kPadding, box.x1 - kPadding};
    for (const PdfRow& row : rows) lines.push_back(Join(row, page_.blanks, extent));
  } else {
    for (LineDraft& line : SidewaysLines(words, page_)) lines.push_back(std::move(line.joined));
  }
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) out_.text.push_back('\n');
    span.end = WriteJoined(lines[i]).end;
  }
  return span;
}

void PageWriter::WriteTable(const Grid& grid, const std::vector<PdfWord>& words, bool continues) {
  NewLine();
  std::vector<std::vector<PdfWord>> by_cell(grid.cells.size());
  for (const PdfWord& word : words) by_cell[CellOf(grid, word)].push_back(word);
  RawTable table;
  table.span.begin = static_cast<uint32_t>(out_.text.size());
  table.box = grid.box;
  table.continues = continues;
  table.rows = grid.rows();
  table.columns = grid.columns();
  for (size_t i = 0; i < grid.cells.size(); ++i) {
    const GridCell& from = grid.cells[i];
    if (i > 0) out_.text.push_back(from.row == grid.cells[i - 1].row ? '\t' : '\n');
    RawCell cell;
    cell.row = from.row;
    cell.column = from.column;
    cell.row_span = from.row_span;
    cell.column_span = from.column_span;
    cell.span = WriteCell(std::move(by_cell[i]), from.box);
    cell.box = from.box;
    table.cells.push_back(cell);
  }
  table.span.end = static_cast<uint32_t>(out_.text.size());
  out_.tables.push_back(std::move(table));
}

RawPage PageWriter::Take() { return std::move(out_); }

std::vector<LineDraft> SidewaysLines(const std::vector<PdfWord>& words, const PdfPage& page) {
  std::vector<LineDraft> lines;
  for (const Rotation rotation : {0, 1, 2, 3}) {
    std::vector<PdfWord> alike;
    for (const PdfWord& word : words) {
      if (word.rotation == rotation) alike.push_back(word);
    }
    if (alike.empty()) continue;
    const bool sideways = rotation % 2 == 1;
    const float width = sideways ? page.height : page.width;
    const float height = sideways ? page.width : page.height;
    const Rotation back = (4 - rotation) % 4;
    for (PdfRow& row : BuildRows(Turned(std::move(alike), rotation, page.width, page.height))) {
      LineDraft line;
      line.joined = Join(row, {}, {row.box.x0, row.box.x1});
      for (JoinedRow::Word& word : line.joined.words)
        word.box = TurnedBox(word.box, back, width, height);
      row.box = TurnedBox(row.box, back, width, height);
      line.ordered = {std::move(row), Column::kFull, 0};
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

}  // namespace congvan::extractor
