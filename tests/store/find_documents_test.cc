// Documents and bodies as people name them.
#include <gmock/gmock.h>

#include "../../store/src/typed_symbol.h"
#include "store_fixture.h"

namespace congvan::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(TypedSymbol, FitsHoweverItIsRemembered) {
  struct Case {
    const char *typed, *symbol, *type, *issuer, *date;
    bool expected;
  };
  const char* bct = "Bộ Chính trị";
  const char* province = "UBND tỉnh Bình Sơn";
  const Case cases[] = {
      {"57 nq tw", "57-NQ/TW", "nghị quyết", bct, "2024-12-22", true},  // blanks
      {"57/NQ-TW", "57-NQ/TW", "", "", "", true},                       // the State's signs
      {"57-NQ-TW", "57-NQ/TW", "", "", "", true},
      {"nq/57-tw", "57-NQ/TW", "", "", "", true},     // the type first
      {"số 57-NQ/TW", "57-NQ/TW", "", "", "", true},  // the word before it
      {"NQ 57", "57-NQ/TW", "", "", "", true},        // no issuer
      {"NQ57", "57-NQ/TW", "", "", "", true},         // glued
      {"57nq", "57-NQ/TW", "", "", "", true},
      {"nghị quyết 57", "57-NQ/TW", "nghị quyết", "", "", true},
      {"Nghi quyet so 57", "57-NQ/TW", "", "", "", true},                 // type by its code
      {"nghị quyết 57 của Bộ Chính trị", "57-NQ/TW", "", bct, "", true},  // the issuer's name
      {"nghị quyết 57 của Chính phủ", "57-NQ/TW", "", bct, "", false},
      {"ke hoach 152", "152/KH-UBND", "kế hoạch", province, "", true},
      {"152 KH UBND", "152/KH-UBND", "", "", "", true},
      {"kế hoạch 152 UBND tỉnh Bình Sơn", "152/KH-UBND", "", province, "", true},
      {"kế hoạch 152 UBND tỉnh Hà Xa", "152/KH-UBND", "", province, "", false},
      {"kế hoạch 152 ngày 5/8/2025", "152/KH-UBND", "", "", "2025-08-05", true},
      {"kế hoạch 152 ngày 6/8/2025", "152/KH-UBND", "", "", "2025-08-05", false},
      {"kế hoạch 152 năm 2025", "152/KH-UBND", "", "", "2025-08-05", true},
      {"kế hoạch 152 năm 2026", "152/KH-UBND", "", "", "2025-08-05", false},
      {"7-NQ/TW", "07-NQ/TW", "", "", "", true},                   // leading zeros
      {"57 NQ TW", "157-NQ/TW", "", "", "", false},                // another number
      {"NQ 57", "57-KL/TW", "", "", "", false},                    // another type
      {"quyết định 229", "229-QĐ/TW", "quy định", "", "", false},  // words outweigh codes
      {"quy định 229", "229-QĐ/TW", "quy định", "", "", true},
      {"193 QH15", "193/2025/QH15", "", "", "", true},  // no year
      {"nghị định 13/2023", "13/2023/NĐ-CP", "", "", "", true},
      {"5G", "5/GM-UBND", "", "", "", false},  // no number of a paper
      {"chuyển đổi số", "57-NQ/TW", "", "", "", false},
      {"", "57-NQ/TW", "", "", "", false},
  };
  for (const Case& c : cases) {
    DocumentRow row;
    const auto given = [](const char* value) {
      return *value == '\0' ? std::nullopt : std::make_optional<std::string>(value);
    };
    row.symbol = given(c.symbol);
    row.type = given(c.type);
    row.issuer = given(c.issuer);
    row.date = given(c.date);
    EXPECT_EQ(TypedSymbol(c.typed).Fits(row), c.expected) << c.typed << " / " << c.symbol;
  }
}

class FindTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    store_.emplace(OpenStore());
    for (const char* commune : {"Hòa An", "Bến Đò"}) {
      Put(*store_, *RecordBuilder(commune, "47/KH-UBND")
                        .Issuer("UBND xã " + std::string(commune) + ", tỉnh Bình Sơn")
                        .Type("kế hoạch")
                        .Date("2025-10-10")
                        .Cites("57-NQ/TW", "2024-12-22")
                        .Implements("57-NQ/TW")
                        .TaskOf("Số hóa", {"Phòng Văn hóa - Xã hội"}, "2025-12-31")
                        .TaskOf("Đo đạc", {"Phòng Kinh tế"}, "2025-12-31"));
    }
  }
  void TearDown() override {
    store_.reset();
    StoreTest::TearDown();
  }

  std::optional<Store> store_;
};

TEST_F(FindTest, SaysWhetherItWasTypedExactly) {
  for (const char* typed : {"57-NQ/TW", "57 - nq / tw", "#3"}) {
    const auto found = ResolveDocument(*store_, typed);
    ASSERT_EQ(found->rows.size(), 1U) << typed;
    EXPECT_TRUE(found->exact) << typed;
  }
  const auto loose = ResolveDocument(*store_, "nghị quyết 57");
  ASSERT_EQ(loose->rows.size(), 1U);
  EXPECT_EQ(loose->rows.front().symbol, "57-NQ/TW");
  EXPECT_FALSE(loose->exact);
}

TEST_F(FindTest, APlaceChoosesAmongSeveral) {
  EXPECT_EQ(ResolveDocument(*store_, "47/KH-UBND")->rows.size(), 2U);
  const auto there = ResolveDocument(*store_, "kế hoạch 47", "xã Bến Đò");
  ASSERT_EQ(there->rows.size(), 1U);
  EXPECT_EQ(there->rows.front().issuer, "UBND xã Bến Đò, tỉnh Bình Sơn");
  // A place that none of them has chooses nothing; nor is a single answer thrown away.
  EXPECT_EQ(ResolveDocument(*store_, "47/KH-UBND", "xã Khác")->rows.size(), 2U);
  EXPECT_EQ(ResolveDocument(*store_, "57-NQ/TW", "xã Bến Đò")->rows.size(), 1U);
}

TEST_F(FindTest, NamesThoseWithTheSameNumber) {
  const auto found = ResolveDocument(*store_, "57/QĐ-TTg");
  EXPECT_THAT(found->rows, IsEmpty());
  ASSERT_EQ(found->near.size(), 1U);
  EXPECT_EQ(found->near.front().symbol, "57-NQ/TW");
  EXPECT_THAT(ResolveDocument(*store_, "8-NQ/TW")->near, IsEmpty());
}

TEST_F(FindTest, TasksOfOneOfTwoDocumentsWithTheSameSymbol) {
  const auto found = FindDocuments(*store_, "47/KH-UBND");
  TaskFilter filter;
  filter.ref = found->front().id;
  const auto tasks = ListTasks(*store_, filter);
  ASSERT_EQ(tasks->size(), 2U);
  for (const TaskRow& row : *tasks) EXPECT_EQ(row.document.id, found->front().id);
}

TEST_F(FindTest, UnitsByTheirBeginningWhereNoneIsNamedSo) {
  const auto names = [&](const char* typed) { return FindUnits(*store_, typed)->names; };
  EXPECT_THAT(names("Phòng Kinh tế"), ElementsAre("Phòng Kinh tế"));
  EXPECT_TRUE(FindUnits(*store_, "phong kinh te")->exact);
  EXPECT_THAT(names("Phòng Văn hóa"), ElementsAre("Phòng Văn hóa - Xã hội"));
  EXPECT_FALSE(FindUnits(*store_, "Phòng Văn hóa")->exact);
  EXPECT_THAT(names("Phòng kt"), ElementsAre("Phòng Kinh tế"));
  EXPECT_THAT(names("phong vh xh"), ElementsAre("Phòng Văn hóa - Xã hội"));
  EXPECT_THAT(names("kinh tế"), IsEmpty());
  EXPECT_THAT(FindUnits(*store_, "kinh tế")->near, ElementsAre("Phòng Kinh tế"));
  EXPECT_THAT(FindUnits(*store_, "Ban Quản lý rừng")->near, IsEmpty());
  TaskFilter filter;
  filter.unit = "Phòng Văn hóa";
  EXPECT_EQ(ListTasks(*store_, filter)->size(), 2U);
  filter.unit = "Phòng kt";
  EXPECT_EQ(ListTasks(*store_, filter)->size(), 2U);
}

TEST_F(FindTest, TellsWhereABodyOnlyTakesPart) {
  Record record = *RecordBuilder("support", "9/KH-UBND")
                       .Issuer("UBND xã Bến Đò, tỉnh Bình Sơn")
                       .TaskOf("Tập huấn", {"Công an xã"}, "2026-01-31");
  record.tasks.front().support = {"Phòng Kinh tế"};
  Put(*store_, record);
  TaskFilter filter;
  filter.unit = "Phòng Kinh tế";
  const auto tasks = ListTasks(*store_, filter);
  ASSERT_EQ(tasks->size(), 3U);
  EXPECT_FALSE((*tasks)[0].supports);
  EXPECT_TRUE((*tasks)[2].supports);
}

}  // namespace
}  // namespace congvan::store
