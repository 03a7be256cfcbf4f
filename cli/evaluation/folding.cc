#include "evaluation/folding.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::cli {
namespace {

struct Short {
  std::string_view form, full;
};
constexpr std::array kShortWords{
    Short{"ubnd", "ủy ban nhân dân"}, Short{"hđnd", "hội đồng nhân dân"},
    Short{"btv", "ban thường vụ"},    Short{"ubmttq", "ủy ban mặt trận tổ quốc"},
    Short{"bch", "ban chấp hành"},    Short{"bcđ", "ban chỉ đạo"},
    Short{"đu", "đảng ủy"},           Short{"pvhcc", "phục vụ hành chính công"},
    Short{"hcc", "hành chính công"},  Short{"khcn", "khoa học công nghệ"},
};
// Two words with this sign between them.
constexpr std::array kShortPairs{
    Short{"vh-xh", "văn hóa xã hội"},
    Short{"kh&cn", "khoa học và công nghệ"},
};
constexpr std::array kOneType{
    Short{"văn bản", "công văn"},
    Short{"thông báo kết luận", "thông báo"},
    Short{"kế hoạch hành động", "kế hoạch"},
    Short{"chương trình hành động", "chương trình"},
};
constexpr std::array<std::string_view, 5> kCentralParty{
    "bộ chính trị", "ban bí thư", "ban chấp hành trung ương", "ban bí thư trung ương đảng",
    "ban chấp hành trung ương đảng"};

struct Word {
  std::string text, before;  // `before`: what stands between it and the word before
};

bool InWord(char32_t letter) {
  const bool digit = letter >= U'0' && letter <= U'9';
  return digit || letter == U'_' || IsLetter(letter);
}

std::vector<Word> Words(std::string_view text) {
  const std::string folded = FoldForCompare(text);
  std::vector<Word> out;
  std::string between;
  bool inside = false;
  for (size_t at = 0; at < folded.size();) {
    const Decoded letter = DecodeAt(folded, at);
    const std::string_view bytes = std::string_view(folded).substr(at, letter.size);
    if (!InWord(letter.code_point)) {
      between = inside ? std::string(bytes) : between + std::string(bytes);
      inside = false;
    } else if (inside) {
      out.back().text += bytes;
    } else {
      out.push_back({std::string(bytes), between});
      inside = true;
    }
    at += letter.size;
  }
  return out;
}

void AppendWords(std::vector<std::string>& out, std::string_view phrase) {
  while (!phrase.empty()) {
    const size_t blank = std::min(phrase.find(' '), phrase.size());
    out.emplace_back(phrase.substr(0, blank));
    phrase.remove_prefix(std::min(blank + 1, phrase.size()));
  }
}

template <class List>
std::string_view Full(const List& list, std::string_view form) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Short& s) { return s.form == form; });
  return found == list.end() ? std::string_view() : found->full;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

std::vector<std::string> FoldedWords(std::string_view text) {
  const std::vector<Word> words = Words(text);
  std::vector<std::string> out;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i + 1 < words.size()) {
      const auto pair = Full(kShortPairs, words[i].text + words[i + 1].before + words[i + 1].text);
      if (!pair.empty()) {
        AppendWords(out, pair);
        ++i;
        continue;
      }
    }
    const auto full = Full(kShortWords, words[i].text);
    AppendWords(out, full.empty() ? std::string_view(words[i].text) : full);
  }
  return out;
}

double Similarity(std::string_view a, std::string_view b) {
  const auto left = FoldedWords(a), right = FoldedWords(b);
  if (left.empty() && right.empty()) return 1.0;
  std::map<std::string_view, int> counts;
  for (const std::string& word : left) ++counts[word];
  int common = 0;
  for (const std::string& word : right) {
    const auto found = counts.find(word);
    if (found != counts.end() && found->second-- > 0) ++common;
  }
  return 2.0 * common / static_cast<double>(left.size() + right.size());
}

bool SameText(std::string_view a, std::string_view b, double least) {
  return FoldedWords(a) == FoldedWords(b) || Similarity(a, b) >= least;
}

std::string SymbolForm(std::string_view symbol) { return ToUpper(CanonicalSymbol(symbol)); }

bool SameType(std::string_view a, std::string_view b) {
  const auto one = [](std::string_view type) {
    const std::string lower = ToLower(type);
    const auto full = Full(kOneType, lower);
    return full.empty() ? lower : std::string(full);
  };
  return one(a) == one(b);
}

bool SameIssuer(std::string_view a, std::string_view b, std::string_view symbol, double least) {
  const auto central = [](std::string_view name) {
    const std::string folded = Joined(FoldedWords(name));
    return std::find(kCentralParty.begin(), kCentralParty.end(), folded) != kCentralParty.end();
  };
  if (SymbolForm(symbol).ends_with("/TW") && central(a) && central(b)) return true;
  return SameText(a, b, least);
}

}  // namespace congvan::cli
