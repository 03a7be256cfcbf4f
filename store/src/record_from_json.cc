#include <exception>
#include <nlohmann/json.hpp>
#include <utility>

#include "json_spans.h"
#include "store/record_json.h"

namespace congvan::store {
namespace {

using Json = nlohmann::ordered_json;

// Thrown inside this file only: a key with a value that the contract does not allow.
struct BadRecord : std::exception {
  explicit BadRecord(std::string text) : text_(std::move(text)) {}
  [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }
  std::string text_;
};

const Json& Null() {
  static const Json null;
  return null;
}

const Json& Get(const Json& object, const char* key) {
  const auto it = object.find(key);
  return it == object.end() ? Null() : *it;
}

std::string Text(const Json& object, const char* key) {
  const Json& value = Get(object, key);
  return value.is_null() ? std::string() : value.get<std::string>();
}

int Int(const Json& object, const char* key) {
  const Json& value = Get(object, key);
  return value.is_null() ? 0 : value.get<int>();
}

std::optional<std::string> MaybeText(const Json& object, const char* key) {
  const Json& value = Get(object, key);
  if (value.is_null()) return std::nullopt;
  return value.get<std::string>();
}

std::optional<double> MaybeNumber(const Json& object, const char* key) {
  const Json& value = Get(object, key);
  if (value.is_null()) return std::nullopt;
  return value.get<double>();
}

std::optional<PartialDate> MaybeDate(const Json& object, const char* key) {
  const auto text = MaybeText(object, key);
  if (!text) return std::nullopt;
  const auto date = ParseIsoDate(*text);
  if (!date) throw BadRecord("\"" + *text + "\" is no date");
  return date;
}

template <class T, class Function>
std::vector<T> ListOf(const Json& object, const char* key, Function function) {
  std::vector<T> out;
  const Json& list = Get(object, key);
  if (list.is_null()) return out;
  if (!list.is_array()) throw BadRecord(std::string(key) + " is no list");
  for (const Json& item : list) out.push_back(function(item));
  return out;
}

std::vector<std::string> Texts(const Json& object, const char* key) {
  return ListOf<std::string>(object, key, [](const Json& item) { return item.get<std::string>(); });
}

PageSpan ReadSpan(const Json& j) {
  return {Int(j, "page"), Get(j, "start").get<uint32_t>(), Get(j, "end").get<uint32_t>()};
}

std::vector<PageSpan> Spans(const Json& object) {
  return ListOf<PageSpan>(object, "spans", ReadSpan);
}

DocumentHead ReadDocument(const Json& j) {
  DocumentHead d;
  d.role = Text(j, "role") == "annex" ? Role::kAnnex : Role::kMain;
  d.symbol = MaybeText(j, "symbol");
  d.symbol_suffix = MaybeText(j, "symbol_suffix");
  d.type = MaybeText(j, "type");
  d.date = MaybeDate(j, "date");
  d.place = MaybeText(j, "place");
  d.issuer = MaybeText(j, "issuer");
  d.subject = MaybeText(j, "subject");
  d.addressees = Texts(j, "addressees");
  d.recipients = Texts(j, "recipients");
  if (const Json& signer = Get(j, "signer"); !signer.is_null()) {
    d.signer = {MaybeText(signer, "name"), MaybeText(signer, "position"),
                MaybeText(signer, "authority")};
  }
  return d;
}

Citation ReadCitation(const Json& j) {
  return {MaybeText(j, "symbol"),
          MaybeText(j, "type"),
          MaybeDate(j, "date"),
          MaybeText(j, "issuer"),
          MaybeText(j, "title"),
          Int(j, "mentions"),
          Spans(j)};
}

Relation ReadRelation(const Json& j) {
  const auto kind = ParseRelationKind(Text(j, "relation"));
  if (!kind) throw BadRecord("\"" + Text(j, "relation") + "\" is no relation");
  return {Text(j, "from"), *kind, Text(j, "to"), Text(j, "verb"), Spans(j)};
}

DeadlineKind ReadDeadlineKind(const Json& j) {
  const auto kind = ParseDeadlineKind(Text(j, "kind"));
  if (!kind) throw BadRecord("\"" + Text(j, "kind") + "\" is no kind of deadline");
  return *kind;
}

Milestone ReadMilestone(const Json& j) {
  return {Text(j, "text"), ReadDeadlineKind(j), MaybeDate(j, "due"), MaybeText(j, "every")};
}

Deadline ReadDeadline(const Json& j) {
  Deadline d;
  d.text = MaybeText(j, "text");
  d.kind = ReadDeadlineKind(j);
  d.due = MaybeDate(j, "due");
  d.every = MaybeText(j, "every");
  d.op = MaybeText(j, "op");
  if (const Json& day = Get(j, "day"); !day.is_null()) d.day = day.get<int>();
  d.milestones = ListOf<Milestone>(j, "milestones", ReadMilestone);
  return d;
}

Task ReadTask(const Json& j) {
  Task t;
  t.annex = MaybeText(j, "annex");
  t.group = MaybeText(j, "group");
  t.ordinal = MaybeText(j, "ordinal");
  t.text = Text(j, "text");
  t.lead = Texts(j, "lead");
  t.support = Texts(j, "support");
  if (const Json& deadline = Get(j, "deadline"); !deadline.is_null())
    t.deadline = ReadDeadline(deadline);
  t.modality = MaybeText(j, "modality");
  t.product = MaybeText(j, "product");
  t.note = MaybeText(j, "note");
  t.references = Texts(j, "references");
  t.spans = Spans(j);
  t.rule = Text(j, "rule");
  return t;
}

Target ReadTarget(const Json& j) {
  Target t;
  t.annex = MaybeText(j, "annex");
  t.ordinal = MaybeText(j, "ordinal");
  t.group = MaybeText(j, "group");
  t.indicator = Text(j, "indicator");
  t.comparator = MaybeText(j, "comparator");
  t.value = MaybeNumber(j, "value");
  t.value_max = MaybeNumber(j, "value_max");
  t.unit = MaybeText(j, "unit");
  t.by = MaybeText(j, "by");
  t.modality = MaybeText(j, "modality");
  t.lead = Texts(j, "lead");
  t.spans = Spans(j);
  t.rule = Text(j, "rule");
  return t;
}

PageBox ReadPageBox(const Json& j) {
  const auto edges = ListOf<float>(j, "box", [](const Json& edge) { return edge.get<float>(); });
  if (edges.size() != 4) throw BadRecord("a box has four edges");
  return {Int(j, "page"), {edges[0], edges[1], edges[2], edges[3]}};
}

Evidence ReadEvidence(const Json& j) {
  return {Text(j, "field"),
          Spans(j),
          Text(j, "rule"),
          Text(j, "text"),
          ListOf<PageBox>(j, "boxes", ReadPageBox),
          MaybeNumber(j, "confidence").value_or(0),
          MaybeText(j, "circumstance").value_or("")};
}

Proposal ReadProposal(const Json& j) {
  Proposal out{ReadEvidence(j), {}, {}};
  const Json& value = Get(j, "value");
  if (value.is_object()) out.deadline = ReadDeadline(value);
  out.value = out.deadline ? out.deadline->text.value_or("") : Text(j, "value");
  return out;
}

Diagnostic ReadNote(const Json& j) {
  return {Text(j, "severity") == "info" ? Severity::kInfo : Severity::kWarning, Text(j, "code"),
          Int(j, "page"), Text(j, "text")};
}

Record ReadRecord(const Json& j) {
  if (Text(j, "schema") != "congvan.record/1")
    throw BadRecord("the schema is not congvan.record/1");
  Record r;
  const Json& source = Get(j, "source");
  r.source = {Text(source, "path"), Text(source, "sha256"), Text(source, "media_type"), 0};
  if (const Json& bytes = Get(source, "bytes"); !bytes.is_null())
    r.source.bytes = bytes.get<uint64_t>();
  r.pages = Int(source, "pages");
  r.text_from = Text(source, "text_from");
  r.document = ReadDocument(Get(j, "document"));
  r.citations = ListOf<Citation>(j, "citations", ReadCitation);
  r.relations = ListOf<Relation>(j, "relations", ReadRelation);
  r.tasks = ListOf<Task>(j, "tasks", ReadTask);
  r.targets = ListOf<Target>(j, "targets", ReadTarget);
  r.evidence = ListOf<Evidence>(j, "evidence", ReadEvidence);
  r.proposals = ListOf<Proposal>(j, "proposals", ReadProposal);
  r.notes = ListOf<Diagnostic>(j, "notes", ReadNote);
  r.program_version = MaybeText(Get(j, "read_by"), "program").value_or("");
  r.rules_version = MaybeText(Get(j, "read_by"), "rules").value_or("");
  return r;
}

}  // namespace

Result<Record> RecordFromJson(std::string_view json) {
  try {
    return ReadRecord(Json::parse(json));
  } catch (const std::exception& e) {  // the library's own, and ours above
    return Fail(MakeError(ErrorCode::kDamaged, "", std::string("no record: ") + e.what()));
  }
}

std::vector<PageSpan> SpansFromJson(std::string_view json) {
  try {
    std::vector<PageSpan> spans;
    for (const Json& item : Json::parse(json)) spans.push_back(ReadSpan(item));
    return spans;
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace congvan::store
