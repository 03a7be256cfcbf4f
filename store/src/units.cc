#include "units.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "store/queries.h"

namespace congvan::store {
namespace {

constexpr size_t kMostNear = 5;

std::vector<std::string> AllBodies(Internals& in) {
  std::vector<std::string> names;
  for (Rows rows = in.reads.agencies.Query(); rows.Next();) names.push_back(rows.Text(0));
  return names;
}

// Those with most of the words; of equals the shortest.
std::vector<std::string> Nearest(const NameMatcher& unit, const std::vector<std::string>& names) {
  std::vector<std::tuple<int, size_t, std::string>> scored;
  for (const std::string& name : names) {
    if (const int shared = unit.SharedWords(name); shared > 0)
      scored.emplace_back(-shared, name.size(), name);
  }
  std::sort(scored.begin(), scored.end());
  std::vector<std::string> nearest;
  for (size_t i = 0; i < std::min(scored.size(), kMostNear); ++i)
    nearest.push_back(std::get<2>(scored[i]));
  return nearest;
}

}  // namespace

bool IsNamedAnywhere(Internals& in, const NameMatcher& unit) {
  const std::vector<std::string> names = AllBodies(in);
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return unit.IsNamed(name); });
}

Result<FoundUnits> FindUnits(Store& store, std::string_view typed) {
  Internals& in = store.internals();
  const NameMatcher unit(typed);
  const std::vector<std::string> names = AllBodies(in);
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  FoundUnits found;
  const auto take = [&](auto fits) {
    std::copy_if(names.begin(), names.end(), std::back_inserter(found.names), fits);
  };
  take([&](const std::string& name) { return unit.IsNamed(name); });
  found.exact = !found.names.empty();
  if (!found.exact) take([&](const std::string& name) { return unit.Begins(name); });
  if (found.names.empty()) found.near = Nearest(unit, names);
  return found;
}

}  // namespace congvan::store
