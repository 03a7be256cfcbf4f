// Tasks and targets: rows are paired by their likeness, then compared field by field.
#include <cmath>

#include "core/utf8.h"
#include "evaluation/folding.h"
#include "evaluation/sheet_json.h"

namespace congvan::cli {
namespace {

constexpr double kSameTask = 0.80;  // from here on two texts are the same task
constexpr double kClean = 0.97;     // of a table: nothing of the neighbours, nothing lost
constexpr double kSameGoal = 0.70;  // of two indicators with the same value
constexpr double kMilestone = 0.5;  // what the same milestone adds to the likeness of two targets

std::string FoldedName(const Json& name) {
  std::string out;
  for (const std::string& word : FoldedWords(Text(name))) out += word + " ";
  return out;
}

Json Split(const Json& names) {  // "A; B" in one string is two bodies
  Json out = Json::array();
  for (const Json& name : List(names)) {
    std::string_view rest;
    const std::string text = Text(name);
    rest = text;
    while (!rest.empty()) {
      const size_t end = std::min(rest.find_first_of(";\n"), rest.size());
      out.push_back(std::string(Trim(rest.substr(0, end))));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return out;
}

std::vector<const Json*> Where(const Json& rows, bool in_table) {
  std::vector<const Json*> out;
  for (const Json& row : rows) {
    if (!Get(row, "annex").is_null() == in_table) out.push_back(&row);
  }
  return out;
}

std::string Named(const Json& row, const char* key) {
  const std::string ordinal = Shown(Get(row, "ordinal"));
  return (ordinal.empty() ? "" : ordinal + " ") + Text(Get(row, key));
}

bool SameDeadline(const Json& a, const Json& b) {
  const auto kind = [](const Json& deadline) {
    const std::string name = Text(Get(deadline, "kind"));
    return name.empty() ? std::string("none") : name;
  };
  return kind(a) == kind(b) && Text(Get(a, "due")) == Text(Get(b, "due")) &&
         Text(Get(a, "every")) == Text(Get(b, "every"));
}

void MeasureTask(const std::string& list, const Json& gold, const Json& found, Sheet& sheet) {
  const bool in_table = list == "tasks.table";
  const std::string item = Named(gold, "text"), rule = Text(Get(found, "rule"));
  if (in_table) {
    const bool clean =
        SameText(Text(Get(gold, "text")), Text(Get(found, "text")), kClean) &&
        FoldedWords(Shown(Get(gold, "ordinal"))) == FoldedWords(Shown(Get(found, "ordinal")));
    sheet.Value(list + ".clean", item, clean, Named(gold, "text"), Named(found, "text"), rule);
  }
  for (const char* role : {"lead", "support"}) {
    if (!in_table && role == std::string("support")) continue;
    sheet.Names(list + "." + role, item, Split(Get(gold, role)), Split(Get(found, role)), rule,
                FoldedName);
  }
  const Json &want = Get(gold, "deadline"), &got = Get(found, "deadline");
  if (in_table || !Text(Get(want, "due")).empty() || !Text(Get(got, "due")).empty())
    sheet.Value(list + ".deadline", item, SameDeadline(want, got), want, got, rule);
  sheet.Names(list + ".references", item, List(Get(gold, "references")),
              List(Get(found, "references")), rule,
              [](const Json& symbol) { return SymbolForm(Text(symbol)); });
}

using Rows = std::vector<const Json*>;

struct RowsOfList {
  std::string list;
  const char* text;  // the key of what names a row
};

std::vector<std::pair<size_t, size_t>> PairRows(
    const RowsOfList& kind, const Rows& gold, const Rows& found, Sheet& sheet,
    const std::function<double(const Json&, const Json&)>& weight) {
  auto pairs = Pair(gold.size(), found.size(),
                    [&](size_t i, size_t j) { return weight(*gold[i], *found[j]); });
  sheet.Count(kind.list, static_cast<int>(pairs.size()), static_cast<int>(gold.size()),
              static_cast<int>(found.size()));
  std::vector<bool> gold_paired(gold.size()), found_paired(found.size());
  for (const auto& [i, j] : pairs) gold_paired[i] = found_paired[j] = true;
  for (size_t i = 0; i < gold.size(); ++i) {
    if (!gold_paired[i]) sheet.Missing(kind.list, Named(*gold[i], kind.text));
  }
  for (size_t j = 0; j < found.size(); ++j) {
    if (!found_paired[j])
      sheet.Extra(kind.list, Named(*found[j], kind.text), Text(Get(*found[j], "rule")));
  }
  return pairs;
}

double TargetWeight(const Json& a, const Json& b) {
  const Json &x = Get(a, "value"), &y = Get(b, "value");
  if (x.is_number() != y.is_number()) return 0.0;
  if (x.is_number() && std::abs(x.get<double>() - y.get<double>()) > 1e-9) return 0.0;
  const double alike = Similarity(Text(Get(a, "indicator")), Text(Get(b, "indicator")));
  if (alike < kSameGoal) return 0.0;
  return alike + (Get(a, "by") == Get(b, "by") ? kMilestone : 0.0);
}

void MeasureTarget(const Json& gold, const Json& found, Sheet& sheet) {
  const std::string item = Named(gold, "indicator"), rule = Text(Get(found, "rule"));
  for (const char* field : {"comparator", "unit", "by"}) {
    const Json &want = Get(gold, field), &got = Get(found, field);
    const bool words = field == std::string("unit") && want != "%";
    sheet.Value(
        std::string("targets.") + field, item,
        words ? FoldedWords(Text(want)) == FoldedWords(Text(got)) : Shown(want) == Shown(got), want,
        got, rule);
  }
  sheet.Names("targets.lead", item, Split(Get(gold, "lead")), Split(Get(found, "lead")), rule,
              FoldedName);
}

}  // namespace

void MeasureTasks(const Json& gold, const Json& found, Sheet& sheet) {
  for (const bool in_table : {true, false}) {
    const RowsOfList kind{in_table ? "tasks.table" : "tasks.body", "text"};
    const Rows want = Where(gold, in_table), got = Where(found, in_table);
    const auto pairs = PairRows(kind, want, got, sheet, [](const Json& a, const Json& b) {
      const double alike = Similarity(Text(Get(a, "text")), Text(Get(b, "text")));
      return alike >= kSameTask ? alike : 0.0;
    });
    for (const auto& [i, j] : pairs) MeasureTask(kind.list, *want[i], *got[j], sheet);
  }
}

void MeasureTargets(const Json& gold, const Json& found, Sheet& sheet) {
  Rows want, got;
  for (const Json& row : gold) want.push_back(&row);
  for (const Json& row : found) got.push_back(&row);
  for (const auto& [i, j] : PairRows({"targets", "indicator"}, want, got, sheet, TargetWeight))
    MeasureTarget(*want[i], *got[j], sheet);
}

}  // namespace congvan::cli
