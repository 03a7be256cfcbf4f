#include "rules/assemble.h"

#include <algorithm>

#include "annex.h"
#include "blocks.h"
#include "body_rows.h"
#include "citation_list.h"
#include "head.h"
#include "linear_table.h"
#include "mention.h"
#include "outline.h"
#include "relation.h"
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

void Append(Rows rows, Record& record) {
  std::move(rows.tasks.begin(), rows.tasks.end(), std::back_inserter(record.tasks));
  std::move(rows.targets.begin(), rows.targets.end(), std::back_inserter(record.targets));
}

// Where each citation, task and target stands; the head's evidence is there already.
void AddEvidence(Record& record) {
  const auto name = [](const char* list, size_t i, const char* field) {
    return std::string(list) + "[" + std::to_string(i) + "]" + field;
  };
  for (size_t i = 0; i < record.citations.size(); ++i) {
    record.evidence.push_back({name("citations", i, ""), record.citations[i].spans, "symbols",
                               record.citations[i].symbol.value_or("")});
  }
  for (size_t i = 0; i < record.relations.size(); ++i) {
    record.evidence.push_back({name("relations", i, ""), record.relations[i].spans, "relations",
                               record.relations[i].verb});
  }
  for (size_t i = 0; i < record.tasks.size(); ++i) {
    record.evidence.push_back({name("tasks", i, ".text"), record.tasks[i].spans,
                               record.tasks[i].rule, record.tasks[i].text});
  }
  for (size_t i = 0; i < record.targets.size(); ++i) {
    record.evidence.push_back({name("targets", i, ".indicator"), record.targets[i].spans,
                               record.targets[i].rule, record.targets[i].indicator});
  }
}

}  // namespace

Record Assemble(const NormalizedText& text, const SourceFile& source, const RuleSet& rules) {
  Record record;
  record.source = source;
  record.pages = static_cast<int>(text.page_begin.size());
  record.notes = text.notes;

  HeadResult head = ReadHead(text, rules);
  const std::vector<Block> blocks = BlocksOf(text, rules);
  const std::vector<Mention> mentions = FindMentions(text.text, blocks, rules);
  CitationList citations = ListCitations(text, blocks, mentions, head.head, rules);
  record.relations =
      FindRelations(text, blocks, mentions, citations, RelationsOf(head, text), rules);

  const int plan_year = ReadPlanYear(head.head.subject.value_or(""), rules);
  const RowContext context{text, mentions, citations, rules, {head.head.date, plan_year}};
  Append(ReadBodyRows(ReadOutline(text, head.first_body_paragraph, head.end_body_paragraph, rules),
                      context),
         record);
  const uint32_t body_end = BeginOf(text, head.end_body_paragraph);
  const std::vector<Annex> annexes = FindAnnexes(text, head.first_body_paragraph, rules);
  Append(ReadTableRows(JoinTables(text, rules), annexes, body_end, context), record);
  Append(ReadTableRows(RebuildLinearTables(text, annexes, rules, record.notes), annexes, body_end,
                       context),
         record);

  record.document = std::move(head.head);
  record.citations = std::move(citations.citations);
  record.evidence = std::move(head.evidence);
  AddEvidence(record);
  return record;
}

}  // namespace congvan::rules
