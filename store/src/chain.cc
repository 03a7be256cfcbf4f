// How one document hangs on another, and what a change of it touches.
#include <algorithm>
#include <deque>
#include <map>

#include "catalogue.h"
#include "internals.h"
#include "reach.h"
#include "store/network.h"

namespace congvan::store {
namespace {

const DocumentRow& RowAt(const Catalogue& catalogue, int rank) {
  return catalogue.entries()[static_cast<size_t>(rank)].row;
}

bool Changes(RelationKind kind) {
  return kind == RelationKind::kAmends || kind == RelationKind::kReplaces ||
         kind == RelationKind::kRepeals;
}

// Without the other, this one would not be as it is.
bool RestsOn(RelationKind kind) {
  return kind == RelationKind::kImplements || kind == RelationKind::kBasedOn ||
         kind == RelationKind::kGuides || kind == RelationKind::kIssuedWith;
}

// The links by which a search may go on, and in which order they are tried: by rank of their ends.
template <class May>
std::map<int, std::vector<const Link*>> LinksFrom(const Net& net, bool backwards, May may) {
  std::map<int, std::vector<const Link*>> out;
  for (const Link& link : net.links()) {
    if (may(link.relation)) out[backwards ? link.to : link.from].push_back(&link);
  }
  return out;
}

// For each document reached from `start` the link by which the search came to it; nearest first in
// `order`.
struct Reached {
  std::map<int, const Link*> came_by;
  std::vector<int> order;
};

Reached Spread(const std::map<int, std::vector<const Link*>>& links, int start, bool backwards) {
  Reached reached;
  reached.came_by[start] = nullptr;
  std::deque<int> queue = {start};
  while (!queue.empty()) {
    const int at = queue.front();
    queue.pop_front();
    reached.order.push_back(at);
    const auto it = links.find(at);
    if (it == links.end()) continue;
    for (const Link* link : it->second) {
      const int next = backwards ? link->from : link->to;
      if (reached.came_by.emplace(next, link).second) queue.push_back(next);
    }
  }
  return reached;
}

std::vector<ChainLink> Way(const Catalogue& catalogue, const Reached& reached, int to) {
  std::vector<ChainLink> way;
  const auto found = reached.came_by.find(to);
  if (found == reached.came_by.end()) return way;
  for (const Link* link = found->second; link != nullptr; link = reached.came_by.at(link->from)) {
    way.push_back(
        {RowAt(catalogue, link->from), RowAt(catalogue, link->to), link->relation, link->verb});
  }
  std::reverse(way.begin(), way.end());
  return way;
}

std::map<int, std::vector<Change>> ChangesOf(const Catalogue& catalogue, const Net& net) {
  std::map<int, std::vector<Change>> changes;
  for (const Link& link : net.links()) {
    if (!Changes(link.relation)) continue;
    changes[link.to].push_back(
        {RowAt(catalogue, link.from), RowAt(catalogue, link.to), link.relation, link.verb});
  }
  return changes;
}

}  // namespace

Result<std::vector<ChainLink>> FindChain(Store& store, int64_t from, int64_t to) {
  Internals& in = store.internals();
  const Catalogue catalogue(in);
  const Net net(in, catalogue);
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  const int start = catalogue.RankOf(from), end = catalogue.RankOf(to);
  if (start < 0 || end < 0) return std::vector<ChainLink>{};
  const auto strong =
      LinksFrom(net, false, [](RelationKind kind) { return RestsOn(kind) || Changes(kind); });
  std::vector<ChainLink> way = Way(catalogue, Spread(strong, start, false), end);
  if (!way.empty()) return way;
  const auto any = LinksFrom(net, false, [](RelationKind) { return true; });
  return Way(catalogue, Spread(any, start, false), end);
}

Result<Impact> FindImpact(Store& store, int64_t document_id) {
  Internals& in = store.internals();
  const Catalogue catalogue(in);
  const Net net(in, catalogue);
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  Impact impact;
  const int root = catalogue.RankOf(document_id);
  if (root < 0) return impact;
  std::map<int, std::vector<Change>> changes = ChangesOf(catalogue, net);
  impact.changes = changes[root];
  const Reached reached = Spread(LinksFrom(net, true, RestsOn), root, true);
  for (const int rank : reached.order) {
    if (rank == root) continue;
    ImpactRow row;
    row.document = RowAt(catalogue, rank);
    for (int at = rank;; at = reached.came_by.at(at)->to) {
      row.way.push_back(RowAt(catalogue, at).label);
      row.changes.insert(row.changes.end(), changes[at].begin(), changes[at].end());
      if (at == root) break;
    }
    impact.rests.push_back(std::move(row));
  }
  return impact;
}

}  // namespace congvan::store
