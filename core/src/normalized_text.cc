#include "core/normalized_text.h"

#include <algorithm>

#include "core/utf8.h"

namespace congvan {
namespace {

constexpr uint32_t kMarkEvery = 512;  // bytes

// Code points of the text before the byte.
uint32_t CodePointsBefore(const PagedText& text, uint32_t byte) {
  const auto& marks = text.code_point_marks;
  const auto above = std::upper_bound(
      marks.begin(), marks.end(), byte,
      [](uint32_t at, const PagedText::CodePointMark& mark) { return at < mark.byte; });
  const auto mark = above == marks.begin() ? PagedText::CodePointMark{} : *(above - 1);
  const std::string_view rest = std::string_view(text.text).substr(mark.byte, byte - mark.byte);
  return mark.code_points + static_cast<uint32_t>(CountCodePoints(rest));
}

// The first byte with so many code points before it.
uint32_t ByteAfterCodePoints(const PagedText& text, uint32_t count) {
  const auto& marks = text.code_point_marks;
  const auto above = std::upper_bound(
      marks.begin(), marks.end(), count,
      [](uint32_t at, const PagedText::CodePointMark& mark) { return at < mark.code_points; });
  const auto mark = above == marks.begin() ? PagedText::CodePointMark{} : *(above - 1);
  const std::string_view rest = std::string_view(text.text).substr(mark.byte);
  return mark.byte + static_cast<uint32_t>(ByteOfCodePoint(rest, count - mark.code_points));
}

}  // namespace

int PagedText::PageOf(uint32_t byte) const {
  const auto it = std::upper_bound(page_begin.begin(), page_begin.end(), byte);
  return std::max(1, static_cast<int>(it - page_begin.begin()));
}

std::string_view PagedText::PageText(int page) const {
  const auto index = static_cast<size_t>(page - 1);
  if (page < 1 || index >= page_begin.size()) return {};
  const size_t begin = page_begin[index];
  const size_t end = index + 1 < page_begin.size() ? page_begin[index + 1] : text.size();
  return std::string_view(text).substr(begin, end - begin);
}

void MarkCodePoints(PagedText& text) {
  text.code_point_marks.clear();
  uint32_t code_points = 0, next = kMarkEvery;
  for (uint32_t byte = 0; byte < text.text.size(); byte += DecodeAt(text.text, byte).size) {
    if (byte >= next) {
      text.code_point_marks.push_back({byte, code_points});
      next = byte + kMarkEvery;
    }
    ++code_points;
  }
}

std::vector<PageSpan> ToPageSpans(const PagedText& text, NormSpan span) {
  std::vector<PageSpan> out;
  if (span.empty()) return out;
  for (int page = text.PageOf(span.begin); page <= text.PageOf(span.end - 1); ++page) {
    const auto page_size = static_cast<uint32_t>(text.PageText(page).size());
    const uint32_t page_begin = page <= static_cast<int>(text.page_begin.size())
                                    ? text.page_begin[static_cast<size_t>(page - 1)]
                                    : 0;
    const uint32_t begin = std::max(span.begin, page_begin);
    const uint32_t end = std::min(span.end, page_begin + page_size);
    if (begin >= end) continue;
    const uint32_t before_page = CodePointsBefore(text, page_begin);
    const uint32_t start = CodePointsBefore(text, begin);
    const auto size = static_cast<uint32_t>(
        CountCodePoints(std::string_view(text.text).substr(begin, end - begin)));
    out.push_back({page, start - before_page, start - before_page + size});
  }
  return out;
}

NormSpan ToNormSpan(const PagedText& text, const PageSpan& span) {
  const auto index = static_cast<size_t>(span.page - 1);
  if (span.page < 1 || index >= text.page_begin.size() || span.end < span.start) return {};
  const uint32_t page_begin = text.page_begin[index];
  const auto page_end = page_begin + static_cast<uint32_t>(text.PageText(span.page).size());
  const uint32_t before_page = CodePointsBefore(text, page_begin);
  const uint32_t begin =
      std::clamp(ByteAfterCodePoints(text, before_page + span.start), page_begin, page_end);
  const auto size = static_cast<uint32_t>(ByteOfCodePoint(
      std::string_view(text.text).substr(begin, page_end - begin), span.end - span.start));
  return {begin, begin + size};
}

}  // namespace congvan
