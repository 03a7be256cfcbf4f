#include "issuer_name.h"

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::rules {
namespace {

constexpr size_t kLongestName = 600;  // bytes
constexpr size_t kReach = 400;        // bytes; no name of a body is longer

bool StartsUpper(std::string_view text) {
  return !text.empty() && IsUpper(DecodeAt(text, 0).code_point);
}

bool AtWordEnd(std::string_view text, size_t at) {
  if (at >= text.size()) return true;
  const char32_t c = DecodeAt(text, at).code_point;
  return !IsLetter(c) && (c < U'0' || c > U'9');
}

size_t WordSize(std::string_view text) {
  size_t i = 0;
  while (i < text.size() &&
         std::string_view(" ,;:.()[]“”\"\n/").find(text[i]) == std::string_view::npos) {
    const Decoded d = DecodeAt(text, i);
    if (d.code_point == U'“' || d.code_point == U'”' || d.code_point == U'…') break;
    i += d.size;
  }
  return i;
}

bool IsName(std::string_view role) { return role == "start" || role == "whole"; }

bool BeginsBodyOrType(std::string_view text, const RuleSet& rules) {
  if (!StartsUpper(text)) return false;
  for (const Match& match : rules.group("issuers").FindAll(text.substr(0, kReach))) {
    if (match.begin != 0) break;
    if (IsName((*match.rule)["role"]) && AtWordEnd(text, match.end)) return true;
  }
  const auto type = rules.group("document_types").MatchStart(text);
  return type && AtWordEnd(text, type->end);
}

// Words that tell what a body did are written small, unless everything is in capitals.
bool IsStop(std::string_view text, bool all_capitals, const RuleSet& rules) {
  if (StartsUpper(text) && !all_capitals) return false;
  for (const Match& match : rules.group("issuers").FindAll(text.substr(0, 40))) {
    if (match.begin == 0 && (*match.rule)["role"] == "stop") return true;
  }
  return false;
}

// A word of a field of work ("khoa học, công nghệ và chuyển đổi số"), written small behind its
// joint.
bool Continues(std::string_view text, const RuleSet& rules) {
  for (const Match& match : rules.group("issuers").FindAll(text.substr(0, kReach))) {
    if (match.begin != 0) break;
    if ((*match.rule)["role"] == "continues" && AtWordEnd(text, match.end)) return true;
  }
  return false;
}

// From the end of a word: may the name go on behind the separator? Returns where the next word
// begins, or 0.
size_t NextWordOfName(std::string_view text, size_t at, bool all_capitals, const RuleSet& rules) {
  std::string_view rest = text.substr(at);
  for (std::string_view joint : {", ", " và ", " VÀ ", " - ", " – ", " & "}) {
    if (!rest.starts_with(joint)) continue;
    const std::string_view next = rest.substr(joint.size());
    if (Continues(rest, rules)) return at + joint.size();
    return StartsUpper(next) && !BeginsBodyOrType(next, rules) ? at + joint.size() : 0;
  }
  if (!rest.starts_with(" ")) return 0;
  rest.remove_prefix(1);
  if (rest.empty() || WordSize(rest) == 0 || IsStop(rest, all_capitals, rules)) return 0;
  const auto type = rules.group("document_types").MatchStart(rest);
  if (StartsUpper(rest) && type && AtWordEnd(rest, type->end)) return 0;
  return at + 1;
}

}  // namespace

size_t IssuerNameSize(std::string_view text, const RuleSet& rules) {
  if (!StartsUpper(text)) return 0;
  text = text.substr(0, FloorCodePoint(text, kLongestName));
  size_t start = 0;
  for (const Match& match : rules.group("issuers").FindAll(text.substr(0, kReach))) {
    if (match.begin != 0) break;
    if (!AtWordEnd(text, match.end)) continue;
    if ((*match.rule)["role"] == "whole") return match.end;
    if ((*match.rule)["role"] == "start" && start == 0) start = match.end;
  }
  if (start == 0) return 0;
  size_t end = start;
  const bool all_capitals = IsAllUpper(text.substr(0, FloorCodePoint(text, 80)));
  for (size_t next = NextWordOfName(text, end, all_capitals, rules); next != 0;
       next = NextWordOfName(text, end, all_capitals, rules)) {
    const size_t word = WordSize(text.substr(next));
    if (word == 0) break;
    end = next + word;
  }
  return end;
}

bool BeginsLetterheadBody(std::string_view line, const RuleSet& rules) {
  if (line.empty()) return false;
  const std::string lower = ToLower(line);
  const size_t first = DecodeAt(lower, 0).size;
  const std::string natural =
      ToUpper(std::string_view(lower).substr(0, first)) + lower.substr(first);
  bool begins = false;
  for (std::string_view group : {"letterheads", "issuers"}) {
    for (const Match& match : rules.group(group).FindAll(natural)) {
      if (match.begin != 0) break;
      if (!AtWordEnd(natural, match.end)) continue;
      const std::string_view role = (*match.rule)["role"];
      if (role == "goes_on") return false;
      begins |= IsName(role) || role == "body";
    }
  }
  return begins;
}

}  // namespace congvan::rules
