#include "../../normalizer/src/mapped_text.h"

#include <gtest/gtest.h>

#include <random>

namespace congvan::normalizer {
namespace {

RawPage Page(std::string text, int number = 1) {
  RawPage page;
  page.number = number;
  page.text = std::move(text);
  return page;
}

SourceSpan Source(int page, uint32_t begin, uint32_t end) { return {page, {begin, end}}; }

TEST(MappedText, DeletionLeavesTheRestVerbatim) {
  const RawPage page = Page("ab**cd");
  MappedText text;
  text.AppendRaw(page, {0, 6});
  text.Apply({{2, 4, ""}});
  EXPECT_EQ(text.text(), "abcd");
  const OffsetMap map = text.Map();
  EXPECT_EQ(map.ToSource({2, 3}), (std::vector{Source(1, 4, 5)}));
  EXPECT_EQ(map.ToSource({1, 3}), (std::vector{Source(1, 1, 5)}));
}

TEST(MappedText, ReplacementsMapAsAWhole) {
  const RawPage page = Page("x&nbsp;y");
  MappedText text;
  text.AppendRaw(page, {0, 8});
  text.Apply({{1, 7, "__"}});
  text.Apply({{1, 2, "+"}});  // cuts into what was replaced before
  EXPECT_EQ(text.text(), "x+_y");
  EXPECT_EQ(text.Map().ToSource({1, 2}), (std::vector{Source(1, 1, 7)}));
  EXPECT_EQ(text.Map().ToSource({3, 4}), (std::vector{Source(1, 7, 8)}));
}

TEST(MappedText, KeepsPagesApart) {
  const RawPage first = Page("một"), second = Page("hai", 2);
  MappedText text;
  text.AppendRaw(first, {0, 5});
  text.AppendReplaced("\n", 1, {5, 5});
  text.AppendRaw(second, {0, 3});
  text.marks() = {6};
  text.Apply({{0, 1, ""}, {5, 6, " "}});
  EXPECT_EQ(text.text(), "ột hai");
  EXPECT_EQ(text.marks()[0], 5U);
  EXPECT_EQ(text.Map().ToSource({0, 8}), (std::vector{Source(1, 1, 5), Source(2, 0, 3)}));
}

// The oracle: a list of (byte, source offset) pairs, edited naively.
TEST(MappedText, AgreesWithANaiveMapOnRandomEdits) {
  std::mt19937 random(7);
  const auto pick = [&](uint32_t limit) { return static_cast<uint32_t>(random() % limit); };
  for (int round = 0; round < 300; ++round) {
    std::string source;
    for (int i = 0; i < 30; ++i) source.push_back(static_cast<char>('a' + pick(26)));
    const RawPage page = Page(source);
    MappedText text;
    text.AppendRaw(page, {0, 30});
    std::vector<int> origin(30);
    for (int i = 0; i < 30; ++i) origin[static_cast<size_t>(i)] = i;
    for (int step = 0; step < 4; ++step) {
      std::vector<Edit> edits;
      uint32_t at = 0;
      const auto size = static_cast<uint32_t>(text.text().size());
      while (at < size) {
        const uint32_t begin = at + pick(6), end = begin + pick(3);
        if (end > size) break;
        edits.push_back({begin, end, std::string(pick(3), '#')});
        at = end + 1;
      }
      for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        origin.erase(origin.begin() + edit->begin, origin.begin() + edit->end);
        origin.insert(origin.begin() + edit->begin, edit->replacement.size(), -1);
      }
      text.Apply(edits);
    }
    ASSERT_EQ(text.text().size(), origin.size());
    const OffsetMap map = text.Map();
    for (const OffsetMap::Run& run : map.runs()) {
      if (!run.verbatim) continue;
      for (uint32_t i = 0; i < run.norm_size; ++i) {
        ASSERT_EQ(origin[run.norm_begin + i], static_cast<int>(run.raw_begin + i));
        ASSERT_EQ(text.text()[run.norm_begin + i], source[run.raw_begin + i]);
      }
    }
  }
}

}  // namespace
}  // namespace congvan::normalizer
