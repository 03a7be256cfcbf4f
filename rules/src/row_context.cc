#include "row_context.h"

#include <algorithm>

#include "rules/modality.h"
#include "rules/quantity.h"

namespace congvan::rules {

void RowContext::AddReferences(NormSpan span, std::vector<std::string>& references,
                               Sources& sources) const {
  // Mentions stand in order and none overlap: those before the span are skipped at once.
  const auto first =
      std::partition_point(mentions.begin(), mentions.end(),
                           [span](const Mention& m) { return m.name.end <= span.begin; });
  for (auto i = static_cast<size_t>(first - mentions.begin());
       i < mentions.size() && mentions[i].name.begin < span.end; ++i) {
    if (!span.Overlaps(mentions[i].name) || !citations.of_mention[i]) continue;
    const auto& symbol = citations.citations[*citations.of_mention[i]].symbol;
    if (!symbol || std::find(references.begin(), references.end(), *symbol) != references.end())
      continue;
    references.push_back(*symbol);
    sources.push_back({"references", mentions[i].rule, {mentions[i].name}});
  }
}

void Rows::Add(Task task, Sources sources) {
  tasks.push_back(std::move(task));
  task_sources.push_back(std::move(sources));
}

void Rows::Add(Target target, Sources sources) {
  targets.push_back(std::move(target));
  target_sources.push_back(std::move(sources));
}

void Rows::Append(Rows other) {
  for (size_t i = 0; i < other.tasks.size(); ++i)
    Add(std::move(other.tasks[i]), std::move(other.task_sources[i]));
  for (size_t i = 0; i < other.targets.size(); ++i)
    Add(std::move(other.targets[i]), std::move(other.target_sources[i]));
}

const std::vector<NormSpan>& PlacesOf(const Sources& sources, std::string_view field) {
  static const std::vector<NormSpan> none;
  const auto it = std::find_if(sources.begin(), sources.end(),
                               [field](const Source& source) { return source.field == field; });
  return it == sources.end() ? none : it->places;
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

void AddGoalsOfTask(const Task& task, const Sources& sources, const RowContext& context, Rows& rows,
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
    const auto modality =
        ReadGoalModality(work, goal.quantity.begin, goal.quantity.end, context.rules);
    if (modality) target.modality = modality->value;
    target.spans = task.spans;
    target.rule = goal.quantity.rule;
    Sources read;
    const std::vector<NormSpan>& words = PlacesOf(sources, "text");
    for (const Source& source : sources) {
      if (source.field == "annex" || source.field == "group" || source.field == "lead")
        read.push_back(source);
      if ((source.field == "deadline" || source.field == "made_from") && !goal.by)
        read.push_back({"by", source.rule, source.places});
    }
    if (goal.by) read.push_back({"by", "milestones", words});
    read.push_back({"indicator", target.rule, words});
    read.push_back({"value", target.rule,
                    SpansOfPart(context.text.text, words, task.text, begin + goal.quantity.begin,
                                begin + goal.quantity.end)});
    if (modality) {
      read.push_back({"modality", modality->rule,
                      SpansOfPart(context.text.text, words, task.text, begin + modality->begin,
                                  begin + modality->end)});
    }
    const Source value = read[read.size() - (modality ? 2 : 1)];
    read.push_back({"unit", target.rule, value.places});
    read.push_back({"unit", target.rule, words});
    rows.Add(std::move(target), std::move(read));
  }
}

}  // namespace congvan::rules
