// core/date.h: dates of which the day, or the month too, may be unknown.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace congvan {

/// Gregorian; month and day are 0 when unknown. A day is only known when the month is.
struct PartialDate {
  int year = 0, month = 0, day = 0;

  [[nodiscard]] bool complete() const { return day != 0; }
  /// "2025-10-28", "2025-10" or "2025".
  [[nodiscard]] std::string Iso() const;
  /// The last day named: "2025-10" -> 2025-10-31, "2025" -> 2025-12-31.
  [[nodiscard]] PartialDate LastDay() const;
  auto operator<=>(const PartialDate&) const = default;
};

/// A real calendar date (or month, or year) between 1900 and 2199; nullopt for 31/02 and the like.
std::optional<PartialDate> MakeDate(int year, int month = 0, int day = 0);

/// Reads what Iso() writes, nothing else.
std::optional<PartialDate> ParseIsoDate(std::string_view text);

int DaysInMonth(int year, int month);

}  // namespace congvan
