// store/graph.h: who implements, amends, cites whom, as plain values. Drawing them is the caller's
// business.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/queries.h"
#include "store/store.h"

namespace congvan::store {

struct GraphEdge {
  int from = 0, to = 0;  ///< indices into Graph::nodes
  RelationKind relation = RelationKind::kCites;
  std::string verb;  ///< the words that say so; may be empty
  bool operator==(const GraphEdge&) const = default;
};

struct Graph {
  std::vector<DocumentRow> nodes;  ///< by label, then date, issuer
  std::vector<GraphEdge>
      edges;               ///< by from, to, relation; between two nodes only the strongest relation
  std::vector<int> roots;  ///< the nodes asked for; empty for the whole graph
};

struct GraphFilter {
  /// A document: the graph holds it, all that reaches it by a relation other than cites
  /// (over any number of steps), what names it, and what it cites itself. Without: everything.
  std::optional<int64_t> root;
  bool with_citations =
      true;  ///< false: no edges that are only cites, nor nodes that only they reach
};

/// An unknown root gives an empty graph.
Result<Graph> BuildGraph(Store& store, const GraphFilter& filter = {});

/// What implements `document`, and what implements that.
struct ImplementsNode {
  DocumentRow document;
  std::string verb;  ///< by which it implements its parent; empty at a root
  bool repeated =
      false;  ///< stands elsewhere in the tree with its children (or above: a circle); none here
  std::vector<ImplementsNode> children;  ///< by level (central first), label, date
};

/// kNotFound when there is no such document.
Result<ImplementsNode> ImplementsTree(Store& store, int64_t document_id);

}  // namespace congvan::store
