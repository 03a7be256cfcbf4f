// Rules of the user's own: added, put in place of shipped ones, taken away.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/support/program.h"
#include "rule_skeleton.h"
#include "rules/rule_set.h"

namespace congvan {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

constexpr const char* kNewRule = R"([[rule]]
id = "het-phien-hop"
kind = "quarter"
pattern = 'hết phiên họp {roman} năm (?P<year>{yyyy})'
examples = ["hết phiên họp II năm 2026"]
)";

class UserRules : public ::testing::Test {
 protected:
  [[nodiscard]] std::vector<std::string> Firing(const std::string& text) const {
    const auto done = box_.Run({"rules", "explain", text, "--rules-dir", "mine", "--json"});
    EXPECT_EQ(done.status, 0) << done.err;
    std::vector<std::string> ids;
    for (const Json& row : Json::parse(done.out, nullptr, false)) ids.push_back(row["rule"]);
    return ids;
  }
  testing::Sandbox box_;
};

TEST_F(UserRules, AddToTheShippedFileOfTheirName) {
  box_.Write("mine/deadlines.toml", kNewRule);
  EXPECT_THAT(Firing("hết phiên họp II năm 2026"), ::testing::Contains("deadlines.het-phien-hop"));
  EXPECT_THAT(Firing("quý IV năm 2026"), ::testing::Contains("deadlines.quarter"))
      << "the shipped ones stay";
}

TEST_F(UserRules, TakeThePlaceOfShippedOnesOrTakeThemAway) {
  box_.Write("mine/deadlines.toml",
             "[[rule]]\nid = \"quarter\"\nkind = \"quarter\"\npattern = 'quý số (?P<quarter>\\d)'\n"
             "examples = [\"quý số 4\"]\n[[rule]]\nid = \"date-with-dots\"\noff = true\n");
  EXPECT_THAT(Firing("quý số 4"), ::testing::Contains("deadlines.quarter"));
  EXPECT_THAT(Firing("quý IV năm 2026"), Not(::testing::Contains("deadlines.quarter")));
  EXPECT_THAT(Firing("01.7.2025"), Not(::testing::Contains("deadlines.date-with-dots")));
}

TEST_F(UserRules, AreCheckedLikeTheShippedOnes) {
  box_.Write("mine/deadlines.toml",
             std::string(kNewRule) + "rejects = [\"hết phiên họp II năm 2026\"]\n");
  const auto done = box_.Run({"rules", "check", "--rules-dir", "mine"});
  EXPECT_EQ(done.status, 1);
  EXPECT_THAT(done.out, HasSubstr("matches the near miss"));
}

TEST_F(UserRules, SayWhereTheyAreWrong) {
  struct Case {
    const char *file, *text, *says;
  };
  const Case cases[] = {
      {"mine/deadlines.toml", "[[rule]]\nid = \"x\"\npattern = '('\nexamples = [\"(\"]\n",
       "mine/deadlines.toml:3:11: the pattern of rule 'x' is wrong: missing ): ("},
      {"mine/deadlines.toml", "[[rule]]\nid = \"x\"\npattern = 'a'\n", "has no examples"},
      {"mine/deadlines.toml", "[[rule]\n", "mine/deadlines.toml:1:"},
      {"mine/deadline.toml", kNewRule, "no rules are called 'deadline'"},
      {"mine/deadlines.toml",
       "[[rule]]\nid = \"x\"\npattern = 'a (?P<year>1)'\nexamples = [\"a 1\"]\nkind = \"yaer\"\n",
       "mine/deadlines.toml:5:8: 'yaer' is no value of 'kind' (did you mean 'year'?)"},
  };
  for (const Case& c : cases) {
    testing::Sandbox box;
    box.Write(c.file, c.text);
    box.Write("plan.txt", testing::PlanText("47/KH-UBND"));
    const auto done = box.Run({"extract", "plan.txt", "--rules-dir", "mine"});
    EXPECT_EQ(done.status, 2) << c.text;
    EXPECT_THAT(done.err, HasSubstr(c.says)) << c.text;
  }
  EXPECT_EQ(box_.Run({"rules", "list", "--rules-dir", "nowhere"}).status, 2);
}

TEST_F(UserRules, AreFoundByVariableAndInTheHomeFolder) {
  box_.Write("mine/deadlines.toml", kNewRule);
  box_.Write("home/.config/congvan/rules/deadlines.toml", kNewRule);
  const std::vector<std::string> ask{"rules", "list", "deadlines.het-phien-hop"};
  EXPECT_EQ(box_.Run(ask).status, 2);
  EXPECT_EQ(box_.Run(ask, {{"LC_ALL", "C.UTF-8"}, {"CONGVAN_RULES", "mine"}}).status, 0);
  EXPECT_EQ(box_.Run(ask, {{"LC_ALL", "C.UTF-8"}, {"HOME", "home"}}).status, 0);
}

TEST(RuleVersion, ChangesWithAnyRule) {
  const auto shipped = rules::RuleSet::Shipped(), again = rules::RuleSet::Shipped(),
             more = rules::RuleSet::Shipped({{"deadlines.toml", kNewRule}});
  ASSERT_TRUE(shipped && again && more);
  EXPECT_EQ(shipped->version(), again->version());
  EXPECT_NE(shipped->version(), more->version());
  EXPECT_EQ(shipped->version().size(), 16U);
}

TEST_F(UserRules, ProblemsHaveTheirPlaceInColumns) {
  box_.Write("mine/deadlines.toml", std::string(kNewRule) + "kimd = \"x\"\n");
  const auto done = box_.Run({"rules", "check", "--rules-dir", "mine", "--json"});
  EXPECT_EQ(done.status, 1);
  EXPECT_EQ(Json::parse(done.out, nullptr, false),
            Json::array({{{"file", "mine/deadlines.toml"},
                          {"line", 6},
                          {"column", 1},
                          {"problem", "rules of 'deadlines' have no attribute 'kimd'"},
                          {"hint", "did you mean 'kind'?"}}}));
  EXPECT_EQ(box_.Run({"rules", "check", "--rules-dir", "mine"}).out,
            "mine/deadlines.toml:6:1: rules of 'deadlines' have no attribute 'kimd' (did you mean "
            "'kind'?)\n");
}

TEST_F(UserRules, AFileThatIsNoRulesIsToldLikeAnyProblem) {
  box_.Write("mine/deadlines.toml", "[[rule]]\nid = \"x\"\npattern = '('\nexamples = [\"(\"]\n");
  const auto done = box_.Run({"rules", "check", "--rules-dir", "mine", "--json"});
  EXPECT_EQ(done.status, 2);
  const Json rows = Json::parse(done.out, nullptr, false);
  ASSERT_EQ(rows.size(), 1U) << done.out;
  EXPECT_EQ(rows[0]["line"], 3);
  EXPECT_EQ(rows[0]["column"], 11);
  EXPECT_EQ(rows[0]["hint"], "see the RE2 syntax page");
}

// Whatever is wrong with a rule file is said in the user's language: nothing of it stays English.
TEST_F(UserRules, SayInVietnameseWhatIsWrong) {
  const std::string rule = "[[rule]]\nid = \"zz\"\n";
  const std::string good = rule + "kind = \"year\"\npattern = 'zz (?P<year>1)'\n";
  const std::string proven = good + "examples = [\"zz 1\"]\n";
  const std::string bare = rule + "kind = \"year\"\nexamples = [\"zz\"]\n";
  const std::vector<std::string> files = {
      "[zz]\n",
      "rule = [1]\n",
      "[[rule]]\nkind = \"year\"\n",
      bare,
      good,
      good + "examples = \"zz\"\n",
      good + "examples = [1]\n",
      good + "rank = 1.5\n",
      bare + "pattern = '{zz}'\n",
      "[patterns]\nzz = '{zz}'\n" + bare + "pattern = '{zz}'\n",
      "[patterns]\nzz = 'zz'\n",
      bare + "pattern = '('\n",
      bare + "pattern = ')'\n",
      bare + "pattern = '['\n",
      bare + "pattern = '+'\n",
      bare + "pattern = '\\zz'\n",
      bare + "pattern = '\\'\n",
      bare + "pattern = '[z-a]'\n",
      bare + "pattern = '[[:zz:]]'\n",
      bare + "pattern = 'z**'\n",
      bare + "pattern = 'z{9999}'\n",
      bare + "pattern = '(?P<z'\n",
      bare + "pattern = '(?=z)'\n",
      rule + "kind = \"quarter\"\nexamples = [\"zz\"]\npattern = 'zz'\n",
      proven + proven,
      good + "examples = [\"zz 2\"]\n",
      proven + "rejects = [\"zz 1\"]\n",
      proven + "zz = \"zz\"\n",
      proven + "year = \"zz\"\n",
      rule + "pattern = 'zz (?P<year>1)'\nexamples = [\"zz 1\"]\n",
      rule + "off = true\n",
      rule + "kind = \"year\"\npattern = '(?P<zz>1)'\nexamples = [\"1\"]\n",
  };
  for (const std::string& text : files) {
    box_.Write("mine/deadlines.toml", text);
    const auto vietnamese = box_.Run({"rules", "check", "--rules-dir", "mine", "--lang", "vi"});
    EXPECT_NE(vietnamese.status, 0) << text;
    const std::string said = vietnamese.out + vietnamese.err;
    for (const char* english : {" rule ", " rules ", " has ", " is ", " the ", " of ", " there ",
                                " missing ", " invalid ", " unexpected ", " write ", " needed "})
      EXPECT_THAT(said, Not(HasSubstr(english))) << text;
    EXPECT_THAT(said, HasSubstr("mine/deadlines.toml:")) << text;
  }
}

TEST(RuleSkeleton, MatchesItsTextAndAsksForWhatIsLeft) {
  const auto shipped = rules::RuleSet::Shipped();
  ASSERT_TRUE(shipped);
  for (const char* text : {"chậm nhất hết phiên họp quý I năm 2026", "30% (ba mươi) [tối đa]",
                           "ngày \"D\" \\ 'E' + 5*?"}) {
    const std::string toml =
        cli::RuleSkeleton("deadlines", shipped->group("deadlines"), text, {"không giống"}, "mine");
    const auto loaded = rules::RuleSet::Load({{"deadlines.toml", toml}});
    ASSERT_TRUE(loaded) << ToString(loaded.error()) << "\n" << toml;
    const std::vector<Error> problems = loaded->Check();
    ASSERT_EQ(problems.size(), 1U) << toml;
    EXPECT_EQ(problems[0].what, "'' is no value of 'kind'");
    EXPECT_THAT(toml, HasSubstr("#   kind = \"quarter\": (?P<quarter>...), (?P<"));
    EXPECT_THAT(toml, HasSubstr("{roman}"));
  }
  EXPECT_EQ(cli::RuleIdOf("hết quý I"), "het-quy-i");
}

}  // namespace
}  // namespace congvan
