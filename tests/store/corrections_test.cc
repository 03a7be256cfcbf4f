// What people correct: it answers, it stays, it finds its row again.
#include "store/corrections.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "store/graph.h"
#include "store/record_json.h"
#include "store_fixture.h"

namespace congvan::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const char* const kAt = "2026-02-03T04:05:06Z";

class CorrectionsTest : public StoreTest {
 protected:
  // Three tasks on one page, one behind the other; the evidence of the leads.
  static Record Plan(std::vector<std::string> texts = {"Lập danh mục dữ liệu dùng chung của xã",
                                                       "Tập huấn chữ ký số cho cán bộ",
                                                       "Báo cáo kết quả thực hiện hằng quý"}) {
    RecordBuilder builder("plan", "12/KH-UBND");
    builder.Issuer("UBND xã Khe Vàng").Date("2025-03-10");
    for (const std::string& text : texts) builder.TaskOf(text, {"Phòng Kinh tế"}, "2025-12-31");
    Record record = *builder;
    for (size_t i = 0; i < record.tasks.size(); ++i) {
      const auto start = static_cast<uint32_t>(100 * i);
      record.tasks[i].spans = {{1, start, start + 40}};
      record.evidence.push_back({"tasks[" + std::to_string(i) + "].lead[0]",
                                 {{1, start + 41, start + 54}},
                                 "agencies",
                                 "Phòng Kinh tế",
                                 {},
                                 0.9,
                                 ""});
    }
    return record;
  }

  static Result<Correction> Set(Store& store, const std::string& field, const std::string& value,
                                CorrectionKind kind = CorrectionKind::kSet) {
    return Correct(store, {Plan().source.sha256, field, kind, value, "theo bản giấy", kAt});
  }

  static void ReadAgain(Store& store, const Record& record) {
    const auto put = store.Put(record, TextOfPages({"trang một"}), "layout", "t", Known::kReplace);
    ASSERT_TRUE(put.has_value()) << ToString(put.error());
  }

  static std::vector<std::string> Leads(Store& store) {
    std::vector<std::string> out;
    const auto rows = ListTasks(store);
    for (const TaskRow& row : *rows)
      out.push_back(row.task.lead.empty() ? "-" : row.task.lead.front());
    return out;
  }

  static Record Loaded(Store& store) { return **LoadRecord(store, IdOf(store, "12/KH-UBND")); }
};

TEST_F(CorrectionsTest, AnswersHaveTheCorrectedValue) {
  Store store = OpenStore();
  Put(store, Plan(), {"trang một"}, "layout");
  const auto done = Set(store, "tasks[1].lead", R"(["Công an xã","Văn phòng"])");
  ASSERT_TRUE(done.has_value()) << ToString(done.error());
  EXPECT_EQ(done->old_value, R"(["Phòng Kinh tế"])");
  EXPECT_THAT(Leads(store), ElementsAre("Phòng Kinh tế", "Công an xã", "Phòng Kinh tế"));
  EXPECT_THAT(Loaded(store).tasks[1].lead, ElementsAre("Công an xã", "Văn phòng"));
  EXPECT_EQ(Sql("SELECT lead FROM task_list WHERE text LIKE 'Tập huấn%'").front(),
            "Công an xã; Văn phòng");
  EXPECT_EQ(Sql("SELECT document, field, kind, new_value, corrected_at FROM correction_list"),
            std::vector<std::string>{"12/KH-UBND|tasks[1].lead|set|[\"Công an xã\",\"Văn "
                                     "phòng\"]|2026-02-03T04:05:06Z"});
}

TEST_F(CorrectionsTest, WhatTheRulesReadIsKept) {
  Store store = OpenStore();
  Put(store, Plan());
  ASSERT_TRUE(Set(store, "document.issuer", R"("UBND xã Khe Bạc")").has_value());
  const auto readings = LoadReadings(store);
  ASSERT_EQ(readings->size(), 1U);
  EXPECT_EQ(readings->front().record.document.issuer, "UBND xã Khe Vàng");
  EXPECT_EQ(Loaded(store).document.issuer, "UBND xã Khe Bạc");
  EXPECT_EQ(FindDocuments(store, "12/KH-UBND")->front().issuer, "UBND xã Khe Bạc");
}

TEST_F(CorrectionsTest, StandThroughANewReading) {
  Store store = OpenStore();
  Put(store, Plan());
  ASSERT_TRUE(Set(store, "tasks[1].lead", R"(["Công an xã"])").has_value());
  Record moved = Plan({"Một việc mới đứng trước các việc khác", "Tập huấn chữ ký số cho cán bộ",
                       "Lập danh mục dữ liệu dùng chung của xã"});
  std::swap(moved.tasks[1], moved.tasks[2]);
  moved.tasks[2].text += " xã";  // the rules read a little more than before
  ReadAgain(store, moved);
  EXPECT_THAT(Leads(store), ElementsAre("Phòng Kinh tế", "Phòng Kinh tế", "Công an xã"));
  const auto corrections = ListCorrections(store, Plan().source.sha256);
  ASSERT_EQ(corrections->size(), 1U);
  EXPECT_EQ(corrections->front().field, "tasks[1].lead");
  EXPECT_EQ(corrections->front().now, "tasks[2].lead");
}

TEST_F(CorrectionsTest, CorrectingBeforeOrAfterANewReadingIsTheSame) {
  const Record again =
      Plan({"Một việc mới đứng trước các việc khác", "Lập danh mục dữ liệu dùng chung của xã",
            "Tập huấn chữ ký số cho cán bộ"});
  const std::vector<std::pair<std::string, std::string>> before = {
      {"tasks[1].lead", R"(["Công an xã"])"},
      {"tasks[0].deadline.due", R"("2026-06-30")"},
      {"document.issuer", R"("UBND xã Khe Bạc")"},
      {"document.symbol", R"("13/KH-UBND")"}};
  Store first = OpenStore("first.db"), second = OpenStore("second.db");
  Put(first, Plan(), {"trang một"}, "layout");
  for (const auto& [field, value] : before) ASSERT_TRUE(Set(first, field, value).has_value());
  ReadAgain(first, again);
  Put(second, Plan(), {"trang một"}, "layout");
  ReadAgain(second, again);
  for (std::string field :
       {"tasks[2].lead", "tasks[1].deadline.due", "document.issuer", "document.symbol"}) {
    const size_t i = field.starts_with("tasks[2]") ? 0
                     : field.starts_with("tasks")  ? 1
                     : field == "document.issuer"  ? 2
                                                   : 3;
    ASSERT_TRUE(Set(second, field, before[i].second).has_value());
  }
  const auto answer = [](Store& store) {
    const auto found = FindDocuments(store, "13/KH-UBND");
    return ToJson(**LoadRecord(store, found->at(0).id));
  };
  EXPECT_EQ(answer(first), answer(second));
  EXPECT_EQ(Leads(first), Leads(second));
}

TEST_F(CorrectionsTest, OneWhoseRowIsNoMoreIsKeptAndTold) {
  Store store = OpenStore();
  Put(store, Plan());
  ASSERT_TRUE(Set(store, "tasks[1].lead", R"(["Công an xã"])").has_value());
  ReadAgain(store, Plan({"Lập danh mục dữ liệu dùng chung của xã"}));
  EXPECT_THAT(Leads(store), ElementsAre("Phòng Kinh tế"));
  EXPECT_EQ(ListCorrections(store, Plan().source.sha256)->at(0).now, std::nullopt);
  ReadAgain(store, Plan());  // and when it is there again, so is the correction
  EXPECT_THAT(Leads(store), ElementsAre("Phòng Kinh tế", "Công an xã", "Phòng Kinh tế"));
}

TEST_F(CorrectionsTest, OfTwoRowsWithTheSameWordsThePlaceTells) {
  Store store = OpenStore();
  const std::string twice = "Rà soát thủ tục hành chính";
  Put(store, Plan({twice, "Tập huấn chữ ký số cho cán bộ", twice}));
  ASSERT_TRUE(Set(store, "tasks[2].lead", R"(["Công an xã"])").has_value());
  EXPECT_THAT(Leads(store), ElementsAre("Phòng Kinh tế", "Phòng Kinh tế", "Công an xã"));
  Record one = Plan({twice, "Tập huấn chữ ký số cho cán bộ", twice});
  one.tasks[0].ordinal = "1";
  one.tasks.pop_back();  // the twin that was not meant must not get it
  one.evidence.pop_back();
  ReadAgain(store, one);
  EXPECT_THAT(Leads(store), ElementsAre("Phòng Kinh tế", "Phòng Kinh tế"));
}

TEST_F(CorrectionsTest, StandThroughOtherNamesAndAbsence) {
  Store store = OpenStore();
  Put(store, Plan());
  ASSERT_TRUE(Set(store, "tasks[0].lead", R"(["Công an xã"])").has_value());
  Record other = *RecordBuilder("other", "99/KH-UBND");
  other.source.path = Plan().source.path;  // other bytes at the same place drive the file out
  Put(store, other);
  EXPECT_THAT(Leads(store), IsEmpty());
  ASSERT_EQ(ListHomeless(store)->size(), 1U);
  Record back = Plan();
  back.source.path = "/elsewhere/plan.txt";
  Put(store, back);
  EXPECT_THAT(*ListHomeless(store), IsEmpty());
  EXPECT_EQ(Leads(store).front(), "Công an xã");
}

TEST_F(CorrectionsTest, ARowThatIsNoneIsGone) {
  Store store = OpenStore();
  Put(store, Plan());
  ASSERT_TRUE(Set(store, "tasks[0]", "", CorrectionKind::kNone).has_value());
  const Record record = Loaded(store);
  ASSERT_EQ(record.tasks.size(), 2U);
  EXPECT_EQ(record.tasks[0].text, "Tập huấn chữ ký số cho cán bộ");
  ASSERT_EQ(record.evidence.size(), 2U);
  EXPECT_EQ(record.evidence[0].field, "tasks[0].lead[0]");
  EXPECT_EQ(record.evidence[0].spans[0].start, 141U);
  // Numbers go on counting the rows as they were read.
  ASSERT_TRUE(Set(store, "tasks[1].lead", R"(["Công an xã"])").has_value());
  EXPECT_THAT(Leads(store), ElementsAre("Công an xã", "Phòng Kinh tế"));
  EXPECT_EQ(*Undo(store, Plan().source.sha256, "tasks[0]"), true);
  EXPECT_THAT(Leads(store), ElementsAre("Phòng Kinh tế", "Công an xã", "Phòng Kinh tế"));
}

TEST_F(CorrectionsTest, AValueThatIsNoneIsNull) {
  Store store = OpenStore();
  Put(store, Plan());
  ASSERT_TRUE(Set(store, "tasks[0].lead", "", CorrectionKind::kNone).has_value());
  ASSERT_TRUE(Set(store, "tasks[0].deadline", "", CorrectionKind::kNone).has_value());
  ASSERT_TRUE(Set(store, "document.issuer", "", CorrectionKind::kNone).has_value());
  const Record record = Loaded(store);
  EXPECT_THAT(record.tasks[0].lead, IsEmpty());
  EXPECT_EQ(record.tasks[0].deadline, Deadline());
  EXPECT_EQ(record.document.issuer, std::nullopt);
  EXPECT_EQ(record.evidence.size(), 2U) << "what is none has no evidence";
}

TEST_F(CorrectionsTest, AConfirmedValueStandsWhenTheRulesReadAnother) {
  Store store = OpenStore();
  Put(store, Plan());
  ASSERT_TRUE(Set(store, "tasks[0].lead[0]", "", CorrectionKind::kConfirm).has_value());
  Record again = Plan();
  again.tasks[0].lead = {"Phòng"};
  ReadAgain(store, again);
  EXPECT_EQ(Leads(store).front(), "Phòng Kinh tế");
}

TEST_F(CorrectionsTest, AProposalIsConfirmedOrSettled) {
  Store store = OpenStore();
  Record record = Plan();
  const auto propose = [&](const std::string& field, const std::string& value) {
    record.proposals.push_back({{field, {{1, 60, 70}}, "agencies", value, {}, 0.3, ""}, value, {}});
  };
  propose("tasks[0].lead", "Hội nghị");
  propose("document.place", "Khe Vàng");
  propose("tasks[1].lead", "Liên tục");
  Put(store, record);
  ASSERT_TRUE(Set(store, "tasks[0].lead", "", CorrectionKind::kConfirm).has_value());
  ASSERT_TRUE(Set(store, "document.place", "", CorrectionKind::kConfirm).has_value());
  ASSERT_TRUE(Set(store, "tasks[1].lead", R"(["Công an xã"])").has_value());
  const Record now = Loaded(store);
  EXPECT_THAT(now.tasks[0].lead, ElementsAre("Phòng Kinh tế", "Hội nghị"));
  EXPECT_EQ(now.document.place, "Khe Vàng");
  EXPECT_THAT(now.tasks[1].lead, ElementsAre("Công an xã"));
  EXPECT_THAT(now.proposals, IsEmpty());
  EXPECT_EQ(LoadReadings(store)->front().record.proposals.size(), 3U);
}

TEST_F(CorrectionsTest, TheEvidenceSaysThatAPersonVouches) {
  Store store = OpenStore();
  Put(store, Plan());
  ASSERT_TRUE(Set(store, "tasks[0].lead", R"(["Công an xã"])").has_value());
  const Record record = Loaded(store);
  const auto found = std::find_if(record.evidence.begin(), record.evidence.end(),
                                  [](const Evidence& e) { return e.field == "tasks[0].lead"; });
  ASSERT_NE(found, record.evidence.end());
  EXPECT_EQ(found->rule, "correction");
  EXPECT_EQ(found->text, "Phòng Kinh tế");
  EXPECT_EQ(found->spans, (std::vector<PageSpan>{{1, 41, 54}}));
  EXPECT_EQ(found->confidence, 1);
}

TEST_F(CorrectionsTest, ALaterOneTakesThePlaceOfAnEarlier) {
  Store store = OpenStore();
  Put(store, Plan());
  ASSERT_TRUE(Set(store, "tasks[0].lead", R"(["Công an xã"])").has_value());
  ASSERT_TRUE(Set(store, "tasks[0].lead", R"(["Văn phòng"])").has_value());
  const auto corrections = ListCorrections(store, Plan().source.sha256);
  ASSERT_EQ(corrections->size(), 1U);
  EXPECT_EQ(corrections->front().old_value, R"(["Phòng Kinh tế"])");
  EXPECT_EQ(*Undo(store, Plan().source.sha256, "tasks[0].lead"), true);
  EXPECT_EQ(Leads(store).front(), "Phòng Kinh tế");
  EXPECT_EQ(*Undo(store, Plan().source.sha256, "tasks[0].lead"), false);
}

TEST_F(CorrectionsTest, ANewSymbolIsTheDocumentsEverywhere) {
  Store store = OpenStore();
  Record record = Plan();
  record.relations.push_back(
      {"12/KH-UBND", RelationKind::kImplements, "57-NQ/TW", "thực hiện", {}});
  Put(store, record);
  ASSERT_TRUE(Set(store, "document.symbol", R"("13/KH-UBND")").has_value());
  EXPECT_TRUE(FindDocuments(store, "12/KH-UBND")->empty());
  ASSERT_EQ(FindDocuments(store, "13/KH-UBND")->size(), 1U);
  EXPECT_EQ(Sql("SELECT document, relation, other FROM relation_list"),
            std::vector<std::string>{"13/KH-UBND|implements|57-NQ/TW"});
}

TEST_F(CorrectionsTest, RefusesWhatNoRecordCanHold) {
  Store store = OpenStore();
  Put(store, Plan());
  const std::vector<std::string> before = Dump();
  const auto refused = [&](const std::string& field, const std::string& value,
                           CorrectionKind kind = CorrectionKind::kSet) {
    const auto done = Set(store, field, value, kind);
    EXPECT_FALSE(done.has_value()) << field << " = " << value;
  };
  refused("tasks[9].lead", R"(["Công an xã"])");
  refused("tasks[0].leader", R"(["Công an xã"])");
  refused("tasks[0].lead", R"("Công an xã")");
  refused("tasks[0].lead[0]", R"("Công an xã")");
  refused("tasks[0].spans", "[]");
  refused("tasks[0].text", "[]");
  refused("tasks[0].text", "", CorrectionKind::kNone);
  refused("tasks[0].deadline.due", R"("31/12/2025")");
  refused("tasks[0].deadline.kind", R"("soon")");
  refused("document.date", R"("2025-02-31")");
  refused("document.date", "{");
  refused("tasks[0]", R"("x")");
  refused("nonsense", R"("x")");
  EXPECT_FALSE(Correct(store, {"00", "document.date", CorrectionKind::kNone, "", "", kAt}));
  EXPECT_EQ(Dump(), before);
}

TEST_F(CorrectionsTest, PagesAndLayoutStay) {
  Store store = OpenStore();
  Put(store, Plan(), {"Về chuyển đổi số", "trang hai"}, "layout");
  ASSERT_TRUE(Set(store, "document.place", R"("Khe Vàng")").has_value());
  EXPECT_EQ(*LoadLayout(store, Plan().source.sha256), "layout");
  EXPECT_EQ(Search(store, {"chuyển đổi số", 5})->size(), 1U);
  EXPECT_EQ(Sql("SELECT page, text FROM pages ORDER BY page"),
            (std::vector<std::string>{"1|Về chuyển đổi số", "2|trang hai"}));
}

TEST_F(CorrectionsTest, ARecordSaysWhoReadIt) {
  Store store = OpenStore();
  Record record = Plan();
  record.rules_version = "abc";
  record.program_version = "9.9";
  Put(store, record);
  EXPECT_EQ(Sql("SELECT rules_version, program_version FROM records").front(), "abc|9.9");
  EXPECT_EQ(LoadReadings(store)->front().rules_version, "abc");
  EXPECT_EQ(LoadReadings(store)->front().record.rules_version, "abc");
}

// A database as version 1 of the program left it.
TEST_F(CorrectionsTest, AnOlderDatabaseIsBroughtUpToDate) {
  std::ostringstream first_version;
  first_version << std::ifstream(CONGVAN_SOURCE_DIR "/store/src/migrations/0001_init.sql").rdbuf();
  Sql(first_version.str());
  Sql("PRAGMA application_id = 0x4356414e; PRAGMA user_version = 1");
  Sql("INSERT INTO documents (id, identity_key, level) VALUES (1, 'k', 'unknown');"
      "INSERT INTO files (id, sha256, bytes, media_type, text_from, page_count, status, first_seen,"
      " role, document_id) VALUES (1, 'aa', 1, 'text/plain', 'text', 1, 'ok', 't', 'main', 1);"
      "UPDATE documents SET file_id = 1;"
      "INSERT INTO file_paths VALUES (1, '/a', 't')");
  Record old = Plan();
  old.source.sha256 = "aa";
  Sql("INSERT INTO records VALUES (1, '" + ToJson(old, JsonLayout::kLine) + "')");
  EXPECT_THAT(Store::Open(DbPath(), OpenMode::kReadOnly).error().what, HasSubstr("version 1"));
  Store store = OpenStore();
  const auto readings = LoadReadings(store);
  ASSERT_EQ(readings->size(), 1U);
  EXPECT_EQ(readings->front().rules_version, std::nullopt);
  EXPECT_TRUE(
      Correct(store, {"aa", "tasks[0].lead", CorrectionKind::kSet, R"(["Công an xã"])", "", kAt}));
}

}  // namespace
}  // namespace congvan::store
