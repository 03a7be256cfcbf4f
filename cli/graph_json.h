// cli/graph_json.h: the graph as JSON: {"roots": [...], "nodes": [...], "edges": [...]}.
#pragma once

#include <ostream>

#include "json_writer.h"
#include "store/graph.h"

namespace congvan::cli {

/// Nodes and edges are named by their place in the lists, as in graph_dot.h: "n0", "e0".
void WriteGraphJson(const store::Graph& graph, std::ostream& out);

/// The members of a node's object, without the braces.
void WriteNodeMembers(const store::DocumentRow& document, JsonWriter& json);
void WriteEdges(const store::Graph& graph, JsonWriter& json);

}  // namespace congvan::cli
