#include "store/store.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "store/queries.h"
#include "store_fixture.h"

namespace congvan::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Record Plan() {
  return *RecordBuilder("plan", "119/KH-UBND")
              .Issuer("UBND xã A, tỉnh B")
              .Type("kế hoạch")
              .Date("2025-11-14")
              .Subject("Thực hiện Nghị quyết")
              .Cites("57-NQ/TW", "2024-12-22", "Bộ Chính trị", "về đột phá")
              .Implements("57-NQ/TW")
              .TaskOf("Số hóa hồ sơ", {"Công an xã"}, "2025-12-31", {"57-NQ/TW"})
              .TargetOf("Tỷ lệ hồ sơ", 62, "2025");
}

TEST_F(StoreTest, StoresARecordAndGivesItBack) {
  Store store = OpenStore();
  EXPECT_EQ(Put(store, Plan(), {"một", "hai"}, "layout\0bytes"), PutOutcome::kStored);
  const auto found = FindDocuments(store, "119/KH-UBND");
  ASSERT_TRUE(found.has_value());
  ASSERT_EQ(found->size(), 1U);
  const auto record = LoadRecord(store, found->front().id);
  ASSERT_TRUE(record.has_value() && record->has_value());
  EXPECT_EQ((*record)->document, Plan().document);
  EXPECT_EQ((*record)->tasks, Plan().tasks);
  EXPECT_EQ(*LoadLayout(store, Plan().source.sha256), "layout");
  EXPECT_EQ(*LoadLayout(store, "0000"), std::nullopt);
  EXPECT_THAT(Sql("SELECT page, text FROM pages ORDER BY page"), ElementsAre("1|một", "2|hai"));
}

TEST_F(StoreTest, SameBytesAgainChangeNothing) {
  {
    Store store = OpenStore();
    Put(store, Plan());
  }
  const auto before = Dump();
  {
    Store store = OpenStore();
    EXPECT_EQ(Put(store, Plan()), PutOutcome::kUnchanged);
    EXPECT_EQ(store.PutFailure(Plan().source, MakeError(ErrorCode::kTimeout, "", "slow"), "later")
                  .value(),
              PutOutcome::kUnchanged)
        << "what was read once stays read";
    EXPECT_EQ(store.Recognise(Plan().source, "later").value(), FileStatus::kOk);
  }
  EXPECT_EQ(Dump(), before);
}

TEST_F(StoreTest, SameBytesUnderAnotherNameAddTheName) {
  Store store = OpenStore();
  Put(store, Plan());
  Record copy = Plan();
  copy.source.path = "/in/copy.txt";
  EXPECT_EQ(Put(store, copy), PutOutcome::kNewPath);
  copy.source.path = "/in/other.txt";
  EXPECT_EQ(store.Recognise(copy.source, "now").value(), FileStatus::kOk);
  EXPECT_THAT(Sql("SELECT path FROM file_paths ORDER BY path"),
              ElementsAre("/in/copy.txt", "/in/other.txt", "/in/plan.txt"));
  EXPECT_THAT(Sql("SELECT count(*) FROM files"), ElementsAre("1"));
  EXPECT_THAT(Sql("SELECT count(*) FROM tasks"), ElementsAre("1"));
}

TEST_F(StoreTest, RemembersFailuresByBytesOrByPath) {
  Store store = OpenStore();
  SourceFile scan{"/in/scan.pdf", RecordBuilder::Sha256Like("scan"), "application/pdf", 7};
  SourceFile gone{"/in/gone.pdf", "", "", 0};
  const Error error =
      MakeError(ErrorCode::kEncrypted, "/in/scan.pdf", "asks for a password", "hint");
  const Error missing = MakeError(ErrorCode::kNotFound, "/in/gone.pdf", "no such file");
  EXPECT_EQ(store.PutFailure(scan, error, "t").value(), PutOutcome::kStored);
  EXPECT_EQ(store.PutFailure(scan, error, "t").value(), PutOutcome::kUnchanged);
  EXPECT_EQ(store.PutFailure(gone, missing, "t").value(), PutOutcome::kStored);
  EXPECT_EQ(store.PutFailure(gone, missing, "t").value(), PutOutcome::kUnchanged);
  EXPECT_EQ(store.Recognise(scan, "t").value(), FileStatus::kFailed);
  EXPECT_EQ(store.Recognise(Plan().source, "t").value(), std::nullopt);
  EXPECT_THAT(Sql("SELECT path, error_code, error, hint FROM failures ORDER BY path"),
              ElementsAre("/in/gone.pdf|not-found|no such file|",
                          "/in/scan.pdf|encrypted|asks for a password|hint"));
  const auto failures = ListFailures(store);
  ASSERT_EQ(failures->size(), 2U);
  EXPECT_EQ(failures->at(0).sha256, "");
  EXPECT_EQ(failures->at(1).error_code, "encrypted");
}

TEST_F(StoreTest, ALaterSuccessReplacesAFailure) {
  Store store = OpenStore();
  const Error error = MakeError(ErrorCode::kTimeout, "", "slow");
  SourceFile unreadable = Plan().source;
  unreadable.sha256.clear();
  ASSERT_TRUE(store.PutFailure(unreadable, error, "t").has_value());
  ASSERT_TRUE(store.PutFailure(Plan().source, error, "t").has_value());
  EXPECT_EQ(Put(store, Plan()), PutOutcome::kStored);
  EXPECT_THAT(Sql("SELECT * FROM failures"), IsEmpty());
  EXPECT_THAT(Sql("SELECT status, count(*) FROM files GROUP BY 1"), ElementsAre("ok|1"));
}

TEST_F(StoreTest, ACitedDocumentWaitsUntilItArrives) {
  Store store = OpenStore();
  Put(store, Plan());
  EXPECT_THAT(Sql("SELECT symbol, date, issuer, title, cited_by FROM missing_documents"),
              ElementsAre("57-NQ/TW|2024-12-22|Bộ Chính trị|về đột phá|1"));
  const auto waiting = Sql("SELECT document_id FROM document_list WHERE symbol = '57-NQ/TW'");
  Put(store, *RecordBuilder("nq", "57-NQ/TW").Date("2024-12-22").Subject("về đột phá phát triển"));
  EXPECT_THAT(Sql("SELECT * FROM missing_documents"), IsEmpty());
  EXPECT_EQ(Sql("SELECT document_id FROM document_list WHERE symbol = '57-NQ/TW'"), waiting);
  EXPECT_THAT(Sql("SELECT status, title FROM document_list WHERE symbol = '57-NQ/TW'"),
              ElementsAre("here|về đột phá phát triển"));
}

TEST_F(StoreTest, NamesADocumentWithoutASymbolByTypeAndTitle) {
  Store store = OpenStore();
  RecordBuilder builder("a", "1/KH-UBND");
  for (const char* title : {"Luật Thủy sản", "Điều lệ Đảng", "Phòng thủ dân sự"})
    builder.Cites("", "", "", title);
  (*builder).citations[0].type = "luật";
  (*builder).citations[1].type = "điều lệ";
  (*builder).citations[2].type = "luật";
  Put(store, builder);
  EXPECT_THAT(Sql("SELECT cites FROM citation_list ORDER BY 1"),
              ElementsAre("Luật Thủy sản", "luật Phòng thủ dân sự", "Điều lệ Đảng"));
  EXPECT_THAT(Sql("SELECT DISTINCT level FROM documents WHERE file_id IS NULL"),
              ElementsAre("central"));
}

TEST_F(StoreTest, OfTwoFilesOfADocumentTheRicherCounts) {
  Store store = OpenStore();
  Record scan = Plan();
  scan.source = (*RecordBuilder("scan")).source;
  scan.tasks.push_back(scan.tasks.front());
  Put(store, Plan());
  Put(store, scan);
  EXPECT_THAT(Sql("SELECT count(*) FROM document_list WHERE status = 'here'"), ElementsAre("1"));
  EXPECT_THAT(Sql("SELECT count(*) FROM task_list"), ElementsAre("2"));
  const auto files = ListFiles(store, FindDocuments(store, "119/KH-UBND")->front().id);
  ASSERT_EQ(files->size(), 2U);
  EXPECT_TRUE(files->at(0).primary);
  EXPECT_EQ(files->at(0).sha256, scan.source.sha256);
}

TEST_F(StoreTest, AnAnnexInAFileOfItsOwnBelongsToItsDocument) {
  Store store = OpenStore();
  RecordBuilder annex("annex", "119/KH-UBND");
  annex.Issuer("UBND xã A, tỉnh B").Annex().TaskOf("Việc phụ lục", {"Công an xã"});
  (*annex).tasks[0].annex = "I";
  Put(store, annex);
  Put(store, Plan());
  EXPECT_THAT(Sql("SELECT count(*) FROM document_list WHERE symbol = '119/KH-UBND'"),
              ElementsAre("1"));
  EXPECT_THAT(Sql("SELECT text FROM task_list ORDER BY text"),
              ElementsAre("Số hóa hồ sơ", "Việc phụ lục"));
  // A fuller copy of the document that has the annex itself: it counts once.
  Record full = Plan();
  full.source = (*RecordBuilder("full")).source;
  full.tasks.push_back((*annex).tasks[0]);
  Put(store, full);
  EXPECT_THAT(Sql("SELECT text FROM task_list ORDER BY text"),
              ElementsAre("Số hóa hồ sơ", "Việc phụ lục"));
}

std::vector<Record> SmallSet() {
  return {
      Plan(),
      *RecordBuilder("nq", "57-NQ/TW").Date("2024-12-22").Subject("về đột phá"),
      *RecordBuilder("tu", "15-KH/TU")
           .Issuer("Tỉnh ủy B")
           .Date("2025-02-02")
           .Implements("57-NQ/TW"),
      *RecordBuilder("other", "119/KH-UBND")
           .Issuer("UBND xã C, tỉnh B")
           .Date("2025-11-14")
           .Cites("15-KH/TU")
           .Cites("57-NQ/TW")
           .Implements("15-KH/TU"),
      *RecordBuilder("letter")
           .Issuer("Đảng ủy xã A")
           .Cites("119/KH-UBND", "", "UBND xã")
           .Cites("12/KH-UBND")
           .TaskOf("Rà soát", {"Uỷ ban nhân dân xã"}, "2025", {"119/KH-UBND"}),
  };
}

TEST_F(StoreTest, SaysTheSameWhateverTheOrderOfArrival) {
  const char* kQuestions[] = {
      "SELECT symbol, type, date, issuer, title, level, status, path, tasks, targets"
      " FROM document_list ORDER BY 1, 2, 3, 4, 5, 8",
      "SELECT document, cites, status, mentions, date FROM citation_list ORDER BY 1, 2, 3, 4, 5",
      "SELECT document, relation, other, stated_in FROM relation_list ORDER BY 1, 2, 3, 4",
      "SELECT document, text, lead, named FROM task_list ORDER BY 1, 2",
      "SELECT name, name_key FROM agencies ORDER BY 2",
      "SELECT symbol, cited_by FROM missing_documents ORDER BY 1, 2",
      "SELECT c.symbol, f.sha256, p.path FROM citations c JOIN documents d ON d.id = c.document_id"
      " LEFT JOIN files f ON f.id = d.file_id LEFT JOIN file_paths p ON p.file_id = f.id"
      " ORDER BY 1, 2, 3"};
  const std::vector<Record> records = SmallSet();
  std::vector<size_t> order = {0, 1, 2, 3, 4};
  std::vector<std::vector<std::string>> expected;
  int number = 0;
  do {
    const std::string name = std::to_string(number++) + ".db";
    {
      Store store = OpenStore(name);
      ASSERT_TRUE(store.BeginBatch().has_value());
      for (size_t i : order) Put(store, records[i]);
      ASSERT_TRUE(store.CommitBatch().has_value());
    }
    std::vector<std::vector<std::string>> answers;
    for (const char* question : kQuestions) answers.push_back(Sql(question, name));
    if (expected.empty()) expected = answers;
    ASSERT_EQ(answers, expected) << "in order " << ::testing::PrintToString(order);
    std::filesystem::remove(DbPath(name));
  } while (std::next_permutation(order.begin(), order.end()));
  EXPECT_THAT(expected[5], ElementsAre("12/KH-UBND|1")) << "the letter's 119 is that of commune A";
}

TEST_F(StoreTest, BatchesAreWholeOrNotThere) {
  {
    Store store = OpenStore();
    ASSERT_TRUE(store.BeginBatch().has_value());
    Put(store, Plan());
  }  // the program ends without a commit
  EXPECT_THAT(Sql("SELECT count(*) FROM files"), ElementsAre("0"));
  Store store = OpenStore();
  ASSERT_TRUE(store.BeginBatch().has_value());
  Put(store, Plan());
  ASSERT_TRUE(store.CommitBatch().has_value());
  EXPECT_THAT(Sql("SELECT symbol FROM document_list WHERE status = 'here'"),
              ElementsAre("119/KH-UBND"));
}

TEST_F(StoreTest, AKilledProgramLeavesWholeDocumentsOnly) {
  const pid_t child = fork();
  if (child == 0) {
    Store store = OpenStore();
    Put(store, Plan());
    const bool begun = store.BeginBatch().has_value();
    Put(store, *RecordBuilder("late", "3/KH-UBND").Cites("4-NQ/TW"));
    _exit(begun ? 0 : 1);  // no destructor, no commit
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_EQ(status, 0);
  Store store = OpenStore();
  EXPECT_EQ(Count(store)->files, 1);
  EXPECT_TRUE(FindDocuments(store, "4-NQ/TW")->empty());
  EXPECT_THAT(Sql("PRAGMA integrity_check"), ElementsAre("ok"));
  EXPECT_EQ(Put(store, *RecordBuilder("late", "3/KH-UBND")), PutOutcome::kStored);
}

TEST_F(StoreTest, AFailingPutLeavesNothingOfItselfAndTheRestOfTheBatch) {
  { Store store = OpenStore(); }
  Sql("CREATE TRIGGER stop BEFORE INSERT ON targets WHEN NEW.indicator = 'bad'"
      " BEGIN SELECT raise(ABORT, 'stopped'); END");
  Store store = OpenStore();
  ASSERT_TRUE(store.BeginBatch().has_value());
  Put(store, Plan());
  const Record bad = *RecordBuilder("bad", "1/KH-UBND")
                          .Cites("9-NQ/TW")
                          .TaskOf("việc", {"Đội X"})
                          .TargetOf("bad", 1, "2025");
  const auto failed = store.Put(bad, TextOfPages({"trang"}), "", "t");
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().code, ErrorCode::kStore);
  EXPECT_THAT(failed.error().what, HasSubstr("stopped"));
  Put(store, *RecordBuilder("after", "2/KH-UBND"));
  ASSERT_TRUE(store.CommitBatch().has_value());
  EXPECT_THAT(Sql("SELECT symbol FROM document_list ORDER BY symbol"),
              ElementsAre("119/KH-UBND", "2/KH-UBND", "57-NQ/TW"));
  EXPECT_THAT(Sql("SELECT name FROM agencies"), ElementsAre("Công an xã"));
}

// What a full disk does: SQLite gives up the whole transaction, not only the statement.
TEST_F(StoreTest, ABatchThatSqliteRolledBackCanBeCommittedWithoutHarm) {
  { Store store = OpenStore(); }
  Sql("CREATE TRIGGER stop BEFORE INSERT ON targets WHEN NEW.indicator = 'bad'"
      " BEGIN SELECT raise(ROLLBACK, 'disk full'); END");
  Store store = OpenStore();
  ASSERT_TRUE(store.BeginBatch().has_value());
  Put(store, Plan());
  const Record bad = *RecordBuilder("bad", "1/KH-UBND").TargetOf("bad", 1, "2025");
  ASSERT_FALSE(store.Put(bad, TextOfPages({"trang"}), "", "t").has_value());
  EXPECT_TRUE(store.in_batch());
  EXPECT_FALSE(store.CommitBatch().has_value());
  EXPECT_FALSE(store.in_batch());
  EXPECT_THAT(Sql("SELECT count(*) FROM documents"), ElementsAre("0"));
  ASSERT_TRUE(store.BeginBatch().has_value());
  Put(store, Plan());
  EXPECT_TRUE(store.CommitBatch().has_value());
  EXPECT_EQ(Count(store)->files, 1);
}

TEST_F(StoreTest, KeepsForeignKeysAndWal) {
  Store store = OpenStore();
  Put(store, Plan());
  EXPECT_THAT(Sql("PRAGMA foreign_key_check"), IsEmpty());
  EXPECT_THAT(Sql("PRAGMA integrity_check"), ElementsAre("ok"));
  EXPECT_THAT(Sql("PRAGMA journal_mode"), ElementsAre("wal"));
}

TEST_F(StoreTest, RefusesToReadWhatIsNotThere) {
  const auto store = Store::Open(DbPath("missing.db"), OpenMode::kReadOnly);
  ASSERT_FALSE(store.has_value());
  EXPECT_EQ(store.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(ToString(store.error()), HasSubstr("missing.db: there is no such database"));
  EXPECT_FALSE(std::filesystem::exists(DbPath("missing.db")));
}

TEST_F(StoreTest, RefusesDamagedAndForeignFiles) {
  std::ofstream(DbPath("text.db"))
      << "this is no database at all, but long enough to be read as one";
  for (OpenMode mode : {OpenMode::kReadOnly, OpenMode::kReadWriteCreate}) {
    const auto store = Store::Open(DbPath("text.db"), mode);
    ASSERT_FALSE(store.has_value());
    EXPECT_EQ(store.error().code, ErrorCode::kDamaged);
  }
  Sql("CREATE TABLE other (x)", "foreign.db");
  const auto foreign = Store::Open(DbPath("foreign.db"), OpenMode::kReadWriteCreate);
  ASSERT_FALSE(foreign.has_value());
  EXPECT_THAT(foreign.error().what, HasSubstr("another program"));
  EXPECT_FALSE(Store::Open(DbPath("."), OpenMode::kReadWriteCreate).has_value());
}

TEST_F(StoreTest, ReportsADatabaseCutShort) {
  {
    Store store = OpenStore();
    for (int i = 0; i < 50; ++i)
      Put(store, *RecordBuilder("f" + std::to_string(i), std::to_string(i) + "-NQ/TW"));
  }
  std::filesystem::resize_file(DbPath(), std::filesystem::file_size(DbPath()) / 2);
  auto store = Store::Open(DbPath(), OpenMode::kReadOnly);
  const bool refused = !store || !ListDocuments(*store) || !Search(*store, {"trang", 5});
  EXPECT_TRUE(refused);
}

TEST_F(StoreTest, RefusesANewerDatabase) {
  { Store store = OpenStore(); }
  Sql("PRAGMA user_version = 99");
  for (OpenMode mode : {OpenMode::kReadOnly, OpenMode::kReadWriteCreate}) {
    const auto store = Store::Open(DbPath(), mode);
    ASSERT_FALSE(store.has_value());
    EXPECT_THAT(store.error().what, HasSubstr("version 99"));
  }
}

TEST_F(StoreTest, AReaderSeesCommittedDocumentsWhileAnotherWrites) {
  Store writer = OpenStore();
  Put(writer, Plan());
  ASSERT_TRUE(writer.BeginBatch().has_value());
  Put(writer, *RecordBuilder("nq", "57-NQ/TW").Date("2024-12-22"));
  auto reader = Store::Open(DbPath(), OpenMode::kReadOnly);
  ASSERT_TRUE(reader.has_value()) << ToString(reader.error());
  EXPECT_EQ(Count(*reader)->files, 1);
  ASSERT_TRUE(writer.CommitBatch().has_value());
  EXPECT_EQ(Count(*reader)->files, 2);
  const auto refused = reader->Put(Plan(), TextOfPages({"x"}), "", "t");
  EXPECT_FALSE(refused.has_value());
}

TEST_F(StoreTest, TheExamplesOfTheViewsRun) {
  Store store = OpenStore();
  Put(store, Plan(), {"Về chuyển đổi số của xã"});
  std::ifstream in(std::filesystem::path(CONGVAN_SOURCE_DIR) /
                   "store/src/migrations/0001_init.sql");
  std::string line, statement;
  int count = 0;
  while (std::getline(in, line) && line.starts_with("--")) {
    if (statement.empty() && !line.starts_with("--     SELECT") && !line.starts_with("--   SELECT"))
      continue;
    statement += line.substr(2) + "\n";
    if (line.back() != ';') continue;
    Sql(statement);  // expects that SQLite takes it
    statement.clear();
    ++count;
  }
  EXPECT_EQ(count, 9);
}

// Root may write everywhere, so root becomes nobody for as long as it looks.
TEST_F(StoreTest, CanBeReadWhereNothingMayBeWritten) {
  namespace fs = std::filesystem;
  constexpr uid_t kNobody = 65534;
  {
    Store store = OpenStore();
    Put(store, *RecordBuilder("a", "12/KH-UBND"));
  }
  const fs::perms read = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
  const fs::perms enter = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
  fs::permissions(DbPath(), read);
  fs::permissions(DbPath().parent_path(), read | enter);
  const uid_t user = geteuid();
  ASSERT_TRUE(user != 0 || seteuid(kNobody) == 0);
  const bool reachable = faccessat(AT_FDCWD, DbPath().c_str(), R_OK, AT_EACCESS) == 0;
  auto store = Store::Open(DbPath(), OpenMode::kReadOnly);
  const bool counted = store && Count(*store) && Count(*store)->documents == 1;
  ASSERT_TRUE(user != 0 || seteuid(0) == 0);
  fs::permissions(DbPath().parent_path(), fs::perms::owner_all);
  if (!reachable) GTEST_SKIP() << "the build folder is closed to others";
  EXPECT_TRUE(counted);
}

}  // namespace
}  // namespace congvan::store
