#include "text_region.h"

#include <algorithm>
#include <cctype>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::extractor {
namespace {

// Letterheads have two or three rows, address blocks few more.
constexpr int kMaxLayoutRows = 6;

bool IsCombiningMark(char32_t c) { return c >= 0x300 && c <= 0x36F; }

bool MatchesTag(std::string_view text, size_t i, std::string_view tag) {
  if (text.size() - i < tag.size()) return false;
  for (size_t k = 0; k < tag.size(); ++k) {
    if (std::tolower(static_cast<unsigned char>(text[i + k])) != tag[k]) return false;
  }
  return true;
}

}  // namespace

bool SourceLines::IsBlank(size_t i) const { return Trim(Line(i)).empty(); }

size_t SourceLines::SkipBlank(size_t i) const {
  while (i < lines.size() && IsBlank(i)) ++i;
  return i;
}

SourceLines SplitLines(std::string_view text) {
  SourceLines out{text, {}};
  size_t begin = 0;
  const auto cut = [&](size_t end) {
    if (end > begin) out.lines.push_back({begin, end});
    begin = end;
  };
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      out.lines.push_back({begin, i});
      begin = i + 1;
    } else if (text[i] == '<' && MatchesTag(text, i, "<table")) {
      cut(i);
    } else if (text[i] == '<' && MatchesTag(text, i, "</table>")) {
      i += std::string_view("</table>").size() - 1;
      if (i + 1 < text.size() && text[i + 1] != '\n') cut(i + 1);
    }
  }
  if (begin < text.size()) out.lines.push_back({begin, text.size()});
  return out;
}

std::string Skeleton(std::string_view text) {
  const std::string plain = StripDiacritics(text);
  std::string out;
  for (size_t i = 0; i < plain.size();) {
    const Decoded d = DecodeAt(plain, i);
    i += d.size;
    if (IsCombiningMark(d.code_point)) continue;
    if (d.code_point < 0x80 && std::isalnum(static_cast<int>(d.code_point)) != 0) {
      out.push_back(static_cast<char>(d.code_point));
    } else if (d.code_point < 0x80 && !out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  return out;
}

bool IsLayoutText(std::string_view skeleton) {
  constexpr std::string_view kMarks[] = {"cong hoa xa hoi chu nghia", "dang cong san viet nam",
                                         "doc lap tu do hanh phuc"};
  if (std::any_of(std::begin(kMarks), std::end(kMarks),
                  [&](std::string_view mark) { return skeleton.find(mark) != skeleton.npos; }))
    return true;
  constexpr std::string_view kStarts[] = {"kinh gui", "kinh trinh", "dong kinh gui", "noi nhan"};
  return std::any_of(std::begin(kStarts), std::end(kStarts),
                     [&](std::string_view start) { return skeleton.starts_with(start); });
}

RawSpan TrimSpan(std::string_view text, size_t begin, size_t end) {
  const std::string_view inner = Trim(text.substr(begin, end - begin));
  if (inner.empty()) return {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin)};
  const auto start = static_cast<uint32_t>(inner.data() - text.data());
  return {start, start + static_cast<uint32_t>(inner.size())};
}

void AddCellPieces(std::string_view text, RawSpan cell, Column column, std::vector<Piece>& pieces) {
  bool first = true, after_blank = false;
  for (size_t begin = cell.begin; begin < cell.end;) {
    const size_t feed = std::min<size_t>(text.find('\n', begin), cell.end);
    const RawSpan line = TrimSpan(text, begin, feed);
    if (line.empty()) {
      after_blank = true;
    } else {
      pieces.push_back({line.begin, line.end, column, first, after_blank});
      first = after_blank = false;
    }
    begin = feed + 1;
  }
}

void UnfoldLayoutTable(std::string_view text, Region& region) {
  const RawTable& table = *region.table;
  if (table.rows > kMaxLayoutRows) return;
  std::vector<bool> used(static_cast<size_t>(table.columns), false);
  bool layout = false;
  for (const RawCell& cell : table.cells) {
    if (cell.span.empty()) continue;
    used[static_cast<size_t>(cell.column)] = true;
    layout |= IsLayoutText(Skeleton(cell.span.Of(text)));
  }
  if (!layout || std::count(used.begin(), used.end(), true) > 2) return;
  const auto left = std::find(used.begin(), used.end(), true) - used.begin();
  for (const RawCell& cell : table.cells) {
    const bool alone = table.columns < 2 || cell.column_span > 1;
    AddCellPieces(text, cell.span,
                  alone                 ? Column::kFull
                  : cell.column == left ? Column::kLeft
                                        : Column::kRight,
                  region.pieces);
  }
  region.table.reset();
}

void CompleteGrid(RawTable& table) {
  for (const RawCell& cell : table.cells) {
    table.rows = std::max(table.rows, cell.row + cell.row_span);
    table.columns = std::max(table.columns, cell.column + cell.column_span);
  }
  const auto width = static_cast<size_t>(table.columns);
  std::vector<bool> taken(static_cast<size_t>(table.rows) * width, false);
  for (const RawCell& cell : table.cells) {
    for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
      for (int c = cell.column; c < cell.column + cell.column_span; ++c)
        taken[static_cast<size_t>(r) * width + static_cast<size_t>(c)] = true;
    }
  }
  const auto place = [](const RawCell& cell) { return std::pair(cell.row, cell.column); };
  const auto by_place = [&](const RawCell& a, const RawCell& b) { return place(a) < place(b); };
  std::sort(table.cells.begin(), table.cells.end(), by_place);
  // An empty cell stands where the cell before it ends, so that spans never fall.
  std::vector<RawCell> complete;
  auto next = table.cells.begin();
  uint32_t end = table.span.begin;
  for (size_t i = 0; i < taken.size(); ++i) {
    const int row = static_cast<int>(i / width), column = static_cast<int>(i % width);
    if (next != table.cells.end() && next->row == row && next->column == column) {
      end = next->span.end;
      complete.push_back(*next++);
    } else if (!taken[i]) {
      complete.push_back({row, column, 1, 1, {end, end}, std::nullopt});
    }
  }
  table.cells = std::move(complete);
}

}  // namespace congvan::extractor
