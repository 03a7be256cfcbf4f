// table_view.h: the rows of a table by role, and which of them are headings of groups.
#pragma once

#include <string>
#include <string_view>

#include "row_context.h"
#include "table_groups.h"
#include "table_rows.h"

namespace congvan::rules {

/// A reader's view of one table. Table and context must outlive it.
class TableView {
 public:
  TableView(const LogicalTable& table, const RowContext& context)
      : table_(table), context_(context), columns_(table.columns) {}

  [[nodiscard]] const RowCell* At(size_t r, ColumnRole role) const;
  [[nodiscard]] std::string Text(size_t r, ColumnRole role) const;
  /// A heading over all columns begins in that of the ordinals.
  [[nodiscard]] std::string Ordinal(size_t r) const;
  [[nodiscard]] const RowCell& Name(size_t r) const;
  [[nodiscard]] bool IsBlank(std::string_view text) const;
  /// The text of a heading row stands in whatever column its merged cell begins.
  [[nodiscard]] std::string HeadingText(size_t r) const;
  [[nodiscard]] bool IsWork(ColumnRole role) const;
  [[nodiscard]] bool IsGroupRow(size_t r) const;

 protected:
  const LogicalTable& table_;
  const RowContext& context_;
  const TableColumns& columns_;

 private:
  // "I. HẠ TẦNG SỐ" in the column of ordinals of a text table, where no cell is wide.
  [[nodiscard]] static bool IsTitle(const RowCell& cell);
  [[nodiscard]] bool HasWork(size_t r) const;
  // "I. HẠ TẦNG SỐ" over all columns begins in whatever column is the first.
  [[nodiscard]] bool SpansColumns(const RowCell& cell) const;
  [[nodiscard]] bool InheritsWork(size_t r) const;
  // The rows below belong to this one: "2" over "2.1", "a" or "-", or a heading over rows that are
  // numbered anew.
  [[nodiscard]] bool HeadsNextRow(size_t r, OrdinalKind kind) const;
  // "- Cấp tỉnh", "a) Cấp xã" in the column of names.
  [[nodiscard]] static bool IsSubItem(std::string_view text);
  // "I | Về dữ liệu" and nothing else: where the columns have another order, the title stands under
  // the heading of one that is no name.
  [[nodiscard]] bool IsMovedTitle(size_t r) const;
  // "Về dữ liệu" without a number, where the rows around it have one.
  [[nodiscard]] bool StandsOverNumbers(size_t r) const;
  // "I. Về dữ liệu", "A. NHIỆM VỤ" in a table without ordinals.
  [[nodiscard]] static bool IsHeadingMark(std::string_view name);
};

}  // namespace congvan::rules
