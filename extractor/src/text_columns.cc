#include "text_columns.h"

#include <algorithm>
#include <limits>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::extractor {
namespace {

constexpr size_t kMinGap = 3;
constexpr size_t kMaxBlankLines = 8;    // room for the signature
constexpr size_t kMaxLinesAbove = 4;    // of the block above the line that gives it away
constexpr size_t kMinRightColumn = 20;  // where a right column may begin
constexpr std::string_view kYouthUnion[] = {"doan tncs ho chi minh",
                                            "doan thanh nien cong san ho chi minh"};
constexpr size_t kFar = std::numeric_limits<size_t>::max();

// Columns are counted in code points, as the program that laid the page out did.
struct Corridor {
  size_t begin = 0, end = kFar;
  [[nodiscard]] bool wide_enough() const { return end > begin + 1; }
  [[nodiscard]] Corridor With(Corridor other) const {
    return {std::max(begin, other.begin), std::min(end, other.end)};
  }
};

// The blank stretches of a line: before, between (two blanks or more) and after its words.
std::vector<Corridor> BlankStretches(std::string_view line) {
  std::vector<Corridor> out;
  size_t column = 0, blank_from = 0;
  bool blank = true;
  for (size_t i = 0; i < line.size();) {
    const Decoded d = DecodeAt(line, i);
    i += d.size;
    const bool is_blank = d.code_point == U' ' || d.code_point == 0xA0;
    if (is_blank && !blank) blank_from = column;
    if (!is_blank && blank && column > blank_from) out.push_back({blank_from, column});
    blank = is_blank;
    if (d.code_point < 0x300 || d.code_point > 0x36F) ++column;
  }
  out.push_back({blank ? blank_from : column, kFar});
  return out;
}

std::optional<Corridor> InnerGap(std::string_view line) {
  std::optional<Corridor> widest;
  for (const Corridor gap : BlankStretches(line)) {
    if (gap.begin == 0 || gap.end == kFar || gap.end - gap.begin < kMinGap) continue;
    if (!widest || gap.end - gap.begin > widest->end - widest->begin) widest = gap;
  }
  return widest;
}

// What is left of the corridor when the line must pass on its sides; nullopt when it does not.
std::optional<Corridor> Narrow(Corridor corridor, std::string_view line) {
  std::optional<Corridor> best;
  for (const Corridor gap : BlankStretches(line)) {
    const Corridor common = corridor.With(gap);
    if (common.begin >= common.end || !common.wide_enough()) continue;
    if (!best || common.end - common.begin > best->end - best->begin) best = common;
  }
  return best;
}

size_t ByteOfColumn(std::string_view line, size_t column) {
  size_t at = 0;
  for (size_t i = 0; i < line.size();) {
    const Decoded d = DecodeAt(line, i);
    const bool mark = d.code_point >= 0x300 && d.code_point <= 0x36F;
    if (!mark && at++ == column) return i;
    i += d.size;
  }
  return line.size();
}

enum class Block { kNone, kHead, kFoot };

struct Mark {
  Block block = Block::kNone;
  Corridor corridor;
};

// Where the right column's first line begins: the country's name, the Party's, or, on papers of the
// Youth Union, the Union's, which stands in prose too.
size_t MottoPlace(std::string_view line, std::string_view inner) {
  const size_t motto =
      std::min(inner.find("cong hoa xa hoi chu nghia"), inner.find("dang cong san viet nam"));
  if (motto != inner.npos || !IsAllUpper(line)) return motto;
  for (const std::string_view mark : kYouthUnion) {
    if (inner.ends_with(mark)) return inner.size() - mark.size();
  }
  return motto;
}

// What gives the block away at line `at`, and the blanks that part its columns there or just below.
Mark MarkAt(const SourceLines& source, size_t at) {
  const std::string_view line = source.Line(at);
  const std::string skeleton = Skeleton(line);
  const std::string_view inner = Trim(skeleton);
  if (inner.starts_with("noi nhan")) {
    for (size_t i = at; i < source.lines.size() && i <= at + kMaxLinesAbove; ++i) {
      if (source.IsBlank(i)) break;
      if (const auto gap = InnerGap(source.Line(i))) return {Block::kFoot, *gap};
    }
    return {};
  }
  const size_t motto = MottoPlace(line, inner);
  if (motto == inner.npos) return {};
  if (const auto gap = InnerGap(line)) return {Block::kHead, *gap};
  // Alone on its line, far to the right: the left column's lines stand above and below.
  const Corridor before = BlankStretches(line).front();
  if (motto == 0 && before.begin == 0 && before.end >= kMinRightColumn && before.end != kFar)
    return {Block::kHead, before};
  return {};
}

class ColumnBlock {
 public:
  ColumnBlock(const SourceLines& source, size_t at, const Mark& mark)
      : source_(source), first_(at), end_(at + 1), block_(mark.block), corridor_(mark.corridor) {}

  // Lines right above that keep to the same corridor.
  void GrowUp(size_t limit) {
    while (first_ > limit && !source_.IsBlank(first_ - 1)) {
      const auto narrow = Narrow(corridor_, source_.Line(first_ - 1));
      if (!narrow) return;
      corridor_ = *narrow;
      --first_;
    }
  }

  void GrowDown() {
    for (;;) {
      const size_t next = source_.SkipBlank(end_);
      if (next >= source_.lines.size() || next - end_ > kMaxBlankLines) return;
      const std::string_view line = source_.Line(next);
      const auto narrow = Narrow(corridor_, line);
      if (!narrow || !Belongs(line, *narrow, next > end_)) return;
      corridor_ = *narrow;
      end_ = next + 1;
      dated_ |= IsDated(line);
      about_ |= IsAbout(Trim(Skeleton(line)));
    }
  }

  [[nodiscard]] Region Split() const {
    Region region;
    region.end_line = end_;
    AddSide(Column::kLeft, region.pieces);
    AddSide(Column::kRight, region.pieces);
    return region;
  }

  [[nodiscard]] size_t first() const { return first_; }

 private:
  static bool IsDated(std::string_view line) {
    const std::string skeleton = Skeleton(line);
    const size_t day = skeleton.find("ngay ");
    return day != skeleton.npos && skeleton.find(" nam", day) != skeleton.npos;
  }

  static bool IsAbout(std::string_view skeleton) {
    return skeleton.starts_with("v v ") || skeleton.starts_with("ve viec ");
  }

  static bool GoesOnBelowDate(std::string_view skeleton) {
    return skeleton.empty() || skeleton.starts_with("so ") || skeleton.starts_with("du thao") ||
           IsAbout(skeleton);
  }

  [[nodiscard]] bool Belongs(std::string_view line, Corridor corridor, bool after_blank) const {
    const size_t middle = ByteOfColumn(line, corridor.begin);
    const bool left = !Trim(line.substr(0, middle)).empty();
    const bool right = !Trim(line.substr(middle)).empty();
    const std::string skeleton = Skeleton(line);
    const std::string_view inner = Trim(skeleton);
    if (inner.starts_with("kinh gui") || inner.starts_with("kinh trinh")) return false;
    if (left && right) return true;
    // Below place and date the right column of a head has nothing; a centred title may stand there.
    if (dated_ && right && block_ == Block::kHead) return false;
    // The left one still has the number and what the letter is about, not the title of a plan.
    if (dated_ && block_ == Block::kHead && !about_ && !GoesOnBelowDate(inner)) return false;
    if (!after_blank) return true;
    // Alone on its side behind blank lines: the signer's name, or the number or date of a head.
    if (block_ == Block::kFoot) return right;
    return (left && (inner.starts_with("so ") || inner.starts_with("v v "))) ||
           (right && IsDated(line));
  }

  void AddSide(Column column, std::vector<Piece>& pieces) const {
    bool first = true, after_blank = false;
    for (size_t i = first_; i < end_; ++i) {
      const SourceLine line = source_.lines[i];
      const size_t middle = line.begin + ByteOfColumn(line.Of(source_.text), corridor_.begin);
      const RawSpan span = column == Column::kLeft ? TrimSpan(source_.text, line.begin, middle)
                                                   : TrimSpan(source_.text, middle, line.end);
      if (span.empty()) {
        after_blank |= source_.IsBlank(i);
        continue;
      }
      pieces.push_back({span.begin, span.end, column, first, after_blank && !first});
      first = after_blank = false;
    }
  }

  const SourceLines& source_;
  size_t first_, end_;
  Block block_;
  Corridor corridor_;
  bool dated_ = false;  // place and date have been seen
  bool about_ = false;  // "V/v ..." has been seen
};

}  // namespace

std::optional<Region> FindColumns(const SourceLines& source, size_t at) {
  // The line that gives the block away may stand below its first line.
  size_t mark = at;
  for (; mark < source.lines.size() && mark <= at + kMaxLinesAbove; ++mark) {
    if (source.IsBlank(mark)) break;
    const Mark found = MarkAt(source, mark);
    if (found.block == Block::kNone) continue;
    ColumnBlock columns(source, mark, found);
    columns.GrowUp(at);
    if (columns.first() != at) return std::nullopt;
    columns.GrowDown();
    Region region = columns.Split();
    const bool two =
        std::any_of(region.pieces.begin(), region.pieces.end(),
                    [](const Piece& piece) { return piece.column == Column::kLeft; }) &&
        std::any_of(region.pieces.begin(), region.pieces.end(),
                    [](const Piece& piece) { return piece.column == Column::kRight; });
    if (!two) return std::nullopt;
    return region;
  }
  return std::nullopt;
}

}  // namespace congvan::extractor
