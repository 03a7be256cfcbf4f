// store/corrections.h: what people know better than the rules.
//
//   store::CorrectionRequest request{sha256, "tasks[3].lead", CorrectionKind::kSet,
//                                    R"(["Phòng Kinh tế"])", "", "2026-01-02T03:04:05Z"};
//   CV_TRY(const Correction done, Correct(store, request));
//
// - A correction is of a file's bytes. It stands through new readings (Known::kReplace), other
//   names of the file and its absence; only Undo takes it away.
// - Rows (tasks, targets, citations, relations) are known again by their words and their place,
//   not by their number: FindRow. One whose row is no more is kept and found dangling.
// - Numbers in field names count the rows as the rules read them, whatever was corrected.
// - Every answer of queries.h and graph.h has the corrected values. What the rules read stays in
//   LoadReading.
// - At most one correction of a field: a later one takes the earlier one's place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/field_path.h"
#include "core/record.h"
#include "core/result.h"
#include "store/store.h"

namespace congvan::store {

enum class CorrectionKind {
  kSet,      ///< the value is another one
  kNone,     ///< there is no such value; of a whole row: there is no such row
  kConfirm,  ///< what was read is right, and what was proposed too
};
std::string_view ToString(CorrectionKind kind);  ///< "set", "none", "confirm"

struct Correction {
  std::string sha256;
  std::string field;    ///< "tasks[3].lead", as it was named when it was corrected
  std::string row_key;  ///< JSON, of this library alone
  CorrectionKind kind = CorrectionKind::kSet;
  std::string old_value, new_value;  ///< JSON, as in the record
  std::string note;
  std::string corrected_at;  ///< as given
  /// Where it stands in the record as read now; nullopt: dangling, its row is no more.
  std::optional<std::string> now;
  bool operator==(const Correction&) const = default;
};

/// A record, with what people say of it.
struct Corrected {
  Record record;  ///< as corrected
  std::vector<Correction> corrections;
};

/// Puts corrections into what the rules read. Pure. A corrected value's evidence is its words as
/// read, with the rule "correction" and confidence 1; rows that are none are gone from `record`.
Corrected Apply(const Record& as_read, std::vector<Correction> corrections);

/// What is known of one file that was read well.
struct Reading {
  std::string sha256, path;  ///< of several paths the first
  int64_t document_id = 0;
  Record record;  ///< as the rules read it
  std::optional<std::string> rules_version, program_version;
  std::vector<Correction> corrections;
};

/// Of the document's files, the primary one first; of all files, by path, without a document.
Result<std::vector<Reading>> LoadReadings(Store& store,
                                          const std::optional<int64_t>& document_id = std::nullopt);

/// Corrections of bytes that are no longer here.
Result<std::vector<Correction>> ListHomeless(Store& store);

/// The corrections of these bytes, whether the file is here or not.
Result<std::vector<Correction>> ListCorrections(Store& store, std::string_view sha256);

struct CorrectionRequest {
  std::string sha256;
  std::string field;
  CorrectionKind kind = CorrectionKind::kSet;
  std::string new_value;  ///< JSON; only with kSet
  std::string note, at;
};

/// Stores it and works out again what depends on it. kNotFound: no such file, row or field; kUsage:
/// no value of that field. Whole or not at all.
Result<Correction> Correct(Store& store, const CorrectionRequest& request);

/// Takes back the correction of this field, named as it is now or as it was. false: there is none.
Result<bool> Undo(Store& store, std::string_view sha256, std::string_view field);

/// A value for people: lists joined by "; ", nothing for null.
std::string DisplayValue(std::string_view json);
/// For CorrectionRequest::new_value of "tasks[3].deadline".
std::string DeadlineToJson(const Deadline& deadline);

/// The row of `list` in `record` that `row_key` means; nullopt when there is none, or no telling
/// which. Exposed for comparing two readings.
std::optional<size_t> FindRow(const Record& record, std::string_view list,
                              std::string_view row_key);
std::string RowKey(const Record& record, std::string_view list, size_t row);

/// Whether the record has such a field, known or null: "tasks[3].lead" where there are four tasks.
bool HasField(const Record& record, const FieldPath& path);

}  // namespace congvan::store
