// cli/graph_html.h: the graph as one HTML file that needs nothing else: the drawing, and the
// details of what is chosen.
#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "store/graph.h"

namespace congvan::cli {

/// What the page tells about one node besides its head; the lists may be empty.
struct NodeDetails {
  std::vector<store::TaskRow> tasks;
  std::vector<store::TargetRow> targets;
};

/// `details` holds one entry a node. Everything that comes from documents is escaped: strangers
/// wrote it.
Result<std::string> ToHtml(const store::Graph& graph, const std::vector<NodeDetails>& details);

}  // namespace congvan::cli
