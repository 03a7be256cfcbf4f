#include "store/record_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "support/record_builder.h"

namespace congvan::store {
namespace {

using Json = nlohmann::ordered_json;
using ::testing::ElementsAre;
using testing::RecordBuilder;

std::vector<std::string> Keys(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

Record FullRecord() {
  Record r = *RecordBuilder("a", "119/KH-UBND")
                  .Issuer("UBND xã A")
                  .Date("2025-10")
                  .Cites("57-NQ/TW", "2024-12-22", "Bộ Chính trị", "về \"đột phá\"")
                  .Cites("", "", "", "Luật B")
                  .Implements("57-NQ/TW")
                  .TaskOf("Làm việc\t1", {"Công an xã"}, "2025-12-31", {"57-NQ/TW"})
                  .TargetOf("Tỷ lệ", 62, "2025");
  r.document.signer = {"Nguyễn Văn A", std::nullopt, "KT. CHỦ TỊCH"};
  r.document.addressees = {"Lãnh đạo"};
  r.tasks[0].annex = "";
  r.tasks[0].spans = {{1, 3, 9}, {2, 0, 4}};
  r.tasks[0].deadline.op = "<";
  r.tasks[0].deadline.day = 20;
  r.tasks[0].deadline.milestones = {
      {"tháng 6/2025", DeadlineKind::kMonth, ParseIsoDate("2025-06-30"), std::nullopt},
      {"hằng quý", DeadlineKind::kRecurring, std::nullopt, "quarter"}};
  r.tasks[0].modality = "duty";
  r.targets[0].modality = "aim";
  r.targets[0].value_max = 70.5;
  r.evidence.push_back({"document.date", {{1, 2, 3}}, "head.date", "tháng 10"});
  r.notes.push_back({Severity::kInfo, "page-without-text", 2, "page 2 has no text"});
  return r;
}

TEST(RecordJson, KeepsTheOrderOfTheContract) {
  const Json j = Json::parse(ToJson(FullRecord()));
  EXPECT_THAT(Keys(j),
              ElementsAre("schema", "source", "document", "citations", "relations", "tasks",
                          "targets", "evidence", "proposals", "notes", "read_by"));
  EXPECT_THAT(Keys(j["document"]),
              ElementsAre("role", "symbol", "symbol_suffix", "type", "date", "place", "issuer",
                          "subject", "addressees", "recipients", "signer"));
  EXPECT_THAT(Keys(j["citations"][0]),
              ElementsAre("symbol", "type", "date", "issuer", "title", "mentions", "spans"));
  EXPECT_THAT(Keys(j["tasks"][0]),
              ElementsAre("annex", "group", "ordinal", "text", "lead", "support", "deadline",
                          "modality", "product", "note", "references", "spans", "rule"));
  EXPECT_THAT(Keys(j["tasks"][0]["deadline"]),
              ElementsAre("text", "kind", "due", "every", "op", "day", "milestones"));
  EXPECT_THAT(Keys(j["tasks"][0]["deadline"]["milestones"][0]),
              ElementsAre("text", "kind", "due", "every"));
  EXPECT_THAT(Keys(j["targets"][0]),
              ElementsAre("annex", "ordinal", "group", "indicator", "comparator", "value",
                          "value_max", "unit", "by", "modality", "lead", "spans", "rule"));
}

TEST(RecordJson, ShowsEveryKeyOfAnEmptyRecord) {
  const Json j = Json::parse(ToJson(Record{}));
  for (const auto& [key, value] : j["document"].items()) {
    if (key == "role" || key == "signer") continue;
    EXPECT_TRUE(value.is_null() || (value.is_array() && value.empty())) << key;
  }
  for (const char* key : {"citations", "relations", "tasks", "targets"})
    EXPECT_EQ(j[key], Json::array()) << key;
}

TEST(RecordJson, WritesNumbersPlainly) {
  struct Case {
    double value;
    const char* text;
  };
  const Case cases[] = {{62, "62"}, {1.0, "1"},     {8.78, "8.78"},
                        {0, "0"},   {-3.5, "-3.5"}, {1.5e9, "1500000000"}};
  for (const Case& c : cases) {
    const Record r = *RecordBuilder("a").TargetOf("x", c.value, "2025");
    EXPECT_NE(ToJson(r, JsonLayout::kLine).find("\"value\":" + std::string(c.text) + ","),
              std::string::npos)
        << c.text;
  }
}

TEST(RecordJson, LineHasNoLineFeed) {
  Record r = FullRecord();
  r.tasks[0].text = "a\nb";
  EXPECT_EQ(ToJson(r, JsonLayout::kLine).find('\n'), std::string::npos);
}

TEST(RecordJson, SurvivesBrokenUtf8) {
  const Record r = *RecordBuilder("a").Subject(
      "a\xff"
      "b");
  EXPECT_NE(ToJson(r).find("a\xEF\xBF\xBD"
                           "b"),
            std::string::npos);
}

TEST(RecordJson, ComesBackWhole) {
  const Record r = FullRecord();
  const auto back = RecordFromJson(ToJson(r));
  ASSERT_TRUE(back.has_value()) << ToString(back.error());
  EXPECT_EQ(back->source, r.source);
  EXPECT_EQ(back->pages, r.pages);
  EXPECT_EQ(back->text_from, r.text_from);
  EXPECT_EQ(back->document, r.document);
  EXPECT_EQ(back->citations, r.citations);
  EXPECT_EQ(back->relations, r.relations);
  EXPECT_EQ(back->tasks, r.tasks);
  EXPECT_EQ(back->targets, r.targets);
  EXPECT_EQ(back->evidence, r.evidence);
  EXPECT_EQ(back->notes, r.notes);
}

TEST(RecordJson, RefusesWhatIsNoRecord) {
  const std::string good = ToJson(FullRecord());
  const std::string bad_date = std::string(good).replace(good.find("2025-10"), 7, "2025-13");
  for (const std::string& text : std::vector<std::string>{
           "", "{", "[]", "{}", "null", R"({"schema": "other"})",
           R"({"schema": "congvan.record/1", "tasks": 3})",
           R"({"schema": "congvan.record/1", "relations": [{"relation": "likes"}]})",
           good.substr(0, good.size() / 2), bad_date}) {
    const auto r = RecordFromJson(text);
    ASSERT_FALSE(r.has_value()) << text;
    EXPECT_EQ(r.error().code, ErrorCode::kDamaged);
  }
}

TEST(TablesJson, JoinsBoxesAndNormalizedText) {
  RawDocument raw;
  RawPage page;
  page.number = 3;
  page.text = "STT x ";
  RawTable table;
  table.box = Box{56.70001F, 80.1F, 538.6F, 702};
  table.rows = 1;
  table.columns = 2;
  table.cells = {{0, 0, 1, 1, {0, 3}, std::nullopt}, {0, 1, 1, 1, {4, 5}, Box{1, 2, 3, 4}}};
  page.tables = {table, table};
  page.tables[1].continues = true;
  raw.pages = {page};
  NormalizedText text;
  text.text = "S.T.T";
  Table normalized;
  normalized.cells.resize(1);
  normalized.cells[0].span = {0, 5};
  text.tables = {normalized};
  const Json j = Json::parse(TablesToJson(raw, text));
  ASSERT_EQ(j.size(), 2U);
  EXPECT_EQ(j[0]["page"], 3);
  EXPECT_EQ(j[0]["box"].dump(), "[56.7,80.1,538.6,702]");
  EXPECT_EQ(j[0]["continues"], false);
  EXPECT_EQ(j[0]["cells"][0]["text"], "S.T.T");
  EXPECT_EQ(j[0]["cells"][1]["text"], "x") << "a cell without normalized text shows its raw text";
  EXPECT_EQ(j[1]["continues"], true);
  EXPECT_EQ(j[1]["cells"][0]["text"], "STT");
  EXPECT_EQ(TablesToJson(RawDocument{}, text), "[]");
}

TEST(RecordJson, ReadsTheGoldRecords) {
  const std::filesystem::path folder =
      std::filesystem::path(CONGVAN_SOURCE_DIR) / ".." / "shared" / "samples" / "gold";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no samples beside the repository";
  int count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream in(entry.path());
    Json json = Json::parse(in);
    json["schema"] = "congvan.record/1";
    const auto record = RecordFromJson(json.dump());
    ASSERT_TRUE(record.has_value()) << entry.path() << ": " << ToString(record.error());
    EXPECT_TRUE(RecordFromJson(ToJson(*record)).has_value());
    ++count;
  }
  EXPECT_GT(count, 0);
}

}  // namespace
}  // namespace congvan::store
