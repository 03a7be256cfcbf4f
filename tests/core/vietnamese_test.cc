#include "core/vietnamese.h"

#include <gtest/gtest.h>

namespace congvan {
namespace {

TEST(FoldTonePlacement, MovesTheMarkOnlyWhereTwoPlacementsAreInUse) {
  struct Row {
    const char* in;
    const char* want;
  };
  const Row rows[] = {
      {"Uỷ ban", "Ủy ban"},  // the newer place, upper case
      {"hoà, hoá, hoả, hoã, hoạ", "hòa, hóa, hỏa, hõa, họa"},
      {"khoẻ", "khỏe"},
      {"thuỷ, luỹ, suý", "thủy, lũy, súy"},
      {"quý, quỹ", "quý, quỹ"},                      // after q the u belongs to the onset
      {"hoàn, tuyển, thoát", "hoàn, tuyển, thoát"},  // a final letter fixes the place
      {"toàn HOÀ", "toàn HÒA"},
      {"Huế, uỷ", "Huế, ủy"},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(FoldTonePlacement(row.in), row.want) << row.in;
}

TEST(StripDiacritics, GivesWhatIsTypedWithoutAnInputMethod) {
  EXPECT_EQ(StripDiacritics("Ủy ban nhân dân"), "uy ban nhan dan");
  EXPECT_EQ(StripDiacritics("Đảng ủy Ưu Ơ Ẵ ễ"), "dang uy uu o a e");
  EXPECT_EQ(StripDiacritics("57-NQ/TW"), "57-nq/tw");
}

TEST(Case, KnowsEveryVietnameseLetter) {
  EXPECT_EQ(ToLower("KẾ HOẠCH ĐỔI MỚI ƯỚC"), "kế hoạch đổi mới ước");
  EXPECT_EQ(ToUpper("kế hoạch đổi mới ước"), "KẾ HOẠCH ĐỔI MỚI ƯỚC");
  EXPECT_TRUE(IsAllUpper("KẾ HOẠCH 57"));
  EXPECT_FALSE(IsAllUpper("KẾ HOẠCh"));
  EXPECT_FALSE(IsAllUpper("57"));
}

TEST(FoldForCompare, EvensOutCaseToneDashesAndBlanks) {
  EXPECT_EQ(FoldForCompare("Phòng  Văn hoá – Xã hội\n"), "phòng văn hóa - xã hội");
}

}  // namespace
}  // namespace congvan
