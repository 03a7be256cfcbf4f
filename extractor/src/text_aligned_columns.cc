#include "text_aligned_columns.h"

#include <algorithm>
#include <utility>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::extractor {
namespace {

constexpr size_t kMostColumns = 16;
constexpr size_t kOrdinal = 5;  // the longest ordinal
constexpr size_t kSlack = 3;    // columns by which a border may shift from line to line
constexpr size_t kWideGap = 4;  // blanks that no justified text has
constexpr size_t kPushed = 9;   // columns by which a long text pushes the next one aside
constexpr size_t kNear = 4;     // lines around that drift together

// "hiện" below "Thời gian thực" and above "Bắt đầu | Hoàn thành": it stands over none of them, as
// the rest of what stands over both.
bool IsRestOfSpanning(const std::vector<LayoutLine>& head, size_t line, const Stretch& segment,
                      const std::vector<Stretch>& places) {
  for (const size_t near : {line - 1, line + 1}) {
    if (near >= head.size()) continue;  // before the first: wraps around
    for (const Stretch& other : head[near].segments()) {
      if (!other.Overlaps(segment)) continue;
      const auto below =
          std::count_if(places.begin(), places.end(),
                        [&other](const Stretch& place) { return place.Overlaps(other); });
      if (below >= 2) return true;
    }
  }
  return false;
}

// The headings' places, from the lowest line up: what stands over one heading belongs to it, what
// stands over several heads them all.
std::vector<Stretch> HeadingPlaces(const std::vector<LayoutLine>& head) {
  std::vector<Stretch> places;
  for (auto line = head.rbegin(); line != head.rend(); ++line) {
    std::vector<Stretch> fresh;
    for (const Stretch& segment : line->segments()) {
      std::vector<Stretch*> below;
      for (Stretch& place : places) {
        if (place.Overlaps(segment)) below.push_back(&place);
      }
      if (below.empty()) {
        const auto at = static_cast<size_t>(line.base() - head.begin()) - 1;
        if (!IsRestOfSpanning(head, at, segment, places)) fresh.push_back(segment);
      } else if (below.size() == 1) {
        below[0]->begin = std::min(below[0]->begin, segment.begin);
        below[0]->end = std::max(below[0]->end, segment.end);
      }
    }
    places.insert(places.end(), fresh.begin(), fresh.end());
  }
  std::sort(places.begin(), places.end(),
            [](const Stretch& a, const Stretch& b) { return a.begin < b.begin; });
  return places;
}

// "A. NHIỆM VỤ CHUNG", "II   Hạ tầng ...": one text over the columns says nothing of the borders.
bool IsHeadingOfGroup(const LayoutLine& line) {
  constexpr size_t kLong = 70;
  const auto& segments = line.segments();
  if (segments.empty() || segments.size() > 2) return false;
  if (segments.size() == 2 && segments[0].end - segments[0].begin > kOrdinal) return false;
  const Stretch text = segments.back();
  return text.end - text.begin > kLong || IsAllUpper(line.Text(text));
}

bool StartsLower(std::string_view text) {
  return !text.empty() && IsLower(DecodeAt(text, 0).code_point);
}

// The leftmost text in the range that begins behind a wide gap; nullopt when none does. Texts of
// `shortest` columns at least: ordinals stand anywhere in their column.
std::optional<size_t> LeftmostStart(const std::vector<LayoutLine>& all, Stretch range,
                                    size_t shortest) {
  std::optional<size_t> leftmost;
  for (const LayoutLine& line : all) {
    if (IsHeadingOfGroup(line)) continue;
    size_t end = 0;
    for (const Stretch& segment : line.segments()) {
      const bool wide = segment.begin >= end + kWideGap;
      end = segment.end;
      const bool inside = segment.begin >= range.begin && segment.begin < range.end &&
                          segment.end - segment.begin >= shortest;
      if (wide && inside && (!leftmost || segment.begin < *leftmost)) leftmost = segment.begin;
    }
  }
  return leftmost;
}

// Where the next column begins on the lines around, the nearest first: they drift together.
std::vector<size_t> StartsNear(const std::vector<LayoutLine>& lines, size_t at, size_t start) {
  std::vector<size_t> starts;
  for (size_t k = 1; k <= kNear; ++k) {
    for (const size_t i : {at - k, at + k}) {
      if (i >= lines.size()) continue;  // before the first: wraps around
      for (const Stretch& segment : lines[i].segments()) {
        if (segment.begin + 1 >= start && segment.begin <= start + kPushed)
          starts.push_back(segment.begin);
      }
    }
  }
  return starts;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Between "2025" and "- 2026", or "2025 -" and "2026".
bool SplitsSpan(const LayoutLine& line, Stretch segment, size_t at) {
  const std::string_view left = Trim(line.Text({segment.begin, at}));
  const std::string_view right = Trim(line.Text({at, segment.end}));
  if (left.empty() || right.empty()) return false;
  const auto is_dash = [](std::string_view text) { return text == "-" || text == "–"; };
  const std::string_view last = left.substr(left.rfind(' ') + 1);
  const std::string_view first = right.substr(0, right.find(' '));
  return (IsDigit(left.back()) && is_dash(first)) || (is_dash(last) && IsDigit(right.front()));
}

struct BlankCut {
  size_t at = 0;
  bool sure = false;
};

// Where text may be cut although no more than a blank is left at the border: where the next column
// begins on the lines around; else behind the border, if what follows looks like a beginning. A
// blank on the border itself, before a beginning, is no chance.
std::optional<BlankCut> BlankAt(const std::vector<LayoutLine>& lines, size_t at, Stretch segment,
                                size_t start) {
  const LayoutLine& line = lines[at];
  const auto fits = [&](size_t blank) {
    return blank > segment.begin && blank + 1 < segment.end && line.IsBlankAt(blank) &&
           !line.IsBlankAt(blank + 1) && !SplitsSpan(line, segment, blank);
  };
  std::optional<BlankCut> border;
  const auto off_by = [start](size_t blank) {
    return blank + 1 > start ? blank + 1 - start : start - blank - 1;
  };
  for (size_t c = start > kSlack + 1 ? start - kSlack - 1 : 0; c < start + kPushed; ++c) {
    if (!fits(c)) continue;
    const std::string_view right = Trim(line.Text({c, segment.end}));
    if (right.empty() || StartsLower(right)) continue;
    // Of two beginnings the nearer; of "Sở" and "KH&CN" the first, though.
    const size_t slack = IsDigit(right.front()) ? 0 : 2;
    if (!border || off_by(c) + slack < off_by(border->at)) border = BlankCut{c, off_by(c) <= 1};
  }
  for (const size_t near : StartsNear(lines, at, start)) {
    if (!fits(near - 1)) continue;
    // What stands in the middle of its column ("(4)") says less than a cut on the border itself.
    const bool off = border && border->sure && near > start + kSlack;
    return off ? border : BlankCut{near - 1, true};
  }
  return border;
}

// The first and last column that a heading over `first` to `last` spans: it stands in their middle.
std::pair<size_t, size_t> ColumnsBelow(const Stretch& heading, const std::vector<Stretch>& places,
                                       size_t first, size_t last) {
  std::pair<size_t, size_t> best = {first, last};
  size_t least = std::string_view::npos;
  for (size_t a = first + 1; a-- > 1;) {  // not the ordinals'
    for (size_t b = last; b < places.size(); ++b) {
      const size_t middle = (places[a].begin + places[b].end) / 2;
      const size_t off =
          middle > heading.middle() ? middle - heading.middle() : heading.middle() - middle;
      if (off >= least) continue;
      least = off;
      best = {a, b};
    }
  }
  return best;
}

}  // namespace

std::vector<SpanningHeading> SpanningHeadings(const std::vector<LayoutLine>& head) {
  const std::vector<Stretch> places = HeadingPlaces(head);
  std::vector<SpanningHeading> out, rest;
  for (size_t line = 0; line < head.size(); ++line) {
    for (const Stretch& segment : head[line].segments()) {
      size_t first = places.size(), last = 0;
      for (size_t i = 0; i < places.size(); ++i) {
        if (!places[i].Overlaps(segment)) continue;
        first = std::min(first, i);
        last = i;
      }
      if (first >= last) {
        if (first == places.size() && IsRestOfSpanning(head, line, segment, places))
          rest.push_back({line, segment, 0, 0});
        continue;
      }
      const auto [from, to] = ColumnsBelow(segment, places, first, last);
      out.push_back({line, segment, static_cast<int>(from), static_cast<int>(to - from) + 1});
    }
  }
  for (SpanningHeading& piece : rest) {
    const auto whole = std::find_if(out.begin(), out.end(), [&](const SpanningHeading& heading) {
      return heading.stretch.Overlaps(piece.stretch);
    });
    if (whole == out.end()) continue;
    piece.column = whole->column;
    piece.column_span = whole->column_span;
    out.push_back(piece);
  }
  std::stable_sort(out.begin(), out.end(), [](const SpanningHeading& a, const SpanningHeading& b) {
    return a.line < b.line;
  });
  return out;
}

std::optional<AlignedColumns> AlignedColumns::Find(const std::vector<LayoutLine>& head,
                                                   const std::vector<LayoutLine>& all) {
  const std::vector<Stretch> places = HeadingPlaces(head);
  if (places.size() < 3 || places.size() > kMostColumns) return std::nullopt;
  AlignedColumns columns;
  for (size_t i = 0; i + 1 < places.size(); ++i) {
    // Headings stand inside their columns.
    const size_t from = std::max(places[i].middle() + 1, places[i].end > 2 ? places[i].end - 2 : 0);
    const size_t heading = places[i + 1].begin;
    if (from > heading) return std::nullopt;
    const auto start = LeftmostStart(all, {from, heading + 1}, i == 0 ? kOrdinal + 2 : 1);
    columns.starts_.push_back(start.value_or(heading));
  }
  return columns;
}

AlignedColumns AlignedColumns::Shifted(const std::vector<LayoutLine>& all) const {
  constexpr size_t kReach = 6;
  AlignedColumns out;
  for (size_t i = 0; i < starts_.size(); ++i) {
    const Stretch range{starts_[i] > kReach ? starts_[i] - kReach : 0, starts_[i] + kReach};
    out.starts_.push_back(
        LeftmostStart(all, range, i == 0 ? kOrdinal + 2 : 1).value_or(starts_[i]));
  }
  return out;
}

bool AlignedColumns::Fit(const std::vector<LayoutLine>& all) const {
  size_t texts = 0, off = 0;
  for (const LayoutLine& line : all) {
    if (IsHeadingOfGroup(line)) continue;
    for (const Stretch& segment : line.segments()) {
      const int column = ColumnAt(segment.begin);
      if (column == 0) continue;
      ++texts;
      off += segment.begin > starts_[static_cast<size_t>(column) - 1] + kSlack ? 1 : 0;
    }
  }
  return texts > 0 && off * 5 <= texts;
}

int AlignedColumns::ColumnAt(size_t begin) const {
  int column = 0;
  for (const size_t start : starts_) {
    if (begin + 1 >= start) ++column;
  }
  return column;
}

std::vector<AlignedPiece> AlignedColumns::Cut(const std::vector<LayoutLine>& lines,
                                              size_t at) const {
  const LayoutLine& line = lines[at];
  std::vector<AlignedPiece> pieces;
  // "2   Hoàn thiện điều kiện ... hành chính công": a heading that only runs on; another cell's
  // text would begin with a capital or a number.
  const auto& all = line.segments();
  const bool heading = all.size() == 2 && ColumnAt(all[0].begin) == 0;
  for (const Stretch& segment : all) {
    Stretch rest = segment;
    int column = ColumnAt(rest.begin);
    // Behind a gap and so near the border that only the next column can be meant.
    if (!pieces.empty() && column + 1 < count() &&
        column < pieces.back().column + pieces.back().column_span &&
        rest.begin + kSlack + 1 >= starts_[static_cast<size_t>(column)])
      ++column;
    bool sure = true, crosses = false;
    for (int next = column + 1; next < count(); ++next) {
      const size_t start = starts_[static_cast<size_t>(next) - 1];
      if (rest.end < start + 3) break;
      const auto cut = BlankAt(lines, at, rest, start);
      const bool runs_on =
          !cut || (heading && StartsLower(line.Text({cut->at, rest.end}))) || cut->at <= rest.begin;
      if (runs_on) {
        crosses = crosses || rest.end > start + kPushed;
        sure = sure && heading;
        continue;
      }
      pieces.push_back(
          {column, crosses ? next - column : 1, {rest.begin, cut->at}, sure && cut->sure});
      rest.begin = cut->at + 1;
      column = next;
      sure = cut->sure;
      crosses = false;
    }
    const int last = crosses ? std::max(column, ColumnAt(rest.end - 1)) : column;
    pieces.push_back({column, last - column + 1, rest, sure});
  }
  return pieces;
}

}  // namespace congvan::extractor
