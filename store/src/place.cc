#include "place.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "vocabulary.h"

namespace congvan::store {
namespace {

struct Word {
  std::string text;  // as printed, punctuation behind it cut off
  std::string folded;
  bool ends = false;  // punctuation behind it ends a name
};

std::vector<Word> SplitWords(std::string_view text) {
  std::vector<Word> words;
  const std::string line = OneLine(text);
  size_t begin = 0;
  while (begin < line.size()) {
    const size_t end = std::min(line.find(' ', begin), line.size());
    std::string word = line.substr(begin, end - begin);
    begin = end + 1;
    bool ends = false;
    while (!word.empty() &&
           std::string_view(",;:.()").find(word.back()) != std::string_view::npos) {
      ends = ends || word.back() != '.';
      word.pop_back();
    }
    if (word.empty()) continue;
    words.push_back({word, FoldForCompare(word), ends});
  }
  return words;
}

bool StartsName(const Word& word, bool all_upper) {
  const char32_t first = DecodeAt(word.text, 0).code_point;
  return all_upper || IsUpper(first) || (first >= U'0' && first <= U'9');
}

// The kind of unit that stands at a place of the words.
struct UnitKind {
  std::string name;  // "xã"; what the unit is filed under
  std::string level;
  size_t words = 1;
};

bool StandsAt(const std::vector<Word>& words, size_t i, const char* list) {
  return i < words.size() && Section(list).Has(words[i].folded);
}

std::optional<UnitKind> KindAt(const std::vector<Word>& words, size_t i) {
  const std::string& first = words[i].folded;
  for (const size_t count : {size_t{2}, size_t{1}}) {
    if (i + count > words.size() || (count == 2 && words[i].ends)) continue;
    const std::string kind = count == 2 ? first + " " + words[i + 1].folded : first;
    const std::string* meaning = Section("kinds of unit").MeaningOf(kind);
    if (meaning == nullptr) continue;
    const bool other_word = kind == "xã" && ((i > 0 && StandsAt(words, i - 1, "words before xã")) ||
                                             StandsAt(words, i + 1, "words after xã"));
    if (other_word) return std::nullopt;
    const size_t blank = std::min(meaning->find(' '), meaning->size());
    const std::string name = blank == meaning->size() ? kind : meaning->substr(blank + 1);
    return UnitKind{name, meaning->substr(0, blank), count};
  }
  return std::nullopt;
}

// The name that begins with words[at]: capitalised words up to punctuation or the next kind of
// unit.
std::optional<std::string> NameFrom(const std::vector<Word>& words, size_t at, bool all_upper) {
  std::string name;
  for (size_t i = at; i < words.size(); ++i) {
    const Word& word = words[i];
    if (!StartsName(word, all_upper) || word.folded == "-" || word.text.front() == '(') break;
    if (i > at && (all_upper || !IsUpper(DecodeAt(word.text, 0).code_point)) && KindAt(words, i))
      break;
    if (!name.empty()) name += ' ';
    name += word.folded;
    if (word.ends) break;
  }
  if (name.empty()) return std::nullopt;
  return name;
}

void TakeCommune(Place& place, std::string_view kind, std::optional<std::string> name,
                 Level level) {
  if (place.commune || place.level == Level::kCommune) return;
  place.level = level;
  if (name) place.commune = std::string(kind) + " " + *name;
}

bool NamesAProvince(const std::vector<Word>& words, bool all_upper) {
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].folded == "tỉnh" && !words[i].ends && NameFrom(words, i + 1, all_upper))
      return true;
  }
  return false;
}

// Takes what the words at `i` say about the place, a kind of unit and the name behind it. Gives
// back how many of them are read.
size_t ReadUnit(Place& place, const std::vector<Word>& words, size_t i, bool all_upper) {
  if (words[i].folded == "sở" && !(i > 0 && StandsAt(words, i - 1, "words before sở")) &&
      place.level == Level::kUnknown)
    place.level = Level::kProvince;
  const std::optional<UnitKind> kind = KindAt(words, i);
  if (!kind) return 1;
  std::optional<std::string> name;
  if (!words[i + kind->words - 1].ends) name = NameFrom(words, i + kind->words, all_upper);
  // "thành phố A, tỉnh B" was a unit of the former middle tier.
  const bool town =
      (kind->name == "thành phố" || kind->name == "tp") && name && NamesAProvince(words, all_upper);
  if (kind->level == "commune") {
    TakeCommune(place, kind->name, name, Level::kCommune);
  } else if (kind->level == "district" || town) {
    TakeCommune(place, kind->name, name, Level::kUnknown);
  } else {
    if (!place.province) place.province = name;
    if (place.level == Level::kUnknown && !place.commune) place.level = Level::kProvince;
  }
  return kind->words;
}

// The country's name stands beside the issuer's on the page, and may have been read with it.
void CutAtMotto(std::vector<Word>& words) {
  constexpr std::array<std::string_view, 4> kMotto = {"cộng", "hòa", "xã", "hội"};
  const auto at =
      std::search(words.begin(), words.end(), kMotto.begin(), kMotto.end(),
                  [](const Word& word, std::string_view of) { return word.folded == of; });
  words.erase(at, words.end());
}

Level LevelOfWords(std::string_view folded) {
  for (const auto& [begin, level] : Section("no ministries").entries()) {
    if (StartsWith(folded, begin)) return level == "province" ? Level::kProvince : Level::kUnknown;
  }
  const auto& bodies = Section("central bodies").entries();
  const bool central =
      StartsWith(folded, "bộ ") || std::any_of(bodies.begin(), bodies.end(), [&](const auto& body) {
        return folded.find(body.first) != std::string_view::npos;
      });
  return central ? Level::kCentral : Level::kUnknown;
}

bool IsCentralCode(std::string_view code) {
  if (Section("central codes").Has(code)) return true;
  const bool assembly = StartsWith(code, "qh") && code.size() > 2;
  return assembly || StartsWith(code, "ubtvqh") || EndsWith(code, "tw");
}

bool IsProvinceCode(std::string_view code) {
  if (Section("province codes").Has(code)) return true;
  return code.size() > 2 && EndsWith(code, "tu");  // VPTU, BTGTU, UBKTTU
}

}  // namespace

Place PlaceOfIssuer(std::string_view issuer) {
  Place place;
  std::vector<Word> words = SplitWords(issuer);
  CutAtMotto(words);
  const bool all_upper = IsAllUpper(issuer);
  for (size_t i = 0; i < words.size();) i += ReadUnit(place, words, i, all_upper);
  if (place.level == Level::kUnknown && !place.named())
    place.level = LevelOfWords(FoldForCompare(issuer));
  return place;
}

Level LevelOfSymbol(std::string_view canonical) {
  const std::string suffix = ToLower(SymbolSuffix(canonical));
  Level level = Level::kUnknown;
  size_t begin = 0;
  while (begin < suffix.size()) {
    const size_t end = std::min(suffix.find_first_of("-/", begin), suffix.size());
    const std::string_view code = std::string_view(suffix).substr(begin, end - begin);
    if (IsCentralCode(code)) return Level::kCentral;
    if (IsProvinceCode(code)) level = Level::kProvince;
    begin = end + 1;
  }
  return level;
}

Level LevelOf(const std::optional<std::string>& symbol, const std::optional<std::string>& issuer) {
  const Level by_issuer = issuer ? PlaceOfIssuer(*issuer).level : Level::kUnknown;
  if (by_issuer != Level::kUnknown || !symbol) return by_issuer;
  return LevelOfSymbol(*symbol);
}

Place ScopeOf(const Record& record) {
  Place scope;
  if (record.document.issuer) scope = PlaceOfIssuer(*record.document.issuer);
  if (scope.level == Level::kCentral || scope.province) return scope;
  std::set<std::string> provinces;
  const auto note = [&](std::string_view name) {
    if (auto place = PlaceOfIssuer(name); place.province) provinces.insert(*place.province);
  };
  for (const Citation& citation : record.citations) {
    if (citation.issuer) note(*citation.issuer);
  }
  for (const std::string& name : record.document.addressees) note(name);
  for (const std::string& name : record.document.recipients) note(name);
  if (provinces.size() == 1) scope.province = *provinces.begin();
  return scope;
}

}  // namespace congvan::store
