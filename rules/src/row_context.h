// row_context.h: what every reader of tasks and targets needs to know of the document.
#pragma once

#include <string>
#include <vector>

#include "citation_list.h"
#include "core/normalized_text.h"
#include "core/record.h"
#include "evidence.h"
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

  /// Adds the symbols cited inside the span that `references` has not yet, in order of place, and
  /// to `sources` where each is named, as "references".
  void AddReferences(NormSpan span, std::vector<std::string>& references, Sources& sources) const;
};

/// Tasks and targets of one part of the document, and where each of them was read: one list of
/// sources for each, whose fields are named as in the record ("lead", "deadline", "by"). A target's
/// comparator and value share the field "value".
struct Rows {
  std::vector<Task> tasks;
  std::vector<Target> targets;
  std::vector<Sources> task_sources, target_sources;

  void Add(Task task, Sources sources);
  void Add(Target target, Sources sources);
  void Append(Rows other);
};

/// The goals with a number inside a task, as targets with the task's lead. `sources` are the
/// task's. `begin`: byte of the task's text behind the names that open it.
void AddGoalsOfTask(const Task& task, const Sources& sources, const RowContext& context, Rows& rows,
                    size_t begin = 0);

/// The places of a source; empty when there is none of that name.
const std::vector<NormSpan>& PlacesOf(const Sources& sources, std::string_view field);

}  // namespace congvan::rules
