#include "rules/assemble.h"

#include "annex.h"
#include "attachment.h"
#include "blocks.h"
#include "body_rows.h"
#include "circumstances.h"
#include "citation_list.h"
#include "head.h"
#include "linear_table.h"
#include "mention.h"
#include "number_only.h"
#include "outline.h"
#include "record_evidence.h"
#include "relation.h"
#include "rules/proposals.h"
#include "table_records.h"
#include "table_rows.h"

namespace congvan::rules {
namespace {

uint32_t BeginOf(const NormalizedText& text, size_t paragraph) {
  return paragraph < text.paragraphs.size() ? text.paragraphs[paragraph].span.begin
                                            : static_cast<uint32_t>(text.text.size());
}

RelationContext RelationsOf(const HeadResult& head, const NormalizedText& text) {
  RelationContext context;
  context.self = head.head.symbol.value_or("self");
  context.own_type = head.head.type;
  context.subject = head.subject;
  context.body = {BeginOf(text, head.first_body_paragraph), BeginOf(text, head.end_body_paragraph)};
  context.annex_references = head.annex_references;
  return context;
}

}  // namespace

Record Assemble(const NormalizedText& text, const SourceFile& source, const RuleSet& rules) {
  Record record;
  record.source = source;
  record.pages = static_cast<int>(text.page_begin.size());
  record.notes = text.notes;
  record.rules_version = rules.version();

  const HeadResult head = ReadHead(text, rules);
  const std::vector<Block> blocks = BlocksOf(text, rules);
  const std::vector<Mention> mentions = FindMentions(text.text, blocks, rules);
  const CitationList citations = ListCitations(text, blocks, mentions, head.head, rules);
  NoteNumberOnly(text, blocks, mentions, citations, rules, record.notes);
  std::vector<FoundRelation> relations =
      FindRelations(text, blocks, mentions, citations, RelationsOf(head, text), rules);

  const int plan_year = ReadPlanYear(head.head.subject.value_or(""), rules);
  const RowContext context{text, mentions, citations, rules, {head.head.date, plan_year}};
  Rows rows = ReadBodyRows(
      ReadOutline(text, head.first_body_paragraph, head.end_body_paragraph, rules), context);
  for (const Attachment& plan : FindAttachments(text, head.end_body_paragraph, rules))
    rows.Append(ReadBodyRows(ReadOutline(text, plan.first, plan.end, rules), context));
  const uint32_t body_end = BeginOf(text, head.end_body_paragraph);
  const std::vector<Annex> annexes = FindAnnexes(text, head.first_body_paragraph, rules);
  rows.Append(ReadTableRows(JoinTables(text, rules), annexes, body_end, context, record.notes));
  const RebuiltRows rebuilt{rows.tasks.size(), rows.targets.size()};
  rows.Append(ReadTableRows(RebuildLinearTables(text, annexes, rules, record.notes), annexes,
                            body_end, context, record.notes));

  EvidenceList evidence(text, rules);
  AddHeadEvidence(head, evidence);
  AddCitationEvidence(text, blocks, mentions, citations, rules, evidence);
  AddRelationEvidence(relations, evidence);
  AddTaskEvidence(rows.tasks, rows.task_sources, evidence);
  AddTargetEvidence(rows.targets, rows.target_sources, evidence);

  record.document = head.head;
  record.citations = citations.citations;
  for (FoundRelation& found : relations) record.relations.push_back(std::move(found.relation));
  record.tasks = std::move(rows.tasks);
  record.targets = std::move(rows.targets);
  record.evidence = std::move(evidence).Take();
  JudgeEvidence(rules, rebuilt, record);
  ProposeDoubtful(record);
  return record;
}

}  // namespace congvan::rules
