// row_context.h: what every reader of tasks and targets needs to know of the document.
#pragma once

#include <string>
#include <vector>

#include "citation_list.h"
#include "core/normalized_text.h"
#include "core/record.h"
#include "mention.h"
#include "rules/deadline.h"
#include "rules/rule_set.h"

namespace congvan::rules {

struct RowContext {
  const NormalizedText& text;
  const std::vector<Mention>& mentions;
  const CitationList& citations;
  const RuleSet& rules;
  DeadlineContext deadline;

  /// Symbols cited inside the span, each once, in order of place.
  [[nodiscard]] std::vector<std::string> ReferencesIn(NormSpan span) const;
};

/// Tasks and targets of one part of the document; `evidence` names the fields by their index in
/// these lists.
struct Rows {
  std::vector<Task> tasks;
  std::vector<Target> targets;
};

/// The goals with a number inside a task, as targets with the task's lead. `begin`: byte of the
/// task's text behind the names that open it.
void AddGoalsOfTask(const Task& task, const RowContext& context, std::vector<Target>& targets,
                    size_t begin = 0);

}  // namespace congvan::rules
