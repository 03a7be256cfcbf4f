#include "graph_dot.h"

#include <algorithm>
#include <array>

#include "commands/database.h"
#include "messages.h"
#include "run_program.h"
#include "text_table.h"

namespace congvan::cli {
namespace {

constexpr size_t kLabelWidth = 28;
constexpr size_t kTitleLines = 3;

/// A quoted string of the DOT language. Line feeds become breaks; a backslash of the text must not
/// start an escape.
std::string Quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + "\"";
}

std::string Label(const store::DocumentRow& document) {
  std::string out;
  for (const std::string& line : Wrap(ShortLabel(document.label), kLabelWidth))
    out += (out.empty() ? "" : "\n") + line;
  if (document.issuer) {
    for (const std::string& line : Wrap(*document.issuer, kLabelWidth)) out += "\n" + line;
  }
  if (document.title && document.symbol) {  // without a symbol the label is the title
    std::vector<std::string> lines = Wrap(*document.title, kLabelWidth);
    const bool cut = lines.size() > kTitleLines;
    lines.resize(std::min(lines.size(), kTitleLines));
    if (cut) lines.back() += " …";
    for (const std::string& line : lines) out += "\n" + line;
  }
  return out;
}

std::string Tooltip(const store::DocumentRow& document) {
  std::string out = document.label;
  for (const auto& part : {document.type, document.issuer, document.date, document.title}) {
    if (part) out += " · " + *part;
  }
  if (!document.arrived) out += std::string(" · ") + Tr("cited only");
  return Printable(out);
}

struct Style {
  const char* color;
  const char* line;
  const char* width;
};

Style StyleOf(RelationKind relation) {
  switch (relation) {
    case RelationKind::kImplements:
      return {"#1f6f3f", "solid", "2"};
    case RelationKind::kBasedOn:
      return {"#2457a6", "solid", "1"};
    case RelationKind::kAmends:
    case RelationKind::kReplaces:
    case RelationKind::kRepeals:
      return {"#b3261e", "solid", "2"};
    case RelationKind::kGuides:
    case RelationKind::kReportsOn:
    case RelationKind::kRepliesTo:
    case RelationKind::kIssuedWith:
      return {"#7a4b9d", "dashed", "1"};
    case RelationKind::kCites:
      return {"#8a8a8a", "dotted", "1"};
  }
  return {"#8a8a8a", "dotted", "1"};
}

const char* FillOf(store::Level level) {
  switch (level) {
    case store::Level::kCentral:
      return "#fde7c8";
    case store::Level::kProvince:
      return "#dcebfb";
    case store::Level::kCommune:
      return "#def2e0";
    case store::Level::kUnknown:
      return "#f1f1f1";
  }
  return "#f1f1f1";
}

void AppendNode(std::string& out, const store::Graph& graph, size_t index) {
  const store::DocumentRow& document = graph.nodes[index];
  const std::string id = "n" + std::to_string(index);
  const bool root = std::find(graph.roots.begin(), graph.roots.end(), static_cast<int>(index)) !=
                    graph.roots.end();
  out += "    " + id + " [id=" + id + ", label=" + Quoted(Label(document)) +
         ", tooltip=" + Quoted(Tooltip(document));
  out += ", class=\"" + std::string(store::ToString(document.level)) +
         (document.arrived ? "" : " missing");
  out += std::string(root ? " root" : "") +
         "\", fillcolor=" + Quoted(document.arrived ? FillOf(document.level) : "#ffffff");
  if (!document.arrived) out += ", style=\"rounded,filled,dashed\"";
  if (root) out += ", penwidth=3";
  out += "];\n";
}

void AppendEdge(std::string& out, const store::GraphEdge& edge, size_t index) {
  const Style style = StyleOf(edge.relation);
  const std::string name = RelationName(edge.relation);
  const bool labelled = edge.relation != RelationKind::kCites;
  out += "  n" + std::to_string(edge.from) + " -> n" + std::to_string(edge.to) + " [id=e" +
         std::to_string(index);
  out +=
      ", class=" + Quoted(std::string(ToString(edge.relation))) + ", color=" + Quoted(style.color);
  out += ", style=" + std::string(style.line) + ", penwidth=" + style.width;
  if (labelled) out += ", label=" + Quoted(name) + ", fontcolor=" + Quoted(style.color);
  out +=
      ", tooltip=" + Quoted(Printable(edge.verb.empty() ? name : name + ": " + edge.verb)) + "];\n";
}

constexpr std::array kLevels = {store::Level::kCentral, store::Level::kProvince,
                                store::Level::kCommune, store::Level::kUnknown};

/// Documents that stand in the frame of their level: those that are here, and those that something
/// is done to. A law that is only cited or named as a basis stands outside: far from its peers it
/// would stretch the frame over the whole drawing.
std::vector<bool> Framed(const store::Graph& graph) {
  std::vector<bool> framed;
  framed.reserve(graph.nodes.size());
  for (const store::DocumentRow& node : graph.nodes) framed.push_back(node.arrived);
  for (const store::GraphEdge& edge : graph.edges) {
    if (edge.relation == RelationKind::kCites || edge.relation == RelationKind::kBasedOn) continue;
    framed[static_cast<size_t>(edge.from)] = true;
    framed[static_cast<size_t>(edge.to)] = true;
  }
  for (const int root : graph.roots) framed[static_cast<size_t>(root)] = true;
  return framed;
}

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return out;
}

/// What colours and lines mean: a table as the label of the whole drawing, so that no layout moves
/// for it.
std::string LegendTable() {
  constexpr std::array kShown = {RelationKind::kImplements, RelationKind::kBasedOn,
                                 RelationKind::kAmends, RelationKind::kReportsOn,
                                 RelationKind::kCites};
  std::string out =
      "<<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"6\" CELLPADDING=\"4\" "
      "COLOR=\"#8a8a8a\"><TR>";
  for (const store::Level level : kLevels) {
    out += "<TD STYLE=\"ROUNDED\" BGCOLOR=\"" + std::string(FillOf(level)) + "\">" +
           Escaped(LevelName(level)) + "</TD>";
  }
  out += std::string("<TD STYLE=\"ROUNDED,DASHED\" BGCOLOR=\"#ffffff\">") +
         Escaped(Tr("dashed: cited only, not here")) + "&#160;&#160;</TD>";
  for (const RelationKind kind : kShown) {
    const Style style = StyleOf(kind);
    const std::string_view line = style.line;
    const char* drawn = line == "solid" ? "━━▶" : line == "dashed" ? "╌╌▶" : "┈┈▶";
    std::string name = RelationName(kind);
    if (kind == RelationKind::kAmends) {
      name += ", " + RelationName(RelationKind::kReplaces) + ", " +
              RelationName(RelationKind::kRepeals);
    }
    if (kind == RelationKind::kCites) name = Tr("dotted: cites");
    if (kind == RelationKind::kReportsOn) {
      name += ", " + RelationName(RelationKind::kGuides) + ", " +
              RelationName(RelationKind::kRepliesTo);
    }
    out += "<TD BORDER=\"0\"><FONT COLOR=\"" + std::string(style.color) + "\">" + drawn + " " +
           Escaped(name) + "</FONT></TD>";
  }
  return out + "</TR></TABLE>>";
}

}  // namespace

std::string ToDot(const store::Graph& graph, Legend legend) {
  std::string out =
      "digraph congvan {\n"
      "  rankdir=BT; charset=\"UTF-8\"; bgcolor=transparent; newrank=true; nodesep=0.25; "
      "ranksep=0.7;\n"
      "  node [shape=box, style=\"rounded,filled\", fontname=\"DejaVu Sans\", fontsize=10, "
      "margin=\"0.12,0.06\"];\n"
      "  edge [fontname=\"DejaVu Sans\", fontsize=8, arrowsize=0.7];\n";
  if (legend == Legend::kInside) {
    out += "  label=" + LegendTable() +
           "; labelloc=t; labeljust=l; fontname=\"DejaVu Sans\"; fontsize=10;\n";
  }
  const std::vector<bool> framed = Framed(graph);
  for (const store::Level level : kLevels) {
    std::string nodes;
    for (size_t i = 0; i < graph.nodes.size(); ++i) {
      if (framed[i] && graph.nodes[i].level == level) AppendNode(nodes, graph, i);
    }
    if (nodes.empty()) continue;
    out += "  subgraph cluster_" + std::string(store::ToString(level)) +
           " {\n    label=" + Quoted(LevelName(level)) +
           "; labelloc=b; labeljust=l; fontname=\"DejaVu Sans\"; fontsize=14; "
           "color=\"#bbbbbb\"; style=rounded;\n" +
           nodes + "  }\n";  // rankdir=BT turns the sides: "b" is at the top
  }
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    if (!framed[i]) AppendNode(out, graph, i);
  }
  for (size_t i = 0; i < graph.edges.size(); ++i) AppendEdge(out, graph.edges[i], i);
  return out + "}\n";
}

Result<std::string> ToSvg(const store::Graph& graph, Legend legend) {
  Result<std::string> svg = RunProgram({"dot", "-Tsvg"}, ToDot(graph, legend));
  if (!svg) {
    Error error = svg.error();
    error.hint = error.code == ErrorCode::kNotFound
                     ? Tr("install graphviz (apt install graphviz), or take --format dot or json")
                     : Tr("--format dot writes what dot was given");
    return Fail(std::move(error));
  }
  return svg;
}

}  // namespace congvan::cli
