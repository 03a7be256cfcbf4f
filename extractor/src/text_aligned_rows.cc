#include "text_aligned_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace congvan::extractor {
namespace {

// What a division of the lines into rows costs; half lines and words weigh alike.
constexpr double kOffMiddle = 2.0;    // a line between a cell's middle and its row's
constexpr double kOffTop = 2.0;       // a line between a cell's first and its row's
constexpr double kCutSentence = 3.0;  // a row that begins in the middle of a sentence
constexpr double kNoAnchor = 4.0;     // a row that the page has cut
constexpr double kNever = 1e9;
constexpr size_t kMostLinesOfRow = 60;

class RowSplitter {
 public:
  RowSplitter(const std::vector<AlignedLine>& lines, int columns, bool centred)
      : lines_(lines), columns_(static_cast<size_t>(columns)), centred_(centred) {}

  // `anchors` rise; an anchor of lines_.size() is that of a row whose own lies on the next page,
  // and `cut_front` says that the first row's lies on the page before.
  [[nodiscard]] AlignedDivision Split(const std::vector<size_t>& anchors, bool cut_front) const {
    const size_t n = lines_.size(), rows = anchors.size() + (cut_front ? 1 : 0);
    // best[i][b]: the least cost of the first i rows ending before line b.
    std::vector<std::vector<double>> best(rows + 1, std::vector<double>(n + 1, kNever));
    std::vector<std::vector<size_t>> from(rows + 1, std::vector<size_t>(n + 1, 0));
    best[0][0] = 0;
    for (size_t i = 0; i < rows; ++i) {
      const std::optional<size_t> anchor = AnchorOf(anchors, cut_front, i);
      const size_t next = i + 1 < rows ? *AnchorOf(anchors, cut_front, i + 1) : n;
      for (size_t b = 0; b <= n; ++b) {
        if (best[i][b] >= kNever) continue;
        const size_t first_end = std::max(b + 1, anchor && *anchor < n ? *anchor + 1 : b + 1);
        const size_t last_end = i + 1 == rows ? n : std::min(next, n);
        for (size_t e = i + 1 == rows ? n : first_end; e <= last_end; ++e) {
          if (e < first_end || e - b > kMostLinesOfRow) break;
          const double cost = best[i][b] + Cost({b, e}, anchor);
          if (cost >= best[i + 1][e]) continue;
          best[i + 1][e] = cost;
          from[i + 1][e] = b;
        }
      }
    }
    AlignedDivision out;
    out.cost = best[rows][n];
    if (out.cost >= kNever) return {};
    size_t end = n;
    for (size_t i = rows; i > 0; --i) {
      out.rows.push_back({from[i][end], end});
      end = from[i][end];
    }
    std::reverse(out.rows.begin(), out.rows.end());
    return out;
  }

 private:
  static std::optional<size_t> AnchorOf(const std::vector<size_t>& anchors, bool cut_front,
                                        size_t row) {
    if (!cut_front) return anchors[row];
    return row == 0 ? std::nullopt : std::optional(anchors[row - 1]);
  }

  [[nodiscard]] double Cost(AlignedRow row, std::optional<size_t> anchor) const {
    const bool own = anchor && *anchor < lines_.size();
    const double middle = (static_cast<double>(row.begin) + static_cast<double>(row.end) - 1) / 2;
    double cost = own ? 0 : kNoAnchor;
    if (own && lines_[*anchor].wide && row.end - row.begin > 1) return kNever;
    if (own) cost += Off(static_cast<double>(*anchor), static_cast<double>(*anchor), row, middle);
    for (size_t column = 0; column < columns_; ++column) {
      std::optional<size_t> first;
      size_t last = row.begin;
      bool goes_on = false;
      for (size_t i = row.begin; i < row.end; ++i) {
        for (size_t k = 0; k < lines_[i].pieces.size(); ++k) {
          if (static_cast<size_t>(lines_[i].pieces[k].column) != column) continue;
          if (!first) goes_on = lines_[i].goes_on[k];
          first = first.value_or(i);
          last = i;
        }
      }
      if (!first) continue;
      if (own) {
        if (column > 0)
          cost += Off(static_cast<double>(*first), static_cast<double>(last), row, middle);
        if (goes_on) cost += kCutSentence;
      }
    }
    return cost;
  }

  [[nodiscard]] double Off(double first, double last, AlignedRow row, double middle) const {
    if (!centred_) return kOffTop * std::abs(first - static_cast<double>(row.begin));
    return kOffMiddle * std::abs((first + last) / 2 - middle);
  }

  const std::vector<AlignedLine>& lines_;
  size_t columns_;
  bool centred_;
};

}  // namespace

AlignedDivision SplitAlignedRows(const std::vector<AlignedLine>& lines, int columns,
                                 bool may_begin_cut) {
  std::vector<size_t> anchors;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].anchor) anchors.push_back(i);
  }
  if (anchors.empty()) return {};
  AlignedDivision best;
  for (const bool centred : {false, true}) {
    const RowSplitter splitter(lines, columns, centred);
    for (const bool cut_front : {false, true}) {
      if (cut_front && (!may_begin_cut || anchors.front() == 0)) continue;
      for (const bool cut_end : {false, true}) {
        std::vector<size_t> all = anchors;
        if (cut_end) all.push_back(lines.size());
        AlignedDivision division = splitter.Split(all, cut_front);
        if (division.cost < best.cost) best = std::move(division);
      }
    }
  }
  return best;
}

}  // namespace congvan::extractor
