#include "text_layout_line.h"

#include <algorithm>

#include "core/utf8.h"

namespace congvan::extractor {

LayoutLine::LayoutLine(std::string_view text, SourceLine line) : text_(text) {
  for (size_t i = line.begin; i < line.end;) {
    const Decoded d = DecodeAt(text, i);
    if (d.code_point < 0x300 || d.code_point > 0x36F) {
      bytes_.push_back(i);
      blank_.push_back(d.code_point == U' ' || d.code_point == 0xA0 || d.code_point == U'\r');
    }
    i += d.size;
  }
  const size_t columns = bytes_.size();
  bytes_.push_back(line.end);
  for (size_t c = 0; c < columns; ++c) {
    if (blank_[c]) continue;
    if (segments_.empty() || c > segments_.back().end + 1) segments_.push_back({c, c});
    segments_.back().end = c + 1;
  }
}

void LayoutLine::SplitAt(size_t column) {
  for (size_t i = 0; i < segments_.size(); ++i) {
    if (segments_[i].begin >= column || column >= segments_[i].end) continue;
    const Stretch right{column + 1, segments_[i].end};
    segments_[i].end = column;
    segments_.insert(segments_.begin() + static_cast<std::ptrdiff_t>(i) + 1, right);
    return;
  }
}

bool LayoutLine::IsBlankAt(size_t column) const {
  return column >= blank_.size() || blank_[column];
}

RawSpan LayoutLine::BytesOf(Stretch stretch) const {
  const size_t last = bytes_.size() - 1;
  return TrimSpan(text_, bytes_[std::min(stretch.begin, last)],
                  bytes_[std::min(stretch.end, last)]);
}

std::string_view LayoutLine::Text(Stretch stretch) const { return BytesOf(stretch).Of(text_); }

}  // namespace congvan::extractor
