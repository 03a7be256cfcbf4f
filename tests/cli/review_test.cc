// `congvan review` and `congvan reextract`: doubtful values, corrections, and reading anew.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/support/program.h"

namespace congvan::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using Json = nlohmann::json;

class ReviewTest : public ::testing::Test {
 protected:
  void SetUp() override {
    box_.Write("in/plan.txt", PlanText("12/KH-UBND"));
    Ok({"ingest", "in"});
    // The rules that read "hoàn thành trong quý I/2026" are taken away.
    box_.Write("mine/deadlines_prose.toml",
               "[[rule]]\nid = \"finish\"\noff = true\n[[rule]]\nid = \"within\"\noff = true\n");
  }

  Finished Ok(const std::vector<std::string>& arguments) const {
    Finished done = box_.Run(arguments);
    EXPECT_EQ(done.status, 0) << done.err;
    return done;
  }
  [[nodiscard]] Json List(std::vector<std::string> arguments) const {
    arguments.emplace_back("--json");
    return Json::parse(Ok(arguments).out, nullptr, false);
  }
  [[nodiscard]] std::string ReadFile(const std::string& name) const {
    std::ostringstream out;
    out << std::ifstream(box_.folder() / name, std::ios::binary).rdbuf();
    return out.str();
  }

  Sandbox box_;
};

std::vector<std::string> Texts(const Json& rows, const char* key) {
  std::vector<std::string> out;
  for (const Json& row : rows)
    out.push_back(row[key].is_string() ? row[key].get<std::string>() : row[key].dump());
  return out;
}

TEST_F(ReviewTest, ListsTheMostDoubtfulFirst) {
  std::string text = PlanText("13/KH-UBND");
  text.insert(text.find("Nơi nhận"),
              "PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n\n| STT | Nội dung | Cơ quan chủ trì | Thời hạn |\n"
              "|---|---|---|---|\n| 1 | Lập danh mục dữ liệu | Hết năm 2026 | 2025 |\n"
              "| 2 | Tập huấn ký số (đợt 1 | Phòng Kinh tế | 2025 |\n\n");
  box_.Write("in/doubtful.txt", text);
  Ok({"ingest", "in"});
  const Json rows = List({"review"});
  ASSERT_GE(rows.size(), 2U) << rows;
  EXPECT_EQ(rows[0]["document"], "13/KH-UBND");
  EXPECT_EQ(rows[0]["state"], "proposed");
  EXPECT_EQ(rows[0]["value"], "Hết năm 2026");
  EXPECT_EQ(rows[0]["circumstance"], "time-as-body");
  for (size_t i = 1; i < rows.size(); ++i)
    EXPECT_LE(rows[i - 1]["confidence"].get<double>(), rows[i]["confidence"].get<double>());
  EXPECT_THAT(Texts(rows, "circumstance"), Contains("unbalanced"));
  // What is only proposed answers no question.
  EXPECT_EQ(List({"tasks", "--unit", "Hết năm 2026"}).size(), 0U);
  const std::string field = rows[0]["field"];
  Ok({"review", "13/KH-UBND", "--field", field, "--set", "Công an xã"});
  EXPECT_NE(List({"review"})[0]["value"], "Hết năm 2026");
  EXPECT_THAT(List({"review", "--below", "0"}), IsEmpty());
}

TEST_F(ReviewTest, ACorrectionAnswersAndIsTold) {
  Ok({"review", "12/KH-UBND", "--field", "tasks[0].lead", "--set", "Văn phòng; Công an xã",
      "--note", "theo bản giấy"});
  const Json tasks = List({"tasks"});
  EXPECT_EQ(tasks[0]["lead"], Json({"Văn phòng", "Công an xã"}));
  EXPECT_EQ(List({"tasks", "--unit", "Văn phòng"}).size(), 1U);
  const Json corrections = List({"show", "12/KH-UBND"})["corrections"];
  ASSERT_EQ(corrections.size(), 1U);
  EXPECT_EQ(corrections[0]["was"], Json({"Phòng Kinh tế"}));
  EXPECT_EQ(corrections[0]["note"], "theo bản giấy");
  EXPECT_THAT(Ok({"show", "12/KH-UBND"}).out, HasSubstr("Corrected by people (1)"));
  const std::string told = Ok({"explain", "in/plan.txt", "--field", "tasks[0].lead"}).out;
  EXPECT_THAT(told, HasSubstr("corrected by a person at 20"));
  EXPECT_THAT(told, HasSubstr("was 'Phòng Kinh tế' (theo bản giấy)"));
  EXPECT_EQ(List({"review", "12/KH-UBND", "--corrected"})[0]["was"], "Phòng Kinh tế");
  Ok({"review", "12/KH-UBND", "--field", "tasks[0].lead", "--undo"});
  EXPECT_EQ(List({"tasks"})[0]["lead"], Json({"Phòng Kinh tế"}));
}

TEST_F(ReviewTest, ValuesAreTypedAsPeopleTypeThem) {
  const auto set = [&](const char* field, const char* value) {
    Ok({"review", "12/KH-UBND", "--field", field, "--set", value});
  };
  set("tasks[0].deadline", "trước 15/10/2025");
  set("targets[0].value", "82,5");
  set("targets[0].by", "31/12/2026");
  set("document.date", "06/09/2025");
  set("targets[0].comparator", "≥");
  set("document.symbol", "48 / KH - UBND");
  const Json record = List({"show", "48/KH-UBND"})["record"];
  EXPECT_EQ(record["tasks"][0]["deadline"]["due"], "2025-10-15");
  EXPECT_EQ(record["tasks"][0]["deadline"]["kind"], "date");
  EXPECT_EQ(record["targets"][0]["value"], 82.5);
  EXPECT_EQ(record["targets"][0]["by"], "2026-12-31");
  EXPECT_EQ(record["document"]["date"], "2025-09-06");
  EXPECT_EQ(record["targets"][0]["comparator"], ">=");
  EXPECT_EQ(record["document"]["symbol"], "48/KH-UBND");
}

TEST_F(ReviewTest, SaysWhatIsWrongWithACorrection) {
  const auto refused = [&](std::vector<std::string> arguments, const char* why) {
    arguments.insert(arguments.begin(), "review");
    const Finished done = box_.Run(arguments);
    EXPECT_EQ(done.status, 2) << done.out;
    EXPECT_THAT(done.err, HasSubstr(why));
  };
  refused({"12/KH-UBND", "--field", "tasks[0].leed", "--set", "x"}, "did you mean 'tasks[0].");
  refused({"12/KH-UBND", "--field", "targets[0].value", "--set", "nhiều"}, "is no value of");
  refused({"12/KH-UBND", "--field", "tasks[0].deadline", "--set", "xyz"}, "is no value of");
  refused({"12/KH-UBND", "--field", "targets[0].comparator", "--set", "foo"}, "one of: =, >=");
  refused({"12/KH-UBND", "--field", "document.symbol", "--set", "foo"}, "such as 119/KH-UBND");
  refused({"12/KH-UBND", "--field", "tasks[0].lead", "--undo"}, "there is no correction of");
  refused({"12/KH-UBND", "--set", "x"}, "go with DOC and --field");
  refused({"12/KH-UBND", "--field", "tasks[0].lead", "--set", "x", "--unset"},
          "exclude each other");
  refused({"57-NQ/TW", "--field", "document.date", "--unset"}, "only cited");
  refused({"--below", "2"}, "from 0 to 1");
  EXPECT_EQ(List({"tasks"})[0]["lead"], Json({"Phòng Kinh tế"}));
}

TEST_F(ReviewTest, ReadsAnewFromWhatIsStored) {
  std::filesystem::remove_all(box_.folder() / "in");
  EXPECT_THAT(Ok({"reextract"}).err, HasSubstr("0 read again, 0 of them changed; 1 up to date"));
  const std::vector<std::string> anew = {"reextract", "--rules-dir", "mine"};
  const Json trial = List({"reextract", "--rules-dir", "mine", "--dry-run"});
  ASSERT_FALSE(trial.empty());
  EXPECT_THAT(Texts(trial, "field"), Contains("tasks[1].deadline.due"));
  EXPECT_EQ(List({"tasks", "--due-by", "2026-03-31"}).size(), 2U) << "a trial run stores nothing";
  const Json changes = List(anew);
  EXPECT_EQ(changes, trial);
  EXPECT_EQ(List({"tasks", "--due-by", "2026-03-31"}).size(), 1U);
  EXPECT_THAT(Ok(anew).err, HasSubstr("1 up to date"));
  EXPECT_EQ(List({"reextract"}).size(), changes.size()) << "and back again";
  EXPECT_EQ(List({"tasks", "--due-by", "2026-03-31"}).size(), 2U);
  EXPECT_THAT(Ok({"reextract", "--force", "12/KH-UBND"}).err, HasSubstr("1 read again, 0 of them"));
  EXPECT_EQ(box_.Run({"reextract", "99/KH-UBND"}).status, 2);
  EXPECT_EQ(box_.Run({"reextract", "--db", "none.db"}).status, 2);
}

// Whether people come before the new rules or after them.
TEST_F(ReviewTest, CorrectingAndReadingAnewDoNotMindTheirOrder) {
  const auto correct = [&](const std::string& database) {
    for (const auto& [field, value] :
         {std::pair{"tasks[1].deadline.due", "2026-02-28"}, std::pair{"tasks[0].lead", "Văn phòng"},
          std::pair{"document.issuer", "UBND xã Tân Lập Thượng"}})
      Ok({"review", "12/KH-UBND", "--db", database, "--field", field, "--set", value});
    Ok({"review", "12/KH-UBND", "--db", database, "--field", "targets[0]", "--unset"});
  };
  const auto read_anew = [&](const std::string& database) {
    Ok({"reextract", "--db", database, "--rules-dir", "mine"});
  };
  for (const char* database : {"first.db", "second.db"}) Ok({"ingest", "in", "--db", database});
  correct("first.db");
  read_anew("first.db");
  read_anew("second.db");
  correct("second.db");
  const Json first = List({"show", "12/KH-UBND", "--db", "first.db"})["record"];
  EXPECT_EQ(first, List({"show", "12/KH-UBND", "--db", "second.db"})["record"]);
  EXPECT_EQ(first["tasks"][1]["deadline"]["due"], "2026-02-28");
  EXPECT_THAT(first["targets"], IsEmpty());
  EXPECT_EQ(Ok({"tasks", "--db", "first.db", "--csv"}).out,
            Ok({"tasks", "--db", "second.db", "--csv"}).out);
  // Nor does reading the file itself again.
  Ok({"ingest", "--force", "in", "--db", "first.db", "--rules-dir", "mine"});
  EXPECT_EQ(first, List({"show", "12/KH-UBND", "--db", "first.db"})["record"]);
}

TEST_F(ReviewTest, ExplainTellsACorrectionOfWhatWasNotRead) {
  Ok({"review", "12/KH-UBND", "--field", "document.addressees", "--set", "Sở Tài chính"});
  const Json told = List({"explain", "in/plan.txt", "--field", "document.addressees"});
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0]["value"], nullptr);
  EXPECT_EQ(told[0]["corrected"]["value"], Json({"Sở Tài chính"}));
  EXPECT_THAT(Ok({"explain", "in/plan.txt", "--field", "document.addressees"}).out,
              HasSubstr("Sở Tài chính"));
  EXPECT_THAT(Ok({"explain", "in/plan.txt", "--field", "tasks[0].product"}).out,
              HasSubstr("nothing was read"));
}

TEST_F(ReviewTest, ATestCaseHoldsTheSectionAskedFor) {
  Ok({"review", "12/KH-UBND", "--field", "targets", "--test-case", "cases"});
  const Json gold = Json::parse(ReadFile("cases/plan/expected.json"), nullptr, false);
  EXPECT_TRUE(gold.contains("targets"));
  EXPECT_FALSE(gold.contains("tasks"));
}

TEST_F(ReviewTest, ACorrectionBecomesATestCase) {
  Ok({"review", "12/KH-UBND", "--field", "tasks[0].lead", "--set", "Văn phòng", "--test-case",
      "cases"});
  EXPECT_EQ(ReadFile("cases/plan/source.txt"), ReadFile("in/plan.txt"));
  const Json gold = Json::parse(ReadFile("cases/plan/expected.json"), nullptr, false);
  EXPECT_TRUE(gold.contains("tasks"));
  EXPECT_FALSE(gold.contains("document") || gold.contains("evidence"));
  const Json misses = List({"evaluate", "cases", "--misses"});
  ASSERT_EQ(misses.size(), 1U) << misses;
  EXPECT_EQ(misses[0]["field"], "tasks.body.lead");
  Ok({"review", "12/KH-UBND", "--field", "tasks[0].lead", "--undo"});
  Ok({"review", "12/KH-UBND", "--test-case", "cases"});
  EXPECT_THAT(List({"evaluate", "cases", "--misses"}), IsEmpty());
  box_.Write("in/plan.txt", "something else");
  EXPECT_EQ(box_.Run({"review", "12/KH-UBND", "--test-case", "cases"}).status, 2);
}

TEST_F(ReviewTest, OneThatFindsItsRowNoMoreIsKeptAndTold) {
  Ok({"review", "12/KH-UBND", "--field", "targets[0].by", "--set", "2026"});
  // Without their headings no bullet is a goal.
  box_.Write("none/headings.toml", "[[rule]]\nid = \"muc-tieu\"\noff = true\n");
  const Finished anew = box_.Run({"reextract", "--rules-dir", "none"});
  ASSERT_EQ(anew.status, 0) << anew.err;
  if (List({"targets"}).empty()) {
    EXPECT_THAT(anew.err, HasSubstr("targets[0].by finds its row no more"));
    EXPECT_EQ(List({"review"})[0]["state"], "dangling");
  } else {
    ADD_FAILURE() << "the rule that was taken away is not the one that reads the goal";
  }
  Ok({"reextract"});
  EXPECT_EQ(List({"targets"})[0]["by"], "2026");
}

}  // namespace
}  // namespace congvan::testing
