#include "core/date.h"

#include <array>
#include <cstdio>

namespace congvan {
namespace {

std::optional<int> Digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

int DaysInMonth(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays.at(static_cast<size_t>(month - 1));
}

std::string PartialDate::Iso() const {
  std::array<char, 48> buffer{};
  if (day != 0) {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month, day);
  } else if (month != 0) {
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02d", year, month);
  } else {
    std::snprintf(buffer.data(), buffer.size(), "%04d", year);
  }
  return buffer.data();
}

PartialDate PartialDate::LastDay() const {
  PartialDate last = *this;
  if (last.month == 0) last.month = 12;
  if (last.day == 0) last.day = DaysInMonth(last.year, last.month);
  return last;
}

std::optional<PartialDate> MakeDate(int year, int month, int day) {
  if (year < 1900 || year > 2199 || month < 0 || month > 12 || day < 0) return std::nullopt;
  if (month == 0 && day != 0) return std::nullopt;
  if (month != 0 && day > DaysInMonth(year, month)) return std::nullopt;
  return PartialDate{year, month, day};
}

std::optional<PartialDate> ParseIsoDate(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  if ((text.size() > 4 && text[4] != '-') || (text.size() > 7 && text[7] != '-'))
    return std::nullopt;
  const auto year = Digits(text.substr(0, 4));
  const auto month = text.size() > 4 ? Digits(text.substr(5, 2)) : std::optional<int>(0);
  const auto day = text.size() > 7 ? Digits(text.substr(8, 2)) : std::optional<int>(0);
  if (!year || !month || !day) return std::nullopt;
  if ((text.size() > 4 && *month == 0) || (text.size() > 7 && *day == 0)) return std::nullopt;
  return MakeDate(*year, *month, *day);
}

}  // namespace congvan
