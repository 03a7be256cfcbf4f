// What the store makes of documents that hang together: one document each, in whatever order they
// arrive.
#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>

#include "store/queries.h"
#include "store_fixture.h"

namespace congvan::store {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

const char* const kEveryDocument =
    "SELECT coalesce(d.symbol, d.title), d.date, d.issuer, d.level, d.file_id IS NOT NULL,"
    " (SELECT group_concat(path, ' ') FROM (SELECT DISTINCT p.path FROM citations c"
    " JOIN file_paths p ON p.file_id = c.file_id WHERE c.document_id = d.id ORDER BY 1))"
    " FROM documents d ORDER BY 1, 2, 3, 4, 5, 6";

class SettleTest : public StoreTest {
 protected:
  /// The documents after all of these arrived, `batch` at a time.
  std::vector<std::string> After(const std::vector<Record>& records, size_t batch) {
    const std::string name = "order" + std::to_string(++stores_) + ".db";
    Store store = OpenStore(name);
    for (size_t i = 0; i < records.size(); ++i) {
      const bool last = (i + 1) % batch == 0 || i + 1 == records.size();
      bool done = i % batch != 0 || store.BeginBatch().has_value();
      Put(store, records[i]);
      done = done && (!last || store.CommitBatch().has_value());
      EXPECT_TRUE(done);
    }
    return Sql(kEveryDocument, name);
  }

  void ExpectTheSameInAnyOrder(const std::vector<Record>& records) {
    const auto expected = After(records, 100);
    std::vector<size_t> order(records.size());
    std::iota(order.begin(), order.end(), 0);
    do {
      std::vector<Record> arriving;
      for (size_t i : order) arriving.push_back(records[i]);
      ASSERT_EQ(After(arriving, 1 + order.front() % 2), expected);
    } while (std::next_permutation(order.begin(), order.end()));
  }

 private:
  int stores_ = 0;
};

Record PlanOf(const std::string& province, const std::string& name, const std::string& date) {
  return *RecordBuilder(name, "152/KH-UBND").Issuer("UBND tỉnh " + province).Date(date);
}

TEST_F(SettleTest, AProvincesPlanIsOneDocumentWhoeverCitesIt) {
  const std::vector<Record> records = {
      PlanOf("Lam Châu", "plan", "2025-08-05"),
      *RecordBuilder("a", "47/KH-UBND")
           .Issuer("UBND xã A")
           .Date("2025-10-10")
           .Cites("152/KH-UBND", "2025-08-05", "UBND tỉnh"),
      *RecordBuilder("b", "47/KH-UBND").Issuer("UBND xã B").Cites("152/KH-UBND"),
      *RecordBuilder("c").Cites("152/KH-UBND", "", "UBND tỉnh"),
  };
  EXPECT_THAT(After(records, 1),
              UnorderedElementsAre("47/KH-UBND|~|UBND xã B|commune|1|~",
                                   "47/KH-UBND|2025-10-10|UBND xã A|commune|1|~",
                                   "152/KH-UBND|2025-08-05|UBND tỉnh Lam Châu|province|1|/in/a.txt"
                                   " /in/b.txt /in/c.txt",
                                   "~|~|~|unknown|1|~"));
  ExpectTheSameInAnyOrder(records);
}

// xã A names its province nowhere; it cites 1542/QĐ-UBND of the day on which Hà Sơn has it, so its
// undated 152/KH-UBND is Hà Sơn's.
TEST_F(SettleTest, ACommunesProvinceIsThatOfThePapersWhoseCitationsItShares) {
  const std::vector<Record> records = {
      PlanOf("Lam Châu", "lam", "2025-08-05"),
      PlanOf("Hà Sơn", "ha", "2025-06-01"),
      *RecordBuilder("a", "3/KH-UBND")
           .Issuer("UBND xã A")
           .Date("2025-10-10")
           .Cites("57-NQ/TW", "2024-12-22")
           .Cites("1542/QĐ-UBND", "2025-10-03", "UBND tỉnh")
           .Cites("152/KH-UBND", "", "UBND tỉnh"),
      *RecordBuilder("b", "4/KH-UBND")
           .Issuer("UBND xã B, tỉnh Hà Sơn")
           .Date("2025-10-11")
           .Cites("57-NQ/TW", "2024-12-22")
           .Cites("1542/QĐ-UBND", "2025-10-03", "UBND tỉnh"),
  };
  EXPECT_THAT(After(records, 1),
              Contains("152/KH-UBND|2025-06-01|UBND tỉnh Hà Sơn|province|1|/in/a.txt"));
  ExpectTheSameInAnyOrder(records);
  // Another province has that number on that day too: nothing tells any more.
  std::vector<Record> more = records;
  more.push_back(
      *RecordBuilder("c", "1542/QĐ-UBND").Issuer("UBND tỉnh Lam Châu").Date("2025-10-03"));
  EXPECT_THAT(After(more, 1), Contains("152/KH-UBND|~|UBND tỉnh|province|0|/in/a.txt"));
}

TEST_F(SettleTest, CommunesWithOneNumberStayApart) {
  std::vector<Record> records;
  for (int i = 10; i < 40; ++i) {
    const std::string name = std::to_string(i);
    records.push_back(
        *RecordBuilder("o" + name, "12/KH-UBND").Issuer("UBND xã " + name).Date("2025-05-05"));
    records.push_back(*RecordBuilder("c" + name).Issuer("Đảng ủy xã " + name).Cites("12/KH-UBND"));
  }
  const auto documents = After(records, 7);
  EXPECT_THAT(documents, SizeIs(60));  // the letters have no symbol
  std::reverse(records.begin(), records.end());
  EXPECT_EQ(After(records, 11), documents);
}

Record CitesLaw(const std::string& name, const std::string& symbol, const std::string& date,
                const std::string& title) {
  RecordBuilder builder(name, name + "/KH-UBND");
  builder.Cites(symbol, date, "", title);
  (*builder).citations[0].type = "luật";
  return *builder;
}

TEST_F(SettleTest, ALawIsKnownByItsSymbolOrItsTitle) {
  const std::vector<Record> records = {
      CitesLaw("1", "", "", "Luật Thủy sản"),
      CitesLaw("2", "18/2017/QH14", "", "Thuỷ sản"),
      CitesLaw("3", "", "2017-11-21", "thủy sản"),
      CitesLaw("4", "", "2003-11-26", "Luật Thủy sản"),
  };
  EXPECT_THAT(After({records[0], records[1], records[2]}, 1),
              Contains("18/2017/QH14|2017-11-21|~|central|0|/in/1.txt /in/2.txt /in/3.txt"));
  // The law before it had the same title: one without symbol and year may be either.
  const auto both = After(records, 1);
  EXPECT_THAT(both, Contains("18/2017/QH14|2017-11-21|~|central|0|/in/2.txt /in/3.txt"));
  EXPECT_THAT(both, Contains("Luật Thủy sản|2003-11-26|~|central|0|/in/4.txt"));
  EXPECT_THAT(both, Contains("Luật Thủy sản|~|~|central|0|/in/1.txt"));
  ExpectTheSameInAnyOrder(records);
}

PutOutcome Replace(Store& store, const Record& record, const std::string& page) {
  return store.Put(record, TextOfPages({page}), "layout", "later", Known::kReplace).value();
}

TEST_F(SettleTest, ReplacingARecordLeavesNothingOfTheOldOne) {
  Record old = *RecordBuilder("a", "11/KH-UBND")
                    .Issuer("UBND xã Sai")
                    .Cites("15-KH/TU", "2025-02-02")
                    .Cites("99-NQ/TW")
                    .TaskOf("Việc cũ", {"Công An xã", "Đội X"}, "", {"15-KH/TU"})
                    .TargetOf("Tỷ lệ", 3, "2025")
                    .Implements("15-KH/TU");
  Record corrected = *RecordBuilder("a", "12/KH-UBND")
                          .Issuer("UBND xã Đúng, tỉnh B")
                          .Date("2025-05-05")
                          .Cites("15-KH/TU", "2025-02-02")
                          .TaskOf("Việc mới", {"Công an xã"});
  const Record other = *RecordBuilder("b", "13/KH-UBND")
                            .Cites("12/KH-UBND", "2025-05-05")
                            .TaskOf("Việc khác", {"Công an xã"});
  const char* const questions[] = {
      kEveryDocument,
      "SELECT document, text, lead, named FROM task_list ORDER BY 1, 2",
      "SELECT document, indicator FROM target_list ORDER BY 1",
      "SELECT document, relation, other FROM relation_list ORDER BY 1, 2, 3",
      "SELECT name FROM agencies ORDER BY 1",
      "SELECT path, sha256 FROM file_list ORDER BY 1",
      "SELECT json FROM records ORDER BY 1",
  };
  {
    Store replaced = OpenStore("replaced.db");
    Put(replaced, old, {"lời lẽ cũ"});
    Put(replaced, other);
    EXPECT_EQ(Replace(replaced, corrected, "lời lẽ mới"), PutOutcome::kReplaced);
    Store fresh = OpenStore("fresh.db");
    Put(fresh, other);
    EXPECT_EQ(Replace(fresh, corrected, "lời lẽ mới"), PutOutcome::kStored);
    for (const char* question : questions)
      EXPECT_EQ(Sql(question, "replaced.db"), Sql(question, "fresh.db")) << question;
    EXPECT_THAT(*Search(replaced, {"cũ", 5}), IsEmpty());
    EXPECT_THAT(*Search(replaced, {"mới", 5}), SizeIs(1));
  }
  EXPECT_THAT(Sql("PRAGMA foreign_key_check", "replaced.db"), IsEmpty());
  EXPECT_THAT(Sql("INSERT INTO page_words(page_words) VALUES('integrity-check')", "replaced.db"),
              IsEmpty());
}

// Users name documents by the numbers of their rows.
TEST_F(SettleTest, ReplacingKeepsTheNumbersOfDocuments) {
  const auto plan = [](const std::string& date) {
    return *RecordBuilder("a", "12/KH-UBND")
                .Issuer("UBND xã A, tỉnh B")
                .Date(date)
                .Cites("15-KH/TU", "2025-02-02")
                .Cites("57-NQ/TW")
                .Cites("", "", "", "Luật Khoáng sản");
  };
  const std::string numbers = "SELECT id, coalesce(symbol, title) FROM documents ORDER BY 1";
  Store store = OpenStore();
  Put(store, plan("2025-05-05"));
  Put(store, *RecordBuilder("b", "13/KH-UBND").Cites("12/KH-UBND", "2025-05-05"));
  const auto before = Sql(numbers);
  Replace(store, plan("2025-05-05"), "lời mới");
  EXPECT_EQ(Sql(numbers), before);
  ASSERT_TRUE(store.BeginBatch());
  Replace(store, plan("2025-05-05"), "lời mới");
  ASSERT_TRUE(store.CommitBatch());
  EXPECT_EQ(Sql(numbers), before);
  // Its own day is read otherwise now: the number goes with the file, not with what cites it.
  const int64_t number = IdOf(store, "a.txt");
  Replace(store, plan("2024-06-06"), "lời mới");
  EXPECT_EQ(IdOf(store, "a.txt"), number);
}

TEST_F(SettleTest, ReplacingTakesBackWhatTheOldRecordTold) {
  const Record lam = PlanOf("Lam Châu", "lam", "2025-08-05");
  const Record letter = *RecordBuilder("x").Cites("152/KH-UBND", "", "UBND tỉnh");
  Record wrong = lam;
  wrong.document.issuer = "UBND tỉnh Hà Sơn";
  Store store = OpenStore("back.db");
  Put(store, letter);
  Put(store, wrong);
  Put(store, PlanOf("Lam Châu", "lam2", "2025-06-01"));
  EXPECT_THAT(Sql(kEveryDocument, "back.db"), SizeIs(4))
      << "two provinces, and one that is unclear";
  Record right = PlanOf("Lam Châu", "lam", "2025-06-01");
  EXPECT_EQ(Replace(store, right, "trang"), PutOutcome::kReplaced);
  EXPECT_THAT(Sql(kEveryDocument, "back.db"),
              Contains("152/KH-UBND|2025-06-01|UBND tỉnh Lam Châu|province|1|/in/x.txt"));
}

TEST_F(SettleTest, OneQueryTellsWhoMustDoWhatUnderADocument) {
  Store store = OpenStore();
  Put(store, *RecordBuilder("tu", "15-KH/TU")
                  .Issuer("Tỉnh ủy B")
                  .Date("2025-02-02")
                  .Implements("57-NQ/TW"));
  Put(store, *RecordBuilder("a", "12/KH-UBND")
                  .Issuer("UBND xã A, tỉnh B")
                  .Cites("15-KH/TU", "2025-02-02")
                  .Cites("57-NQ/TW")
                  .Implements("15-KH/TU")
                  .TaskOf("Số hóa hồ sơ", {"Công an xã"}, "2025-12-31")
                  .TaskOf("Phổ cập", {"Đoàn xã"}, "2025-06-30", {"57-NQ/TW"}));
  Put(store, *RecordBuilder("b", "13/KH-UBND").TaskOf("Việc khác", {"Công an xã"}));
  EXPECT_THAT(
      Sql("SELECT lead, text, last_day, document, way FROM task_under WHERE under = '57-NQ/TW'"
          " ORDER BY last_day"),
      ElementsAre("Đoàn xã|Phổ cập|2025-06-30|12/KH-UBND|~",
                  "Công an xã|Số hóa hồ sơ|2025-12-31|12/KH-UBND|12/KH-UBND > 15-KH/TU"
                  " > 57-NQ/TW"));
}

TEST_F(SettleTest, LongTitlesAreCutForShowing) {
  Store store = OpenStore();
  const std::string title =
      "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền"
      " địa phương";
  Put(store, CitesLaw("1", "", "2019-11-22", title));
  Put(store, *RecordBuilder("letter").Issuer("UBND xã A"));
  const auto documents = ListDocuments(store);
  std::vector<std::string> labels;
  for (const DocumentRow& row : *documents) labels.push_back(row.label);
  EXPECT_THAT(labels,
              ElementsAre("letter.txt", "1/KH-UBND",
                          "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật"
                          " Tổ chức…"));
  EXPECT_EQ(FindDocuments(store, "chính quyền địa phương")->front().title, title);
}

}  // namespace
}  // namespace congvan::store
