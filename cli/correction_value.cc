#include "correction_value.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <vector>

#include "core/field_path.h"
#include "core/symbol.h"
#include "core/utf8.h"
#include "flag_values.h"
#include "json_writer.h"
#include "messages.h"
#include "rules/deadline.h"
#include "rules/quantity.h"
#include "store/corrections.h"

namespace congvan::cli {
namespace {

constexpr std::array<std::string_view, 5> kLists = {"lead", "support", "references", "addressees",
                                                    "recipients"};
/// Fields of few values, and how else people type these.
struct Choice {
  std::string_view field, typed, value;
};
constexpr std::array<Choice, 17> kChoices = {{{"comparator", "=", "="},
                                              {"comparator", ">=", ">="},
                                              {"comparator", "≥", ">="},
                                              {"comparator", ">", ">"},
                                              {"comparator", "<=", "<="},
                                              {"comparator", "≤", "<="},
                                              {"comparator", "<", "<"},
                                              {"deadline.op", "<", "<"},
                                              {"deadline.op", "<=", "<="},
                                              {"deadline.op", "≤", "<="},
                                              {"modality", "aim", "aim"},
                                              {"modality", "duty", "duty"},
                                              {"deadline.every", "week", "week"},
                                              {"deadline.every", "month", "month"},
                                              {"deadline.every", "quarter", "quarter"},
                                              {"deadline.every", "half-year", "half-year"},
                                              {"deadline.every", "year", "year"}}};
constexpr std::array<std::string_view, 3> kDates = {"date", "deadline.due", "by"};

template <size_t N>
bool Has(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

template <class Write>
std::string Json(Write write) {
  std::ostringstream out;
  JsonWriter json(out);
  write(json);
  return out.str();
}

std::vector<std::string> Split(std::string_view typed) {
  std::vector<std::string> out;
  for (size_t begin = 0; begin <= typed.size();) {
    const size_t end = std::min(typed.find(';', begin), typed.size());
    const std::string_view item = Trim(typed.substr(begin, end - begin));
    if (!item.empty()) out.emplace_back(item);
    begin = end + 1;
  }
  return out;
}

Error WrongValue(std::string_view field, std::string_view typed, const char* hint) {
  return MakeError(ErrorCode::kUsage, {},
                   Say("'{0}' is no value of {1}", {std::string(typed), std::string(field)}), hint);
}

bool IsSymbol(std::string_view part) { return part == "symbol" || part == "document.symbol"; }

// nullopt: a field that takes any words.
std::optional<Result<std::string>> ChosenValue(std::string_view field, std::string_view part,
                                               std::string_view typed) {
  bool closed = false;
  std::string known;
  for (const Choice& choice : kChoices) {
    if (choice.field != part) continue;
    closed = true;
    if (Trim(typed) == choice.typed)
      return Json([&](JsonWriter& json) { json.String(choice.value); });
    if (choice.typed == choice.value) known.append(known.empty() ? "" : ", ").append(choice.value);
  }
  if (!closed) return std::nullopt;
  Error error = WrongValue(field, typed, "");
  error.hint = Say("one of: {}", {known});
  return Fail(std::move(error));
}

}  // namespace

Result<std::string> CorrectionValue(std::string_view field, std::string_view typed,
                                    const DocumentHead& head, const rules::RuleSet& rules) {
  const auto path = ParseFieldPath(field);
  const std::string part = path ? path->part : std::string();
  if (Has(kLists, part)) return Json([&](JsonWriter& json) { json.Strings(Split(typed)); });
  if (Has(kDates, part)) {
    const auto date = ReadDate(typed);
    if (!date)
      return Fail(WrongValue(field, typed, Msg("a date such as 2025-12-31 or 31/12/2025")));
    return Json([&](JsonWriter& json) { json.String(date->Iso()); });
  }
  if (part == "value" || part == "value_max") {
    const auto number = rules::ParseNumber(typed);
    if (!number) return Fail(WrongValue(field, typed, Msg("a number such as 62 or 8,5")));
    return Json([&](JsonWriter& json) { json.Number(*number); });
  }
  if (part == "deadline") {
    const int plan_year = rules::ReadPlanYear(head.subject.value_or(""), rules);
    const Deadline deadline = rules::ReadDeadlineCell(typed, {head.date, plan_year}, rules);
    if (deadline.kind == DeadlineKind::kNone) {
      return Fail(WrongValue(field, typed,
                             Msg("words that the rules read as a deadline; deadline.due takes a "
                                 "date, deadline.text any words")));
    }
    return store::DeadlineToJson(deadline);
  }
  if (auto chosen = ChosenValue(field, part, typed)) return std::move(*chosen);
  if (IsSymbol(part)) {
    const std::string symbol = CanonicalSymbol(typed);
    if (!ParseSymbol(symbol))
      return Fail(WrongValue(field, typed, Msg("a symbol such as 119/KH-UBND or 57-NQ/TW")));
    return Json([&](JsonWriter& json) { json.String(symbol); });
  }
  return Json([&](JsonWriter& json) { json.String(Trim(typed)); });
}

}  // namespace congvan::cli
