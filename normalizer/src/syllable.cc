#include "syllable.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::normalizer {
namespace {

constexpr std::array<std::string_view, 28> kOnsets = {
    "",  "b",  "c",   "ch", "d", "đ",  "g",  "gh", "gi", "h", "k",  "kh", "l", "m",
    "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",  "s",  "t", "th", "tr", "v", "x"};

// Rimes without tone, as they are spelled.
constexpr std::array kRimes = std::to_array<std::string_view>({
    "a",   "ac",   "ach",  "ai",   "am",   "an",   "ang",  "anh",  "ao",  "ap",  "at",  "au",
    "ay",  "ăc",   "ăm",   "ăn",   "ăng",  "ăp",   "ăt",   "âc",   "âm",  "ân",  "âng", "âp",
    "ât",  "âu",   "ây",   "e",    "ec",   "em",   "en",   "eng",  "eo",  "ep",  "et",  "ê",
    "êch", "êm",   "ên",   "ênh",  "êp",   "êt",   "êu",   "i",    "ia",  "ich", "iêc", "iêm",
    "iên", "iêng", "iêp",  "iêt",  "iêu",  "im",   "in",   "inh",  "ip",  "it",  "iu",  "o",
    "oa",  "oac",  "oach", "oai",  "oam",  "oan",  "oang", "oanh", "oao", "oap", "oat", "oay",
    "oăc", "oăm",  "oăn",  "oăng", "oăt",  "oc",   "oe",   "oen",  "oeo", "oet", "oi",  "om",
    "on",  "ong",  "ooc",  "oong", "op",   "ot",   "ô",    "ôc",   "ôi",  "ôm",  "ôn",  "ông",
    "ôp",  "ôt",   "ơ",    "ơi",   "ơm",   "ơn",   "ơp",   "ơt",   "u",   "ua",  "uân", "uâng",
    "uât", "uây",  "uc",   "uê",   "uênh", "uêch", "ui",   "um",   "un",  "ung", "uơ",  "up",
    "ut",  "uy",   "uya",  "uych", "uyên", "uyêt", "uynh", "uyt",  "uyu", "uôc", "uôi", "uôm",
    "uôn", "uông", "uôt",  "ư",    "ưa",   "ưc",   "ưi",   "ưng",  "ưt",  "ưu",  "ươc", "ươi",
    "ươm", "ươn",  "ương", "ươp",  "ươt",  "ươu",  "y",    "yêm",  "yên", "yêt", "yêu", "ưm",
    "ưn",  "uyn",  "uyp",  "yêng", "êng",  "êc",   "ynh",  "yt",   "ych",
});

// After "qu" and "gi" the letter u or i belongs to the onset; these rimes then follow it.
bool IsRime(std::string_view rime) {
  return std::find(kRimes.begin(), kRimes.end(), rime) != kRimes.end();
}

struct Bare {
  std::string text;          // lower case, marks of tone removed
  int tones = 0;             // letters with a tone
  bool stopped_tone = true;  // the tone is one that may stand before p, t, c, ch
  bool letters = true;
};

constexpr std::u32string_view kVowels =
    U"aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ";

Bare Strip(std::string_view word) {
  Bare bare;
  const std::string lower = ToLower(word);
  for (size_t i = 0; i < lower.size();) {
    const Decoded d = DecodeAt(lower, i);
    i += d.size;
    const size_t place = kVowels.find(d.code_point);
    if (place == kVowels.npos) {
      bare.letters &= IsLetter(d.code_point);
      AppendUtf8(bare.text, d.code_point);
      continue;
    }
    AppendUtf8(bare.text, kVowels[place / 6 * 6]);
    const size_t tone = place % 6;
    if (tone == 0) continue;
    ++bare.tones;
    bare.stopped_tone = tone == 2 || tone == 5;  // sắc, nặng
  }
  return bare;
}

bool IsStopped(std::string_view rime) {
  return rime.ends_with("p") || rime.ends_with("t") || rime.ends_with("c") || rime.ends_with("ch");
}

}  // namespace

bool IsSyllable(std::string_view word) {
  if (word.empty() || word.size() > 16) return false;
  const Bare bare = Strip(word);
  if (!bare.letters || bare.tones > 1) return false;
  const std::string_view text = bare.text;
  return std::any_of(kOnsets.begin(), kOnsets.end(), [&](std::string_view onset) {
    if (!text.starts_with(onset)) return false;
    std::string_view rime = text.substr(onset.size());
    const bool gi_alone = onset == "g" && (rime == "i" || rime == "in");  // gì, gìn
    if (onset == "g" && rime.starts_with("i") && !gi_alone) return false;
    if (!IsRime(rime)) return false;
    if (IsStopped(rime) && (bare.tones != 1 || !bare.stopped_tone)) return false;
    return true;
  });
}

bool HasNoOnset(std::string_view word) {
  if (!IsSyllable(word)) return false;
  const std::string lower = ToLower(word);
  return kVowels.find(DecodeAt(lower, 0).code_point) != kVowels.npos;
}

}  // namespace congvan::normalizer
