#include "table_rows.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::rules {
namespace {

constexpr size_t kMaxHeadRows = 4;

using Grid = std::vector<TableRow>;

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
      target.column_span = cell.column_span;
      target.bold = cell.bold;
    }
  }
  return grid;
}

// The headings of one row, those that span columns standing over each of them.
std::vector<std::string> Spread(const TableRow& row) {
  std::vector<std::string> out(row.cells.size());
  for (size_t c = 0; c < row.cells.size(); ++c) {
    for (size_t k = 0; k < static_cast<size_t>(row.cells[c].column_span) && c + k < out.size();
         ++k) {
      if (!row.cells[c].text.empty()) out[c + k] = OneLine(row.cells[c].text);
    }
  }
  return out;
}

bool IsNumberingRow(const TableRow& row) {  // "(1) (2) (3)" or "A B 1 2" under the head
  size_t filled = 0;
  for (const RowCell& cell : row.cells) {
    const std::string text = OneLine(cell.text);
    if (text.empty()) continue;
    ++filled;
    const std::string_view inner = text.front() == '(' && text.back() == ')'
                                       ? std::string_view(text).substr(1, text.size() - 2)
                                       : text;
    if (inner.size() > 2 || inner.empty()) return false;
  }
  return filled >= 3 && filled == row.cells.size();
}

struct Head {
  TableColumns columns;
  size_t begin = 0, end = 0;  // rows
};

class HeadFinder {
 public:
  explicit HeadFinder(const RuleSet& rules) : rules_(rules) {}

  // The first rows whose headings make a table of tasks or targets; more rows join while they name
  // columns better.
  std::optional<Head> Find(const Grid& grid) const {
    for (size_t begin = 0; begin < std::min(grid.size(), kMaxHeadRows); ++begin) {
      std::optional<Head> best;
      std::vector<std::string> headings(grid[begin].cells.size());
      for (size_t end = begin; end < std::min(grid.size(), begin + 3); ++end) {
        if (end > begin && !IsHeadRow(grid[end])) break;
        const auto row = Spread(grid[end]);
        for (size_t c = 0; c < headings.size(); ++c) {
          if (row[c].empty() || (grid[end].cells[c].from_above)) continue;
          headings[c] =
              headings[c].empty() || IsYearOnly(row[c]) ? row[c] : headings[c] + " " + row[c];
        }
        TableColumns columns = ReadColumns(headings, rules_);
        const bool better = !best || columns.named > best->columns.named;
        if (columns.kind != TableKind::kOther && columns.named >= 2 && better)
          best = Head{std::move(columns), begin, end + 1};
      }
      if (!best) continue;
      if (best->end < grid.size() && IsNumberingRow(grid[best->end])) ++best->end;
      return best;
    }
    return std::nullopt;
  }

 private:
  // A second row of the head: short, no number in the ordinal's place, every filled cell a heading
  // or a year.
  bool IsHeadRow(const TableRow& row) const {
    size_t filled = 0, named = 0;
    for (const RowCell& cell : row.cells) {
      if (cell.text.empty()) continue;
      if (cell.from_above) continue;
      ++filled;
      named += rules_.group("columns").FindAll(OneLine(cell.text)).empty() ? 0 : 1;
    }
    return filled > 0 && named == filled;
  }

  [[nodiscard]] bool IsYearOnly(const std::string& text) const {
    for (const Match& match : rules_.group("columns").FindAll(text)) {
      if ((*match.rule)["role"] == "year") return true;
    }
    return false;
  }

  const RuleSet& rules_;
};

bool SameRow(const TableRow& a, const TableRow& b) {
  if (a.cells.size() != b.cells.size()) return false;
  for (size_t c = 0; c < a.cells.size(); ++c) {
    if (FoldForCompare(a.cells[c].text) != FoldForCompare(b.cells[c].text)) return false;
  }
  return true;
}

bool IsEmpty(const TableRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const RowCell& c) { return Trim(c.text).empty(); });
}

// Two pieces of one cell: a new line where the second plainly begins an item of its own.
void AppendPiece(RowCell& to, const RowCell& piece) {
  if (piece.text.empty() || piece.from_above) return;
  if (to.text.empty()) {
    to.text = piece.text;
  } else {
    const char last = to.text.back();
    const bool upper = IsUpper(DecodeAt(piece.text, 0).code_point);
    to.text += (upper && (last == ';' || last == '.')) || piece.text.front() == '-' ? "\n" : " ";
    to.text += piece.text;
  }
  to.spans.insert(to.spans.end(), piece.spans.begin(), piece.spans.end());
}

class Joiner {
 public:
  Joiner(const NormalizedText& text, const RuleSet& rules)
      : text_(text), rules_(rules), heads_(rules) {}

  std::vector<LogicalTable> Join() {
    for (const Table& table : text_.tables) AddTable(table);
    return std::move(out_);
  }

 private:
  void AddTable(const Table& table) {
    const Grid grid = GridOf(table, text_);
    const auto head = heads_.Find(grid);
    const bool open =
        !out_.empty() && out_.back().columns.roles.size() == static_cast<size_t>(table.columns);
    if (head) {
      const bool repeated =
          open && SameHead(grid, *head) && !AnnexBetween(last_end_, table.span.begin);
      if (!repeated) {
        out_.push_back({head->columns, {}, table.span.begin});
        head_rows_.assign(grid.begin() + static_cast<std::ptrdiff_t>(head->begin),
                          grid.begin() + static_cast<std::ptrdiff_t>(head->end));
      }
      AddRows(grid, head->end, repeated);
    } else if (open && table.continues && open_) {
      AddRows(grid, 0, true);
    } else {
      open_ = false;
      return;
    }
    open_ = true;
    last_end_ = table.span.end;
  }

  [[nodiscard]] bool SameHead(const Grid& grid, const Head& head) const {
    if (!open_ || head_rows_.size() != head.end - head.begin) return false;
    for (size_t i = 0; i < head_rows_.size(); ++i) {
      if (!SameRow(head_rows_[i], grid[head.begin + i])) return false;
    }
    return true;
  }

  // A paragraph in capitals between two tables begins something new.
  [[nodiscard]] bool AnnexBetween(uint32_t from, uint32_t to) const {
    return std::any_of(text_.paragraphs.begin(), text_.paragraphs.end(), [&](const Paragraph& p) {
      return p.span.begin >= from && p.span.end <= to && Trim(p.span.Of(text_.text)).size() > 12;
    });
  }

  void AddRows(const Grid& grid, size_t from, bool goes_on) {
    LogicalTable& table = out_.back();
    for (size_t r = from; r < grid.size(); ++r) {
      if (IsEmpty(grid[r])) continue;
      const bool first = r == from;
      if (!table.rows.empty() && ((first && goes_on && IsTail(grid[r])) || IsOverflow(grid[r]))) {
        for (size_t c = 0; c < grid[r].cells.size(); ++c)
          AppendPiece(table.rows.back().cells[c], grid[r].cells[c]);
      } else {
        table.rows.push_back(grid[r]);
      }
    }
  }

  // The tail of a row that the page has cut: no ordinal, and not a heading over the whole width.
  [[nodiscard]] bool IsTail(const TableRow& row) const {
    const TableColumns& columns = out_.back().columns;
    const auto ordinal = columns.Find(ColumnRole::kOrdinal);
    if (!ordinal || !Trim(row.cells[*ordinal].text).empty()) return false;
    for (const RowCell& cell : row.cells) {
      if (!cell.text.empty() && static_cast<size_t>(cell.column_span) + 1 >= row.cells.size() &&
          row.cells.size() > 2)
        return false;
    }
    const auto name = columns.kind == TableKind::kTasks ? columns.Find(ColumnRole::kTask)
                                                        : columns.Find(ColumnRole::kIndicator);
    if (!name) return false;
    const std::string text = OneLine(row.cells[*name].text);
    // A new row without a number of its own begins with a capital and names who does it.
    const bool starts_row =
        !text.empty() && IsUpper(DecodeAt(text, 0).code_point) && HasOwnRoles(row);
    return !starts_row;
  }

  [[nodiscard]] bool HasOwnRoles(const TableRow& row) const {
    const TableColumns& columns = out_.back().columns;
    size_t filled = 0;
    for (ColumnRole role : {ColumnRole::kLead, ColumnRole::kLeadSupport, ColumnRole::kDeadline,
                            ColumnRole::kValue, ColumnRole::kYear}) {
      const auto c = columns.Find(role);
      filled += c && !row.cells[*c].text.empty() && !row.cells[*c].from_above ? 1 : 0;
    }
    return filled >= 2;
  }

  // A row of a merged ordinal and task that only adds to the other columns ("Chủ trì" over two
  // lines).
  [[nodiscard]] bool IsOverflow(const TableRow& row) const {
    const TableColumns& columns = out_.back().columns;
    const auto name = columns.kind == TableKind::kTasks ? columns.Find(ColumnRole::kTask)
                                                        : columns.Find(ColumnRole::kIndicator);
    if (!name) return false;
    const auto ordinal = columns.Find(ColumnRole::kOrdinal);
    const bool no_ordinal =
        !ordinal || row.cells[*ordinal].text.empty() || row.cells[*ordinal].from_above;
    return no_ordinal && (row.cells[*name].from_above || row.cells[*name].text.empty()) &&
           row.cells[*name].column_span == 1 && columns.kind == TableKind::kTasks &&
           std::none_of(row.cells.begin(), row.cells.end(),
                        [](const RowCell& c) { return c.column_span > 1 && !c.text.empty(); });
  }

  const NormalizedText& text_;
  const RuleSet& rules_;
  HeadFinder heads_;
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
