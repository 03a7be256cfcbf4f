#include "rules/rule_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace congvan::rules {
namespace {

Result<RuleSet> Load(const char* text) { return RuleSet::Load({{"t.toml", text}}); }

std::vector<std::string> Told(const std::vector<Error>& problems) {
  std::vector<std::string> out;
  for (const Error& problem : problems) out.push_back(ToString(problem));
  return out;
}

TEST(RuleSet, EveryShippedRuleMatchesItsExamplesAndNoNearMiss) {
  const auto rules = RuleSet::Shipped();
  ASSERT_TRUE(rules.has_value()) << ToString(rules.error());
  EXPECT_THAT(Told(rules->Check()), testing::IsEmpty());
}

TEST(RuleSet, MatchesEitherTonePlacementAndCase) {
  const auto rules = Load("[[rule]]\nid = 'a'\npattern = 'ủy ban|hòa'\nexamples = ['ủy ban']\n");
  ASSERT_TRUE(rules.has_value()) << ToString(rules.error());
  for (const char* text : {"Uỷ ban", "ỦY BAN", "UỶ BAN", "hoà", "HÒA"}) {
    EXPECT_EQ(rules->group("t").FindAll(text).size(), 1U) << text;
  }
  EXPECT_TRUE(rules->group("t").FindAll("ùy ban").empty());
}

TEST(RuleSet, NamedPiecesNestAndQuantifiersStay) {
  const auto rules = Load(
      "[patterns]\nyear = '(?:19|20)\\d{2}'\nmonth_year = '\\d{1,2}/{year}'\n"
      "[[rule]]\nid = 'm'\npattern = 'tháng (?P<when>{month_year})'\nexamples = ['tháng "
      "6/2025']\nrejects = ['tháng 6/25']\n");
  ASSERT_TRUE(rules.has_value()) << ToString(rules.error());
  EXPECT_TRUE(rules->Check().empty());
  const std::string text = "trong tháng 12/2025.";
  const auto found = rules->group("t").FindAll(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].Get(text, "when"), "12/2025");
  EXPECT_EQ(found[0].rule->id, "t.m");
}

TEST(RuleSet, APieceMayFollowTheLetterP) {
  const auto rules = Load(
      "[patterns]\nplace = '(?:tỉnh|xã)'\n"
      "[[rule]]\nid = 'a'\npattern = 'cấp{place}'\nexamples = ['cấpxã']\nrejects = ['cấp']\n"
      "[[rule]]\nid = 'b'\npattern = '\\p{greek}\\P{greek}'\nexamples = ['αa']\n"
      "[[rule]]\nid = 'c'\npattern = 'P{place}'\nexamples = ['Ptỉnh']\n");
  // "\p{greek}" is no class that RE2 knows, so it must reach RE2 untouched and fail there.
  ASSERT_FALSE(rules.has_value());
  EXPECT_THAT(ToString(rules.error()), testing::HasSubstr("'b' is wrong"));
  const auto good = Load(
      "[patterns]\nplace = '(?:tỉnh|xã)'\n"
      "[[rule]]\nid = 'a'\npattern = 'cấp{place}'\nexamples = ['cấpxã']\nrejects = ['cấp']\n"
      "[[rule]]\nid = 'c'\npattern = 'P{place}'\nexamples = ['Ptỉnh']\n");
  ASSERT_TRUE(good.has_value()) << ToString(good.error());
  EXPECT_THAT(Told(good->Check()), testing::IsEmpty());
}

TEST(RuleSet, LeftmostPrefersTheLongerThenTheEarlierRule) {
  const auto rules = Load(
      "[[rule]]\nid = 'short'\npattern = 'quý'\nexamples = ['quý']\n"
      "[[rule]]\nid = 'long'\npattern = 'quý IV'\nexamples = ['quý IV']\n"
      "[[rule]]\nid = 'late'\npattern = 'IV/2025'\nexamples = ['IV/2025']\n");
  ASSERT_TRUE(rules.has_value());
  const auto found = rules->group("t").Leftmost("quý IV/2025, quý I");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].rule->id, "t.long");
  EXPECT_EQ(found[1].rule->id, "t.short");
}

TEST(RuleSet, AWrongFileIsRefusedWithItsPlace) {
  struct Row {
    const char* text;
    const char* want;
  };
  const Row rows[] = {
      {"[[rule]\n", "t.toml:1:"},                                // not TOML
      {"[[rule]]\nid = 'a'\nexamples = ['x']\n", "no pattern"},  // a field is missing
      {"[[rule]]\nid = 'a'\npattern = 'x'\n", "no examples"},    // a rule without proof
      {"[[rule]]\nid = 'a'\npattern = '('\nexamples = ['x']\n", "is wrong"},  // not RE2
      {"[[rule]]\nid = 'a'\npattern = '{day}'\nexamples = ['x']\n",
       "does not define"},  // unknown piece
      {"[patterns]\na = '{a}'\n[[rule]]\nid = 'a'\npattern = '{a}'\nexamples = ['x']\n",
       "stands for itself"},  // a circle
      {"[[rule]]\nid = 'a'\npattern = 'x'\nexamples = ['x']\n[[rule]]\nid = 'a'\npattern = "
       "'x'\nexamples = ['x']\n",
       "second rule"},
      {"[other]\n", "unknown table"},
  };
  for (const Row& row : rows) {
    const auto rules = Load(row.text);
    ASSERT_FALSE(rules.has_value()) << row.text;
    EXPECT_THAT(ToString(rules.error()), testing::HasSubstr(row.want)) << row.text;
    EXPECT_EQ(rules.error().code, ErrorCode::kBadRules);
  }
}

TEST(RuleSet, CheckTellsBrokenExamplesAndNearMisses) {
  const auto rules =
      Load("[[rule]]\nid = 'a'\npattern = 'x'\nexamples = ['y']\nrejects = ['ax']\n");
  ASSERT_TRUE(rules.has_value());
  EXPECT_THAT(Told(rules->Check()),
              testing::ElementsAre("t.toml:4:13: rule 't.a' does not match its example 'y' (mend "
                                   "the pattern or the example)",
                                   testing::StartsWith("t.toml:5:12: rule 't.a' matches the near "
                                                       "miss 'ax' (")));
}

TEST(RuleSet, ErrorsSayLineAndColumn) {
  struct Row {
    const char* text;
    const char* want;
  };
  const Row rows[] = {
      {"[[rule]]\nid = 'a'\npattern = '('\nexamples = ['x']\n", "t.toml:3:11: the pattern"},
      {"[[rule]]\nid = 'a'\npattern = '{day}'\nexamples = ['x']\n", "t.toml:3:11: rule 'a' uses"},
      // The piece that is wrong stands in another piece.
      {"[patterns]\nday = '{dya}'\n[[rule]]\nid = 'a'\npattern = '{day}'\nexamples = ['x']\n",
       "t.toml:2:1: rule 'a' uses '{dya}', which [patterns] does not define (did you mean "
       "'{day}'?)"},
      {"[patterns]\na = '{a}'\n[[rule]]\nid = 'a'\npattern = '{a}'\nexamples = ['x']\n",
       "t.toml:2:1: '{a}' of [patterns] stands for itself"},
      {"[[rule]]\nid = 'a'\npattern = 'x'\nexamples = ['x']\n[[rule]]\nid = 'a'\npattern = "
       "'x'\nexamples = ['x']\n",
       "t.toml:6:6: a second rule"},
      {"\n[other]\n", "t.toml:2:2: unknown table"},
      {"[[rule]]\nid = 'a'\npattern = 'x'\nexamples = ['x', 2]\n", "t.toml:4:18: a string"},
  };
  for (const Row& row : rows) {
    const auto rules = Load(row.text);
    ASSERT_FALSE(rules.has_value()) << row.text;
    EXPECT_THAT(ToString(rules.error()), testing::StartsWith(row.want)) << row.text;
    EXPECT_FALSE(rules.error().hint.empty()) << row.text;
  }
}

TEST(RuleSet, APieceThatNoRuleUsesIsTold) {
  const auto rules = Load(
      "[patterns]\nday = 'd'\nyear = 'y'\n[[rule]]\nid = 'a'\npattern = '{day}'\nexamples = "
      "['d']\n");
  ASSERT_TRUE(rules.has_value());
  EXPECT_THAT(Told(rules->Check()),
              testing::ElementsAre(testing::StartsWith("t.toml:3:1: no rule uses '{year}'")));
}

// `lines` stand below the id of a rule of deadlines.toml, from line 3.
std::vector<std::string> MistakesOf(const std::string& lines) {
  const auto rules = RuleSet::Shipped({{"mine/deadlines.toml", "[[rule]]\nid = 'x'\n" + lines}});
  EXPECT_TRUE(rules.has_value()) << (rules ? "" : ToString(rules.error()));
  return rules ? Told(rules->mistakes()) : std::vector<std::string>();
}

TEST(RuleWords, WhatNoReaderKnowsIsTold) {
  const std::string good = "pattern = 'q (?P<quarter>[1-4])'\nexamples = ['q 1']\n";
  using ::testing::ElementsAre;
  EXPECT_THAT(MistakesOf("kind = 'quarter'\n" + good), testing::IsEmpty());
  EXPECT_THAT(MistakesOf("kind = 'quater'\n" + good),
              ElementsAre("mine/deadlines.toml:3:8: 'quater' is no value of 'kind' (did you mean "
                          "'quarter'?)"));
  EXPECT_THAT(MistakesOf("kind = 'zzz'\n" + good),
              ElementsAre(testing::AllOf(testing::HasSubstr("'zzz' is no value"),
                                         testing::HasSubstr("there are: anchored, date"))));
  EXPECT_THAT(MistakesOf("kind = 'quarter'\nvagu = true\n" + good),
              ElementsAre("mine/deadlines.toml:4:1: rules of 'deadlines' have no attribute 'vagu' "
                          "(did you mean 'vague'?)"));
  EXPECT_THAT(MistakesOf(good),
              ElementsAre(testing::StartsWith("mine/deadlines.toml:1:1: rule 'x' has no 'kind'")));
  EXPECT_THAT(MistakesOf("kind = 'quarter'\npattern = 'q (?P<quater>1)'\nexamples = ['q 1']\n"),
              ElementsAre(testing::HasSubstr("did you mean 'quarter'?")));
  EXPECT_THAT(MistakesOf("kind = 'quarter'\npattern = 'q'\nexamples = ['q']\n"),
              ElementsAre(testing::StartsWith("mine/deadlines.toml:4:11: rule 'x' takes nothing")));
  EXPECT_THAT(MistakesOf("off = true\n"),
              ElementsAre(testing::StartsWith(
                  "mine/deadlines.toml:2:6: no rule of 'deadlines' is called 'x'")));
}

TEST(RuleWords, OpenAttributesTakeAnyValueAndAreThoseOfShippedRules) {
  const auto rules = RuleSet::Shipped({{"nicknames.toml",
                                        "[[rule]]\nid = 'x'\ntype = 'chương trình'\nnumber = '3'\n"
                                        "title = 'CT 3'\nissuers = ['a']\npattern = 'CT 3'\n"
                                        "examples = ['CT 3']\n"}});
  ASSERT_TRUE(rules.has_value()) << ToString(rules.error());
  EXPECT_THAT(Told(rules->mistakes()), testing::IsEmpty());
}

TEST(RuleWords, RuleFilesAloneAreHeldToTheShippedWordsToo) {
  const auto rules = RuleSet::Load({{"a/deadlines.toml",
                                     "[[rule]]\nid = 'x'\nkimd = 'year'\nkind = 'year'\npattern = "
                                     "'n (?P<year>1)'\nexamples = ['n 1']\n"}});
  ASSERT_TRUE(rules.has_value()) << ToString(rules.error());
  EXPECT_THAT(Told(rules->Check()), testing::ElementsAre(testing::HasSubstr("'kimd'")));
}

// Whoever takes a shipped rule away need not take its pieces away, too; only their own are told.
TEST(RuleSet, TakingAShippedRuleAwayLeavesNoPieceToComplainAbout) {
  const auto rules = RuleSet::Shipped(
      {{"mine/deadlines.toml",
        "[patterns]\nmine = 'x'\n[[rule]]\nid = 'quarter'\noff = true\n[[rule]]\nid = "
        "'this-year'\noff = true\n"}});
  ASSERT_TRUE(rules.has_value()) << ToString(rules.error());
  EXPECT_THAT(Told(rules->Check()),
              testing::ElementsAre(testing::StartsWith(
                  "mine/deadlines.toml:2:1: no rule uses '{mine}' of [patterns]")));
}

}  // namespace
}  // namespace congvan::rules
