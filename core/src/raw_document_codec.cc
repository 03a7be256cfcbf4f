#include "core/raw_document_codec.h"

#include "archive.h"
#include "core_archive.h"

namespace congvan {

using archive::Fields;
using archive::Of;

template <class A, Of<RawWord> T>
bool Visit(A& a, T& word) {
  auto& [span, box, font_size, bold, italic] = word;
  return Fields(a, span, box, font_size, bold, italic);
}

template <class A, Of<RawLine> T>
bool Visit(A& a, T& line) {
  auto& [span, line_break, column, role, box, bold, italic, centered] = line;
  return Fields(a, span, line_break, column, role, box, bold, italic, centered);
}

template <class A, Of<RawCell> T>
bool Visit(A& a, T& cell) {
  auto& [row, column, row_span, column_span, span, box] = cell;
  return Fields(a, row, column, row_span, column_span, span, box);
}

template <class A, Of<RawTable> T>
bool Visit(A& a, T& table) {
  auto& [span, box, continues, rows, columns, cells] = table;
  return Fields(a, span, box, continues, rows, columns, cells);
}

template <class A, Of<RawPage> T>
bool Visit(A& a, T& page) {
  auto& [number, width, height, text, lines, tables, words] = page;
  return Fields(a, number, width, height, text, lines, tables, words);
}

template <class A, Of<RawDocument> T>
bool Visit(A& a, T& document) {
  auto& [source, text_from, pages, notes] = document;
  return Fields(a, source, text_from, pages, notes);
}

namespace {

constexpr uint32_t kMagic = 0x44525643;  // "CVRD"
constexpr uint32_t kVersion = 1;

bool Fits(const RawSpan& span, const std::string& text) {
  return span.begin <= span.end && span.end <= text.size();
}

bool IsSound(const RawPage& page) {
  for (const RawLine& line : page.lines) {
    if (!Fits(line.span, page.text) || line.line_break > LineBreak::kContinuation ||
        line.column > Column::kRight || line.role > LineRole::kFurniture) {
      return false;
    }
  }
  for (const RawWord& word : page.words) {
    if (!Fits(word.span, page.text)) return false;
  }
  for (const RawTable& table : page.tables) {
    if (!Fits(table.span, page.text) || table.rows < 0 || table.columns < 0) return false;
    for (const RawCell& cell : table.cells) {
      if (!Fits(cell.span, page.text) || cell.row < 0 || cell.column < 0 || cell.row_span < 1 ||
          cell.column_span < 1 || cell.row_span > table.rows - cell.row ||
          cell.column_span > table.columns - cell.column) {
        return false;
      }
    }
  }
  return true;
}

}  // namespace

std::string Encode(const RawDocument& document) {
  archive::Writer writer;
  writer.Number(kMagic);
  writer.Number(kVersion);
  Field(writer, document);
  return writer.Take();
}

std::optional<RawDocument> DecodeRawDocument(std::string_view bytes) {
  archive::Reader reader(bytes);
  uint32_t magic = 0, version = 0;
  if (!reader.Number(magic) || !reader.Number(version) || magic != kMagic || version != kVersion)
    return std::nullopt;
  RawDocument document;
  if (!Field(reader, document) || reader.left() != 0) return std::nullopt;
  for (const RawPage& page : document.pages) {
    if (!IsSound(page)) return std::nullopt;
  }
  for (const Diagnostic& note : document.notes) {
    if (note.severity > Severity::kWarning) return std::nullopt;
  }
  return document;
}

}  // namespace congvan
