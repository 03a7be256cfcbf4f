#include "identity.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

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

bool SameAsFarAsKnown(const PartialDate& a, const PartialDate& b) {
  if (a.year != b.year) return false;
  if (a.month == 0 || b.month == 0) return true;
  if (a.month != b.month) return false;
  return a.day == 0 || b.day == 0 || a.day == b.day;
}

// What a series numbers by: the State's and the Party's central numbers run through a year.
std::optional<PartialDate> DayOf(const Mention& m) {
  if (m.date && m.series == Series::kCentralByYear) return MakeDate(m.date->year);
  return m.date;
}

bool IsDated(const Mention& m) {
  return m.date && (m.series == Series::kCentralByYear || m.date->complete());
}

bool IsPlaced(const Mention& m) { return m.place.named() || m.place.level == Level::kCentral; }

template <class T>
bool Differ(const std::optional<T>& a, const std::optional<T>& b) {
  return a && b && *a != *b;
}

bool IsAbove(Level level) { return level == Level::kCentral || level == Level::kProvince; }

bool PlacesAgree(const Place& a, const Place& b) {
  const bool levels =
      a.level == Level::kUnknown || b.level == Level::kUnknown || a.level == b.level;
  const bool above = (a.commune && IsAbove(b.level)) || (b.commune && IsAbove(a.level));
  return levels && !above && !Differ(a.province, b.province) && !Differ(a.commune, b.commune);
}

// A paper that names an issuer without a place means one of its own commune or province.
bool LiesWithin(const Place& place, const Place& context) {
  if (place.commune && Differ(place.commune, context.commune)) return false;
  return !Differ(place.province, context.province);
}

bool SamePlace(const Place& a, const Place& b) {
  if (a.level == Level::kCentral || b.level == Level::kCentral) return a.level == b.level;
  if (a.commune || b.commune) return a.commune == b.commune;
  return a.province && a.province == b.province;
}

bool IsAround(const Place& place, const Place& context) {
  if (place.commune) return context.commune == place.commune;
  return place.province && context.province == place.province;
}

struct ByName {
  bool operator()(const Place& a, const Place& b) const {
    return std::tie(a.commune, a.province) < std::tie(b.commune, b.province);
  }
};

template <class T>
void Complete(std::optional<T>& known, const std::optional<T>& more) {
  if (!known) known = more;
}

// How well a mention fits a document: from contradiction to the best of signs.
enum class Fit { kNever, kPossible, kPlace, kDay, kDayAndPlace };

// A document in the making: all that its mentions say, which agree with each other.
struct Cluster {
  std::vector<int> members;
  bool central = true;
  std::optional<PartialDate> day;
  bool dated = false;
  Place place;
  bool placed = false;
  std::set<Place, ByName> contexts;  // of members that name no place
  std::optional<std::string> context_province;
  bool own = false;
  std::string source;      // of a head that only its file tells apart
  bool ambiguous = false;  // could be several documents: nothing is joined to it

  void Add(const Mention& m, int index) {
    members.push_back(index);
    central = central && m.series != Series::kLocal;
    const auto said = DayOf(m);
    if (said && (!day || day->Iso().size() < said->Iso().size())) day = said;
    dated = dated || IsDated(m);
    placed = placed || IsPlaced(m);
    if (place.level == Level::kUnknown) place.level = m.place.level;
    Complete(place.province, m.place.province);
    Complete(place.commune, m.place.commune);
    if (!m.place.named() && m.context.named()) contexts.insert(m.context);
    if (!m.place.named()) Complete(context_province, m.context.province);
    own = own || m.own;
    if (m.own) source = m.source;
  }
};

bool ContextsAgree(const Mention& m, const Cluster& c) {
  if (m.place.named()) return true;  // those that name a place come before those that do not
  if (c.place.named()) return LiesWithin(c.place, m.context);
  return !Differ(m.context.province, c.context_province);
}

bool Contradict(const Mention& m, const Cluster& c) {
  const auto day = DayOf(m);
  if (day && c.day && !SameAsFarAsKnown(*day, *c.day)) return true;
  if (m.series != Series::kLocal && c.central) return false;
  if (!PlacesAgree(m.place, c.place)) return true;
  if (m.own && c.own && !(IsDated(m) && c.dated)) return true;
  return !ContextsAgree(m, c);
}

bool ShareSurroundings(const Mention& m, const Cluster& c) {
  if (IsPlaced(m)) return c.placed && SamePlace(m.place, c.place);
  if (!m.source.empty() && m.source == c.source) return true;
  return c.placed ? IsAround(c.place, m.context) : c.contexts.contains(m.context);
}

Fit FitOf(const Mention& m, const Cluster& c) {
  if (c.ambiguous || Contradict(m, c)) return Fit::kNever;
  const bool day = IsDated(m) && c.dated;
  if (ShareSurroundings(m, c)) return day ? Fit::kDayAndPlace : Fit::kPlace;
  return day ? Fit::kDay : Fit::kPossible;
}

// The more a mention says, the earlier it is heard: what names place and day founds documents, what
// names one of the two comes to them, and the rest looks for what it could mean.
int StageOf(const Mention& m) { return (IsPlaced(m) ? 0 : 2) + (IsDated(m) ? 0 : 1); }

int Precision(const Mention& m) {
  int precision = m.own ? 1 : 0;
  if (m.place.commune && m.place.province) precision += 32;
  if (m.context.province) precision += 16;
  if (m.place.level != Level::kUnknown) precision += 8;
  if (m.context.commune) precision += 4;
  if (m.date) precision += m.date->month != 0 ? 3 : 2;
  return precision;
}

// Joins a mention or a document in the making to the one document that it can mean. All of a stage
// choose before any is joined, so that none is preferred for having come first; of two that choose
// the same document and contradict each other neither gets it.
class Clusterer {
 public:
  explicit Clusterer(const std::vector<Mention>& mentions) : mentions_(mentions) {}

  std::vector<int> Run() {
    const std::vector<int> order = Distinct();
    std::array<std::vector<int>, 4> stages;
    for (int index : order) stages[static_cast<size_t>(StageOf(At(index)))].push_back(index);
    Gather(stages[0], Fit::kDayAndPlace);
    Gather(Attach(stages[1], Fit::kPlace), Fit::kPlace);
    const size_t first_unplaced = clusters_.size();
    Gather(Attach(stages[2], Fit::kDay), Fit::kDay);
    AttachDated(first_unplaced);
    GatherVague(Attach(stages[3], Fit::kPossible));
    return Numbers();
  }

 private:
  [[nodiscard]] const Mention& At(int index) const { return mentions_[static_cast<size_t>(index)]; }
  Cluster& ClusterAt(int number) { return clusters_[static_cast<size_t>(number)]; }

  // One of each kind, in an order of their own; the others get its number in the end.
  std::vector<int> Distinct() {
    std::map<std::string, int> first;
    twin_of_.resize(mentions_.size());
    for (size_t i = 0; i < mentions_.size(); ++i) {
      const auto [it, fresh] = first.try_emplace(ToProfile(mentions_[i]), static_cast<int>(i));
      twin_of_[i] = it->second;
    }
    std::vector<int> order;
    for (const auto& [profile, index] : first) order.push_back(index);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return Precision(At(a)) > Precision(At(b)); });
    return order;
  }

  int Found(int index, bool ambiguous) {
    const int number = static_cast<int>(clusters_.size());
    Cluster& cluster = clusters_.emplace_back();
    cluster.Add(At(index), index);
    cluster.ambiguous = ambiguous;
    (cluster.place.commune ? by_commune_[*cluster.place.commune] : without_commune_)
        .push_back(number);
    return number;
  }

  // Documents that fit best, two at most: with two nothing is decided. Those of other communes are
  // left out unseen: there may be thousands.
  std::vector<int> BestFor(const Mention& m, Fit least, size_t before) {
    std::vector<int> best;
    Fit fit = least;
    const auto look = [&](const std::vector<int>& numbers) {
      for (int number : numbers) {
        if (static_cast<size_t>(number) >= before) break;
        const Fit here = FitOf(m, ClusterAt(number));
        if (here == Fit::kNever || here < fit) continue;
        if (here > fit) best.clear();
        fit = here;
        if (best.size() < 2) best.push_back(number);
      }
    };
    look(without_commune_);
    if (IsAbove(m.place.level) || (m.place.named() && !m.place.commune)) return best;
    const auto& commune = m.place.named() ? m.place.commune : m.context.commune;
    if (commune) {
      if (const auto it = by_commune_.find(*commune); it != by_commune_.end()) look(it->second);
    } else {
      for (const auto& [name, numbers] : by_commune_) look(numbers);
    }
    return best;
  }

  // Gives back those that found nothing.
  std::vector<int> Attach(const std::vector<int>& stage, Fit least) {
    std::vector<int> rest;
    std::map<int, std::vector<int>> choices;
    const size_t before = clusters_.size();
    for (int index : stage) {
      const std::vector<int> best = BestFor(At(index), least, before);
      if (best.empty()) rest.push_back(index);
      if (best.size() == 1) choices[best.front()].push_back(index);
      if (best.size() > 1) Found(index, true);
    }
    for (const auto& [number, chosen_by] : choices) Accept(number, chosen_by);
    return rest;
  }

  void Accept(int number, const std::vector<int>& chosen_by) {
    Cluster joined = ClusterAt(number);
    const bool agree = std::all_of(chosen_by.begin(), chosen_by.end(), [&](int index) {
      if (Contradict(At(index), joined)) return false;
      joined.Add(At(index), index);
      return true;
    });
    if (agree) {
      ClusterAt(number) = std::move(joined);
      return;
    }
    std::vector<Cluster> singles(chosen_by.size());
    for (size_t i = 0; i < singles.size(); ++i) singles[i].Add(At(chosen_by[i]), chosen_by[i]);
    for (int index : chosen_by) {
      const bool contradicted = std::any_of(singles.begin(), singles.end(), [&](const Cluster& c) {
        return c.members.front() != index && Contradict(At(index), c);
      });
      if (contradicted) {
        Found(index, true);
      } else {
        ClusterAt(number).Add(At(index), index);
      }
    }
  }

  void Gather(const std::vector<int>& stage, Fit least) {
    for (int index : stage) {
      const std::vector<int> best = BestFor(At(index), least, clusters_.size());
      if (best.size() == 1) {
        ClusterAt(best.front()).Add(At(index), index);
      } else {
        Found(index, !best.empty());
      }
    }
  }

  // What found nothing that it could mean belongs together in one surroundings, or in one file.
  void GatherVague(const std::vector<int>& stage) {
    std::map<std::tuple<std::optional<std::string>, std::optional<std::string>, std::string>,
             std::vector<int>>
        founded;
    for (int index : stage) {
      const Mention& m = At(index);
      const bool known = m.context.named();
      auto& there = founded[{m.context.commune, m.context.province, known ? "" : m.source}];
      std::vector<int> best;
      for (int number : there) {
        if (FitOf(m, ClusterAt(number)) >= Fit::kPlace) best.push_back(number);
      }
      if (best.size() == 1) {
        ClusterAt(best.front()).Add(m, index);
      } else {
        there.push_back(Found(index, !best.empty()));
      }
    }
  }

  bool AllFit(const Cluster& group, const Cluster& c) {
    return std::all_of(group.members.begin(), group.members.end(),
                       [&](int index) { return FitOf(At(index), c) != Fit::kNever; });
  }

  // The documents from `first` on name a day and no place; before it some name a place and no day.
  void AttachDated(size_t first) {
    std::map<int, std::vector<int>> choices;
    const int end = static_cast<int>(clusters_.size());
    for (int group = static_cast<int>(first); group < end; ++group) {
      if (ClusterAt(group).ambiguous) continue;
      // The first member says most.
      const std::vector<int> best =
          BestFor(At(ClusterAt(group).members.front()), Fit::kPossible, first);
      ClusterAt(group).ambiguous = best.size() > 1;
      if (best.size() == 1 && AllFit(ClusterAt(group), ClusterAt(best.front())))
        choices[best.front()].push_back(group);
    }
    for (const auto& [number, groups] : choices) {
      for (int group : groups) {
        Cluster& given = ClusterAt(group);
        given.ambiguous = groups.size() > 1;
        if (given.ambiguous) continue;
        for (int index : given.members) ClusterAt(number).Add(At(index), index);
        given = Cluster();
        given.ambiguous = true;  // empty now
      }
    }
  }

  std::vector<int> Numbers() {
    std::vector<int> cluster_of(mentions_.size(), 0);
    for (size_t c = 0; c < clusters_.size(); ++c) {
      for (int index : clusters_[c].members)
        cluster_of[static_cast<size_t>(index)] = static_cast<int>(c);
    }
    for (size_t i = 0; i < cluster_of.size(); ++i)
      cluster_of[i] = cluster_of[static_cast<size_t>(twin_of_[i])];
    return cluster_of;
  }

  const std::vector<Mention>& mentions_;
  std::vector<int> twin_of_;
  std::vector<Cluster> clusters_;
  std::map<std::string, std::vector<int>> by_commune_;
  std::vector<int> without_commune_;
};
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

std::vector<int> ClusterMentions(const std::vector<Mention>& mentions) {
  return Clusterer(mentions).Run();
}

}  // namespace congvan::store
