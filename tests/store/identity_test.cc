#include "../../store/src/identity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
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
      // The other column of the head.
      {"UBND tỉnh Bình Sơn Cộng Hòa xã Hội Chủ Nghĩa Việt Nam", Level::kProvince, "bình sơn", ""},
      {"UBND XÃ HOÀ AN CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", Level::kCommune, "", "xã hòa an"},
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
  EXPECT_TRUE(Same(of_a, {"12/KH-UBND", "", "", "", "x"})) << "the only one that is known";
  EXPECT_TRUE(Same(of_a, {"12/KH-UBND", "2025-05-05", "", "", "x"})) << "the day";
  EXPECT_FALSE(Same(of_a, {"12/KH-UBND", "2024-05-05", "UBND xã A", "", "x"})) << "another year";
  EXPECT_FALSE(Same(of_a, {"12/KH-UBND", "", "UBND tỉnh B", "", "x"})) << "another level";
}

// The number of each one's document, from 0 in order of first mention.
std::vector<int> Documents(const std::vector<Said>& said) {
  std::vector<Mention> mentions;
  for (const Said& s : said) mentions.push_back(MentionOf(s));
  const auto clusters = ClusterMentions(mentions);
  std::map<int, int> number;
  std::vector<int> out;
  for (int c : clusters)
    out.push_back(number.try_emplace(c, static_cast<int>(number.size())).first->second);
  return out;
}

TEST(Identity, DecidesAmongSeveral) {
  const Said lam{"152/KH-UBND", "2025-08-05", "UBND tỉnh Lam Châu", "", "l", true};
  const Said ha{"152/KH-UBND", "2025-06-01", "UBND tỉnh Hà Sơn", "", "h", true};
  const Said ha_same_day{"152/KH-UBND", "2025-08-05", "UBND tỉnh Hà Sơn", "", "h", true};
  const Said commune{"152/KH-UBND", "2025-10-10", "UBND xã A, tỉnh Lam Châu", "", "a", true};
  struct Case {
    const char* what;
    std::vector<Said> said;
    std::vector<int> documents;
  };
  const Case cases[] = {
      {"whoever cites it, with its day",
       {lam,
        {"152/KH-UBND", "2025-08-05", "UBND tỉnh", "UBND xã B", "x"},
        {"152/KH-UBND", "2025-08-05", "UBND tỉnh", "", "y"},
        {"152/KH-UBND", "2025-08-05", "", "UBND xã C", "z"}},
       {0, 0, 0, 0}},
      {"cited only",
       {{"152/KH-UBND", "2025-08-05", "UBND tỉnh", "UBND xã B", "x"},
        {"152/KH-UBND", "2025-08-05", "UBND tỉnh", "UBND xã C", "y"},
        {"152/KH-UBND", "", "UBND tỉnh", "UBND xã D", "z"}},
       {0, 0, 0}},
      {"without its day, the only one at this level",
       {lam, commune, {"152/KH-UBND", "", "UBND tỉnh", "UBND xã B", "x"}},
       {0, 1, 0}},
      {"without day and issuer, one of the commune's own and one of the province",
       {lam, commune, {"152/KH-UBND", "", "", "UBND xã A, tỉnh Lam Châu", "x"}},
       {0, 1, 2}},
      {"without day and issuer, of the citing paper's province",
       {lam, ha, {"152/KH-UBND", "", "", "UBND xã B, tỉnh Hà Sơn", "x"}},
       {0, 1, 1}},
      {"two that it may mean, and nothing that tells",
       {lam, ha, {"152/KH-UBND", "", "UBND tỉnh", "UBND xã B", "x"}},
       {0, 1, 2}},
      {"the day tells",
       {lam, ha, {"152/KH-UBND", "2025-06-01", "UBND tỉnh", "UBND xã B", "x"}},
       {0, 1, 1}},
      {"the same number on the same day in two provinces",
       {lam,
        ha_same_day,
        {"152/KH-UBND", "2025-08-05", "UBND tỉnh", "UBND xã B", "x"},
        {"152/KH-UBND", "2025-08-05", "UBND tỉnh", "UBND xã B, tỉnh Hà Sơn", "y"}},
       {0, 1, 2, 1}},
      {"one number of one body in one year: somebody has the day wrong",
       {lam,
        {"152/KH-UBND", "2025-11-17", "UBND tỉnh Lam Châu", "UBND xã B", "x"},
        {"152/KH-UBND", "2025-11-17", "", "UBND xã C", "y"}},
       {0, 0, 0}},
      {"another year is another document",
       {lam, {"152/KH-UBND", "2024-08-05", "UBND tỉnh Lam Châu", "UBND xã B", "x"}},
       {0, 1}},
      {"numbers began anew with the merger of 1 July 2025",
       {lam, {"152/KH-UBND", "2025-06-05", "UBND tỉnh Lam Châu", "UBND xã B", "x"}},
       {0, 1}},
      {"two files that disagree: neither is taken for the other",
       {lam,
        {"152/KH-UBND", "2025-11-17", "UBND tỉnh Lam Châu", "", "m", true},
        {"152/KH-UBND", "2025-12-01", "UBND tỉnh Lam Châu", "UBND xã B", "x"}},
       {0, 1, 2}},
      {"communes of one name, their provinces unknown",
       {{"12/KH-UBND", "2025-08-05", "UBND xã Tân An", "", "a"},
        {"12/KH-UBND", "2025-09-05", "UBND xã Tân An", "", "b"}},
       {0, 1}},
      {"the Party's number, a day of the same month",
       {{"15-KH/TU", "2025-08-05", "Tỉnh ủy Lam Châu", "", "l", true},
        {"15-KH/TU", "2025-08-06", "Tỉnh ủy Lam Châu", "UBND xã B", "x"}},
       {0, 0}},
      {"the Party's number of another term",
       {{"15-KH/TU", "2025-08-05", "Tỉnh ủy Lam Châu", "", "l", true},
        {"15-KH/TU", "2025-11-05", "Tỉnh ủy Lam Châu", "UBND xã B", "x"}},
       {0, 1}},
      {"a head without a day, cited with it",
       {{"4417/UBND-KGVX", "", "UBND tỉnh Lam Châu", "", "l", true},
        {"4417/UBND-KGVX", "2025-11-17", "UBND tỉnh", "UBND xã B", "x"},
        {"4417/UBND-KGVX", "2025-11-17", "UBND tỉnh", "UBND xã C", "y"}},
       {0, 0, 0}},
      {"two days that cannot both be the head's",
       {{"4417/UBND-KGVX", "", "UBND tỉnh Lam Châu", "", "l", true},
        {"4417/UBND-KGVX", "2025-11-17", "UBND tỉnh", "UBND xã B", "x"},
        {"4417/UBND-KGVX", "2025-11-18", "UBND tỉnh", "UBND xã C", "y"}},
       {0, 1, 2}},
      {"two places that cannot both be the day's",
       {{"15-KH/TU", "", "Tỉnh ủy Lam Châu", "", "x"},
        {"15-KH/TU", "", "Tỉnh ủy Hà Sơn", "", "y"},
        {"15-KH/TU", "2025-03-03", "Tỉnh ủy", "UBND xã B", "z"}},
       {0, 1, 2}},
      {"two files without a day, one cited document",
       {{"12/KH-UBND", "", "UBND xã A", "", "a", true},
        {"12/KH-UBND", "", "UBND xã A", "", "b", true},
        {"12/KH-UBND", "2025-05-05", "UBND xã A", "", "x"}},
       {0, 1, 2}},
      {"a district's is not the province's",
       {{"12/KH-UBND", "2024-05-05", "UBND tỉnh Lam Châu", "", "l", true},
        {"12/KH-UBND", "", "UBND huyện B", "", "x"}},
       {0, 1}},
  };
  for (const Case& c : cases) {
    std::vector<size_t> order(c.said.size());
    std::iota(order.begin(), order.end(), 0);
    do {
      std::vector<Said> said;
      std::vector<int> expected;
      for (size_t i : order) said.push_back(c.said[i]);
      std::map<int, int> number;
      for (size_t i : order) {
        const int next = static_cast<int>(number.size());
        expected.push_back(number.try_emplace(c.documents[i], next).first->second);
      }
      ASSERT_EQ(Documents(said), expected) << c.what;
    } while (std::next_permutation(order.begin(), order.end()));
  }
}

TEST(Identity, ThousandsOfCommunesWithOneNumberStayApart) {
  constexpr int kCommunes = 2000;
  std::vector<Said> said;
  std::vector<int> expected;
  for (int i = 0; i < kCommunes; ++i) {
    const std::string commune = "UBND xã " + std::to_string(i);
    said.push_back({"12/KH-UBND", "2025-05-05", commune, "", "o" + std::to_string(i), true});
    said.push_back({"12/KH-UBND", "", "", commune, "c" + std::to_string(i)});
    expected.insert(expected.end(), {i, i});
  }
  EXPECT_EQ(Documents(said), expected);
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
