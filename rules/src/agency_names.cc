#include "agency_names.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::rules {
namespace {

// Long enough for the longest name that a rule spells out.
constexpr size_t kLookAhead = 240;

bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

bool UpperAt(std::string_view text, size_t at) {
  if (at >= text.size()) return false;
  const char32_t c = DecodeAt(text, at).code_point;
  return IsUpper(c) || (c >= U'0' && c <= U'9') || c == U'"' || c == U'“';
}

// "Sở Tài chính": the last letter of the match begins the next word and must be upper case.
bool LastLetterUpper(std::string_view text, size_t begin, size_t end) {
  size_t last = end - 1;
  while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
  return UpperAt(text, last);
}

bool CaseFits(std::string_view letter, std::string_view text, size_t begin, size_t end) {
  if (letter == "any" || letter.empty()) return true;
  if (!UpperAt(text, begin)) return false;
  return letter != "name" || LastLetterUpper(text, begin, end);
}

// A rule may stop on the first letter of a further word ("Trung tâm P": it asks for no more), but
// not inside its own last word ("thuế" in a longer word).
bool EndsWell(std::string_view text, size_t end) {
  if (end >= text.size() || !IsLetter(DecodeAt(text, end).code_point)) return true;
  const size_t last = FloorCodePoint(text, end - 1);
  return last > 0 && text[last - 1] == ' ';
}

}  // namespace

std::optional<Match> MatchRole(std::string_view group, std::string_view role, std::string_view text,
                               const RuleSet& rules) {
  const size_t size = FloorCodePoint(text, std::min(text.size(), kLookAhead));
  for (Match& match : rules.group(group).FindAll(text.substr(0, size))) {
    if (match.begin > 0) break;
    if ((*match.rule)["role"] == role) return std::move(match);
  }
  return std::nullopt;
}

std::optional<size_t> BodyHeadEnd(std::string_view text, size_t at, const RuleSet& rules) {
  if (at >= text.size()) return std::nullopt;
  const size_t size = FloorCodePoint(text, std::min(text.size(), at + kLookAhead)) - at;
  const std::string_view here = text.substr(at, size);
  std::optional<size_t> longest;
  for (const Match& match : rules.group("agencies").FindAll(here)) {
    if (match.begin > 0) break;
    const Rule& rule = *match.rule;
    if (rule["role"] == "not") return std::nullopt;
    if (!CaseFits(rule["letter"], here, match.begin, match.end)) continue;
    if (!EndsWell(here, match.end)) continue;
    longest = std::max(longest.value_or(0), at + match.end);
  }
  return longest;
}

size_t SkipBlanks(std::string_view text, size_t at) {
  while (at < text.size() && IsBlank(text[at])) ++at;
  return at;
}

std::string_view TrimName(std::string_view text) {
  constexpr std::string_view kEdges = " \n\t.,;:";
  while (!text.empty() && kEdges.find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  while (!text.empty() && kEdges.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  const bool opens = text.find('(') != std::string_view::npos;
  if (!opens && EndsWith(text, ")")) return TrimName(text.substr(0, text.size() - 1));
  return text;
}

}  // namespace congvan::rules
