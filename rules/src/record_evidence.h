// record_evidence.h: the evidence of every value of a record, from what its readers say they read.
#pragma once

#include <vector>

#include "citation_list.h"
#include "core/normalized_text.h"
#include "core/record.h"
#include "evidence.h"
#include "head.h"
#include "mention.h"
#include "relation.h"
#include "row_context.h"

namespace congvan::rules {

/// The fields of `document`. What nothing says (the role of a main document, a symbol that only the
/// stamp of a signature gives) has no evidence.
void AddHeadEvidence(const HeadResult& head, EvidenceList& list);

/// `blocks` and `mentions` are those that the citations were listed from.
void AddCitationEvidence(const NormalizedText& text, const std::vector<Block>& blocks,
                         const std::vector<Mention>& mentions, const CitationList& citations,
                         const RuleSet& rules, EvidenceList& list);

/// The document itself as `from` or `to` has no evidence of its own: its symbol has.
void AddRelationEvidence(const std::vector<FoundRelation>& relations, EvidenceList& list);

void AddTaskEvidence(const std::vector<Task>& tasks, const std::vector<Sources>& sources,
                     EvidenceList& list);
void AddTargetEvidence(const std::vector<Target>& targets, const std::vector<Sources>& sources,
                       EvidenceList& list);

}  // namespace congvan::rules
