// cluster.h: a document in the making: mentions that belong together, and how well another one
// fits. Pure; see identity.h for the rules.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "identity.h"

namespace congvan::store {

/// How well a mention fits a document: from contradiction to the best of signs.
enum class Fit { kNever, kPossible, kPlace, kDay, kDayAndPlace };

struct ByName {
  bool operator()(const Place& a, const Place& b) const {
    return std::tie(a.commune, a.province) < std::tie(b.commune, b.province);
  }
};

struct Cluster {
  std::vector<int> members;
  bool central = true;
  /// What its mentions say, the most precise each; several when they disagree and the place tells
  /// that one document is meant.
  std::set<PartialDate> days;
  bool dated = false;
  Place place;
  bool placed = false;
  std::set<Place, ByName> contexts;  ///< of members that name no place
  std::optional<std::string> context_province;
  bool own = false;
  std::string source;      ///< of a head that only its file tells apart
  bool ambiguous = false;  ///< could be several documents: nothing is joined to it

  void Add(const Mention& mention, int index);
};

bool IsPlaced(const Mention& mention);
/// Of the province or the centre.
bool IsAbove(Level level);
bool Contradict(const Mention& mention, const Cluster& cluster);
Fit FitOf(const Mention& mention, const Cluster& cluster);

/// Two days of one body's papers with this key that can only be one paper, of whose day one mention
/// is wrong. The State's numbers restart with the year (ND 30/2020/ND-CP, article 15) and did with
/// the merger of units on 1 July 2025; the Party's with each term, and in 2025 most committees
/// began one, so there only a day of the same month is taken for a slip.
bool OneNumberOfItsSeries(const std::string& key, const PartialDate& a, const PartialDate& b);

}  // namespace congvan::store
