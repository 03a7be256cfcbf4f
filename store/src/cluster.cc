#include "cluster.h"

#include <algorithm>
#include <string_view>

namespace congvan::store {
namespace {

template <class T>
bool Differ(const std::optional<T>& a, const std::optional<T>& b) {
  return a && b && *a != *b;
}

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

template <class T>
void Complete(std::optional<T>& known, const std::optional<T>& more) {
  if (!known) known = more;
}

// Of days that agree the most precise is kept.
void AddDay(std::set<PartialDate>& days, const std::optional<PartialDate>& said) {
  if (!said) return;
  const auto same = [&](const PartialDate& day) { return SameAsFarAsKnown(day, *said); };
  const auto at = std::find_if(days.begin(), days.end(), same);
  if (at != days.end()) {
    if (at->Iso().size() >= said->Iso().size()) return;
    days.erase(at);
  }
  days.insert(*said);
}

bool FitsADay(const PartialDate& day, const std::set<PartialDate>& days) {
  return days.empty() || std::any_of(days.begin(), days.end(), [&](const PartialDate& known) {
           return SameAsFarAsKnown(day, known);
         });
}

bool ContextsAgree(const Mention& m, const Cluster& c) {
  if (m.place.named()) return true;  // those that name a place come before those that do not
  if (c.place.named()) return LiesWithin(c.place, m.context);
  return !Differ(m.context.province, c.context_province);
}

bool ShareSurroundings(const Mention& m, const Cluster& c) {
  if (IsPlaced(m)) return c.placed && SamePlace(m.place, c.place);
  if (!m.source.empty() && m.source == c.source) return true;
  return c.placed ? IsAround(c.place, m.context) : c.contexts.contains(m.context);
}

bool IsPartyKey(std::string_view key) { return key.find('-') < key.find('/'); }

}  // namespace

bool IsPlaced(const Mention& m) { return m.place.named() || m.place.level == Level::kCentral; }

bool IsAbove(Level level) { return level == Level::kCentral || level == Level::kProvince; }

void Cluster::Add(const Mention& m, int index) {
  members.push_back(index);
  central = central && m.series != Series::kLocal;
  AddDay(days, DayOf(m));
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

bool Contradict(const Mention& m, const Cluster& c) {
  const auto day = DayOf(m);
  if (day && !FitsADay(*day, c.days)) return true;
  if (m.series != Series::kLocal && c.central) return false;
  if (!PlacesAgree(m.place, c.place)) return true;
  if (m.own && c.own && !(IsDated(m) && c.dated)) return true;
  return !ContextsAgree(m, c);
}

Fit FitOf(const Mention& m, const Cluster& c) {
  if (c.ambiguous || Contradict(m, c)) return Fit::kNever;
  const bool day = IsDated(m) && c.dated;
  if (ShareSurroundings(m, c)) return day ? Fit::kDayAndPlace : Fit::kPlace;
  return day ? Fit::kDay : Fit::kPossible;
}

bool OneNumberOfItsSeries(const std::string& key, const PartialDate& a, const PartialDate& b) {
  constexpr int kMergerYear = 2025, kMergerMonth = 7;
  if (a.year != b.year) return false;
  if (IsPartyKey(key)) return a.month == b.month;
  return a.year != kMergerYear || (a.month < kMergerMonth) == (b.month < kMergerMonth);
}

}  // namespace congvan::store
