#include "../../store/src/names.h"

#include <gtest/gtest.h>

namespace congvan::store {
namespace {

TEST(NameKey, MakesSpellingsOfOneBodyEqual) {
  struct Case {
    const char *a, *b;
  };
  const Case cases[] = {
      {"UBND xã", "Ủy ban nhân dân xã"},             // written out
      {"Uỷ ban nhân dân xã", "Ủy ban nhân dân xã"},  // tone placement
      {"HĐND & UBND", "HĐND và UBND"},               // joined
      {"Phòng VH-XH", "Phòng Văn hóa - Xã hội"},     // an abbreviation with a dash
      {"Sở KH&CN", "Sở Khoa học và Công nghệ"},
      {"Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch"},
      {"TP. Hà Nội", "thành phố Hà Nội"},
      {"CÔNG AN XÃ", "Công an xã"},  // case
  };
  for (const Case& c : cases) EXPECT_EQ(NameKey(c.a), NameKey(c.b)) << c.a;
}

TEST(NameMatcher, FindsTheBodyAndItsQualifications) {
  struct Case {
    const char *typed, *name;
    bool expected;
  };
  const Case cases[] = {
      {"Phòng Kinh tế", "Phòng Kinh tế", true},
      {"Phòng Kinh tế", "phòng kinh tế xã", true},                   // goes on
      {"Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị", false},  // another body
      {"Phòng Kinh tế", "Phòng Kinh tế và Hạ tầng", false},          // another body
      {"Uỷ ban nhân dân xã", "UBND xã", true},                       // written out
      {"UBND xã", "UBND xã đối với khối chính quyền", true},
      {"UBND xã", "Văn phòng HĐND và UBND xã", false},  // only ends so
      {"phong kinh te", "Phòng Kinh tế", true},         // typed without diacritics
      {"ubnd xa", "Ủy ban nhân dân xã", true},
      {"Phóng Kinh tế", "Phòng Kinh tế", false},  // typed with others
      {"Công an", "Công antoàn", false},          // half a word
      {"Doan", "Đoàn Thanh niên", true},          // đ
      {"", "Phòng Kinh tế", false},
  };
  for (const Case& c : cases)
    EXPECT_EQ(NameMatcher(c.typed).IsNamed(c.name), c.expected) << c.typed << " / " << c.name;
}

TEST(NameMatcher, FitsBeginningsInAnyWay) {
  struct Case {
    const char *typed, *name;
    bool expected;
  };
  const Case cases[] = {
      {"Phòng Văn hóa", "Phòng Văn hóa - Xã hội", true},
      {"Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị", true},
      {"Phòng kt", "Phòng Kinh tế", true},  // initials
      {"Phòng KTHT", "Phòng Kinh tế, Hạ tầng và Đô thị", true},
      {"Phòng đt", "Phòng Đô thị", true},
      {"phong dt", "Phòng Đô thị", true},
      {"P kt", "Phòng Kinh tế", false},                    // one letter is none
      {"Phòng Văn hoa", "Phòng Văn hóa - Xã hội", false},  // typed with other marks
      {"kinh tế", "Phòng Kinh tế", false},                 // not the beginning
      {"Phòng Kinh tế Hạ tầng", "Phòng Kinh tế", false},
      {"", "Phòng Kinh tế", false},
  };
  for (const Case& c : cases)
    EXPECT_EQ(NameMatcher(c.typed).Begins(c.name), c.expected) << c.typed << " / " << c.name;
}

TEST(NameMatcher, FindsPlacesInsideNames) {
  EXPECT_TRUE(NameMatcher("xã Hòa An").IsWithin("UBND xã Hoà An, tỉnh B"));
  EXPECT_TRUE(NameMatcher("hoa an").IsWithin("UBND XÃ HÒA AN"));
  EXPECT_FALSE(NameMatcher("xã Hòa").IsWithin("UBND xã Hòaan"));
  EXPECT_FALSE(NameMatcher("xã An").IsWithin("UBND xã Hòa An"));
}

TEST(NameMatcher, FindsAllWordsInAnyOrder) {
  EXPECT_TRUE(NameMatcher("số hóa hồ sơ").HasWords("Hồ sơ được số hoá, lưu trữ"));
  EXPECT_FALSE(NameMatcher("số hóa bản đồ").HasWords("Hồ sơ được số hoá"));
}

}  // namespace
}  // namespace congvan::store
