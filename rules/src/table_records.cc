#include "table_records.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "rules/agency.h"
#include "rules/modality.h"
#include "rules/quantity.h"
#include "table_groups.h"
#include "table_settle.h"
#include "table_sources.h"
#include "table_view.h"

namespace congvan::rules {
namespace {

// As exact as it was named: a year, a month or a day.
std::optional<std::string> MilestoneOfDeadline(const Deadline& deadline) {
  if (!deadline.due) return std::nullopt;
  PartialDate by = *deadline.due;
  const bool end_of_year = by.month == 12 && by.day == 31;
  const bool period = deadline.kind == DeadlineKind::kPeriod;
  if (deadline.kind == DeadlineKind::kYear || (period && end_of_year)) by.month = by.day = 0;
  if (deadline.kind == DeadlineKind::kMonth) by.day = 0;
  return by.Iso();
}

class TableReader : TableView {
 public:
  TableReader(const LogicalTable& table, std::optional<std::string> annex, const Annex* heading,
              const RowContext& context, std::vector<Diagnostic>& notes)
      : TableView(table, context), annex_(std::move(annex)), heading_(heading), notes_(notes) {
    if (heading != nullptr) caption_milestone_ = ReadMilestone(heading->title, context.rules);
  }

  Rows Read() {
    for (size_t r = 0; r < table_.rows.size(); ++r) {
      if (IsGroupRow(r)) {
        OpenGroup(r);
      } else if (columns_.kind == TableKind::kTasks) {
        AddTask(r);
      } else {
        AddTargets(r);
      }
    }
    return std::move(out_);
  }

 private:
  void OpenGroup(size_t r) {
    GroupStack::Group group{KindOfOrdinal(Ordinal(r)), Ordinal(r), HeadingText(r), {}, false};
    if (group.text.empty() || IsTotal(group.text, context_.rules)) return;
    if (group.kind == OrdinalKind::kNone) {  // the ordinal stands in the merged cell itself
      MarkedText marked = SplitMark(group.text);
      group.kind = KindOfOrdinal(marked.ordinal);
      group.ordinal = std::move(marked.ordinal);
      group.text = std::move(marked.text);
    }
    // "dõi": the last line of a head.
    if (group.ordinal.empty() && IsLower(DecodeAt(group.text, 0).code_point)) return;
    group.milestone = ReadMilestone(group.text, context_.rules);
    for (const RowCell& cell : table_.rows[r].cells) {
      if (cell.from_above) continue;
      group.places.insert(group.places.end(), cell.spans.begin(), cell.spans.end());
    }
    group.restarts = r + 1 < table_.rows.size() && Ordinal(r + 1) == "1";
    groups_.Open(std::move(group));
  }

  [[nodiscard]] static std::optional<std::string> OrNull(std::string text) {
    return text.empty() ? std::nullopt : std::optional(std::move(text));
  }

  [[nodiscard]] std::vector<PageSpan> Spans(const RowCell* cell) const {
    std::vector<PageSpan> out;
    if (cell == nullptr) return out;
    for (const NormSpan& span : cell->spans) {
      for (const PageSpan& page : ToPageSpans(context_.text, span)) out.push_back(page);
    }
    return out;
  }

  // Of a row without a column for it, the ordinal may stand before the text.
  struct RowName {
    std::string ordinal, text;
  };
  [[nodiscard]] RowName NameOf(size_t r) const {
    RowName name{Ordinal(r), OneLine(Name(r).text)};
    if (!columns_.Find(ColumnRole::kOrdinal)) {
      MarkedText marked = SplitMark(name.text);
      name.ordinal = std::move(marked.ordinal);
      name.text = std::move(marked.text);
    }
    if (KindOfOrdinal(name.ordinal) == OrdinalKind::kDash) name.ordinal.clear();
    if (name.ordinal.empty() && Name(r).text.find('\n') == std::string::npos) {
      for (std::string_view bullet : {"- ", "+ ", "– "}) {
        if (name.text.starts_with(bullet)) name.text.erase(0, bullet.size());
      }
    }
    return name;
  }

  [[nodiscard]] std::optional<std::string> GroupOf(size_t r) const {
    if (const std::string own = OneLine(Text(r, ColumnRole::kGroup)); !own.empty()) {
      std::string text = SplitMark(own).text;
      return text;
    }
    const GroupStack::Group* group = groups_.Innermost();
    return group == nullptr ? std::nullopt : std::optional(group->text);
  }

  void AddTask(size_t r) {
    RowName name = NameOf(r);
    if (name.text.empty() || IsTotal(name.text, context_.rules)) return;
    groups_.CloseFor(name.ordinal);
    Task task;
    task.annex = annex_;
    task.ordinal = OrNull(std::move(name.ordinal));
    task.group = GroupOf(r);
    task.text = std::move(name.text);
    ReadAgencies(r, task);
    NoteMixedCells(r);
    task.deadline = ReadDeadlineCell(DeadlineText(r), context_.deadline, context_.rules);
    task.product = Said(r, ColumnRole::kProduct);
    task.note = Said(r, ColumnRole::kNote);
    if (!task.note) task.note = Said(r, ColumnRole::kReference);
    task.spans = Spans(&Name(r));
    task.rule = RuleOfColumn(columns_, *columns_.Name());
    Sources read = SourcesOfTask(WhereRead(r));
    AddReferences(r, task.references, read);
    AddModality(task, read);
    AddGoalsOfTask(task, read, context_, out_);
    out_.Add(std::move(task), std::move(read));
  }

  // The task's own words, else those of its deadline ("Phấn đấu hoàn thành trong quý I/2026").
  void AddModality(Task& task, Sources& read) const {
    const auto add = [&](const std::string& text, const char* field) {
      const auto found = ReadTaskModality(text, 0, context_.rules);
      if (!found) return false;
      task.modality = found->value;
      read.push_back(
          {"modality", found->rule,
           SpansOfPart(context_.text.text, PlacesOf(read, field), text, found->begin, found->end)});
      return true;
    };
    if (!add(task.text, "text") && task.deadline.text) add(*task.deadline.text, "deadline");
  }

  [[nodiscard]] std::optional<std::string> Said(size_t r, ColumnRole role) const {
    std::string text = OneLine(Text(r, role));
    return IsBlank(text) ? std::nullopt : std::optional(std::move(text));
  }

  // The cell of the deadline, or the years whose columns are ticked.
  [[nodiscard]] std::string DeadlineText(size_t r) const {
    if (columns_.Find(ColumnRole::kDeadline)) {
      const std::string cell = Text(r, ColumnRole::kDeadline);
      return IsBlank(cell) ? std::string() : cell;
    }
    std::string years;
    for (size_t c = 0; c < columns_.roles.size(); ++c) {
      if (columns_.roles[c] != ColumnRole::kYear || !columns_.years[c]) continue;
      if (!IsTickedCell(table_.rows[r].cells[c].text, context_.rules)) continue;
      years += (years.empty() ? "" : "; ") + *columns_.years[c];
    }
    return years;
  }

  // A cell over the columns of the task and of who does it: all of it is kept as the task's text.
  void NoteMixedCells(size_t r) {
    const RowCell& name = Name(r);
    const size_t begin = *columns_.Name() + 1, end = begin + name.column_span - 1;
    const bool mixed = std::any_of(
        columns_.roles.begin() + static_cast<std::ptrdiff_t>(begin),
        columns_.roles.begin() + static_cast<std::ptrdiff_t>(std::min(end, columns_.roles.size())),
        [this](ColumnRole role) { return IsWork(role); });
    if (!mixed || name.from_above || name.spans.empty()) return;
    notes_.push_back({Severity::kWarning, "row-in-pieces",
                      context_.text.PageOf(name.spans.front().begin),
                      "row " + Ordinal(r) +
                          " of a table: its cells can't be told apart; no body was taken from it"});
  }

  void ReadAgencies(size_t r, Task& task) const {
    const std::string both = Text(r, ColumnRole::kLeadSupport);
    if (!both.empty()) {
      LeadAndSupport roles = ReadLeadAndSupportCell(both, context_.rules);
      task.lead = std::move(roles.lead);
      task.support = std::move(roles.support);
    }
    if (const std::string lead = Text(r, ColumnRole::kLead); !lead.empty()) {
      LeadAndSupport roles =
          ReadLeadAndSupportCell(lead, context_.rules);  // labels may stand in it all the same
      task.lead = std::move(roles.lead);
      task.support = std::move(roles.support);
    }
    for (std::string& name : SplitAgencies(Text(r, ColumnRole::kSupport), context_.rules))
      task.support.push_back(std::move(name));
    std::erase_if(task.lead, [this](const std::string& name) { return IsNoName(name); });
    std::erase_if(task.support, [this](const std::string& name) { return IsNoName(name); });
  }

  // "-", or half a name whose rest is lost: "Sở Khoa học và".
  [[nodiscard]] bool IsNoName(std::string_view name) const {
    if (ToLower(name) == "văn phòng hđnd") return true;  // "... và UBND"
    return IsBlank(name) || name.ends_with(" và") || name.ends_with("&") || name.ends_with(" -") ||
           name.ends_with(" –");
  }

  // Text first, then the other columns from left to right.
  void AddReferences(size_t r, std::vector<std::string>& references, Sources& read) const {
    const auto add = [&](const RowCell& cell) {
      for (const NormSpan& span : cell.spans) context_.AddReferences(span, references, read);
    };
    add(Name(r));
    for (const RowCell& cell : table_.rows[r].cells) add(cell);
  }

  [[nodiscard]] RowSources WhereRead(size_t r) const {
    return {table_, r, groups_.Innermost(), groups_.WithMilestone(), heading_};
  }

  void AddTargets(size_t r) {
    RowName name = NameOf(r);
    if (name.text.empty() || IsTotal(name.text, context_.rules)) return;
    groups_.CloseFor(name.ordinal);
    Target target;
    target.annex = annex_;
    target.ordinal = OrNull(std::move(name.ordinal));
    target.group = GroupOf(r);
    target.indicator = std::move(name.text);
    target.lead = SplitAgencies(Text(r, ColumnRole::kLead), context_.rules);
    if (target.lead.empty())
      target.lead = ReadLeadAndSupportCell(Text(r, ColumnRole::kLeadSupport), context_.rules).lead;
    std::erase_if(target.lead, [this](const std::string& body) { return IsNoName(body); });
    target.spans = Spans(&Name(r));
    target.rule = RuleOfColumn(columns_, *columns_.Name());
    const auto goals = static_cast<size_t>(std::count_if(
        columns_.roles.begin(), columns_.roles.end(),
        [](ColumnRole role) { return role == ColumnRole::kYear || role == ColumnRole::kValue; }));
    bool any = false;
    for (size_t c = 0; c < columns_.roles.size(); ++c) {
      if (!columns_.HoldsGoals(c)) continue;
      const std::string& cell = table_.rows[r].cells[c].text;
      if (columns_.roles[c] == ColumnRole::kYear && IsBlank(cell)) continue;
      target.by = MilestoneOf(r, c, goals == 1);
      AddGoals(target, cell, UnitOf(r, c), SourcesOfTarget(WhereRead(r), c));
      any = true;
    }
    if (!any) {
      target.by = goals == 1 ? MilestoneOf(r, FirstGoal(), true) : OwnMilestone(r);
      if (!target.by) target.by = HeadingMilestone();
      out_.Add(target, SourcesOfTarget(WhereRead(r), FirstGoal()));
    }
  }

  [[nodiscard]] size_t FirstGoal() const {
    size_t c = 0;
    while (c + 1 < columns_.roles.size() && !columns_.HoldsGoals(c)) ++c;
    return c;
  }

  // The row's own day is more exact than the year of the column, where there is but one column.
  [[nodiscard]] std::optional<std::string> MilestoneOf(size_t r, size_t column,
                                                       bool only_goal) const {
    auto own = OwnMilestone(r);
    if (own && (only_goal || !columns_.years[column])) return own;
    if (columns_.years[column]) return columns_.years[column];
    if (own) return own;
    const auto above = HeadingMilestone();
    return above ? above : QuarterOfPlan(column);
  }

  // "Quý I" in the head of a plan's table is of the plan's year.
  [[nodiscard]] std::optional<std::string> QuarterOfPlan(size_t column) const {
    if (columns_.roles[column] != ColumnRole::kYear || column >= table_.heads.size() ||
        context_.deadline.plan_year == 0)
      return std::nullopt;
    std::string heading;
    for (const NormSpan& span : table_.heads[column])
      heading += std::string(span.Of(context_.text.text)) + " ";
    const DeadlineContext of_plan{std::nullopt, context_.deadline.plan_year};
    const Deadline deadline = ReadDeadlineCell(heading, of_plan, context_.rules);
    if (!deadline.due) return std::nullopt;
    return PartialDate{deadline.due->year, deadline.due->month, 0}.Iso();
  }

  [[nodiscard]] std::optional<std::string> OwnMilestone(size_t r) const {
    const std::string cell = OneLine(Text(r, ColumnRole::kDeadline));
    if (IsBlank(cell)) return std::nullopt;
    const Deadline deadline = ReadDeadlineCell(cell, context_.deadline, context_.rules);
    if (deadline.kind != DeadlineKind::kDate && deadline.kind != DeadlineKind::kMonth) {
      if (auto by = ReadMilestone(cell, context_.rules)) return by;
    }
    return MilestoneOfDeadline(deadline);
  }

  [[nodiscard]] std::optional<std::string> HeadingMilestone() const {
    const GroupStack::Group* group = groups_.WithMilestone();
    return group != nullptr ? group->milestone : caption_milestone_;
  }

  [[nodiscard]] std::optional<std::string> UnitOf(size_t r, size_t column) const {
    if (auto unit = Said(r, ColumnRole::kUnit)) return unit;
    if (columns_.units[column]) return columns_.units[column];
    const auto name = columns_.Name();
    if (columns_.units[*name]) return columns_.units[*name];
    return UnitInBrackets(Name(r).text, context_.rules);
  }

  void AddGoals(const Target& base, const std::string& cell, const std::optional<std::string>& unit,
                const Sources& read) {
    const std::vector<Quantity> goals = ReadQuantityCell(cell, context_.rules);
    if (goals.empty()) {
      out_.Add(base, read);
      return;
    }
    const std::vector<NormSpan> words = PlacesOf(read, "cell");
    for (const Quantity& goal : goals) {
      Target target = base;
      target.comparator = goal.comparator;
      target.value = goal.value;
      target.value_max = goal.value_max;
      target.unit = goal.unit ? goal.unit : unit;
      if (goal.by) target.by = goal.by;
      Sources of_goal = read;
      AddModality(target, cell, goal, of_goal);
      std::vector<NormSpan> places =
          SpansOfPart(context_.text.text, words, cell, goal.begin, goal.end);
      if (goal.unit)
        of_goal.insert(of_goal.begin(), {{"unit", goal.rule, places}, {"unit", goal.rule, words}});
      if (goal.by) of_goal.insert(of_goal.begin(), {"by", "milestones", words});
      of_goal.insert(of_goal.begin(), {"value", goal.rule, std::move(places)});
      out_.Add(std::move(target), std::move(of_goal));
    }
  }

  // The words at the number, else those that open the indicator.
  void AddModality(Target& target, const std::string& cell, const Quantity& goal,
                   Sources& read) const {
    const auto add = [&](const std::optional<FoundModality>& found, const std::string& text,
                         const char* field) {
      if (!found) return false;
      target.modality = found->value;
      read.push_back(
          {"modality", found->rule,
           SpansOfPart(context_.text.text, PlacesOf(read, field), text, found->begin, found->end)});
      return true;
    };
    if (!add(ReadGoalModality(cell, goal.begin, goal.end, context_.rules), cell, "cell"))
      add(ReadTaskModality(target.indicator, 0, context_.rules), target.indicator, "indicator");
  }

  std::optional<std::string> annex_;
  const Annex* heading_;
  std::vector<Diagnostic>& notes_;
  GroupStack groups_;
  std::optional<std::string> caption_milestone_;
  Rows out_;
};

}  // namespace

Rows ReadTableRows(const std::vector<LogicalTable>& tables, const std::vector<Annex>& annexes,
                   uint32_t body_end, const RowContext& context, std::vector<Diagnostic>& notes) {
  Rows out;
  for (const LogicalTable& table : tables) {
    const Annex* annex = nullptr;
    for (const Annex& candidate : annexes) {
      if (candidate.begin <= table.begin) annex = &candidate;
    }
    std::optional<std::string> number;
    if (annex != nullptr) {
      number = annex->number;
    } else if (table.begin >= body_end) {
      number = "";
    }
    out.Append(TableReader(table, number, annex, context, notes).Read());
  }
  return out;
}

}  // namespace congvan::rules
