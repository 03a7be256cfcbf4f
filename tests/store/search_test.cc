#include <gmock/gmock.h>

#include "../../store/src/fts_query.h"
#include "store/queries.h"
#include "store_fixture.h"

namespace congvan::store {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SearchTest : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    store_.emplace(OpenStore());
    Put(*store_, *RecordBuilder("a", "1/KH-UBND"),
        {"Trang đầu nói về năm 2025.", "Chuyển đổi số toàn diện; Đề án 06 và 57-NQ/TW."});
    Put(*store_, *RecordBuilder("b", "2/KH-UBND"), {"Nam giới; đời sống, chuyển giao. Hoà bình."});
  }
  void TearDown() override {
    store_.reset();
    StoreTest::TearDown();
  }

  std::vector<std::string> Hits(const std::string& words, int limit = 50) {
    const auto hits = Search(*store_, {words, limit});
    EXPECT_TRUE(hits.has_value()) << words;
    std::vector<std::string> out;
    for (const SearchHit& hit : *hits)
      out.push_back(hit.document.label + "/" + std::to_string(hit.page) + (hit.exact ? "!" : ""));
    return out;
  }

  std::optional<Store> store_;
};

TEST_F(SearchTest, FindsWordsWithAndWithoutDiacritics) {
  struct Case {
    const char* words;
    std::vector<std::string> expected;
  };
  const Case cases[] = {
      {"năm", {"1/KH-UBND/1!"}},                 // not "nam"
      {"nam", {"2/KH-UBND/1!", "1/KH-UBND/1"}},  // the exact one first
      {"NĂM", {"1/KH-UBND/1!"}},                 // case
      {"chuyen doi so", {"1/KH-UBND/2"}},        // all words
      {"\"chuyển đổi số\"", {"1/KH-UBND/2!"}},   // a phrase
      {"\"đổi chuyển\"", {}},                    // in its order
      {"đổi chuyển", {"1/KH-UBND/2!"}},          // words in any order
      {"doi", {"1/KH-UBND/2", "2/KH-UBND/1"}},   // đổi, đời
      {"de an 06", {"1/KH-UBND/2"}},             // Đ
      {"ĐỀ ÁN", {"1/KH-UBND/2!"}},
      {"57-nq/tw", {"1/KH-UBND/2!"}},  // a symbol is a phrase
      {"57 - NQ/TW", {"1/KH-UBND/2!"}},
      {"hòa bình", {"2/KH-UBND/1!"}},  // tone placement
      {"hoà bình", {"2/KH-UBND/1!"}},
      {"chuyên đôi", {"1/KH-UBND/2", "2/KH-UBND/1"}},  // nowhere so: better than nothing
      {"chuyển doi", {"1/KH-UBND/2", "2/KH-UBND/1"}},  // one word with, one without
      {"không có", {}},
  };
  for (const Case& c : cases)
    EXPECT_THAT(Hits(c.words), ::testing::UnorderedElementsAreArray(c.expected)) << c.words;
  EXPECT_EQ(Hits("nam").front(), "2/KH-UBND/1!");
}

TEST_F(SearchTest, TakesAnythingThatIsTyped) {
  for (const char* words : {"",
                            " ",
                            "\"",
                            "\"\"",
                            "\" \"",
                            "*",
                            "năm*",
                            "exact:năm",
                            "folded : nam",
                            "NEAR(a b)",
                            "a AND",
                            "OR",
                            "NOT năm",
                            "-năm",
                            "^năm",
                            "(năm",
                            "năm)",
                            "{exact}",
                            "'; DROP TABLE pages; --",
                            "+",
                            "\"năm 2025",
                            "năm\" 2025\"",
                            "\\",
                            "%",
                            "năm\xff",
                            "\xc4",
                            "a\"\"b",
                            "…",
                            "🙂"}) {
    const auto hits = Search(*store_, {words, 5});
    EXPECT_TRUE(hits.has_value()) << words << ": " << ToString(hits.error());
  }
  EXPECT_EQ(Hits("\"năm 2025").size(), 1U) << "a quotation mark that nothing closes";
  EXPECT_THAT(Hits("năm*"), ElementsAre("1/KH-UBND/1!"));
  EXPECT_THAT(Hits("nam", 1), ElementsAre("2/KH-UBND/1!"));
  EXPECT_THAT(Hits("nam", 0), IsEmpty());
  EXPECT_THAT(Hits("nam", -1), IsEmpty());
}

std::string Marked(const std::vector<SearchHit::Piece>& pieces) {
  std::string out;
  for (const auto& piece : pieces) out += piece.hit ? "[" + piece.text + "]" : piece.text;
  return out;
}

TEST(Snippet, MarksTheHitsInThePagesOwnText) {
  const auto snippet = [](const std::string& page, const std::string& words, WordMatch match) {
    return Marked(MakeSnippet(page, ParseSearch(words), match));
  };
  EXPECT_EQ(snippet("Về Chuyển đổi số, và số hóa.", "chuyen so", WordMatch::kFolded),
            "Về [Chuyển] đổi [số], và [số] hóa");
  EXPECT_EQ(snippet("số 57-NQ/TW ngày", "57-NQ/TW", WordMatch::kExact), "số [57-NQ/TW] ngày");
  EXPECT_EQ(snippet("năm\nnam", "nam", WordMatch::kExact), "năm [nam]");
  EXPECT_EQ(snippet("", "nam", WordMatch::kExact), "");
  // A word of the phrase stands alone in the head: the phrase is what is shown.
  std::string far = "Số: 152/KH-UBND ";
  for (int i = 0; i < 40; ++i) far += "từ ";
  EXPECT_NE(snippet(far + "về chuyển đổi số.", "chuyen doi so", WordMatch::kFolded)
                .find("[chuyển] [đổi] [số]"),
            std::string::npos);
  std::string page;
  for (int i = 0; i < 40; ++i) page += "a" + std::to_string(i) + " ";
  const std::string cut = snippet(page, "a20", WordMatch::kExact);
  EXPECT_TRUE(cut.starts_with("… a12 ")) << cut;
  EXPECT_TRUE(cut.ends_with("a39")) << cut;
  EXPECT_NE(cut.find("[a20]"), std::string::npos);
}

}  // namespace
}  // namespace congvan::store
