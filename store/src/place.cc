#include "place.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"

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

bool IsUnitKind(std::string_view folded) {
  constexpr std::array<std::string_view, 9> kKinds = {"xã",  "phường", "tỉnh",  "huyện", "quận",
                                                      "thị", "đặc",    "thành", "tp"};
  return std::find(kKinds.begin(), kKinds.end(), folded) != kKinds.end();
}

// The name that begins with words[at]: capitalised words up to punctuation or the next kind of
// unit.
std::optional<std::string> NameFrom(const std::vector<Word>& words, size_t at, bool all_upper) {
  std::string name;
  for (size_t i = at; i < words.size(); ++i) {
    const Word& word = words[i];
    if (!StartsName(word, all_upper) || word.folded == "-" || word.text.front() == '(') break;
    if (i > at && IsUnitKind(word.folded) &&
        (all_upper || !IsUpper(DecodeAt(word.text, 0).code_point)))
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

// What the words at `i` say about the place: a kind of unit, and the name behind it.
void ReadUnit(Place& place, const std::vector<Word>& words, size_t i, bool all_upper) {
  const std::string& first = words[i].folded;
  const std::string second = i + 1 < words.size() ? words[i + 1].folded : std::string();
  const auto name = [&](size_t skip) -> std::optional<std::string> {
    if (words[i + skip - 1].ends) return std::nullopt;
    return NameFrom(words, i + skip, all_upper);
  };
  if (first == "xã" && second != "hội") TakeCommune(place, "xã", name(1), Level::kCommune);
  if (first == "phường") TakeCommune(place, "phường", name(1), Level::kCommune);
  if (first == "đặc" && second == "khu") TakeCommune(place, "đặc khu", name(2), Level::kCommune);
  if (first == "thị" && second == "trấn") TakeCommune(place, "thị trấn", name(2), Level::kCommune);
  if (first == "huyện") TakeCommune(place, "huyện", name(1), Level::kUnknown);
  const bool two = (first == "tỉnh" && second == "ủy") || (first == "thành" && second == "ủy") ||
                   (first == "thành" && second == "phố");
  if (two || first == "tỉnh" || first == "tp") {
    if (!place.province) place.province = name(two ? 2 : 1);
    if (place.level == Level::kUnknown && !place.commune) place.level = Level::kProvince;
  }
  if (first == "sở" && place.level == Level::kUnknown) place.level = Level::kProvince;
}

// The country's name stands beside the issuer's on the page, and may have been read with it.
void CutAtMotto(std::vector<Word>& words) {
  constexpr std::array<std::string_view, 4> kMotto = {"cộng", "hòa", "xã", "hội"};
  const auto at =
      std::search(words.begin(), words.end(), kMotto.begin(), kMotto.end(),
                  [](const Word& word, std::string_view of) { return word.folded == of; });
  words.erase(at, words.end());
}

bool IsCentralBody(std::string_view folded) {
  constexpr std::array<std::string_view, 12> kBodies = {
      "chính phủ",          "thủ tướng",          "quốc hội",      "trung ương",
      "bộ chính trị",       "ban bí thư",         "chủ tịch nước", "nhân dân tối cao",
      "kiểm toán nhà nước", "ngân hàng nhà nước", "bộ trưởng",     "tổng bí thư"};
  return StartsWith(folded, "bộ ") ||
         std::any_of(kBodies.begin(), kBodies.end(), [&](std::string_view body) {
           return folded.find(body) != std::string_view::npos;
         });
}

bool IsCentralCode(std::string_view code) {
  constexpr std::array<std::string_view, 42> kCodes = {
      "tw",      "bct",     "ctn",    "cp",      "ttg",    "vpcp",    "tctttg", "tgv",   "cqttbcđ",
      "bkhcn",   "btc",     "bnv",    "bca",     "bqp",    "bxd",     "bnnmt",  "btp",   "bgdđt",
      "byt",     "bvhttdl", "bdttg",  "bng",     "btttt",  "bkhđt",   "bgtvt",  "btnmt", "bnnptnt",
      "blđtbxh", "bkh",     "nhnn",   "ttcp",    "tandtc", "vksndtc", "ktnn",   "ubdt",  "vpqh",
      "vptw",    "bcđtw",   "ubkttw", "btgdvtw", "btctw",  "bnctw"};
  if (std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end()) return true;
  const bool assembly = StartsWith(code, "qh") && code.size() > 2;
  return assembly || StartsWith(code, "ubtvqh") || EndsWith(code, "tw");
}

bool IsProvinceCode(std::string_view code) {
  constexpr std::array<std::string_view, 16> kCodes = {
      "tu",  "skhcn",   "stc", "snv",   "sxd",   "snnmt", "sgdđt", "syt",
      "stp", "svhttdl", "sct", "stttt", "skhđt", "sgtvt", "stnmt", "snnptnt"};
  if (std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end()) return true;
  return code.size() > 2 && EndsWith(code, "tu");  // VPTU, BTGTU, UBKTTU
}

}  // namespace

Place PlaceOfIssuer(std::string_view issuer) {
  Place place;
  std::vector<Word> words = SplitWords(issuer);
  CutAtMotto(words);
  const bool all_upper = IsAllUpper(issuer);
  for (size_t i = 0; i < words.size(); ++i) ReadUnit(place, words, i, all_upper);
  if (place.level == Level::kUnknown && !place.named() && IsCentralBody(FoldForCompare(issuer)))
    place.level = Level::kCentral;
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
