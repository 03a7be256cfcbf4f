#include "table_columns.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "rules/deadline.h"
#include "rules/quantity.h"

namespace congvan::rules {
namespace {

constexpr int kUsualRank = 5;
constexpr size_t kLongestHeading = 140;  // bytes; longer texts are rows

constexpr std::array<std::pair<std::string_view, ColumnRole>, 20> kRoleNames = {{
    {"ordinal", ColumnRole::kOrdinal},     {"group", ColumnRole::kGroup},
    {"task", ColumnRole::kTask},           {"lead", ColumnRole::kLead},
    {"support", ColumnRole::kSupport},     {"lead_support", ColumnRole::kLeadSupport},
    {"deadline", ColumnRole::kDeadline},   {"start", ColumnRole::kStart},
    {"product", ColumnRole::kProduct},     {"note", ColumnRole::kNote},
    {"reference", ColumnRole::kReference}, {"resource", ColumnRole::kResource},
    {"indicator", ColumnRole::kIndicator}, {"unit", ColumnRole::kUnit},
    {"value", ColumnRole::kValue},         {"outcome", ColumnRole::kOutcome},
    {"year", ColumnRole::kYear},           {"baseline", ColumnRole::kBaseline},
    {"result", ColumnRole::kResult},       {"none", ColumnRole::kNone},
}};

struct Fit {
  ColumnRole role = ColumnRole::kUnknown;
  int rank = kUsualRank;
  const Rule* rule = nullptr;
};

Fit FitOf(const Rule& rule) {
  Fit fit;
  fit.rule = &rule;
  for (const auto& [text, role] : kRoleNames) {
    if (text == rule["role"]) fit.role = role;
  }
  const std::string_view rank = rule["rank"];
  if (rank.size() == 1) fit.rank = rank[0] - '0';
  return fit;
}

// "Chủ trì (1)", "Ghi chú*", "Cơ quan / đơn vị:" as the rules expect them.
std::string CleanHeading(std::string_view heading) {
  std::string text = OneLine(heading);
  for (const std::string_view loose : {" /", "/ ", " ,"}) {
    for (size_t at = text.find(loose); at != std::string::npos; at = text.find(loose, at))
      text.erase(at + (loose.front() == ' ' ? 0 : 1), 1);
  }
  const auto is_mark = [](std::string_view inner) {
    return inner.size() <= 2 && inner.find_first_not_of("0123456789*") == std::string_view::npos;
  };
  for (bool again = true; again && !text.empty();) {
    again = false;
    const size_t open = text.rfind('(');
    if (text.back() == ')' && open != std::string::npos && open > 0 &&
        is_mark(std::string_view(text).substr(open + 1, text.size() - open - 2))) {
      text.erase(open);
      again = true;
    } else if (std::string_view(" *:.;,").find(text.back()) != std::string_view::npos) {
      text.pop_back();
      again = true;
    }
  }
  return text;
}

std::string JoinLevels(const Heading& heading, size_t end) {
  std::string out;
  for (size_t i = 0; i < end; ++i) {
    if (!out.empty() && !heading[i].empty()) out += ' ';
    out += heading[i];
  }
  return out;
}

Fit FirstFit(const std::string& heading, TableKind kind, const RuleSet& rules) {
  if (heading.empty() || heading.size() > kLongestHeading) return {};
  const RuleGroup& group = rules.group("columns");
  std::vector<const Rule*> fits;
  for (const Match& match : group.FindAll(heading)) fits.push_back(match.rule);
  for (const Rule& rule : group.rules()) {  // the file's order decides
    if (std::find(fits.begin(), fits.end(), &rule) == fits.end()) continue;
    if (rule["target"] == "true" && kind != TableKind::kTargets) continue;
    if (rule["task"] == "true" && kind != TableKind::kTasks) continue;
    return FitOf(rule);
  }
  return {};
}

bool HoldsForAllBelow(ColumnRole role) {
  return role == ColumnRole::kResult || role == ColumnRole::kBaseline ||
         role == ColumnRole::kResource || role == ColumnRole::kSupport;
}

bool NamesNoSubject(ColumnRole role) {
  return role == ColumnRole::kUnknown || role == ColumnRole::kYear || role == ColumnRole::kValue ||
         role == ColumnRole::kNone;
}

// The lowest level says most; "Năm 2024" under "Kết quả thực hiện" is a result all the same.
Fit FitOfLevels(const Heading& heading, TableKind kind, const RuleSet& rules) {
  const Fit last = FirstFit(heading.back(), kind, rules);
  if (heading.size() == 1) return last;
  const Fit above = FirstFit(JoinLevels(heading, heading.size() - 1), kind, rules);
  if (HoldsForAllBelow(above.role) && NamesNoSubject(last.role)) return above;
  if (last.role != ColumnRole::kUnknown) return last;
  const Fit whole = FirstFit(JoinLevels(heading, heading.size()), kind, rules);
  return whole.role != ColumnRole::kUnknown ? whole : above;
}

TableKind KindOf(const std::vector<Fit>& fits) {
  const auto has = [&fits](ColumnRole role) {
    return std::any_of(fits.begin(), fits.end(),
                       [role](const Fit& fit) { return fit.role == role; });
  };
  const bool lead = has(ColumnRole::kLead) || has(ColumnRole::kLeadSupport);
  const bool work = lead || has(ColumnRole::kSupport) || has(ColumnRole::kDeadline);
  if (has(ColumnRole::kIndicator) && !has(ColumnRole::kTask)) return TableKind::kTargets;
  if (has(ColumnRole::kTask) && (has(ColumnRole::kUnit) || has(ColumnRole::kYear)) &&
      !has(ColumnRole::kDeadline))
    return TableKind::kTargets;
  return has(ColumnRole::kTask) && work ? TableKind::kTasks : TableKind::kOther;
}

// The last year named; "" when none is.
std::string YearIn(std::string_view text) {
  std::string year;
  for (size_t i = 0; i + 4 <= text.size(); ++i) {
    const auto digit = [&](size_t k) {
      return k < text.size() && text[k] >= '0' && text[k] <= '9';
    };
    if (text.substr(i, 2) == "20" && digit(i + 2) && digit(i + 3) && !digit(i + 4) &&
        (i == 0 || !digit(i - 1)))
      year = text.substr(i, 4);
  }
  return year;
}

std::optional<std::string> MilestoneIn(std::string_view text, const RuleSet& rules) {
  if (text.ends_with(')') && text.rfind('(') != std::string_view::npos)
    text = Trim(text.substr(0, text.rfind('(')));  // "Năm 2026 (%)"
  if (auto milestone = ReadMilestone(text, rules)) return milestone;
  std::string year = YearIn(text);
  return year.empty() ? std::nullopt : std::optional(std::move(year));
}

std::optional<std::string> MilestoneOf(const Heading& heading, const RuleSet& rules) {
  const std::string& last = heading.back();
  if (auto own = MilestoneIn(last, rules)) return own;
  if (heading.size() == 1) return std::nullopt;
  const std::string above = JoinLevels(heading, heading.size() - 1);
  if (const std::string year = YearIn(above); !year.empty()) {  // "Quý I" under "Năm 2026"
    const std::string joint = ToLower(last).ends_with("năm") ? " " : " năm ";
    if (auto both = ReadMilestone(last + joint + year, rules)) return both;
  }
  return MilestoneIn(above, rules);
}

std::optional<std::string> UnitOf(const Heading& heading, const RuleSet& rules) {
  for (auto level = heading.rbegin(); level != heading.rend(); ++level) {
    if (auto unit = UnitInBrackets(*level, rules)) return unit;
  }
  return std::nullopt;
}

// Of several columns with one role the least rank is taken, of equals the first.
void KeepBest(std::vector<Fit>& fits, ColumnRole role, ColumnRole otherwise) {
  Fit* best = nullptr;
  for (Fit& fit : fits) {
    if (fit.role != role) continue;
    if (best == nullptr) {
      best = &fit;
    } else if (fit.rank < best->rank) {
      best->role = otherwise;
      best = &fit;
    } else {
      fit.role = otherwise;
    }
  }
}

// "Nhóm việc" may head rows of "Việc cụ thể"; which of two columns holds the tasks shows in the
// rows.
void SettleTasks(std::vector<Fit>& fits) {
  std::vector<Fit*> tasks;
  for (Fit& fit : fits) {
    if (fit.role == ColumnRole::kTask) tasks.push_back(&fit);
  }
  if (tasks.size() < 2) return;
  for (size_t i = 2; i < tasks.size(); ++i) tasks[i]->role = ColumnRole::kNone;
  if (tasks[1]->rank < tasks[0]->rank) {
    tasks[0]->role = ColumnRole::kGroup;
  } else {
    tasks[1]->role = ColumnRole::kDetail;
  }
}

void SettleGoals(std::vector<Fit>& fits) {
  const auto count = [&fits](ColumnRole role) {
    return std::count_if(fits.begin(), fits.end(),
                         [role](const Fit& fit) { return fit.role == role; });
  };
  const auto replace = [&fits](ColumnRole from, ColumnRole to, bool keep_first) {
    for (Fit& fit : fits) {
      if (fit.role != from) continue;
      if (!keep_first) fit.role = to;
      keep_first = false;
    }
  };
  // "Nội dung | ĐVT | Năm 2025"
  if (count(ColumnRole::kIndicator) == 0) replace(ColumnRole::kTask, ColumnRole::kIndicator, false);
  replace(ColumnRole::kTask, ColumnRole::kNone, false);
  const bool goals = count(ColumnRole::kValue) + count(ColumnRole::kYear) > 0;
  const bool two_names = count(ColumnRole::kIndicator) > 1;
  // Two columns of targets: the first names them, the second says how much.
  if (two_names)
    replace(ColumnRole::kIndicator, goals ? ColumnRole::kNone : ColumnRole::kValue, true);
  replace(ColumnRole::kOutcome, goals || two_names ? ColumnRole::kResult : ColumnRole::kValue,
          false);
}

}  // namespace

std::optional<size_t> TableColumns::Find(ColumnRole role) const {
  const auto it = std::find(roles.begin(), roles.end(), role);
  return it == roles.end() ? std::nullopt : std::optional(static_cast<size_t>(it - roles.begin()));
}

std::optional<size_t> TableColumns::Name() const {
  return Find(kind == TableKind::kTasks ? ColumnRole::kTask : ColumnRole::kIndicator);
}

TableColumns ReadColumns(const std::vector<Heading>& headings, const RuleSet& rules) {
  std::vector<Heading> clean;
  for (const Heading& heading : headings) {
    Heading levels;
    for (const std::string& level : heading) levels.push_back(CleanHeading(level));
    if (levels.empty()) levels.emplace_back();
    clean.push_back(std::move(levels));
  }
  std::vector<Fit> fits;
  const auto read = [&](TableKind kind) {
    fits.clear();
    for (const Heading& heading : clean) fits.push_back(FitOfLevels(heading, kind, rules));
  };
  TableColumns out;
  read(TableKind::kOther);
  out.kind = KindOf(fits);
  read(out.kind);
  if (out.kind == TableKind::kTargets) SettleGoals(fits);
  if (out.kind == TableKind::kTasks) SettleTasks(fits);
  for (ColumnRole role : {ColumnRole::kOrdinal, ColumnRole::kLead, ColumnRole::kSupport,
                          ColumnRole::kDeadline, ColumnRole::kProduct, ColumnRole::kUnit})
    KeepBest(fits, role, ColumnRole::kNone);
  for (size_t i = 0; i < fits.size(); ++i) {
    out.roles.push_back(fits[i].role == ColumnRole::kOutcome ? ColumnRole::kProduct : fits[i].role);
    std::optional<std::string> year;
    if (out.HoldsGoals(i)) year = MilestoneOf(clean[i], rules);
    if (const std::string told = YearIn(JoinLevels(clean[i], clean[i].size()));
        out.roles[i] == ColumnRole::kResult && !told.empty())
      year = told;
    out.years.push_back(std::move(year));
    out.rules.push_back(fits[i].rule == nullptr ? std::string() : fits[i].rule->id);
    out.units.push_back(out.HoldsGoals(i) || out.roles[i] == ColumnRole::kIndicator
                            ? UnitOf(clean[i], rules)
                            : std::nullopt);
    out.named += out.roles[i] != ColumnRole::kUnknown ? 1 : 0;
  }
  const bool goals = out.Find(ColumnRole::kValue) || out.Find(ColumnRole::kYear);
  if (out.kind == TableKind::kTargets && !goals) out.kind = TableKind::kOther;
  return out;
}

std::optional<std::string> UnitInBrackets(std::string_view text, const RuleSet& rules) {
  const size_t close = text.rfind(')');
  const size_t open = close == std::string_view::npos ? close : text.rfind('(', close);
  if (open == std::string_view::npos) return std::nullopt;
  std::string inner(Trim(text.substr(open + 1, close - open - 1)));
  const size_t colon = inner.find(':');
  if (colon != std::string::npos)
    inner = std::string(Trim(std::string_view(inner).substr(colon + 1)));
  const auto read = ReadQuantityCell("1 " + inner, rules);
  const bool whole = read.size() == 1 && read[0].unit == inner;
  return whole ? std::optional(inner) : std::nullopt;
}

bool IsHeading(std::string_view text, const RuleSet& rules) {
  return !rules.group("columns").FindAll(CleanHeading(text)).empty();
}

}  // namespace congvan::rules
