#include "flag_values.h"

#include <algorithm>
#include <charconv>

#include "core/edit_distance.h"
#include "messages.h"

namespace congvan::cli {
namespace {

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0;;) {
    const size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

}  // namespace

std::optional<int> ReadNumber(std::string_view typed, int least, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
  if (error != std::errc() || end != typed.data() + typed.size() || value < least || value > most)
    return std::nullopt;
  return value;
}

std::optional<PartialDate> ReadDate(std::string_view typed) {
  const size_t separator = typed.find_first_of("-/.");
  std::vector<std::string_view> parts =
      Split(typed, separator == std::string_view::npos ? '-' : typed[separator]);
  if (parts.size() > 3) return std::nullopt;
  // Only with '-' the year may stand first: "2025-12-31", but "31-12-2025" too.
  const bool day_first = parts.size() > 1 && (typed[separator] != '-' || parts.front().size() < 4);
  if (day_first) std::reverse(parts.begin(), parts.end());
  std::vector<int> numbers(3, 0);
  for (size_t i = 0; i < parts.size(); ++i) {
    const std::optional<int> number = ReadNumber(parts[i], 1, 9999);
    if (!number) return std::nullopt;
    numbers[i] = *number;
  }
  return MakeDate(numbers[0], numbers[1], numbers[2]);
}

std::optional<double> ReadShare(std::string_view typed) {
  std::string word(typed);
  std::replace(word.begin(), word.end(), ',', '.');
  double share = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), share);
  const bool whole = error == std::errc() && end == word.data() + word.size();
  return whole && share >= 0 && share <= 1 ? std::optional(share) : std::nullopt;
}

std::string UnknownName(std::string_view what, std::string_view typed,
                        const std::vector<std::string>& known) {
  if (const auto near = NearMiss(typed, known)) {
    return Say("unknown {0} '{1}'; did you mean '{2}'?", {what, typed, *near});
  }
  constexpr size_t kListedWhole = 20;
  constexpr size_t kNearest = 4;
  const bool whole = known.size() <= kListedWhole;
  std::string list;
  for (const std::string& name : whole ? known : Nearest(typed, known, kNearest))
    list += (list.empty() ? "" : ", ") + name;
  return whole ? Say("unknown {0} '{1}'; there are: {2}", {what, typed, list})
               : Say("unknown {0} '{1}'; the nearest are: {2}", {what, typed, list});
}

}  // namespace congvan::cli
