#include "core/vietnamese.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/utf8.h"

namespace congvan {
namespace {

// The vowels of the alphabet, each with its six tones (none, grave, acute, hook, tilde, dot), lower
// then upper case.
constexpr std::u32string_view kVowels[] = {
    U"aàáảãạAÀÁẢÃẠ", U"ăằắẳẵặĂẰẮẲẴẶ", U"âầấẩẫậÂẦẤẨẪẬ", U"eèéẻẽẹEÈÉẺẼẸ",
    U"êềếểễệÊỀẾỂỄỆ", U"iìíỉĩịIÌÍỈĨỊ", U"oòóỏõọOÒÓỎÕỌ", U"ôồốổỗộÔỒỐỔỖỘ",
    U"ơờớởỡợƠỜỚỞỠỢ", U"uùúủũụUÙÚỦŨỤ", U"ưừứửữựƯỪỨỬỮỰ", U"yỳýỷỹỵYỲÝỶỸỴ",
};
constexpr std::u32string_view kPlainVowels = U"aaaeeiooouuy";
constexpr char32_t kDLower = U'đ', kDUpper = U'Đ';

struct Letter {
  size_t vowel = 0;  // index into kVowels
  size_t tone = 0;   // 0..5
  bool upper = false;
};

// By code point, since every letter of every text is looked up: the last vowel is U+1EF9.
constexpr char32_t kVowelLimit = 0x1F00;

struct VowelTable {
  std::array<Letter, std::size(kVowels) * 12> letters{};
  std::array<uint8_t, kVowelLimit> index{};  // into letters, counted from 1; 0: no vowel

  constexpr VowelTable() {
    size_t next = 0;
    for (size_t v = 0; v < std::size(kVowels); ++v) {
      for (size_t i = 0; i < kVowels[v].size(); ++i) {
        letters[next] = {v, i % 6, i >= 6};
        index[kVowels[v][i]] = static_cast<uint8_t>(++next);
      }
    }
  }
};

// Made by the compiler: a table made at first use would leave a child that is forked meanwhile
// waiting for ever.
constexpr VowelTable kVowelTable;

const Letter* FindVowel(char32_t c) {
  if (c >= kVowelLimit || kVowelTable.index[c] == 0) return nullptr;
  return &kVowelTable.letters[kVowelTable.index[c] - 1U];
}

char32_t VowelOf(const Letter& letter) {
  return kVowels[letter.vowel][letter.tone + (letter.upper ? 6 : 0)];
}

bool IsAsciiUpper(char32_t c) { return c >= U'A' && c <= U'Z'; }
bool IsAsciiLower(char32_t c) { return c >= U'a' && c <= U'z'; }

template <class Function>
std::string MapCodePoints(std::string_view text, Function function) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const Decoded d = DecodeAt(text, i);
    AppendUtf8(out, function(d.code_point));
    i += d.size;
  }
  return out;
}

char32_t Lower(char32_t c) {
  if (IsAsciiUpper(c)) return c + 32;
  if (c == kDUpper) return kDLower;
  if (const Letter* letter = FindVowel(c)) return VowelOf({letter->vowel, letter->tone, false});
  return c;
}

char32_t Upper(char32_t c) {
  if (IsAsciiLower(c)) return c - 32;
  if (c == kDLower) return kDUpper;
  if (const Letter* letter = FindVowel(c)) return VowelOf({letter->vowel, letter->tone, true});
  return c;
}

char32_t Strip(char32_t c) {
  c = Lower(c);
  if (c == kDLower) return U'd';
  if (const Letter* letter = FindVowel(c)) return kPlainVowels[letter->vowel];
  return c;
}

char32_t Dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 ? U'-' : c; }

std::u32string Decode(std::string_view text) {
  std::u32string out;
  for (size_t i = 0; i < text.size();) {
    const Decoded d = DecodeAt(text, i);
    out.push_back(d.code_point);
    i += d.size;
  }
  return out;
}

// oa, oe, uy: the pairs whose tone stands on either letter when the syllable ends with them.
bool IsMovingPair(char32_t first, char32_t second) {
  first = Strip(first);
  second = Strip(second);
  return (first == U'o' && (second == U'a' || second == U'e')) || (first == U'u' && second == U'y');
}

bool IsPlainShape(char32_t c) {  // no breve, circumflex or horn: kVowels rows a, e, o, u, y
  const Letter* letter = FindVowel(c);
  return letter != nullptr && Strip(c) == kVowels[letter->vowel][0];
}

}  // namespace

std::string ToLower(std::string_view text) { return MapCodePoints(text, Lower); }
std::string ToUpper(std::string_view text) { return MapCodePoints(text, Upper); }

bool IsUpper(char32_t c) { return c != Lower(c); }
bool IsLower(char32_t c) { return c != Upper(c); }
bool IsLetter(char32_t c) { return IsUpper(c) || IsLower(c); }

bool IsAllUpper(std::string_view text) {
  bool upper = false;
  for (size_t i = 0; i < text.size();) {
    const Decoded d = DecodeAt(text, i);
    if (IsLower(d.code_point)) return false;
    upper = upper || IsUpper(d.code_point);
    i += d.size;
  }
  return upper;
}

std::string FoldTonePlacement(std::string_view text) {
  std::u32string letters = Decode(text);
  for (size_t i = 0; i + 1 < letters.size(); ++i) {
    const Letter* second = FindVowel(letters[i + 1]);
    if (second == nullptr || second->tone == 0 || !IsMovingPair(letters[i], letters[i + 1]))
      continue;
    if (!IsPlainShape(letters[i]) || !IsPlainShape(letters[i + 1])) continue;
    const Letter* first = FindVowel(letters[i]);
    if (first->tone != 0) continue;
    const bool after_q = i > 0 && Strip(letters[i - 1]) == U'q';
    const bool goes_on = i + 2 < letters.size() && IsLetter(letters[i + 2]);
    if (after_q || goes_on) continue;
    letters[i] = VowelOf({first->vowel, second->tone, first->upper});
    letters[i + 1] = VowelOf({second->vowel, 0, second->upper});
  }
  std::string out;
  out.reserve(text.size());
  for (char32_t c : letters) AppendUtf8(out, c);
  return out;
}

std::string StripDiacritics(std::string_view text) { return MapCodePoints(text, Strip); }

std::string FoldForCompare(std::string_view text) {
  return OneLine(FoldTonePlacement(MapCodePoints(text, [](char32_t c) { return Lower(Dash(c)); })));
}

}  // namespace congvan
