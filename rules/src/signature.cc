#include "signature.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "element.h"

namespace congvan::rules {
namespace {

constexpr size_t kLongestLine = 160;  // bytes

void Append(std::optional<std::string>& to, std::string_view text, std::string_view joint) {
  const std::string one = OneLine(text);
  if (!one.empty()) to = to ? *to + std::string(joint) + one : one;
}

bool IsJoint(std::string_view word) {
  const std::string lower = ToLower(word);
  return lower == "kiêm" || lower == "kiêm nhiệm";
}

bool EndsInJoint(std::string_view line) {
  const size_t blank = line.find_last_of(' ');
  return IsJoint(blank == std::string_view::npos ? line : line.substr(blank + 1));
}

bool OnBehalf(std::string_view line) { return line.starts_with("TM") || line.starts_with("T/M"); }

// Where the next mark of authority begins in "TM. UBND KT. CHỦ TỊCH"; the size when there is none.
size_t NextAuthority(std::string_view line, const RuleSet& rules) {
  for (size_t i = line.find(' '); i != std::string_view::npos; i = line.find(' ', i + 1)) {
    if (BeginsAuthority(line.substr(i + 1), rules)) return i + 1;
  }
  return line.size();
}

bool BeginsWithPlace(std::string_view line) {
  const std::string lower = ToLower(line);
  for (std::string_view kind :
       {"tỉnh ", "thành phố ", "xã ", "phường ", "đặc khu ", "huyện ", "quận "}) {
    if (lower.starts_with(kind)) return true;
  }
  return false;
}

// "TM. BAN BÍ THƯ", "TM. ĐOÀN CHỦ TỊCH": the title behind these words is part of a body's name.
bool NamesBody(std::string_view before) {
  before = Trim(before);
  constexpr std::array kBodies =
      std::to_array<std::string_view>({"ban", "đoàn", "tổ", "hội", "hội đồng"});
  const std::string lower = ToLower(before);
  const size_t blank = lower.find_last_of(" .");
  const std::string word = blank == std::string::npos ? lower : lower.substr(blank + 1);
  return std::find(kBodies.begin(), kBodies.end(), word) != kBodies.end();
}

void AddPosition(std::string_view line, Signer& signer, const RuleSet& rules) {
  // "TM. ỦY BAN NHÂN DÂN" | "XÃ KHE VÀNG"
  if (!signer.position && signer.authority && !BeginsPosition(line, rules) &&
      (BeginsWithPlace(line) || signer.authority->ends_with(" VÀ"))) {
    Append(signer.authority, line, " ");
    return;
  }
  // "KT. BỘ TRƯỞNG," | "CHỦ NHIỆM"
  if (!signer.position && signer.authority && signer.authority->ends_with(',')) {
    Append(signer.authority, line, " ");
    return;
  }
  // "TRƯỞNG BAN (CHỦ TỊCH UBND XÃ)": another office of the signer.
  const size_t bracket = line.find('(');
  if (bracket != line.npos && FindPosition(line, bracket, rules).begin != line.npos)
    line = Trim(line.substr(0, bracket));
  if (line.empty()) return;
  const bool joined = IsJoint(line.substr(0, line.find(' ')));
  const bool continues =
      !signer.position || EndsInJoint(*signer.position) || joined || !BeginsPosition(line, rules);
  if (continues) Append(signer.position, line, " ");
}

// "BỘ TRƯỞNG, CHỦ NHIỆM": the comma joins two offices of one person.
bool JoinsOffices(std::string_view between) {
  between = Trim(between);
  return !between.empty() && (between.back() == ',' || EndsInJoint(between));
}

// The first position behind the office that the authority names, which may be a double one.
size_t PositionBehindOffice(std::string_view part, PositionPlace office, const RuleSet& rules) {
  PositionPlace next = FindPosition(part, office.end, rules);
  while (next.begin != std::string_view::npos &&
         JoinsOffices(part.substr(office.end, next.begin - office.end))) {
    office = next;
    next = FindPosition(part, office.end, rules);
  }
  return next.begin;
}

// One mark of authority with what belongs to it, and the position behind it where that stands on
// the same line.
void AddAuthority(std::string_view part, Signer& signer, const RuleSet& rules) {
  const PositionPlace first = FindPosition(part, 0, rules);
  if (first.begin != std::string_view::npos) {
    const size_t cut = OnBehalf(part) ? first.begin : PositionBehindOffice(part, first, rules);
    if (cut != std::string_view::npos) {
      Append(signer.authority, part.substr(0, cut), "; ");
      AddPosition(Trim(part.substr(cut)), signer, rules);
      return;
    }
  }
  Append(signer.authority, part, "; ");
}

}  // namespace

PositionPlace FindPosition(std::string_view text, size_t from, const RuleSet& rules) {
  size_t last_end = 0;
  for (const Match& match : rules.group("positions").Leftmost(text)) {
    const bool word_start = match.begin == 0 || text[match.begin - 1] == ' ' ||
                            text[match.begin - 1] == '.' || text[match.begin - 1] == '(' ||
                            text[match.begin - 1] == '-';
    const bool in_body = NamesBody(text.substr(last_end, match.begin - last_end));
    last_end = match.end;
    if (match.begin >= from && word_start && !in_body) return {match.begin, match.end};
  }
  return {};
}

bool BeginsPosition(std::string_view line, const RuleSet& rules) {
  if (line.size() > kLongestLine || line.ends_with(':')) return false;
  const PositionPlace place = FindPosition(line, 0, rules);
  if (place.begin != 0) return false;
  return place.end == line.size() || !IsLetter(DecodeAt(line, place.end).code_point);
}

bool BeginsAuthority(std::string_view line, const RuleSet& rules) {
  return line.size() <= kLongestLine && !line.ends_with(':') && IsElement(line, "authority", rules);
}

void AddSignatureLine(std::string_view line, Signer& signer, const RuleSet& rules) {
  while (!line.empty()) {
    if (!BeginsAuthority(line, rules)) return AddPosition(line, signer, rules);
    const size_t next = NextAuthority(line, rules);
    AddAuthority(Trim(line.substr(0, next)), signer, rules);
    line = Trim(line.substr(next));
  }
}

}  // namespace congvan::rules
