// The help pages, the usage errors and the language.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/support/program.h"

namespace congvan::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::vector<std::vector<std::string>> kCommands = {{"extract"},
                                                         {"ingest"},
                                                         {"show"},
                                                         {"tasks"},
                                                         {"targets"},
                                                         {"cites"},
                                                         {"implements"},
                                                         {"graph"},
                                                         {"search"},
                                                         {"tables"},
                                                         {"explain"},
                                                         {"rules", "list"},
                                                         {"rules", "check"},
                                                         {"rules", "explain"},
                                                         {"missing"},
                                                         {"authorities"},
                                                         {"conflicts"},
                                                         {"chain"},
                                                         {"impact"},
                                                         {"coverage"},
                                                         {"units", "import"},
                                                         {"units", "list"}};

TEST(Help, EveryCommandHasAPageWithExamplesInBothLanguages) {
  const Sandbox sandbox;
  for (std::vector<std::string> command : kCommands) {
    command.emplace_back("--help");
    const Finished english = sandbox.Run(command);
    EXPECT_EQ(english.status, 0) << command.front();
    EXPECT_THAT(english.out, HasSubstr("Examples:\n")) << command.front();
    EXPECT_EQ(english.err, "");
    const Finished vietnamese = sandbox.Run(command, {{"LANG", "vi_VN.UTF-8"}});
    EXPECT_THAT(vietnamese.out, HasSubstr("Ví dụ:\n")) << command.front();
    EXPECT_THAT(vietnamese.out, Not(HasSubstr("Examples"))) << command.front();
  }
}

TEST(Help, ChoosesTheLanguageAsGettextDoes) {
  const Sandbox sandbox;
  const std::string vietnamese = "Cách dùng: congvan";
  const std::string english = "Usage: congvan";
  struct Case {
    std::map<std::string, std::string> environment;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {{}, english},
      {{{"LANG", "vi_VN.UTF-8"}}, vietnamese},                // though the locale is not installed
      {{{"LANG", "vi_VN.UTF-8"}, {"LC_ALL", "C"}}, english},  // LC_ALL is stronger
      {{{"LC_MESSAGES", "vi_VN"}, {"LANG", "en_US.UTF-8"}}, vietnamese},  // so is LC_MESSAGES
      {{{"LANG", "C.UTF-8"}, {"LANGUAGE", "vi"}}, vietnamese},  // the list of languages comes first
      {{{"LANG", "vi_VN.UTF-8"}, {"LANGUAGE", "en:vi"}}, english},
      {{{"LC_ALL", "C"}, {"LANGUAGE", "vi"}}, english},  // but C is C
      {{{"LANG", "fr_FR.UTF-8"}}, english},
  };
  for (const Case& row : cases) {
    EXPECT_THAT(sandbox.Run({"--help"}, row.environment).out, ::testing::StartsWith(row.expected));
  }
  EXPECT_THAT(sandbox.Run({"--help", "--lang", "vi"}).out, ::testing::StartsWith(vietnamese));
  EXPECT_THAT(sandbox.Run({"--lang=vi", "--help"}).out, ::testing::StartsWith(vietnamese));
  EXPECT_THAT(sandbox.Run({"--help", "--lang", "en"}, {{"LANG", "vi_VN.UTF-8"}}).out,
              ::testing::StartsWith(english));
}

TEST(Usage, SuggestsTheNearMiss) {
  const Sandbox sandbox;
  struct Case {
    std::vector<std::string> arguments;
    std::string message;
  };
  const std::vector<Case> cases = {
      {{"tasks", "--due-bye", "2025"}, "unknown option '--due-bye'; did you mean '--due-by'?"},
      {{"tasks", "--overdeu"}, "did you mean '--overdue'?"},  // letters swapped
      {{"taks"}, "unknown command 'taks'; did you mean 'tasks'?"},
      {{"impl", "57-NQ/TW"}, "did you mean 'implements'?"},  // an unfinished word
      {{"rules", "lst"}, "did you mean 'list'?"},
      {{"graph", "--format", "htm"}, "did you mean 'html'?"},
      {{"rules", "list", "deadlnes"}, "did you mean 'deadlines'?"},
      {{"--lang", "vn", "show"}, "did you mean 'vi'?"},
      {{"graph", "--format", "excel"}, "there are: dot, svg, html, json"},  // nothing is near
      {{"tasks", "--due-by"}, "option --due-by needs a value"},
      {{"tasks", "--due-by", "31/02/2025"}, "takes a date"},
      {{"tasks", "--limit", "-3"}, "takes a whole number"},
      {{"tasks", "--json", "--csv"}, "exclude each other"},
      {{"tasks", "--bom"}, "--bom goes with --csv"},
      {{"tasks", "--direct"}, "--direct goes with --ref"},
      {{"tasks", "surplus"}, "unexpected argument 'surplus'"},
      {{"extract"}, "FILE is missing"},
      {{"cites"}, "DOC is missing"},
      {{"chain"}, "FROM is missing"},
      {{"chain", "57-NQ/TW"}, "TO is missing"},
      {{"chain", "57", "-", "NQ/TW"}, "quote a symbol that has blanks"},
      {{"missing", "--typ", "x"}, "did you mean '--type'?"},
      {{}, "a command is missing"},
      // An empty filter would let everything through.
      {{"tasks", "--ref", ""}, "--ref needs a value"},
      {{"tasks", "--in="}, "--in needs a value"},
      {{"tasks", "--due-by", " "}, "--due-by needs a value"},
      {{"show", ""}, "DOC needs a value"},
      {{"ingest", "--db", "", "x"}, "--db needs a value"},
      {{"help", "taks"}, "did you mean 'tasks'?"},
      {{"help", "rules", "lst"}, "did you mean 'list'?"},
      {{"--db", "x", "tasks"}, "the option --db goes behind the command: congvan tasks --db"},
      {{"--limit=3", "tasks"}, "congvan tasks --limit ..."},
      {{"rules", "list", "nope"}, "the nearest are: "},
  };
  for (const Case& row : cases) {
    const Finished finished = sandbox.Run(row.arguments);
    EXPECT_EQ(finished.status, 2) << row.message;
    EXPECT_THAT(finished.err, HasSubstr(row.message));
    EXPECT_EQ(finished.out, "") << row.message;
  }
}

TEST(Usage, RulesNamesTheNearestOnly) {
  const Sandbox sandbox;
  EXPECT_LT(sandbox.Run({"rules", "list", "nope"}).err.size(), 300U);
}

TEST(Help, IsACommandToo) {
  const Sandbox sandbox;
  for (const std::vector<std::string>& command : kCommands) {
    std::vector<std::string> with = command, before = {"help"};
    with.emplace_back("--help");
    before.insert(before.end(), command.begin(), command.end());
    EXPECT_EQ(sandbox.Run(before).status, 0);
    EXPECT_EQ(sandbox.Run(before).out, sandbox.Run(with).out) << command.front();
  }
  EXPECT_EQ(sandbox.Run({"help"}).out, sandbox.Run({"--help"}).out);
  EXPECT_THAT(sandbox.Run({"help", "tasks", "--lang", "vi"}).out, HasSubstr("--ref KÝ_HIỆU"));
}

TEST(Help, ACopyOfTheProgramSpeaksVietnamese) {
  const Sandbox sandbox;
  const Finished finished = sandbox.Shell(
      "mkdir elsewhere && cp \"$CONGVAN\" elsewhere/ && elsewhere/congvan --lang vi --help");
  EXPECT_THAT(finished.out, ::testing::StartsWith("Cách dùng: congvan"));
}

TEST(Usage, WithoutADatabaseSaysHowToMakeOne) {
  const Sandbox sandbox;
  const Finished finished = sandbox.Run({"tasks", "--db", "none.db"});
  EXPECT_EQ(finished.status, 2);
  EXPECT_THAT(finished.err,
              HasSubstr("none.db: there is no such database (make one with: congvan ingest"));
  EXPECT_FALSE(std::filesystem::exists(sandbox.folder() / "none.db"));
  const Finished vietnamese = sandbox.Run({"tasks", "--lang", "vi"});
  EXPECT_THAT(vietnamese.err, HasSubstr("congvan.db: không có cơ sở dữ liệu này"));
}

}  // namespace
}  // namespace congvan::testing
