#include "record_writer.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/symbol.h"
#include "core/vietnamese.h"
#include "json_spans.h"
#include "names.h"
#include "resolve.h"

namespace congvan::store {
namespace {

std::optional<std::string> Iso(const std::optional<PartialDate>& date) {
  if (!date) return std::nullopt;
  return date->Iso();
}

void WriteHead(Internals& in, int64_t file, const DocumentHead& head, const Place& scope) {
  Level level = scope.level;
  if (level == Level::kUnknown) level = LevelOf(head.symbol, head.issuer);
  in.write.insert_head.Run(file, head.symbol, head.symbol_suffix, head.type, Iso(head.date),
                           head.place, head.issuer, head.subject, head.signer.name,
                           head.signer.position, head.signer.authority, ToString(level),
                           scope.province, scope.commune);
  const auto write_names = [&](const char* kind, const std::vector<std::string>& names) {
    int position = 0;
    for (const std::string& name : names)
      in.write.insert_recipient.Run(file, kind, position++, name);
  };
  write_names("addressee", head.addressees);
  write_names("recipient", head.recipients);
}

// The citations of one file, and who is meant by a symbol or title in its relations and tasks.
class CitationWriter {
 public:
  CitationWriter(Internals& in, int64_t file, const Record& record, const Place& scope)
      : in_(in), file_(file), record_(record), scope_(scope) {
    for (const Citation& citation : record.citations) Write(citation);
  }

  /// The citation's row; nullopt for the file's own document.
  std::optional<int64_t> RowOf(const std::string& name) {
    if (name == "self") return std::nullopt;
    const std::string symbol_key = SymbolKey(name);
    const auto& own = record_.document.symbol;
    if (own && SymbolKey(*own) == symbol_key) return std::nullopt;
    if (const auto it = by_symbol_.find(symbol_key); it != by_symbol_.end()) return it->second;
    if (const auto it = by_title_.find(FoldForCompare(name)); it != by_title_.end())
      return it->second;
    Citation implied;  // named by a relation or a cell only
    (ParseSymbol(name) ? implied.symbol : implied.title) = name;
    return Write(implied);
  }

 private:
  int64_t Write(const Citation& c) {
    const Mention mention = MentionOfCitation(c, scope_, record_.source.sha256);
    const auto title_key = LawTitleKey(c.type, c.title);
    const int64_t document = DocumentFor(in_, mention);
    in_.write.insert_citation.Run(file_, position_++, document, c.symbol, c.type, Iso(c.date),
                                  c.issuer, c.title, c.mentions, SpansToJson(c.spans), mention.key,
                                  ToProfile(mention), title_key);
    const int64_t row = in_.db.LastInsertId();
    if (title_key) in_.unsettled.keys.insert(*title_key);
    if (c.symbol) by_symbol_.try_emplace(SymbolKey(*c.symbol), row);
    if (c.title && !c.symbol) by_title_.try_emplace(FoldForCompare(*c.title), row);
    return row;
  }

  Internals& in_;
  int64_t file_;
  const Record& record_;
  const Place& scope_;
  int position_ = 0;
  std::map<std::string, int64_t> by_symbol_, by_title_;
};

int64_t AgencyRow(Internals& in, const std::string& name) {
  Rows rows = in.write.upsert_agency.Query(name, NameKey(name));
  return rows.Next() ? rows.Int64(0) : 0;
}

void WriteRelations(Internals& in, CitationWriter& citations, int64_t file, const Record& record) {
  int position = 0;
  for (const Relation& r : record.relations) {
    const auto from = citations.RowOf(r.from);
    const auto to = citations.RowOf(r.to);
    in.write.insert_relation.Run(file, position++, from, ToString(r.kind), to, r.verb,
                                 SpansToJson(r.spans));
  }
}

void WriteTask(Internals& in, CitationWriter& citations, int64_t file, int position,
               const Task& t) {
  in.write.insert_task.Run(file, position, t.annex, t.group, t.ordinal, t.text, t.deadline.text,
                           ToString(t.deadline.kind), Iso(t.deadline.due), LastDay(t.deadline.due),
                           t.deadline.every, t.product, t.note, SpansToJson(t.spans), t.rule,
                           t.deadline.op, t.deadline.day, t.modality);
  const int64_t row = in.db.LastInsertId();
  int number = 0;
  for (const Milestone& m : t.deadline.milestones) {
    in.write.insert_milestone.Run(row, number++, m.text, ToString(m.kind), Iso(m.due),
                                  LastDay(m.due), m.every);
  }
  const auto write_names = [&](const char* role, const std::vector<std::string>& names) {
    int place = 0;
    for (const std::string& name : names)
      in.write.insert_task_agency.Run(row, role, place++, AgencyRow(in, name), name);
  };
  write_names("lead", t.lead);
  write_names("support", t.support);
  int place = 0;
  for (const std::string& symbol : t.references)
    in.write.insert_task_reference.Run(row, place++, symbol, citations.RowOf(symbol));
}

void WriteTarget(Internals& in, int64_t file, int position, const Target& t) {
  in.write.insert_target.Run(file, position, t.annex, t.ordinal, t.group, t.indicator, t.comparator,
                             t.value, t.value_max, t.unit, t.by, SpansToJson(t.spans), t.rule,
                             t.modality);
  const int64_t row = in.db.LastInsertId();
  int place = 0;
  for (const std::string& name : t.lead)
    in.write.insert_target_agency.Run(row, place++, AgencyRow(in, name), name);
}

}  // namespace

std::optional<std::string> LastDay(const std::optional<PartialDate>& date) {
  if (!date) return std::nullopt;
  return date->LastDay().Iso();
}

void WriteRecord(Internals& in, int64_t file, const Record& record, const Place& scope) {
  WriteHead(in, file, record.document, scope);
  CitationWriter citations(in, file, record, scope);
  WriteRelations(in, citations, file, record);
  int position = 0;
  for (const Task& task : record.tasks) WriteTask(in, citations, file, position++, task);
  position = 0;
  for (const Target& target : record.targets) WriteTarget(in, file, position++, target);
}

void WritePages(Internals& in, int64_t file, const PagedText& text) {
  for (int page = 1; page <= static_cast<int>(text.page_begin.size()); ++page) {
    const std::string_view words = text.PageText(page);
    in.write.insert_page.Run(file, page, words);
    in.write.insert_words.Run(in.db.LastInsertId(), FoldTonePlacement(words),
                              StripDiacritics(words));
  }
}

}  // namespace congvan::store
