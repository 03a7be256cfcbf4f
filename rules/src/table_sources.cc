#include "table_sources.h"

namespace congvan::rules {
namespace {

class SourceCollector {
 public:
  explicit SourceCollector(const RowSources& row) : row_(row), columns_(row.table.columns) {}

  void Cell(const char* field, size_t column) {
    const RowCell& cell = row_.table.rows[row_.row].cells[column];
    if (cell.text.empty()) return;
    Add(field, RuleOfColumn(columns_, column), cell.repeated.empty() ? cell.spans : cell.repeated);
  }
  void Column(const char* field, ColumnRole role) {
    if (const auto column = columns_.Find(role)) Cell(field, *column);
  }
  void Head(const char* field, size_t column) {
    if (column < row_.table.heads.size())
      Add(field, RuleOfColumn(columns_, column), row_.table.heads[column]);
  }

  void Common() {
    if (row_.annex != nullptr && !row_.annex->places.empty())
      Add("annex", "layout.phu-luc", {row_.annex->places.front()});
    Column("ordinal", ColumnRole::kOrdinal);
    Cell("ordinal", *columns_.Name());
    Column("group", ColumnRole::kGroup);
    if (row_.group != nullptr) Add("group", "columns", row_.group->places);
    Column("lead", ColumnRole::kLead);
    Column("lead", ColumnRole::kLeadSupport);
  }

  // The row's own, then its column's, then the headings' over it.
  void Milestones(size_t column) {
    Column("by", ColumnRole::kDeadline);
    if (columns_.years[column]) Head("by", column);
    if (row_.milestone != nullptr) Add("by", "milestones", row_.milestone->places);
    if (row_.annex != nullptr) Add("by", "milestones", row_.annex->places);
  }

  [[nodiscard]] const TableColumns& columns() const { return columns_; }
  [[nodiscard]] Sources Take() && { return std::move(read_); }

 private:
  void Add(const char* field, std::string rule, std::vector<NormSpan> places) {
    if (!places.empty()) read_.push_back({field, std::move(rule), std::move(places)});
  }

  const RowSources& row_;
  const TableColumns& columns_;
  Sources read_;
};

}  // namespace

Sources SourcesOfTask(const RowSources& row) {
  SourceCollector read(row);
  read.Common();
  read.Cell("text", *read.columns().Name());
  for (ColumnRole role : {ColumnRole::kSupport, ColumnRole::kLeadSupport, ColumnRole::kLead})
    read.Column("support", role);
  if (read.columns().Find(ColumnRole::kDeadline)) {
    read.Column("deadline", ColumnRole::kDeadline);
  } else {
    for (size_t c = 0; c < read.columns().roles.size(); ++c) {
      const bool ticked = read.columns().roles[c] == ColumnRole::kYear;
      if (ticked && !row.table.rows[row.row].cells[c].text.empty()) read.Head("deadline", c);
    }
  }
  read.Column("product", ColumnRole::kProduct);
  read.Column("note", ColumnRole::kNote);
  read.Column("note", ColumnRole::kReference);
  return std::move(read).Take();
}

Sources SourcesOfTarget(const RowSources& row, size_t column) {
  SourceCollector read(row);
  const TableColumns& columns = read.columns();
  const size_t name = *columns.Name();
  read.Common();
  read.Cell("indicator", name);
  read.Cell("cell", column);
  read.Column("unit", ColumnRole::kUnit);
  read.Head("unit", column);
  read.Head("unit", name);
  read.Cell("unit", name);
  read.Milestones(column);
  return std::move(read).Take();
}

std::string RuleOfColumn(const TableColumns& columns, size_t column) {
  return column >= columns.rules.size() || columns.rules[column].empty() ? "columns"
                                                                         : columns.rules[column];
}

}  // namespace congvan::rules
