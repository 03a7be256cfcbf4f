#include "record_diff.h"

#include <array>
#include <map>
#include <set>

#include "core/field_path.h"
#include "explanation.h"
#include "store/corrections.h"

namespace congvan::cli {
namespace {

constexpr std::array<const char*, 4> kLists = {"citations", "relations", "tasks", "targets"};

// The fields of one row or of the head, lists joined, in the record's order.
struct Fields {
  std::vector<std::string> order;
  std::map<std::string, std::string> values;

  void Add(const std::string& part, const std::string& value) {
    const auto [place, is_new] = values.emplace(part, value);
    if (is_new) {
      order.push_back(part);
    } else {
      place->second += "; " + value;
    }
  }
  [[nodiscard]] std::optional<std::string> Of(const std::string& part) const {
    const auto found = values.find(part);
    return found == values.end() ? std::nullopt : std::optional(found->second);
  }
};

struct Sorted {
  Fields head;
  std::map<std::string, std::vector<Fields>> rows;  // by list
};

Sorted Sort(const Record& record) {
  Sorted out;
  for (const FieldValue& value : ValuesOf(record)) {
    const auto path = ParseFieldPath(value.path);
    CV_CHECK(path.has_value(), "values are named as fields are");
    if (!path->row) {
      out.head.Add(path->part, value.value);
      continue;
    }
    std::vector<Fields>& rows = out.rows[path->list];
    if (rows.size() <= *path->row) rows.resize(*path->row + 1);
    rows[*path->row].Add(path->part, value.value);
  }
  return out;
}

std::string NameOf(const std::string& list, const Fields& row) {
  if (list == "tasks") return row.Of("text").value_or("");
  if (list == "targets") return row.Of("indicator").value_or("");
  if (list == "citations") return row.Of("symbol").value_or(row.Of("title").value_or(""));
  return row.Of("from").value_or("") + " " + row.Of("relation").value_or("") + " " +
         row.Of("to").value_or("");
}

void Compare(const std::string& name, const Fields& before, const Fields& after,
             std::vector<Change>& changes) {
  std::set<std::string> seen;
  for (const Fields* side : {&after, &before}) {
    for (const std::string& part : side->order) {
      if (!seen.insert(part).second || before.Of(part) == after.Of(part)) continue;
      changes.push_back({name + "." + part, before.Of(part), after.Of(part)});
    }
  }
}

}  // namespace

std::vector<Change> Differences(const Record& before, const Record& after) {
  Sorted old = Sort(before), now = Sort(after);
  std::vector<Change> changes;
  Compare("document", old.head, now.head, changes);
  for (const std::string list : kLists) {
    const std::vector<Fields>&was = old.rows[list], &is = now.rows[list];
    std::map<size_t, size_t> pairs;  // row now -> row before
    std::set<size_t> kept;
    for (size_t i = 0; i < was.size(); ++i) {
      const auto row = store::FindRow(after, list, store::RowKey(before, list, i));
      if (row && pairs.emplace(*row, i).second) kept.insert(i);
    }
    for (size_t i = 0; i < is.size(); ++i) {
      const std::string name = list + "[" + std::to_string(i) + "]";
      const auto pair = pairs.find(i);
      if (pair == pairs.end()) {
        changes.push_back({name, std::nullopt, NameOf(list, is[i])});
      } else {
        Compare(name, was[pair->second], is[i], changes);
      }
    }
    for (size_t i = 0; i < was.size(); ++i) {
      if (kept.contains(i)) continue;
      changes.push_back({list + "[" + std::to_string(i) + "]", NameOf(list, was[i]), std::nullopt});
    }
  }
  return changes;
}

}  // namespace congvan::cli
