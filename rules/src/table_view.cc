#include "table_view.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "table_settle.h"

namespace congvan::rules {

const RowCell* TableView::At(size_t r, ColumnRole role) const {
  const auto c = columns_.Find(role);
  return c ? &table_.rows[r].cells[*c] : nullptr;
}

std::string TableView::Text(size_t r, ColumnRole role) const {
  const RowCell* cell = At(r, role);
  return cell == nullptr ? std::string() : cell->text;
}

std::string TableView::Ordinal(size_t r) const {
  const RowCell* cell = At(r, ColumnRole::kOrdinal);
  if (cell == nullptr || cell->column_span > 1 || IsTitle(*cell)) return {};
  return CleanOrdinal(cell->text);
}

bool TableView::IsTitle(const RowCell& cell) {
  const std::string text = OneLine(cell.text);
  return text.find(' ') != std::string::npos && CountCodePoints(text) > 8;
}

const RowCell& TableView::Name(size_t r) const { return table_.rows[r].cells[*columns_.Name()]; }

bool TableView::IsBlank(std::string_view text) const { return IsBlankCell(text, context_.rules); }

std::string TableView::HeadingText(size_t r) const {
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

bool TableView::IsWork(ColumnRole role) const {
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

bool TableView::HasWork(size_t r) const {
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

bool TableView::SpansColumns(const RowCell& cell) const {
  return static_cast<size_t>(cell.column_span) * 2 > columns_.roles.size();
}

bool TableView::InheritsWork(size_t r) const {
  for (ColumnRole role : {ColumnRole::kLead, ColumnRole::kLeadSupport, ColumnRole::kDeadline}) {
    const RowCell* cell = At(r, role);
    if (cell != nullptr && cell->from_above && !cell->text.empty()) return true;
  }
  return false;
}

bool TableView::HeadsNextRow(size_t r, OrdinalKind kind) const {
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

bool TableView::IsSubItem(std::string_view text) {
  return text.starts_with("- ") || text.starts_with("+ ") || text.starts_with("– ") ||
         KindOfOrdinal(SplitMark(text).ordinal) == OrdinalKind::kItem;
}

bool TableView::IsMovedTitle(size_t r) const {
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

bool TableView::IsGroupRow(size_t r) const {
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
  if (kind == OrdinalKind::kNumber || kind == OrdinalKind::kSubNumber || kind == OrdinalKind::kItem)
    return false;
  const std::string_view name = Name(r).text;
  const bool mark = kind == OrdinalKind::kNone && !SplitMark(name).ordinal.empty();
  return name.empty() || kind == OrdinalKind::kDash || Name(r).bold || IsAllUpper(name) ||
         (kind == OrdinalKind::kNone && StandsOverNumbers(r)) ||
         columns_.kind == TableKind::kTargets || (mark && IsHeadingMark(name));
}

bool TableView::StandsOverNumbers(size_t r) const {
  if (!columns_.Find(ColumnRole::kOrdinal) || r + 1 >= table_.rows.size()) return false;
  const std::string_view name = Trim(Name(r).text);
  const bool title = !name.empty() && IsUpper(DecodeAt(name, 0).code_point) &&
                     std::string_view(".;,").find(name.back()) == std::string_view::npos;
  const bool goes_on = r > 0 && Ordinal(r - 1).empty() && !HasWork(r - 1);
  return title && !goes_on && KindOfOrdinal(Ordinal(r + 1)) == OrdinalKind::kNumber &&
         (HasWork(r + 1) || HeadsNextRow(r + 1, OrdinalKind::kNumber));
}

bool TableView::IsHeadingMark(std::string_view name) {
  const OrdinalKind kind = KindOfOrdinal(SplitMark(name).ordinal);
  return kind == OrdinalKind::kLetter || kind == OrdinalKind::kRoman;
}

}  // namespace congvan::rules
