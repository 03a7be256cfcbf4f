// store/record_json.h: the record as JSON, "congvan.record/1", and back; and the grids of `congvan
// tables --json`.
//
// Every key of the contract is always present, in the contract's order; unknown is null, an empty
// list is []. Keys that are ours alone (spans, verbs, rules, evidence, notes) come after the
// contract's. UTF-8 out; bytes that are no UTF-8 become U+FFFD. A number that is whole is written
// without a fraction (62, not 62.0). Pure functions: any thread may call them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/normalized_text.h"
#include "core/raw_document.h"
#include "core/record.h"
#include "core/result.h"

namespace congvan::store {

enum class JsonLayout {
  kPretty,  ///< indented by two, no line feed at the end
  kLine,    ///< one line, no line feed at the end
};

std::string ToJson(const Record& record, JsonLayout layout = JsonLayout::kPretty);

/// Reads what ToJson writes, also without the keys that are ours alone. kDamaged when it is no such
/// JSON.
Result<Record> RecordFromJson(std::string_view json);

/// A record of these sections alone ("document", "tasks", ...), without what tells where and how
/// they were read: what a person would write down as gold.
std::string GoldToJson(const Record& record, const std::vector<std::string>& sections);

/// The grids as the contract's "Tables" says: boxes and structure of `raw`, texts of `text` (tables
/// correspond by order; a table or cell that `text` lacks shows its raw text). Lines of a cell stay
/// separated by '\n'.
std::string TablesToJson(const RawDocument& raw, const NormalizedText& text,
                         JsonLayout layout = JsonLayout::kPretty);

}  // namespace congvan::store
