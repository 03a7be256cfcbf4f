// text_layout_line.h: a line of text that keeps the page's layout with blanks, by columns of
// characters.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/raw_document.h"
#include "text_region.h"

namespace congvan::extractor {

/// A stretch of columns, half-open. Columns are counted in characters; combining marks take none.
struct Stretch {
  size_t begin = 0, end = 0;
  [[nodiscard]] size_t middle() const { return (begin + end) / 2; }
  [[nodiscard]] bool Overlaps(Stretch other) const {
    return begin < other.end && other.begin < end;
  }
};

class LayoutLine {
 public:
  LayoutLine(std::string_view text, SourceLine line);

  /// What two blanks or more set apart, from left to right.
  [[nodiscard]] const std::vector<Stretch>& segments() const { return segments_; }
  /// Makes two segments of one at a blank inside it.
  void SplitAt(size_t column);
  /// True at a blank and behind the line's end.
  [[nodiscard]] bool IsBlankAt(size_t column) const;
  /// Bytes of the source text, blanks at both ends left out.
  [[nodiscard]] RawSpan BytesOf(Stretch stretch) const;
  [[nodiscard]] std::string_view Text(Stretch stretch) const;

 private:
  std::string_view text_;
  std::vector<size_t> bytes_;  // of each column, and of the end
  std::vector<bool> blank_;
  std::vector<Stretch> segments_;
};

}  // namespace congvan::extractor
