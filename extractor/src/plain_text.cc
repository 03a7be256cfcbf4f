#include "plain_text.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/utf8.h"
#include "text_aligned_table.h"
#include "text_columns.h"
#include "text_decode.h"
#include "text_grids.h"
#include "text_indent.h"
#include "text_region.h"
#include "text_unnumbered_table.h"

namespace congvan::extractor {
namespace {

constexpr size_t kMaxHeadLine = 20;  // where the motto is still the head's

// "12", "- 12 -", "Trang 12/30": what a page's first or last line may be besides text.
bool IsPageNumber(std::string_view line) {
  const std::string skeleton = Skeleton(line);
  std::string_view inner = Trim(skeleton);
  bool named = false;
  for (const std::string_view word : {"trang ", "page "}) {
    if (inner.starts_with(word)) {
      inner.remove_prefix(word.size());
      named = true;
    }
  }
  const bool digits = !inner.empty() && std::all_of(inner.begin(), inner.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == ' ';
  });
  return digits && (inner.size() <= 4 || (named && inner.size() <= 9));
}

std::vector<std::string_view> SplitPages(std::string_view text) {
  std::vector<std::string_view> pages;
  size_t begin = 0;
  for (size_t feed = text.find('\f'); feed != text.npos; feed = text.find('\f', begin)) {
    pages.push_back(text.substr(begin, feed - begin));
    begin = feed + 1;
  }
  // pdftotext ends each page with a form feed, the last one too.
  if (pages.empty() || !Trim(text.substr(begin)).empty()) pages.push_back(text.substr(begin));
  return pages;
}

class PageReader {
 public:
  // `table_before`: the aligned table that ended the page before, if one did.
  PageReader(std::string_view text, int number, std::optional<AlignedShape> table_before)
      : source_(SplitLines(text)), table_before_(std::move(table_before)) {
    page_.number = number;
  }

  RawPage Read() {
    for (size_t i = 0; i < source_.lines.size();) {
      if (source_.IsBlank(i)) {
        page_.text += '\n';
        ++i;
        continue;
      }
      if (const auto table = FindAlignedTable(source_, i, TableOfPageBefore())) {
        AddAlignedTable(*table);
        i = table->end_line;
        continue;
      }
      if (const auto table = FindUnnumberedTable(source_, i)) {
        AddAlignedTable(*table);
        i = table->end_line;
        continue;
      }
      const std::optional<Region> region = FindRegion(i);
      if (!IsPageNumber(source_.Line(i))) table_last_.reset();
      seen_text_ = true;
      if (region && region->table) {
        AddTable(*region->table, i, region->end_line);
      } else if (region) {
        AddPieces(region->pieces, i, region->end_line);
      } else {
        AddLine(source_.lines[i].begin, source_.lines[i].end, Column::kFull, LineBreak::kUnknown);
        columns_before_ = 0;
      }
      i = region ? region->end_line : i + 1;
    }
    return std::move(page_);
  }

  /// The aligned table that ends the page.
  [[nodiscard]] const std::optional<AlignedShape>& table_last() const { return table_last_; }

 private:
  // Only at the top of the page, below its number.
  [[nodiscard]] const AlignedShape* TableOfPageBefore() const {
    const bool top =
        page_.tables.empty() &&
        std::all_of(page_.lines.begin(), page_.lines.end(),
                    [this](const RawLine& line) { return IsPageNumber(line.span.Of(page_.text)); });
    return table_before_ && top ? &*table_before_ : nullptr;
  }

  // Its cells are written one after the other, each with its lines.
  void AddAlignedTable(const AlignedTable& aligned) {
    const bool goes_on = TableOfPageBefore() != nullptr &&
                         table_before_->columns.count() == aligned.shape.columns.count();
    RawTable table;
    const auto begin = static_cast<uint32_t>(page_.text.size());
    for (const AlignedCell& cell : aligned.cells) {
      const auto from = static_cast<uint32_t>(page_.text.size());
      for (const RawSpan& line : cell.lines) {
        if (page_.text.size() > from) page_.text += '\n';
        page_.text += line.Of(source_.text);
      }
      table.cells.push_back({cell.row,
                             cell.column,
                             cell.row_span,
                             cell.column_span,
                             {from, static_cast<uint32_t>(page_.text.size())},
                             std::nullopt});
      page_.text += '\t';
    }
    table.span = {begin, static_cast<uint32_t>(page_.text.size())};
    table.columns = aligned.shape.columns.count();
    CompleteGrid(table);
    table.continues = goes_on || table.columns == columns_before_;
    page_.text += '\n';
    columns_before_ = table.columns;
    page_.tables.push_back(std::move(table));
    table_last_ = aligned.shape;
    seen_text_ = true;
  }

  [[nodiscard]] std::optional<Region> FindRegion(size_t i) const {
    if (auto region = FindHtmlTable(source_, i)) return region;
    if (auto region = FindWallTable(source_, i, !seen_text_ && page_.number == 1)) return region;
    if (auto region = FindPipeTable(source_, i)) return region;
    if (auto region = FindTabTable(source_, i, columns_before_)) return region;
    if (auto region = FindColumns(source_, i)) return region;
    if (i < kMaxHeadLine && page_.number == 1) return FindMixedHead(source_, i);
    return std::nullopt;
  }

  void AddLine(size_t begin, size_t end, Column column, LineBreak line_break) {
    const size_t start = page_.text.size();
    page_.text += source_.text.substr(begin, end - begin);
    NoteLine(start, page_.text.size(), column, line_break);
    page_.text += '\n';
  }

  // Trailing blanks stay in the line's span: two of them end a line in Markdown.
  void NoteLine(size_t begin, size_t end, Column column, LineBreak line_break) {
    RawLine line;
    line.span = {TrimSpan(page_.text, begin, end).begin, static_cast<uint32_t>(end)};
    line.column = column;
    line.line_break = line_break;
    page_.lines.push_back(line);
  }

  // Pieces in the order of the source stand in its text, walls and tags around them; others are
  // moved.
  void AddPieces(const std::vector<Piece>& pieces, size_t first_line, size_t end_line) {
    columns_before_ = 0;
    const bool in_order =
        std::is_sorted(pieces.begin(), pieces.end(),
                       [](const Piece& a, const Piece& b) { return a.begin < b.begin; });
    const size_t begin = source_.lines[first_line].begin;
    const size_t start = page_.text.size();
    if (in_order) {
      page_.text += source_.text.substr(begin, source_.lines[end_line - 1].end - begin);
      page_.text += '\n';
    }
    for (const Piece& piece : pieces) {
      const LineBreak line_break =
          piece.starts_paragraph ? LineBreak::kParagraph : LineBreak::kUnknown;
      if (in_order) {
        NoteLine(start + piece.begin - begin, start + piece.end - begin, piece.column, line_break);
      } else {
        if (piece.after_blank) page_.text += '\n';
        AddLine(piece.begin, piece.end, piece.column, line_break);
      }
    }
  }

  void AddTable(RawTable table, size_t first_line, size_t end_line) {
    const size_t begin = source_.lines[first_line].begin;
    const auto shift = static_cast<uint32_t>(page_.text.size()) - static_cast<uint32_t>(begin);
    page_.text += source_.text.substr(begin, source_.lines[end_line - 1].end - begin);
    page_.text += '\n';
    // Unsigned wrap-around makes this right for a shift to the left too.
    const auto move = [shift](RawSpan& span) {
      span.begin += shift;
      span.end += shift;
    };
    move(table.span);
    for (RawCell& cell : table.cells) move(cell.span);
    table.continues = table.columns == columns_before_;
    columns_before_ = table.columns;
    page_.tables.push_back(std::move(table));
  }

  SourceLines source_;
  RawPage page_;
  std::optional<AlignedShape> table_before_, table_last_;
  int columns_before_ = 0;  // of the table right above, blank lines aside
  bool seen_text_ = false;
};

// Only where form feeds tell the pages apart; elsewhere a lone number may be a cell of a table in
// pieces.
void MarkPageNumbers(RawPage& page) {
  const auto mark = [&page](RawLine& line) {
    if (IsPageNumber(line.span.Of(page.text))) line.role = LineRole::kFurniture;
  };
  if (page.lines.empty()) return;
  const bool table_first =
      !page.tables.empty() && page.tables.front().span.begin < page.lines.front().span.begin;
  const bool table_last =
      !page.tables.empty() && page.tables.back().span.begin > page.lines.back().span.begin;
  if (!table_first) mark(page.lines.front());
  if (!table_last) mark(page.lines.back());
}

}  // namespace

Result<RawDocument> ReadPlainText(const SourceFile& source, std::string_view bytes) {
  DecodedText decoded = DecodeText(bytes);
  if (Trim(decoded.text).empty() && decoded.text.find('\f') == std::string::npos)
    return Fail(MakeError(ErrorCode::kEmpty, source.path, "the file holds no text"));
  RawDocument document;
  document.source = source;
  document.text_from = "text";
  document.notes = std::move(decoded.notes);
  const std::vector<std::string_view> pages = SplitPages(decoded.text);
  bool any_text = false;
  std::optional<AlignedShape> table_before;
  for (const std::string_view text : pages) {
    const int number = static_cast<int>(document.pages.size()) + 1;
    PageReader reader(text, number, std::move(table_before));
    RawPage page = reader.Read();
    table_before = reader.table_last();
    if (pages.size() > 1) MarkPageNumbers(page);
    const bool has_text = !page.lines.empty() || !page.tables.empty();
    any_text |= has_text;
    if (!has_text)
      document.notes.push_back({Severity::kWarning, "page-without-text", number, "no text"});
    document.pages.push_back(std::move(page));
  }
  MarkIndentedParagraphs(document.pages);
  if (!any_text) return Fail(MakeError(ErrorCode::kEmpty, source.path, "the file holds no text"));
  return document;
}

}  // namespace congvan::extractor
