#include "text_aligned_table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "text_aligned_rows.h"

namespace congvan::extractor {
namespace {

constexpr size_t kHeadAbove = 4;  // lines of the head above its ordinals' heading
constexpr size_t kHeadBelow = 6;  // and below
constexpr size_t kMostLines = 220;

bool IsOrdinalHeading(std::string_view text) {
  const std::string skeleton = Skeleton(text);
  const std::string_view inner = Trim(skeleton);
  return inner == "stt" || inner == "tt" || inner == "so tt" || inner == "s tt" ||
         inner == "so thu tu";
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// "3", "3.1", "(1)", "II", "II.2", "A.", "a)", "-": what stands in the column of ordinals.
bool IsOrdinal(std::string_view text) {
  if (text == "-" || text == "+" || text == "–") return true;
  if (text.starts_with('(')) text.remove_prefix(1);
  while (!text.empty() && std::string_view(".)").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  if (text.empty() || text.size() > 9) return false;
  const size_t dot = text.find('.');
  const std::string_view head = text.substr(0, dot);
  const bool number = head.size() <= 3 && std::all_of(head.begin(), head.end(), IsDigit);
  const bool roman = head.size() <= 5 && head.find_first_not_of("IVXL") == std::string_view::npos;
  const bool letter = CountCodePoints(head) == 1 && IsLetter(DecodeAt(head, 0).code_point);
  if (!number && !roman && !letter) return false;
  const std::string_view rest = dot == std::string_view::npos ? "" : text.substr(dot);
  return std::all_of(rest.begin(), rest.end(), [](char c) { return c == '.' || IsDigit(c); });
}

// "Tổng cộng" in the column of names.
bool IsTotal(std::string_view text) {
  const std::string skeleton = Skeleton(text);
  const std::string_view inner = Trim(skeleton);
  return inner == "tong cong" || inner == "cong" || inner == "tong" || inner == "tong so";
}

// "A. NHIỆM VỤ CHUNG", "I. Về thể chế", "NHIỆM VỤ CHUNG".
bool IsGroupHeading(std::string_view text) {
  const bool words = text.find(' ') != std::string_view::npos;  // "1450/SKHCN-BCVT" heads nothing
  if (words && IsAllUpper(text) && CountCodePoints(text) > 3) return true;
  const std::string_view mark = text.substr(0, text.find(' '));
  return mark.size() < text.size() && mark.size() <= 5 &&
         (mark.ends_with('.') || mark.ends_with(')')) && IsOrdinal(mark) &&
         IsUpper(DecodeAt(mark, 0).code_point);
}

bool GoesOn(std::string_view text) {
  if (text.empty() || text == "x") return false;  // a tick
  return IsLower(DecodeAt(text, 0).code_point) ||
         std::string_view(",;.)/").find(text.front()) != std::string_view::npos;
}

bool EndsTable(std::string_view line) {
  const std::string skeleton = Skeleton(line);
  const std::string_view inner = Trim(skeleton);
  return IsLayoutText(inner) || inner.starts_with("phu luc") || inner.starts_with("ghi chu ");
}

// "STT Nội dung nhiệm vụ": one blank is all that the columns leave.
void DivideOrdinalHeading(LayoutLine& line) {
  const Stretch first = line.segments().front();
  for (size_t c = first.begin + 2; c < std::min(first.end, first.begin + 4); ++c) {
    if (line.IsBlankAt(c) && IsOrdinalHeading(line.Text({first.begin, c}))) {
      line.SplitAt(c);
      return;
    }
  }
}

// "Năm 2025 Năm 2026": the same between the headings of goals.
void DivideYearHeadings(LayoutLine& line) {
  constexpr std::string_view kYear = "Năm 20";
  for (size_t i = 0; i < line.segments().size(); ++i) {
    const Stretch whole = line.segments()[i];
    for (size_t c = whole.begin + kYear.size(); c < whole.end; ++c) {
      const std::string_view before = line.Text({whole.begin, c});
      const bool year = !before.empty() && IsDigit(before.back());
      if (!year || !line.IsBlankAt(c) || !line.Text({c, whole.end}).starts_with(kYear)) continue;
      line.SplitAt(c);
      break;
    }
  }
}

class AlignedReader {
 public:
  AlignedReader(const SourceLines& source, size_t at) : source_(source), at_(at) {}

  std::optional<AlignedTable> ReadWithHead(const AlignedShape* before) {
    LayOut(kHeadAbove + 1);  // most lines have no head near them: the rest is not looked at
    const auto stt = HeadLine();
    if (!stt || FirstHeadLine(*stt) != 0) return std::nullopt;
    LayOut(kMostLines);
    size_t first = *stt + 1, limit = first;  // the lines up to the first row may be the head's
    while (limit < lines_.size() && limit <= *stt + kHeadBelow && MayBeHeadAt(limit)) ++limit;
    if (before != nullptr && RepeatsHead(before->head)) first = limit = before->head.size();
    std::optional<AlignedTable> best;
    double least = 0;
    int doubtful_columns = 0;  // the most of a head whose rows can't be told apart
    for (size_t end = first; end <= limit; ++end) {
      const std::vector<LayoutLine> head(lines_.begin(),
                                         lines_.begin() + static_cast<std::ptrdiff_t>(end));
      const auto columns = AlignedColumns::Find(head, Candidates(end));
      if (!columns) continue;
      double cost = HeadCost(end, *stt);
      bool doubtful = false;
      auto table = ReadBody(*columns, end, true, cost, doubtful);
      if (doubtful) doubtful_columns = std::max(doubtful_columns, columns->count());
      if (!table || (best && cost >= least)) continue;
      AddHead(*table, end);
      least = cost;
      best = std::move(table);
    }
    // With fewer headings the same rows look well: two columns have become one.
    if (best && best->shape.columns.count() < doubtful_columns) return std::nullopt;
    return best;
  }

  std::optional<AlignedTable> ReadOn(const AlignedShape& before) {
    LayOut(kMostLines);
    const std::vector<LayoutLine> all = Candidates(0);
    const AlignedColumns columns = before.columns.Shifted(all);
    if (!columns.Fit(all)) return std::nullopt;
    double cost = 0;
    bool doubtful = false;
    auto table = ReadBody(columns, 0, true, cost, doubtful);
    if (table) table->shape.head = before.head;
    return table;
  }

 private:
  void LayOut(size_t count) {
    const size_t end = std::min(source_.lines.size(), at_ + count);
    for (size_t i = at_ + lines_.size(); i < end; ++i) {
      LayoutLine line(source_.text, source_.lines[i]);
      if (!line.segments().empty()) DivideOrdinalHeading(line);
      DivideYearHeadings(line);
      lines_.push_back(std::move(line));
    }
  }

  [[nodiscard]] std::string BareLine(size_t i) const {
    std::string bare(source_.Line(at_ + i));
    std::erase(bare, ' ');
    return bare;
  }

  [[nodiscard]] bool RepeatsHead(const std::vector<std::string>& head) const {
    if (head.empty() || head.size() > lines_.size()) return false;
    for (size_t i = 0; i < head.size(); ++i) {
      if (BareLine(i) != head[i]) return false;
    }
    return true;
  }

  // Neither the first line of a row nor a heading of a group.
  [[nodiscard]] bool MayBeHead(const LayoutLine& line) const {
    const auto& segments = line.segments();
    if (segments.empty() || StartsWithOrdinal(line)) return false;
    return segments.size() > 1 || !IsGroupHeading(line.Text(segments.front())) ||
           CountCodePoints(line.Text(segments.front())) < 12;
  }

  // An empty line, too, above one with further headings.
  [[nodiscard]] bool MayBeHeadAt(size_t i) const {
    if (!lines_[i].segments().empty()) return MayBeHead(lines_[i]);
    return i + 1 < lines_.size() && lines_[i + 1].segments().size() >= 2 &&
           MayBeHead(lines_[i + 1]);
  }

  // The line of "STT | ... | ..." near `at`.
  [[nodiscard]] std::optional<size_t> HeadLine() const {
    for (size_t i = 0; i < std::min(lines_.size(), kHeadAbove + 1); ++i) {
      const auto& segments = lines_[i].segments();
      if (segments.empty()) return std::nullopt;
      if (segments.size() >= 2 && IsOrdinalHeading(lines_[i].Text(segments[0]))) return i;
    }
    return std::nullopt;
  }

  // Lines above it that stand over its headings; a title does not.
  [[nodiscard]] size_t FirstHeadLine(size_t stt) const {
    const Stretch ordinal = lines_[stt].segments().front();
    size_t first = stt;
    while (first > 0) {
      const LayoutLine& line = lines_[first - 1];
      const auto& segments = line.segments();
      // "Số" over "TT" is one heading.
      const bool number = segments.size() > 1 && segments.front().begin < ordinal.end &&
                          Trim(Skeleton(line.Text(segments.front()))) == "so";
      const bool right = number || segments.front().begin > ordinal.end;
      const std::string_view text = line.Text({segments.front().begin, segments.back().end});
      const bool title = text.starts_with('(') || text.starts_with('[') || EndsTable(text) ||
                         (segments.size() == 1 && segments[0].end - segments[0].begin > 40) ||
                         (segments.size() == 1 && IsAllUpper(text) && !HasLoudHeadings(stt));
      if (!right || title) break;
      --first;
    }
    return first;
  }

  // "STT | NỘI DUNG | CHỦ TRÌ"; "ĐVT" is loud in any head.
  [[nodiscard]] bool HasLoudHeadings(size_t stt) const {
    constexpr size_t kShort = 5;
    const auto& segments = lines_[stt].segments();
    return std::all_of(segments.begin() + 1, segments.end(), [&](const Stretch& segment) {
      const std::string_view text = lines_[stt].Text(segment);
      return IsAllUpper(text) || CountCodePoints(text) < kShort;
    });
  }

  [[nodiscard]] static bool StartsWithOrdinal(const LayoutLine& line) {
    const auto& segments = line.segments();
    return !segments.empty() && IsOrdinal(line.Text(segments.front()));
  }

  // "Phát triển hạ tầng", alone between blank lines, or without any of them, and above a numbered
  // row: it heads a group though neither a mark nor capitals say so.
  [[nodiscard]] bool IsLooseGroup(size_t i) const {
    if (i == 0 || i + 1 >= lines_.size()) return false;
    const bool above = lines_[i - 1].segments().empty(), below = lines_[i + 1].segments().empty();
    if (above != below || (below && i + 2 >= lines_.size())) return false;
    const LayoutLine& next = lines_[below ? i + 2 : i + 1];
    const auto& segments = lines_[i].segments();
    if (segments.size() != 1 || segments.front().begin > lines_.front().segments().front().begin)
      return false;
    // With no line between, only what stands in the column of ordinals is no cell's text.
    if (!below &&
        (next.segments().empty() || segments.front().begin > next.segments().front().begin))
      return false;
    const std::string_view text = lines_[i].Text(segments.front());
    return IsUpper(DecodeAt(text, 0).code_point) && CountCodePoints(text) > 5 &&
           std::string_view(".;:,").find(text.back()) == std::string_view::npos &&
           StartsWithOrdinal(next) && next.segments().size() >= 2;
  }

  // Lines that may be the table's, to see its columns.
  [[nodiscard]] std::vector<LayoutLine> Candidates(size_t from) const {
    std::vector<LayoutLine> out(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(from));
    for (size_t i = from; i < lines_.size(); ++i) {
      const auto& segments = lines_[i].segments();
      if (segments.empty()) {
        if (i + 1 < lines_.size() && (StartsWithOrdinal(lines_[i + 1]) || IsLooseGroup(i + 1)))
          continue;
        if (i > 0 && IsLooseGroup(i - 1)) continue;
        break;
      }
      if (EndsTable(lines_[i].Text({segments.front().begin, segments.back().end}))) break;
      out.push_back(lines_[i]);
    }
    return out;
  }

  // Headings stand in the middle of their row.
  [[nodiscard]] static double HeadCost(size_t end, size_t stt) {
    return 2 * std::abs(static_cast<double>(stt) - (static_cast<double>(end) - 1) / 2);
  }

  // One line of the table; nullopt where it ends.
  [[nodiscard]] std::optional<AlignedLine> BodyLine(const AlignedColumns& columns, size_t i) const {
    const LayoutLine& line = lines_[i];
    AlignedLine out;
    out.source_line = at_ + i;
    out.pieces = columns.Cut(lines_, i);
    const std::string_view all =
        line.Text({line.segments().front().begin, line.segments().back().end});
    if (EndsTable(all)) return std::nullopt;
    const bool loose = IsLooseGroup(i);
    if (loose ||
        (line.segments().size() == 1 && IsGroupHeading(all) && CountCodePoints(all) > 12)) {
      const int last = std::max(out.pieces.back().column, 1);
      out.pieces = {{std::min(out.pieces.front().column, last - 1),
                     columns.count() - std::min(out.pieces.front().column, last - 1),
                     line.segments().front()}};
      out.anchor = out.wide = true;
      out.goes_on = {false};
      out.capital = {true};
      return out;
    }
    const AlignedPiece& first = out.pieces.front();
    if (out.pieces.size() == 1 && (first.column_span > 1 || first.column == 0)) {
      if (!IsGroupHeading(line.Text(first.stretch)) &&
          !(first.column == 0 && first.column_span == 1 && IsOrdinal(all)))
        return std::nullopt;
      out.wide = first.column_span > 1;
      out.anchor = true;
    } else if (first.column == 1 && IsTotal(line.Text(first.stretch))) {
      out.anchor = true;  // a row of its own, though it has no number
    } else if (first.column == 0) {
      if (first.column_span > 1 || !IsOrdinal(line.Text(first.stretch))) return std::nullopt;
      out.anchor = true;
    }
    for (const AlignedPiece& piece : out.pieces) {
      out.goes_on.push_back(GoesOn(line.Text(piece.stretch)));
      const std::string_view text = line.Text(piece.stretch);  // empty: blanks of other kinds
      out.capital.push_back(!text.empty() && IsUpper(DecodeAt(text, 0).code_point));
    }
    return out;
  }

  std::optional<AlignedTable> ReadBody(const AlignedColumns& columns, size_t from,
                                       bool may_begin_cut, double& cost, bool& doubtful) {
    std::vector<AlignedLine> body;
    size_t end = from;
    for (size_t i = from; i < lines_.size(); ++i) {
      if (lines_[i].segments().empty()) continue;
      const bool behind_blank = i > from && lines_[i - 1].segments().empty();
      auto line = BodyLine(columns, i);
      if (!line || (behind_blank && !line->anchor && line->pieces.size() < 3)) break;
      body.push_back(std::move(*line));
      end = i + 1;
    }
    DropPageNumber(body, end);
    const AlignedDivision division = SplitAlignedRows(body, columns.count(), may_begin_cut);
    if (division.rows.empty()) return std::nullopt;
    cost += division.cost;
    AlignedTable table;
    table.end_line = at_ + end;
    table.shape.columns = columns;
    for (const AlignedRow& row : division.rows) AddRow(table, body, row);
    doubtful = IsDoubtful(body, division.rows);
    if (doubtful) return std::nullopt;
    return HoldsRows(table) ? std::optional(std::move(table)) : std::nullopt;
  }

  // Columns so narrow that their texts run into each other can't be told apart: lines with cuts
  // that only looks decide, cells that begin in the middle of a sentence.
  [[nodiscard]] static bool IsDoubtful(const std::vector<AlignedLine>& body,
                                       const std::vector<AlignedRow>& rows) {
    const auto unsure =
        static_cast<size_t>(std::count_if(body.begin(), body.end(), [](const AlignedLine& line) {
          return !line.wide && std::any_of(line.pieces.begin(), line.pieces.end(),
                                           [](const AlignedPiece& piece) { return !piece.sure; });
        }));
    struct Beginnings {
      size_t cells = 0, cut = 0, whole = 0;
    };
    std::map<int, Beginnings> columns;
    for (size_t r = 1; r < rows.size(); ++r) {  // the first may be the rest of the page before
      std::set<int> seen;
      for (size_t i = rows[r].begin; i < rows[r].end; ++i) {
        for (size_t k = 0; k < body[i].pieces.size(); ++k) {
          const int column = body[i].pieces[k].column;
          if (!seen.insert(column).second) continue;
          ++columns[column].cells;
          columns[column].cut += body[i].goes_on[k] ? 1 : 0;
          columns[column].whole += body[i].capital[k] ? 1 : 0;
        }
      }
    }
    size_t cells = 0, cut = 0;
    for (const auto& [column, begun] : columns) {
      cells += begun.cells;
      if (begun.whole > 0) cut += begun.cut;  // units of measure have no capitals
    }
    return unsure * 12 > body.size() || cut * 20 > cells;
  }

  // A number alone in the middle of the page's last line.
  void DropPageNumber(std::vector<AlignedLine>& body, size_t& end) const {
    while (!body.empty() && body.back().pieces.size() == 1 && body.back().pieces[0].column > 0) {
      const std::string_view text =
          lines_[body.back().source_line - at_].Text(body.back().pieces[0].stretch);
      const bool number = text.size() <= 3 && std::all_of(text.begin(), text.end(), IsDigit);
      if (!number || body.back().source_line + 1 != at_ + end) return;
      body.pop_back();
      end = body.empty() ? 0 : body.back().source_line - at_ + 1;
    }
  }

  // Where one line runs over a border, both columns are one cell in this row: nothing tells which
  // of their words are whose.
  void AddRow(AlignedTable& table, const std::vector<AlignedLine>& body, AlignedRow row) const {
    const size_t first_cell = table.cells.size();
    std::map<int, AlignedPiece> mixed;
    for (size_t i = row.begin; i < row.end; ++i) {
      if (body[i].wide) continue;
      for (const AlignedPiece& piece : body[i].pieces) {
        for (int c = piece.column + 1; c < piece.column + piece.column_span; ++c)
          mixed.emplace(c, piece);
      }
    }
    for (size_t i = row.begin; i < row.end; ++i) {
      for (AlignedPiece piece : body[i].pieces) {
        if (const auto into = mixed.find(piece.column); into != mixed.end()) {
          piece.column = into->second.column;
          piece.column_span = into->second.column_span;
        }
        const RawSpan span = lines_[body[i].source_line - at_].BytesOf(piece.stretch);
        AlignedCell& cell = CellAt(table, first_cell, piece);
        cell.lines.push_back(span);
      }
    }
    std::sort(table.cells.begin() + static_cast<std::ptrdiff_t>(first_cell), table.cells.end(),
              [](const AlignedCell& a, const AlignedCell& b) { return a.column < b.column; });
    ++table.rows;
  }

  static AlignedCell& CellAt(AlignedTable& table, size_t first_cell, const AlignedPiece& piece) {
    for (size_t k = first_cell; k < table.cells.size(); ++k) {
      AlignedCell& cell = table.cells[k];
      if (cell.column != piece.column || cell.row != table.rows) continue;
      cell.column_span = std::max(cell.column_span, piece.column_span);
      return cell;
    }
    table.cells.push_back({table.rows, piece.column, 1, piece.column_span, {}});
    return table.cells.back();
  }

  // None stands partly over another.
  static bool AreApart(const std::vector<SpanningHeading>& headings) {
    for (const SpanningHeading& a : headings) {
      for (const SpanningHeading& b : headings) {
        const bool same = a.column == b.column && a.column_span == b.column_span;
        const bool apart =
            a.column + a.column_span <= b.column || b.column + b.column_span <= a.column;
        if (!same && !apart) return false;
      }
    }
    return true;
  }

  // The head is one row: the levels of a heading stand below each other in its cell. Headings over
  // several others make it two.
  void AddHead(AlignedTable& table, size_t end) const {
    const std::vector<LayoutLine> lines(lines_.begin(),
                                        lines_.begin() + static_cast<std::ptrdiff_t>(end));
    std::vector<SpanningHeading> spanning = SpanningHeadings(lines);
    if (!AreApart(spanning)) spanning.clear();
    AlignedTable head;
    for (const SpanningHeading& heading : spanning) {
      const RawSpan span = lines_[heading.line].BytesOf(heading.stretch);
      CellAt(head, 0, {heading.column, heading.column_span, heading.stretch}).lines.push_back(span);
    }
    const auto covers = [](const SpanningHeading& heading, int column) {
      return heading.column <= column && column < heading.column + heading.column_span;
    };
    for (size_t i = 0; i < end; ++i) {
      for (AlignedPiece piece : table.shape.columns.Cut(lines_, i)) {
        const auto over = std::find_if(
            spanning.begin(), spanning.end(),
            [&](const SpanningHeading& heading) { return covers(heading, piece.column); });
        const bool is_spanning =
            std::any_of(spanning.begin(), spanning.end(), [&](const SpanningHeading& heading) {
              return heading.line == i && heading.stretch.Overlaps(piece.stretch);
            });
        if (is_spanning) continue;
        piece.column_span = 1;
        head.rows = over == spanning.end() ? 0 : 1;
        CellAt(head, 0, piece).lines.push_back(lines_[i].BytesOf(piece.stretch));
      }
    }
    const int rows = spanning.empty() ? 1 : 2;
    for (AlignedCell& cell : head.cells) {
      if (cell.row == 0 && cell.column_span == 1) cell.row_span = rows;
    }
    std::sort(head.cells.begin(), head.cells.end(), [](const AlignedCell& a, const AlignedCell& b) {
      return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    for (size_t i = 0; i < end; ++i) table.shape.head.push_back(BareLine(i));
    for (AlignedCell& cell : table.cells) cell.row += rows;
    table.cells.insert(table.cells.begin(), head.cells.begin(), head.cells.end());
    table.rows += rows;
  }

  // A row with an ordinal and text in two columns more, at least.
  [[nodiscard]] static bool HoldsRows(const AlignedTable& table) {
    std::vector<int> filled(static_cast<size_t>(table.rows), 0);
    for (const AlignedCell& cell : table.cells) ++filled[static_cast<size_t>(cell.row)];
    return std::any_of(filled.begin(), filled.end(), [](int count) { return count >= 3; });
  }

  const SourceLines& source_;
  size_t at_;
  std::vector<LayoutLine> lines_;  // from `at` on, as many as have been needed
};

}  // namespace

std::optional<AlignedTable> FindAlignedTable(const SourceLines& source, size_t at,
                                             const AlignedShape* before) {
  AlignedReader reader(source, at);
  if (auto table = reader.ReadWithHead(before)) return table;
  const std::string_view line = Trim(source.Line(at));
  const bool page_number = line.size() <= 3 && std::all_of(line.begin(), line.end(), IsDigit);
  return before == nullptr || page_number ? std::nullopt : reader.ReadOn(*before);
}

}  // namespace congvan::extractor
