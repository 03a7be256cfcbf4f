#include "table_columns.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.h"
#include "rules/deadline.h"

namespace congvan::rules {
namespace {

constexpr std::array<std::pair<std::string_view, ColumnRole>, 15> kRoleNames = {{
    {"ordinal", ColumnRole::kOrdinal},
    {"task", ColumnRole::kTask},
    {"lead", ColumnRole::kLead},
    {"support", ColumnRole::kSupport},
    {"lead_support", ColumnRole::kLeadSupport},
    {"deadline", ColumnRole::kDeadline},
    {"product", ColumnRole::kProduct},
    {"note", ColumnRole::kNote},
    {"reference", ColumnRole::kReference},
    {"resource", ColumnRole::kResource},
    {"indicator", ColumnRole::kIndicator},
    {"unit", ColumnRole::kUnit},
    {"value", ColumnRole::kValue},
    {"year", ColumnRole::kYear},
    {"baseline", ColumnRole::kBaseline},
}};

ColumnRole ParseColumnRole(std::string_view name) {
  for (const auto& [text, role] : kRoleNames) {
    if (text == name) return role;
  }
  return ColumnRole::kUnknown;
}

ColumnRole RoleOf(const std::string& heading, TableKind kind, const RuleSet& rules) {
  const RuleGroup& group = rules.group("columns");
  std::vector<const Rule*> fits;
  for (const Match& match : group.FindAll(heading)) fits.push_back(match.rule);
  for (const Rule& rule : group.rules()) {  // the file's order decides
    if (std::find(fits.begin(), fits.end(), &rule) == fits.end()) continue;
    if (rule["target"] == "true" && kind != TableKind::kTargets) continue;
    if (rule["task"] == "true" && kind != TableKind::kTasks) continue;
    return ParseColumnRole(rule["role"]);
  }
  return ColumnRole::kUnknown;
}

TableKind KindOf(const std::vector<ColumnRole>& roles) {
  const auto has = [&roles](ColumnRole role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
  };
  if (has(ColumnRole::kIndicator) && !has(ColumnRole::kTask)) return TableKind::kTargets;
  const bool work = has(ColumnRole::kLead) || has(ColumnRole::kLeadSupport) ||
                    has(ColumnRole::kSupport) || has(ColumnRole::kDeadline);
  if (has(ColumnRole::kTask) && (has(ColumnRole::kUnit) || has(ColumnRole::kYear)) &&
      !has(ColumnRole::kDeadline))
    return TableKind::kTargets;
  return has(ColumnRole::kTask) && work ? TableKind::kTasks : TableKind::kOther;
}

}  // namespace

std::optional<size_t> TableColumns::Find(ColumnRole role) const {
  const auto it = std::find(roles.begin(), roles.end(), role);
  return it == roles.end() ? std::nullopt : std::optional(static_cast<size_t>(it - roles.begin()));
}

TableColumns ReadColumns(const std::vector<std::string>& headings, const RuleSet& rules) {
  TableColumns out;
  const auto read = [&](TableKind kind) {
    out.roles.clear();
    for (const std::string& heading : headings)
      out.roles.push_back(RoleOf(OneLine(heading), kind, rules));
  };
  read(TableKind::kOther);
  out.kind = KindOf(out.roles);
  read(out.kind);
  if (out.kind == TableKind::kTargets &&
      !out.Find(ColumnRole::kIndicator)) {  // "Nội dung | ĐVT | Năm 2025"
    if (const auto task = out.Find(ColumnRole::kTask)) out.roles[*task] = ColumnRole::kIndicator;
  }
  if (out.kind == TableKind::kTargets && !out.Find(ColumnRole::kValue) &&
      !out.Find(ColumnRole::kYear)) {
    // Two columns of targets: the first names them, the second says how much.
    bool first = true;
    for (ColumnRole& role : out.roles) {
      if (role != ColumnRole::kIndicator) continue;
      if (!first) role = ColumnRole::kValue;
      first = false;
    }
    if (!out.Find(ColumnRole::kValue)) out.kind = TableKind::kOther;
  }
  for (size_t i = 0; i < out.roles.size(); ++i) {
    const bool dated = out.roles[i] == ColumnRole::kYear || out.roles[i] == ColumnRole::kValue;
    out.years.push_back(dated ? ReadMilestone(OneLine(headings[i]), rules) : std::nullopt);
    out.named += out.roles[i] != ColumnRole::kUnknown ? 1 : 0;
  }
  return out;
}

}  // namespace congvan::rules
