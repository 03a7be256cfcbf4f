#include "../extractor/src/reading_order.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "../extractor/src/pdf_lines.h"
#include "../extractor/src/pdf_rows.h"
#include "core/utf8.h"

namespace congvan::extractor {
namespace {

constexpr float kSize = 12;
constexpr PageFrame kFrame{{70, 525}, 595, false, false};

// Letters are 6 points wide and blanks 3, as in the PDFs of the other tests.
void Put(PdfPage& page, float x, float y, std::string_view text, bool bold = false) {
  PdfWord word;
  float at = x;
  const auto finish = [&] {
    if (!word.text.empty()) page.words.push_back(std::exchange(word, {}));
  };
  for (size_t i = 0; i < text.size();) {
    const Decoded c = DecodeAt(text, i);
    if (c.code_point == ' ') {
      finish();
      page.blanks.push_back({at, at + 3, y});
      at += 3;
    } else {
      if (word.text.empty()) {
        word.box = {at, y - 10, at, y + 3};
        word.baseline = y;
        word.font_size = kSize;
        word.bold = bold;
      }
      word.text += text.substr(i, c.size);
      at += 6;
      word.box.x1 = at;
    }
    i += c.size;
  }
  finish();
}

std::string TextOf(PdfPage page, const PageFrame& frame = kFrame) {
  SortBlanks(page.blanks);
  std::string text;
  for (const OrderedRow& row : OrderRows(BuildRows(page.words), frame).rows) {
    text += row.column == Column::kFull ? "" : row.column == Column::kLeft ? "L:" : "R:";
    text += Join(row.row, page.blanks, {70, 525}).text;
    text.push_back('\n');
  }
  return text;
}

TEST(ReadingOrderTest, ReadsTheHeadByColumns) {
  PdfPage page;
  Put(page, 90, 80, "UBND XÃ AN BÌNH");
  Put(page, 290, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  Put(page, 90, 96, "VĂN PHÒNG");
  Put(page, 330, 96, "Độc lập - Tự do - Hạnh phúc");
  Put(page, 100, 112, "Số: 12/KH-VP");
  Put(page, 320, 114, "An Bình, ngày 5 tháng 6 năm 2025");
  Put(page, 270, 140, "KẾ HOẠCH");
  EXPECT_EQ(TextOf(page),
            "L:UBND XÃ AN BÌNH\nL:VĂN PHÒNG\nL:Số: 12/KH-VP\n"
            "R:CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nR:Độc lập - Tự do - Hạnh phúc\n"
            "R:An Bình, ngày 5 tháng 6 năm 2025\nKẾ HOẠCH\n");
}

TEST(ReadingOrderTest, SplitsHalvesThatNearlyTouch) {
  // Lines of the two halves stand at different heights, and 3 points apart at the nearest.
  PdfPage page;
  for (int i = 0; i < 4; ++i)
    Put(page, 86, 70 + 15 * static_cast<float>(i), "BAN CHỈ ĐẠO VỀ PHÁT TRIỂN KHOA H");
  const float right = page.words.back().box.x1 + 3;
  Put(page, right, 77, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT");
  Put(page, right, 92, "NAM");
  Put(page, right, 107, "Độc lập - Tự do - Hạnh phúc");
  const std::string text = TextOf(page);
  EXPECT_EQ(text.find("R:CỘNG HÒA"), text.find("R:")) << text;
  EXPECT_EQ(text.rfind("L:"), 3 * (text.find('\n') + 1)) << text;
}

TEST(ReadingOrderTest, KeepsAThreeLineIssuerInOrder) {
  PdfPage page;
  Put(page, 90, 80, "HỘI ĐỒNG NHÂN DÂN");
  Put(page, 300, 82, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  Put(page, 90, 95, "TỈNH BÌNH AN");
  Put(page, 330, 98, "Độc lập - Tự do - Hạnh phúc");
  Put(page, 90, 110, "ĐOÀN GIÁM SÁT");
  Put(page, 90, 125, "Số: 11/TB-ĐGS");
  EXPECT_EQ(TextOf(page).find("L:HỘI ĐỒNG NHÂN DÂN\nL:TỈNH BÌNH AN\nL:ĐOÀN GIÁM SÁT\nL:Số:"), 0U);
}

TEST(ReadingOrderTest, ReadsTheFootByColumnsButNotTheParagraphAbove) {
  PdfPage page;
  Put(page, 70, 500, "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện các nội dung của");
  Put(page, 70, 516, "kế hoạch này./.");
  Put(page, 400, 534, "TM. ỦY BAN NHÂN DÂN");
  Put(page, 70, 536, "Nơi nhận:");
  Put(page, 430, 550, "CHỦ TỊCH");
  Put(page, 70, 550, "- Như trên;");
  Put(page, 70, 564, "- Lưu: VT.");
  Put(page, 420, 620, "Nguyễn Văn An");
  EXPECT_EQ(TextOf(page),
            "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện các nội dung của\n"
            "kế hoạch này./.\nL:Nơi nhận:\nL:- Như trên;\nL:- Lưu: VT.\n"
            "R:TM. ỦY BAN NHÂN DÂN\nR:CHỦ TỊCH\nR:Nguyễn Văn An\n");
}

TEST(ReadingOrderTest, GoesOnWithAFootThatCrossesThePage) {
  PdfPage page;
  Put(page, 70, 80, "- Lưu: VT;");
  Put(page, 420, 82, "Nguyễn Văn An");
  Put(page, 70, 96, "- Cổng thông tin.");
  Put(page, 275, 120, "PHỤ LỤC");
  const PageFrame after{{70, 525}, 595, false, true};
  EXPECT_EQ(TextOf(page, after), "L:- Lưu: VT;\nL:- Cổng thông tin.\nR:Nguyễn Văn An\nPHỤ LỤC\n");
  EXPECT_EQ(TextOf(page).find("L:"), std::string::npos) << "no columns without a reason";
}

TEST(ReadingOrderTest, LeavesUnruledTablesByRow) {
  PdfPage page;
  const char* rows[][2] = {{"Thôn Một", "120 hộ"}, {"Thôn Hai", "90 hộ"}, {"Thôn Ba", "75 hộ"}};
  float y = 200;
  for (const auto& row : rows) {
    Put(page, 80, y, row[0]);
    Put(page, 350, y, row[1]);
    y += 16;
  }
  const std::string text = TextOf(page);
  EXPECT_LT(text.find("120"), text.find("Hai")) << text;
}

TEST(ReadingOrderTest, LosesNoWord) {
  PdfPage page;
  unsigned seed = 5;
  const auto next = [&seed](unsigned limit) {
    seed = seed * 1664525 + 1013904223;
    return static_cast<float>((seed >> 8) % limit);
  };
  for (int round = 0; round < 60; ++round) {
    page = {};
    const char* texts[] = {"Nơi nhận:", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TM. UBND",
                           "KẾ HOẠCH", "1"};
    for (int i = 0; i < 30; ++i)
      Put(page, 60 + next(400), 50 + next(700), texts[static_cast<int>(next(5))]);
    size_t words = 0;
    for (const OrderedRow& row : OrderRows(BuildRows(page.words), kFrame).rows)
      words += row.row.words.size();
    EXPECT_EQ(words, page.words.size());
  }
}

std::string Joined(const PdfPage& page, Extent extent = {70, 525}) {
  PdfPage sorted = page;
  SortBlanks(sorted.blanks);
  std::string text;
  for (const PdfRow& row : BuildRows(page.words)) {
    text += Join(row, sorted.blanks, extent).text;
    text.push_back('\n');
  }
  return text;
}

TEST(RowTest, KeepsABlankNumberVisible) {
  PdfPage page;
  Put(page, 80, 100, "Số:            /KH-UBND");
  EXPECT_EQ(Joined(page), "Số:            /KH-UBND\n");
}

TEST(RowTest, DoesNotTakeJustifiedTextForBlanks) {
  PdfPage page;
  const char* words[] = {"Các", "cơ", "quan,", "đơn", "vị"};
  float x = 70;
  for (const char* word : words) {
    std::string with_blank = word;
    with_blank.push_back(' ');
    Put(page, x, 100, with_blank);
    x += 100;
  }
  EXPECT_EQ(Joined(page), "Các cơ quan, đơn vị\n");
  // Two words in a narrow column, from edge to edge, one blank between them.
  page = {};
  Put(page, 100, 100, "Các ");
  Put(page, 150, 100, "cơ");
  EXPECT_EQ(Joined(page, {100, 162}), "Các cơ\n");
}

TEST(RowTest, JoinsPiecesThatTouch) {
  // As a word processor prints letters of a second font: in pieces, out of order, without blanks
  // between.
  PdfPage page;
  Put(page, 100, 100, "chuy");
  Put(page, 130.1F, 100, "n");
  Put(page, 124.05F, 100, "ể");
  page.blanks.push_back({136.1F, 139.1F, 100});
  Put(page, 139.1F, 100, "đ");
  Put(page, 151, 100, "i");
  Put(page, 145.1F, 100, "ổ");
  EXPECT_EQ(Joined(page), "chuyển đổi\n");
}

TEST(RowTest, JoinsLetterSpacedHeadings) {
  PdfPage page;
  float x = 200;
  for (const char* letter : {"K", "Ế", "", "H", "O", "Ạ", "C", "H"}) {
    if (*letter == '\0') {
      page.blanks.push_back({x, x + 3, 100});
      x += 7;
      continue;
    }
    Put(page, x, 100, letter);
    x += 10;
  }
  EXPECT_EQ(Joined(page), "KẾ HOẠCH\n");
}

TEST(RowTest, KeepsFootnoteMarksOffWords) {
  PdfPage page;
  Put(page, 100, 100, "thành phố");
  PdfWord mark = page.words.back();
  mark.text = "1";
  mark.box = {page.words.back().box.x1, 88, page.words.back().box.x1 + 4, 97};
  mark.baseline = 95;
  mark.font_size = 8;
  page.words.push_back(mark);
  Put(page, mark.box.x1, 100, ".");
  EXPECT_EQ(Joined(page), "thành phố 1.\n");
  page.words[1].text = "m";
  mark.text = page.words[2].text = "2";
  EXPECT_EQ(Joined(page), "thành m2.\n") << "an exponent stays with its unit";
}

struct ItemCase {
  const char* text;
  bool item;
};

TEST(LineTest, KnowsItems) {
  const ItemCase cases[] = {
      {"- Như trên;", true},      {"+ Cấp xã", true},
      {"1. Mục tiêu", true},      {"1.2. Chỉ tiêu", true},
      {"a) Cấp tỉnh", true},      {"đ) Khác", true},
      {"(2) Ông An", true},       {"IV. TỔ CHỨC", true},
      {"Điều 3. Hiệu lực", true}, {"• Sở Nội vụ", true},
      {"Căn cứ Luật", false},     {"2025 của Chính phủ", false},
      {"-5 độ", false},           {"NQ/TW của", false},
      {"1.500 hộ", false},        {"điều 3 của Luật này", false},
      {"30/11/2024 để", false},   {"", false},
  };
  for (const ItemCase& c : cases) EXPECT_EQ(StartsItem(c.text), c.item) << c.text;
}

}  // namespace
}  // namespace congvan::extractor
