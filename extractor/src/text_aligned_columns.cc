#include "text_aligned_columns.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::extractor {
namespace {

constexpr size_t kMostColumns = 16;
constexpr size_t kWidest = 600;      // columns of characters on a page
constexpr double kMostAcross = 0.1;  // share of the lines that may write over a border
constexpr size_t kSlack = 3;         // columns by which a border may shift from line to line
constexpr size_t kMaterial = 3;      // columns on both sides that make a piece cross a border

size_t OverlapOf(Stretch a, Stretch b) {
  const size_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return end > begin ? end - begin : 0;
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
        fresh.push_back(segment);
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
  constexpr size_t kOrdinal = 5, kLong = 70;
  const auto& segments = line.segments();
  if (segments.empty() || segments.size() > 2) return false;
  if (segments.size() == 2 && segments[0].end - segments[0].begin > kOrdinal) return false;
  const Stretch text = segments.back();
  return text.end - text.begin > kLong || IsAllUpper(line.Text(text));
}

bool StartsLower(std::string_view text) {
  return !text.empty() && IsLower(DecodeAt(text, 0).code_point);
}

// How many lines write in each column of characters. A single blank between two words leaves a hole
// in one line; at a border all lines have theirs.
struct Coverage {
  std::vector<size_t> letters = std::vector<size_t>(kWidest, 0);
  std::vector<size_t> segments = std::vector<size_t>(kWidest, 0);
  size_t lines = 0;

  explicit Coverage(const std::vector<LayoutLine>& all) {
    for (const LayoutLine& line : all) {
      if (IsHeadingOfGroup(line)) continue;
      ++lines;
      for (const Stretch& segment : line.segments()) {
        for (size_t c = segment.begin; c < std::min(segment.end, kWidest); ++c) {
          ++segments[c];
          letters[c] += line.IsBlankAt(c) ? 0 : 1;
        }
      }
    }
  }

  [[nodiscard]] size_t At(size_t c) const { return 4 * letters[c] + segments[c]; }

  // The widest place in the range that the fewest lines cover; nullopt when too many do.
  [[nodiscard]] std::optional<Stretch> Valley(Stretch range) const {
    const size_t end = std::min(range.end, kWidest);
    if (range.begin >= end) return std::nullopt;
    Stretch best;
    size_t least = 0;
    for (size_t c = range.begin; c < end;) {
      size_t to = c;
      while (to < end && At(to) == At(c)) ++to;
      const bool wider = to - c > best.end - best.begin;
      if (best.end == 0 || At(c) < least || (At(c) == least && wider)) {
        least = At(c);
        best = {c, to};
      }
      c = to;
    }
    const auto most = static_cast<size_t>(std::max(1.0, kMostAcross * static_cast<double>(lines)));
    return letters[best.begin] <= most ? std::optional(best) : std::nullopt;
  }
};

}  // namespace

std::optional<AlignedColumns> AlignedColumns::Find(const std::vector<LayoutLine>& head,
                                                   const std::vector<LayoutLine>& all) {
  const std::vector<Stretch> places = HeadingPlaces(head);
  if (places.size() < 3 || places.size() > kMostColumns) return std::nullopt;
  const Coverage coverage(all);
  AlignedColumns columns;
  for (size_t i = 0; i + 1 < places.size(); ++i) {
    const auto valley = coverage.Valley({places[i].middle(), places[i + 1].middle()});
    if (!valley) return std::nullopt;
    columns.cuts_.push_back(*valley);
  }
  return columns;
}

AlignedColumns AlignedColumns::Shifted(const std::vector<LayoutLine>& all) const {
  constexpr size_t kReach = 6;
  const Coverage coverage(all);
  AlignedColumns out;
  for (const Stretch& cut : cuts_) {
    const Stretch range{cut.begin > kReach ? cut.begin - kReach : 0, cut.end + kReach};
    out.cuts_.push_back(coverage.Valley(range).value_or(cut));
  }
  return out;
}

int AlignedColumns::ColumnOf(Stretch stretch) const {
  int best = 0;
  size_t most = 0;
  for (size_t i = 0; i <= cuts_.size(); ++i) {
    const Stretch column{i == 0 ? 0 : cuts_[i - 1].middle(),
                         i == cuts_.size() ? kWidest * 2 : cuts_[i].middle()};
    const size_t overlap = OverlapOf(column, stretch);
    if (overlap <= most) continue;
    most = overlap;
    best = static_cast<int>(i);
  }
  return best;
}

std::optional<size_t> AlignedColumns::BlankNear(const LayoutLine& line, Stretch segment,
                                                Stretch cut) const {
  std::optional<size_t> nearest;
  const size_t from = cut.begin > kSlack ? cut.begin - kSlack : 0;
  for (size_t c = std::max(from, segment.begin + 1); c < std::min(cut.end + kSlack, segment.end);
       ++c) {
    if (!line.IsBlankAt(c)) continue;
    const auto distance = [&](size_t at) {
      return at > cut.middle() ? at - cut.middle() : cut.middle() - at;
    };
    if (!nearest || distance(c) < distance(*nearest)) nearest = c;
  }
  return nearest;
}

std::vector<AlignedPiece> AlignedColumns::Cut(const LayoutLine& line) const {
  std::vector<AlignedPiece> pieces;
  // "2   Hoàn thiện điều kiện ... hành chính công": a heading that only runs on; another cell's
  // text would begin with a capital or a number.
  const auto& all = line.segments();
  const bool heading = all.size() == 2 && ColumnOf(all[0]) == 0;
  for (const Stretch& segment : line.segments()) {
    Stretch rest = segment;
    int spanned_from = -1;
    for (const Stretch& cut : cuts_) {
      const bool crosses =
          rest.begin + kMaterial <= cut.middle() && cut.middle() + kMaterial <= rest.end;
      if (!crosses) continue;
      auto blank = BlankNear(line, rest, cut);
      if (blank && heading && StartsLower(line.Text({*blank, rest.end}))) blank.reset();
      if (!blank) {
        if (spanned_from < 0) spanned_from = ColumnOf({rest.begin, cut.middle()});
        continue;
      }
      const Stretch left{rest.begin, *blank};
      const int column = spanned_from < 0 ? ColumnOf(left) : spanned_from;
      const int last = std::max(column, ColumnOf({left.end - 1, left.end}));
      pieces.push_back({column, spanned_from < 0 ? 1 : last - column + 1, left});
      rest.begin = *blank + 1;
      spanned_from = -1;
    }
    const int column = spanned_from < 0 ? ColumnOf(rest) : spanned_from;
    const int last =
        spanned_from < 0 ? column : std::max(column, ColumnOf({rest.end - 1, rest.end}));
    pieces.push_back({column, last - column + 1, rest});
  }
  return pieces;
}

}  // namespace congvan::extractor
