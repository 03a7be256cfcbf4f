#include "table_records.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "rules/agency.h"
#include "rules/quantity.h"

namespace congvan::rules {
namespace {

// How an ordinal ranks: "A" over "I" over "-" over "1" over "1.1".
enum class OrdinalKind { kNone, kLetter, kRoman, kDash, kNumber, kSubNumber };

std::string CleanOrdinal(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c != ' ' && c != '\n') out.push_back(c);  // "13\n.1"
  }
  while (!out.empty() && (out.back() == '.' || out.back() == ')' || out.back() == ':'))
    out.pop_back();
  while (!out.empty() && out.front() == '(') out.erase(0, 1);
  return out;
}

OrdinalKind KindOf(const std::string& ordinal) {
  if (ordinal.empty()) return OrdinalKind::kNone;
  if (ordinal == "-" || ordinal == "+" || ordinal == "*" || ordinal == "–")
    return OrdinalKind::kDash;
  const bool digits = ordinal.find_first_not_of("0123456789.") == std::string::npos;
  if (digits)
    return ordinal.find('.') == std::string::npos ? OrdinalKind::kNumber : OrdinalKind::kSubNumber;
  if (ordinal.find_first_not_of("IVXL") == std::string::npos) return OrdinalKind::kRoman;
  if (CountCodePoints(ordinal) == 1 && IsUpper(DecodeAt(ordinal, 0).code_point))
    return OrdinalKind::kLetter;
  if (ordinal.find('.') != std::string::npos) return OrdinalKind::kSubNumber;  // "I.1"
  return OrdinalKind::kNumber;                                                 // "a"
}

bool IsUnder(const std::string& child, const std::string& parent) {
  return child.size() > parent.size() + 1 && child.starts_with(parent) &&
         child[parent.size()] == '.';
}

bool IsBlankMark(std::string_view text) {
  text = Trim(text);
  return text.empty() || text == "-" || text == "–" || text == "x" || text == "X" || text == "/" ||
         text == "…" || text == "...";
}

struct Group {
  OrdinalKind kind = OrdinalKind::kNone;
  std::string ordinal, text;
  std::optional<std::string> milestone;
};

class TableReader {
 public:
  TableReader(const LogicalTable& table, std::optional<std::string> annex,
              const std::string& annex_title, const RowContext& context)
      : table_(table), annex_(std::move(annex)), context_(context), columns_(table.columns) {
    caption_milestone_ = ReadMilestone(annex_title, context.rules);
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
  [[nodiscard]] std::string Ordinal(size_t r) const {
    return CleanOrdinal(Text(r, ColumnRole::kOrdinal));
  }
  [[nodiscard]] ColumnRole NameRole() const {
    return columns_.kind == TableKind::kTasks ? ColumnRole::kTask : ColumnRole::kIndicator;
  }

  // The text of a heading row stands in whatever column its merged cell begins.
  [[nodiscard]] std::string HeadingText(size_t r) const {
    const std::string name = OneLine(Text(r, NameRole()));
    if (!name.empty()) return name;
    const auto ordinal = columns_.Find(ColumnRole::kOrdinal);
    for (size_t c = 0; c < table_.rows[r].cells.size(); ++c) {
      const RowCell& cell = table_.rows[r].cells[c];
      if (!cell.text.empty() && (!ordinal || c != *ordinal || cell.column_span > 1))
        return OneLine(cell.text);
    }
    return {};
  }

  [[nodiscard]] bool HasWork(size_t r) const {
    for (ColumnRole role :
         {ColumnRole::kLead, ColumnRole::kLeadSupport, ColumnRole::kSupport, ColumnRole::kDeadline,
          ColumnRole::kProduct, ColumnRole::kUnit, ColumnRole::kValue}) {
      const RowCell* cell = At(r, role);
      if (cell != nullptr && !IsBlankMark(cell->text) && !cell->from_above) return true;
    }
    for (size_t c = 0; c < columns_.roles.size(); ++c) {
      if (columns_.roles[c] == ColumnRole::kYear && !Trim(table_.rows[r].cells[c].text).empty())
        return true;
    }
    return false;
  }

  [[nodiscard]] bool InheritsWork(size_t r) const {
    for (ColumnRole role : {ColumnRole::kLead, ColumnRole::kLeadSupport, ColumnRole::kDeadline}) {
      const RowCell* cell = At(r, role);
      if (cell != nullptr && cell->from_above && !cell->text.empty()) return true;
    }
    return false;
  }

  [[nodiscard]] bool IsGroupRow(size_t r) const {
    if (HasWork(r)) return false;
    if (HeadingText(r).empty()) return true;  // nothing to say
    const std::string ordinal = Ordinal(r);
    const OrdinalKind kind = KindOf(ordinal);
    const RowCell* name = At(r, NameRole());
    const bool spans =
        std::any_of(table_.rows[r].cells.begin(), table_.rows[r].cells.end(),
                    [](const RowCell& cell) { return !cell.text.empty() && cell.column_span > 1; });
    if (kind == OrdinalKind::kLetter || kind == OrdinalKind::kRoman || spans) return true;
    const bool next_under = r + 1 < table_.rows.size() && IsUnder(Ordinal(r + 1), ordinal);
    if (next_under) return true;
    if (InheritsWork(r)) return false;
    if (kind == OrdinalKind::kNumber || kind == OrdinalKind::kSubNumber) return false;
    return name == nullptr || kind == OrdinalKind::kDash || name->bold || IsAllUpper(name->text) ||
           columns_.kind == TableKind::kTargets;
  }

  void OpenGroup(size_t r) {
    Group group{KindOf(Ordinal(r)), Ordinal(r), HeadingText(r), std::nullopt};
    if (group.text.empty()) return;
    group.milestone = ReadMilestone(group.text, context_.rules);
    if (group.kind == OrdinalKind::kNone) {  // the ordinal stands in the merged cell itself: "A.
                                             // CHUỖI ...", "I. Hoàn thiện"
      const size_t dot = group.text.find_first_of(".)");
      const std::string lead =
          dot == std::string::npos || dot > 4 ? std::string() : group.text.substr(0, dot);
      const OrdinalKind kind = KindOf(lead);
      if (kind == OrdinalKind::kLetter || kind == OrdinalKind::kRoman ||
          kind == OrdinalKind::kNumber) {
        group.kind = kind;
        group.ordinal = lead;
        group.text = OneLine(std::string_view(group.text).substr(dot + 1));
      }
    }
    const auto rank = [](OrdinalKind kind) {
      return kind == OrdinalKind::kNone ? static_cast<int>(OrdinalKind::kDash)
                                        : static_cast<int>(kind);
    };
    while (!groups_.empty() && rank(groups_.back().kind) >= rank(group.kind)) groups_.pop_back();
    groups_.push_back(std::move(group));
  }

  // Numbered groups hold only the rows numbered below them.
  void CloseNumberedGroups(const std::string& ordinal) {
    while (!groups_.empty() &&
           (groups_.back().kind == OrdinalKind::kNumber ||
            groups_.back().kind == OrdinalKind::kSubNumber) &&
           !ordinal.empty() && !IsUnder(ordinal, groups_.back().ordinal)) {
      groups_.pop_back();
    }
  }

  [[nodiscard]] std::optional<std::string> GroupText() const {
    for (auto it = groups_.rbegin(); it != groups_.rend(); ++it) {
      const bool only_milestone = it->milestone && groups_.size() > 1 && it != groups_.rbegin();
      if (!only_milestone) return it->text;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::string> GroupMilestone() const {
    for (auto it = groups_.rbegin(); it != groups_.rend(); ++it) {
      if (it->milestone) return it->milestone;
    }
    return caption_milestone_;
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

  void AddTask(size_t r) {
    Task task;
    task.annex = annex_;
    const std::string ordinal = Ordinal(r);
    CloseNumberedGroups(ordinal);
    if (KindOf(ordinal) != OrdinalKind::kDash) task.ordinal = OrNull(ordinal);
    task.group = GroupText();
    task.text = OneLine(Text(r, ColumnRole::kTask));
    if (task.text.empty()) return;
    ReadAgencies(r, task);
    task.deadline =
        ReadDeadlineCell(Text(r, ColumnRole::kDeadline), context_.deadline, context_.rules);
    task.product = OrNull(OneLine(Text(r, ColumnRole::kProduct)));
    task.note = OrNull(OneLine(Text(r, ColumnRole::kNote)));
    if (!task.note) task.note = OrNull(OneLine(Text(r, ColumnRole::kReference)));
    task.references = References(r);
    task.spans = Spans(At(r, ColumnRole::kTask));
    task.rule = "columns.noi-dung";
    AddGoalsOfTask(task, context_, out_.targets);
    out_.tasks.push_back(std::move(task));
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
    for (std::string& name : SplitAgencies(Text(r, ColumnRole::kSupport), context_.rules)) {
      if (!IsBlankMark(name)) task.support.push_back(std::move(name));
    }
    std::erase_if(task.lead, [](const std::string& name) { return IsBlankMark(name); });
  }

  // Text first, then the other columns from left to right.
  [[nodiscard]] std::vector<std::string> References(size_t r) const {
    std::vector<std::string> out;
    const auto add = [&](const RowCell& cell) {
      for (const NormSpan& span : cell.spans) {
        for (std::string& symbol : context_.ReferencesIn(span)) {
          if (std::find(out.begin(), out.end(), symbol) == out.end())
            out.push_back(std::move(symbol));
        }
      }
    };
    if (const RowCell* task = At(r, ColumnRole::kTask)) add(*task);
    for (const RowCell& cell : table_.rows[r].cells) add(cell);
    return out;
  }

  void AddTargets(size_t r) {
    const std::string ordinal = Ordinal(r);
    CloseNumberedGroups(ordinal);
    Target target;
    target.annex = annex_;
    if (KindOf(ordinal) != OrdinalKind::kDash) target.ordinal = OrNull(ordinal);
    target.group = GroupText();
    target.indicator = OneLine(Text(r, ColumnRole::kIndicator));
    if (target.indicator.empty()) return;
    target.lead = SplitAgencies(Text(r, ColumnRole::kLead), context_.rules);
    if (target.lead.empty())
      target.lead = ReadLeadAndSupportCell(Text(r, ColumnRole::kLeadSupport), context_.rules).lead;
    target.spans = Spans(At(r, ColumnRole::kIndicator));
    target.rule = "columns.chi-tieu";
    bool any = false;
    for (size_t c = 0; c < columns_.roles.size(); ++c) {
      if (columns_.roles[c] != ColumnRole::kYear && columns_.roles[c] != ColumnRole::kValue)
        continue;
      const std::string& cell = table_.rows[r].cells[c].text;
      if (columns_.roles[c] == ColumnRole::kYear && IsBlankMark(cell)) continue;
      target.by = columns_.years[c] ? columns_.years[c] : OwnDeadline(r);
      AddGoals(target, cell, Text(r, ColumnRole::kUnit));
      any = true;
    }
    if (!any) {
      target.by = OwnDeadline(r);
      out_.targets.push_back(target);
    }
  }

  [[nodiscard]] std::optional<std::string> OwnDeadline(size_t r) const {
    const std::string cell = Text(r, ColumnRole::kDeadline);
    if (!Trim(cell).empty()) {
      if (auto by = ReadMilestone(OneLine(cell), context_.rules)) return by;
    }
    return GroupMilestone();
  }

  void AddGoals(const Target& base, const std::string& cell, const std::string& unit_cell) {
    const std::vector<Quantity> goals = ReadQuantityCell(cell, context_.rules);
    if (goals.empty()) {
      out_.targets.push_back(base);
      return;
    }
    for (const Quantity& goal : goals) {
      Target target = base;
      target.comparator = goal.comparator;
      target.value = goal.value;
      target.value_max = goal.value_max;
      target.unit = goal.unit ? goal.unit : OrNull(OneLine(unit_cell));
      out_.targets.push_back(std::move(target));
    }
  }

  const LogicalTable& table_;
  std::optional<std::string> annex_;
  const RowContext& context_;
  const TableColumns& columns_;
  std::vector<Group> groups_;
  std::optional<std::string> caption_milestone_;
  Rows out_;
};

}  // namespace

Rows ReadTableRows(const std::vector<LogicalTable>& tables, const std::vector<Annex>& annexes,
                   uint32_t body_end, const RowContext& context) {
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
    Rows rows =
        TableReader(table, number, annex == nullptr ? std::string() : annex->title, context).Read();
    std::move(rows.tasks.begin(), rows.tasks.end(), std::back_inserter(out.tasks));
    std::move(rows.targets.begin(), rows.targets.end(), std::back_inserter(out.targets));
  }
  return out;
}

}  // namespace congvan::rules
