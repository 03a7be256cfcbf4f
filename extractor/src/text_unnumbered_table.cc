#include "text_unnumbered_table.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::extractor {
namespace {

constexpr size_t kMostHeadLines = 4;
constexpr size_t kMostLines = 220;

// How the heading of the column of work begins, and what the headings beside it hold.
constexpr std::array<std::string_view, 10> kWork = {
    "noi dung",  "nhiem vu",     "cong viec",    "chi tieu",      "ten nhiem vu",
    "hoat dong", "viec can lam", "ten chi tieu", "ten cong viec", "dau viec"};
constexpr std::array<std::string_view, 14> kBeside = {
    "chu tri",  "thuc hien", "phoi hop",  "thoi gian", "thoi han",    "tien do", "hoan thanh",
    "san pham", "ket qua",   "phu trach", "dau moi",   "don vi tinh", "ghi chu", "theo doi"};

std::string SkeletonOf(std::string_view text) {
  const std::string skeleton = Skeleton(text);
  return std::string(Trim(skeleton));
}

bool NamesWork(std::string_view skeleton) {
  return std::any_of(kWork.begin(), kWork.end(),
                     [&](std::string_view word) { return skeleton.starts_with(word); });
}

bool IsBeside(std::string_view skeleton) {
  const bool year = skeleton.starts_with("nam 20") || skeleton.starts_with("20");
  return year || std::any_of(kBeside.begin(), kBeside.end(), [&](std::string_view word) {
           return skeleton.find(word) != skeleton.npos;
         });
}

bool BeginsSmall(std::string_view text) {
  return !text.empty() && IsLower(DecodeAt(text, 0).code_point);
}

bool EndsTable(std::string_view line) {
  const std::string skeleton = SkeletonOf(line);
  return IsLayoutText(skeleton) || skeleton.starts_with("phu luc") ||
         skeleton.starts_with("ghi chu ");
}

class UnnumberedReader {
 public:
  UnnumberedReader(const SourceLines& source, size_t at) : source_(source), at_(at) {}

  std::optional<AlignedTable> Read() {
    if (!BeginsHead(LayoutLine(source_.text, source_.lines[at_]))) return std::nullopt;
    const size_t end = std::min(source_.lines.size(), at_ + kMostLines);
    for (size_t i = at_; i < end; ++i) {
      lines_.emplace_back(source_.text, source_.lines[i]);
      if (EndsTable(source_.Line(i))) break;
    }
    const size_t head = HeadEnd();
    const bool divided = head < lines_.size() && lines_[head].segments().empty();
    size_t body_end = head;
    const auto rows = divided ? DividedRows(head, body_end) : TightRows(head, body_end);
    const std::vector<LayoutLine> all(lines_.begin(),
                                      lines_.begin() + static_cast<std::ptrdiff_t>(body_end));
    const std::vector<LayoutLine> head_lines(all.begin(),
                                             all.begin() + static_cast<std::ptrdiff_t>(head));
    const auto columns = AlignedColumns::Find(head_lines, all);
    if (!columns || rows.size() < 2) return std::nullopt;
    columns_ = *columns;
    if (!HasKnownHeadings(head)) return std::nullopt;
    if (!AddRow({0, head}, true)) return std::nullopt;
    for (const auto& row : rows) {
      if (!AddRow(row, false)) return std::nullopt;
    }
    table_.end_line = at_ + body_end;
    table_.shape.columns = columns_;
    return std::move(table_);
  }

 private:
  using Range = std::pair<size_t, size_t>;  // lines, half-open

  static bool BeginsHead(const LayoutLine& line) {
    const auto& segments = line.segments();
    return segments.size() >= 2 && NamesWork(SkeletonOf(line.Text(segments.front())));
  }

  // The lines of the head: those that go on with its headings.
  [[nodiscard]] size_t HeadEnd() const {
    size_t end = 1;
    for (; end < std::min(lines_.size(), kMostHeadLines); ++end) {
      const auto& segments = lines_[end].segments();
      const bool goes_on =
          !segments.empty() && std::all_of(segments.begin(), segments.end(), [&](const Stretch& s) {
            return BeginsSmall(lines_[end].Text(s));
          });
      if (!goes_on) break;
    }
    return end;
  }

  [[nodiscard]] bool HasKnownHeadings(size_t head) const {
    std::vector<std::string> headings(static_cast<size_t>(columns_.count()));
    for (size_t i = 0; i < head; ++i) {
      for (const AlignedPiece& piece : columns_.Cut(lines_, i)) {
        std::string& heading = headings[static_cast<size_t>(piece.column)];
        heading += (heading.empty() ? "" : " ") + SkeletonOf(lines_[i].Text(piece.stretch));
      }
    }
    return NamesWork(headings.front()) &&
           std::all_of(headings.begin() + 1, headings.end(), IsBeside);
  }

  // Each run of lines between empty ones is a row; the table ends before the first that holds one
  // text only.
  std::vector<Range> DividedRows(size_t head, size_t& end) const {
    std::vector<Range> rows;
    for (size_t i = head; i < lines_.size();) {
      if (lines_[i].segments().empty()) {
        ++i;
        continue;
      }
      size_t to = i;
      bool several = false;
      for (; to < lines_.size() && !lines_[to].segments().empty(); ++to)
        several = several || lines_[to].segments().size() > 1;
      if (!several || EndsTable(source_.Line(at_ + i))) break;
      rows.emplace_back(i, to);
      end = i = to;
    }
    return rows;
  }

  // A row begins where three texts at least do, none of them with a small letter; the lines below
  // it only go on.
  std::vector<Range> TightRows(size_t head, size_t& end) const {
    std::vector<Range> rows;
    for (size_t i = head; i < lines_.size() && !lines_[i].segments().empty(); ++i) {
      if (EndsTable(source_.Line(at_ + i))) break;
      const auto& segments = lines_[i].segments();
      const auto small = std::count_if(segments.begin(), segments.end(), [&](const Stretch& s) {
        return BeginsSmall(lines_[i].Text(s));
      });
      const bool first_column = segments.front().begin <= lines_[0].segments().front().end;
      if (segments.size() >= 3 && first_column && small == 0) {
        rows.emplace_back(i, i + 1);
      } else if (rows.empty() || (small == 0 && first_column)) {
        return {};  // a row whose first line lacks some cells, or a cell that goes on
      } else {
        rows.back().second = i + 1;
      }
      end = i + 1;
    }
    return rows;
  }

  // False where a text crosses a border or its place is in doubt, or the row has no beginning.
  bool AddRow(Range range, bool head) {
    const size_t first_cell = table_.cells.size();
    for (size_t i = range.first; i < range.second; ++i) {
      for (const AlignedPiece& piece : columns_.Cut(lines_, i)) {
        if (!head && (piece.column_span > 1 || !piece.sure)) return false;
        const auto cell = std::find_if(
            table_.cells.begin() + static_cast<std::ptrdiff_t>(first_cell), table_.cells.end(),
            [&](const AlignedCell& c) { return c.column == piece.column; });
        const bool fresh = cell == table_.cells.end();
        if (fresh) table_.cells.push_back({table_.rows, piece.column, 1, 1, {}});
        AlignedCell& to = fresh ? table_.cells.back() : *cell;
        to.lines.push_back(lines_[i].BytesOf(piece.stretch));
      }
      if (head) {
        std::string bare(source_.Line(at_ + i));
        std::erase(bare, ' ');
        table_.shape.head.push_back(std::move(bare));
      }
    }
    const auto begin = table_.cells.begin() + static_cast<std::ptrdiff_t>(first_cell);
    std::sort(begin, table_.cells.end(),
              [](const AlignedCell& a, const AlignedCell& b) { return a.column < b.column; });
    if (begin == table_.cells.end() || begin->column != 0) return false;
    ++table_.rows;
    return !BeginsSmall(begin->lines.front().Of(source_.text));
  }

  const SourceLines& source_;
  size_t at_;
  std::vector<LayoutLine> lines_;
  AlignedColumns columns_;
  AlignedTable table_;
};

}  // namespace

std::optional<AlignedTable> FindUnnumberedTable(const SourceLines& source, size_t at) {
  return UnnumberedReader(source, at).Read();
}

}  // namespace congvan::extractor
