// Which documents are cited, how often and since when.
#include <algorithm>
#include <set>
#include <tuple>

#include "catalogue.h"
#include "internals.h"
#include "names.h"
#include "reach.h"
#include "store/network.h"

namespace congvan::store {
namespace {

struct Tally {
  int mentions = 0;
  std::set<int> by;  // ranks
};

std::map<int, Tally> TallyLinks(const Net& net) {
  std::map<int, Tally> of;
  for (const Link& link : net.links()) {
    Tally& tally = of[link.to];
    tally.mentions += link.mentions;
    if (link.mentions > 0) tally.by.insert(link.from);
  }
  return of;
}

bool Wanted(const Catalogue& catalogue, int rank, const CitedFilter& filter) {
  const DocumentRow& row = catalogue.entries()[static_cast<size_t>(rank)].row;
  if (filter.missing_only && row.arrived) return false;
  if (filter.in && !catalogue.IsIn(rank, NameMatcher(*filter.in))) return false;
  return !filter.type || (row.type && NameKey(*row.type) == NameKey(*filter.type));
}

CitedRow RowOf(const Catalogue& catalogue, int rank, const Tally& tally) {
  CitedRow row;
  row.document = catalogue.entries()[static_cast<size_t>(rank)].row;
  row.mentions = tally.mentions;
  row.cited_by = static_cast<int>(tally.by.size());
  for (const int by : tally.by) {
    const DocumentRow& citing = catalogue.entries()[static_cast<size_t>(by)].row;
    row.by.push_back(citing.label);
    if (citing.date && (!row.since || *citing.date < *row.since)) row.since = citing.date;
  }
  return row;
}

}  // namespace

Result<std::vector<CitedRow>> ListCited(Store& store, const CitedFilter& filter) {
  Internals& in = store.internals();
  const Catalogue catalogue(in);
  const Net net(in, catalogue);
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  std::map<int, int> implemented_by;
  for (const Link& link : net.implements()) ++implemented_by[link.to];
  std::vector<CitedRow> rows;
  for (const auto& [rank, tally] : TallyLinks(net)) {
    if (!Wanted(catalogue, rank, filter)) continue;
    rows.push_back(RowOf(catalogue, rank, tally));
    rows.back().implemented_by = implemented_by[rank];
  }
  std::stable_sort(rows.begin(), rows.end(), [](const CitedRow& a, const CitedRow& b) {
    return std::tie(a.cited_by, a.mentions) > std::tie(b.cited_by, b.mentions);
  });
  return rows;
}

}  // namespace congvan::store
