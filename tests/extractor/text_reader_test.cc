#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "../../extractor/src/plain_text.h"

namespace congvan::extractor {
namespace {

RawDocument Read(std::string_view bytes) {
  auto result = ReadPlainText({"t.txt", "", "text/plain", bytes.size()}, bytes);
  EXPECT_TRUE(result.has_value()) << ToString(result.error());
  return result ? *result : RawDocument{};
}

std::vector<std::string> LinesOf(const RawPage& page) {
  std::vector<std::string> out;
  for (const RawLine& line : page.lines) {
    const char* side = line.column == Column::kLeft    ? "L "
                       : line.column == Column::kRight ? "R "
                                                       : "";
    const char* mark = line.role == LineRole::kFurniture ? "furniture " : "";
    out.push_back(mark + std::string(side) + std::string(line.span.Of(page.text)));
  }
  return out;
}

std::vector<std::string> CellsOf(const RawPage& page, const RawTable& table) {
  std::vector<std::string> out;
  for (const RawCell& cell : table.cells) {
    std::string place = std::to_string(cell.row) + "," + std::to_string(cell.column);
    if (cell.row_span > 1 || cell.column_span > 1)
      place += "+" + std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span);
    out.push_back(place + " " + std::string(cell.span.Of(page.text)));
  }
  return out;
}

using Strings = std::vector<std::string>;

TEST(TextReader, DecodesEncodings) {
  const std::string little("\xFF\xFE\x10\x01\x41\x00\x0A\x00", 8);
  const std::string big("\xFE\xFF\x01\x10\x00\x41\x00\x0A", 8);
  const struct {
    std::string bytes, text;
    const char* what;
  } rows[] = {
      {"\xEF\xBB\xBFĐA", "ĐA\n", "UTF-8 with a byte order mark"},
      {little, "ĐA\n", "UTF-16, little end first"},
      {big, "ĐA\n", "UTF-16, big end first"},
      {std::string("N\0o\0i\0 \0n\0", 10), "Noi n\n", "UTF-16 without a mark"},
      {"a\r\nb\rc", "a\nb\nc\n", "line ends of other systems"},
  };
  for (const auto& row : rows) EXPECT_EQ(Read(row.bytes).pages[0].text, row.text) << row.what;
}

TEST(TextReader, ReplacesBrokenBytesAndSaysSo) {
  const RawDocument document = Read(
      "K\xE9 ho\xA1"
      "ch");
  EXPECT_EQ(document.pages[0].text,
            "K\uFFFD ho\uFFFD"
            "ch\n");
  ASSERT_EQ(document.notes.size(), 1U);
  EXPECT_EQ(document.notes[0].code, "invalid-utf8");
}

TEST(TextReader, RefusesEmptyText) {
  for (const std::string_view bytes : {"", " \n\t\n", "\f\f", "\xEF\xBB\xBF"}) {
    const auto result = ReadPlainText({}, bytes);
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, ErrorCode::kEmpty);
  }
}

TEST(TextReader, FormFeedsMakePagesAndShowPageNumbers) {
  const RawDocument document = Read("Trang đầu\n\f      2\n\ntiếp theo\n\f- 3 -\nhết\n\f");
  ASSERT_EQ(document.pages.size(), 3U);
  EXPECT_EQ(LinesOf(document.pages[1]), (Strings{"furniture 2", "tiếp theo"}));
  EXPECT_EQ(LinesOf(document.pages[2]), (Strings{"furniture - 3 -", "hết"}));
}

TEST(TextReader, KeepsLoneNumbersWhereNoPageIsKnown) {
  EXPECT_EQ(LinesOf(Read("1\n\nRà soát\n\n2\n").pages[0]), (Strings{"1", "Rà soát", "2"}));
}

TEST(TextReader, ReadsPipeTables) {
  const RawPage page =
      Read("Trước\n| TT | Nội dung |\n|---|:---:|\n| 1 | a \\| b<br>c |\n| 2 | d\n\nSau").pages[0];
  ASSERT_EQ(page.tables.size(), 1U);
  EXPECT_EQ(CellsOf(page, page.tables[0]),
            (Strings{"0,0 TT", "0,1 Nội dung", "1,0 1", "1,1 a \\| b<br>c", "2,0 2", "2,1 d"}));
  EXPECT_EQ(LinesOf(page), (Strings{"Trước", "Sau"}));
}

TEST(TextReader, ReadsPipeTablesWithoutOuterPipes) {
  const RawPage page = Read("TT | Việc | Hạn\n---|---|---\n1 | a |\n").pages[0];
  ASSERT_EQ(page.tables.size(), 1U);
  EXPECT_EQ(CellsOf(page, page.tables[0]),
            (Strings{"0,0 TT", "0,1 Việc", "0,2 Hạn", "1,0 1", "1,1 a", "1,2 "}));
}

TEST(TextReader, ReadsTabTablesInPieces) {
  const RawPage page =
      Read("TT\tViệc\tHạn\n1\ta\t\n\nTT\tViệc\tHạn\n2\tb\t2025\n\n\tc\t\n\nXong.\n").pages[0];
  ASSERT_EQ(page.tables.size(), 3U);
  EXPECT_FALSE(page.tables[0].continues);
  EXPECT_TRUE(page.tables[1].continues);
  EXPECT_TRUE(page.tables[2].continues) << "a single row that goes on";
  EXPECT_EQ(CellsOf(page, page.tables[2]), (Strings{"0,0 ", "0,1 c", "0,2 "}));
}

TEST(TextReader, TakesNoIndentForATable) {
  EXPECT_TRUE(Read("\t\tMột đoạn văn\n\t\tthụt lề\n").pages[0].tables.empty());
}

TEST(TextReader, ReadsHtmlTablesWithSpans) {
  const RawPage page =
      Read(
          "A<table>\n<tr><th rowspan=\"2\">TT</th><th colspan=2>Cơ quan</th></tr>\n"
          "<tr><td>chủ trì<td>phối hợp</tr>\n<tr><td>1</td><td><b>x</b></td></tr>"
          "</table>B")
          .pages[0];
  ASSERT_EQ(page.tables.size(), 1U);
  EXPECT_EQ(CellsOf(page, page.tables[0]),
            (Strings{"0,0+2x1 TT", "0,1+1x2 Cơ quan", "1,1 chủ trì", "1,2 phối hợp", "2,0 1",
                     "2,1 <b>x</b>", "2,2 "}));
  EXPECT_EQ(LinesOf(page), (Strings{"A", "B"}));
}

TEST(TextReader, ReadsWallsAsLetterhead) {
  const RawPage page =
      Read(
          "|\n**ỦY BAN NHÂN\nDÂN**\nXÃ A\n|\n**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\n|\n|\n"
          "Số: 1/KH-UBND\n|\n*A, ngày 1 tháng 3 năm 2025*\n|\n\n**KẾ HOẠCH**\n")
          .pages[0];
  EXPECT_TRUE(page.tables.empty());
  EXPECT_EQ(LinesOf(page), (Strings{"L **ỦY BAN NHÂN", "L DÂN**", "L XÃ A", "R **CỘNG HÒA XÃ HỘI",
                                    "R CHỦ NGHĨA VIỆT NAM**", "L Số: 1/KH-UBND",
                                    "R *A, ngày 1 tháng 3 năm 2025*", "**KẾ HOẠCH**"}));
  EXPECT_EQ(page.lines[0].line_break, LineBreak::kParagraph);
  EXPECT_EQ(page.lines[1].line_break, LineBreak::kUnknown);
  EXPECT_EQ(page.lines[5].line_break, LineBreak::kParagraph);
}

TEST(TextReader, WallsMayMissAtTheEnds) {
  const RawPage head =
      Read(
          "BỘ X\n-------\n|\n**CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n|\n|\nSố: 1/X\n|\n"
          "*Hà Nội*\n|\nNội dung đầu tiên\n")
          .pages[0];
  EXPECT_EQ(LinesOf(head),
            (Strings{"L BỘ X", "L -------", "R **CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM**", "L Số: 1/X",
                     "R *Hà Nội*", "Nội dung đầu tiên"}));
  const RawPage foot = Read("Hết.\n\n|\nNơi nhận:\n- A;\n|\n**CHỦ TỊCH**\nB\n").pages[0];
  EXPECT_EQ(LinesOf(foot), (Strings{"Hết.", "L Nơi nhận:", "L - A;", "R **CHỦ TỊCH**", "R B"}));
}

TEST(TextReader, ReadsWallsAsTable) {
  const RawPage page = Read(
                           "|\nTT\n|\nViệc\n|\nCơ quan\n|\n|\nI\n|\nVề dữ "
                           "liệu\n|\n|\n1\n|\nViệc\nthứ nhất\n|\n|\n|\n2\n|\n"
                           "b\n|\nc\n|\n")
                           .pages[0];
  ASSERT_EQ(page.tables.size(), 1U);
  EXPECT_EQ(CellsOf(page, page.tables[0]),
            (Strings{"0,0 TT", "0,1 Việc", "0,2 Cơ quan", "1,0 I", "1,1+1x2 Về dữ liệu", "2,0 1",
                     "2,1 Việc\nthứ nhất", "2,2 ", "3,0 2", "3,1 b", "3,2 c"}));
}

TEST(TextReader, ReadsEmptyCellsBetweenWalls) {
  const RawPage page =
      Read("|\nTT\n|\nViệc\n|\nPhối hợp\n|\nHạn\n|\n|\n1\n|\nLàm\n|\n|\n2025\n|\n").pages[0];
  ASSERT_EQ(page.tables.size(), 1U);
  EXPECT_EQ(CellsOf(page, page.tables[0]), (Strings{"0,0 TT", "0,1 Việc", "0,2 Phối hợp", "0,3 Hạn",
                                                    "1,0 1", "1,1 Làm", "1,2 ", "1,3 2025"}));
}

TEST(TextReader, SplitsTwoColumnsOfALaidOutPage) {
  const RawPage page =
      Read(
          "      UBND TỈNH A                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
          "SỞ NÔNG NGHIỆP                          Độc lập - Tự do - Hạnh phúc\n\n"
          "     Số: 51 /SNN-KS                     A, ngày 29 tháng 12 năm 2025\n"
          "V/v quản lý sản\nlượng khai thác\n\n\n      Kính gửi:      Các xã\n")
          .pages[0];
  EXPECT_EQ(LinesOf(page),
            (Strings{"L UBND TỈNH A", "L SỞ NÔNG NGHIỆP", "L Số: 51 /SNN-KS", "L V/v quản lý sản",
                     "L lượng khai thác", "R CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                     "R Độc lập - Tự do - Hạnh phúc", "R A, ngày 29 tháng 12 năm 2025",
                     "Kính gửi:      Các xã"}));
}

TEST(TextReader, SplitsColumnsWhoseLinesAlternate) {
  const RawPage page = Read(
                           "ĐẢNG ỦY XÃ A\n"
                           "                              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\n"
                           "BAN CHỈ ĐẠO                   NAM\n"
                           "                              Độc lập - Tự do - Hạnh phúc\n"
                           "Số: 3-KH/BCĐ                  A, ngày 8 tháng 1 năm 2025\n"
                           "                              KẾ HOẠCH\n"
                           "Thực hiện chương trình chuyển đổi số của xã.\n"
                           "Nơi nhận:\n- Tỉnh ủy;          PHÓ BÍ THƯ\n- Lưu.\n")
                           .pages[0];
  EXPECT_EQ(LinesOf(page), (Strings{"L ĐẢNG ỦY XÃ A", "L BAN CHỈ ĐẠO", "L Số: 3-KH/BCĐ",
                                    "R CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT", "R NAM",
                                    "R Độc lập - Tự do - Hạnh phúc", "R A, ngày 8 tháng 1 năm 2025",
                                    "KẾ HOẠCH", "Thực hiện chương trình chuyển đổi số của xã.",
                                    "L Nơi nhận:", "L - Tỉnh ủy;", "L - Lưu.", "R PHÓ BÍ THƯ"}));
}

TEST(TextReader, SplitsAHeadThatRanTogether) {
  const RawPage page = Read(
                           "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                           "XÃ A Độc lập - Tự do - Hạnh phúc\n\n"
                           "Số: 12/KH-UBND Tân An, ngày 14 tháng 11 năm 2025\n\nKẾ HOẠCH\n")
                           .pages[0];
  EXPECT_EQ(LinesOf(page),
            (Strings{"L ỦY BAN NHÂN DÂN", "L XÃ A", "L Số: 12/KH-UBND",
                     "R CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "R Độc lập - Tự do - Hạnh phúc",
                     "R Tân An, ngày 14 tháng 11 năm 2025", "KẾ HOẠCH"}));
}

TEST(TextReader, LeavesTheMottoInSentencesAndTitles) {
  for (const std::string line : {"Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam",
                                 "VỀ VIỆC LƯU TRỮ TÀI LIỆU CỦA ĐẢNG CỘNG SẢN VIỆT NAM",
                                 "HIẾN PHÁP NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                 "Số 12/KH-UBND ban hành ngày 2 tháng 3 năm 2025 của xã"}) {
    EXPECT_EQ(LinesOf(Read(line + "\n").pages[0]), (Strings{line}));
  }
}

TEST(TextReader, IndentsTellParagraphs) {
  std::string text = "                 KẾ HOẠCH\n          Về chuyển đổi số\n";
  for (int i = 0; i < 5; ++i) {
    text +=
        "       Ủy ban nhân dân xã giao các phòng chuyên môn phối hợp chặt chẽ\n"
        "với Công an xã và các đơn vị liên quan triển khai thực hiện nghiêm túc\n"
        "Nghị quyết số 57-NQ/TW, bảo đảm đúng tiến độ, chất lượng và hiệu quả\n"
        "của các nhiệm vụ.\n";
  }
  const RawPage page = Read(text).pages[0];
  EXPECT_EQ(page.lines[1].line_break, LineBreak::kUnknown) << "a centred title";
  EXPECT_EQ(page.lines[6].line_break, LineBreak::kParagraph);
  EXPECT_EQ(page.lines[7].line_break, LineBreak::kContinuation);
  EXPECT_EQ(page.lines[9].line_break, LineBreak::kContinuation);
  EXPECT_EQ(page.lines[10].line_break, LineBreak::kParagraph);
}

TEST(TextReader, SplitsTheFootAndFindsTheName) {
  const RawPage page =
      Read(
          "Nơi nhận:                    KT. CHỦ TỊCH\n- Như trên;                PHÓ CHỦ TỊCH\n"
          "- Lưu: VT.\n\n\n\n                            Trần Văn B\n")
          .pages[0];
  EXPECT_EQ(LinesOf(page), (Strings{"L Nơi nhận:", "L - Như trên;", "L - Lưu: VT.",
                                    "R KT. CHỦ TỊCH", "R PHÓ CHỦ TỊCH", "R Trần Văn B"}));
}

}  // namespace
}  // namespace congvan::extractor
