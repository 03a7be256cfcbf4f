#include "store/record_json.h"

#include <cmath>
#include <exception>
#include <nlohmann/json.hpp>
#include <utility>

#include "json_spans.h"

namespace congvan::store {
namespace {

using Json = nlohmann::ordered_json;

// Doubles hold every whole number up to 2^53.
constexpr double kLargestExact = 9007199254740992.0;

Json Number(double value) {
  if (std::trunc(value) == value && std::abs(value) <= kLargestExact)
    return static_cast<int64_t>(value);
  return value;
}

Json Maybe(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }
Json Maybe(const std::optional<double>& value) { return value ? Number(*value) : Json(nullptr); }
Json Maybe(const std::optional<PartialDate>& date) {
  return date ? Json(date->Iso()) : Json(nullptr);
}
Json Known(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json List(const std::vector<std::string>& texts) {
  Json list = Json::array();
  for (const std::string& text : texts) list.push_back(text);
  return list;
}

Json Spans(const std::vector<PageSpan>& spans) {
  Json list = Json::array();
  for (const PageSpan& s : spans)
    list.push_back({{"page", s.page}, {"start", s.start}, {"end", s.end}});
  return list;
}

Json BoxJson(const std::optional<Box>& box) {
  if (!box) return nullptr;
  Json list = Json::array();
  for (float edge : {box->x0, box->y0, box->x1, box->y1})
    list.push_back(Number(std::round(static_cast<double>(edge) * 10) / 10));
  return list;
}

Json DocumentJson(const DocumentHead& d) {
  return {{"role", d.role == Role::kAnnex ? "annex" : "main"},
          {"symbol", Maybe(d.symbol)},
          {"symbol_suffix", Maybe(d.symbol_suffix)},
          {"type", Maybe(d.type)},
          {"date", Maybe(d.date)},
          {"place", Maybe(d.place)},
          {"issuer", Maybe(d.issuer)},
          {"subject", Maybe(d.subject)},
          {"addressees", List(d.addressees)},
          {"recipients", List(d.recipients)},
          {"signer",
           {{"name", Maybe(d.signer.name)},
            {"position", Maybe(d.signer.position)},
            {"authority", Maybe(d.signer.authority)}}}};
}

Json CitationJson(const Citation& c) {
  return {{"symbol", Maybe(c.symbol)}, {"type", Maybe(c.type)},   {"date", Maybe(c.date)},
          {"issuer", Maybe(c.issuer)}, {"title", Maybe(c.title)}, {"mentions", c.mentions},
          {"spans", Spans(c.spans)}};
}

Json RelationJson(const Relation& r) {
  return {{"from", r.from},
          {"relation", ToString(r.kind)},
          {"to", r.to},
          {"verb", r.verb},
          {"spans", Spans(r.spans)}};
}

Json MilestoneJson(const Milestone& m) {
  return {{"text", m.text},
          {"kind", ToString(m.kind)},
          {"due", Maybe(m.due)},
          {"every", Maybe(m.every)}};
}

Json DeadlineJson(const Deadline& d) {
  Json milestones = Json::array();
  for (const Milestone& milestone : d.milestones) milestones.push_back(MilestoneJson(milestone));
  return {{"text", Maybe(d.text)},
          {"kind", ToString(d.kind)},
          {"due", Maybe(d.due)},
          {"every", Maybe(d.every)},
          {"op", Maybe(d.op)},
          {"day", d.day ? Json(*d.day) : Json(nullptr)},
          {"milestones", std::move(milestones)}};
}

Json TaskJson(const Task& t) {
  return {{"annex", Maybe(t.annex)},
          {"group", Maybe(t.group)},
          {"ordinal", Maybe(t.ordinal)},
          {"text", t.text},
          {"lead", List(t.lead)},
          {"support", List(t.support)},
          {"deadline", DeadlineJson(t.deadline)},
          {"modality", Maybe(t.modality)},
          {"product", Maybe(t.product)},
          {"note", Maybe(t.note)},
          {"references", List(t.references)},
          {"spans", Spans(t.spans)},
          {"rule", t.rule}};
}

Json TargetJson(const Target& t) {
  return {{"annex", Maybe(t.annex)},
          {"ordinal", Maybe(t.ordinal)},
          {"group", Maybe(t.group)},
          {"indicator", t.indicator},
          {"comparator", Maybe(t.comparator)},
          {"value", Maybe(t.value)},
          {"value_max", Maybe(t.value_max)},
          {"unit", Maybe(t.unit)},
          {"by", Maybe(t.by)},
          {"modality", Maybe(t.modality)},
          {"lead", List(t.lead)},
          {"spans", Spans(t.spans)},
          {"rule", t.rule}};
}

Json EvidenceJson(const Evidence& e) {
  Json boxes = nullptr;
  for (const PageBox& b : e.boxes) boxes.push_back({{"page", b.page}, {"box", BoxJson(b.box)}});
  return {{"field", e.field},
          {"spans", Spans(e.spans)},
          {"rule", e.rule},
          {"text", e.text},
          {"boxes", std::move(boxes)},
          {"confidence", e.confidence},
          {"circumstance", e.circumstance.empty() ? Json(nullptr) : Json(e.circumstance)}};
}

Json ProposalJson(const Proposal& p) {
  Json out = {{"field", p.evidence.field}, {"value", p.value}};
  if (p.deadline) {
    Task task;
    task.deadline = *p.deadline;
    out["value"] = TaskJson(task)["deadline"];
  }
  const Json evidence = EvidenceJson(p.evidence);
  for (const char* key : {"confidence", "circumstance", "spans", "rule", "text"})
    out[key] = evidence[key];
  return out;
}

Json NoteJson(const Diagnostic& d) {
  return {{"severity", d.severity == Severity::kInfo ? "info" : "warning"},
          {"code", d.code},
          {"page", d.page},
          {"text", d.text}};
}

std::string Dump(const Json& json, JsonLayout layout) {
  const int indent = layout == JsonLayout::kPretty ? 2 : -1;
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

// An object of values and lists, written one by one: no tree of a whole record stands in memory.
class ObjectText {
 public:
  explicit ObjectText(JsonLayout layout) : layout_(layout) {}

  void Member(std::string_view key, const Json& value) {
    Key(key);
    Append(value, 1);
  }

  template <class T, class Function>
  void Members(std::string_view key, const std::vector<T>& values, Function function) {
    Key(key);
    out_ += '[';
    for (const T& value : values) {
      if (&value != &values.front()) out_ += ',';
      NewLine(2);
      Append(function(value), 2);
    }
    if (!values.empty()) NewLine(1);
    out_ += ']';
  }

  std::string Take() {
    NewLine(0);
    out_ += '}';
    return std::move(out_);
  }

 private:
  void Key(std::string_view key) {
    out_ += out_.empty() ? '{' : ',';
    NewLine(1);
    out_.append("\"").append(key).append(layout_ == JsonLayout::kPretty ? "\": " : "\":");
  }

  void NewLine(size_t depth) {
    if (layout_ != JsonLayout::kPretty) return;
    out_ += '\n';
    out_.append(2 * depth, ' ');
  }

  // JSON has no line feed inside a string: each that there is begins a line of the layout.
  void Append(const Json& value, size_t depth) {
    for (const char c : Dump(value, layout_)) {
      if (c == '\n') {
        NewLine(depth);
      } else {
        out_ += c;
      }
    }
  }

  JsonLayout layout_;
  std::string out_;
};

std::string_view CellText(const RawPage& page, const RawTable& raw_table, size_t cell,
                          const Table* table, std::string_view text) {
  if (table != nullptr && cell < table->cells.size()) return table->cells[cell].span.Of(text);
  return raw_table.cells[cell].span.Of(page.text);
}

Json TableJson(const RawPage& page, const RawTable& raw, const Table* table,
               std::string_view text) {
  Json cells = Json::array();
  for (size_t i = 0; i < raw.cells.size(); ++i) {
    const RawCell& cell = raw.cells[i];
    cells.push_back({{"row", cell.row},
                     {"column", cell.column},
                     {"row_span", cell.row_span},
                     {"column_span", cell.column_span},
                     {"text", CellText(page, raw, i, table, text)},
                     {"box", BoxJson(cell.box)}});
  }
  return {{"page", page.number}, {"box", BoxJson(raw.box)}, {"continues", raw.continues},
          {"rows", raw.rows},    {"columns", raw.columns},  {"cells", std::move(cells)}};
}

}  // namespace

std::string ToJson(const Record& record, JsonLayout layout) {
  const SourceFile& s = record.source;
  ObjectText out(layout);
  out.Member("schema", "congvan.record/1");
  out.Member("source", {{"path", s.path},
                        {"sha256", s.sha256},
                        {"media_type", s.media_type},
                        {"pages", record.pages},
                        {"text_from", record.text_from},
                        {"bytes", s.bytes}});
  out.Member("document", DocumentJson(record.document));
  out.Members("citations", record.citations, CitationJson);
  out.Members("relations", record.relations, RelationJson);
  out.Members("tasks", record.tasks, TaskJson);
  out.Members("targets", record.targets, TargetJson);
  out.Members("evidence", record.evidence, EvidenceJson);
  out.Members("proposals", record.proposals, ProposalJson);
  out.Members("notes", record.notes, NoteJson);
  out.Member("read_by",
             {{"program", Known(record.program_version)}, {"rules", Known(record.rules_version)}});
  return out.Take();
}

std::string GoldToJson(const Record& record, const std::vector<std::string>& sections) {
  const Json whole = Json::parse(ToJson(record, JsonLayout::kLine));
  Json out = {{"schema", whole["schema"]}};
  for (const std::string& section : sections) {
    out[section] = whole[section];
    if (!out[section].is_array()) continue;
    for (Json& row : out[section]) {
      for (const char* key : {"spans", "rule", "verb"}) row.erase(key);
    }
  }
  return Dump(out, JsonLayout::kPretty);
}

std::string TablesToJson(const RawDocument& raw, const NormalizedText& text, JsonLayout layout) {
  Json list = Json::array();
  size_t number = 0;
  for (const RawPage& page : raw.pages) {
    for (const RawTable& table : page.tables) {
      const Table* normalized = number < text.tables.size() ? &text.tables[number] : nullptr;
      list.push_back(TableJson(page, table, normalized, text.text));
      ++number;
    }
  }
  return Dump(list, layout);
}

std::string SpansToJson(const std::vector<PageSpan>& spans) {
  return Dump(Spans(spans), JsonLayout::kLine);
}

}  // namespace congvan::store
