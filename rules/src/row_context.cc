#include "row_context.h"

#include <algorithm>

#include "rules/quantity.h"

namespace congvan::rules {

std::vector<std::string> RowContext::ReferencesIn(NormSpan span) const {
  std::vector<std::string> out;
  for (size_t i = 0; i < mentions.size(); ++i) {
    if (!span.Overlaps(mentions[i].name) || !citations.of_mention[i]) continue;
    const auto& symbol = citations.citations[*citations.of_mention[i]].symbol;
    if (symbol && std::find(out.begin(), out.end(), *symbol) == out.end()) out.push_back(*symbol);
  }
  return out;
}

namespace {

// The milestone that a task's deadline sets for the goals inside it.
std::optional<std::string> MilestoneOf(const Deadline& deadline) {
  if (!deadline.due) return std::nullopt;
  PartialDate by = *deadline.due;
  if (deadline.kind == DeadlineKind::kYear || deadline.kind == DeadlineKind::kPeriod)
    by.month = by.day = 0;
  if (deadline.kind == DeadlineKind::kMonth) by.day = 0;
  return by.Iso();
}

}  // namespace

void AddGoalsOfTask(const Task& task, const RowContext& context, std::vector<Target>& targets,
                    size_t begin) {
  const std::string_view work = std::string_view(task.text).substr(begin);
  const int year = context.deadline.document_date ? context.deadline.document_date->year : 0;
  for (const ProseGoal& goal : ReadGoalsOfTask(work, context.rules, year)) {
    Target target;
    target.annex = task.annex;
    target.group = task.group;
    target.indicator = goal.indicator;
    target.comparator = goal.quantity.comparator;
    target.value = goal.quantity.value;
    target.value_max = goal.quantity.value_max;
    target.unit = goal.quantity.unit;
    target.by = goal.by ? goal.by : MilestoneOf(task.deadline);
    target.lead = task.lead;
    target.spans = task.spans;
    target.rule = goal.quantity.rule;
    targets.push_back(std::move(target));
  }
}

}  // namespace congvan::rules
