#include "text_indent.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "core/utf8.h"

namespace congvan::extractor {
namespace {

constexpr int kMinIndent = 3, kMaxIndent = 14;  // of a first line, in columns
constexpr int kMinBodyWidth = 50;               // narrower lines tell nothing about the margins
constexpr size_t kMinFirstLines = 3, kMinBodyLines = 4;

struct Extent {
  RawLine* line = nullptr;
  int begin = 0, end = 0;  // columns
  bool after_blank = false;
};

std::vector<Extent> FullLines(std::vector<RawPage>& pages) {
  std::vector<Extent> out;
  for (RawPage& page : pages) {
    for (RawLine& line : page.lines) {
      if (line.column != Column::kFull || line.role == LineRole::kFurniture) continue;
      const std::string_view text = page.text;
      size_t begin = line.span.begin;
      while (begin > 0 && text[begin - 1] == ' ') --begin;
      const auto indent = static_cast<int>(line.span.begin - begin);
      const auto width = static_cast<int>(CountCodePoints(Trim(line.span.Of(text))));
      const bool after_blank = begin >= 2 && text[begin - 1] == '\n' && text[begin - 2] == '\n';
      out.push_back({&line, indent, indent + width, after_blank});
    }
  }
  return out;
}

// The column at which wide lines begin, leftmost of the usual ones: in a list most lines may be
// first lines. -1 when there are too few.
int BodyColumn(const std::vector<Extent>& lines) {
  std::map<int, size_t> count;
  for (const Extent& line : lines) {
    if (line.end - line.begin >= kMinBodyWidth) ++count[line.begin];
  }
  const auto most = std::max_element(
      count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == count.end() || most->second < kMinBodyLines) return -1;
  for (const auto& [column, lines_there] : count) {
    if (lines_there >= kMinBodyLines && lines_there * 5 >= most->second &&
        most->first - column <= kMaxIndent)
      return column;
  }
  return most->first;
}

int RightMargin(const std::vector<Extent>& lines, int body) {
  std::vector<int> ends;
  for (const Extent& line : lines) {
    if (std::abs(line.begin - body) <= 1 && line.end - line.begin >= kMinBodyWidth)
      ends.push_back(line.end);
  }
  std::nth_element(ends.begin(), ends.begin() + static_cast<ptrdiff_t>(ends.size() / 2),
                   ends.end());
  return ends[ends.size() / 2];
}

}  // namespace

void MarkIndentedParagraphs(std::vector<RawPage>& pages) {
  const std::vector<Extent> lines = FullLines(pages);
  const int body = BodyColumn(lines);
  if (body < 0) return;
  const int margin = RightMargin(lines, body);
  const auto in_body = [body](const Extent& line) { return std::abs(line.begin - body) <= 1; };
  const auto indented = [body](const Extent& line) {
    return line.begin >= body + kMinIndent && line.begin <= body + kMaxIndent;
  };
  // A first line is filled to the margin, or stands behind or before body text; a centred title
  // does neither.
  const auto first_line = [&](size_t i) {
    if (!indented(lines[i])) return false;
    const bool filled = lines[i].end >= margin * 8 / 10;
    const bool below_body = i > 0 && in_body(lines[i - 1]);
    const bool above_body = i + 1 < lines.size() && in_body(lines[i + 1]);
    return (filled && above_body) || below_body;
  };
  size_t first_lines = 0;
  for (size_t i = 0; i < lines.size(); ++i) first_lines += first_line(i) ? 1U : 0U;
  if (first_lines < kMinFirstLines) return;
  for (size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].line->line_break != LineBreak::kUnknown) continue;
    if (first_line(i)) {
      lines[i].line->line_break = LineBreak::kParagraph;
    } else if (in_body(lines[i]) && !lines[i].after_blank &&
               lines[i - 1].end >= margin * 85 / 100 &&
               (in_body(lines[i - 1]) || first_line(i - 1))) {
      lines[i].line->line_break = LineBreak::kContinuation;
    }
  }
}

}  // namespace congvan::extractor
