// core/span.h: half-open ranges. A tag for each text, so that offsets of two texts cannot be mixed.
//
// Offsets count UTF-8 bytes everywhere inside the program; only the JSON record and the user
// interface count Unicode code points (see utf8.h for the conversion).
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace congvan {

template <class Tag>
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  [[nodiscard]] uint32_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] bool Contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool Overlaps(Span other) const { return begin < other.end && other.begin < end; }
  /// The bytes of `text`, which must be the text that this span was made for.
  [[nodiscard]] std::string_view Of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
  auto operator<=>(const Span&) const = default;
};

struct RawTag {};
struct NormTag {};

/// Bytes of RawPage::text of one page.
using RawSpan = Span<RawTag>;
/// Bytes of NormalizedText::text, which holds all pages.
using NormSpan = Span<NormTag>;

}  // namespace congvan
