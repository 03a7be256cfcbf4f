#include "pdf_lines.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::extractor {
namespace {

constexpr float kIndent = 0.8F;       // of the font size
constexpr float kWiderPitch = 1.25F;  // of the usual pitch
constexpr float kOtherSize = 0.1F;    // of the font size
constexpr float kCentred = 0.03F;     // of the text's width
constexpr float kSpace = 0.25F;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

float Width(Extent e) { return e.right - e.left; }

bool IsSymmetric(const PdfRow& row, Extent text) {
  return std::abs((row.box.x0 + row.box.x1) - (text.left + text.right)) / 2 <
         kCentred * Width(text);
}

bool HasRoom(const PdfRow& row, Extent text) {
  const float room = 1.2F * row.font_size;
  return row.box.x0 > text.left + room && row.box.x1 < text.right - room;
}

// Would the first word of `line` have had room behind `end`? Then the break before it was made on
// purpose.
bool FirstWordFits(const LineDraft& line, float end, float right) {
  const JoinedRow::Word& first = line.joined.words.front();
  const float space = kSpace * line.ordered.row.font_size;
  return end + space + (first.box.x1 - first.box.x0) + space < right;
}

bool SameStyle(const LineDraft& a, const LineDraft& b) {
  return a.bold == b.bold && a.italic == b.italic &&
         IsAllUpper(a.joined.text) == IsAllUpper(b.joined.text);
}

float UsualPitch(const std::vector<LineDraft>& lines) {
  std::vector<float> pitches;
  for (size_t i = 1; i < lines.size(); ++i) {
    const OrderedRow &a = lines[i - 1].ordered, &b = lines[i].ordered;
    const float pitch = b.row.baseline - a.row.baseline;
    if (a.column == b.column && pitch > 0.5F * b.row.font_size && pitch < 3 * b.row.font_size)
      pitches.push_back(pitch / b.row.font_size);
  }
  if (pitches.empty()) return 1.3F;
  // The lines of a paragraph are nearer than the paragraphs: the lower third is a pitch between
  // lines.
  const auto third = pitches.begin() + static_cast<ptrdiff_t>(pitches.size() / 3);
  std::nth_element(pitches.begin(), third, pitches.end());
  return *third;
}

Extent ExtentOfBlock(const std::vector<LineDraft>& lines, size_t index) {
  Extent extent{INFINITY, -INFINITY};
  const int block = lines[index].ordered.block;
  const auto add = [&](size_t i) {
    extent.left = std::min(extent.left, lines[i].ordered.row.box.x0);
    extent.right = std::max(extent.right, lines[i].ordered.row.box.x1);
  };
  for (size_t i = index; i < lines.size() && lines[i].ordered.block == block; ++i) add(i);
  for (size_t i = index; i-- > 0 && lines[i].ordered.block == block;) add(i);
  return extent;
}

LineBreak BreakInColumn(const LineDraft& before, const LineDraft& line, Extent column) {
  const float size = line.ordered.row.font_size;
  if (StartsItem(line.joined.text) || !SameStyle(before, line)) return LineBreak::kParagraph;
  const float shift = line.ordered.row.box.x0 - before.ordered.row.box.x0;
  const float middle_shift = shift + line.ordered.row.box.x1 - before.ordered.row.box.x1;
  const bool centred_on_it = std::abs(middle_shift) < 3 && std::abs(shift) > 1.5F;
  const bool left_aligned = !centred_on_it &&
                            std::abs(line.ordered.row.box.x0 - column.left) < 0.3F * size &&
                            std::abs(shift) < 2 * size;
  if (!left_aligned)
    return LineBreak::kUnknown;  // centred: a name under a title, or one long title
  return FirstWordFits(line, before.ordered.row.box.x1, column.right) ? LineBreak::kParagraph
                                                                      : LineBreak::kContinuation;
}

LineBreak BreakInBody(const LineDraft& before, const LineDraft& line, Extent text) {
  const PdfRow &a = before.ordered.row, &b = line.ordered.row;
  const float size = b.font_size;
  if (before.centered && line.centered) {
    if (!SameStyle(before, line)) return LineBreak::kParagraph;
    return FirstWordFits(line, text.left + (a.box.x1 - a.box.x0), text.right)
               ? LineBreak::kUnknown
               : LineBreak::kContinuation;
  }
  if (before.centered != line.centered && (before.centered || line.bold || line.italic))
    return LineBreak::kParagraph;
  if (FirstWordFits(line, a.box.x1, text.right)) return LineBreak::kParagraph;
  const bool indented = b.box.x0 > text.left + kIndent * size;
  const bool deeper = b.box.x0 > a.box.x0 + kIndent * size;
  if (indented && (deeper || StartsItem(line.joined.text))) return LineBreak::kParagraph;
  if (indented && std::abs(b.box.x0 - a.box.x0) >= 2) return LineBreak::kParagraph;
  if (StartsItem(line.joined.text)) return LineBreak::kUnknown;  // or a dash that the break met
  return LineBreak::kContinuation;
}

LineBreak BreakBefore(const std::vector<LineDraft>& lines, size_t i, size_t previous, Extent text,
                      float usual_pitch) {
  const LineDraft &line = lines[i], &before = lines[previous];
  const OrderedRow &a = before.ordered, &b = line.ordered;
  if (line.after_table || a.block != b.block || a.column != b.column) return LineBreak::kParagraph;
  const float size = std::max(a.row.font_size, b.row.font_size);
  if (std::abs(a.row.font_size - b.row.font_size) > kOtherSize * size) return LineBreak::kParagraph;
  const float pitch = (b.row.baseline - a.row.baseline) / b.row.font_size;
  if (pitch > kWiderPitch * usual_pitch) return LineBreak::kParagraph;
  if (b.column != Column::kFull) return BreakInColumn(before, line, ExtentOfBlock(lines, i));
  return BreakInBody(before, line, text);
}

LineBreak BreakAtPageTop(const LineDraft& line, Extent text,
                         const std::optional<LastLine>& before) {
  const PdfRow& row = line.ordered.row;
  if (!before || line.after_table || line.centered || line.ordered.column != Column::kFull)
    return LineBreak::kParagraph;
  if (std::abs(before->font_size - row.font_size) > kOtherSize * row.font_size)
    return LineBreak::kParagraph;
  if (row.box.x0 > text.left + kIndent * row.font_size) return LineBreak::kParagraph;
  if (FirstWordFits(line, before->right_end, before->text.right)) return LineBreak::kParagraph;
  return StartsItem(line.joined.text) ? LineBreak::kUnknown : LineBreak::kContinuation;
}

// Letters or digits, then '.' or ')': an ordinal. Long ones are words.
size_t OrdinalLength(std::string_view text) {
  size_t i = 0;
  if (i < text.size() && text[i] == '(') ++i;
  const size_t begin = i;
  while (i < text.size() && IsDigit(text[i])) ++i;
  if (i > begin) {
    while (i + 1 < text.size() && text[i] == '.' && IsDigit(text[i + 1])) ++i, ++i;
    return i - begin <= 8 ? i : 0;
  }
  while (i < text.size() && std::string_view("IVXLC").find(text[i]) != std::string_view::npos) ++i;
  if (i > begin) return i;
  if (i < text.size() && ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z')))
    return i + 1;
  return StartsWith(text.substr(i), "đ") ? i + 2 : 0;
}

// An indented line may be as far from both margins by chance: where several lines begin at one
// place, that place is an indent. The other way round, a long line of a centred title leaves hardly
// any room, but goes with its neighbours.
void MarkCentered(std::vector<LineDraft>& lines, Extent text) {
  for (LineDraft& line : lines) {
    const float x = line.ordered.row.box.x0;
    const auto alike = std::count_if(lines.begin(), lines.end(), [&](const LineDraft& other) {
      return std::abs(other.ordered.row.box.x0 - x) < 1 && other.ordered.column == Column::kFull;
    });
    line.centered = line.symmetric && HasRoom(line.ordered.row, text) && alike < 3;
  }
  const auto spread = [&](size_t from, size_t to) {
    const LineDraft &a = lines[from], &b = lines[to];
    const float pitch = std::abs(b.ordered.row.baseline - a.ordered.row.baseline);
    const bool near = pitch < 2 * a.ordered.row.font_size && SameStyle(a, b);
    const bool flush = std::abs(b.ordered.row.box.x0 - text.left) < 1.5F;
    if (a.centered && !b.centered && near && b.symmetric && !flush) lines[to].centered = true;
  };
  for (size_t i = 0; i + 1 < lines.size(); ++i) spread(i, i + 1);
  for (size_t i = lines.size(); i-- > 1;) spread(i, i - 1);
}

}  // namespace

bool StartsItem(std::string_view text) {
  for (const std::string_view bullet : {"-", "+", "*", "•", "–", "—", "o ", "\uF0B7", "▪", "→"}) {
    if (StartsWith(text, bullet)) {
      const std::string_view rest = text.substr(bullet.size());
      return rest.empty() || rest.front() == ' ' || bullet != "-" || !IsDigit(rest.front());
    }
  }
  const std::string bare =
      Bare(text.substr(0, FloorCodePoint(text, std::min<size_t>(24, text.size()))));
  for (const std::string_view word : {"dieu", "chuong", "phuluc"}) {
    if (StartsWith(bare, word) && bare.size() > word.size() &&
        (IsDigit(bare[word.size()]) || bare[word.size()] == 'i' || bare[word.size()] == 'v' ||
         bare[word.size()] == 'x') &&
        !IsLower(DecodeAt(text, 0).code_point)) {
      return true;
    }
  }
  const size_t length = OrdinalLength(text);
  if (length == 0 || length >= text.size()) return false;
  if (text[length] != '.' && text[length] != ')') return false;
  return length + 1 == text.size() || text[length + 1] == ' ' || text[length + 1] == '.';
}

void HintLines(std::vector<LineDraft>& lines, Extent text, const std::optional<LastLine>& before) {
  for (LineDraft& line : lines) {
    const auto all = [&](auto flag) {
      return !line.joined.words.empty() &&
             std::all_of(line.joined.words.begin(), line.joined.words.end(), flag);
    };
    line.bold = all([](const JoinedRow::Word& w) { return w.bold; });
    line.italic = all([](const JoinedRow::Word& w) { return w.italic; });
    line.symmetric = line.ordered.column == Column::kFull && IsSymmetric(line.ordered.row, text);
  }
  MarkCentered(lines, text);
  const float pitch = UsualPitch(lines);
  std::optional<size_t> previous;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role == LineRole::kFurniture || lines[i].joined.words.empty()) {
      lines[i].line_break = LineBreak::kParagraph;
      continue;
    }
    lines[i].line_break = previous ? BreakBefore(lines, i, *previous, text, pitch)
                                   : BreakAtPageTop(lines[i], text, before);
    previous = i;
  }
}

std::optional<LastLine> LastBodyLine(const std::vector<LineDraft>& lines, Extent text,
                                     float body_font_size) {
  for (size_t i = lines.size(); i-- > 0;) {
    const LineDraft& line = lines[i];
    if (line.role == LineRole::kFurniture) continue;
    if (line.ordered.row.font_size < (1 - kOtherSize) * body_font_size) continue;  // a footnote
    if (line.ordered.column != Column::kFull) return std::nullopt;
    return LastLine{line.ordered.row.box.x1, text, line.ordered.row.font_size};
  }
  return std::nullopt;
}

}  // namespace congvan::extractor
