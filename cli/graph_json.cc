#include "graph_json.h"

namespace congvan::cli {
namespace {

std::string NodeId(int index) { return "n" + std::to_string(index); }

}  // namespace

void WriteNodeMembers(const store::DocumentRow& document, JsonWriter& json) {
  json.Key("label").String(document.label);
  json.Key("symbol").OptionalString(document.symbol);
  json.Key("type").OptionalString(document.type);
  json.Key("date").OptionalString(document.date);
  json.Key("issuer").OptionalString(document.issuer);
  json.Key("place").OptionalString(document.place);
  json.Key("title").OptionalString(document.title);
  json.Key("level").String(store::ToString(document.level));
  json.Key("here").Boolean(document.arrived);
  json.Key("path").OptionalString(document.path);
}

void WriteEdges(const store::Graph& graph, JsonWriter& json) {
  json.BeginArray();
  for (size_t i = 0; i < graph.edges.size(); ++i) {
    const store::GraphEdge& edge = graph.edges[i];
    json.BeginObject();
    json.Key("id").String("e" + std::to_string(i));
    json.Key("from").String(NodeId(edge.from));
    json.Key("to").String(NodeId(edge.to));
    json.Key("relation").String(ToString(edge.relation));
    json.Key("words").String(edge.verb);
    json.End();
  }
  json.End();
}

void WriteGraphJson(const store::Graph& graph, std::ostream& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Key("roots").BeginArray();
  for (const int root : graph.roots) json.String(NodeId(root));
  json.End();
  json.Key("nodes").BeginArray();
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    json.BeginObject();
    json.Key("id").String(NodeId(static_cast<int>(i)));
    WriteNodeMembers(graph.nodes[i], json);
    json.Key("tasks").Integer(graph.nodes[i].tasks);
    json.Key("targets").Integer(graph.nodes[i].targets);
    json.End();
  }
  json.End();
  json.Key("edges");
  WriteEdges(graph, json);
  json.End();
}

}  // namespace congvan::cli
