#include "core/symbol.h"

#include <gtest/gtest.h>

namespace congvan {
namespace {

TEST(ParseSymbol, ReadsEachFormOfTheGrammar) {
  struct Row {
    const char* text;
    Symbol want;
  };
  const Row rows[] = {
      {"120/KH-UBND", {"120", 0, "KH", "UBND", false}},          // the State's
      {"193/2025/QH15", {"193", 2025, "", "QH15", false}},       // a law: no type code
      {"19/2025/QĐ-TTg", {"19", 2025, "QĐ", "TTg", false}},      // normative: with the year
      {"66.25/2026/NQ-CP", {"66.25", 2026, "NQ", "CP", false}},  // a number with a point
      {"57-NQ/TW", {"57", 0, "NQ", "TW", true}},                 // the Party's
      {"3260-KH/ĐĐQH15", {"3260", 0, "KH", "ĐĐQH15", true}},
      {"4240/UBND-VX", {"4240", 0, "", "UBND-VX", false}},  // a công văn: issuer, then unit
      {"345/UBND", {"345", 0, "", "UBND", false}},          // a công văn, no unit
      {"2231/SNV-CCHC&PC", {"2231", 0, "", "SNV-CCHC&PC", false}},
      {"02/2022/UBTVQH15", {"02", 2022, "", "UBTVQH15", false}},  // of the standing committee
      {"1365/NQ-UBTVQH15", {"1365", 0, "NQ", "UBTVQH15", false}},
      {"01/2015/TTLT-BNV-BTC", {"01", 2015, "TTLT", "BNV-BTC", false}},  // joint papers
      {"12/HDLN-SNV-STC", {"12", 0, "HDLN", "SNV-STC", false}},
      {"12/2025/L-CTN", {"12", 2025, "L", "CTN", false}},
      {"5/TTR-UBND", {"5", 0, "TTR", "UBND", false}},  // a type in the capitals of a title
      {"49/QCPH-UBND-UBMT-HCTĐ", {"49", 0, "QCPH", "UBND-UBMT-HCTĐ", false}},
      {"12a/TB-UBND", {"12a", 0, "TB", "UBND", false}},  // a letter after the number
      {"/KH-UBND", {"", 0, "KH", "UBND", false}},        // blank number
  };
  for (const Row& row : rows) {
    const auto got = ParseSymbol(row.text);
    ASSERT_TRUE(got.has_value()) << row.text;
    EXPECT_EQ(*got, row.want) << row.text;
  }
  for (const char* none : {"", "22/12/2024", "24/7", "57", "57-NQ", "NQ/TW", "-NQ/TW", "12/",
                           "12/KH-", "12/người", "/UBND", "12/K"}) {
    EXPECT_FALSE(ParseSymbol(none).has_value()) << none;
  }
}

TEST(CanonicalSymbol, DropsBlanksAndEvensOutDashes) {
  EXPECT_EQ(CanonicalSymbol("57 – NQ / TW"), "57-NQ/TW");
  EXPECT_EQ(CanonicalSymbol("02-\nKH/BCĐ"), "02-KH/BCĐ");
}

TEST(SymbolKey, IsTheSameHoweverAPersonTypesIt) {
  for (const char* typed :
       {"07-TB/CQTTBCĐ", "07 - tb / cqttbcd", "07-tb/cqttbcđ", "07–TB/CQTTBCD"}) {
    EXPECT_EQ(SymbolKey(typed), "07-tb/cqttbcd") << typed;
  }
}

TEST(SymbolSuffix, LeavesTheNumberAndTheYearOut) {
  EXPECT_EQ(SymbolSuffix("119/KH-UBND"), "KH-UBND");
  EXPECT_EQ(SymbolSuffix("57-NQ/TW"), "NQ/TW");
  EXPECT_EQ(SymbolSuffix("34/2025/NQ-HĐND"), "NQ-HĐND");
  EXPECT_EQ(SymbolSuffix("/KH-UBND"), "KH-UBND");
}

}  // namespace
}  // namespace congvan
