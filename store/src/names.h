// names.h: comparing names of bodies and words as people type them. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace congvan::store {

/// What two spellings of one body have in common: lower case, older tone placement, usual
/// abbreviations written out
/// ("UBND" -> "ủy ban nhân dân"), "&", "-" and "và" alike. For comparing, never for showing.
std::string NameKey(std::string_view name);

/// Typed words against names; see queries.h for what matches.
class NameMatcher {
 public:
  explicit NameMatcher(std::string_view typed);

  /// The name is what was typed, or begins with it and goes on with words of its own: "Phòng Kinh
  /// tế" is not "Phòng Kinh tế, Hạ tầng và Đô thị".
  [[nodiscard]] bool IsNamed(std::string_view name) const;
  /// The name begins with these words; initials may stand for words ("Phòng kt"), and "và", "-" and
  /// commas do not matter.
  [[nodiscard]] bool Begins(std::string_view name) const;
  /// How many of the words stand in the name, marks aside: for near misses.
  [[nodiscard]] int SharedWords(std::string_view name) const;
  /// What was typed stands in the name, at word boundaries.
  [[nodiscard]] bool IsWithin(std::string_view name) const;
  /// Each word that was typed stands in the text, in any order.
  [[nodiscard]] bool HasWords(std::string_view text) const;

 private:
  [[nodiscard]] std::string Key(std::string_view name) const;
  std::string key_;
  bool plain_ = false;  ///< typed without any diacritic
};

}  // namespace congvan::store
