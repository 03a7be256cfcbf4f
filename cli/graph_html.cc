#include "graph_html.h"

#include <array>
#include <sstream>
#include <utility>

#include "commands/database.h"
#include "embedded_page.h"
#include "graph_dot.h"
#include "graph_json.h"
#include "json_writer.h"
#include "messages.h"

namespace congvan::cli {
namespace {

constexpr std::array kRelations = {RelationKind::kImplements, RelationKind::kBasedOn,
                                   RelationKind::kAmends,     RelationKind::kReplaces,
                                   RelationKind::kRepeals,    RelationKind::kGuides,
                                   RelationKind::kReportsOn,  RelationKind::kRepliesTo,
                                   RelationKind::kIssuedWith, RelationKind::kCites};

/// The words of the page's script, by the names it uses for them.
void WriteWords(JsonWriter& json) {
  const std::vector<std::pair<const char*, const char*>> words = {
      {"documents", Msg("Documents")},
      {"filter", Msg("Filter by symbol, issuer or words")},
      {"tasks", Msg("Tasks")},
      {"targets", Msg("Targets")},
      {"cites", Msg("Cites")},
      {"citedBy", Msg("Cited by")},
      {"missing", Msg("cited only")},
      {"legend", Msg("Legend")},
      {"dashed", Msg("dashed: cited only, not here")},
      {"page", Msg("page {}")},
      {"lead", Msg("Lead")},
      {"due", Msg("Due by")},
      {"none", Msg("nothing found")},
      {"back", Msg("All documents")},
      {"zoomIn", Msg("Zoom in")},
      {"zoomOut", Msg("Zoom out")},
      {"whole", Msg("Show everything")},
      {"type", Msg("Type")},
      {"date", Msg("Date")},
      {"issuer", Msg("Issuer")},
      {"file", Msg("File")},
      {"graph", Msg("Graph of documents")}};
  json.BeginObject();
  for (const auto& [name, msgid] : words) json.Key(name).String(Tr(msgid));
  for (const RelationKind relation : kRelations)
    json.Key(ToString(relation)).String(RelationName(relation));
  for (const store::Level level : {store::Level::kCentral, store::Level::kProvince,
                                   store::Level::kCommune, store::Level::kUnknown})
    json.Key(store::ToString(level)).String(LevelName(level));
  json.End();
}

void WritePage(const std::vector<PageSpan>& spans, JsonWriter& json) {
  json.Key("page");
  if (spans.empty()) {
    json.Null();
  } else {
    json.Integer(spans.front().page);
  }
}

void WriteTasks(const NodeDetails& details, JsonWriter& json) {
  json.Key("tasks").BeginArray();
  for (const store::TaskRow& row : details.tasks) {
    json.BeginObject();
    json.Key("text").String(row.task.text);
    json.Key("lead").Strings(row.task.lead);
    json.Key("due").OptionalString(row.last_day ? row.last_day : row.task.deadline.text);
    WritePage(row.task.spans, json);
    json.End();
  }
  json.End();
}

void WriteTargets(const NodeDetails& details, JsonWriter& json) {
  json.Key("targets").BeginArray();
  for (const store::TargetRow& row : details.targets) {
    const Target& target = row.target;
    std::string goal;
    for (const std::string& part : {target.comparator.value_or(""),
                                    DisplayText(ToValue(target.value)), target.unit.value_or("")}) {
      if (!part.empty()) goal += (goal.empty() ? "" : " ") + part;
    }
    json.BeginObject();
    json.Key("text").String(target.indicator);
    json.Key("goal").String(goal);
    json.Key("by").OptionalString(target.by);
    WritePage(target.spans, json);
    json.End();
  }
  json.End();
}

std::string PageData(const store::Graph& graph, const std::vector<NodeDetails>& details) {
  std::ostringstream out;
  JsonWriter json(out, true);
  json.BeginObject();
  json.Key("words");
  WriteWords(json);
  json.Key("roots").BeginArray();
  for (const int root : graph.roots) json.String("n" + std::to_string(root));
  json.End();
  json.Key("nodes").BeginArray();
  for (size_t i = 0; i < graph.nodes.size(); ++i) {
    json.BeginObject();
    json.Key("id").String("n" + std::to_string(i));
    WriteNodeMembers(graph.nodes[i], json);
    WriteTasks(details[i], json);
    WriteTargets(details[i], json);
    json.End();
  }
  json.End();
  json.Key("edges");
  WriteEdges(graph, json);
  json.End();
  return out.str();
}

void Replace(std::string& page, std::string_view mark, std::string_view text) {
  const size_t at = page.find(mark);
  CV_CHECK(at != std::string::npos, "cli/page/graph.html lacks a mark");
  page.replace(at, mark.size(), text);
}

}  // namespace

Result<std::string> ToHtml(const store::Graph& graph, const std::vector<NodeDetails>& details) {
  CV_TRY(std::string svg, ToSvg(graph, Legend::kNone));  // the page has its own
  svg.erase(
      0, svg.find("<svg"));  // the XML declaration and the document type have no place inside HTML
  std::string page;
  std::string script, style;
  for (const EmbeddedFile& file : EmbeddedPageFiles()) {
    if (file.name == "graph.html") page = file.text;
    if (file.name == "graph.js") script = file.text;
    if (file.name == "graph.css") style = file.text;
  }
  // The data goes in last: what documents say is never searched for marks.
  Replace(page, "@LANG@", CurrentLanguage() == Language::kVietnamese ? "vi" : "en");
  Replace(page, "@TITLE@", Tr("Graph of documents"));
  Replace(page, "@STYLE@", style);
  Replace(page, "@SCRIPT@", script);
  const size_t data = page.find("@DATA@");
  const size_t drawing = page.find("@SVG@");
  CV_CHECK(drawing < data && data != std::string::npos, "cli/page/graph.html lacks a mark");
  return page.substr(0, drawing) + svg + page.substr(drawing + 5, data - drawing - 5) +
         PageData(graph, details) + page.substr(data + 6);
}

}  // namespace congvan::cli
