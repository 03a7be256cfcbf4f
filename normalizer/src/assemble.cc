#include "assemble.h"

#include <utility>

#include "core/result.h"

namespace congvan::normalizer {
namespace {

Table TableOf(const TableInfo& info) {
  Table table;
  table.page = info.page;
  table.continues = info.raw->continues;
  table.rows = info.raw->rows;
  table.columns = info.raw->columns;
  for (const RawCell& raw : info.raw->cells) {
    Cell cell;
    cell.row = raw.row;
    cell.column = raw.column;
    cell.row_span = raw.row_span;
    cell.column_span = raw.column_span;
    table.cells.push_back(cell);
  }
  return table;
}

// The lines of a cell follow each other; the first sets its span, the others widen it.
void AddToCell(Cell& cell, NormSpan line, const LineInfo& info, bool first) {
  if (first) {
    cell.span = line;
    cell.bold = info.bold && !line.empty();
  } else {
    cell.span.end = line.end;
    cell.bold &= info.bold;
  }
}

}  // namespace

NormalizedText Assemble(Draft draft) {
  NormalizedText out;
  out.text = draft.text.text();
  MarkCodePoints(out);
  out.map = draft.text.Map();
  out.notes = std::move(draft.notes);
  out.furniture = std::move(draft.furniture);
  if (draft.pages > 0) out.page_begin.push_back(0);
  for (const uint32_t mark : draft.text.marks()) out.page_begin.push_back(mark);
  for (const TableInfo& info : draft.tables) out.tables.push_back(TableOf(info));
  uint32_t begin = 0;
  int table_before = -1, cell_before = -1;
  for (const LineInfo& info : draft.lines) {
    const size_t feed = out.text.find('\n', begin);
    const NormSpan span{begin,
                        static_cast<uint32_t>(feed == std::string::npos ? out.text.size() : feed)};
    if (info.cell >= 0) {
      Table& table = out.tables[static_cast<size_t>(info.table)];
      const bool first_cell = info.table != table_before;
      AddToCell(table.cells[static_cast<size_t>(info.cell)], span, info,
                first_cell || info.cell != cell_before);
      if (first_cell) table.span.begin = span.begin;
      table.span.end = span.end;
    } else {
      out.paragraphs.push_back({span, info.column, info.bold, info.italic, info.centered,
                                info.heading_mark, info.after_blank});
    }
    table_before = info.table;
    cell_before = info.cell;
    begin = span.end + 1;
  }
  CV_CHECK(draft.lines.empty() || begin == out.text.size() + 1, "one entry for each line");
  return out;
}

}  // namespace congvan::normalizer
