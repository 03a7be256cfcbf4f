// normalizer_support.h: small raw documents for the tests of the normalizer.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/raw_document.h"
#include "normalizer/normalize.h"

namespace congvan::normalizer {

/// Every line of each page is a line of text; `pages` are divided by '\f'.
inline RawDocument TextDocument(std::string_view text) {
  RawDocument document;
  document.text_from = "text";
  size_t begin = 0;
  for (;;) {
    const size_t feed = std::min(text.find('\f', begin), text.size());
    RawPage page;
    page.number = static_cast<int>(document.pages.size()) + 1;
    page.text = std::string(text.substr(begin, feed - begin));
    for (size_t i = 0; i < page.text.size();) {
      const size_t end = std::min(page.text.find('\n', i), page.text.size());
      if (page.text.find_first_not_of(' ', i) < end) {
        RawLine line;
        line.span = {static_cast<uint32_t>(i), static_cast<uint32_t>(end)};
        page.lines.push_back(line);
      }
      i = end + 1;
    }
    document.pages.push_back(std::move(page));
    if (feed == text.size()) return document;
    begin = feed + 1;
  }
}

/// One table of one row; each string is a cell.
inline RawDocument CellDocument(const std::vector<std::string>& cells) {
  RawDocument document;
  document.text_from = "text";
  RawPage page;
  RawTable table;
  table.rows = 1;
  table.columns = static_cast<int>(cells.size());
  for (const std::string& cell : cells) {
    const auto begin = static_cast<uint32_t>(page.text.size());
    page.text += cell;
    const auto end = static_cast<uint32_t>(page.text.size());
    table.cells.push_back(
        {0, static_cast<int>(table.cells.size()), 1, 1, {begin, end}, std::nullopt});
    page.text += '\t';
  }
  table.span = {0, static_cast<uint32_t>(page.text.size() - 1)};
  page.tables.push_back(table);
  document.pages.push_back(std::move(page));
  return document;
}

inline std::vector<std::string> Paragraphs(const NormalizedText& text) {
  std::vector<std::string> out;
  for (const Paragraph& paragraph : text.paragraphs) out.emplace_back(paragraph.span.Of(text.text));
  return out;
}

inline std::vector<std::string> Paragraphs(std::string_view text) {
  return Paragraphs(Normalize(TextDocument(text)));
}

inline std::string CellText(const std::string& cell) {
  const NormalizedText text = Normalize(CellDocument({cell}));
  return std::string(text.tables.at(0).cells.at(0).span.Of(text.text));
}

/// What holds for every result: the map covers the text, verbatim runs are equal bytes, all spans
/// are in order.
inline void CheckInvariants(const RawDocument& raw, const NormalizedText& text) {
  uint32_t norm = 0, raw_end = 0;
  int page = 0;
  for (const OffsetMap::Run& run : text.map.runs()) {
    ASSERT_EQ(run.norm_begin, norm);
    norm += run.norm_size;
    ASSERT_GE(run.page, page);
    if (run.page != page) raw_end = 0;
    page = run.page;
    const std::string& source = raw.pages.at(static_cast<size_t>(page - 1)).text;
    ASSERT_LE(run.raw_begin + run.raw_size, source.size());
    ASSERT_GE(run.raw_begin, raw_end) << "runs never go back";
    raw_end = run.raw_begin + run.raw_size;
    if (run.verbatim) {
      ASSERT_EQ(text.text.substr(run.norm_begin, run.norm_size),
                source.substr(run.raw_begin, run.raw_size));
    }
  }
  ASSERT_EQ(norm, text.text.size());
  ASSERT_EQ(text.page_begin.size(), raw.pages.size());
  for (size_t i = 1; i < text.page_begin.size(); ++i)
    ASSERT_LE(text.page_begin[i - 1], text.page_begin[i]);
  uint32_t end = 0;
  for (const Paragraph& paragraph : text.paragraphs) {
    ASSERT_GE(paragraph.span.begin, end);
    ASSERT_LT(paragraph.span.begin, paragraph.span.end);
    end = paragraph.span.end;
    ASSERT_LE(end, text.text.size());
    const std::string_view inner = paragraph.span.Of(text.text);
    ASSERT_EQ(inner.find('\n'), inner.npos);
    ASSERT_EQ(inner.find("  "), inner.npos);
    ASSERT_NE(inner.front(), ' ');
    ASSERT_NE(inner.back(), ' ');
  }
  end = 0;
  for (const Table& table : text.tables) {
    ASSERT_GE(table.span.begin, end);
    end = table.span.end;
    for (const Cell& cell : table.cells) ASSERT_TRUE(table.span.Contains(cell.span));
  }
}

}  // namespace congvan::normalizer
