// The parts of the command line that need no program: near misses, dates, tables, lists, JSON,
// messages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "core/edit_distance.h"
#include "flag_values.h"
#include "json_writer.h"
#include "library_messages.h"
#include "listing.h"
#include "messages.h"
#include "text_table.h"

namespace congvan::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(EditDistance, CountsSlipsOfTheHand) {
  EXPECT_EQ(EditDistance("", "abc"), 3);
  EXPECT_EQ(EditDistance("tasks", "tasks"), 0);
  EXPECT_EQ(EditDistance("taks", "tasks"), 1);    // left out
  EXPECT_EQ(EditDistance("tassks", "tasks"), 1);  // doubled
  EXPECT_EQ(EditDistance("tsaks", "tasks"), 1);   // swapped
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3);
}

TEST(EditDistance, SuggestsOnlyWhatIsNear) {
  const std::vector<std::string> known = {"tasks", "targets", "tables"};
  EXPECT_EQ(NearMiss("task", known), "tasks");
  EXPECT_EQ(NearMiss("tab", known), "tables");  // unfinished
  EXPECT_EQ(NearMiss("publish", known), std::nullopt);
  EXPECT_EQ(NearMiss("", known), std::nullopt);
}

TEST(FlagValues, ReadsDatesAsPeopleTypeThem) {
  struct Case {
    const char* typed;
    std::optional<PartialDate> expected;
  };
  const std::vector<Case> cases = {
      {"2025-12-31", PartialDate{2025, 12, 31}},
      {"31/12/2025", PartialDate{2025, 12, 31}},
      {"1/2/2025", PartialDate{2025, 2, 1}},
      {"2025-12", PartialDate{2025, 12, 0}},
      {"12/2025", PartialDate{2025, 12, 0}},
      {"31-12-2025", PartialDate{2025, 12, 31}},
      {"31.12.2025", PartialDate{2025, 12, 31}},
      {"1-2-2025", PartialDate{2025, 2, 1}},
      {"12-2025", PartialDate{2025, 12, 0}},
      {"31-12/2025", std::nullopt},  // one separator
      {"31-12-25", std::nullopt},
      {"2025", PartialDate{2025, 0, 0}},
      {"31/02/2025", std::nullopt},  // no such day
      {"2025-0-1", std::nullopt},
      {"2025-12-31-1", std::nullopt},
      {"", std::nullopt},
      {"hôm nay", std::nullopt},
      {"2025-12-3x", std::nullopt},
      {"99999999999", std::nullopt},
  };
  for (const Case& row : cases) EXPECT_EQ(ReadDate(row.typed), row.expected) << row.typed;
}

TEST(TextTable, CountsColumnsAsATerminalDoes) {
  EXPECT_EQ(DisplayWidth("Ủy ban"), 6U);
  EXPECT_EQ(DisplayWidth("U\xCC\x89"), 1U);  // a combining mark
  EXPECT_EQ(DisplayWidth(""), 0U);
}

TEST(TextTable, WrapsAtBlanksAndBreaksOnlyLongWords) {
  EXPECT_THAT(Wrap("Ủy ban nhân dân xã", 10), ElementsAre("Ủy ban", "nhân dân", "xã"));
  EXPECT_THAT(Wrap("đường-dẫn-dài", 5), ElementsAre("đường", "-dẫn-", "dài"));
  EXPECT_THAT(Wrap("a\nb", 10), ElementsAre("a", "b"));
  EXPECT_THAT(Wrap("", 10), ElementsAre(""));
  EXPECT_THAT(Wrap("a\x1B[2Jb", 10), ElementsAre("a [2Jb"));  // no escape reaches the terminal
  EXPECT_THAT(Wrap("a\xE2\x80\xAE"
                   "b",
                   10),
              ElementsAre("a b"));  // no reversal of the line either
}

TEST(TextTable, AbbreviatesAtAWord) {
  EXPECT_EQ(Abbreviate("kế hoạch", 20), "kế hoạch");
  EXPECT_EQ(Abbreviate("kế hoạch thực hiện", 12), "kế hoạch…");
}

TEST(TextTable, FitsTheWidthAndLeavesOutEmptyColumns) {
  TextTable table;
  table.AddColumn("Document");
  table.AddColumn("Page", true);
  table.AddColumn("Annex");
  table.AddColumn("Task");
  table.AddRow({"12/KH-UBND", "3", "",
                "Rà soát hạ tầng số trên địa bàn xã và báo cáo kết quả trước ngày 31/12/2025"});
  std::ostringstream out;
  table.Print(out, 50, false);
  std::istringstream lines(out.str());
  for (std::string line; std::getline(lines, line);) EXPECT_LE(DisplayWidth(line), 50U) << line;
  EXPECT_THAT(out.str(), HasSubstr("12/KH-UBND     3  Rà soát"));
  EXPECT_THAT(out.str(), ::testing::Not(HasSubstr("Annex")));
}

Listing SampleListing() {
  Listing listing;
  listing.columns = {{"text", "Text"},
                     {"value", "Value", ColumnKind::kNumber},
                     {"lead", "Lead"},
                     {"", "Only shown"}};
  listing.rows = {
      {std::string("a, \"b\"\nc"), 62.5, std::vector<std::string>{"x", "y"}, std::string("z")},
      {std::string("=1+1"), Value(), std::vector<std::string>(), std::string("z")}};
  return listing;
}

TEST(Listing, WritesCsvThatReadsBack) {
  std::ostringstream out;
  PrintCsv(SampleListing(), true, out);
  EXPECT_EQ(out.str(),
            "\xEF\xBB\xBF"
            "text,value,lead\r\n"
            "\"a, \"\"b\"\"\nc\",62.5,x; y\r\n"
            "'=1+1,,\r\n");  // a formula is text
}

TEST(Listing, WritesJsonWithNullForUnknown) {
  std::ostringstream out;
  PrintJson(SampleListing(), out);
  EXPECT_THAT(out.str(), HasSubstr("\"text\": \"a, \\\"b\\\"\\nc\""));
  EXPECT_THAT(out.str(), HasSubstr("\"value\": null"));
  EXPECT_THAT(out.str(), HasSubstr("\"lead\": [\"x\", \"y\"]"));
  EXPECT_THAT(out.str(), ::testing::Not(HasSubstr("Only shown")));
}

TEST(Listing, AnEmptyListIsAnEmptyArray) {
  std::ostringstream out;
  PrintJson({}, out);
  EXPECT_EQ(out.str(), "[]\n");
}

TEST(JsonWriter, CannotBeLeftFromInsideAScript) {
  std::ostringstream out;
  JsonWriter json(out, true);
  json.String("</script><!-- & \xE2\x80\xA8 \xFF");
  EXPECT_EQ(out.str(), "\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028 \xEF\xBF\xBD\"");
}

TEST(JsonWriter, WritesNumbersInTheirShortestForm) {
  EXPECT_EQ(ShortestNumber(62.0), "62");
  EXPECT_EQ(ShortestNumber(8.78), "8.78");
  EXPECT_EQ(ShortestNumber(1500), "1500");
}

TEST(Messages, FillsPlacesAndSurvivesMissingArguments) {
  EXPECT_EQ(Say("{0} of {1}: {2}", {"1", "2", "x"}), "1 of 2: x");
  EXPECT_EQ(Say("{} is missing", {"FILE"}), "FILE is missing");
  EXPECT_EQ(Say("{} and {}", {"one"}), "one and {}");
  EXPECT_EQ(Say("{1}{0}", {"{1}", "b"}), "b{1}");  // arguments are not read again
}

TEST(Messages, ALibrarysWordsAreUnchangedInEnglish) {
  EXPECT_EQ(TranslateLibrary("a PNG image, not a document that can be read"),
            "a PNG image, not a document that can be read");
  EXPECT_EQ(TranslateLibrary("200 MB, and at most 100 MB are read"),
            "200 MB, and at most 100 MB are read");
  EXPECT_EQ(TranslateLibrary("something new"), "something new");
  EXPECT_EQ(TranslateLibrary(""), "");
}

}  // namespace
}  // namespace congvan::cli
