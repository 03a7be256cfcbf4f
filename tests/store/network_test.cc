#include "store/network.h"

#include <gmock/gmock.h>

#include "store_fixture.h"

namespace congvan::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// A commune's plan hangs on a province's, that on the resolution; the province's was replaced.
class NetworkTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    store_.emplace(OpenStore());
    Put(*store_, *RecordBuilder("tinh", "64/KH-UBND")
                      .Type("kế hoạch")
                      .Issuer("UBND tỉnh B")
                      .Date("2025-08-05")
                      .Cites("57-NQ/TW", "2024-12-22", "Bộ Chính trị")
                      .Implements("57-NQ/TW"));
    Put(*store_, *RecordBuilder("xa", "119/KH-UBND")
                      .Type("kế hoạch")
                      .Issuer("UBND xã A, tỉnh B")
                      .Date("2025-09-01")
                      .Cites("64/KH-UBND", "2025-08-05", "UBND tỉnh B")
                      .Cites("57-NQ/TW", "2024-12-22", "Bộ Chính trị")
                      .Cites("9/TT-BNV")
                      .Implements("64/KH-UBND"));
    Put(*store_, *RecordBuilder("moi", "152/KH-UBND")
                      .Type("kế hoạch")
                      .Issuer("UBND tỉnh B")
                      .Date("2025-11-11")
                      .Cites("64/KH-UBND", "2025-08-05", "UBND tỉnh B")
                      .Cites("57-NQ/TW", "2024-12-12", "Ban Chấp hành Trung ương")
                      .Relates("self", RelationKind::kReplaces, "64/KH-UBND", "thay thế"));
  }
  void TearDown() override {
    store_.reset();
    StoreTest::TearDown();
  }

  std::vector<std::string> Steps(const std::string& from, const std::string& to) {
    const auto chain = FindChain(*store_, IdOf(*store_, from), IdOf(*store_, to));
    std::vector<std::string> out;
    for (const ChainLink& link : *chain)
      out.push_back(link.from.label + " " + std::string(ToString(link.relation)) + " " +
                    link.to.label);
    return out;
  }

  std::optional<Store> store_;
};

TEST_F(NetworkTest, CountsWhoNamesWhatIsMissing) {
  CitedFilter missing;
  missing.missing_only = true;
  const auto rows = ListCited(*store_, missing);
  ASSERT_THAT(*rows, SizeIs(2));
  const CitedRow& resolution = rows->front();
  EXPECT_EQ(resolution.document.label, "57-NQ/TW");
  EXPECT_EQ(resolution.cited_by, 3);
  EXPECT_EQ(resolution.mentions, 3);
  EXPECT_EQ(resolution.implemented_by, 1);
  EXPECT_EQ(resolution.since, "2025-08-05");
  EXPECT_THAT(resolution.by, ElementsAre("119/KH-UBND", "152/KH-UBND", "64/KH-UBND"));
  EXPECT_EQ(rows->back().document.label, "9/TT-BNV");
}

TEST_F(NetworkTest, ListsWhatIsCitedHereOrNot) {
  const auto all = ListCited(*store_);
  ASSERT_THAT(*all, SizeIs(3));
  EXPECT_EQ((*all)[1].document.label, "64/KH-UBND");
  EXPECT_TRUE((*all)[1].document.arrived);
  CitedFilter filter;
  filter.in = "tỉnh B";
  EXPECT_THAT(*ListCited(*store_, filter), SizeIs(1));
  filter = {};
  filter.type = "Kế hoạch";
  EXPECT_THAT(*ListCited(*store_, filter), SizeIs(1));
}

TEST_F(NetworkTest, NamesWhatIsSaidDifferently) {
  const auto conflicts = ListConflicts(*store_);
  ASSERT_THAT(*conflicts, SizeIs(2));
  const Conflict& date = conflicts->front();
  EXPECT_EQ(date.field, "date");
  EXPECT_EQ(date.document.label, "57-NQ/TW");
  ASSERT_THAT(date.values, SizeIs(2));
  EXPECT_EQ(date.values[0].value, "2024-12-22");
  EXPECT_THAT(date.values[0].where, ElementsAre("/in/tinh.txt:1", "/in/xa.txt:1"));
  EXPECT_EQ(date.values[1].value, "2024-12-12");
  EXPECT_THAT(date.values[1].where, ElementsAre("/in/moi.txt:1"));
  const Conflict& issuer = conflicts->back();
  EXPECT_EQ(issuer.field, "issuer");
  EXPECT_THAT(issuer.values, SizeIs(2));
}

TEST_F(NetworkTest, ItsOwnHeadIsNamedFirstAndLessIsNoConflict) {
  Put(*store_, *RecordBuilder("x", "7/BC-UBND")
                    .Issuer("UBND xã C, tỉnh B")
                    .Date("2025-10-10")
                    .Cites("119/KH-UBND", "2025-09-11", "UBND xã A, tỉnh B")
                    .Cites("152/KH-UBND", "2025", "UBND tỉnh B"));
  Put(*store_, *RecordBuilder("y", "8/BC-UBND")
                    .Issuer("UBND xã D, tỉnh B")
                    .Date("2025-10-10")
                    .Cites("119/KH-UBND", "2025-09-11", "UBND xã A, tỉnh B"));
  const auto conflicts = ListConflicts(*store_);
  ASSERT_THAT(*conflicts, SizeIs(3));
  const Conflict& plan = conflicts->front();
  EXPECT_EQ(plan.document.label, "119/KH-UBND");
  EXPECT_EQ(plan.values[0].value, "2025-09-01");
  EXPECT_TRUE(plan.values[0].own);
  EXPECT_THAT(plan.values[1].where, SizeIs(2));
}

TEST_F(NetworkTest, FindsTheWayByWhatCarriesOut) {
  // A citation alone would be shorter.
  EXPECT_THAT(Steps("119/KH-UBND", "57-NQ/TW"),
              ElementsAre("119/KH-UBND implements 64/KH-UBND", "64/KH-UBND implements 57-NQ/TW"));
  EXPECT_THAT(Steps("119/KH-UBND", "9/TT-BNV"), ElementsAre("119/KH-UBND cites 9/TT-BNV"));
  EXPECT_THAT(Steps("57-NQ/TW", "119/KH-UBND"), IsEmpty());
  EXPECT_THAT(Steps("57-NQ/TW", "57-NQ/TW"), IsEmpty());
}

TEST_F(NetworkTest, TellsWhatIsStaleAndWhy) {
  const auto impact = FindImpact(*store_, IdOf(*store_, "57-NQ/TW"));
  EXPECT_THAT(impact->changes, IsEmpty());
  ASSERT_THAT(impact->rests, SizeIs(2));  // 152/KH-UBND only cites it
  EXPECT_EQ(impact->rests[0].document.label, "64/KH-UBND");
  EXPECT_EQ(impact->rests[1].document.label, "119/KH-UBND");
  EXPECT_THAT(impact->rests[1].way, ElementsAre("119/KH-UBND", "64/KH-UBND", "57-NQ/TW"));
  ASSERT_THAT(impact->rests[1].changes, SizeIs(1));
  EXPECT_EQ(impact->rests[1].changes[0].by.label, "152/KH-UBND");
  EXPECT_EQ(impact->rests[1].changes[0].relation, RelationKind::kReplaces);
  const auto replaced = FindImpact(*store_, IdOf(*store_, "64/KH-UBND"));
  EXPECT_THAT(replaced->changes, SizeIs(1));
  EXPECT_THAT(FindImpact(*store_, 9999)->rests, IsEmpty());
}

}  // namespace
}  // namespace congvan::store
