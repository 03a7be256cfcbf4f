#include "explain_json.h"

#include <cmath>
#include <set>

#include "json_writer.h"

namespace congvan::cli {
namespace {

constexpr size_t kReach = 80;  // code points shown on either side of the words

void WriteEvidence(const Explained& value, const PagedText& text, JsonWriter& json) {
  const Evidence& evidence = *value.evidence;
  const Context context = ContextOf(evidence, text, kReach);
  json.Key("text").String(evidence.text);
  json.Key("before").String(context.before);
  json.Key("behind").String(context.behind);
  json.Key("spans").BeginArray();
  for (const PageSpan& span : evidence.spans) {
    json.BeginObject();
    json.Key("page").Integer(span.page);
    json.Key("start").Integer(span.start);
    json.Key("end").Integer(span.end);
    json.End();
  }
  json.End();
  json.Key("boxes");
  if (evidence.boxes.empty()) json.Null();
  if (!evidence.boxes.empty()) json.BeginArray();
  for (const PageBox& at : evidence.boxes) {
    json.BeginObject();
    json.Key("page").Integer(at.page);
    json.Key("box").BeginArray();
    for (const float edge : {at.box.x0, at.box.y0, at.box.x1, at.box.y1})
      json.Number(std::round(static_cast<double>(edge) * 10) / 10);
    json.End().End();
  }
  if (!evidence.boxes.empty()) json.End();
  json.Key("rule").String(evidence.rule);
  json.Key("file");
  if (value.rule == nullptr) {
    json.Null();
    json.Key("line").Null();
  } else {
    json.String(value.rule->file);
    json.Key("line").Integer(value.rule->line);
  }
  json.Key("confidence").Number(evidence.confidence);
  json.Key("circumstance");
  if (evidence.circumstance.empty()) {
    json.Null();
  } else {
    json.String(evidence.circumstance);
  }
}

void WriteCorrection(const store::Correction* correction, JsonWriter& json) {
  json.Key("corrected");
  if (correction == nullptr) {
    json.Null();
    return;
  }
  json.BeginObject();
  json.Key("kind").String(store::ToString(correction->kind));
  json.Key("value").Raw(correction->new_value);
  json.Key("was").Raw(correction->old_value);
  json.Key("note").String(correction->note);
  json.Key("at").String(correction->corrected_at);
  json.End();
}

void WriteNoEvidence(JsonWriter& json) {
  for (const char* key : {"text", "before", "behind", "spans", "boxes", "rule", "file", "line",
                          "confidence", "circumstance"})
    json.Key(key).Null();
}

void WriteValue(const Explained& value, const PagedText& text, const store::Correction* correction,
                JsonWriter& json) {
  json.BeginObject();
  json.Key("field").String(value.field.path);
  json.Key("value").String(value.field.value);
  if (value.evidence == nullptr) {
    WriteNoEvidence(json);
  } else {
    WriteEvidence(value, text, json);
  }
  json.Key("proposed").Boolean(value.proposed);
  WriteCorrection(correction, json);
  json.End();
}

}  // namespace

/// What a person said of the value at this path; nullptr for nothing.
const store::Correction* CorrectionOf(const std::string& path, const Corrections& corrections) {
  for (const store::Correction& correction : corrections) {
    if (correction.now && Holds(*correction.now, path)) return &correction;
  }
  return nullptr;
}

std::vector<const store::Correction*> OfUnread(const std::vector<Explained>& values,
                                               const Corrections& corrections,
                                               const std::string& field) {
  std::set<const store::Correction*> told;
  for (const Explained& value : values) told.insert(CorrectionOf(value.field.path, corrections));
  std::vector<const store::Correction*> unread;
  for (const store::Correction& correction : corrections) {
    if (correction.now && !told.contains(&correction) &&
        (field.empty() || Holds(field, *correction.now)))
      unread.push_back(&correction);
  }
  return unread;
}

void PrintExplainedJson(const std::vector<Explained>& values, const PagedText& text,
                        const Corrections& corrections, const std::string& field,
                        std::ostream& out) {
  JsonWriter json(out);
  json.BeginArray();
  for (const Explained& value : values)
    WriteValue(value, text, CorrectionOf(value.field.path, corrections), json);
  for (const store::Correction* correction : OfUnread(values, corrections, field)) {
    json.BeginObject();
    json.Key("field").String(*correction->now);
    json.Key("value").Null();
    WriteNoEvidence(json);
    json.Key("proposed").Boolean(false);
    WriteCorrection(correction, json);
    json.End();
  }
  json.End();
}

}  // namespace congvan::cli
