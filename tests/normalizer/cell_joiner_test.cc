// Lines of narrow cells: names, words, dates and lists.
#include "normalizer_support.h"

namespace congvan::normalizer {
namespace {

struct CellCase {
  const char *source, *expected, *what;
};

void Check(const std::vector<CellCase>& rows) {
  for (const CellCase& row : rows) EXPECT_EQ(CellText(row.source), row.expected) << row.what;
}

TEST(CellJoiner, ADashInsideANameOpensNoItem) {
  Check({
      {"Phòng Văn hóa\n– Xã hội", "Phòng Văn hóa – Xã hội", "the dash on the second line"},
      {"Phòng Văn hóa –\nXã hội", "Phòng Văn hóa – Xã hội", "on the first"},
      {"Phòng Văn hóa\n- Xã hội", "Phòng Văn hóa - Xã hội", "a hyphen"},
      {"Văn phòng HĐND\n- UBND xã", "Văn phòng HĐND - UBND xã", "an office of two bodies"},
      {"Ban Kinh tế\n- Ngân sách", "Ban Kinh tế - Ngân sách", "another body"},
      {"Công an xã; Phòng Kinh tế\n– Hạ tầng", "Công an xã; Phòng Kinh tế – Hạ tầng", "in a list"},
      {"- Phòng Văn hóa\n– Xã hội\n- Công an xã", "- Phòng Văn hóa – Xã hội\n- Công an xã",
       "inside an item of another mark"},
      {"phát triển kinh tế\n– xã hội", "phát triển kinh tế – xã hội", "two words"},
      {"Phòng VH-\nXH", "Phòng VH-XH", "without blanks"},
      {"Phòng Văn hóa -<br>Xã hội", "Phòng Văn hóa - Xã hội", "a break written as a tag"},
  });
}

TEST(CellJoiner, ItemsStayItems) {
  Check({
      {"Công an xã\n- Phòng Kinh tế", "Công an xã\n- Phòng Kinh tế", "a body behind the dash"},
      {"- Công an xã\n- Hạt Kiểm lâm", "- Công an xã\n- Hạt Kiểm lâm", "the same mark twice"},
      {"Các đơn vị:\n- Trạm Y tế", "Các đơn vị:\n- Trạm Y tế", "behind a colon"},
      {"Rà soát thiết bị\n- Xây dựng phương án", "Rà soát thiết bị\n- Xây dựng phương án",
       "work, no name"},
      {"VP HĐND&UBND\nP. Kinh tế", "VP HĐND&UBND\nP. Kinh tế", "two short names"},
      {"TTPVHCC\nCông an xã", "TTPVHCC\nCông an xã", "an abbreviation and a name"},
      {"Sở Y tế\nHạt Kiểm lâm", "Sở Y tế\nHạt Kiểm lâm", "two names"},
      {"UBND\nXã Bình An", "UBND Xã Bình An", "one name in two lines"},
  });
}

TEST(CellJoiner, WordsThatTheColumnCuts) {
  Check({
      {"Văn phòng HĐND&U\nBND xã", "Văn phòng HĐND&UBND xã", "an abbreviation"},
      {"Văn phòng HĐND&\nUBND xã", "Văn phòng HĐND&UBND xã", "at the sign"},
      {"Văn phòng HĐND\n&UBND xã", "Văn phòng HĐND&UBND xã", "the sign on the second line"},
      {"UBMTT\nQ xã", "UBMTTQ xã", "one letter left"},
      {"Thườ\nng xuyên", "Thường xuyên", "a syllable"},
      {"chuyể\nn đổi số", "chuyển đổi số", "its last letter"},
      {"các xã/\nphường", "các xã/phường", "a stroke"},
      {"Sở KH\n&CN", "Sở KH&CN", "two letters of an abbreviation"},
      {"Sở KH&C\nN", "Sở KH&CN", "the last letter of one"},
  });
}

TEST(CellJoiner, DatesThatTheColumnCuts) {
  Check({
      {"Đến ngày 31/12/20\n25", "Đến ngày 31/12/2025", "inside the year"},
      {"31/12/2\n025", "31/12/2025", "behind its first digit"},
      {"Quý IV/202\n5", "Quý IV/2025", "the year of a quarter"},
      {"trong năm 20\n26", "trong năm 2026", "a year alone"},
      {"2026-20\n30", "2026-2030", "a range"},
      {"31/1\n2/2025", "31/12/2025", "inside the month"},
      {"31/12/\n2025", "31/12/2025", "at the stroke"},
      {"Tháng 12\n2025", "Tháng 12 2025", "a month and a year are two"},
      {"Điều 20\n25 hồ sơ", "Điều 20 25 hồ sơ", "no year"},
  });
}

TEST(CellJoiner, WholeWordsKeepTheirBlank) {
  Check({
      {"UBND\nHĐND", "UBND HĐND", "two abbreviations"},
      {"hồ sơ\nđiện tử", "hồ sơ điện tử", "two words"},
      {"ban\nhành", "ban hành", "two syllables"},
      {"Mức A\nB", "Mức A B", "letters"},
      {"dài 10 m\nở bản", "dài 10 m ở bản", "a unit of measure"},
  });
}

}  // namespace
}  // namespace congvan::normalizer
