#include "identity.h"

#include <algorithm>
#include <array>

#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "vocabulary.h"

namespace congvan::store {
namespace {

// Codes that several bodies of the centre share, each with numbers of its own.
bool IsSharedCode(std::string_view suffix) {
  const auto& shared = Section("shared central codes").entries();
  const std::string folded = ToLower(suffix);
  return std::any_of(shared.begin(), shared.end(), [&](const auto& code) {
    return folded.find(code.first) != std::string::npos;
  });
}

Series SeriesOf(const std::optional<std::string>& symbol, const std::optional<std::string>& type,
                Level level) {
  if (symbol) {
    if (level != Level::kCentral) return Series::kLocal;
    return IsSharedCode(SymbolSuffix(*symbol)) ? Series::kCentralByDate : Series::kCentralByYear;
  }
  if (type && IsNationalLaw(*type)) return Series::kCentralByYear;
  return level == Level::kCentral ? Series::kCentralByDate : Series::kLocal;
}

// A code of the centre outweighs what was read as the issuer.
Place PlaceOfMention(const std::optional<std::string>& symbol, Place by_words) {
  const Level by_symbol = symbol ? LevelOfSymbol(*symbol) : Level::kUnknown;
  if (by_symbol == Level::kCentral) return Place{Level::kCentral, std::nullopt, std::nullopt};
  if (by_words.level == Level::kUnknown) by_words.level = by_symbol;
  return by_words;
}

std::optional<PartialDate> DateOf(const std::optional<std::string>& symbol,
                                  const std::optional<PartialDate>& date) {
  if (date || !symbol) return date;
  const auto parsed = ParseSymbol(*symbol);
  return parsed && parsed->year != 0 ? MakeDate(parsed->year) : std::nullopt;
}

constexpr std::string_view kTitleKey = "title:";

// "luật" with "Luật Thủy sản" is "luật" with "Thủy sản".
std::string KeyOfTitle(const std::optional<std::string>& type,
                       const std::optional<std::string>& title) {
  const std::string kind = FoldForCompare(type.value_or(""));
  const std::string words = FoldForCompare(title.value_or(""));
  const bool repeated = !kind.empty() && StartsWith(words, kind + " ");
  return std::string(kTitleKey) + (repeated ? words : kind + " " + words);
}

// Drops the source where the mention can be told without it: such mentions are then equal, and cost
// nothing.
void SettleSource(Mention& m, std::string_view sha256) {
  const bool dated = m.date && m.date->complete();
  const bool told = m.series != Series::kLocal || dated || (m.place.named() && !m.own);
  if (!told) m.source = std::string(sha256);
}

}  // namespace

bool SameAsFarAsKnown(const PartialDate& a, const PartialDate& b) {
  if (a.year != b.year) return false;
  if (a.month == 0 || b.month == 0) return true;
  if (a.month != b.month) return false;
  return a.day == 0 || b.day == 0 || a.day == b.day;
}

std::optional<PartialDate> DayOf(const Mention& m) {
  if (m.date && m.series == Series::kCentralByYear) return MakeDate(m.date->year);
  return m.date;
}

bool IsDated(const Mention& m) {
  return m.date && (m.series == Series::kCentralByYear || m.date->complete());
}

bool IsNationalLaw(std::string_view type) {
  constexpr std::array<std::string_view, 5> kTypes = {"luật", "bộ luật", "hiến pháp", "pháp lệnh",
                                                      "điều lệ"};
  return std::find(kTypes.begin(), kTypes.end(), FoldForCompare(type)) != kTypes.end();
}

std::optional<std::string> LawTitleKey(const std::optional<std::string>& type,
                                       const std::optional<std::string>& title) {
  if (!type || !title || !IsNationalLaw(*type)) return std::nullopt;
  return KeyOfTitle(type, title);
}

bool IsTitleKey(std::string_view key) { return StartsWith(key, kTitleKey); }

bool DatesAgree(const Mention& a, const Mention& b) {
  const auto day_a = DayOf(a), day_b = DayOf(b);
  return !day_a || !day_b || SameAsFarAsKnown(*day_a, *day_b);
}

bool TellsProvince(const Mention& m) {
  return m.series == Series::kLocal && IsDated(m) && m.place.level == Level::kProvince &&
         m.place.province;
}

bool AsksForProvince(const Mention& m) {
  return m.series == Series::kLocal && !m.place.named() && m.place.level != Level::kCommune &&
         m.context.named() && !m.context.province;
}

Mention InProvince(Mention m, const std::string& province) {
  m.context.province = province;
  if (m.place.level == Level::kProvince) m.place.province = province;
  return m;
}

Mention MentionOfHead(const DocumentHead& head, const Place& scope, std::string_view sha256) {
  Mention m;
  m.key = head.symbol ? SymbolKey(*head.symbol) : "file:" + std::string(sha256);
  m.date = DateOf(head.symbol, head.date);
  m.place = PlaceOfMention(head.symbol, scope);
  m.series = SeriesOf(head.symbol, head.type, m.place.level);
  m.own = head.role == Role::kMain;
  SettleSource(m, sha256);
  return m;
}

Mention MentionOfCitation(const Citation& citation, const Place& scope, std::string_view sha256) {
  Mention m;
  if (citation.symbol) {
    m.key = SymbolKey(*citation.symbol);
  } else {
    m.key = KeyOfTitle(citation.type, citation.title);
    if (!citation.title) m.key.append(" ").append(sha256);  // the type alone is nothing to go by
  }
  m.date = DateOf(citation.symbol, citation.date);
  m.place =
      PlaceOfMention(citation.symbol, citation.issuer ? PlaceOfIssuer(*citation.issuer) : Place{});
  m.series = SeriesOf(citation.symbol, citation.type, m.place.level);
  if (m.series == Series::kLocal) {
    if (m.place.level == Level::kProvince && !m.place.province) m.place.province = scope.province;
    if (m.place.level == Level::kCommune && !m.place.commune) m.place.commune = scope.commune;
    if (m.place.commune && !m.place.province) m.place.province = scope.province;
    if (!m.place.named()) m.context = scope;
  }
  SettleSource(m, sha256);
  return m;
}

}  // namespace congvan::store
