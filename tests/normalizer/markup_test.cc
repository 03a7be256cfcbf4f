#include "normalizer_support.h"

namespace congvan::normalizer {
namespace {

TEST(Markup, IsReadAsWhatItMeans) {
  const struct {
    const char *source, *expected, *what;
  } rows[] = {
      {"**Điều 1.** Ban hành", "Điều 1. Ban hành", "bold"},
      {"(*qua Phòng Kinh tế*)", "(qua Phòng Kinh tế)", "italic"},
      {"***Nơi nhận:***", "Nơi nhận:", "both"},
      {"*ngày **24** tháng 11 năm 202**5*", "ngày 24 tháng 11 năm 2025", "emphasis inside a word"},
      {"**Điều 1.**** **Ban hành", "Điều 1. Ban hành", "emphasis that ends and begins"},
      {"**trước ngày 30 **báo cáo", "trước ngày 30 báo cáo", "a blank inside the closing mark"},
      {"Phần III** **Kế hoạch này", "Phần III Kế hoạch này", "emphasis around a blank"},
      {"Ghi chú (*): số liệu", "Ghi chú (*): số liệu", "a footnote mark is no markup"},
      {"diện tích 5*3 và 4*2 m", "diện tích 5*3 và 4*2 m", "a product is none"},
      {"*   Quán triệt", "- Quán triệt", "a bullet"},
      {"Kế hoạch số \\_\\_\\_\\_ /KH-UBND", "Kế hoạch số /KH-UBND", "a blank to fill in"},
      {"Số: ______/KH-UBND", "Số: /KH-UBND", "the same without escapes"},
      {"chỉ số VN_AQI", "chỉ số VN_AQI", "an underscore of a name"},
      {"_in nghiêng_ thôi", "in nghiêng thôi", "emphasis by underscores"},
      {"\\- gạch, 1\\. một, a\\*b", "- gạch, 1. một, a*b", "escapes"},
      {"đạt $\\geq 15$ %", "đạt ≥ 15 %", "a formula"},
      {"$\\ge 95\\%$ hộ", "≥ 95% hộ", "its percent sign"},
      {"\\(\\leq 5\\) ngày", "≤ 5 ngày", "a formula in brackets"},
      {"$\\text{từ } 10 \\times 2$", "từ 10 × 2", "words in a formula"},
      {"5 USD, $10 và $20", "5 USD, $10 và $20", "dollars"},
      {"A&nbsp;&amp; B &ge; 5 &#7841; &#x1EA1;", "A & B ≥ 5 ạ ạ", "entities"},
      {"Sở KH&CN; R&D", "Sở KH&CN; R&D", "ampersands that are none"},
      {"<b>I</b> <i>Về</i> km<sup>2</sup>", "I Về km2", "tags"},
      {"dưới <10 tỷ và a<b>c", "dưới <10 tỷ và ac", "a comparison stays, a tag goes"},
      {"[Cổng thông tin](https://a.vn/x)", "Cổng thông tin", "a link"},
      {"[đã ký]", "[đã ký]", "brackets"},
      {"> 80% hộ", "> 80% hộ", "greater than"},
      {"# 1 việc", "1 việc", "a heading"},
      {"#57 là số", "#57 là số", "no heading"},
  };
  for (const auto& row : rows) {
    const RawDocument raw = TextDocument(row.source);
    const NormalizedText text = Normalize(raw);
    EXPECT_EQ(text.text, row.expected) << row.what;
    CheckInvariants(raw, text);
  }
}

TEST(Markup, SetsBoldItalicAndHeading) {
  const NormalizedText text = Normalize(TextDocument(
      "## **II. MỤC TIÊU**\n\n*Căn cứ Luật X;*\n\n**1.** Một đoạn\n\n**Tên đề\nmục dài**\n"));
  ASSERT_EQ(text.paragraphs.size(), 4U);
  EXPECT_TRUE(text.paragraphs[0].bold && text.paragraphs[0].heading_mark);
  EXPECT_TRUE(text.paragraphs[1].italic && !text.paragraphs[1].bold);
  EXPECT_FALSE(text.paragraphs[2].bold);
  EXPECT_TRUE(text.paragraphs[3].bold);
}

TEST(Markup, ThePartysAsteriskStandsAlone) {
  RawDocument raw =
      TextDocument("**TỈNH ỦY A**\n*\n**ĐẢNG CỘNG SẢN VIỆT NAM**\n*A, ngày 1 tháng 3*");
  raw.pages[0].lines[0].column = raw.pages[0].lines[1].column = Column::kLeft;
  raw.pages[0].lines[2].column = raw.pages[0].lines[3].column = Column::kRight;
  EXPECT_EQ(
      Paragraphs(Normalize(raw)),
      (std::vector<std::string>{"TỈNH ỦY A", "*", "ĐẢNG CỘNG SẢN VIỆT NAM", "A, ngày 1 tháng 3"}));
}

TEST(Markup, OfPdfTextIsText) {
  RawDocument raw = TextDocument("# **a** &amp; 5*3");
  raw.text_from = "pdf";
  EXPECT_EQ(Normalize(raw).text, "# **a** &amp; 5*3");
}

}  // namespace
}  // namespace congvan::normalizer
