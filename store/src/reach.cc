#include "reach.h"

#include <deque>
#include <utility>

#include "core/relation_strength.h"

namespace congvan::store {

namespace {

using Pair = std::pair<int, int>;

// Of equal relations the one with the words that come first: an answer that does not depend on
// the order.
void KeepStronger(std::map<Pair, Link>& links, const Link& link) {
  const auto [it, fresh] = links.try_emplace({link.from, link.to}, link);
  if (fresh) return;
  Link& kept = it->second;
  const bool same = link.relation == kept.relation;
  // "" comes before all words: it says least.
  const bool says_more = same && !link.verb.empty() && (kept.verb.empty() || link.verb < kept.verb);
  if (IsStronger(link.relation, kept.relation) || says_more) {
    kept.relation = link.relation;
    kept.verb = link.verb;
  }
}

std::vector<Link> Values(const std::map<Pair, Link>& links) {
  std::vector<Link> out;
  out.reserve(links.size());
  for (const auto& [pair, link] : links) out.push_back(link);
  return out;
}

}  // namespace

Net::Net(Internals& in, const Catalogue& catalogue) {
  std::map<Pair, Link> strongest, implements;
  for (Rows rows = in.reads.citations.Query(); rows.Next();) {
    Link link{catalogue.RankOf(rows.Int64(0)),
              catalogue.RankOf(rows.Int64(1)),
              RelationKind::kCites,
              "",
              rows.Int(2),
              rows.IsNull(3) ? -1 : rows.Int(3)};
    strongest.emplace(Pair{link.from, link.to}, link);
  }
  for (Rows rows = in.reads.relations.Query(); rows.Next();) {
    const auto kind = ParseRelationKind(rows.Text(1));
    if (!kind) continue;
    const Link link{catalogue.RankOf(rows.Int64(0)),
                    catalogue.RankOf(rows.Int64(2)),
                    *kind,
                    rows.Text(3),
                    0,
                    -1};
    KeepStronger(strongest, link);
    if (*kind == RelationKind::kImplements) KeepStronger(implements, link);
  }
  links_ = Values(strongest);
  implements_ = Values(implements);
}

std::map<int, std::vector<int>> Net::WaysTo(const std::vector<int>& roots) const {
  std::map<int, std::vector<int>> implementers;  // by rank, since implements_ is sorted by it
  for (const Link& link : implements_) implementers[link.to].push_back(link.from);
  std::map<int, std::vector<int>> ways;
  std::deque<int> queue;
  for (int root : roots) {
    ways[root] = {root};
    queue.push_back(root);
  }
  while (!queue.empty()) {
    const int at = queue.front();
    queue.pop_front();
    for (int from : implementers[at]) {
      if (ways.contains(from)) continue;
      std::vector<int> way = {from};
      way.insert(way.end(), ways[at].begin(), ways[at].end());
      ways[from] = std::move(way);
      queue.push_back(from);
    }
  }
  return ways;
}

}  // namespace congvan::store
