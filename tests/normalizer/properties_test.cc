// What must hold for any document: checked on made-up texts, on random ones, and on real ones where
// they are present.
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "normalizer_support.h"

namespace congvan::normalizer {
namespace {

constexpr std::string_view kPlan =
    "**ĐẢNG ỦY XÃ A**\n*\n\nSố 12-KH/ĐU\n\n## KẾ HOẠCH\n\n**triển khai Nghị quyết số 57 -\n"
    "NQ/TW ngày 22/12/2024**\n\n-----\n\nThực hiện Kế hoạch số 02-\nKH/BCĐTW, Ban Thường vụ "
    "Đảng\nủy xây dựng kế hoạch như sau:\n\n1. Mục tiêu\n- Đạt $\\geq 80\\%$ hồ sơ &amp; dữ liệu.\n"
    "- Tỷ lệ 1,5\\%;\n\f*Nơi nhận:*\n- Lưu VPĐU.\n";

// Base letters and marks apart, as some systems write files.
std::string Decompose(std::string_view text) {
  static const std::map<char32_t, std::u32string> kParts = {
      {U'ế', U"e\u0302\u0301"}, {U'Ế', U"E\u0302\u0301"}, {U'ạ', U"a\u0323"},
      {U'Ạ', U"A\u0323"},       {U'ị', U"i\u0323"},       {U'ủ', U"u\u0309"},
      {U'Ủ', U"U\u0309"},       {U'ả', U"a\u0309"},       {U'Ả', U"A\u0309"},
      {U'ộ', U"o\u0323\u0302"}, {U'ự', U"u\u031B\u0323"}, {U'ư', U"u\u031B"},
      {U'ơ', U"o\u031B"},       {U'ậ', U"a\u0323\u0302"}, {U'ề', U"e\u0302\u0300"},
      {U'ố', U"o\u0302\u0301"}, {U'ồ', U"o\u0302\u0300"}, {U'à', U"a\u0300"},
      {U'á', U"a\u0301"},       {U'ụ', U"u\u0323"},       {U'ệ', U"e\u0323\u0302"}};
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const Decoded d = DecodeAt(text, i);
    i += d.size;
    const auto parts = kParts.find(d.code_point);
    if (parts == kParts.end()) {
      AppendUtf8(out, d.code_point);
    } else {
      for (const char32_t part : parts->second) AppendUtf8(out, part);
    }
  }
  return out;
}

// Letters and digits only.
std::string Letters(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const Decoded d = DecodeAt(text, i);
    i += d.size;
    if (IsLetter(d.code_point) || (d.code_point >= U'0' && d.code_point <= U'9'))
      AppendUtf8(out, d.code_point);
  }
  return out;
}

TEST(Properties, HoldForAPlan) {
  const RawDocument raw = TextDocument(kPlan);
  const NormalizedText text = Normalize(raw);
  CheckInvariants(raw, text);
  EXPECT_NE(text.text.find("57-NQ/TW"), std::string::npos);
  EXPECT_NE(text.text.find("02-KH/BCĐTW"), std::string::npos);
}

TEST(Properties, DecomposedTextGivesTheSame) {
  EXPECT_NE(Decompose(kPlan), kPlan);
  EXPECT_EQ(Normalize(TextDocument(Decompose(kPlan))).text, Normalize(TextDocument(kPlan)).text);
}

TEST(Properties, NormalizingAgainChangesNothing) {
  NormalizedText once = Normalize(TextDocument(kPlan));
  // Each paragraph as a line of its own, as it would be printed.
  EXPECT_EQ(Normalize(TextDocument(once.text)).text, once.text);
}

TEST(Properties, HoldForEveryTruncation) {
  for (size_t size = 0; size <= kPlan.size(); ++size) {
    const RawDocument raw = TextDocument(kPlan.substr(0, FloorCodePoint(kPlan, size)));
    CheckInvariants(raw, Normalize(raw));
  }
}

TEST(Properties, HoldForRandomText) {
  constexpr std::array kPieces = std::to_array<std::string_view>(
      {"*",         "**",       "***",    "<b>",         "</b>",
       "<br>",      "&amp;",    "&",      "$",           "\\geq",
       "\\_",       "___",      "_",      "[a](b)",      "\n",
       "\n\n",      " ",        "  ",     "1.",          "a)",
       "- ",        "02-",      "KH/",    "BCĐTW",       "QH15",
       "193/2025/", "KẾ HOẠCH", "ế",      "e\u0302",     "\u0301",
       "К",         "Ð",        "\u200B", "\u00A0",      "|",
       "#",         "\\",       "`",      "~~",          "K Ế H O Ạ C H",
       "chuy ể n",  "\f",       "TT",     "\xEF\xBF\xBD"});
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string source;
    for (unsigned i = 0; i < 40; ++i) source += kPieces[random() % kPieces.size()];
    const RawDocument raw = TextDocument(source);
    const NormalizedText text = Normalize(raw);
    ASSERT_NO_FATAL_FAILURE(CheckInvariants(raw, text)) << source;
    ASSERT_TRUE(IsValidUtf8(text.text)) << source;
  }
}

TEST(Properties, HoldForRealDocuments) {
  const std::filesystem::path samples =
      std::filesystem::path(CONGVAN_SOURCE_DIR) / "../shared/samples";
  if (!std::filesystem::is_directory(samples)) GTEST_SKIP() << "no real documents here";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(samples)) {
    if (entry.path().extension() != ".txt") continue;
    std::stringstream bytes;
    bytes << std::ifstream(entry.path()).rdbuf();
    const RawDocument raw = TextDocument(bytes.str());
    const NormalizedText text = Normalize(raw);
    ASSERT_NO_FATAL_FAILURE(CheckInvariants(raw, text)) << entry.path();
    // No letter is lost but those of markup: formulas and tags.
    std::string source = bytes.str();
    for (const std::string_view markup :
         {"\\geq", "\\leq", "<b>", "</b>", "<i>", "</i>", "<br>", "</br>"}) {
      for (size_t i = source.find(markup); i != source.npos; i = source.find(markup, i))
        source.replace(i, markup.size(), " ");
    }
    EXPECT_EQ(Letters(text.text), Letters(source)) << entry.path();
  }
}

}  // namespace
}  // namespace congvan::normalizer
