#include "pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include "core/utf8.h"
#include "page_writer.h"
#include "pdf_furniture.h"

namespace congvan::extractor {
namespace {

bool Contains(const Box& box, const PdfWord& word) {
  const float x = (word.box.x0 + word.box.x1) / 2, y = (word.box.y0 + word.box.y1) / 2;
  return x >= box.x0 - 1 && x <= box.x1 + 1 && y >= box.y0 - 1 && y <= box.y1 + 1;
}

bool Contains(const Box& outer, const Box& inner) {
  return inner.x0 >= outer.x0 - 2 && inner.x1 <= outer.x1 + 2 && inner.y0 >= outer.y0 - 2 &&
         inner.y1 <= outer.y1 + 2;
}

// Two filled cells, and none of them the motto or the recipients: some offices print those in
// frames.
bool HoldsTable(const Grid& grid, const PdfPage& page) {
  size_t filled = 0;
  for (const GridCell& cell : grid.cells) {
    std::vector<PdfWord> words;
    std::copy_if(page.words.begin(), page.words.end(), std::back_inserter(words),
                 [&](const PdfWord& word) { return Contains(cell.box, word); });
    if (words.empty()) continue;
    ++filled;
    if (grid.rows() > 4) {
      if (filled >= 2) return true;
      continue;
    }
    const std::string bare = BareText(MakeRow(std::move(words)));
    if (HasMotto(bare) || StartsRecipients(bare)) return false;
  }
  // What the page has left of a row may be the rest of one cell.
  const bool rest_of_row = grid.rows() == 1 && grid.columns() >= 3 && filled == 1;
  return filled >= 2 || rest_of_row;
}

// Text of neighbouring cells that stands so close that Poppler made it one word is cut at the
// border.
void CutAtBorders(std::vector<PdfWord>& words, const Grid& grid) {
  constexpr float kOnBorder = 1.5F;
  std::vector<PdfWord> pieces;
  for (PdfWord& word : words) {
    for (const float x : grid.xs) {
      if (word.rotation != 0 || word.box.x0 > x - 1 || word.box.x1 < x + 1) continue;
      if (!Contains(grid.box, word) || word.edges.size() < 3) continue;
      size_t cut = 1;
      while (cut + 1 < word.edges.size() - 1 && word.edges[cut] < x - kOnBorder) ++cut;
      if (std::abs(word.edges[cut] - x) > kOnBorder) continue;
      PdfWord left = word;
      const size_t byte = ByteOfCodePoint(word.text, cut);
      left.text = word.text.substr(0, byte);
      word.text.erase(0, byte);
      const auto at = static_cast<ptrdiff_t>(cut);
      left.edges.assign(word.edges.begin(), word.edges.begin() + at + 1);
      word.edges.erase(word.edges.begin(), word.edges.begin() + at);
      left.box.x1 = std::min(x, left.edges.back());
      word.box.x0 = std::max(x, word.edges.front());
      pieces.push_back(std::move(left));
    }
  }
  std::move(pieces.begin(), pieces.end(), std::back_inserter(words));
}

float BodyFontSize(const std::vector<PdfWord>& words) {
  std::map<float, size_t> letters;
  for (const PdfWord& word : words) letters[std::round(word.font_size * 2) / 2] += word.text.size();
  const auto most =
      std::max_element(letters.begin(), letters.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? 12.0F : most->first;
}

// Margins are where at least two rows begin or end; single rows may stick out (a note, a
// signature).
Extent TextExtent(const std::vector<PdfRow>& rows, const std::vector<Grid>& tables,
                  const PdfPage& page) {
  constexpr float kSame = 3.0F;
  std::vector<float> lefts, rights;
  for (const PdfRow& row : rows) {
    lefts.push_back(row.box.x0);
    rights.push_back(row.box.x1);
  }
  for (const Grid& grid : tables) {
    lefts.insert(lefts.end(), 2, grid.box.x0);
    rights.insert(rights.end(), 2, grid.box.x1);
  }
  std::sort(lefts.begin(), lefts.end());
  std::sort(rights.begin(), rights.end(), std::greater<>());
  Extent extent{0.1F * page.width, 0.9F * page.width};
  if (lefts.size() < 3) return extent;
  extent = {lefts.front(), rights.front()};
  for (size_t i = 0; i + 1 < lefts.size(); ++i) {
    if (lefts[i + 1] - lefts[i] > kSame) continue;
    extent.left = lefts[i];
    break;
  }
  for (size_t i = 0; i + 1 < rights.size(); ++i) {
    if (rights[i] - rights[i + 1] > kSame) continue;
    extent.right = rights[i];
    break;
  }
  return extent;
}

// A page with a few lines does not show its margins; the page before does.
Extent WithMarginsBefore(Extent text, size_t rows, const PdfPage& page, const PageEnd& before) {
  constexpr size_t kFewRows = 8;
  if (rows >= kFewRows || std::abs(before.page_width - page.width) > 1) return text;
  return {std::min(text.left, before.text.left), std::max(text.right, before.text.right)};
}

struct SortedWords {
  std::vector<std::vector<PdfWord>> in_table;  // by table
  std::vector<PdfWord> outside;
  std::vector<PdfWord> sideways;  // outside tables, not upright: stamps in the margin
};

SortedWords SortWords(const PdfPage& page, const std::vector<Grid>& tables) {
  SortedWords sorted;
  sorted.in_table.resize(tables.size());
  for (const PdfWord& word : page.words) {
    size_t i = 0;
    while (i < tables.size() && !Contains(tables[i].box, word)) ++i;
    if (i < tables.size()) {
      sorted.in_table[i].push_back(word);
    } else {
      (word.rotation == 0 ? sorted.outside : sorted.sideways).push_back(word);
    }
  }
  for (size_t i = 0; i < tables.size(); ++i) CutAtBorders(sorted.in_table[i], tables[i]);
  return sorted;
}

// One-row grids become tables where the same columns go on: from the page before, or on the next
// page.
std::vector<Grid> ChooseTables(const PdfPage& page, PageTables found, const PageEnd& before,
                               const PageTables& next) {
  std::vector<Grid> tables = std::move(found.tables);
  const auto words_beyond = [&](float y, bool above) {
    return std::count_if(page.words.begin(), page.words.end(), [&](const PdfWord& word) {
      return above ? word.box.y1 < y : word.box.y0 > y;
    });
  };
  constexpr int kFurnitureWords = 6;
  for (Grid& grid : found.single_rows) {
    const bool goes_on = before.table && SameColumns(*before.table, grid) &&
                         words_beyond(grid.box.y0, true) <= kFurnitureWords;
    const auto begins = [&](const std::vector<Grid>& grids) {
      return !grids.empty() && SameColumns(grid, grids.front());
    };
    const bool comes = (begins(next.tables) || begins(next.single_rows)) &&
                       words_beyond(grid.box.y1, false) <= kFurnitureWords;
    if (goes_on || comes) tables.push_back(std::move(grid));
  }
  std::sort(tables.begin(), tables.end(),
            [](const Grid& a, const Grid& b) { return a.box.y0 < b.box.y0; });
  return tables;
}

std::vector<LineDraft> Drafts(OrderedRows ordered, const PdfPage& page, Extent text,
                              LineRole role) {
  std::vector<LineDraft> drafts;
  for (OrderedRow& row : ordered.rows) {
    LineDraft draft;
    draft.joined = Join(row.row, page.blanks, row.column == Column::kFull ? text : Extent{});
    draft.ordered = std::move(row);
    draft.role = role;
    if (role == LineRole::kFurniture) draft.line_break = LineBreak::kParagraph;
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

OrderedRows AsFull(std::vector<PdfRow> rows, int block) {
  OrderedRows out;
  for (PdfRow& row : rows) out.rows.push_back({std::move(row), Column::kFull, block});
  return out;
}

// The page's lines between its tables: drafts[i] stands before table i, the last list behind all of
// them.
struct Flow {
  std::vector<LineDraft> lines;
  std::vector<size_t> first_after;  // of each table: the first line behind it
  bool ends_in_sign_off = false;
};

Flow OrderAroundTables(const PdfPage& page, std::vector<PdfRow> rows,
                       const std::vector<Grid>& tables, PageFrame frame) {
  Flow flow;
  size_t next = 0;
  for (size_t i = 0; i <= tables.size(); ++i) {
    std::vector<PdfRow> group;
    const float limit = i < tables.size() ? (tables[i].box.y0 + 1) : INFINITY;
    while (next < rows.size() && (rows[next].box.y0 + rows[next].box.y1) / 2 < limit)
      group.push_back(std::move(rows[next++]));
    if (i > 0) frame.after_sign_off = frame.first_page = false;
    const bool any = !group.empty();
    OrderedRows ordered = OrderRows(std::move(group), frame);
    flow.ends_in_sign_off = ordered.ends_in_sign_off;
    std::vector<LineDraft> drafts = Drafts(std::move(ordered), page, frame.text, LineRole::kText);
    const int block_base = static_cast<int>(i) * 1000;
    for (LineDraft& draft : drafts) draft.ordered.block += block_base;
    if (i > 0 && any) drafts.front().after_table = true;
    std::move(drafts.begin(), drafts.end(), std::back_inserter(flow.lines));
    if (i < tables.size()) flow.first_after.push_back(flow.lines.size());
  }
  return flow;
}

}  // namespace

PageTables FindTables(const PdfPage& page) {
  PageTables found;
  std::vector<Grid> grids = FindGrids(page.rulings);
  std::erase_if(grids, [&](const Grid& grid) {
    return grid.columns() < 2 || grid.cells.size() < 2 || !HoldsTable(grid, page);
  });
  for (size_t i = 0; i < grids.size(); ++i) {
    const bool nested = std::any_of(grids.begin(), grids.end(), [&](const Grid& other) {
      return &other != &grids[i] && other.rows() >= 2 && Contains(other.box, grids[i].box) &&
             !Contains(grids[i].box, other.box);
    });
    if (nested) continue;
    (grids[i].rows() >= 2 ? found.tables : found.single_rows).push_back(grids[i]);
  }
  return found;
}

LaidOutPage LayOutPage(const PdfPage& page, PageTables found, const PageEnd& before,
                       const PageTables& next) {
  const std::vector<Grid> tables = ChooseTables(page, std::move(found), before, next);
  SortedWords words = SortWords(page, tables);
  const float body_size = BodyFontSize(page.words);
  std::vector<PdfRow> furniture = TakeStamps(words.outside, body_size);
  std::vector<PdfRow> rows = BuildRows(std::move(words.outside));
  for (const bool top : {true, false}) {
    if (rows.empty()) break;
    const auto at = top ? rows.begin() : std::prev(rows.end());
    if (!IsPageNumber(*at, page.height)) continue;
    furniture.push_back(std::move(*at));
    rows.erase(at);
  }
  const Extent text = WithMarginsBefore(TextExtent(rows, tables, page),
                                        rows.size() + 8 * tables.size(), page, before);
  Flow flow = OrderAroundTables(page, std::move(rows), tables,
                                {text, page.width, page.number == 1, before.in_sign_off});
  HintLines(flow.lines, text, before.line);

  const std::vector<LineDraft> marks =
      Drafts(AsFull(std::move(furniture), -1), page, text, LineRole::kFurniture);
  const float top =
      std::min(flow.lines.empty() ? INFINITY : flow.lines.front().ordered.row.baseline,
               tables.empty() ? INFINITY : tables.front().box.y0);
  PageWriter writer(page);
  for (const LineDraft& mark : marks) {
    if (mark.ordered.row.baseline < top) writer.WriteLine(mark);
  }
  size_t line = 0;
  for (size_t i = 0; i < tables.size(); ++i) {
    for (; line < flow.first_after[i]; ++line) writer.WriteLine(flow.lines[line]);
    const bool first = i == 0 && line == 0;
    const bool continues = first && before.table && SameColumns(*before.table, tables[i]);
    writer.WriteTable(tables[i], words.in_table[i], continues);
  }
  for (; line < flow.lines.size(); ++line) writer.WriteLine(flow.lines[line]);
  for (LineDraft& draft : SidewaysLines(words.sideways, page)) {
    draft.role = LineRole::kFurniture;
    draft.line_break = LineBreak::kParagraph;
    writer.WriteLine(draft);
  }
  for (const LineDraft& mark : marks) {
    if (mark.ordered.row.baseline >= top) writer.WriteLine(mark);
  }

  LaidOutPage out{writer.Take(), {}};
  const bool table_last = !tables.empty() && flow.first_after.back() == flow.lines.size();
  if (table_last) out.end.table = tables.back();
  if (!table_last) out.end.line = LastBodyLine(flow.lines, text, body_size);
  out.end.text = text;
  out.end.page_width = page.width;
  out.end.in_sign_off = flow.ends_in_sign_off;
  return out;
}

}  // namespace congvan::extractor
