// table_groups.h: ordinals of rows, and the headings that hold for the rows below them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace congvan::rules {

/// How an ordinal ranks: "A" over "I" over a heading without one over "1" over "1.1" over "a".
enum class OrdinalKind { kNone, kLetter, kRoman, kUnnumbered, kNumber, kSubNumber, kItem, kDash };

/// "13 .1", "3.", "(2)" as record.md writes ordinals: "13.1", "3", "2".
std::string CleanOrdinal(std::string_view text);
OrdinalKind KindOfOrdinal(const std::string& ordinal);
/// "13.1" is under "13", "I.2" under "I".
bool IsUnder(const std::string& child, const std::string& parent);

/// "A. CHUỖI ...", "1.2 Rà soát ...": the ordinal at the start of a text; empty when there is none.
struct MarkedText {
  std::string ordinal, text;
};
MarkedText SplitMark(std::string_view text);

/// The heading rows that are open at a row.
class GroupStack {
 public:
  struct Group {
    OrdinalKind kind = OrdinalKind::kNone;
    std::string ordinal, text;
    std::optional<std::string> milestone;  ///< "Đến năm 2026"
    bool restarts = false;                 ///< the rows below are numbered from 1
    std::vector<NormSpan> places = {};     ///< of the heading row's words
  };

  /// Closes the groups of the same rank and below, and opens this one.
  void Open(Group group);
  /// Numbered groups hold only the rows numbered below them, and items without a number.
  void CloseFor(const std::string& ordinal);

  /// The innermost heading; nullptr when none is open.
  [[nodiscard]] const Group* Innermost() const;
  /// The innermost one that names a milestone.
  [[nodiscard]] const Group* WithMilestone() const;

 private:
  std::vector<Group> groups_;
};

}  // namespace congvan::rules
