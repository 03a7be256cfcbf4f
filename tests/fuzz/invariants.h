// invariants.h: what must hold for whatever bytes come in. A broken one aborts, so that the fuzzer
// keeps the input.
#pragma once

#include "core/normalized_text.h"
#include "core/raw_document.h"
#include "core/record.h"
#include "core/result.h"
#include "core/utf8.h"

namespace congvan::fuzz {

inline void CheckLines(const RawPage& page) {
  CV_CHECK(IsValidUtf8(page.text), "the text of a page is UTF-8");
  uint32_t end = 0;
  for (const RawLine& line : page.lines) {
    CV_CHECK(line.span.begin >= end && line.span.begin < line.span.end, "lines stand in order");
    end = line.span.end;
    CV_CHECK(end <= page.text.size(), "lines stand on their page");
  }
}

inline void CheckTables(const RawPage& page) {
  uint32_t end = 0;
  for (const RawTable& table : page.tables) {
    CV_CHECK(table.span.begin >= end && table.span.begin <= table.span.end,
             "tables stand in order");
    end = table.span.end;
    CV_CHECK(end <= page.text.size(), "tables stand on their page");
    uint32_t cell_begin = table.span.begin;
    for (const RawCell& cell : table.cells) {
      CV_CHECK(cell.span.begin >= cell_begin, "cells never go back");
      CV_CHECK(cell.span.end <= table.span.end, "cells stand in their table");
      cell_begin = cell.span.end;
      CV_CHECK(cell.row + cell.row_span <= table.rows, "a cell has its rows");
      CV_CHECK(cell.column + cell.column_span <= table.columns, "a cell has its columns");
    }
  }
}

inline void Check(const RawDocument& document) {
  for (const RawPage& page : document.pages) {
    CheckLines(page);
    CheckTables(page);
  }
}

inline void Check(const NormalizedText& text) {
  CV_CHECK(IsValidUtf8(text.text), "normalized text is UTF-8");
  uint32_t end = 0;
  for (const Paragraph& paragraph : text.paragraphs) {
    CV_CHECK(paragraph.span.begin >= end && paragraph.span.end >= paragraph.span.begin,
             "paragraphs stand in order");
    end = paragraph.span.end;
  }
  CV_CHECK(end <= text.text.size(), "paragraphs stand in the text");
  for (const Table& table : text.tables) {
    for (const Cell& cell : table.cells)
      CV_CHECK(cell.span.end <= text.text.size(), "cells stand in the text");
  }
  for (uint32_t byte = 0; byte < text.text.size(); byte += 17)
    CV_CHECK(text.PageOf(byte) >= 1, "every byte has a page");
}

inline void Check(const std::vector<PageSpan>& spans, const NormalizedText& text) {
  for (const PageSpan& span : spans) {
    CV_CHECK(span.page >= 1 && static_cast<size_t>(span.page) <= text.page_begin.size(),
             "a span has a page");
    CV_CHECK(span.start <= span.end, "a span goes forward");
    CV_CHECK(span.end <= CountCodePoints(text.PageText(span.page)), "a span stands on its page");
  }
}

inline void Check(const Record& record, const NormalizedText& text) {
  for (const Citation& citation : record.citations) Check(citation.spans, text);
  for (const Task& task : record.tasks) {
    CV_CHECK(!task.text.empty(), "a task says something");
    Check(task.spans, text);
  }
  for (const Target& target : record.targets) Check(target.spans, text);
}

}  // namespace congvan::fuzz
