// A path stands for the bytes that were last seen there.
#include <gmock/gmock.h>

#include "store_fixture.h"

namespace congvan::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// What RecordBuilder makes of `bytes`, found under the path of `name`.
Record At(const std::string& name, Record record) {
  record.source.path = "/in/" + name + ".txt";
  return record;
}

Record Plan(const std::string& bytes, const std::string& symbol) {
  return At("plan", *RecordBuilder(bytes, symbol)
                         .Issuer("UBND xã A, tỉnh B")
                         .Date("2025-11-14")
                         .Cites("57-NQ/TW")
                         .TaskOf("việc của " + symbol, {"Đội " + bytes}, "2025-12-31"));
}

SourceFile Bytes(const std::string& path, const std::string& sha256) {
  SourceFile source;
  source.path = path;
  source.sha256 = sha256;
  source.bytes = 10;
  source.media_type = "application/pdf";
  return source;
}

class PathsTest : public StoreTest {
 protected:
  std::vector<std::string> Tasks() const { return Sql("SELECT text FROM tasks ORDER BY text"); }
};

TEST_F(PathsTest, ADamagedFileThatWasReplacedIsNoFailureAnyMore) {
  Store store = OpenStore();
  const Error cut = MakeError(ErrorCode::kDamaged, "/in/plan.txt", "the PDF is cut short");
  ASSERT_TRUE(store.PutFailure(Bytes("/in/plan.txt", "half"), cut, "t").has_value());
  EXPECT_EQ(ListFailures(store)->size(), 1U);
  Put(store, Plan("good", "1/KH-UBND"));
  EXPECT_THAT(*ListFailures(store), IsEmpty());
  EXPECT_THAT(Sql("SELECT path FROM failures"), IsEmpty());
  EXPECT_THAT(Sql("SELECT count(*) FROM files"), ElementsAre("1"));
}

TEST_F(PathsTest, AChangedFileLeavesNothingOfTheOldOne) {
  for (const bool batch : {false, true}) {
    const std::string name = batch ? "batch.db" : "single.db";
    Store store = OpenStore(name);
    Put(store, Plan("old", "1/KH-UBND"));
    if (batch) {
      ASSERT_TRUE(store.BeginBatch().has_value());
    }
    Put(store, Plan("new", "2/KH-UBND"));
    if (batch) {
      ASSERT_TRUE(store.CommitBatch().has_value());
    }
    EXPECT_THAT(Sql("SELECT symbol FROM document_list ORDER BY symbol", name),
                ElementsAre("2/KH-UBND", "57-NQ/TW"));
    EXPECT_THAT(Sql("SELECT text FROM tasks", name), ElementsAre("việc của 2/KH-UBND"));
    EXPECT_THAT(Sql("SELECT name FROM agencies", name), ElementsAre("Đội new"));
    EXPECT_THAT(Sql("PRAGMA foreign_key_check", name), IsEmpty());
  }
}

TEST_F(PathsTest, WhatIsStillCitedIsCitedOnly) {
  Store store = OpenStore();
  Put(store, Plan("old", "1/KH-UBND"));
  Put(store, *RecordBuilder("report", "7/BC-UBND")
                  .Issuer("UBND xã A, tỉnh B")
                  .Cites("1/KH-UBND", "2025-11-14", "UBND xã A"));
  Put(store, Plan("new", "2/KH-UBND"));
  EXPECT_THAT(Sql("SELECT symbol, status, tasks FROM document_list ORDER BY symbol"),
              ElementsAre("1/KH-UBND|missing|0", "2/KH-UBND|here|1", "57-NQ/TW|missing|0",
                          "7/BC-UBND|here|0"));
}

TEST_F(PathsTest, BytesThatLieElsewhereTooStay) {
  Store store = OpenStore();
  Put(store, Plan("old", "1/KH-UBND"));
  Put(store, At("copy", Plan("old", "1/KH-UBND")));
  Put(store, Plan("new", "2/KH-UBND"));
  EXPECT_THAT(Tasks(), ElementsAre("việc của 1/KH-UBND", "việc của 2/KH-UBND"));
  EXPECT_THAT(Sql("SELECT path FROM file_list WHERE document = '1/KH-UBND'"),
              ElementsAre("/in/copy.txt"));
  EXPECT_EQ(ListFiles(store, IdOf(store, "1/KH-UBND"))->front().paths.size(), 1U);
}

TEST_F(PathsTest, KnownBytesUnderTheNameOfOthersDriveThemOut) {
  Store store = OpenStore();
  Put(store, Plan("one", "1/KH-UBND"));
  Put(store, At("other", Plan("two", "2/KH-UBND")));
  // The second file was copied over the first; its bytes are recognised, not read.
  const auto status = store.Recognise(Bytes("/in/plan.txt", RecordBuilder::Sha256Like("two")), "t");
  ASSERT_TRUE(status.has_value());
  EXPECT_EQ(*status, FileStatus::kOk);
  EXPECT_THAT(Tasks(), ElementsAre("việc của 2/KH-UBND"));
  EXPECT_THAT(Sql("SELECT symbol FROM document_list ORDER BY symbol"),
              ElementsAre("2/KH-UBND", "57-NQ/TW"));
}

TEST_F(PathsTest, ACopyThatCannotBeReadDrivesOutNothing) {
  Store store = OpenStore();
  Put(store, Plan("old", "1/KH-UBND"));
  const Error cut = MakeError(ErrorCode::kDamaged, "/in/plan.txt", "the PDF is cut short");
  ASSERT_TRUE(store.PutFailure(Bytes("/in/plan.txt", "half"), cut, "t").has_value());
  EXPECT_THAT(Tasks(), ElementsAre("việc của 1/KH-UBND"));
  EXPECT_EQ(ListFailures(store)->size(), 1U);
  Put(store, Plan("new", "2/KH-UBND"));
  EXPECT_THAT(Tasks(), ElementsAre("việc của 2/KH-UBND"));
  EXPECT_THAT(*ListFailures(store), IsEmpty());
}

TEST_F(PathsTest, ChangedFilesGiveTheStoreThatNeverHadTheOldOnes) {
  {
    Store store = OpenStore("changed.db");
    Put(store, Plan("old", "1/KH-UBND"), {"trang cũ"});
    Put(store, Plan("new", "2/KH-UBND"), {"trang mới"});
    EXPECT_THAT(*Search(store, {"trang cũ", 5}), IsEmpty());
    Store fresh = OpenStore("fresh.db");
    Put(fresh, Plan("new", "2/KH-UBND"), {"trang mới"});
  }
  for (const char* view : {"document_list", "task_list", "citation_list", "file_list"}) {
    const std::string sql = "SELECT * FROM " + std::string(view);
    EXPECT_EQ(Sql(sql, "changed.db").size(), Sql(sql, "fresh.db").size()) << view;
  }
}

}  // namespace
}  // namespace congvan::store
