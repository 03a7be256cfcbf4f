#include "core/normalized_text.h"

#include <algorithm>

#include "core/utf8.h"

namespace congvan {

int NormalizedText::PageOf(uint32_t byte) const {
  const auto it = std::upper_bound(page_begin.begin(), page_begin.end(), byte);
  return std::max(1, static_cast<int>(it - page_begin.begin()));
}

std::string_view NormalizedText::PageText(int page) const {
  const auto index = static_cast<size_t>(page - 1);
  if (page < 1 || index >= page_begin.size()) return {};
  const size_t begin = page_begin[index];
  const size_t end = index + 1 < page_begin.size() ? page_begin[index + 1] : text.size();
  return std::string_view(text).substr(begin, end - begin);
}

std::vector<PageSpan> ToPageSpans(const NormalizedText& text, NormSpan span) {
  std::vector<PageSpan> out;
  if (span.empty()) return out;
  for (int page = text.PageOf(span.begin); page <= text.PageOf(span.end - 1); ++page) {
    const std::string_view page_text = text.PageText(page);
    const uint32_t page_begin = page <= static_cast<int>(text.page_begin.size())
                                    ? text.page_begin[static_cast<size_t>(page - 1)]
                                    : 0;
    const size_t begin = span.begin > page_begin ? span.begin - page_begin : 0;
    const size_t end = std::min<size_t>(span.end - page_begin, page_text.size());
    if (begin >= end) continue;
    const auto start = static_cast<uint32_t>(CountCodePoints(page_text.substr(0, begin)));
    const auto size = static_cast<uint32_t>(CountCodePoints(page_text.substr(begin, end - begin)));
    out.push_back({page, start, start + size});
  }
  return out;
}

NormSpan ToNormSpan(const NormalizedText& text, const PageSpan& span) {
  const auto index = static_cast<size_t>(span.page - 1);
  if (span.page < 1 || index >= text.page_begin.size() || span.end < span.start) return {};
  const std::string_view page = text.PageText(span.page);
  const size_t begin = ByteOfCodePoint(page, span.start);
  const size_t size = ByteOfCodePoint(page.substr(begin), span.end - span.start);
  const auto at = text.page_begin[index] + static_cast<uint32_t>(begin);
  return {at, at + static_cast<uint32_t>(size)};
}

}  // namespace congvan
