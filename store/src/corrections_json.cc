#include "corrections_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "store/record_json.h"

namespace congvan::store {
namespace {

using Json = nlohmann::ordered_json;

// Keys that say where a row stands or how it was read, and are no words of the document.
constexpr std::array<std::string_view, 6> kNotForPeople = {"spans",    "rule", "verb",
                                                           "mentions", "from", "to"};

Json ToTree(const Record& record) { return Json::parse(ToJson(record, JsonLayout::kLine)); }

std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json* Find(Json& record, const FieldPath& path) {
  Json* at = &record[path.list];
  if (path.row) {
    if (*path.row >= at->size()) return nullptr;
    at = &(*at)[*path.row];
  }
  for (size_t begin = 0; begin < path.part.size();) {
    const size_t end = std::min(path.part.find('.', begin), path.part.size());
    const std::string key = path.part.substr(begin, end - begin);
    if (!at->is_object() || !at->contains(key)) return nullptr;
    at = &(*at)[key];
    begin = end + 1;
  }
  return at;
}

// Which name a whole row goes by.
const char* NameOfRow(const std::string& list) {
  return list == "tasks"       ? "text"
         : list == "targets"   ? "indicator"
         : list == "relations" ? "to"
                               : "symbol";
}

// What there is instead of a value that is none.
Json Nothing(const Json& value) {
  if (value.is_array()) return Json::array();
  if (!value.is_object()) return nullptr;
  Json out = value;
  for (auto& [key, part] : out.items()) part = key == "kind" ? Json("none") : Nothing(part);
  return out;
}

// "tasks[3].lead" holds "tasks[3].lead[0]", not "tasks[3].leader".
bool IsAtOrBelow(std::string_view field, std::string_view outer) {
  return field.starts_with(outer) &&
         (field.size() == outer.size() || field[outer.size()] == '.' || field[outer.size()] == '[');
}

class Corrector {
 public:
  explicit Corrector(const Record& as_read) : as_read_(as_read), tree_(ToTree(as_read)) {}

  /// Sets Correction::now; leaves the tree as it was where it is dangling.
  void Put(Correction& correction) {
    correction.now = std::nullopt;
    auto path = ParseFieldPath(correction.field);
    if (!path) return;
    if (path->row) {
      path->row = FindRow(as_read_, path->list, correction.row_key);
      if (!path->row) return;
    }
    if (path->part.empty()) {
      if (correction.kind == CorrectionKind::kNone) gone_.insert({path->list, *path->row});
    } else if (!Set(*path, correction)) {
      return;
    }
    correction.now = path->Text();
  }

  [[nodiscard]] Record Take() {
    for (auto it = gone_.rbegin(); it != gone_.rend(); ++it) {
      tree_[it->first].erase(it->second);
      for (const char* list : {"evidence", "proposals"})
        Renumber(tree_[list], it->first, it->second);
    }
    auto record = RecordFromJson(Dump(tree_));
    CV_CHECK(record.has_value(), "each correction was tried by itself");
    return std::move(*record);
  }

 private:
  bool Set(const FieldPath& path, const Correction& correction) {
    Json* place = Find(tree_, path);
    if (place == nullptr) return false;
    const Json before = *place;
    *place = correction.kind == CorrectionKind::kNone
                 ? Nothing(before)
                 : Json::parse(correction.new_value, nullptr, false);
    if (place->is_discarded() || !RecordFromJson(Dump(tree_))) {
      *place = before;
      return false;
    }
    const Json after = *place;
    if (path.Kind() == "document.symbol") RenameSelf(before, after);
    if (path.Kind() == "relations.relation")
      (*Find(tree_, {path.list, path.row, "", {}}))["verb"] = "";
    SetEvidence(path, after);
    return true;
  }

  // The document's own end of its relations.
  void RenameSelf(const Json& before, const Json& after) {
    const auto name = [](const Json& symbol) { return symbol.is_string() ? symbol : Json("self"); };
    for (Json& relation : tree_["relations"]) {
      for (const char* end : {"from", "to"}) {
        if (relation[end] == name(before)) relation[end] = name(after);
      }
    }
  }

  // The words as read, now vouched for by a person.
  void SetEvidence(const FieldPath& path, const Json& value) {
    const std::string field = path.Text();
    Json evidence = {
        {"field", field},   {"spans", Json::array()}, {"rule", "correction"},   {"text", ""},
        {"boxes", nullptr}, {"confidence", 1},        {"circumstance", nullptr}};
    Json rest = Json::array();
    bool found = false;
    for (Json& entry : tree_["evidence"]) {
      const auto& name = entry["field"].get_ref<const std::string&>();
      const bool own = IsAtOrBelow(name, field);
      if (!found && (own || IsAtOrBelow(field, name))) {
        found = own;
        for (const char* key : {"spans", "text", "boxes"}) evidence[key] = entry[key];
      }
      if (!own) rest.push_back(std::move(entry));
    }
    const bool is_nothing = value.is_null() || value == Nothing(value);
    if (!is_nothing) rest.push_back(std::move(evidence));
    tree_["evidence"] = std::move(rest);
    Json& proposals = tree_["proposals"];  // a person has decided
    for (size_t i = proposals.size(); i-- > 0;) {
      if (IsAtOrBelow(proposals[i]["field"].get<std::string>(), field)) proposals.erase(i);
    }
  }

  static void Renumber(Json& entries, const std::string& list, size_t gone) {
    Json rest = Json::array();
    for (Json& entry : entries) {
      auto path = ParseFieldPath(entry["field"].get<std::string>());
      if (path && path->list == list && path->row) {
        if (*path->row == gone) continue;
        if (*path->row > gone) --*path->row;
        entry["field"] = path->Text();
      }
      rest.push_back(std::move(entry));
    }
    entries = std::move(rest);
  }

  const Record& as_read_;
  Json tree_;
  std::set<std::pair<std::string, size_t>> gone_;
};

}  // namespace

std::string_view ToString(CorrectionKind kind) {
  switch (kind) {
    case CorrectionKind::kSet:
      return "set";
    case CorrectionKind::kNone:
      return "none";
    case CorrectionKind::kConfirm:
      return "confirm";
  }
  return {};
}

Corrected Apply(const Record& as_read, std::vector<Correction> corrections) {
  if (corrections.empty()) return {as_read, {}};
  Corrector corrector(as_read);
  for (Correction& correction : corrections) corrector.Put(correction);
  return {corrector.Take(), std::move(corrections)};
}

Result<std::string> ValueAt(const Record& record, const FieldPath& path) {
  Json tree = ToTree(record);
  Json* value = Find(tree, path);
  if (value == nullptr) {
    return Fail(MakeError(ErrorCode::kNotFound, "", "the document has no such field",
                          "congvan review DOC names those that it has"));
  }
  if (path.part.empty()) return Dump((*value)[NameOfRow(path.list)]);
  return Dump(*value);
}

Result<std::string> ProposedAt(const Record& record, const FieldPath& path) {
  Json tree = ToTree(record);
  Json* value = Find(tree, path);
  if (value == nullptr) return ValueAt(record, path);
  for (const Json& proposal : tree["proposals"]) {
    if (proposal["field"] != path.Text()) continue;
    if (value->is_array()) {
      value->push_back(proposal["value"]);
    } else {
      *value = proposal["value"];
    }
  }
  return ValueAt(*RecordFromJson(Dump(tree)), path);
}

std::string DisplayValue(std::string_view json) {
  const Json value = Json::parse(json, nullptr, false);
  if (value.is_discarded() || value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  std::string out;
  const auto add = [&out](const std::string& part) {
    if (!part.empty()) out += (out.empty() ? "" : "; ") + part;
  };
  if (value.is_array()) {
    for (const Json& item : value) add(DisplayValue(Dump(item)));
    return out;
  }
  if (!value.is_object()) return Dump(value);
  for (const char* key : {"text", "due", "every"}) {
    if (out.empty() && value.contains(key)) add(DisplayValue(Dump(value[key])));
  }
  return out;
}

std::string DeadlineToJson(const Deadline& deadline) {
  Record record;
  record.tasks.emplace_back().deadline = deadline;
  return Dump(ToTree(record)["tasks"][0]["deadline"]);
}

bool HasField(const Record& record, const FieldPath& path) {
  Json tree = ToTree(record);
  return Find(tree, path) != nullptr;
}

Result<void> CheckValue(const Record& record, const FieldPath& path, CorrectionKind kind,
                        std::string_view new_value) {
  Json tree = ToTree(record);
  Json* value = Find(tree, path);
  const std::string key = path.part.substr(path.part.rfind('.') + 1);
  if (value == nullptr ||
      std::find(kNotForPeople.begin(), kNotForPeople.end(), key) != kNotForPeople.end()) {
    return Fail(MakeError(ErrorCode::kNotFound, "", "the document has no such field",
                          "congvan review DOC names those that it has"));
  }
  if (path.part.empty()) {
    if (kind != CorrectionKind::kSet) return {};
    return Fail(MakeError(ErrorCode::kUsage, "", "a whole row has no value to be set",
                          "name one of its fields, or take the row away with --unset"));
  }
  if (path.item) {
    return Fail(MakeError(ErrorCode::kUsage, "", "a list is corrected as a whole",
                          "leave out the number behind its name, and give all of it"));
  }
  const bool is_name = path.part == NameOfRow(path.list) && path.list != "citations";
  const bool is_kind = key == "kind" || key == "relation" || key == "role";
  if (kind == CorrectionKind::kNone && path.row && (is_name || is_kind)) {
    return Fail(MakeError(ErrorCode::kUsage, "", "a row cannot be without it",
                          "take the whole row away: --field 'tasks[3]' --unset"));
  }
  if (kind != CorrectionKind::kSet) return {};
  const bool is_list = value->is_array();
  *value = Json::parse(new_value, nullptr, false);
  const bool fits = !value->is_discarded() && value->is_array() == is_list &&
                    RecordFromJson(Dump(tree)).has_value();
  if (fits) return {};
  return Fail(MakeError(ErrorCode::kUsage, "", "this is no value of that field",
                        "docs/record.md says which values each field takes"));
}

}  // namespace congvan::store
