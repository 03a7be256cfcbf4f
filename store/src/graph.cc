#include "store/graph.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "catalogue.h"
#include "internals.h"
#include "reach.h"

namespace congvan::store {
namespace {

const DocumentRow& RowAt(const Catalogue& catalogue, int rank) {
  return catalogue.entries()[static_cast<size_t>(rank)].row;
}

// What reaches the roots by links other than citations.
std::set<int> Reaching(const std::vector<Link>& links, const std::vector<int>& roots) {
  std::set<int> reached(roots.begin(), roots.end());
  for (bool grew = true; grew;) {
    grew = false;
    for (const Link& link : links) {
      if (link.relation == RelationKind::kCites || !reached.contains(link.to)) continue;
      grew = reached.insert(link.from).second || grew;
    }
  }
  return reached;
}

std::set<int> NodesAround(const std::vector<Link>& links, const std::vector<int>& roots,
                          bool with_citations) {
  const std::set<int> reached = Reaching(links, roots);
  const std::set<int> root_set(roots.begin(), roots.end());
  std::set<int> nodes = reached;
  for (const Link& link : links) {
    if (link.relation == RelationKind::kCites && !with_citations) continue;
    if (root_set.contains(link.from)) nodes.insert(link.to);
    if (root_set.contains(link.to)) nodes.insert(link.from);
  }
  return nodes;
}

std::set<int> AllNodes(const Catalogue& catalogue, const std::vector<Link>& links,
                       bool with_citations) {
  std::set<int> nodes;
  for (size_t i = 0; i < catalogue.entries().size(); ++i) {
    if (with_citations || catalogue.entries()[i].row.arrived) nodes.insert(static_cast<int>(i));
  }
  for (const Link& link : links) {
    if (link.relation == RelationKind::kCites) continue;
    nodes.insert(link.from);
    nodes.insert(link.to);
  }
  return nodes;
}

// The tree is written out once for each document: where it comes again it is only named.
class TreeBuilder {
 public:
  TreeBuilder(const Catalogue& catalogue, const Net& net) : catalogue_(catalogue) {
    for (const Link& link : net.implements()) children_[link.to].push_back(&link);
    for (auto& [parent, links] : children_) {
      std::sort(links.begin(), links.end(),
                [&](const Link* a, const Link* b) { return SortKey(a->from) < SortKey(b->from); });
    }
  }

  ImplementsNode Build(int rank, const std::string& verb) {
    ImplementsNode node{RowAt(catalogue_, rank), verb, false, {}};
    const auto it = children_.find(rank);
    if (it == children_.end()) return node;
    node.repeated = !written_.insert(rank).second;
    if (node.repeated) return node;
    for (const Link* link : it->second) node.children.push_back(Build(link->from, link->verb));
    return node;
  }

 private:
  [[nodiscard]] std::pair<int, int> SortKey(int rank) const {
    const Level level = RowAt(catalogue_, rank).level;
    constexpr int kLast = 9;
    return {level == Level::kUnknown ? kLast : static_cast<int>(level), rank};
  }

  const Catalogue& catalogue_;
  std::map<int, std::vector<const Link*>> children_;
  std::set<int> written_;
};

}  // namespace

Result<Graph> BuildGraph(Store& store, const GraphFilter& filter) {
  Internals& in = store.internals();
  const Catalogue catalogue(in);
  const Net net(in, catalogue);
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  std::vector<int> roots;
  if (filter.root && catalogue.RankOf(*filter.root) >= 0) {
    roots.push_back(catalogue.RankOf(*filter.root));
  }
  const std::set<int> nodes = filter.root ? NodesAround(net.links(), roots, filter.with_citations)
                                          : AllNodes(catalogue, net.links(), filter.with_citations);
  Graph graph;
  std::map<int, int> index_of;
  for (int rank : nodes) {
    index_of[rank] = static_cast<int>(graph.nodes.size());
    graph.nodes.push_back(RowAt(catalogue, rank));
  }
  for (const Link& link : net.links()) {
    if (!nodes.contains(link.from) || !nodes.contains(link.to)) continue;
    if (link.relation == RelationKind::kCites && !filter.with_citations) continue;
    graph.edges.push_back({index_of[link.from], index_of[link.to], link.relation, link.verb});
  }
  for (int root : roots) graph.roots.push_back(index_of[root]);
  return graph;
}

Result<ImplementsNode> ImplementsTree(Store& store, int64_t document_id) {
  Internals& in = store.internals();
  const Catalogue catalogue(in);
  const Net net(in, catalogue);
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  const int rank = catalogue.RankOf(document_id);
  if (rank < 0) return Fail(MakeError(ErrorCode::kNotFound, {}, "there is no such document"));
  return TreeBuilder(catalogue, net).Build(rank, "");
}

Result<CitationLists> ListCitations(Store& store, int64_t document_id) {
  Internals& in = store.internals();
  const Catalogue catalogue(in);
  const Net net(in, catalogue);
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  const int rank = catalogue.RankOf(document_id);
  std::vector<const Link*> cites;
  CitationLists lists;
  for (const Link& link : net.links()) {
    if (link.from == rank) cites.push_back(&link);
    if (link.to == rank) {
      lists.cited_by.push_back(
          {RowAt(catalogue, link.from), link.relation, link.verb, link.mentions});
    }
  }
  // Those that only another file of the document names come last.
  std::stable_sort(cites.begin(), cites.end(), [](const Link* a, const Link* b) {
    return std::tuple(a->position < 0, a->position) < std::tuple(b->position < 0, b->position);
  });
  for (const Link* link : cites)
    lists.cites.push_back({RowAt(catalogue, link->to), link->relation, link->verb, link->mentions});
  return lists;
}

}  // namespace congvan::store
