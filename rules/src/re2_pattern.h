// re2_pattern.h: the one place that knows RE2. Offsets are bytes of the text searched.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvan::rules {

/// Makes a pattern match either placement of the tone mark: "ủy" becomes "(?:ủy|uỷ)". Character
/// classes, escapes and pairs that a quantifier follows are left as they are.
std::string WithBothTonePlacements(std::string_view pattern);

enum class Anchor { kNone, kStart, kBoth };

/// A compiled pattern: case-insensitive, UTF-8, leftmost-first. Immutable; any thread may use it.
class Re2Pattern {
 public:
  struct Group {
    std::string name;
    size_t begin = 0, end = 0;
  };
  struct Hit {
    size_t begin = 0, end = 0;
    std::vector<Group> groups;  ///< named groups that took part
  };

  /// nullopt and a message in `error` when the pattern is wrong.
  static std::optional<Re2Pattern> Compile(const std::string& pattern, std::string& error);
  /// Of a pattern that is known to be right: compiled when it is first needed, by whichever thread
  /// comes first. Aborts then when it is wrong after all.
  static Re2Pattern Known(const std::string& pattern);
  ~Re2Pattern();
  Re2Pattern(Re2Pattern&&) noexcept;
  Re2Pattern& operator=(Re2Pattern&&) noexcept;

  [[nodiscard]] std::optional<Hit> Find(std::string_view text, size_t from, Anchor anchor) const;

 private:
  struct Impl;
  explicit Re2Pattern(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Many patterns at once: tells which can match at all. Compiled when it is first needed. Any
/// thread may use it.
class Re2Prefilter {
 public:
  explicit Re2Prefilter(std::vector<std::string> patterns);
  ~Re2Prefilter();
  Re2Prefilter(Re2Prefilter&&) noexcept;
  Re2Prefilter& operator=(Re2Prefilter&&) noexcept;

  /// Indices of the patterns that match somewhere in the text, rising; all of them when the set ran
  /// out of memory.
  [[nodiscard]] std::vector<int> Candidates(std::string_view text) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace congvan::rules
