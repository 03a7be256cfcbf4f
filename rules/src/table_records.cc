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

class TableReader {
 public:
  TableReader(const LogicalTable& table, std::optional<std::string> annex, const Annex* heading,
              const RowContext& context, std::vector<Diagnostic>& notes)
      : table_(table),
        annex_(std::move(annex)),
        heading_(heading),
        context_(context),
        notes_(notes),
        columns_(table.columns) {
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
  [[nodiscard]] const RowCell* At(size_t r, ColumnRole role) const {
    const auto c = columns_.Find(role);
    return c ? &table_.rows[r].cells[*c] : nullptr;
  }
  [[nodiscard]] std::string Text(size_t r, ColumnRole role) const {
    const RowCell* cell = At(r, role);
    return cell == nullptr ? std::string() : cell->text;
  }
  // A heading over all columns begins in that of the ordinals.
  [[nodiscard]] std::string Ordinal(size_t r) const {
    const RowCell* cell = At(r, ColumnRole::kOrdinal);
    if (cell == nullptr || cell->column_span > 1 || IsTitle(*cell)) return {};
    return CleanOrdinal(cell->text);
  }
  // "I. HẠ TẦNG SỐ" in the column of ordinals of a text table, where no cell is wide.
  [[nodiscard]] static bool IsTitle(const RowCell& cell) {
    const std::string text = OneLine(cell.text);
    return text.find(' ') != std::string::npos && CountCodePoints(text) > 8;
  }
  [[nodiscard]] const RowCell& Name(size_t r) const {
    return table_.rows[r].cells[*columns_.Name()];
  }
  [[nodiscard]] bool IsBlank(std::string_view text) const {
    return IsBlankCell(text, context_.rules);
  }

  // The text of a heading row stands in whatever column its merged cell begins.
  [[nodiscard]] std::string HeadingText(size_t r) const {
    const std::string name = OneLine(Name(r).text);
    if (!name.empty()) return name;
    const auto ordinal = columns_.Find(ColumnRole::kOrdinal);
    for (size_t c = 0; c < table_.rows[r].cells.size(); ++c) {
      const RowCell& cell = table_.rows[r].cells[c];
      const bool title = c != ordinal || cell.column_span > 1 || IsTitle(cell);
      if (!cell.text.empty() && title) return OneLine(cell.text);
    }
    return {};
  }

  [[nodiscard]] bool IsWork(ColumnRole role) const {
    switch (role) {
      case ColumnRole::kLead:
      case ColumnRole::kLeadSupport:
      case ColumnRole::kSupport:
      case ColumnRole::kDeadline:
      case ColumnRole::kStart:
      case ColumnRole::kProduct:
      case ColumnRole::kUnit:
      case ColumnRole::kValue:
      case ColumnRole::kYear:
        return true;
      default:
        return false;
    }
  }

  [[nodiscard]] bool HasWork(size_t r) const {
    for (size_t c = 0; c < columns_.roles.size(); ++c) {
      const RowCell& cell = table_.rows[r].cells[c];
      if (!IsWork(columns_.roles[c]) || cell.from_above) continue;
      const bool says = columns_.HoldsGoals(c) && columns_.kind == TableKind::kTargets
                            ? !Trim(cell.text).empty()
                            : !IsBlank(cell.text);
      if (says && !SpansColumns(cell)) return true;
    }
    return false;
  }

  // "I. HẠ TẦNG SỐ" over all columns begins in whatever column is the first.
  [[nodiscard]] bool SpansColumns(const RowCell& cell) const {
    return static_cast<size_t>(cell.column_span) * 2 > columns_.roles.size();
  }

  [[nodiscard]] bool InheritsWork(size_t r) const {
    for (ColumnRole role : {ColumnRole::kLead, ColumnRole::kLeadSupport, ColumnRole::kDeadline}) {
      const RowCell* cell = At(r, role);
      if (cell != nullptr && cell->from_above && !cell->text.empty()) return true;
    }
    return false;
  }

  // The rows below belong to this one: "2" over "2.1", "a" or "-", or a heading over rows that are
  // numbered anew.
  [[nodiscard]] bool HeadsNextRow(size_t r, OrdinalKind kind) const {
    if (r + 1 >= table_.rows.size()) return false;
    const std::string next = Ordinal(r + 1);
    if (IsUnder(next, Ordinal(r))) return true;
    const OrdinalKind next_kind = KindOfOrdinal(next);
    if (kind == OrdinalKind::kNumber && next == "1") return true;
    const bool numbered = kind == OrdinalKind::kNumber || kind == OrdinalKind::kSubNumber;
    const bool item = next_kind == OrdinalKind::kItem || next_kind == OrdinalKind::kDash ||
                      (next.empty() && IsSubItem(Name(r + 1).text));
    return (numbered || kind == OrdinalKind::kItem) && item && next_kind != kind &&
           (HasWork(r + 1) || !next.empty());
  }

  // "- Cấp tỉnh", "a) Cấp xã" in the column of names.
  [[nodiscard]] static bool IsSubItem(std::string_view text) {
    return text.starts_with("- ") || text.starts_with("+ ") || text.starts_with("– ") ||
           KindOfOrdinal(SplitMark(text).ordinal) == OrdinalKind::kItem;
  }

  // "I | Về dữ liệu" and nothing else: where the columns have another order, the title stands under
  // the heading of one that is no name.
  [[nodiscard]] bool IsMovedTitle(size_t r) const {
    const OrdinalKind kind = KindOfOrdinal(Ordinal(r));
    const bool marked = kind == OrdinalKind::kLetter || kind == OrdinalKind::kRoman ||
                        kind == OrdinalKind::kDash || HeadsNextRow(r, kind);
    if (!Name(r).text.empty()) return false;
    const auto& cells = table_.rows[r].cells;
    const auto filled = std::count_if(cells.begin(), cells.end(), [](const RowCell& cell) {
      return !Trim(cell.text).empty() && !cell.from_above;
    });
    // Without a mark: what stands alone before the names, above a numbered row.
    const bool alone =
        kind == OrdinalKind::kNone && filled == 1 && r + 1 < table_.rows.size() &&
        columns_.Find(ColumnRole::kLead).value_or(*columns_.Name()) < *columns_.Name() &&
        !Ordinal(r + 1).empty();
    return alone || (marked && filled == 2);
  }

  [[nodiscard]] bool IsGroupRow(size_t r) const {
    if (IsMovedTitle(r)) return true;
    if (HasWork(r)) return false;
    if (HeadingText(r).empty()) return true;  // nothing to say
    const OrdinalKind kind = KindOfOrdinal(Ordinal(r));
    const bool spans =
        std::any_of(table_.rows[r].cells.begin(), table_.rows[r].cells.end(),
                    [](const RowCell& cell) { return !cell.text.empty() && cell.column_span > 1; });
    if (kind == OrdinalKind::kLetter || kind == OrdinalKind::kRoman || spans) return true;
    if (HeadsNextRow(r, kind)) return true;
    if (InheritsWork(r)) return false;
    if (kind == OrdinalKind::kNumber || kind == OrdinalKind::kSubNumber ||
        kind == OrdinalKind::kItem)
      return false;
    const std::string_view name = Name(r).text;
    const bool mark = kind == OrdinalKind::kNone && !SplitMark(name).ordinal.empty();
    return name.empty() || kind == OrdinalKind::kDash || Name(r).bold || IsAllUpper(name) ||
           (kind == OrdinalKind::kNone && StandsOverNumbers(r)) ||
           columns_.kind == TableKind::kTargets || (mark && IsHeadingMark(name));
  }

  // "Về dữ liệu" without a number, where the rows around it have one.
  [[nodiscard]] bool StandsOverNumbers(size_t r) const {
    if (!columns_.Find(ColumnRole::kOrdinal) || r + 1 >= table_.rows.size()) return false;
    const std::string_view name = Trim(Name(r).text);
    const bool title = !name.empty() && IsUpper(DecodeAt(name, 0).code_point) &&
                       std::string_view(".;,").find(name.back()) == std::string_view::npos;
    const bool goes_on = r > 0 && Ordinal(r - 1).empty() && !HasWork(r - 1);
    return title && !goes_on && KindOfOrdinal(Ordinal(r + 1)) == OrdinalKind::kNumber &&
           (HasWork(r + 1) || HeadsNextRow(r + 1, OrdinalKind::kNumber));
  }

  // "I. Về dữ liệu", "A. NHIỆM VỤ" in a table without ordinals.
  [[nodiscard]] static bool IsHeadingMark(std::string_view name) {
    const OrdinalKind kind = KindOfOrdinal(SplitMark(name).ordinal);
    return kind == OrdinalKind::kLetter || kind == OrdinalKind::kRoman;
  }

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
    const auto own = OwnMilestone(r);
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

  const LogicalTable& table_;
  std::optional<std::string> annex_;
  const Annex* heading_;
  const RowContext& context_;
  std::vector<Diagnostic>& notes_;
  const TableColumns& columns_;
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
