// deadline_items.h: the single milestones inside one phrase about time, before they are combined.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rules/deadline.h"

namespace congvan::rules {

/// One thing that a phrase says about time ("quý IV/2025", "hằng tháng", "theo Kế hoạch của tỉnh").
struct TimeItem {
  const Rule* rule = nullptr;
  DeadlineKind kind = DeadlineKind::kNone;
  std::optional<PartialDate>
      due;  ///< last day; nullopt where no date is named or its year is unknown
  std::optional<std::string> every;  ///< of a recurrence
  bool start = false;                ///< it says when the work begins, not when it ends
  bool range = false;                ///< it is the later end of a span of time
  bool joined = false;               ///< the span begins with the item before it
  int year = 0;                      ///< of a date, known even where its last day is not; 0 if not
  bool own_year = false;             ///< its year is written with it
  bool open = false;                 ///< "và những năm tiếp theo": there is no end
  int day = 0;                       ///< of the month; 0 where none is named
  bool names_day = false;            ///< a day, of this year or of every period
  bool before = false;               ///< "trước" that day: on it the work is late
  size_t begin = 0, end = 0;         ///< bytes of the phrase

  /// It names a day, a month, a quarter, a year or a span of them, whether its year is known or
  /// not.
  [[nodiscard]] bool dated() const;
};

/// In order of the phrase; numbers of documents and impossible dates are left out.
std::vector<TimeItem> ReadTimeItems(std::string_view phrase, const DeadlineContext& context,
                                    const RuleSet& rules);

/// It names a day or month that no calendar has ("31/02/2026"), whatever the year.
bool NamesImpossibleDay(std::string_view phrase, const RuleSet& rules);

/// The date in a match's groups (day, month, quarter, half, months, year); nullopt without a year
/// or for no real date.
std::optional<PartialDate> DateOfGroups(const Match& match, std::string_view text);

/// What the items say together; kind none for none. `text` is left for the caller.
Deadline CombineTimeItems(const std::vector<TimeItem>& items);

}  // namespace congvan::rules
