#include "table_grid.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

namespace congvan::extractor {
namespace {

constexpr float kCollinear = 1.6F;  // points between the centres of two pieces of one line
constexpr float kJoinGap = 3.0F;    // points between two pieces of one line: dashes, corners
constexpr float kReach = 3.0F;      // points by which lines may miss each other and still cross
constexpr float kSameLine = 3.0F;   // points between two borders that count as one
constexpr float kStickOut = 5.0F;   // points beyond the last crossing that make an open side
constexpr float kShortest = 4.0F;   // points; shorter lines are dots
constexpr float kCovered = 0.6F;    // share of a cell's side that a line must cover
// Bounds the work on hostile pages; a printed page has no more than some hundred lines.
constexpr size_t kMaxLines = 1500;
constexpr size_t kMaxGridCells = 40'000;

class UnionFind {
 public:
  explicit UnionFind(size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), size_t{0});
  }
  size_t Find(size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void Join(size_t a, size_t b) { parent_[Find(a)] = Find(b); }

 private:
  std::vector<size_t> parent_;
};

bool Crosses(const Ruling& h, const Ruling& v) {
  return v.position >= h.begin - kReach && v.position <= h.end + kReach &&
         h.position >= v.begin - kReach && h.position <= v.end + kReach;
}

std::vector<Ruling> Cleaned(const std::vector<Ruling>& rulings) {
  std::vector<Ruling> lines = MergeCollinear(rulings);
  std::erase_if(lines, [](const Ruling& r) { return r.end - r.begin < kShortest; });
  if (lines.size() > kMaxLines) lines.resize(kMaxLines);
  return lines;
}

// A row that a page has cut may be left with one line across: at its foot on the second page, at
// its top on the first. The uprights on it, which meet no other line and end level, close it.
std::vector<Ruling> LostSides(const std::vector<Ruling>& hs, const std::vector<Ruling>& vs) {
  constexpr size_t kLeastUprights = 3;
  std::vector<Ruling> sides;
  for (const Ruling& h : hs) {
    for (const bool above : {true, false}) {
      std::vector<float> ends, places;
      for (const Ruling& v : vs) {
        const bool stands = above ? std::abs(v.end - h.position) <= kReach
                                  : std::abs(v.begin - h.position) <= kReach;
        const bool alone = std::none_of(hs.begin(), hs.end(), [&](const Ruling& other) {
          return std::abs(other.position - h.position) > kReach && Crosses(other, v);
        });
        if (!stands || !alone || !Crosses(h, v)) continue;
        ends.push_back(above ? v.begin : v.end);
        places.push_back(v.position);
      }
      if (ends.size() < kLeastUprights) continue;
      const auto [least, most] = std::minmax_element(ends.begin(), ends.end());
      const auto [first, last] = std::minmax_element(places.begin(), places.end());
      const bool level = *most - *least <= kReach;
      const bool whole = *first - h.begin <= kReach && h.end - *last <= kReach;
      if (level && whole) sides.push_back({above ? *least : *most, h.begin, h.end});
    }
  }
  return sides;
}

// Groups lines that cross, leaving out those that cross fewer than two others.
std::vector<Rulings> CrossingGroups(const Rulings& rulings) {
  std::vector<Ruling> hs = Cleaned(rulings.horizontal);
  const std::vector<Ruling> vs = Cleaned(rulings.vertical);
  for (const Ruling& side : LostSides(hs, vs)) hs.push_back(side);
  std::vector<int> h_crossings(hs.size(), 0), v_crossings(vs.size(), 0);
  std::vector<std::pair<size_t, size_t>> crossings;
  for (size_t i = 0; i < hs.size(); ++i) {
    for (size_t j = 0; j < vs.size(); ++j) {
      if (!Crosses(hs[i], vs[j])) continue;
      crossings.emplace_back(i, j);
      ++h_crossings[i];
      ++v_crossings[j];
    }
  }
  UnionFind groups(hs.size() + vs.size());
  for (const auto& [i, j] : crossings) {
    if (h_crossings[i] >= 2 && v_crossings[j] >= 2) groups.Join(i, hs.size() + j);
  }
  std::vector<Rulings> by_root(hs.size() + vs.size());
  for (size_t i = 0; i < hs.size(); ++i) {
    if (h_crossings[i] >= 2) by_root[groups.Find(i)].horizontal.push_back(hs[i]);
  }
  for (size_t j = 0; j < vs.size(); ++j) {
    if (v_crossings[j] >= 2) by_root[groups.Find(hs.size() + j)].vertical.push_back(vs[j]);
  }
  std::erase_if(by_root,
                [](const Rulings& r) { return r.horizontal.empty() || r.vertical.empty(); });
  return by_root;
}

// Closes a side that several lines reach beyond the last line across.
void CloseEnds(const std::vector<Ruling>& along, std::vector<Ruling>& across) {
  float first = across.front().position, last = first;
  for (const Ruling& r : across) {
    first = std::min(first, r.position);
    last = std::max(last, r.position);
  }
  const auto close = [&](auto reach, bool sticks_out_before) {
    std::vector<float> ends;
    Ruling side{0, INFINITY, -INFINITY};
    for (const Ruling& r : along) {
      const float end = reach(r);
      const bool out = sticks_out_before ? end < first - kStickOut : end > last + kStickOut;
      if (!out) continue;
      ends.push_back(end);
      side.begin = std::min(side.begin, r.position);
      side.end = std::max(side.end, r.position);
    }
    if (ends.size() < 2) return;
    const auto [least, most] = std::minmax_element(ends.begin(), ends.end());
    if (*most - *least > kReach) return;
    side.position = sticks_out_before ? *least : *most;
    across.push_back(side);
  };
  close([](const Ruling& r) { return r.begin; }, true);
  close([](const Ruling& r) { return r.end; }, false);
}

std::vector<float> Borders(const std::vector<Ruling>& rulings) {
  std::vector<float> positions;
  for (const Ruling& r : rulings) positions.push_back(r.position);
  std::sort(positions.begin(), positions.end());
  std::vector<float> borders;
  float sum = 0;
  int count = 0;
  for (const float p : positions) {
    if (count > 0 && p - sum / static_cast<float>(count) > kSameLine) {
      borders.push_back(sum / static_cast<float>(count));
      sum = 0;
      count = 0;
    }
    sum += p;
    ++count;
  }
  if (count > 0) borders.push_back(sum / static_cast<float>(count));
  return borders;
}

// Whether lines at `position` cover most of [from, to].
bool IsCovered(const std::vector<Ruling>& rulings, float position, float from, float to) {
  float covered = 0;
  for (const Ruling& r : rulings) {
    if (std::abs(r.position - position) > kSameLine) continue;
    covered = std::max(covered, std::min(r.end, to) - std::max(r.begin, from));
  }
  return covered >= kCovered * (to - from);
}

struct Span2 {
  int row0, row1, column0, column1;  // half-open
};

// The regions of boxes without a line between them. One that is no rectangle is cut into rows of
// equal width.
std::vector<Span2> Rectangles(const std::vector<size_t>& region_of, int rows, int columns) {
  std::vector<Span2> done;
  std::vector<bool> taken(region_of.size(), false);
  const auto at = [&](int r, int c) {
    return static_cast<size_t>(r) * static_cast<size_t>(columns) + static_cast<size_t>(c);
  };
  for (int r = 0; r < rows; ++r) {
    for (int c = 0; c < columns; ++c) {
      if (taken[at(r, c)]) continue;
      const size_t region = region_of[at(r, c)];
      const auto free = [&](int row, int column) {
        return !taken[at(row, column)] && region_of[at(row, column)] == region;
      };
      Span2 s{r, r + 1, c, c + 1};
      while (s.column1 < columns && free(r, s.column1)) ++s.column1;
      const auto same_row = [&](int row) {
        for (int k = s.column0; k < s.column1; ++k) {
          if (!free(row, k)) return false;
        }
        const bool wider_left = s.column0 > 0 && free(row, s.column0 - 1);
        const bool wider_right = s.column1 < columns && free(row, s.column1);
        return !wider_left && !wider_right;
      };
      while (s.row1 < rows && same_row(s.row1)) ++s.row1;
      for (int i = s.row0; i < s.row1; ++i) {
        for (int k = s.column0; k < s.column1; ++k) taken[at(i, k)] = true;
      }
      done.push_back(s);
    }
  }
  return done;
}

void FillCells(Grid& grid, const Rulings& lines) {
  const int rows = grid.rows(), columns = grid.columns();
  const auto x = [&](int i) { return grid.xs[static_cast<size_t>(i)]; };
  const auto y = [&](int i) { return grid.ys[static_cast<size_t>(i)]; };
  const auto at = [&](int r, int c) {
    return static_cast<size_t>(r) * static_cast<size_t>(columns) + static_cast<size_t>(c);
  };
  UnionFind regions(static_cast<size_t>(rows) * static_cast<size_t>(columns));
  for (int r = 0; r < rows; ++r) {
    for (int c = 0; c < columns; ++c) {
      if (c + 1 < columns && !IsCovered(lines.vertical, x(c + 1), y(r), y(r + 1)))
        regions.Join(at(r, c), at(r, c + 1));
      if (r + 1 < rows && !IsCovered(lines.horizontal, y(r + 1), x(c), x(c + 1)))
        regions.Join(at(r, c), at(r + 1, c));
    }
  }
  std::vector<size_t> region_of(static_cast<size_t>(rows) * static_cast<size_t>(columns));
  for (size_t i = 0; i < region_of.size(); ++i) region_of[i] = regions.Find(i);
  for (const Span2& s : Rectangles(region_of, rows, columns)) {
    grid.cells.push_back({s.row0, s.column0, s.row1 - s.row0, s.column1 - s.column0,
                          Box{x(s.column0), y(s.row0), x(s.column1), y(s.row1)}});
  }
}

}  // namespace

std::vector<Ruling> MergeCollinear(std::vector<Ruling> rulings) {
  const auto by_position = [](const Ruling& a, const Ruling& b) {
    return a.position != b.position ? a.position < b.position : a.begin < b.begin;
  };
  std::sort(rulings.begin(), rulings.end(), by_position);
  std::vector<Ruling> merged;
  for (size_t first = 0; first < rulings.size();) {
    size_t last = first + 1;
    while (last < rulings.size() &&
           rulings[last].position - rulings[first].position <= kCollinear) {
      ++last;
    }
    std::vector<Ruling> line(rulings.begin() + static_cast<ptrdiff_t>(first),
                             rulings.begin() + static_cast<ptrdiff_t>(last));
    const float position =
        std::accumulate(line.begin(), line.end(), 0.0F,
                        [](float sum, const Ruling& r) { return sum + r.position; }) /
        static_cast<float>(line.size());
    std::sort(line.begin(), line.end(),
              [](const Ruling& a, const Ruling& b) { return a.begin < b.begin; });
    Ruling current{position, line[0].begin, line[0].end};
    for (const Ruling& r : line) {
      if (r.begin <= current.end + kJoinGap) {
        current.end = std::max(current.end, r.end);
      } else {
        merged.push_back(std::exchange(current, Ruling{position, r.begin, r.end}));
      }
    }
    merged.push_back(current);
    first = last;
  }
  std::sort(merged.begin(), merged.end(), by_position);
  return merged;
}

std::vector<Grid> FindGrids(const Rulings& rulings) {
  std::vector<Grid> grids;
  for (Rulings& group : CrossingGroups(rulings)) {
    CloseEnds(group.vertical, group.horizontal);
    CloseEnds(group.horizontal, group.vertical);
    Grid grid;
    grid.xs = Borders(group.vertical);
    grid.ys = Borders(group.horizontal);
    if (grid.xs.size() < 2 || grid.ys.size() < 2 || grid.xs.size() * grid.ys.size() > kMaxGridCells)
      continue;
    grid.box = {grid.xs.front(), grid.ys.front(), grid.xs.back(), grid.ys.back()};
    FillCells(grid, group);
    grids.push_back(std::move(grid));
  }
  std::sort(grids.begin(), grids.end(), [](const Grid& a, const Grid& b) {
    return a.box.y0 != b.box.y0 ? a.box.y0 < b.box.y0 : a.box.x0 < b.box.x0;
  });
  return grids;
}

bool SameColumns(const Grid& a, const Grid& b) {
  constexpr float kTolerance = 4.0F;  // pages of one table may be shifted by the binding margin
  const float shift = b.xs.front() - a.xs.front();
  if (std::abs(b.xs.back() - a.xs.back() - shift) > kTolerance) return false;
  const auto holds_all = [&](const std::vector<float>& few, const std::vector<float>& many,
                             float by) {
    return std::all_of(few.begin(), few.end(), [&](float x) {
      return std::any_of(many.begin(), many.end(),
                         [&](float y) { return std::abs(y - x - by) <= kTolerance; });
    });
  };
  // A page with merged cells only does not show every border.
  return a.xs.size() <= b.xs.size() ? holds_all(a.xs, b.xs, shift) : holds_all(b.xs, a.xs, -shift);
}

}  // namespace congvan::extractor
