#include "identity.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::store {
namespace {

// Codes that several bodies of the centre share, each with numbers of its own.
bool IsSharedCode(std::string_view suffix) {
  constexpr std::array<std::string_view, 4> kShared = {"BCĐ", "TGV", "TCT", "HĐTĐ"};
  return std::any_of(kShared.begin(), kShared.end(), [&](std::string_view code) {
    return suffix.find(code) != std::string_view::npos;
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

bool SameAsFarAsKnown(const PartialDate& a, const PartialDate& b) {
  if (a.year != b.year) return false;
  if (a.month == 0 || b.month == 0) return true;
  if (a.month != b.month) return false;
  return a.day == 0 || b.day == 0 || a.day == b.day;
}

bool DatesAgree(const Mention& a, const Mention& b) {
  if (!a.date || !b.date) return true;
  if (a.series == Series::kCentralByYear && b.series == Series::kCentralByYear)
    return a.date->year == b.date->year;
  return SameAsFarAsKnown(*a.date, *b.date);
}

bool SameCompleteDate(const Mention& a, const Mention& b) {
  return a.date && b.date && a.date->complete() && *a.date == *b.date;
}

template <class T>
bool Differ(const std::optional<T>& a, const std::optional<T>& b) {
  return a && b && *a != *b;
}

bool PlacesAgree(const Place& a, const Place& b) {
  const bool levels =
      a.level == Level::kUnknown || b.level == Level::kUnknown || a.level == b.level;
  return levels && !Differ(a.province, b.province) && !Differ(a.commune, b.commune);
}

// A paper that names an issuer without a place means one of its own commune or province.
bool LiesWithin(const Place& place, const Place& context) {
  if (place.commune)
    return !Differ(place.commune, context.commune) && !Differ(place.province, context.province);
  return !Differ(place.province, context.province);
}

bool ContextAgrees(const Mention& unplaced, const Mention& placed) {
  return unplaced.place.named() || !placed.place.named() ||
         LiesWithin(placed.place, unplaced.context);
}

bool Contradict(const Mention& a, const Mention& b) {
  if (!DatesAgree(a, b)) return true;
  const bool central = a.series != Series::kLocal && b.series != Series::kLocal;
  if (central) return false;
  if (!PlacesAgree(a.place, b.place)) return true;
  if (a.own && b.own && !SameCompleteDate(a, b)) return true;
  return !ContextAgrees(a, b) || !ContextAgrees(b, a);
}

bool SamePlace(const Place& a, const Place& b) {
  if (a.commune || b.commune) return a.commune == b.commune;
  return a.province && a.province == b.province && a.level == b.level;
}

bool PlacedInContext(const Mention& unplaced, const Mention& placed) {
  const Place& context = unplaced.context;
  if (unplaced.place.named() || !placed.place.named()) return false;
  if (placed.place.commune) return context.commune == placed.place.commune;
  return context.province == placed.place.province;
}

bool SameContext(const Mention& a, const Mention& b) {
  return !a.place.named() && !b.place.named() && a.context.named() &&
         a.context.commune == b.context.commune && a.context.province == b.context.province;
}

// A sign that two mentions which do not contradict each other mean one document.
bool HasSign(const Mention& a, const Mention& b) {
  if (a.series != Series::kLocal && b.series != Series::kLocal) return true;
  return SameCompleteDate(a, b) || SamePlace(a.place, b.place) || PlacedInContext(a, b) ||
         PlacedInContext(b, a) || SameContext(a, b) || (!a.source.empty() && a.source == b.source);
}

int Precision(const Mention& m) {
  int precision = m.own ? 1 : 0;
  if (m.date) precision += 2 + (m.date->month != 0 ? 2 : 0) + (m.date->complete() ? 6 : 0);
  if (m.place.named()) precision += 8;
  if (m.place.commune && m.place.province) precision += 1;
  if (m.context.named()) precision += 1;
  return precision;
}

bool Fits(const Mention& mention, const std::vector<int>& members,
          const std::vector<Mention>& all) {
  bool sign = false;
  for (int member : members) {
    const Mention& other = all[static_cast<size_t>(member)];
    if (Contradict(mention, other)) return false;
    sign = sign || HasSign(mention, other);
  }
  return sign;
}

std::optional<PartialDate> DateOf(const std::optional<std::string>& symbol,
                                  const std::optional<PartialDate>& date) {
  if (date || !symbol) return date;
  const auto parsed = ParseSymbol(*symbol);
  return parsed && parsed->year != 0 ? MakeDate(parsed->year) : std::nullopt;
}

// Drops the source where the mention can be told without it: such mentions are then equal, and cost
// nothing.
void SettleSource(Mention& m, std::string_view sha256) {
  const bool dated = m.date && m.date->complete();
  const bool told = m.series != Series::kLocal || dated || (m.place.named() && !m.own);
  if (!told) m.source = std::string(sha256);
}

constexpr char kSeparator = '\t';

// "=" tells an empty name from none.
void AppendField(std::string& out, const std::optional<std::string>& text) {
  out += kSeparator;
  if (!text) return;
  out += '=';
  out += *text;
}

std::optional<std::string> FromField(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text.substr(1));
}

std::vector<std::string_view> SplitFields(std::string_view line) {
  std::vector<std::string_view> fields;
  size_t begin = 0;
  while (begin <= line.size()) {
    const size_t end = std::min(line.find(kSeparator, begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return fields;
}

char Digit(int number) { return static_cast<char>('0' + number); }

void AppendPlace(std::string& out, const Place& place) {
  out += kSeparator;
  out += Digit(static_cast<int>(place.level));
  AppendField(out, place.province);
  AppendField(out, place.commune);
}

Place ReadPlace(const std::vector<std::string_view>& fields, size_t at) {
  Place place;
  if (!fields[at].empty()) place.level = static_cast<Level>(fields[at].front() - '0');
  place.province = FromField(fields[at + 1]);
  place.commune = FromField(fields[at + 2]);
  return place;
}

}  // namespace

bool IsNationalLaw(std::string_view type) {
  constexpr std::array<std::string_view, 5> kTypes = {"luật", "bộ luật", "hiến pháp", "pháp lệnh",
                                                      "điều lệ"};
  return std::find(kTypes.begin(), kTypes.end(), FoldForCompare(type)) != kTypes.end();
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
    m.key = "title:";
    m.key += FoldForCompare(citation.type.value_or("") + " " + citation.title.value_or(""));
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

std::string ToProfile(const Mention& mention) {
  std::string out(1, Digit(static_cast<int>(mention.series)));
  out += kSeparator;
  if (mention.date) out += mention.date->Iso();
  AppendPlace(out, mention.place);
  AppendPlace(out, mention.context);
  out += kSeparator;
  out += mention.own ? "own" : "";
  out += kSeparator;
  out += mention.source;
  return out;
}

Mention FromProfile(std::string_view key, std::string_view profile) {
  Mention m;
  m.key = std::string(key);
  const std::vector<std::string_view> fields = SplitFields(profile);
  constexpr size_t kFields = 10;
  if (fields.size() != kFields || fields[0].empty()) return m;  // not ours: like no other
  m.series = static_cast<Series>(fields[0].front() - '0');
  m.date = ParseIsoDate(fields[1]);
  m.place = ReadPlace(fields, 2);
  m.context = ReadPlace(fields, 5);
  m.own = fields[8] == "own";
  m.source = std::string(fields[9]);
  return m;
}

std::vector<int> ClusterMentions(const std::vector<Mention>& mentions) {
  std::vector<std::string> profiles;
  for (const Mention& m : mentions) profiles.push_back(ToProfile(m));
  std::vector<int> order(mentions.size());
  std::iota(order.begin(), order.end(), 0);
  const auto at = [](const auto& list, int index) -> const auto& {
    return list[static_cast<size_t>(index)];
  };
  // The most precise first, so that the vaguer ones find what they could mean.
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    const int pa = Precision(at(mentions, a)), pb = Precision(at(mentions, b));
    return pa != pb ? pa > pb : at(profiles, a) < at(profiles, b);
  });
  std::vector<int> cluster_of(mentions.size(), -1);
  std::vector<std::vector<int>> clusters;
  std::vector<bool> on_its_own;
  int previous = -1;
  for (int index : order) {
    int& cluster = cluster_of[static_cast<size_t>(index)];
    if (previous >= 0 && at(profiles, index) == at(profiles, previous)) {
      cluster = at(cluster_of, previous);
      continue;
    }
    previous = index;
    std::vector<int> fitting;
    for (size_t c = 0; c < clusters.size(); ++c) {
      if (!on_its_own[c] && Fits(at(mentions, index), clusters[c], mentions))
        fitting.push_back(static_cast<int>(c));
    }
    if (fitting.size() == 1) {
      cluster = fitting.front();
      clusters[static_cast<size_t>(cluster)].push_back(index);
      continue;
    }
    cluster = static_cast<int>(clusters.size());
    clusters.push_back({index});
    on_its_own.push_back(fitting.size() > 1);
  }
  return cluster_of;
}

}  // namespace congvan::store
