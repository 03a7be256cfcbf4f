// cli/evaluation/sheet_json.h: one document being measured: what each part of the measure writes
// to.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "evaluation/evaluation.h"

namespace congvan::cli {

using Json = nlohmann::json;

class Sheet {
 public:
  Sheet(Evaluation& evaluation, std::string document)
      : evaluation_(evaluation), document_(std::move(document)) {}

  void Count(const std::string& field, int hit, int gold, int found);
  /// Counts a value that is right or wrong, and writes down a wrong one.
  void Value(const std::string& field, const std::string& item, bool right, const Json& want,
             const Json& got, const std::string& rule = {});
  /// Counts two lists of names, each name as often as it stands.
  void Names(const std::string& field, const std::string& item, const Json& want, const Json& got,
             const std::string& rule, const std::function<std::string(const Json&)>& form);
  void Missing(const std::string& field, const std::string& item);
  void Extra(const std::string& field, const std::string& item, const std::string& rule = {});

 private:
  Evaluation& evaluation_;
  std::string document_;
};

/// Of an object; null when it is none or has no such key.
const Json& Get(const Json& object, const char* key);
/// Empty for null.
std::string Text(const Json& value);
/// "" of null and of an object or list without content too: what the two sides may leave out.
std::string Shown(const Json& value);
/// An empty array for null.
const Json& List(const Json& value);

/// Pairs (gold, found) one to one, the heaviest first, of equals those that stand first. Pairs of
/// weight 0 are none.
std::vector<std::pair<size_t, size_t>> Pair(size_t gold, size_t found,
                                            const std::function<double(size_t, size_t)>& weight);

void MeasureHead(const Json& gold, const Json& found, Sheet& sheet);
void MeasureCitations(const Json& gold, const Json& found, Sheet& sheet);
/// `own` is the document's symbol; `arguable` relations are neither asked for nor held against the
/// record.
void MeasureRelations(const Json& gold, const Json& arguable, const Json& found,
                      const std::string& own, Sheet& sheet);
void MeasureTasks(const Json& gold, const Json& found, Sheet& sheet);
void MeasureTargets(const Json& gold, const Json& found, Sheet& sheet);

}  // namespace congvan::cli
