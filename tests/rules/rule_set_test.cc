#include "rules/rule_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace congvan::rules {
namespace {

Result<RuleSet> Load(const char* text) { return RuleSet::Load({{"t.toml", text}}); }

TEST(RuleSet, EveryShippedRuleMatchesItsExamplesAndNoNearMiss) {
  const auto rules = RuleSet::Shipped();
  ASSERT_TRUE(rules.has_value()) << ToString(rules.error());
  EXPECT_THAT(rules->Check(), testing::IsEmpty());
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
  EXPECT_THAT(good->Check(), testing::IsEmpty());
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
      {"[[rule]\n", "1:"},                                       // not TOML
      {"[[rule]]\nid = 'a'\nexamples = ['x']\n", "no pattern"},  // a field is missing
      {"[[rule]]\nid = 'a'\npattern = 'x'\n", "no examples"},    // a rule without proof
      {"[[rule]]\nid = 'a'\npattern = '('\nexamples = ['x']\n", "is wrong"},  // not RE2
      {"[[rule]]\nid = 'a'\npattern = '{day}'\nexamples = ['x']\n",
       "does not define"},  // unknown piece
      {"[patterns]\na = '{a}'\n[[rule]]\nid = 'a'\npattern = '{a}'\nexamples = ['x']\n",
       "does not define"},  // a circle
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
  EXPECT_THAT(rules->Check(), testing::ElementsAre(testing::HasSubstr("its example \"y\""),
                                                   testing::HasSubstr("near miss \"ax\"")));
}

}  // namespace
}  // namespace congvan::rules
