// By what a row is known again when its document is read anew: its words, its place, its number.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/vietnamese.h"
#include "store/corrections.h"

namespace congvan::store {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kSameText = 0.8;     // from here on two texts are one row's
constexpr double kOverlapping = 0.5;  // likeness that is enough where they stand in one place
constexpr double kPlace = 0.5, kNumber = 0.25, kGoal = 0.25;  // what else adds to the likeness

struct RowKeyParts {
  std::string text, number, goal;
  int page = 0;
  uint32_t start = 0, end = 0;
  int twins = 1;  // rows of the same words, itself included

  [[nodiscard]] bool SamePlace(const RowKeyParts& other) const {
    return page > 0 && page == other.page && start == other.start;
  }
  [[nodiscard]] bool Overlaps(const RowKeyParts& other) const {
    if (page == 0 || page != other.page) return false;
    const uint32_t from = std::max(start, other.start), to = std::min(end, other.end);
    return from < to && 2 * (to - from) >= std::max(end - start, other.end - other.start);
  }
};

std::map<std::string, int> Words(const std::string& text) {
  std::map<std::string, int> out;
  std::istringstream in(text);
  for (std::string word; in >> word;) ++out[word];
  return out;
}

double Likeness(const std::string& a, const std::string& b) {
  if (a == b) return 1;
  const auto left = Words(a), right = Words(b);
  int common = 0, all = 0;
  for (const auto& [word, count] : left) {
    all += count;
    const auto found = right.find(word);
    if (found != right.end()) common += std::min(count, found->second);
  }
  for (const auto& [word, count] : right) all += count;
  return all == 0 ? 0 : 2.0 * common / all;
}

void SetPlace(RowKeyParts& parts, const std::vector<PageSpan>& spans) {
  if (spans.empty()) return;
  parts.page = spans.front().page;
  parts.start = spans.front().start;
  parts.end = spans.front().end;
}

std::string Numbered(const std::optional<std::string>& annex,
                     const std::optional<std::string>& ordinal) {
  return annex.value_or("-") + "/" + ordinal.value_or("-");
}

std::vector<RowKeyParts> RowsOf(const Record& record, std::string_view list) {
  std::vector<RowKeyParts> out;
  if (list == "tasks") {
    for (const Task& t : record.tasks) {
      out.push_back({FoldForCompare(t.text), Numbered(t.annex, t.ordinal), {}});
      SetPlace(out.back(), t.spans);
    }
  } else if (list == "targets") {
    for (const Target& t : record.targets) {
      const std::string value = t.value ? std::to_string(*t.value) : "-";
      out.push_back({FoldForCompare(t.indicator), Numbered(t.annex, t.ordinal),
                     value + "/" + t.by.value_or("-")});
      SetPlace(out.back(), t.spans);
    }
  } else if (list == "citations") {
    for (const Citation& c : record.citations) {
      out.push_back({FoldForCompare(c.symbol ? *c.symbol : c.title.value_or("")), {}, {}});
      SetPlace(out.back(), c.spans);
    }
  } else if (list == "relations") {
    const std::string own = record.document.symbol.value_or("self");
    const auto end = [&](const std::string& name) {
      return name == own ? std::string("self") : FoldForCompare(name);
    };
    for (const Relation& r : record.relations) {
      out.push_back({end(r.from) + " > " + end(r.to), {}, {}});
      SetPlace(out.back(), r.spans);
    }
  }
  return out;
}

RowKeyParts Parse(std::string_view row_key) {
  const Json j = Json::parse(row_key, nullptr, false);
  RowKeyParts parts;
  if (!j.is_object()) return parts;
  const auto text = [&](const char* key) {
    const auto found = j.find(key);
    return found != j.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  const auto number = [&](const char* key) {
    const auto found = j.find(key);
    return found != j.end() && found->is_number_unsigned() ? found->get<uint32_t>() : 0U;
  };
  parts.text = text("text");
  parts.number = text("number");
  parts.goal = text("goal");
  parts.page = static_cast<int>(number("page"));
  parts.start = number("start");
  parts.end = number("end");
  parts.twins = static_cast<int>(number("twins"));
  return parts;
}

// 0: not the row that is meant.
double Fit(const RowKeyParts& wanted, const RowKeyParts& row) {
  const double alike = Likeness(wanted.text, row.text);
  const bool same_place = wanted.SamePlace(row);
  if (alike < (same_place || wanted.Overlaps(row) ? kOverlapping : kSameText)) return 0;
  const bool same_number = wanted.number == row.number, same_goal = wanted.goal == row.goal;
  // Of several rows with the same words only the place, or all else, tells which is meant.
  if (wanted.twins > 1 && !same_place && !(same_number && same_goal)) return 0;
  return alike + (same_place ? kPlace : 0) + (same_number ? kNumber : 0) + (same_goal ? kGoal : 0);
}

}  // namespace

std::string RowKey(const Record& record, std::string_view list, size_t row) {
  const std::vector<RowKeyParts> rows = RowsOf(record, list);
  if (row >= rows.size()) return {};
  const RowKeyParts& parts = rows[row];
  const auto twins = std::count_if(
      rows.begin(), rows.end(), [&](const RowKeyParts& other) { return other.text == parts.text; });
  const Json j = {{"text", parts.text},
                  {"number", parts.number},
                  {"goal", parts.goal},
                  {"page", static_cast<uint32_t>(parts.page)},
                  {"start", parts.start},
                  {"end", parts.end},
                  {"twins", static_cast<uint32_t>(twins)}};
  return j.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<size_t> FindRow(const Record& record, std::string_view list,
                              std::string_view row_key) {
  const RowKeyParts wanted = Parse(row_key);
  const std::vector<RowKeyParts> rows = RowsOf(record, list);
  std::optional<size_t> best;
  double most = 0;
  bool alone = true;
  for (size_t i = 0; i < rows.size(); ++i) {
    const double fit = Fit(wanted, rows[i]);
    if (fit <= 0 || fit < most) continue;
    alone = fit > most;
    most = fit;
    best = i;
  }
  return alone ? best : std::nullopt;
}

}  // namespace congvan::store
