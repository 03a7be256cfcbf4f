#include "table_rows.h"

#include <algorithm>
#include <array>

#include "agency_names.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "table_head.h"
#include "table_settle.h"

namespace congvan::rules {
namespace {

Grid GridOf(const Table& table, const NormalizedText& text) {
  Grid grid(static_cast<size_t>(table.rows));
  for (TableRow& row : grid) row.cells.resize(static_cast<size_t>(table.columns));
  for (const Cell& cell : table.cells) {
    for (int r = cell.row; r < std::min(cell.row + cell.row_span, table.rows); ++r) {
      if (cell.column >= table.columns) continue;
      RowCell& target = grid[static_cast<size_t>(r)].cells[static_cast<size_t>(cell.column)];
      target.text = std::string(Trim(cell.span.Of(text.text)));
      if (!cell.span.empty()) target.spans = {cell.span};
      target.from_above = r > cell.row;
      target.merged = cell.row_span > 1;
      target.column_span = cell.column_span;
      target.bold = cell.bold;
    }
  }
  return grid;
}

// Text without its blanks: narrow columns break the same heading differently from page to page.
std::string Bare(std::string_view text) {
  std::string folded = FoldForCompare(OneLine(text));
  std::erase(folded, ' ');
  return folded;
}

bool IsEmpty(const TableRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const RowCell& c) { return Trim(c.text).empty(); });
}

bool IsAgencyRole(ColumnRole role) {
  return role == ColumnRole::kLead || role == ColumnRole::kSupport ||
         role == ColumnRole::kLeadSupport;
}

bool StartsUpper(std::string_view text) {
  return !text.empty() && IsUpper(DecodeAt(text, 0).code_point);
}

bool StartsWithDash(std::string_view text) {
  return text.starts_with('-') || text.starts_with('+') || text.starts_with("–");
}

// After these a name goes on.
bool EndsOpen(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kOpen = {",", "-",   "–",    "&",    "/",
                                                             "(", " và", " của", " các", " với"};
  const std::string folded = ToLower(text);
  return std::any_of(kOpen.begin(), kOpen.end(),
                     [&](std::string_view end) { return folded.ends_with(end); });
}

class Joiner {
 public:
  Joiner(const NormalizedText& text, const RuleSet& rules) : text_(text), rules_(rules) {}

  std::vector<LogicalTable> Join() {
    for (const Table& table : text_.tables) AddTable(table);
    for (LogicalTable& table : out_) SettleTable(table, rules_);
    std::erase_if(out_, [](const LogicalTable& table) {
      return table.columns.kind == TableKind::kOther || table.rows.empty();
    });
    return std::move(out_);
  }

 private:
  void AddTable(const Table& table) {
    const Grid grid = GridOf(table, text_);
    const auto head = FindHead(grid, rules_);
    const bool apart = TextBetween(last_end_, table.span.begin);
    const bool open =
        open_ && out_.back().columns.roles.size() == static_cast<size_t>(table.columns);
    // A row of a table that goes on may look like headings ("Hoạt động truyền thông | ... | 2026").
    const bool goes_on = open && (table.continues || !apart);
    if (head && (head->certain || !goes_on)) {
      const bool repeated = open && !apart && head->columns.roles == out_.back().columns.roles &&
                            head->columns.years == out_.back().columns.years;
      if (!repeated) {
        out_.push_back({head->columns, {}, table.span.begin, HeadSpans(grid, *head)});
        head_rows_.assign(grid.begin() + static_cast<std::ptrdiff_t>(head->begin),
                          grid.begin() + static_cast<std::ptrdiff_t>(head->end));
      }
      AddRows(grid, head->end, repeated);
    } else if (goes_on) {
      AddRows(grid, 0, true);
    } else {
      open_ = false;
      return;
    }
    open_ = true;
    last_end_ = table.span.end;
  }

  // A heading over several columns is one of each.
  static std::vector<std::vector<NormSpan>> HeadSpans(const Grid& grid, const Head& head) {
    std::vector<std::vector<NormSpan>> out(head.columns.roles.size());
    for (size_t r = head.begin; r < head.end; ++r) {
      const std::vector<RowCell>& cells = grid[r].cells;
      for (size_t c = 0; c < cells.size(); ++c) {
        if (cells[c].from_above) continue;
        const size_t end = c + static_cast<size_t>(std::max(1, cells[c].column_span));
        for (size_t k = c; k < std::min(end, out.size()); ++k)
          out[k].insert(out[k].end(), cells[c].spans.begin(), cells[c].spans.end());
      }
    }
    return out;
  }

  // A paragraph between two tables begins something new; a page number does not.
  [[nodiscard]] bool TextBetween(uint32_t from, uint32_t to) const {
    return std::any_of(text_.paragraphs.begin(), text_.paragraphs.end(), [&](const Paragraph& p) {
      return p.span.begin >= from && p.span.end <= to && Trim(p.span.Of(text_.text)).size() > 12;
    });
  }

  // The head, or one of its rows, once more.
  [[nodiscard]] bool RepeatsHead(const TableRow& row) const {
    return std::any_of(head_rows_.begin(), head_rows_.end(), [&row](const TableRow& head) {
      size_t same = 0;
      for (size_t c = 0; c < std::min(row.cells.size(), head.cells.size()); ++c) {
        if (row.cells[c].text.empty()) continue;
        if (Bare(row.cells[c].text) != Bare(head.cells[c].text)) return false;
        ++same;
      }
      return same >= 2;
    });
  }

  void AddRows(Grid grid, size_t from, bool goes_on) {
    LogicalTable& table = out_.back();
    bool first = goes_on;
    for (size_t r = from; r < grid.size(); ++r) {
      if (IsEmpty(grid[r]) || IsNumberingRow(grid[r]) || RepeatsHead(grid[r])) continue;
      if (!table.rows.empty() && first && IsTail(grid[r])) {
        Append(grid[r], true);
      } else if (!table.rows.empty() && IsOverflow(grid[r])) {
        Append(grid[r], false);
      } else {
        if (first && !table.rows.empty()) CarryMergedCells(grid, r, table.rows.back());
        table.rows.push_back(grid[r]);
      }
      first = false;
    }
  }

  // A cell merged over rows of two pages is printed on the first of them only.
  static void CarryMergedCells(Grid& grid, size_t from, const TableRow& before) {
    for (size_t c = 0; c < before.cells.size(); ++c) {
      const RowCell& above = before.cells[c];
      if (!grid[from].cells[c].text.empty() || !grid[from].cells[c].merged || !above.merged)
        continue;
      for (size_t r = from; r < grid.size() && (r == from || grid[r].cells[c].from_above); ++r) {
        grid[r].cells[c].text = above.text;
        grid[r].cells[c].repeated = above.spans.empty() ? above.repeated : above.spans;
        grid[r].cells[c].from_above = true;
      }
    }
  }

  void Append(const TableRow& row, bool cut_by_page) {
    LogicalTable& table = out_.back();
    for (size_t c = 0; c < row.cells.size(); ++c)
      AppendPiece(table.rows.back().cells[c], row.cells[c], table.columns.roles[c], cut_by_page);
  }

  void AppendPiece(RowCell& to, const RowCell& piece, ColumnRole role, bool cut_by_page) const {
    if (piece.text.empty() || piece.from_above) return;
    if (to.text.empty()) {
      to.text = piece.text;
    } else {
      to.text += !cut_by_page || BeginsItem(to.text, piece.text, role) ? "\n" : " ";
      to.text += piece.text;
    }
    to.spans.insert(to.spans.end(), piece.spans.begin(), piece.spans.end());
  }

  // The second of two pieces of a cell begins a line of its own.
  [[nodiscard]] bool BeginsItem(std::string_view text, std::string_view piece,
                                ColumnRole role) const {
    if (StartsWithDash(piece)) return !IsAgencyRole(role) || StartsWithDash(text);
    if (!StartsUpper(piece)) return false;
    if (text.ends_with(';') || text.ends_with('.')) return true;
    return IsAgencyRole(role) && !EndsOpen(text) && BodyHeadEnd(piece, 0, rules_);
  }

  [[nodiscard]] bool HasOrdinal(const TableRow& row) const {
    const auto ordinal = out_.back().columns.Find(ColumnRole::kOrdinal);
    return ordinal && !Trim(row.cells[*ordinal].text).empty();
  }

  // The rest of a row that the page has cut.
  [[nodiscard]] bool IsTail(const TableRow& row) const {
    const LogicalTable& table = out_.back();
    const TableRow& before = table.rows.back();
    if (HasWideCell(row) || HasWideCell(before)) return false;
    const RowCell& name = row.cells[*table.columns.Name()];
    const bool ordinals = table.columns.Find(ColumnRole::kOrdinal).has_value();
    const bool upper = StartsUpper(name.text) || StartsWithDash(name.text);
    if (HasOrdinal(row))  // printed in the middle of its row's height, on the second page
      return !HasOrdinal(before) && !name.text.empty() && !upper;
    if (name.text.empty() || !upper) return true;
    // A new row without a number of its own says who does it and when.
    if (HasOwnRoles(row)) return false;
    return ordinals || !EndsSentence(before.cells[*table.columns.Name()].text);
  }

  static bool EndsSentence(std::string_view text) {
    return text.ends_with('.') || text.ends_with(';') || text.ends_with(':');
  }

  [[nodiscard]] bool HasOwnRoles(const TableRow& row) const {
    const TableColumns& columns = out_.back().columns;
    size_t filled = 0;
    for (size_t c = 0; c < columns.roles.size(); ++c) {
      const ColumnRole role = columns.roles[c];
      const bool says = role == ColumnRole::kLead || role == ColumnRole::kLeadSupport ||
                        role == ColumnRole::kDeadline || columns.HoldsGoals(c);
      filled += says && !row.cells[c].text.empty() && !row.cells[c].from_above ? 1 : 0;
    }
    return filled >= 2;
  }

  // A row of a merged ordinal and task that only adds to the other columns ("Chủ trì" over two
  // lines).
  [[nodiscard]] bool IsOverflow(const TableRow& row) const {
    const TableColumns& columns = out_.back().columns;
    if (columns.kind != TableKind::kTasks) return false;
    const RowCell& name = row.cells[*columns.Name()];
    const auto ordinal = columns.Find(ColumnRole::kOrdinal);
    const auto detail = columns.Find(ColumnRole::kDetail);
    const bool no_ordinal =
        !ordinal || row.cells[*ordinal].text.empty() || row.cells[*ordinal].from_above;
    if (detail && !row.cells[*detail].text.empty()) return false;
    if (IsTitleAmongBodies(row)) return false;
    return no_ordinal && (name.from_above || name.text.empty()) && name.column_span == 1 &&
           std::none_of(row.cells.begin(), row.cells.end(),
                        [](const RowCell& c) { return c.column_span > 1 && !c.text.empty(); });
  }

  // "| | Phát triển nguồn nhân lực | | |" where the column of leads comes first: all that the row
  // says stands there, and it is no body.
  [[nodiscard]] bool IsTitleAmongBodies(const TableRow& row) const {
    const TableColumns& columns = out_.back().columns;
    size_t filled = 0, at = 0;
    for (size_t c = 0; c < row.cells.size(); ++c) {
      if (Trim(row.cells[c].text).empty() || row.cells[c].from_above) continue;
      ++filled;
      at = c;
    }
    if (filled != 1 || !IsAgencyRole(columns.roles[at]) || *columns.Name() < at) return false;
    return StartsUpper(row.cells[at].text) && !BodyHeadEnd(row.cells[at].text, 0, rules_);
  }

  const NormalizedText& text_;
  const RuleSet& rules_;
  std::vector<LogicalTable> out_;
  std::vector<TableRow> head_rows_;
  uint32_t last_end_ = 0;
  bool open_ = false;
};

}  // namespace

std::vector<LogicalTable> JoinTables(const NormalizedText& text, const RuleSet& rules) {
  return Joiner(text, rules).Join();
}

}  // namespace congvan::rules
