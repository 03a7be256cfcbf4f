#include "row_filter.h"

#include <algorithm>

#include "units.h"

namespace congvan::store {
namespace {

std::optional<NameMatcher> MatcherOf(const std::optional<std::string>& typed) {
  if (!typed) return std::nullopt;
  return NameMatcher(*typed);
}

}  // namespace

RowFilter::RowFilter(Internals& in, const Catalogue& catalogue,
                     const std::optional<std::string>& unit,
                     const std::optional<std::string>& place,
                     const std::optional<std::string>& text)
    : catalogue_(catalogue),
      unit_(MatcherOf(unit)),
      place_(MatcherOf(place)),
      words_(MatcherOf(text)),
      beginnings_(unit_ && !IsNamedAnywhere(in, *unit_)) {}

bool RowFilter::IsInPlace(int rank) {
  if (!place_) return true;
  const auto [it, fresh] = places_.try_emplace(rank, false);
  if (fresh) it->second = catalogue_.IsIn(rank, *place_);
  return it->second;
}

bool RowFilter::NamesUnit(const std::vector<std::string>& names) {
  return !unit_ || std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const auto [it, fresh] = units_.try_emplace(name, false);
    if (fresh) it->second = beginnings_ ? unit_->Begins(name) : unit_->IsNamed(name);
    return it->second;
  });
}

bool RowFilter::HasText(const std::string& text) const { return !words_ || words_->HasWords(text); }

std::vector<std::string> LabelsOf(const Catalogue& catalogue, const std::vector<int>& ranks) {
  std::vector<std::string> labels;
  labels.reserve(ranks.size());
  for (int rank : ranks) labels.push_back(catalogue.entries()[static_cast<size_t>(rank)].row.label);
  return labels;
}

}  // namespace congvan::store
