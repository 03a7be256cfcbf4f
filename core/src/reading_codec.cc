#include "core/reading_codec.h"

#include <algorithm>

#include "core_archive.h"

namespace congvan {

using archive::Fields;
using archive::Of;

template <class A, Of<Signer> T>
bool Visit(A& a, T& signer) {
  auto& [name, position, authority] = signer;
  return Fields(a, name, position, authority);
}

template <class A, Of<DocumentHead> T>
bool Visit(A& a, T& head) {
  auto& [role, symbol, suffix, type, date, place, issuer, subject, addressees, recipients, signer] =
      head;
  return Fields(a, role, symbol, suffix, type, date, place, issuer, subject, addressees, recipients,
                signer);
}

template <class A, Of<Citation> T>
bool Visit(A& a, T& citation) {
  auto& [symbol, type, date, issuer, title, mentions, spans] = citation;
  return Fields(a, symbol, type, date, issuer, title, mentions, spans);
}

template <class A, Of<Relation> T>
bool Visit(A& a, T& relation) {
  auto& [from, kind, to, verb, spans] = relation;
  return Fields(a, from, kind, to, verb, spans);
}

template <class A, Of<Milestone> T>
bool Visit(A& a, T& milestone) {
  auto& [text, kind, due, every] = milestone;
  return Fields(a, text, kind, due, every);
}

template <class A, Of<Deadline> T>
bool Visit(A& a, T& deadline) {
  auto& [text, kind, due, every, op, day, milestones] = deadline;
  return Fields(a, text, kind, due, every, op, day, milestones);
}

template <class A, Of<Task> T>
bool Visit(A& a, T& task) {
  auto& [annex, group, ordinal, text, lead, support, deadline, modality, product, note, references,
         spans, rule] = task;
  return Fields(a, annex, group, ordinal, text, lead, support, deadline, modality, product, note,
                references, spans, rule);
}

template <class A, Of<Target> T>
bool Visit(A& a, T& target) {
  auto& [annex, ordinal, group, indicator, comparator, value, value_max, unit, by, modality, lead,
         spans, rule] = target;
  return Fields(a, annex, ordinal, group, indicator, comparator, value, value_max, unit, by,
                modality, lead, spans, rule);
}

template <class A, Of<PageBox> T>
bool Visit(A& a, T& at) {
  auto& [page, box] = at;
  return Fields(a, page, box);
}

template <class A, Of<Evidence> T>
bool Visit(A& a, T& evidence) {
  auto& [field, spans, rule, text, boxes, confidence, circumstance] = evidence;
  return Fields(a, field, spans, rule, text, boxes, confidence, circumstance);
}

template <class A, Of<Proposal> T>
bool Visit(A& a, T& proposal) {
  auto& [evidence, value, deadline] = proposal;
  return Fields(a, evidence, value, deadline);
}

template <class A, Of<Record> T>
bool Visit(A& a, T& record) {
  auto& [source, pages, text_from, document, citations, relations, tasks, targets, evidence,
         proposals, notes, rules_version, program_version] = record;
  return Fields(a, source, pages, text_from, document, citations, relations, tasks, targets,
                evidence, proposals, notes, rules_version, program_version);
}

template <class A, Of<PagedText> T>
bool Visit(A& a, T& text) {
  return Fields(a, text.text, text.page_begin);  // the marks are made anew
}

template <class A, Of<Reading> T>
bool Visit(A& a, T& reading) {
  auto& [record, text, layout] = reading;
  return Fields(a, record, text, layout);
}

namespace {

constexpr uint32_t kMagic = 0x44525243;  // "CRRD"

bool IsSound(const Deadline& deadline) {
  const auto known = [](DeadlineKind kind) { return kind <= DeadlineKind::kOnRequest; };
  return known(deadline.kind) &&
         std::all_of(deadline.milestones.begin(), deadline.milestones.end(),
                     [&](const Milestone& milestone) { return known(milestone.kind); });
}

bool IsSound(const Record& record) {
  return record.document.role <= Role::kAnnex &&
         std::all_of(record.relations.begin(), record.relations.end(),
                     [](const Relation& r) { return r.kind <= RelationKind::kCites; }) &&
         std::all_of(record.tasks.begin(), record.tasks.end(),
                     [](const Task& t) { return IsSound(t.deadline); }) &&
         std::all_of(record.proposals.begin(), record.proposals.end(),
                     [](const Proposal& p) { return !p.deadline || IsSound(*p.deadline); }) &&
         std::all_of(record.notes.begin(), record.notes.end(),
                     [](const Diagnostic& d) { return d.severity <= Severity::kWarning; });
}

bool IsSound(const PagedText& text) {
  return (text.page_begin.empty() || text.page_begin.front() == 0) &&
         std::is_sorted(text.page_begin.begin(), text.page_begin.end()) &&
         (text.page_begin.empty() || text.page_begin.back() <= text.text.size());
}

}  // namespace

std::string Encode(const Reading& reading) {
  archive::Writer writer;
  writer.Number(kMagic);
  Field(writer, reading);
  return writer.Take();
}

std::optional<Reading> DecodeReading(std::string_view bytes) {
  archive::Reader reader(bytes);
  uint32_t magic = 0;
  Reading reading;
  if (!reader.Number(magic) || magic != kMagic || !Field(reader, reading) || reader.left() != 0)
    return std::nullopt;
  if (!IsSound(reading.record) || !IsSound(reading.text)) return std::nullopt;
  MarkCodePoints(reading.text);
  return reading;
}

}  // namespace congvan
