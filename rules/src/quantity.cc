#include "rules/quantity.h"

#include <algorithm>
#include <cstdlib>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "quantity_matches.h"
#include "rules/deadline.h"

namespace congvan::rules {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Groups of three after each dot: the dots are thousands marks, not decimal points.
bool HasThousands(std::string_view text) {
  const std::string_view whole = text.substr(0, text.find(','));
  size_t dot = whole.find('.');
  if (dot == std::string_view::npos || dot == 0 || dot > 3) return false;
  for (; dot != std::string_view::npos; dot = whole.find('.', dot + 1)) {
    const size_t next = whole.find('.', dot + 1);
    const size_t size = (next == std::string_view::npos ? whole.size() : next) - dot - 1;
    if (size != 3) return false;
  }
  return true;
}

// "1 250 000": the dots of the thousands as blanks.
std::string BlanksAsDots(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), ' ', '.');
  return HasThousands(out) ? out : std::string(text);
}

// "1,000", "1,250,000": nobody writes three noughts, or two commas, behind a decimal comma.
bool HasEnglishThousands(std::string_view text) {
  if (text.find('.') != std::string_view::npos || text.front() == '0') return false;
  const size_t comma = text.find(',');
  if (comma == std::string_view::npos || comma == 0 || comma > 3) return false;
  for (size_t i = comma; i < text.size(); i += 4) {
    if (text[i] != ',' || i + 4 > text.size()) return false;
    if (text.substr(i + 1, 3).find(',') != std::string_view::npos) return false;
  }
  return text.size() > comma + 4 || text.ends_with(",000");
}

bool IsPercent(std::string_view unit) {
  return unit.find('%') != std::string_view::npos || unit.find("％") != std::string_view::npos ||
         ToLower(unit) == "phần trăm";
}

bool IsMoney(std::string_view unit) {
  const std::string folded = ToLower(unit);
  return folded.find("đồng") != std::string::npos || folded.find("usd") != std::string::npos ||
         folded.find("vnđ") != std::string::npos;
}

// "01 điểm phục vụ", not "tăng 0,5 điểm".
bool IsPlace(std::string_view unit, std::string_view behind) {
  return ToLower(unit) == "điểm" && behind.size() > 1 && behind.front() == ' ' &&
         IsLower(DecodeAt(behind, 1).code_point) && !StartsWith(behind, " trở lên") &&
         !StartsWith(behind, " so với") && !StartsWith(behind, " và");
}

// A number that ends just before a '%' or a letter is no name after all ("kế hoạch 100%").
bool NamesNothing(const Match& match, std::string_view text) {
  if (text[match.end - 1] == ':') return false;  // "2025: 80%"
  const std::string_view rest = Trim(text.substr(match.end));
  return IsPercent(rest.substr(0, rest.find_first_of(" ;,")));
}

// A number must not begin inside another number or word ("A1", "2.5" of "1.2.5").
bool BeginsInside(const Match& match, std::string_view text) {
  if (match.begin == 0 || !IsDigit(text[match.begin])) return false;
  const char before = text[match.begin - 1];
  if (IsDigit(before)) return true;
  const bool mark = before == '.' || before == ',' || before == '/' || before == '-';
  if (mark && match.begin >= 2 && IsDigit(text[match.begin - 2])) return true;
  return IsLetter(DecodeAt(text, FloorCodePoint(text, match.begin - 1)).code_point);
}

bool IsMultiplier(std::string_view unit) {
  const std::string folded = ToLower(unit);
  return folded == "nghìn" || folded == "ngàn" || folded == "triệu" || folded == "tỷ" ||
         folded == "tỉ";
}

// "2/3 số thôn": a share, of which the 2 alone is no number.
bool IsShare(const Match::Group& value, std::string_view text) {
  std::string_view rest = text.substr(value.end);
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  if (rest.empty() || rest.front() != '/') return false;
  rest = Trim(rest.substr(1));
  return !rest.empty() && IsDigit(rest.front());
}

// "1 trạ" of "1 trạm": a unit must end where its word ends.
bool EndsInside(size_t end, std::string_view text) {
  return end < text.size() && IsLetter(DecodeAt(text, end).code_point);
}

std::optional<double> WordValue(std::string_view word, const RuleSet& rules) {
  const auto match = rules.group("quantities_words").MatchWhole(word);
  return match ? ParseNumber((*match->rule)["value"]) : std::nullopt;
}

const Match::Group* GroupOf(const Match& match, std::string_view name) {
  for (const Match::Group& group : match.groups) {
    if (group.name == name) return &group;
  }
  return nullptr;
}

// "100% điểm đến": what stands behind the percent sign of one number is what is counted.
bool IsShareOf(const Match& match) {
  return GroupOf(match, "unit_first") != nullptr && GroupOf(match, "max") == nullptr;
}

// The unit of measure, else the counted noun; sets what is cut from an indicator.
void ReadUnit(const Match& match, std::string_view text, FoundQuantity& found) {
  const Match::Group* unit = GroupOf(match, "unit");
  if (unit == nullptr || EndsInside(unit->end, text) || IsShareOf(match))
    unit = GroupOf(match, "unit_first");
  const Match::Group* noun = GroupOf(match, "noun");
  if (noun != nullptr && EndsInside(noun->end, text)) noun = nullptr;
  const std::string_view own = (*match.rule)["unit"];  // "gấp đôi" is twice, said or not
  if (unit == nullptr && !own.empty()) found.quantity.unit = std::string(own);
  if (unit != nullptr) {
    found.quantity.unit = std::string(text.substr(unit->begin, unit->end - unit->begin));
    found.percent = IsPercent(*found.quantity.unit);
    found.money = IsMoney(*found.quantity.unit);
    found.counted = IsPlace(*found.quantity.unit, text.substr(unit->end));
    // "2,5 triệu người": the multiplier goes with the number, the counted noun with both.
    if (noun != nullptr && IsMultiplier(*found.quantity.unit))
      found.quantity.unit = std::string(text.substr(unit->begin, noun->end - unit->begin));
  } else if (noun != nullptr) {
    found.quantity.unit = std::string(text.substr(noun->begin, noun->end - noun->begin));
    found.counted = true;
  }
}

// The end of the number and its unit of measure; a counted noun stays with the indicator.
size_t EndOfNumber(const Match& match, std::string_view text) {
  size_t end = 0;
  for (const char* name : {"value", "max", "unit_first", "unit", "word"}) {
    const Match::Group* group = GroupOf(match, name);
    const bool unit = std::string_view(name) == "unit";
    if (group == nullptr || (unit && EndsInside(group->end, text))) continue;
    // A counted noun that is also a unit ("điểm") stays.
    if (unit && IsShareOf(match)) return end;
    if (unit &&
        IsPlace(text.substr(group->begin, group->end - group->begin), text.substr(group->end)))
      return end;
    end = std::max(end, group->end);
  }
  // "... trở lên" ends the match behind the number; without a noun between them it goes with the
  // number.
  const Match::Group* noun = GroupOf(match, "noun");
  return noun == nullptr ? std::max(end, match.end) : end;
}

std::optional<FoundQuantity> ReadMatch(const Match& match, std::string_view text,
                                       const RuleSet& rules) {
  FoundQuantity found;
  Quantity& quantity = found.quantity;
  if (const auto word = match.Get(text, "word")) quantity.value = WordValue(*word, rules);
  if (const auto value = match.Get(text, "value")) quantity.value = ParseNumber(*value);
  const Match::Group* value = GroupOf(match, "value");
  if (!quantity.value ||
      (value != nullptr && IsShare(*value, text) && (*match.rule)["rank"].empty()))
    return std::nullopt;
  quantity.comparator = std::string((*match.rule)["comparator"]);
  found.compared = quantity.comparator != "=";
  if (const auto max = match.Get(text, "max")) quantity.value_max = ParseNumber(*max);
  if (quantity.value_max && *quantity.value_max <= *quantity.value) quantity.value_max.reset();
  if (quantity.value_max) quantity.comparator = ">=";
  ReadUnit(match, text, found);
  found.rank = (*match.rule)["rank"] == "true";
  const Match::Group* goal = GroupOf(match, "goal");
  found.begin = goal != nullptr                  ? goal->begin
                : found.rank && value != nullptr ? value->begin
                                                 : match.begin;
  found.end = EndOfNumber(match, text);
  found.words_end = match.end;
  quantity.begin = match.begin;
  quantity.end = found.counted ? match.end : found.end;
  quantity.rule = match.rule->id;
  return found;
}

// The milestone that stands alone in [begin, end) of a cell ("; năm 2030: ", " (năm 2025)").
std::optional<std::string> MilestoneBetween(std::string_view cell, size_t begin, size_t end,
                                            const RuleSet& rules) {
  constexpr std::string_view kEdges = " \n\t.,;:()-";
  while (begin < end && kEdges.find(cell[begin]) != std::string_view::npos) ++begin;
  while (end > begin && kEdges.find(cell[end - 1]) != std::string_view::npos) --end;
  return begin < end ? ReadMilestone(cell.substr(begin, end - begin), rules) : std::nullopt;
}

// "Năm 2025: 80%; năm 2030: 100%", "80% (năm 2025); 100% (năm 2030)": all goals name their year,
// and all on the same side, or none is taken.
void ReadMilestonesOfGoals(std::string_view cell, const RuleSet& rules,
                           std::vector<Quantity>& goals) {
  if (goals.size() < 2) return;
  for (const bool before : {true, false}) {
    std::vector<std::optional<std::string>> found;
    for (size_t i = 0; i < goals.size(); ++i) {
      const size_t from = before ? (i == 0 ? 0 : goals[i - 1].end) : goals[i].end;
      const size_t to = before                 ? goals[i].begin
                        : i + 1 < goals.size() ? goals[i + 1].begin
                                               : cell.size();
      found.push_back(MilestoneBetween(cell, from, to, rules));
    }
    if (!std::all_of(found.begin(), found.end(), [](const auto& by) { return by.has_value(); }))
      continue;
    for (size_t i = 0; i < goals.size(); ++i) goals[i].by = std::move(found[i]);
    return;
  }
}

}  // namespace

std::optional<double> ParseNumber(std::string_view text) {
  if (text.empty() || !IsDigit(text.front()) || !IsDigit(text.back())) return std::nullopt;
  if (text.find(' ') != std::string_view::npos && text.find('.') == std::string_view::npos) {
    const std::string dotted = BlanksAsDots(text);
    return dotted == text ? std::nullopt : ParseNumber(dotted);
  }
  std::string plain;
  if (HasEnglishThousands(text)) {
    std::string digits(text);
    std::erase(digits, ',');
    return ParseNumber(digits);
  }
  const bool thousands = HasThousands(text);
  int marks = 0;
  for (char c : text) {
    if (IsDigit(c)) {
      plain += c;
    } else if (c == ',' || (c == '.' && !thousands)) {
      plain += '.';
      ++marks;
    } else if (c != '.') {
      return std::nullopt;
    }
  }
  if (marks > 1 || plain.size() > 18) return std::nullopt;
  return std::strtod(plain.c_str(), nullptr);
}

std::vector<FoundQuantity> FindQuantities(std::string_view text, bool prose, const RuleSet& rules) {
  std::vector<FoundQuantity> out;
  size_t end = 0;
  bool nothing = false;  // what ends at `end` is no quantity
  for (const Match& match : rules.group("quantities").FindAll(text)) {
    const Rule& rule = *match.rule;
    if (nothing && match.begin < end && match.end > end && rule["role"] != "none") {
      // "Nghị quyết 57 đến 100%": the number of the paper took the next one with it.
      for (FoundQuantity& behind : FindQuantities(text.substr(end), prose, rules)) {
        behind.begin += end;
        behind.end += end;
        behind.words_end += end;
        out.push_back(std::move(behind));
      }
      return out;
    }
    if (match.begin < end || BeginsInside(match, text)) continue;
    nothing = rule["role"] == "none";
    if (nothing) {
      if ((!prose && rule["place"] == "prose") || NamesNothing(match, text)) {
        nothing = false;
        continue;
      }
      end = match.end;
      continue;
    }
    auto found = ReadMatch(match, text, rules);
    if (!found) continue;
    end = match.end;
    out.push_back(std::move(*found));
  }
  return out;
}

std::vector<Quantity> ReadQuantityCell(std::string_view cell, const RuleSet& rules) {
  std::vector<Quantity> out;
  for (FoundQuantity& found : FindQuantities(cell, false, rules))
    out.push_back(std::move(found.quantity));
  ReadMilestonesOfGoals(cell, rules, out);
  return out;
}

}  // namespace congvan::rules
