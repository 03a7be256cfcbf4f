// cli/evaluation/evaluation.h: how near records come to what a person read in the same documents.
//
//   Evaluation evaluation;
//   evaluation.Add("kh-12", gold_json, record_json);
//   for (const auto& [field, tally] : evaluation.fields()) ... tally.f1() ...
//
// Both sides are JSON records (docs/record.md); the gold may lack whole sections, which are then
// not measured. Lists are paired one to one by their likeness: tasks by text (at least 0.8),
// targets by value and indicator, citations by symbol, relations by both ends and verb. The same
// measure as the field's other tools use for lists: precision, recall, F1; of single fields the
// share that is right.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace congvan::cli {

struct Tally {
  int hit = 0, gold = 0, found = 0;

  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

/// One difference between a record and its gold.
struct Miss {
  std::string document;
  std::string field;  ///< "tasks.table.lead"
  std::string item;   ///< which of a list: its text or symbol; empty for the document's
  std::optional<std::string> want, got;  ///< nullopt: the other side has more than this one
  std::string rule;                      ///< that read `got`, where the record says so
};

class Evaluation {
 public:
  /// Both texts are JSON. A record that is no object counts as one in which nothing was found.
  Result<void> Add(std::string_view name, std::string_view gold, std::string_view record);

  /// By name of the field: "citations.date", "tasks.table.clean".
  [[nodiscard]] const std::map<std::string, Tally>& fields() const { return fields_; }
  /// In the order of the documents given.
  [[nodiscard]] const std::vector<Miss>& misses() const { return misses_; }

 private:
  friend class Sheet;
  std::map<std::string, Tally> fields_;
  std::vector<Miss> misses_;
};

}  // namespace congvan::cli
