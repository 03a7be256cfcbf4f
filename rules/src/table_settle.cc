#include "table_settle.h"

#include <algorithm>

#include "agency_names.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "roles.h"

namespace congvan::rules {
namespace {

bool Says(std::string_view cell, std::string_view role, const RuleSet& rules) {
  return HasRole(rules.group("table_rows"), OneLine(cell), role);
}

class Settler {
 public:
  Settler(LogicalTable& table, const RuleSet& rules)
      : table_(table), columns_(table.columns), rules_(rules) {}

  void Run() {
    ResolveDittos();
    MendBrokenNames();
    if (columns_.kind == TableKind::kTargets) {
      SettleUnit();
      SettleTickedYears();
    }
    if (columns_.kind == TableKind::kTasks) {
      SettleDetail();
      DropReportOfTasks();
    } else if (columns_.kind == TableKind::kTargets) {
      DropPastGoals();
    }
  }

 private:
  struct Count {
    size_t filled = 0, fits = 0;
    [[nodiscard]] bool Most() const { return fits > 0 && fits * 2 > filled; }
  };

  // Cells of a column that hold something, and how many of them `test` accepts.
  template <class Test>
  [[nodiscard]] [[nodiscard]] [[nodiscard]] [[nodiscard]] Count CountCells(size_t column,
                                                                           Test test) const {
    Count count;
    for (const TableRow& row : table_.rows) {
      const RowCell& cell = row.cells[column];
      if (cell.from_above || cell.column_span > 1 || IsBlankCell(cell.text, rules_)) continue;
      ++count.filled;
      count.fits += test(cell) ? 1 : 0;
    }
    return count;
  }

  void ResolveDittos() {
    const auto name = columns_.Name();
    for (size_t r = 1; r < table_.rows.size(); ++r) {
      for (size_t c = 0; c < columns_.roles.size(); ++c) {
        RowCell& cell = table_.rows[r].cells[c];
        const bool goal = columns_.HoldsGoals(c);
        if (c == name || goal || !Says(cell.text, "ditto", rules_)) continue;
        const RowCell& above = table_.rows[r - 1].cells[c];
        cell.text = above.text;
        cell.repeated = above.repeated.empty() ? above.spans : above.repeated;
      }
    }
  }

  // A cell merged over several rows of a table that blanks draw falls apart at their borders: "Sở
  // Khoa học và Công" | "nghệ". The upper row gets it back; whether the lower one shares it can't
  // be known.
  void MendBrokenNames() {
    for (size_t c = 0; c < columns_.roles.size(); ++c) {
      const ColumnRole role = columns_.roles[c];
      if (role != ColumnRole::kLead && role != ColumnRole::kSupport) continue;
      for (size_t r = table_.rows.size(); r-- > 1;) {
        RowCell& cell = table_.rows[r].cells[c];
        RowCell& above = table_.rows[r - 1].cells[c];
        if (cell.from_above || above.from_above) continue;
        if (Trim(above.text).empty() || OneLine(cell.text).empty()) continue;
        if (!IsRestOfName(cell.text) && !EndsInsideName(above.text)) continue;
        above.text += "\n" + cell.text;
        above.spans.insert(above.spans.end(), cell.spans.begin(), cell.spans.end());
        cell.text.clear();
        cell.spans.clear();
      }
    }
  }

  // "Văn phòng HĐND và" | "UBND xã".
  [[nodiscard]] static bool EndsInsideName(const std::string& cell) {
    const std::string text = ToLower(OneLine(cell));
    return text.ends_with(" và") || text.ends_with(" &") || text.ends_with(" -") ||
           text.ends_with(" –") || text.ends_with(" của") || text.ends_with(" các");
  }

  // Begins small, and would be no body's name with a capital either.
  [[nodiscard]] bool IsRestOfName(const std::string& cell) const {
    const std::string text = OneLine(cell);
    if (text.empty() || !IsLower(DecodeAt(text, 0).code_point)) return false;
    if (BodyHeadEnd(text, 0, rules_)) return false;
    const Decoded first = DecodeAt(text, 0);
    std::string capital = ToUpper(text.substr(0, first.size)) + text.substr(first.size);
    return !BodyHeadEnd(capital, 0, rules_) && text.find(' ') > 0 && CountCodePoints(text) < 30;
  }

  void SettleUnit() {
    const auto unit = columns_.Find(ColumnRole::kUnit);
    if (!unit) return;
    const Count bodies = CountCells(*unit, [this](const RowCell& cell) {
      return BodyHeadEnd(cell.text, 0, rules_).has_value() &&
             cell.text.find(' ') != std::string::npos;
    });
    if (bodies.Most()) {
      columns_.roles[*unit] =
          columns_.Find(ColumnRole::kLead) ? ColumnRole::kNone : ColumnRole::kLead;
    }
  }

  void SettleTickedYears() {
    Count all;
    for (size_t c = 0; c < columns_.roles.size(); ++c) {
      if (columns_.roles[c] == ColumnRole::kValue) return;
      if (columns_.roles[c] != ColumnRole::kYear) continue;
      const Count ticks =
          CountCells(c, [this](const RowCell& cell) { return IsTickedCell(cell.text, rules_); });
      all.filled += ticks.filled;
      all.fits += ticks.fits;
    }
    const bool lead = columns_.Find(ColumnRole::kLead) || columns_.Find(ColumnRole::kLeadSupport);
    if (all.fits == 0 || all.fits != all.filled || !lead || columns_.Find(ColumnRole::kUnit))
      return;
    columns_.kind = TableKind::kTasks;
    columns_.roles[*columns_.Find(ColumnRole::kIndicator)] = ColumnRole::kTask;
  }

  void SettleDetail() {
    const auto detail = columns_.Find(ColumnRole::kDetail);
    const auto task = columns_.Find(ColumnRole::kTask);
    if (!detail || !task) return;
    const bool divided =
        std::any_of(table_.rows.begin(), table_.rows.end(), [&](const TableRow& row) {
          return row.cells[*task].from_above && !row.cells[*detail].from_above &&
                 !row.cells[*detail].text.empty();
        });
    if (!divided) return;
    columns_.roles[*task] = ColumnRole::kGroup;
    columns_.roles[*detail] = ColumnRole::kTask;
  }

  void DropReportOfTasks() {
    for (size_t c = 0; c < columns_.roles.size(); ++c) {
      if (columns_.roles[c] != ColumnRole::kResult) continue;
      const Count past =
          CountCells(c, [this](const RowCell& cell) { return Says(cell.text, "past", rules_); });
      if (past.Most()) columns_.kind = TableKind::kOther;
    }
  }

  // A goal is past when the result of its year, or of no year where it is the only goal, is told.
  void DropPastGoals() {
    const auto goals = static_cast<size_t>(std::count_if(
        columns_.roles.begin(), columns_.roles.end(),
        [](ColumnRole role) { return role == ColumnRole::kYear || role == ColumnRole::kValue; }));
    for (size_t r = 0; r < columns_.roles.size(); ++r) {
      if (columns_.roles[r] != ColumnRole::kResult) continue;
      const Count told = CountCells(r, [](const RowCell&) { return true; });
      if (told.fits == 0) continue;  // to be filled in later
      for (size_t g = 0; g < columns_.roles.size(); ++g) {
        if (!columns_.HoldsGoals(g)) continue;
        const bool same = columns_.years[r] ? columns_.years[r] == YearOf(g) : goals == 1;
        if (same) columns_.roles[g] = ColumnRole::kBaseline;
      }
    }
    if (!columns_.Find(ColumnRole::kYear) && !columns_.Find(ColumnRole::kValue))
      columns_.kind = TableKind::kOther;
  }

  [[nodiscard]] std::optional<std::string> YearOf(size_t column) const {
    const auto& milestone = columns_.years[column];
    return milestone ? std::optional(milestone->substr(0, 4)) : std::nullopt;
  }

  LogicalTable& table_;
  TableColumns& columns_;
  const RuleSet& rules_;
};

}  // namespace

bool IsBlankCell(std::string_view text, const RuleSet& rules) {
  return Trim(text).empty() || Says(text, "blank", rules);
}

bool IsTickedCell(std::string_view text, const RuleSet& rules) { return Says(text, "mark", rules); }

bool IsTotal(std::string_view text, const RuleSet& rules) { return Says(text, "total", rules); }

void SettleTable(LogicalTable& table, const RuleSet& rules) { Settler(table, rules).Run(); }

}  // namespace congvan::rules
