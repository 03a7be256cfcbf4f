#include "record_fields.h"

namespace congvan::rules {
namespace {

template <class T>
T* RowAt(std::vector<T>& rows, const FieldPath& path) {
  return path.row && *path.row < rows.size() ? &rows[*path.row] : nullptr;
}

std::optional<std::string>* HeadText(DocumentHead& head, const std::string& part) {
  if (part == "symbol") return &head.symbol;
  if (part == "symbol_suffix") return &head.symbol_suffix;
  if (part == "type") return &head.type;
  if (part == "place") return &head.place;
  if (part == "issuer") return &head.issuer;
  if (part == "subject") return &head.subject;
  if (part == "signer.name") return &head.signer.name;
  if (part == "signer.position") return &head.signer.position;
  if (part == "signer.authority") return &head.signer.authority;
  return nullptr;
}

std::optional<std::string>* CitationText(Citation& citation, const std::string& part) {
  if (part == "type") return &citation.type;
  if (part == "issuer") return &citation.issuer;
  if (part == "title") return &citation.title;
  return nullptr;
}

std::optional<std::string>* TaskText(Task& task, const std::string& part) {
  if (part == "group") return &task.group;
  if (part == "product") return &task.product;
  if (part == "note") return &task.note;
  return nullptr;
}

std::optional<std::string>* TargetText(Target& target, const std::string& part) {
  if (part == "group") return &target.group;
  if (part == "unit") return &target.unit;
  if (part == "by") return &target.by;
  return nullptr;
}

}  // namespace

std::vector<std::string>* ListAt(Record& record, const FieldPath& path) {
  if (path.Kind() == "document.addressees") return &record.document.addressees;
  if (path.Kind() == "document.recipients") return &record.document.recipients;
  if (Task* task = path.list == "tasks" ? RowAt(record.tasks, path) : nullptr) {
    if (path.part == "lead") return &task->lead;
    if (path.part == "support") return &task->support;
    if (path.part == "references") return &task->references;
  }
  if (Target* target = path.list == "targets" ? RowAt(record.targets, path) : nullptr) {
    if (path.part == "lead") return &target->lead;
  }
  return nullptr;
}

std::optional<std::string>* TextAt(Record& record, const FieldPath& path) {
  if (path.list == "document") return HeadText(record.document, path.part);
  if (path.list == "citations") {
    Citation* citation = RowAt(record.citations, path);
    return citation == nullptr ? nullptr : CitationText(*citation, path.part);
  }
  if (path.list == "tasks") {
    Task* task = RowAt(record.tasks, path);
    return task == nullptr ? nullptr : TaskText(*task, path.part);
  }
  if (path.list == "targets") {
    Target* target = RowAt(record.targets, path);
    return target == nullptr ? nullptr : TargetText(*target, path.part);
  }
  return nullptr;
}

std::optional<PartialDate>* DateAt(Record& record, const FieldPath& path) {
  if (path.Kind() == "document.date") return &record.document.date;
  if (path.Kind() != "citations.date") return nullptr;
  Citation* citation = RowAt(record.citations, path);
  return citation == nullptr ? nullptr : &citation->date;
}

}  // namespace congvan::rules
