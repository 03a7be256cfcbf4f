// cli/review_rows.h: what a person should look at: doubtful values, and corrections.
#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"
#include "store/corrections.h"

namespace congvan::cli {

/// From here on a value is not doubtful.
inline constexpr double kSureEnough = 0.9;

struct ReviewRow {
  enum class State {
    kProposed,   ///< read, but not asserted
    kDoubtful,   ///< asserted with little confidence
    kCorrected,  ///< by a person
    kDangling,   ///< a correction whose row or file is no more
  };
  State state = State::kDoubtful;
  std::string field;  ///< numbered as the rules read the document
  std::string value;  ///< for people
  double confidence = 0;
  std::string circumstance, rule, text;
  int page = 0;               ///< 0: unknown
  std::string was, note, at;  ///< of a correction
  std::string_view kind;      ///< of a correction: "set", "none", "confirm"
};

/// Values less certain than `below` that nobody has corrected, and dangling corrections; with
/// `corrections` those that stand instead. The most doubtful first: dangling, then by confidence,
/// then as in the record.
std::vector<ReviewRow> RowsToReview(const store::Reading& reading, double below, bool corrections,
                                    const rules::RuleSet& rules);

ReviewRow RowOf(const store::Correction& correction);

}  // namespace congvan::cli
