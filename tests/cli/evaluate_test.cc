// `congvan evaluate` from outside: what counts as the same, and where a value was lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/support/program.h"
#include "evaluation/cause.h"
#include "evaluation/folding.h"

namespace congvan {
namespace {

using cli::Cause;
using ::testing::HasSubstr;
using Json = nlohmann::json;

TEST(Folding, EvensOutHowTheSameIsWritten) {
  const char* same[][2] = {
      {"UBND xã Khe Vàng", "Ủy ban nhân dân xã Khe Vàng"},
      {"Uỷ ban nhân dân", "Ủy ban nhân dân"},  // tone placement
      {"Phòng VH-XH", "Phòng Văn hóa - Xã hội"},
      {"Sở KH&CN", "Sở Khoa học và Công nghệ"},
      {"VĂN PHÒNG", "Văn phòng."},
      {"", "- ; ."},
  };
  for (const auto& [a, b] : same)
    EXPECT_EQ(cli::FoldedWords(a), cli::FoldedWords(b)) << a << " | " << b;
  EXPECT_NE(cli::FoldedWords("năm"), cli::FoldedWords("nam"));
  EXPECT_NE(cli::FoldedWords("Sở Nội vụ"), cli::FoldedWords("Sở Ngoại vụ"));
}

TEST(Folding, KnowsTheSeriesThatThreeCentralBodiesShare) {
  EXPECT_TRUE(cli::SameIssuer("Bộ Chính trị", "Ban Bí thư", "57-NQ/TW", 0.85));
  EXPECT_FALSE(cli::SameIssuer("Bộ Chính trị", "Ban Bí thư", "57-NQ/TU", 0.85));
  EXPECT_FALSE(cli::SameIssuer("Bộ Chính trị", "Chính phủ", "57-NQ/TW", 0.85));
}

TEST(CauseFinder, TellsWhereAValueWasLost) {
  const cli::CauseFinder causes(
      "Thực hiện Kế hoạch số 47/KH-UBND, giao Phòng Kinh tế rà soát hồ sơ.");
  const auto of = [&](std::optional<std::string> want, std::optional<std::string> got) {
    return causes.Of({"doc", "tasks.body.lead", "item", std::move(want), std::move(got), ""});
  };
  EXPECT_EQ(of("Phòng Kinh tế", std::nullopt), Cause::kUnread);
  EXPECT_EQ(of("47/KH-UBND", std::nullopt), Cause::kUnread);
  EXPECT_EQ(of("Phòng Tư pháp", std::nullopt), Cause::kLost);
  EXPECT_EQ(of("Phòng Kinh tế", "Phòng Kinh"), Cause::kOther);
  EXPECT_EQ(of(std::nullopt, "Phòng Kinh tế"), Cause::kExtra);
  EXPECT_EQ(causes.Of({"doc", "relations", "", "SELF implements 47/KH-UBND", {}, ""}),
            Cause::kUnread);
  EXPECT_EQ(causes.Of({"doc", "relations", "", "SELF implements 48/KH-UBND", {}, ""}),
            Cause::kLost);
}

class Evaluate : public ::testing::Test {
 protected:
  [[nodiscard]] Json Ask(std::vector<std::string> arguments, int status = 0) const {
    arguments.insert(arguments.begin(), "evaluate");
    arguments.emplace_back("--json");
    const auto done = box_.Run(arguments);
    EXPECT_EQ(done.status, status) << done.err;
    return Json::parse(done.out, nullptr, false);
  }
  static Json Of(const Json& figures, const std::string& field) {
    for (const Json& row : figures) {
      if (row["field"] == field) return row;
    }
    return {};
  }
  testing::Sandbox box_;
};

TEST_F(Evaluate, ReadsTheDocumentsBesideTheGoldAndNamesTheCause) {
  box_.Write("gold/plan.txt", testing::PlanText("47/KH-UBND"));
  box_.Write("gold/plan.json",
             R"({"document": {"symbol": "47/KH-UBND", "date": "1999-01-01"},
                 "citations": [{"symbol": "57-NQ/TW"}, {"symbol": "99/QĐ-TTg"}]})");
  const Json figures = Ask({"gold"});
  EXPECT_EQ(Of(figures, "document.symbol")["f1"], 1.0);
  EXPECT_EQ(Of(figures, "document.date")["f1"], 0.0);
  EXPECT_EQ(Of(figures, "citations")["recall"], 0.5);
  EXPECT_TRUE(Of(figures, "tasks.table").is_null())
      << "a section that the gold lacks is not measured";

  std::string lost;
  for (const Json& miss : Ask({"gold", "--misses"})) {
    if (miss["want"] == "99/QĐ-TTG") lost = miss["cause"].get<std::string>();
  }
  EXPECT_EQ(lost, "not in the text as read");
}

TEST_F(Evaluate, MeasuresRecordsAtHand) {
  box_.Write("gold/a.json", R"({"tasks": [{"annex": "", "ordinal": "1", "text": "Mua máy tính",
                                           "lead": ["UBND xã"], "support": []}]})");
  box_.Write("records/a.json",
             R"({"tasks": [{"annex": "", "ordinal": "1", "text": "Mua máy tính.",
                            "lead": ["Ủy ban nhân dân xã", "Công an xã"], "support": []}]})");
  const Json figures = Ask({"gold", "records"});
  EXPECT_EQ(Of(figures, "tasks.table.clean")["f1"], 1.0);
  EXPECT_EQ(Of(figures, "tasks.table.lead")["precision"], 0.5);
  EXPECT_EQ(Of(figures, "tasks.table.lead")["recall"], 1.0);
}

TEST_F(Evaluate, SaysWhatIsMissing) {
  box_.Write("gold/a.json", "{}");
  box_.Write("broken/a.json", "no JSON");
  box_.Write("broken/a.txt", testing::PlanText("47/KH-UBND"));
  EXPECT_EQ(box_.Run({"evaluate", "gold"}).status, 1);
  EXPECT_THAT(box_.Run({"evaluate", "gold"}).err, HasSubstr("its document is not beside it"));
  EXPECT_THAT(box_.Run({"evaluate", "broken"}).err, HasSubstr("no JSON object"));
  EXPECT_EQ(box_.Run({"evaluate", "nowhere"}).status, 2);
  EXPECT_EQ(box_.Run({"evaluate", "gold", "gold/a.json"}).status, 2);
  EXPECT_EQ(box_.Run({"evaluate"}).status, 2);
  EXPECT_EQ(box_.Run({"evaluate", "gold", "records", "more"}).status, 2);
}

}  // namespace
}  // namespace congvan
