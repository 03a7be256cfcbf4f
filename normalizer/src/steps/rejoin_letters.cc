#include "rejoin_letters.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "syllable.h"

namespace congvan::normalizer {
namespace {

constexpr size_t kMinSpacedLetters = 5;  // fewer may be a list of points: "a b c"

constexpr size_t kDamagedText = 3;  // damaged lines after which every line is suspect

struct Token {
  std::string_view text;
  uint32_t begin = 0, end = 0;
};

std::vector<Token> Tokens(std::string_view line, uint32_t offset) {
  std::vector<Token> out;
  for (size_t i = 0; i < line.size();) {
    if (line[i] == ' ') {
      ++i;
      continue;
    }
    const size_t end = std::min(line.find(' ', i), line.size());
    out.push_back({line.substr(i, end - i), offset + static_cast<uint32_t>(i),
                   offset + static_cast<uint32_t>(end)});
    i = end;
  }
  return out;
}

bool IsOneLetter(std::string_view token) {
  const Decoded d = DecodeAt(token, 0);
  return d.size == token.size() && IsLetter(d.code_point);
}

bool AllLetters(std::string_view token) {
  for (size_t i = 0; i < token.size();) {
    const Decoded d = DecodeAt(token, i);
    if (!IsLetter(d.code_point)) return false;
    i += d.size;
  }
  return !token.empty();
}

// Syllables that begin with a vowel and are common enough to stand alone in a damaged line.
bool IsCommonWithoutOnset(std::string_view word) {
  constexpr std::array kCommon = std::to_array<std::string_view>(
      {"an",  "anh", "em",   "ông", "ở",   "ý",   "y",   "ủy",  "uỷ", "ưu", "ứng", "ấp",
       "ảnh", "ăn",  "uống", "yên", "yêu", "yếu", "ưu",  "ấn",  "ô",  "ổn", "ít",  "oan",
       "áp",  "ánh", "ai",   "in",  "âm",  "ước", "ứng", "ủng", "án", "êm", "ấy",  "ôn",
       "ép",  "uy",  "ơn",   "ách", "ác",  "u",   "e",   "a",   "ạ"});
  const std::string lower = ToLower(word);
  return std::find(kCommon.begin(), kCommon.end(), lower) != kCommon.end();
}

class LineRejoiner {
 public:
  LineRejoiner(std::string_view line, uint32_t offset) : tokens_(Tokens(line, offset)) {}

  // Appends the blanks to delete; true when there are any. `damaged`: the whole text is known to
  // be.
  bool Run(std::vector<Edit>& edits, bool damaged) {
    const size_t before = edits.size();
    if (!RejoinSpaced(edits)) RejoinFragments(edits, damaged);
    return edits.size() > before;
  }

 private:
  [[nodiscard]] uint32_t GapBefore(size_t i) const { return tokens_[i].begin - tokens_[i - 1].end; }

  void Close(size_t i, std::vector<Edit>& edits) const {
    edits.push_back({tokens_[i - 1].end, tokens_[i].begin, ""});
  }

  // A line of single letters: wide gaps part the words; without any, the syllables themselves do.
  bool RejoinSpaced(std::vector<Edit>& edits) const {
    if (tokens_.size() < kMinSpacedLetters) return false;
    if (!std::all_of(tokens_.begin(), tokens_.end(),
                     [](const Token& token) { return IsOneLetter(token.text); }))
      return false;
    std::vector<size_t> words = SplitAtGaps();
    if (!AllSyllables(words)) words = SplitBySyllables();
    if (words.empty() || words.size() * 2 > tokens_.size()) return false;
    for (size_t i = 1; i < tokens_.size(); ++i) {
      if (std::find(words.begin(), words.end(), i) == words.end()) Close(i, edits);
    }
    return true;
  }

  // Indexes of the tokens that begin a word.
  [[nodiscard]] std::vector<size_t> SplitAtGaps() const {
    std::vector<size_t> words = {0};
    for (size_t i = 1; i < tokens_.size(); ++i) {
      if (GapBefore(i) > 1) words.push_back(i);
    }
    return words;
  }

  [[nodiscard]] std::string Join(size_t begin, size_t end) const {
    std::string word;
    for (size_t i = begin; i < end; ++i) word += tokens_[i].text;
    return word;
  }

  [[nodiscard]] bool AllSyllables(const std::vector<size_t>& words) const {
    for (size_t w = 0; w < words.size(); ++w) {
      const size_t end = w + 1 < words.size() ? words[w + 1] : tokens_.size();
      if (!IsSyllable(Join(words[w], end))) return false;
    }
    return true;
  }

  // The split into the fewest syllables; empty when there is none.
  [[nodiscard]] std::vector<size_t> SplitBySyllables() const {
    constexpr size_t kLongest = 7, kNone = 1000000;
    const size_t size = tokens_.size();
    std::vector<size_t> count(size + 1, kNone), from(size + 1, 0);
    count[0] = 0;
    for (size_t end = 1; end <= size; ++end) {
      for (size_t begin = end > kLongest ? end - kLongest : 0; begin < end; ++begin) {
        if (count[begin] + 1 >= count[end] || !IsSyllable(Join(begin, end))) continue;
        count[end] = count[begin] + 1;
        from[end] = begin;
      }
    }
    if (count[size] >= kNone) return {};
    std::vector<size_t> words;
    for (size_t end = size; end > 0; end = from[end]) words.push_back(from[end]);
    return words;
  }

  // Two neighbours of which one is no syllable but both together are.
  [[nodiscard]] bool CompleteEachOther(std::string_view a, std::string_view b) const {
    if (!AllLetters(a) || !AllLetters(b)) return false;
    if (IsSyllable(a) && IsSyllable(b)) return false;
    // "Đ/c", "TW B": abbreviations are no pieces of words.
    const bool codes = IsAllUpper(a) != IsAllUpper(b) && !(IsOneLetter(a) && !IsAllUpper(b));
    return !codes && IsSyllable(std::string(a) + std::string(b)) && !AreOneLetterEach(a, b);
  }

  // "a b": points of a list.
  // "đ ủ,": what stands behind a word is not part of it.
  static std::string_view Word(std::string_view token) {
    while (!token.empty() && std::string_view(".,;:)").find(token.back()) != std::string_view::npos)
      token.remove_suffix(1);
    return token;
  }

  static bool AreOneLetterEach(std::string_view a, std::string_view b) {
    return IsOneLetter(a) && IsOneLetter(b);
  }

  void RejoinFragments(std::vector<Edit>& edits, bool damaged) const {
    std::vector<bool> closed(tokens_.size(), false);
    for (size_t i = 1; i < tokens_.size(); ++i) {
      if (closed[i - 1] || GapBefore(i) > 1) continue;
      if (CompleteEachOther(tokens_[i - 1].text, Word(tokens_[i].text))) closed[i] = damaged = true;
    }
    if (!damaged) return;
    for (size_t i = 1; i < tokens_.size(); ++i) {
      const std::string_view a = tokens_[i - 1].text, b = Word(tokens_[i].text);
      if (closed[i] || closed[i - 1] || GapBefore(i) > 1) continue;
      if (i + 1 < tokens_.size() && closed[i + 1]) continue;
      closed[i] = AllLetters(a) && HasNoOnset(b) && !IsCommonWithoutOnset(b) &&
                  IsSyllable(std::string(a) + std::string(b));
    }
    for (size_t i = 1; i < tokens_.size(); ++i) {
      if (closed[i]) Close(i, edits);
    }
  }

  std::vector<Token> tokens_;
};

}  // namespace

void RejoinLetters(Draft& draft) {
  const std::vector<std::string_view> lines = LinesOf(draft.text.text());
  std::vector<Edit> edits;
  const auto run = [&](bool damaged) {
    edits.clear();
    uint32_t offset = 0;
    size_t hits = 0;
    for (const std::string_view line : lines) {
      if (LineRejoiner(line, offset).Run(edits, damaged)) ++hits;
      offset += static_cast<uint32_t>(line.size()) + 1;
    }
    return hits;
  };
  const size_t hits = run(false);
  if (hits >= kDamagedText) run(true);
  if (hits > 0) {
    draft.notes.push_back(
        {Severity::kInfo, "rejoined-letters", 0, "words that were taken apart are joined again"});
  }
  draft.text.Apply(edits);
}

}  // namespace congvan::normalizer
