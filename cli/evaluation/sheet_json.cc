#include "evaluation/sheet_json.h"

#include <algorithm>
#include <tuple>

#include "core/symbol.h"
#include "evaluation/folding.h"

namespace congvan::cli {
namespace {

const Json kNull;
const Json kEmptyList = Json::array();

std::optional<std::string> Given(const Json& value) {
  if (value.is_null()) return std::nullopt;
  return Shown(value);
}

std::map<std::string, int> Counts(const Json& names,
                                  const std::function<std::string(const Json&)>& form) {
  std::map<std::string, int> out;
  for (const Json& name : List(names)) {
    const std::string key = form(name);
    if (!key.empty()) ++out[key];
  }
  return out;
}

int Sum(const std::map<std::string, int>& counts) {
  int sum = 0;
  for (const auto& [name, count] : counts) sum += count;
  return sum;
}

}  // namespace

const Json& Get(const Json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  return object.is_object() && found != object.end() ? *found : kNull;
}

std::string Text(const Json& value) {
  return value.is_string() ? value.get<std::string>() : std::string();
}

std::string Shown(const Json& value) {
  if (value.is_null()) return {};
  return value.is_string() ? value.get<std::string>()
                           : value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json& List(const Json& value) { return value.is_array() ? value : kEmptyList; }

void Sheet::Count(const std::string& field, int hit, int gold, int found) {
  Tally& tally = evaluation_.fields_[field];
  tally.hit += hit;
  tally.gold += gold;
  tally.found += found;
}

void Sheet::Value(const std::string& field, const std::string& item, bool right, const Json& want,
                  const Json& got, const std::string& rule) {
  Count(field, right ? 1 : 0, 1, 1);
  if (!right)
    evaluation_.misses_.push_back({document_, field, item, Given(want), Given(got), rule});
}

void Sheet::Names(const std::string& field, const std::string& item, const Json& want,
                  const Json& got, const std::string& rule,
                  const std::function<std::string(const Json&)>& form) {
  const auto left = Counts(want, form), right = Counts(got, form);
  int common = 0;
  for (const auto& [name, count] : left) {
    const auto other = right.find(name);
    if (other != right.end()) common += std::min(count, other->second);
  }
  Count(field, common, Sum(left), Sum(right));
  if (left != right)
    evaluation_.misses_.push_back({document_, field, item, Shown(want), Shown(got), rule});
}

void Sheet::Missing(const std::string& field, const std::string& item) {
  evaluation_.misses_.push_back({document_, field, item, item, std::nullopt, {}});
}

void Sheet::Extra(const std::string& field, const std::string& item, const std::string& rule) {
  evaluation_.misses_.push_back({document_, field, item, std::nullopt, item, rule});
}

std::vector<std::pair<size_t, size_t>> Pair(size_t gold, size_t found,
                                            const std::function<double(size_t, size_t)>& weight) {
  std::vector<std::tuple<double, size_t, size_t>> pairs;
  for (size_t i = 0; i < gold; ++i) {
    for (size_t j = 0; j < found; ++j) {
      const double w = weight(i, j);
      if (w > 0) pairs.emplace_back(-w, i, j);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<bool> gold_used(gold), found_used(found);
  std::vector<std::pair<size_t, size_t>> out;
  for (const auto& [w, i, j] : pairs) {
    if (gold_used[i] || found_used[j]) continue;
    gold_used[i] = found_used[j] = true;
    out.emplace_back(i, j);
  }
  return out;
}

double Tally::precision() const {
  if (found > 0) return static_cast<double>(hit) / found;
  return gold > 0 ? 0.0 : 1.0;
}

double Tally::recall() const {
  if (gold > 0) return static_cast<double>(hit) / gold;
  return found > 0 ? 0.0 : 1.0;
}

double Tally::f1() const {
  const double p = precision(), r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0.0;
}

Result<void> Evaluation::Add(std::string_view name, std::string_view gold,
                             std::string_view record) {
  const Json want = Json::parse(gold, nullptr, false);
  if (!want.is_object()) {
    return Fail(MakeError(ErrorCode::kDamaged, std::string(name), "no JSON object",
                          "a gold file holds one record, see docs/record.md"));
  }
  const Json parsed = Json::parse(record, nullptr, false);
  const Json got = parsed.is_object() ? parsed : Json::object();
  Sheet sheet(*this, std::string(name));
  const Json& head = Get(want, "document");
  if (!head.is_null()) MeasureHead(head, Get(got, "document"), sheet);
  if (want.contains("citations"))
    MeasureCitations(List(want["citations"]), List(Get(got, "citations")), sheet);
  if (want.contains("relations")) {
    MeasureRelations(List(want["relations"]), List(Get(want, "relations_arguable")),
                     List(Get(got, "relations")), SymbolForm(Text(Get(head, "symbol"))), sheet);
  }
  if (want.contains("tasks")) MeasureTasks(List(want["tasks"]), List(Get(got, "tasks")), sheet);
  if (want.contains("targets"))
    MeasureTargets(List(want["targets"]), List(Get(got, "targets")), sheet);
  return {};
}

}  // namespace congvan::cli
