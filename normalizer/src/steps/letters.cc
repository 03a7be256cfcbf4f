#include "letters.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "icu_text.h"

namespace congvan::normalizer {
namespace {

struct Alias {
  char32_t from = 0;
  std::string_view to;
};

// Wrong wherever they stand in a Vietnamese text.
constexpr std::array kAlways = {
    Alias{0x00D0, "Đ"},  Alias{0x0189, "Đ"},  Alias{0x00F0, "đ"},   Alias{0x0256, "đ"},
    Alias{0x01A2, "Ư"},  Alias{0x01A3, "ư"},  Alias{0x00A0, " "},   Alias{0x1680, " "},
    Alias{0x202F, " "},  Alias{0x205F, " "},  Alias{0x3000, " "},   Alias{0x2028, " "},
    Alias{0x2029, " "},  Alias{0x0085, " "},  Alias{0x200B, ""},    Alias{0x200C, ""},
    Alias{0x200D, ""},   Alias{0x2060, ""},   Alias{0xFEFF, ""},    Alias{0x200E, ""},
    Alias{0x200F, ""},   Alias{0x2010, "-"},  Alias{0x2011, "-"},   Alias{0xFB00, "ff"},
    Alias{0xFB01, "fi"}, Alias{0xFB02, "fl"}, Alias{0xFB03, "ffi"}, Alias{0xFB04, "ffl"},
    Alias{0xFB05, "st"}, Alias{0xFB06, "st"}, Alias{0xF0B7, "-"},   Alias{0xF02D, "-"},
    Alias{0xF0A7, "-"},  Alias{0xF0D8, "-"},  Alias{0xF0FC, "-"},   Alias{0xF076, "-"},
};

// Wrong only beside Latin letters, in a code of capitals, or where all foreign letters are such.
constexpr std::array kLookAlikes = {
    Alias{0x0410, "A"}, Alias{0x0412, "B"}, Alias{0x0415, "E"}, Alias{0x041A, "K"},
    Alias{0x041C, "M"}, Alias{0x041D, "H"}, Alias{0x041E, "O"}, Alias{0x0420, "P"},
    Alias{0x0421, "C"}, Alias{0x0422, "T"}, Alias{0x0423, "Y"}, Alias{0x0425, "X"},
    Alias{0x0406, "I"}, Alias{0x0408, "J"}, Alias{0x0405, "S"}, Alias{0x0430, "a"},
    Alias{0x0435, "e"}, Alias{0x043E, "o"}, Alias{0x0440, "p"}, Alias{0x0441, "c"},
    Alias{0x0443, "y"}, Alias{0x0445, "x"}, Alias{0x0456, "i"}, Alias{0x0458, "j"},
    Alias{0x0455, "s"}, Alias{0x0391, "A"}, Alias{0x0392, "B"}, Alias{0x0395, "E"},
    Alias{0x0396, "Z"}, Alias{0x0397, "H"}, Alias{0x0399, "I"}, Alias{0x039A, "K"},
    Alias{0x039C, "M"}, Alias{0x039D, "N"}, Alias{0x039F, "O"}, Alias{0x03A1, "P"},
    Alias{0x03A4, "T"}, Alias{0x03A5, "Y"}, Alias{0x03A7, "X"}, Alias{0x03BF, "o"},
};

template <size_t N>
const Alias* Find(const std::array<Alias, N>& aliases, char32_t c) {
  const auto it = std::find_if(aliases.begin(), aliases.end(),
                               [c](const Alias& alias) { return alias.from == c; });
  return it == aliases.end() ? nullptr : &*it;
}

// The TCVN3 fonts write their letters as these; a soft hyphen is then a letter too.
bool LooksLikeLegacyFont(std::string_view text) {
  size_t suspects = 0, vietnamese = 0;
  for (size_t i = 0; i < text.size();) {
    const Decoded d = DecodeAt(text, i);
    i += d.size;
    if (d.code_point >= 0x1EA0 && d.code_point <= 0x1EF9) ++vietnamese;
    if ((d.code_point >= 0xA8 && d.code_point <= 0xAC) || d.code_point == 0xAE ||
        d.code_point == 0xB5 || d.code_point == 0xB8)
      ++suspects;
  }
  return vietnamese == 0 && suspects >= 3 && suspects * 50 > text.size();
}

bool IsExoticBlank(char32_t c) {
  return c == U'\t' || c == U'\r' || c == U'\v' || c == U'\f' || (c >= 0x2000 && c <= 0x200A);
}

bool IsForeign(char32_t c) { return c >= 0x370 && c < 0x530; }

// A text that has few words of its own in another script: its foreign words are Latin ones too.
bool IsLatinText(std::string_view text) {
  size_t latin = 0, foreign = 0, unlike = 0;
  for (size_t i = 0; i < text.size();) {
    const Decoded d = DecodeAt(text, i);
    i += d.size;
    if (IsForeign(d.code_point)) {
      ++foreign;
      if (Find(kLookAlikes, d.code_point) == nullptr) ++unlike;
    } else if (IsLetter(d.code_point)) {
      ++latin;
    }
  }
  return latin > foreign && unlike * 20 <= foreign;
}

// Letters of Cyrillic and Greek in one word [begin, end).
void RepairWord(std::string_view text, size_t begin, size_t end, bool latin_text,
                std::vector<Edit>& edits) {
  bool latin = false, all_known = true, all_capital = true;
  for (size_t i = begin; i < end;) {
    const Decoded d = DecodeAt(text, i);
    i += d.size;
    if (!IsForeign(d.code_point)) {
      latin = true;
      continue;
    }
    const Alias* alias = Find(kLookAlikes, d.code_point);
    all_known &= alias != nullptr;
    all_capital &= alias != nullptr && alias->to[0] <= 'Z';
  }
  // A code all of foreign capitals, as in "12/КН-UBND".
  const auto joins = [&](size_t i) {
    return i < text.size() && (text[i] == '-' || text[i] == '/');
  };
  const bool code = all_capital && (joins(end) || (begin > 0 && joins(begin - 1)));
  if (!all_known || (!latin && !code && !latin_text)) return;
  for (size_t i = begin; i < end;) {
    const Decoded d = DecodeAt(text, i);
    if (IsForeign(d.code_point)) {
      edits.push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(i + d.size),
                       std::string(Find(kLookAlikes, d.code_point)->to)});
    }
    i += d.size;
  }
}

std::optional<std::string> Replacement(char32_t c, bool legacy_font) {
  if (IsExoticBlank(c)) return " ";
  if (c >= 0xFF01 && c <= 0xFF5E) return std::string(1, static_cast<char>(c - 0xFF01 + 0x21));
  if (c == 0xAD) return legacy_font ? std::nullopt : std::optional<std::string>("");
  if (legacy_font) return std::nullopt;
  if (const Alias* alias = Find(kAlways, c)) return std::string(alias->to);
  if (c < 0x20 && c != U'\n') return " ";
  return std::nullopt;
}

}  // namespace

void ComposeLetters(Draft& draft) { draft.text.Apply(ComposeEdits(draft.text.text())); }

void RepairLetters(Draft& draft) {
  const std::string& text = draft.text.text();
  const bool legacy_font = LooksLikeLegacyFont(text);
  if (legacy_font) {
    draft.notes.push_back({Severity::kWarning, "legacy-font", 0,
                           "the letters are those of a font older than Unicode"});
  }
  std::vector<Edit> edits;
  std::vector<Edit> word_edits;
  for (size_t i = 0; i < text.size();) {
    const Decoded d = DecodeAt(text, i);
    const auto begin = static_cast<uint32_t>(i);
    if (auto replacement = Replacement(d.code_point, legacy_font))
      edits.push_back({begin, begin + d.size, std::move(*replacement)});
    i += d.size;
  }
  draft.text.Apply(edits);
  const std::string& mended = draft.text.text();
  const bool latin_text = IsLatinText(mended);
  for (size_t i = 0; i < mended.size();) {
    size_t end = i;
    bool foreign = false;
    while (end < mended.size()) {
      const Decoded d = DecodeAt(mended, end);
      if (!IsLetter(d.code_point) && !IsForeign(d.code_point)) break;
      foreign |= IsForeign(d.code_point);
      end += d.size;
    }
    if (foreign) RepairWord(mended, i, end, latin_text, word_edits);
    i = end > i ? end : i + DecodeAt(mended, i).size;
  }
  draft.text.Apply(word_edits);
  // What was decomposed around a look-alike composes only now.
  ComposeLetters(draft);
}

}  // namespace congvan::normalizer
