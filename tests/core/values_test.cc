#include <gtest/gtest.h>

#include "core/date.h"
#include "core/normalized_text.h"
#include "core/raw_document_codec.h"
#include "core/record.h"
#include "core/utf8.h"

namespace congvan {
namespace {

TEST(Date, RefusesDaysThatDoNotExist) {
  EXPECT_FALSE(MakeDate(2025, 2, 29).has_value());
  EXPECT_TRUE(MakeDate(2024, 2, 29).has_value());
  EXPECT_FALSE(MakeDate(2025, 13).has_value());
  EXPECT_FALSE(MakeDate(2025, 0, 3).has_value());
  EXPECT_FALSE(MakeDate(1800).has_value());
  EXPECT_FALSE(MakeDate(2025, 4, 31).has_value());
}

TEST(Date, IsoThereAndBack) {
  for (const char* iso : {"2025", "2025-06", "2025-06-30"})
    EXPECT_EQ(ParseIsoDate(iso)->Iso(), iso);
  for (const char* no : {"", "25", "2025-6", "2025-06-31", "2025/06/30", "2025-00", "2025-06-00"}) {
    EXPECT_FALSE(ParseIsoDate(no).has_value()) << no;
  }
}

TEST(Date, LastDayOfWhatIsNamed) {
  EXPECT_EQ(MakeDate(2025)->LastDay().Iso(), "2025-12-31");
  EXPECT_EQ(MakeDate(2024, 2)->LastDay().Iso(), "2024-02-29");
  EXPECT_EQ(MakeDate(2025, 6, 3)->LastDay().Iso(), "2025-06-03");
}

TEST(Utf8, BrokenBytesNeverStallALoop) {
  const std::string broken = "a\xC3(\xE1\xBB\xF0\x9F\xFF";
  size_t steps = 0;
  for (size_t i = 0; i < broken.size(); i += DecodeAt(broken, i).size) ++steps;
  EXPECT_EQ(steps, broken.size());
  EXPECT_FALSE(IsValidUtf8(broken));
  EXPECT_TRUE(IsValidUtf8("Đ ạ 𝄞"));
  EXPECT_FALSE(IsValidUtf8("\xC0\x80"));      // overlong
  EXPECT_FALSE(IsValidUtf8("\xED\xA0\x80"));  // a surrogate
}

TEST(Utf8, CodePointsAndBytes) {
  EXPECT_EQ(CountCodePoints("Đảng"), 4U);
  EXPECT_EQ(ByteOfCodePoint("Đảng", 1), 2U);
  EXPECT_EQ(ByteOfCodePoint("Đảng", 9), 7U);
  EXPECT_EQ(FloorCodePoint("Đảng", 3), 2U);
  EXPECT_EQ(OneLine("  a \n\n b\t"), "a b");
}

TEST(OffsetMap, AReplacedRunMapsAsAWhole) {
  OffsetMap map;
  map.Append({0, 3, 1, 0, 3, true});
  map.Append({3, 2, 1, 3, 5, false});  // five raw bytes became two
  map.Append({5, 4, 1, 8, 4, true});
  map.Append({9, 2, 2, 0, 2, true});  // next page
  EXPECT_EQ(map.ToSource({1, 2}), (std::vector<SourceSpan>{{1, {1, 2}}}));
  EXPECT_EQ(map.ToSource({4, 5}), (std::vector<SourceSpan>{{1, {3, 8}}}));
  EXPECT_EQ(map.ToSource({2, 6}), (std::vector<SourceSpan>{{1, {2, 9}}}));
  EXPECT_EQ(map.ToSource({8, 11}), (std::vector<SourceSpan>{{1, {11, 12}}, {2, {0, 2}}}));
  EXPECT_TRUE(map.ToSource({3, 3}).empty());
}

TEST(PageSpans, CountCodePointsPageByPage) {
  NormalizedText text;
  text.text = "Đảng ủy\nxã";
  text.page_begin = {0, 13};
  EXPECT_EQ(text.PageText(1), "Đảng ủy\n");
  EXPECT_EQ(text.PageText(2), "xã");
  const auto spans = ToPageSpans(text, {8, 16});
  ASSERT_EQ(spans.size(), 2U);
  EXPECT_EQ(spans[0], (PageSpan{1, 5, 8}));
  EXPECT_EQ(spans[1], (PageSpan{2, 0, 2}));
}

// The marks are a short cut only: every span gives the same with and without them.
TEST(PageSpans, MarksChangeNothing) {
  NormalizedText plain;
  const std::vector<std::string> words = {"Đảng ủy ", "xã\n",         "a",
                                          "ệ",        "số 57-NQ/TW ", "\xF0\x9F\x98\x80"};
  plain.page_begin.push_back(0);
  for (size_t i = 0; i < 600; ++i) {
    plain.text += words[(i * i + 3 * i) % words.size()];
    if (i % 170 == 169) plain.page_begin.push_back(static_cast<uint32_t>(plain.text.size()));
  }
  NormalizedText marked = plain;
  MarkCodePoints(marked);
  ASSERT_GT(marked.code_point_marks.size(), 3U);
  std::vector<uint32_t> starts;
  for (size_t i = 0; i < plain.text.size(); i += DecodeAt(plain.text, i).size)
    starts.push_back(static_cast<uint32_t>(i));
  for (size_t a = 0; a < starts.size(); a += 7) {
    for (size_t b = a + 1; b < starts.size(); b += 61) {
      const NormSpan span{starts[a], starts[b]};
      ASSERT_EQ(ToPageSpans(marked, span), ToPageSpans(plain, span)) << a << " " << b;
    }
  }
}

RawDocument SampleDocument() {
  RawDocument d;
  d.source = {"a.pdf", "00ff", "application/pdf", 12};
  d.text_from = "pdf";
  RawPage page;
  page.text = "STT\tViệc";
  page.lines.push_back({{0, 3},
                        LineBreak::kParagraph,
                        Column::kLeft,
                        LineRole::kText,
                        Box{1, 2, 3, 4},
                        true,
                        false,
                        true});
  page.words.push_back({{0, 3}, {1, 2, 3, 4}, 13, true, false});
  RawTable table;
  table.span = {0, 10};
  table.rows = 1;
  table.columns = 2;
  table.cells = {{0, 0, 1, 1, {0, 3}, std::nullopt}, {0, 1, 1, 1, {4, 10}, Box{}}};
  page.tables.push_back(table);
  d.pages.push_back(page);
  d.notes.push_back({Severity::kInfo, "x", 1, "y"});
  return d;
}

TEST(RawDocumentCodec, ThereAndBack) {
  const RawDocument d = SampleDocument();
  const auto back = DecodeRawDocument(Encode(d));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->source, d.source);
  EXPECT_EQ(back->pages, d.pages);
  EXPECT_EQ(back->notes, d.notes);
}

TEST(RawDocumentCodec, NeverTrustsItsInput) {
  const std::string bytes = Encode(SampleDocument());
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(DecodeRawDocument(std::string_view(bytes).substr(0, size)).has_value()) << size;
  }
  for (size_t i = 0; i < bytes.size(); ++i) {  // any byte changed: refused, or a sound document
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 0xFF);
    if (const auto d = DecodeRawDocument(changed)) {
      for (const RawPage& page : d->pages) {
        for (const RawLine& line : page.lines) EXPECT_LE(line.span.end, page.text.size());
      }
    }
  }
}

TEST(Names, OfRelationsAndDeadlinesGoThereAndBack) {
  for (int i = 0; i <= static_cast<int>(RelationKind::kCites); ++i) {
    const auto kind = static_cast<RelationKind>(i);
    EXPECT_EQ(ParseRelationKind(ToString(kind)), kind);
  }
  for (int i = 0; i <= static_cast<int>(DeadlineKind::kOnRequest); ++i) {
    const auto kind = static_cast<DeadlineKind>(i);
    EXPECT_EQ(ParseDeadlineKind(ToString(kind)), kind);
  }
}

}  // namespace
}  // namespace congvan
