#include "store/queries.h"

#include <gmock/gmock.h>

#include "store_fixture.h"

namespace congvan::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Central resolution <- province's plan <- commune's plan, and a letter that only names the
// resolution.
class QueriesTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    store_.emplace(OpenStore());
    Put(*store_, *RecordBuilder("tu", "15-KH/TU")
                      .Issuer("Tỉnh ủy Bình Sơn")
                      .Date("2025-02-02")
                      .Subject("Hành động thực hiện Nghị quyết")
                      .Cites("57-NQ/TW", "2024-12-22", "Bộ Chính trị")
                      .Implements("57-NQ/TW")
                      .TaskOf("Ban hành chương trình", {"Ban Tuyên giáo"}, "2025-06"));
    Put(*store_, *RecordBuilder("xa", "119/KH-UBND")
                      .Issuer("UBND xã Hòa An, tỉnh Bình Sơn")
                      .Date("2025-11-14")
                      .Cites("15-KH/TU", "2025-02-02")
                      .Cites("57-NQ/TW")
                      .Implements("15-KH/TU")
                      .TaskOf("Số hóa hồ sơ", {"Phòng Kinh tế"}, "2025-12-31")
                      .TaskOf("Nộp báo cáo", {"UBND xã"}, "2025-12-30", {"57-NQ/TW"})
                      .TaskOf("Duy trì", {"Phòng Kinh tế, Hạ tầng và Đô thị"})
                      .TargetOf("Tỷ lệ phủ sóng", 62, "2025")
                      .TargetOf("Tỷ lệ hồ sơ số", 80, "2026-06"));
    Put(*store_, *RecordBuilder("thu", "7/UBND-VX")
                      .Issuer("UBND xã Bến Đò, tỉnh Bình Sơn")
                      .Date("2025-11-20")
                      .Cites("57-NQ/TW")
                      .TaskOf("Đôn đốc", {"Công an xã"}, "2025-12", {"57-NQ/TW"})
                      .TaskOf("Việc khác", {"Công an xã"}, "2025-12-15"));
  }
  void TearDown() override {
    store_.reset();
    StoreTest::TearDown();
  }

  std::vector<std::string> Texts(const TaskFilter& filter) {
    const auto tasks = ListTasks(*store_, filter);
    EXPECT_TRUE(tasks.has_value());
    std::vector<std::string> texts;
    for (const TaskRow& row : *tasks) texts.push_back(row.task.text);
    return texts;
  }
  std::vector<std::string> Found(std::string_view typed) {
    const auto found = FindDocuments(*store_, typed);
    EXPECT_TRUE(found.has_value());
    std::vector<std::string> labels;
    for (const DocumentRow& row : *found) labels.push_back(row.label);
    return labels;
  }

  std::optional<Store> store_;
};

TEST_F(QueriesTest, FindsADocumentHoweverItIsNamed) {
  for (const char* typed : {"15-KH/TU", "15 - kh / tu", "15-kh/tu", "tu.txt", "/in/tu.txt",
                            "hanh dong thuc hien nghi quyet", "Nghị quyết hành động"}) {
    EXPECT_THAT(Found(typed), ElementsAre("15-KH/TU")) << typed;
  }
  EXPECT_THAT(Found(RecordBuilder::Sha256Like("tu").substr(0, 8)), ElementsAre("15-KH/TU"));
  EXPECT_THAT(Found("57-NQ/TW"), ElementsAre("57-NQ/TW"));
  const auto id = FindDocuments(*store_, "15-KH/TU")->front().id;
  EXPECT_THAT(Found("#" + std::to_string(id)), ElementsAre("15-KH/TU"));
  for (const char* typed : {"", "  ", "#", "#x", "#999", "16-KH/TU", "Nghị quyêt"})
    EXPECT_THAT(Found(typed), IsEmpty()) << typed;
}

TEST_F(QueriesTest, ListsDocumentsByStateAndPlace) {
  DocumentFilter missing;
  missing.arrived = false;
  ASSERT_EQ(ListDocuments(*store_, missing)->size(), 1U);
  const DocumentRow waiting = ListDocuments(*store_, missing)->front();
  EXPECT_EQ(waiting.label, "57-NQ/TW");
  EXPECT_EQ(waiting.level, Level::kCentral);
  EXPECT_EQ(waiting.date, "2024-12-22");
  DocumentFilter in;
  in.in = "xã Hoà An";
  EXPECT_EQ(ListDocuments(*store_, in)->size(), 1U);
  in.in = "tỉnh Bình Sơn";
  EXPECT_EQ(ListDocuments(*store_, in)->size(), 3U);
  in.in = "binh son";
  EXPECT_EQ(ListDocuments(*store_, in)->size(), 3U);
}

TEST_F(QueriesTest, RefGivesDirectTasksAndThoseOfImplementers) {
  TaskFilter filter;
  filter.ref = IdOf(*store_, "57 - nq/tw");
  const auto tasks = ListTasks(*store_, filter);
  ASSERT_TRUE(tasks.has_value());
  std::vector<std::string> lines;
  for (const TaskRow& row : *tasks) {
    std::string line = row.task.text + ":";
    for (const std::string& step : row.via) line += " " + step;
    lines.push_back(line);
  }
  EXPECT_THAT(lines, ElementsAre("Ban hành chương trình: 15-KH/TU 57-NQ/TW",
                                 "Nộp báo cáo:", "Số hóa hồ sơ: 119/KH-UBND 15-KH/TU 57-NQ/TW",
                                 "Đôn đốc:", "Duy trì: 119/KH-UBND 15-KH/TU 57-NQ/TW"));
  filter.direct = true;
  EXPECT_THAT(Texts(filter), ElementsAre("Nộp báo cáo", "Đôn đốc"));
  filter.ref = 9999;  // no such document
  EXPECT_THAT(Texts(filter), IsEmpty());
}

TEST_F(QueriesTest, DueByIncludesTheDay) {
  TaskFilter filter;
  filter.due_by = MakeDate(2025, 12, 30);
  EXPECT_THAT(Texts(filter), ElementsAre("Ban hành chương trình", "Việc khác", "Nộp báo cáo"));
  filter.due_by = MakeDate(2025, 12, 31);
  EXPECT_EQ(Texts(filter).size(), 5U);
  filter.due_by = MakeDate(2025);
  EXPECT_EQ(Texts(filter).size(), 5U) << "a year counts to its last day";
  filter.due_from = MakeDate(2025, 12, 31);
  EXPECT_THAT(Texts(filter), ElementsAre("Số hóa hồ sơ", "Đôn đốc"));
}

TEST_F(QueriesTest, OverdueIsBeforeTheDay) {
  TaskFilter filter;
  filter.overdue_on = MakeDate(2025, 12, 31);
  EXPECT_THAT(Texts(filter), ElementsAre("Ban hành chương trình", "Việc khác", "Nộp báo cáo"));
  filter.overdue_on = MakeDate(2026, 1, 1);
  EXPECT_EQ(Texts(filter).size(), 5U);
  filter.overdue_on = MakeDate(2199, 1, 1);
  EXPECT_EQ(Texts(filter).size(), 5U) << "a task without a due date never is";
}

// "trước ngày 05/03/2026" is late on that day, "chậm nhất ngày 05/03/2026" on the next.
TEST_F(QueriesTest, BeforeADayIsOverdueOnIt) {
  RecordBuilder builder("han", "9/UBND-VX");
  builder.TaskOf("Trước ngày", {"Công an xã"}, "2026-03-05")
      .TaskOf("Chậm nhất ngày", {"Công an xã"}, "2026-03-05");
  Record record = *builder;
  record.tasks[0].deadline.op = "<";
  record.tasks[1].deadline.op = "<=";
  record.tasks[1].deadline.day = 5;
  record.tasks[1].modality = "duty";
  record.tasks[1].deadline.milestones = {
      {"dự thảo tháng 2/2026", DeadlineKind::kMonth, MakeDate(2026, 2), {}},
      {"hằng quý", DeadlineKind::kRecurring, {}, "quarter"}};
  Put(*store_, record);
  TaskFilter filter;
  filter.text = "ngày";
  filter.overdue_on = MakeDate(2026, 3, 4);
  EXPECT_THAT(Texts(filter), IsEmpty());
  filter.overdue_on = MakeDate(2026, 3, 5);
  EXPECT_THAT(Texts(filter), ElementsAre("Trước ngày"));
  filter.overdue_on = MakeDate(2026, 3, 6);
  EXPECT_THAT(Texts(filter), ElementsAre("Trước ngày", "Chậm nhất ngày"));
  const auto rows = ListTasks(*store_, filter);
  EXPECT_EQ(rows->at(1).task.deadline, record.tasks[1].deadline);
  EXPECT_EQ(rows->at(1).task.modality, "duty");
}

TEST_F(QueriesTest, FiltersTasksByUnitPlaceAndText) {
  TaskFilter filter;
  filter.unit = "phong kinh te";
  EXPECT_THAT(Texts(filter), ElementsAre("Số hóa hồ sơ"));
  filter.unit = "Uỷ ban nhân dân xã";
  EXPECT_THAT(Texts(filter), ElementsAre("Nộp báo cáo"));
  TaskFilter in;
  in.in = "xã Bến Đò";
  EXPECT_THAT(Texts(in), ElementsAre("Việc khác", "Đôn đốc"));
  TaskFilter text;
  text.text = "hồ sơ";
  EXPECT_THAT(Texts(text), ElementsAre("Số hóa hồ sơ"));
  TaskFilter of;
  of.document_id = FindDocuments(*store_, "15-KH/TU")->front().id;
  EXPECT_THAT(Texts(of), ElementsAre("Ban hành chương trình"));
}

TEST_F(QueriesTest, GivesTasksBackWhole) {
  TaskFilter filter;
  filter.text = "Nộp báo cáo";
  const TaskRow row = ListTasks(*store_, filter)->front();
  EXPECT_EQ(row.number, 2);
  EXPECT_EQ(row.path, "/in/xa.txt");
  EXPECT_EQ(row.document.symbol, "119/KH-UBND");
  EXPECT_EQ(row.last_day, "2025-12-30");
  EXPECT_THAT(row.task.lead, ElementsAre("UBND xã"));
  EXPECT_THAT(row.task.references, ElementsAre("57-NQ/TW"));
  EXPECT_EQ(row.task.deadline.kind, DeadlineKind::kDate);
}

TEST_F(QueriesTest, FiltersTargets) {
  EXPECT_EQ(ListTargets(*store_)->size(), 2U);
  TargetFilter filter;
  filter.year = 2026;
  ASSERT_EQ(ListTargets(*store_, filter)->size(), 1U);
  EXPECT_EQ(ListTargets(*store_, filter)->front().target.value, 80);
  filter.year.reset();
  filter.text = "phu song";
  EXPECT_EQ(ListTargets(*store_, filter)->size(), 1U);
  TargetFilter ref;
  ref.ref = IdOf(*store_, "57-NQ/TW");
  ASSERT_EQ(ListTargets(*store_, ref)->size(), 2U);
  EXPECT_THAT(ListTargets(*store_, ref)->front().via,
              ElementsAre("119/KH-UBND", "15-KH/TU", "57-NQ/TW"));
  ref.direct = true;
  EXPECT_THAT(*ListTargets(*store_, ref), IsEmpty());
  ref.ref = IdOf(*store_, "119/kh-ubnd");
  EXPECT_EQ(ListTargets(*store_, ref)->size(), 2U);
}

TEST_F(QueriesTest, ListsWhatADocumentCitesAndWhoCitesIt) {
  const auto plan = FindDocuments(*store_, "119/KH-UBND")->front().id;
  const auto lists = ListCitations(*store_, plan);
  ASSERT_TRUE(lists.has_value());
  ASSERT_EQ(lists->cites.size(), 2U);
  EXPECT_EQ(lists->cites[0].other.label, "15-KH/TU");
  EXPECT_EQ(lists->cites[0].relation, RelationKind::kImplements);
  EXPECT_EQ(lists->cites[0].verb, "thực hiện");
  EXPECT_TRUE(lists->cites[0].other.arrived);
  EXPECT_EQ(lists->cites[1].other.label, "57-NQ/TW");
  EXPECT_EQ(lists->cites[1].relation, RelationKind::kCites);
  EXPECT_FALSE(lists->cites[1].other.arrived);
  const auto root = FindDocuments(*store_, "57-NQ/TW")->front().id;
  std::vector<std::string> citing;
  const auto of_root = ListCitations(*store_, root);
  for (const auto& row : of_root->cited_by) citing.push_back(row.other.label);
  EXPECT_THAT(citing, ElementsAre("119/KH-UBND", "15-KH/TU", "7/UBND-VX"));
}

TEST_F(QueriesTest, Counts) {
  const auto counts = Count(*store_);
  ASSERT_TRUE(counts.has_value());
  EXPECT_EQ(counts->files, 3);
  EXPECT_EQ(counts->documents, 4);
  EXPECT_EQ(counts->missing, 1);
  EXPECT_EQ(counts->tasks, 6);
  EXPECT_EQ(counts->targets, 2);
  EXPECT_EQ(counts->pages, 3);
  EXPECT_EQ(counts->failures, 0);
}

}  // namespace
}  // namespace congvan::store
