// What must hold for any text file: spans in order and inside the page, no letter lost.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

#include "../../extractor/src/plain_text.h"
#include "core/utf8.h"

namespace congvan::extractor {
namespace {

std::string Sorted(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c > ' ' || c < 0) out.push_back(c);
  }
  std::sort(out.begin(), out.end());
  return out;
}

void CheckPage(const RawPage& page) {
  uint32_t end = 0;
  for (const RawLine& line : page.lines) {
    ASSERT_GE(line.span.begin, end);
    ASSERT_LT(line.span.begin, line.span.end);
    end = line.span.end;
    ASSERT_LE(end, page.text.size());
    ASSERT_EQ(line.span.Of(page.text).find('\n'), std::string_view::npos);
    for (const RawTable& table : page.tables) ASSERT_FALSE(table.span.Overlaps(line.span));
  }
  end = 0;
  for (const RawTable& table : page.tables) {
    ASSERT_GE(table.span.begin, end);
    end = table.span.end;
    ASSERT_LE(end, page.text.size());
    uint32_t cell_end = table.span.begin;
    for (const RawCell& cell : table.cells) {
      ASSERT_GE(cell.span.begin, cell_end) << "cells never go back";
      ASSERT_LE(cell.span.end, table.span.end);
      cell_end = cell.span.end;
      ASSERT_LE(cell.row + cell.row_span, table.rows);
      ASSERT_LE(cell.column + cell.column_span, table.columns);
    }
  }
}

void CheckDocument(const std::string& bytes) {
  const auto document = ReadPlainText({}, bytes);
  if (!document) {
    ASSERT_EQ(document.error().code, ErrorCode::kEmpty);
    return;
  }
  std::string all;
  for (const RawPage& page : document->pages) {
    CheckPage(page);
    all += page.text;
  }
  ASSERT_TRUE(IsValidUtf8(all));
  if (IsValidUtf8(bytes) && bytes.find('\0') == std::string::npos) {
    ASSERT_EQ(Sorted(all), Sorted(bytes)) << "text is moved, never lost";
  }
}

TEST(TextReaderProperties, HoldForRandomText) {
  constexpr std::array kPieces =
      std::to_array<std::string_view>({"|\n",         "|",
                                       "| a | b |\n", "|---|---|\n",
                                       "\t",          "\n",
                                       "\n\n",        "<table>",
                                       "</table>",    "<tr>",
                                       "<td>",        "<td rowspan=3 colspan=\"2\">",
                                       "</td>",       "a",
                                       "Số: 1",       "Nơi nhận:",
                                       "          ",  "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                       "\f",          "\r\n",
                                       "Kính gửi:",   "1",
                                       "x\ty\tz\n",   "**",
                                       "é",           "<td rowspan=99999999>",
                                       "\xEF\xBB\xBF"});
  std::mt19937 random(5);
  for (int round = 0; round < 4000; ++round) {
    std::string bytes = "a";
    for (unsigned i = 0; i < 30; ++i) bytes += kPieces[random() % kPieces.size()];
    ASSERT_NO_FATAL_FAILURE(CheckDocument(bytes)) << bytes;
  }
}

TEST(TextReaderProperties, HoldForRandomBytes) {
  std::mt19937 random(6);
  for (int round = 0; round < 500; ++round) {
    std::string bytes;
    for (unsigned i = 0; i < 60; ++i) bytes.push_back(static_cast<char>(random() % 256));
    ASSERT_NO_FATAL_FAILURE(CheckDocument(bytes));
  }
}

TEST(TextReaderProperties, HoldForRealDocuments) {
  const std::filesystem::path samples =
      std::filesystem::path(CONGVAN_SOURCE_DIR) / "../shared/samples";
  if (!std::filesystem::is_directory(samples)) GTEST_SKIP() << "no real documents here";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(samples)) {
    if (entry.path().extension() != ".txt") continue;
    std::stringstream bytes;
    bytes << std::ifstream(entry.path()).rdbuf();
    ASSERT_NO_FATAL_FAILURE(CheckDocument(bytes.str())) << entry.path();
  }
}

}  // namespace
}  // namespace congvan::extractor
