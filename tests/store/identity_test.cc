#include "../../store/src/identity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "support/record_builder.h"

namespace congvan::store {
namespace {

using testing::RecordBuilder;

TEST(Place, IsReadFromIssuers) {
  struct Case {
    const char* issuer;
    Level level;
    const char *province, *commune;  // "" for unknown
  };
  const Case cases[] = {
      {"UBND xã Hòa An", Level::kCommune, "", "xã hòa an"},
      {"Uỷ ban nhân dân xã Hoà An, tỉnh Bình Sơn", Level::kCommune, "bình sơn", "xã hòa an"},
      {"ỦY BAN NHÂN DÂN XÃ HÒA AN", Level::kCommune, "", "xã hòa an"},  // all upper
      {"Đảng ủy phường Bến Đò", Level::kCommune, "", "phường bến đò"},
      {"UBND Phường 1", Level::kCommune, "", "phường 1"},  // a number for a name
      {"UBND đặc khu Đảo Xa", Level::kCommune, "", "đặc khu đảo xa"},
      {"Ban Thường vụ Tỉnh ủy Bình Sơn", Level::kProvince, "bình sơn", ""},
      {"Thành ủy Hải Phòng", Level::kProvince, "hải phòng", ""},
      {"Sở Khoa học và Công nghệ tỉnh Bình Sơn", Level::kProvince, "bình sơn", ""},
      {"UBND tỉnh", Level::kProvince, "", ""},  // no name given
      {"UBND xã", Level::kCommune, "", ""},
      {"Phòng Văn hóa - Xã hội", Level::kUnknown, "", ""},  // no xã here
      {"Bộ Chính trị", Level::kCentral, "", ""},
      {"Bộ Nội vụ", Level::kCentral, "", ""},
      {"Ban Chỉ đạo Trung ương", Level::kCentral, "", ""},
      {"Bộ Chỉ huy quân sự tỉnh Bình Sơn", Level::kProvince, "bình sơn", ""},
      {"Thủ tướng Chính phủ", Level::kCentral, "", ""},
      {"", Level::kUnknown, "", ""},
  };
  for (const Case& c : cases) {
    const Place place = PlaceOfIssuer(c.issuer);
    EXPECT_EQ(place.level, c.level) << c.issuer;
    EXPECT_EQ(place.province.value_or(""), c.province) << c.issuer;
    EXPECT_EQ(place.commune.value_or(""), c.commune) << c.issuer;
  }
}

TEST(Place, IsReadFromSymbolCodes) {
  EXPECT_EQ(LevelOfSymbol("57-NQ/TW"), Level::kCentral);
  EXPECT_EQ(LevelOfSymbol("193/2025/QH15"), Level::kCentral);
  EXPECT_EQ(LevelOfSymbol("1131/QĐ-TTg"), Level::kCentral);
  EXPECT_EQ(LevelOfSymbol("02-KH/BCĐTW"), Level::kCentral);
  EXPECT_EQ(LevelOfSymbol("2231/BKHCN-CĐS"), Level::kCentral);
  EXPECT_EQ(LevelOfSymbol("15-KH/TU"), Level::kProvince);
  EXPECT_EQ(LevelOfSymbol("279-CV/BNCTU"), Level::kProvince);
  EXPECT_EQ(LevelOfSymbol("119/KH-UBND"), Level::kUnknown);
  EXPECT_EQ(LevelOfSymbol("34-KH/ĐU"), Level::kUnknown);
}

Citation Cited(const std::string& symbol, const std::string& date = "",
               const std::string& issuer = "") {
  const Record r = *RecordBuilder("x").Cites(symbol, date, issuer);
  return r.citations.front();
}

struct Said {
  std::string symbol, date, issuer;  // of the citation; or of the head when `own`
  std::string scope;                 // the citing paper's issuer
  std::string file = "f";
  bool own = false;
};

Mention MentionOf(const Said& s) {
  const Place scope = s.scope.empty() ? Place{} : PlaceOfIssuer(s.scope);
  if (!s.own) return MentionOfCitation(Cited(s.symbol, s.date, s.issuer), scope, s.file);
  DocumentHead head;
  head.symbol = s.symbol;
  head.date = ParseIsoDate(s.date);
  if (!s.issuer.empty()) head.issuer = s.issuer;
  return MentionOfHead(head, PlaceOfIssuer(s.issuer), s.file);
}

bool Same(const Said& a, const Said& b) {
  const Mention ma = MentionOf(a), mb = MentionOf(b);
  if (ma.key != mb.key) return false;
  const auto clusters = ClusterMentions({ma, mb});
  return clusters[0] == clusters[1];
}

TEST(Identity, CentralSeriesAreUniqueBySymbolAndYear) {
  EXPECT_TRUE(Same({"57-NQ/TW", "2024-12-22", "Bộ Chính trị", ""}, {"57-NQ/TW", "", "", ""}));
  EXPECT_TRUE(Same({"57-nq/tw", "", "", ""}, {"57 - NQ/TW", "2024", "", ""}));
  EXPECT_TRUE(Same({"57-NQ/TW", "2024-12-22", "", ""}, {"57-NQ/TW", "2024-12-24", "", ""}));
  EXPECT_FALSE(Same({"57-NQ/TW", "2024-12-22", "", ""}, {"57-NQ/TW", "2019-12-22", "", ""}));
  // Many steering committees share a code: there the day decides.
  EXPECT_FALSE(Same({"02-KH/BCĐTW", "2025-06-19", "", ""}, {"02-KH/BCĐTW", "2025-07-01", "", ""}));
  EXPECT_TRUE(Same({"02-KH/BCĐTW", "2025-06-19", "", ""}, {"02-KH/BCĐTW", "", "", ""}));
}

TEST(Identity, LocalSeriesNeedASign) {
  const Said of_a{"12/KH-UBND", "2025-05-05", "UBND xã A", "", "a", true};
  const Said of_b{"12/KH-UBND", "2025-05-05", "UBND xã B", "", "b", true};
  EXPECT_FALSE(Same(of_a, of_b)) << "two communes, the same number on the same day";
  EXPECT_TRUE(Same(of_a, {"12/KH-UBND", "", "UBND xã A", "", "x"})) << "place named";
  EXPECT_TRUE(Same(of_a, {"12/KH-UBND", "", "", "Đảng ủy xã A", "x"}))
      << "place of the citing paper";
  EXPECT_FALSE(Same(of_a, {"12/KH-UBND", "", "", "UBND xã B", "x"})) << "another commune's paper";
  EXPECT_FALSE(Same(of_a, {"12/KH-UBND", "", "", "", "x"})) << "nothing but the symbol";
  EXPECT_TRUE(Same(of_a, {"12/KH-UBND", "2025-05-05", "", "", "x"})) << "the day";
  EXPECT_FALSE(Same(of_a, {"12/KH-UBND", "2024-05-05", "UBND xã A", "", "x"})) << "another year";
  EXPECT_FALSE(Same(of_a, {"12/KH-UBND", "", "UBND tỉnh B", "", "x"})) << "another level";
}

TEST(Identity, ReadsIssuersWithoutANameInTheCitingPapersProvince) {
  const Said plan{"15/KH-UBND", "2025-03-03", "UBND tỉnh B", "", "p", true};
  EXPECT_TRUE(Same(plan, {"15/KH-UBND", "", "UBND tỉnh", "UBND xã A, tỉnh B", "x"}));
  EXPECT_FALSE(Same(plan, {"15/KH-UBND", "", "UBND tỉnh", "UBND xã A, tỉnh C", "x"}));
  const Said party{"15-KH/TU", "2025-03-03", "Tỉnh ủy B", "", "p", true};
  EXPECT_TRUE(Same(party, {"15-KH/TU", "", "", "UBND xã A, tỉnh B", "x"}));
  EXPECT_FALSE(Same(party, {"15-KH/TU", "", "", "UBND xã A, tỉnh C", "x"}));
}

TEST(Identity, LeavesWhatFitsTwoDocumentsAlone) {
  const std::vector<Mention> mentions = {
      MentionOf({"12/KH-UBND", "2025-05-05", "UBND xã A", "", "a", true}),
      MentionOf({"12/KH-UBND", "2024-05-05", "UBND xã A", "", "b", true}),
      MentionOf({"12/KH-UBND", "", "UBND xã A", "", "c"})};
  const auto clusters = ClusterMentions(mentions);
  EXPECT_NE(clusters[0], clusters[1]);
  EXPECT_NE(clusters[2], clusters[0]);
  EXPECT_NE(clusters[2], clusters[1]);
}

TEST(Identity, DoesNotJoinTwoFilesByPlaceAlone) {
  EXPECT_FALSE(Same({"12/KH-UBND", "", "UBND xã A", "", "a", true},
                    {"12/KH-UBND", "", "UBND xã A", "", "b", true}));
  EXPECT_TRUE(Same({"12/KH-UBND", "2025-05-05", "UBND xã A", "", "a", true},
                   {"12/KH-UBND", "2025-05-05", "UBND xã A", "", "b", true}));
}

TEST(Identity, ProfilesComeBackWhole) {
  for (const Said& s :
       {Said{"12/KH-UBND", "2025-05", "UBND tỉnh", "UBND xã A, tỉnh B", "f1"},
        Said{"12/KH-UBND", "", "", "UBND xã A", "f2"}, Said{"57-NQ/TW", "", "", "", "f3"},
        Said{"12/KH-UBND", "2025-05-05", "UBND xã A, tỉnh B", "", "f4", true}}) {
    const Mention m = MentionOf(s);
    EXPECT_EQ(FromProfile(m.key, ToProfile(m)), m) << ToProfile(m);
  }
}

TEST(Identity, DoesNotDependOnTheOrderOfMentions) {
  const std::vector<Said> said = {
      {"12/KH-UBND", "2025-05-05", "UBND xã A, tỉnh P", "", "a", true},
      {"12/KH-UBND", "2025-05-05", "", "", "x1"},
      {"12/KH-UBND", "", "", "Đảng ủy xã A", "x2"},
      {"12/KH-UBND", "", "UBND xã B", "", "x3"},
      {"12/KH-UBND", "2025", "", "UBND xã B", "x4"},
      {"12/KH-UBND", "", "", "", "x5"},
  };
  std::vector<size_t> order(said.size());
  std::iota(order.begin(), order.end(), 0);
  std::vector<std::vector<bool>> expected;
  do {
    std::vector<Mention> mentions;
    for (size_t i : order) mentions.push_back(MentionOf(said[i]));
    const auto clusters = ClusterMentions(mentions);
    std::vector<std::vector<bool>> same(said.size(), std::vector<bool>(said.size()));
    for (size_t i = 0; i < order.size(); ++i)
      for (size_t j = 0; j < order.size(); ++j)
        same[order[i]][order[j]] = clusters[i] == clusters[j];
    if (expected.empty()) expected = same;
    ASSERT_EQ(same, expected);
  } while (std::next_permutation(order.begin(), order.end()));
}

}  // namespace
}  // namespace congvan::store
