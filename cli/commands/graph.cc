#include "store/graph.h"

#include <fstream>
#include <sstream>

#include "commands/commands.h"
#include "commands/database.h"
#include "graph_dot.h"
#include "graph_html.h"
#include "graph_json.h"
#include "messages.h"

namespace congvan::cli {
namespace {

Result<std::vector<NodeDetails>> Details(store::Store& store, const store::Graph& graph) {
  std::vector<NodeDetails> details;
  for (const store::DocumentRow& node : graph.nodes) {
    NodeDetails of_node;
    store::TaskFilter tasks;
    tasks.document_id = node.id;
    CV_TRY(of_node.tasks, store::ListTasks(store, tasks));
    store::TargetFilter targets;
    targets.document_id = node.id;
    CV_TRY(of_node.targets, store::ListTargets(store, targets));
    details.push_back(std::move(of_node));
  }
  return details;
}

Result<std::string> Draw(const GraphFlags& flags, const Console& console) {
  CV_TRY(store::Store store, OpenDatabase(flags.database));
  store::GraphFilter filter;
  CV_TRY(filter.root, DocumentIdOf(store, flags.root, console));
  filter.with_citations = flags.citations;
  CV_TRY(const store::Graph graph, store::BuildGraph(store, filter));
  switch (flags.format) {
    case GraphFormat::kDot:
      return ToDot(graph);
    case GraphFormat::kSvg:
      return ToSvg(graph);
    case GraphFormat::kHtml: {
      CV_TRY(const std::vector<NodeDetails> details, Details(store, graph));
      return ToHtml(graph, details);
    }
    case GraphFormat::kJson: {
      std::ostringstream out;
      WriteGraphJson(graph, out);
      return out.str();
    }
  }
  return std::string();
}

}  // namespace

int Run(const GraphFlags& flags, const Console& console) {
  const Result<std::string> drawn = Draw(flags, console);
  if (!drawn) return console.CannotRun(drawn.error());
  if (!flags.output) {
    console.out << *drawn;
    return kAllFine;
  }
  std::ofstream file(*flags.output, std::ios::binary | std::ios::trunc);
  if (!(file << *drawn) || !file.flush()) {
    return console.CannotRun(MakeError(ErrorCode::kNotFound, *flags.output,
                                       Msg("the file cannot be written"),
                                       Msg("check that its folder exists and has room")));
  }
  console.Note(Say("written: {}", {*flags.output}));
  return kAllFine;
}

}  // namespace congvan::cli
