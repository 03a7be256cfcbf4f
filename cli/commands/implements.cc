#include "commands/commands.h"
#include "commands/database.h"
#include "json_writer.h"
#include "messages.h"
#include "store/graph.h"
#include "text_table.h"

namespace congvan::cli {
namespace {

using Node = store::ImplementsNode;

std::string Line(const Node& node) {
  const store::DocumentRow& document = node.document;
  std::string line = ShortLabel(document.label);
  if (document.issuer) line += ", " + *document.issuer;
  if (document.date) line += ", " + DisplayDate(*document.date);
  if (!document.arrived) line += std::string(" [") + Tr("cited only") + "]";
  if (document.tasks > 0) line += " [" + Say("tasks: {}", {std::to_string(document.tasks)}) + "]";
  if (node.repeated) line += std::string(" [") + Tr("see above") + "]";
  return line;
}

void PrintTree(const Node& node, const std::string& first, const std::string& rest,
               const Console& console) {
  const size_t indent = DisplayWidth(first);
  const size_t width = static_cast<size_t>(console.width);
  bool begun = false;
  for (const std::string& line : Wrap(Line(node), width > indent + 20 ? width - indent : 20)) {
    console.out << (begun ? rest : first) << line << '\n';
    begun = true;
  }
  const std::string stem = rest;
  for (size_t i = 0; i < node.children.size(); ++i) {
    const bool last = i + 1 == node.children.size();
    PrintTree(node.children[i], stem + (last ? "└─ " : "├─ "), stem + (last ? "   " : "│  "),
              console);
  }
}

void WriteNode(JsonWriter& json, const Node& node) {
  const store::DocumentRow& document = node.document;
  json.BeginObject();
  json.Key("document").String(document.label);
  json.Key("symbol").OptionalString(document.symbol);
  json.Key("type").OptionalString(document.type);
  json.Key("issuer").OptionalString(document.issuer);
  json.Key("date").OptionalString(document.date);
  json.Key("title").OptionalString(document.title);
  json.Key("level").String(store::ToString(document.level));
  json.Key("here").Boolean(document.arrived);
  json.Key("path").OptionalString(document.path);
  json.Key("tasks").Integer(document.tasks);
  json.Key("targets").Integer(document.targets);
  json.Key("words").String(node.verb);
  json.Key("repeated").Boolean(node.repeated);
  json.Key("implemented_by").BeginArray();
  for (const Node& child : node.children) WriteNode(json, child);
  json.End().End();
}

Result<Node> Ask(const ImplementsFlags& flags, const Console& console) {
  CV_TRY(store::Store store, OpenDatabase(flags.database));
  CV_TRY(const store::DocumentRow root, OneDocument(store, flags.symbol, console));
  return store::ImplementsTree(store, root.id);
}

}  // namespace

int Run(const ImplementsFlags& flags, const Console& console) {
  const Result<Node> tree = Ask(flags, console);
  if (!tree) return console.CannotRun(tree.error());
  if (flags.json) {
    JsonWriter json(console.out);
    json.BeginArray();
    WriteNode(json, *tree);
    json.End();
    return kAllFine;
  }
  PrintTree(*tree, "", "", console);
  return kAllFine;
}

}  // namespace congvan::cli
