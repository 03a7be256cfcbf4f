#include "../../normalizer/src/symbol_shape.h"
#include "normalizer_support.h"

namespace congvan::normalizer {
namespace {

TEST(Symbols, LoseTheirBlanksAndKeepTheirNeighbours) {
  const struct {
    const char *source, *expected, *what;
  } rows[] = {
      {"số 57 - NQ/TW", "số 57-NQ/TW", "blanks around the hyphen"},
      {"số 57–NQ / TW ngày", "số 57-NQ/TW ngày", "a dash, blanks around the slash"},
      {"số 71/NQ -CP ngày", "số 71/NQ-CP ngày", "one blank"},
      {"số 07- TB/CQTTBCĐ)", "số 07-TB/CQTTBCĐ)", "one blank after the number"},
      {"Số: 5141 /SNNMT-KS", "Số: 5141/SNNMT-KS", "a công văn"},
      {"12/KH - UBND", "12/KH-UBND", "a known type bears blanks on both sides"},
      {"193 /2025/QH15", "193/2025/QH15", "a law"},
      {"19/2025 /QĐ-TTg", "19/2025/QĐ-TTg", "with a year"},
      {"27-KH/ DU", "27-KH/DU", "Đ typed as D"},
      {"số57-NQ/TW và NQ/57-TW", "số57-NQ/TW và NQ/57-TW", "glued or inverted: as printed"},
      {"trực 24/7", "trực 24/7", "no symbol"},
      {"tháng 6/ 2025", "tháng 6/ 2025", "a date"},
      {"Quý I - 2026", "Quý I - 2026", "a quarter"},
      {"12/ KH và", "12/ KH và", "half a symbol"},
      {"giai đoạn 2021 - 2025", "giai đoạn 2021 - 2025", "a range"},
      {"02 - 03 dự án/ năm", "02 - 03 dự án/ năm", "another"},
      {"15/10/2025 - UBND", "15/10/2025 - UBND", "a date before a body"},
      {"04/TTr–BKHCN–BTTTT", "04/TTr-BKHCN-BTTTT", "three codes"},
      {"83/BKHCN -BTTTT -VP", "83/BKHCN-BTTTT-VP", "an office, its unit, that one's"},
      {"5/UBND - Sở", "5/UBND - Sở", "a dash between words"},
      {"Kế hoạch số /KH-UBND", "Kế hoạch số /KH-UBND", "a blank number"},
      {"phòng 12/ UBND - HĐND xã", "phòng 12/ UBND - HĐND xã", "bodies joined by a dash"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(Normalize(TextDocument(row.source)).text, row.expected) << row.what;
}

TEST(Symbols, CutByALineEndAreMended) {
  const struct {
    const char *before, *after;
    bool narrow, cut;
    const char* what;
  } rows[] = {
      {"Kế hoạch số 02-", "KH/BCĐ của", false, true, "after the hyphen"},
      {"Nghị quyết 193/2025", "/QH15 về", false, true, "before the slash"},
      {"số 71/NQ", "-CP ngày", false, true, "before the hyphen"},
      {"từ ngày 01/", "4/2025", false, true, "a date"},
      {"giai đoạn 2021-", "2025,", false, true, "a range of years"},
      {"Kế hoạch số 02-KH/BCĐT", "W ngày", true, true, "between letters in a cell"},
      {"Luật 193/2025/QH1", "5", true, true, "between digits in a cell"},
      {"Luật 193/2025/QH1", "5", false, false, "but not in prose"},
      {"số 57-NQ/T", "W ngày", false, true, "between the letters of a known code in prose"},
      {"Luật số 72/2025/QH", "15;", false, true, "between its letters and digits"},
      {"Tờ trình số 04/TTr-BKHCN-", "BTTTT", false, true, "before the unit of an office"},
      {"số 12/KH-UBND", "TTHC", false, false, "a complete code before an abbreviation"},
      {"số 12/TB-PX", "VHXH", false, false, "an unknown code stays"},
      {"số 4817/BNV-CQ", "ĐP ngày 05/8/2025", false, true, "an unknown unit before a date"},
      {"(Công văn 4817/BNV-CQ", "ĐP)", false, true, "an unknown unit before a bracket"},
      {"số 2231/SKHCN-CN", "TT của Sở", false, false, "what may be a name of its own"},
      {"số 2231/SKHCN-CN", "TT ngày 5/8", false, true, "which no date follows"},
      {"số 12/BNV-C", "QĐP của", false, true, "one letter is no unit"},
      {"số 30/KH-ĐĐ", "QH15 ngày", false, false, "no letters alone"},
      {"số 12/TB-PX", "CÁC ĐƠN VỊ", false, false, "a word in capitals"},
      {"số 12/TB-PX", "KH số 15/KH-UBND", false, false, "the next paper"},
      {"số 12/KH-UBND", "TP. Huế", false, false, "a place behind a whole symbol"},
      {"13", ".1", true, true, "an ordinal"},
      {"Nghị quyết số 57-NQ/TW", "và", true, false, "complete"},
      {"theo Nghị quyết 48/NQ-CP", "- Tập trung", false, false, "a bullet follows"},
      {"kinh tế -", "xã hội", false, false, "words"},
      {"phát triển kinh tế-", "xã hội", false, false, "words without a blank"},
      {"năm 2025", "- 2030", false, false, "a range with blanks"},
      {"", "", true, false, "nothing"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(IsCutToken(row.before, row.after, row.narrow), row.cut) << row.what;
}

TEST(Symbols, AHyphenInsideAKnownCodeGoes) {
  EXPECT_TRUE(IsHyphenatedCode("Kế hoạch số 152/KH-UB-", "ND ngày"));
  EXPECT_TRUE(IsHyphenatedCode("Nghị quyết số 57-NQ/T-", "W"));
  EXPECT_TRUE(IsHyphenatedCode("Nghị quyết số 03/NQ-C-", "P./."));
  EXPECT_TRUE(IsHyphenatedCode("Quyết định số 338/QĐ-T-", "Tg ngày"));
  EXPECT_FALSE(IsHyphenatedCode("Kế hoạch số 152/KH-", "UBND"));
  EXPECT_FALSE(IsHyphenatedCode("số 12/UBND-", "VX"));
  EXPECT_FALSE(IsHyphenatedCode("số 12/UB-", "Nd"));
  EXPECT_EQ(Normalize(TextDocument("theo Kế hoạch số 152/KH-UB-\nND ngày 05/8/2025")).text,
            "theo Kế hoạch số 152/KH-UBND ngày 05/8/2025");
}

}  // namespace
}  // namespace congvan::normalizer
