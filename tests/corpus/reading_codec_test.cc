// What was read of a document crosses from one process to another: whole, or not at all.
#include "core/reading_codec.h"

#include <gtest/gtest.h>

#include <utility>

#include "core/raw_document_codec.h"
#include "extractor/extractor.h"
#include "normalizer/normalize.h"
#include "rules/assemble.h"
#include "store/record_json.h"
#include "support/corpus_files.h"
#include "support/read_text.h"

namespace congvan {
namespace {

Reading ReadCorpus(const std::filesystem::path& folder) {
  auto raw = extractor::Extractor({}).Extract(SourceOf(folder).string());
  CV_CHECK(raw.has_value(), "the corpus can be read");
  NormalizedText text = normalizer::Normalize(*raw);
  Record record = rules::Assemble(text, raw->source, ShippedRules());
  record.pages = static_cast<int>(raw->pages.size());
  record.text_from = raw->text_from;
  return {std::move(record), std::move(text), Encode(*raw)};
}

TEST(ReadingCodec, TheCorpusThereAndBack) {
  for (const auto& folder : CorpusDocuments()) {
    const Reading reading = ReadCorpus(folder);
    const auto back = DecodeReading(Encode(reading));
    ASSERT_TRUE(back) << folder;
    EXPECT_EQ(back->record, reading.record) << folder;
    EXPECT_EQ(store::ToJson(back->record, store::JsonLayout::kPretty),
              store::ToJson(reading.record, store::JsonLayout::kPretty));
    EXPECT_EQ(back->text.text, reading.text.text);
    EXPECT_EQ(back->text.page_begin, reading.text.page_begin);
    EXPECT_EQ(back->text.code_point_marks.size(), reading.text.code_point_marks.size());
    EXPECT_EQ(back->layout, reading.layout);
  }
}

TEST(ReadingCodec, BelievesNoBytes) {
  Reading reading = ReadCorpus(CorpusFolder() / "tb-19-tgv");
  reading.layout.resize(10);
  const std::string bytes = Encode(reading);
  for (size_t size = 0; size < bytes.size(); size += 1 + size / 300)
    EXPECT_FALSE(DecodeReading(std::string_view(bytes).substr(0, size))) << size;
  for (size_t i = 0; i < bytes.size(); i += 1 + i / 300) {
    for (const int flip : {0x01, 0x80, 0xFF}) {
      std::string broken = bytes;
      broken[i] = static_cast<char>(broken[i] ^ flip);
      const auto back = DecodeReading(broken);  // must not crash, and what it gives can be used
      if (back) {
        EXPECT_LE(back->record.document.role, Role::kAnnex);
        static_cast<void>(store::ToJson(back->record, store::JsonLayout::kLine));
      }
    }
  }
  EXPECT_FALSE(DecodeReading(bytes + "x"));
}

}  // namespace
}  // namespace congvan
