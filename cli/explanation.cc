#include "explanation.h"

#include <map>

#include "core/utf8.h"
#include "json_writer.h"

namespace congvan::cli {
namespace {

class ValueList {
 public:
  explicit ValueList(const Record& record) : record_(record) {}

  std::vector<FieldValue> List() && {
    AddHead();
    for (size_t i = 0; i < record_.citations.size(); ++i) AddCitation(i);
    for (size_t i = 0; i < record_.relations.size(); ++i) AddRelation(i);
    for (size_t i = 0; i < record_.tasks.size(); ++i) AddTask(i);
    for (size_t i = 0; i < record_.targets.size(); ++i) AddTarget(i);
    return std::move(values_);
  }

 private:
  static std::string At(const char* list, size_t i) {
    return list + ("[" + std::to_string(i) + "].");
  }

  void Add(const std::string& path, const std::string& value) { values_.push_back({path, value}); }
  void Add(const std::string& path, const std::optional<std::string>& value) {
    if (value) Add(path, *value);
  }
  void Add(const std::string& path, const std::optional<PartialDate>& date) {
    if (date) Add(path, date->Iso());
  }
  void Add(const std::string& path, const std::optional<double>& value) {
    if (value) Add(path, ShortestNumber(*value));
  }
  void Add(const std::string& path, const std::vector<std::string>& values) {
    for (size_t i = 0; i < values.size(); ++i) Add(path + "[" + std::to_string(i) + "]", values[i]);
  }

  void AddHead() {
    const DocumentHead& head = record_.document;
    Add("document.role", std::string(head.role == Role::kAnnex ? "annex" : "main"));
    Add("document.symbol", head.symbol);
    Add("document.symbol_suffix", head.symbol_suffix);
    Add("document.type", head.type);
    Add("document.date", head.date);
    Add("document.place", head.place);
    Add("document.issuer", head.issuer);
    Add("document.subject", head.subject);
    Add("document.addressees", head.addressees);
    Add("document.recipients", head.recipients);
    Add("document.signer.name", head.signer.name);
    Add("document.signer.position", head.signer.position);
    Add("document.signer.authority", head.signer.authority);
  }

  void AddCitation(size_t i) {
    const Citation& citation = record_.citations[i];
    const std::string path = At("citations", i);
    Add(path + "symbol", citation.symbol);
    Add(path + "type", citation.type);
    Add(path + "date", citation.date);
    Add(path + "issuer", citation.issuer);
    Add(path + "title", citation.title);
    Add(path + "mentions", std::to_string(citation.mentions));
  }

  void AddRelation(size_t i) {
    const Relation& relation = record_.relations[i];
    const std::string path = At("relations", i);
    Add(path + "from", relation.from);
    Add(path + "relation", std::string(ToString(relation.kind)));
    Add(path + "to", relation.to);
  }

  void AddTask(size_t i) {
    const Task& task = record_.tasks[i];
    const std::string path = At("tasks", i);
    Add(path + "annex", task.annex);
    Add(path + "group", task.group);
    Add(path + "ordinal", task.ordinal);
    Add(path + "text", task.text);
    Add(path + "lead", task.lead);
    Add(path + "support", task.support);
    Add(path + "deadline.text", task.deadline.text);
    if (task.deadline.kind != DeadlineKind::kNone)
      Add(path + "deadline.kind", std::string(ToString(task.deadline.kind)));
    Add(path + "deadline.due", task.deadline.due);
    Add(path + "deadline.every", task.deadline.every);
    Add(path + "deadline.op", task.deadline.op);
    if (task.deadline.day) Add(path + "deadline.day", std::to_string(*task.deadline.day));
    Add(path + "modality", task.modality);
    Add(path + "product", task.product);
    Add(path + "note", task.note);
    Add(path + "references", task.references);
  }

  void AddTarget(size_t i) {
    const Target& target = record_.targets[i];
    const std::string path = At("targets", i);
    Add(path + "annex", target.annex);
    Add(path + "ordinal", target.ordinal);
    Add(path + "group", target.group);
    Add(path + "indicator", target.indicator);
    Add(path + "comparator", target.comparator);
    Add(path + "value", target.value);
    Add(path + "value_max", target.value_max);
    Add(path + "unit", target.unit);
    Add(path + "by", target.by);
    Add(path + "modality", target.modality);
    Add(path + "lead", target.lead);
  }

  const Record& record_;
  std::vector<FieldValue> values_;
};

using ByField = std::map<std::string_view, const Evidence*>;

// An entry speaks for what is below its path.
const Evidence* EvidenceOf(std::string_view path, const ByField& by_field) {
  while (true) {
    const auto found = by_field.find(path);
    if (found != by_field.end()) return found->second;
    const size_t cut = path.find_last_of(".[");
    if (cut == std::string_view::npos) return nullptr;
    path = path.substr(0, cut);
  }
}

const rules::Rule* RuleNamed(const std::string& id, const rules::RuleSet& rules) {
  const auto group = rules.groups().find(std::string_view(id).substr(0, id.find('.')));
  if (group == rules.groups().end()) return nullptr;
  for (const rules::Rule& rule : group->second.rules()) {
    if (rule.id == id) return &rule;
  }
  return nullptr;
}

}  // namespace

bool Holds(std::string_view outer, std::string_view path) {
  return path.starts_with(outer) &&
         (path.size() == outer.size() || path[outer.size()] == '.' || path[outer.size()] == '[');
}

std::vector<FieldValue> ValuesOf(const Record& record) { return ValueList(record).List(); }

std::vector<Explained> Explain(const Record& record, std::string_view field,
                               const rules::RuleSet& rules) {
  ByField by_field;
  for (const Evidence& evidence : record.evidence) by_field.emplace(evidence.field, &evidence);
  std::map<std::string_view, const rules::Rule*> known;
  std::vector<Explained> out;
  for (FieldValue& value : ValuesOf(record)) {
    if (!field.empty() && !Holds(field, value.path)) continue;
    Explained explained{std::move(value)};
    explained.evidence = EvidenceOf(explained.field.path, by_field);
    if (explained.evidence != nullptr) {
      const auto [rule, is_new] = known.emplace(explained.evidence->rule, nullptr);
      if (is_new) rule->second = RuleNamed(explained.evidence->rule, rules);
      explained.rule = rule->second;
    }
    out.push_back(std::move(explained));
  }
  for (const Proposal& proposal : record.proposals) {
    const Evidence& evidence = proposal.evidence;
    if (!field.empty() && !Holds(field, evidence.field)) continue;
    out.push_back(
        {{evidence.field, proposal.value}, &evidence, RuleNamed(evidence.rule, rules), true});
  }
  return out;
}

Context ContextOf(const Evidence& evidence, const PagedText& text, size_t reach) {
  if (evidence.spans.empty()) return {};
  const PageSpan& first = evidence.spans.front();
  const std::string_view page = text.PageText(first.page);
  if (page.empty()) return {};
  const auto page_begin = static_cast<uint32_t>(page.data() - text.text.data());
  const auto margin = static_cast<uint32_t>(reach);
  const uint32_t start = first.start > margin ? first.start - margin : 0;
  const NormSpan words = ToNormSpan(text, first);
  const size_t begin = words.begin - page_begin, end = words.end - page_begin;
  const size_t from = ToNormSpan(text, {first.page, start, first.start}).begin - page_begin;
  const size_t to = end + ByteOfCodePoint(page.substr(end), reach);
  const auto on_one_line = [](std::string_view part) {  // blanks at the edges stay
    std::string line = OneLine(part);
    if (line.empty()) return line;
    if (part.front() == ' ' || part.front() == '\n') line.insert(0, 1, ' ');
    if (part.back() == ' ' || part.back() == '\n') line += ' ';
    return line;
  };
  return {(from > 0 ? "…" : "") + on_one_line(page.substr(from, begin - from)), evidence.text,
          on_one_line(page.substr(end, to - end)) + (to < page.size() ? "…" : "")};
}

}  // namespace congvan::cli
