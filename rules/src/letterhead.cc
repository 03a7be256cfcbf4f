#include "letterhead.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "issuer_name.h"

namespace congvan::rules {
namespace {

constexpr std::array<std::string_view, 12> kPlaceKinds = {
    "tỉnh",  "thành phố", "tp",       "tp.",    "xã",      "phường",
    "huyện", "quận",      "thị trấn", "thị xã", "đặc khu", "thôn"};
// Head nouns after which the proper part of a body's name begins with a capital.
constexpr std::array<std::string_view, 15> kHeadNouns = {
    "sở",      "bộ",       "ban", "phòng",     "cục",    "vụ", "viện",   "trung tâm",
    "chi cục", "tổng cục", "hội", "liên đoàn", "trường", "tổ", "công ty"};
constexpr std::array<std::string_view, 9> kAlwaysCapital = {
    "chính phủ",        "quốc hội",     "trung ương", "việt nam",        "nhà nước",
    "mặt trận tổ quốc", "bộ chính trị", "ban bí thư", "nhân dân tối cao"};

bool StartsWithWord(std::string_view lower, std::string_view word) {
  return lower.starts_with(word) && (lower.size() == word.size() || lower[word.size()] == ' ');
}

template <class List>
size_t LongestPrefix(const List& list, std::string_view lower) {
  size_t best = 0;
  for (std::string_view word : list) {
    if (StartsWithWord(lower, word)) best = std::max(best, word.size());
  }
  return best;
}

std::string Capitalised(std::string_view word) {
  if (word.empty()) return {};
  const size_t first = DecodeAt(word, 0).size;
  return ToUpper(word.substr(0, first)) + std::string(word.substr(first));
}

bool BeginsBody(std::string_view line, const RuleSet& rules) {
  const std::string natural = Capitalised(ToLower(line));
  for (const Match& match : rules.group("issuers").FindAll(natural)) {
    if (match.begin != 0) break;
    const bool whole_word =
        match.end >= natural.size() || !IsLetter(DecodeAt(natural, match.end).code_point);
    if ((*match.rule)["role"] != "stop" && whole_word) return true;
  }
  return false;
}

// "ỦY BAN NHÂN DÂN" | "TỈNH BẮC NINH": a line that names no body goes on with the one before.
std::vector<std::string> Bodies(const std::vector<std::string>& lines, const RuleSet& rules) {
  std::vector<std::string> out;
  for (const std::string& raw : lines) {
    const std::string line = OneLine(raw);
    if (line.empty()) continue;
    if (out.empty() || BeginsBody(line, rules)) {
      out.push_back(line);
    } else {
      out.back() += " " + line;
    }
  }
  if (!out.empty() && !BeginsBody(out.front(), rules)) out.erase(out.begin());
  return out;
}

std::string Abbreviated(std::string_view name) {
  std::string out(name);
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kForms = {
      {{"ủy ban nhân dân", "UBND"}, {"hội đồng nhân dân", "HĐND"}}};
  for (const auto& [full, brief] : kForms) {
    const std::string folded = FoldTonePlacement(ToLower(out));
    const size_t at = folded.find(full);
    if (at == std::string::npos || folded.size() != out.size()) continue;
    out = out.substr(0, at) + std::string(brief) + out.substr(at + full.size());
  }
  return out;
}

// "tỉnh Lào Cai" of "UBND tỉnh Lào Cai"; empty when the name holds no place.
std::string PlaceOf(std::string_view name) {
  const std::string lower = ToLower(name);
  for (size_t i = 0; i < lower.size(); ++i) {
    if (i > 0 && lower[i - 1] != ' ') continue;
    const size_t kind = LongestPrefix(kPlaceKinds, std::string_view(lower).substr(i));
    if (kind == 0 || i + kind >= lower.size()) continue;
    if (lower.size() != name.size()) return {};
    return std::string(name.substr(i));
  }
  return {};
}

bool Holds(std::string_view lower, std::string_view part) {
  return lower.find(part) != std::string_view::npos;
}

std::string WithParent(const std::string& parent, const std::string& child) {
  const std::string p = FoldForCompare(parent), c = FoldForCompare(child);
  const bool own_place = !PlaceOf(child).empty() || Holds(c, "quốc hội") ||
                         Holds(c, "trung ương") || Holds(c, "việt nam");
  if (own_place) return child;
  if (p.starts_with("ban chấp hành trung ương")) {
    const bool of_centre =
        c.starts_with("ban ") || c.starts_with("văn phòng") || c.starts_with("ủy ban");
    return of_centre ? child + " Trung ương" : child;
  }
  const std::string place = PlaceOf(parent);
  if (p.starts_with("ubnd") || p.starts_with("ủy ban nhân dân"))
    return place.empty() ? child : child + " " + place;
  const bool names_parent = p.starts_with("hđnd") || p.starts_with("đảng ủy") ||
                            p.starts_with("tỉnh ủy") || p.starts_with("thành ủy") ||
                            p.starts_with("đảng bộ") || p.starts_with("ubmttq") || p.starts_with("ban chỉ đạo");
  return names_parent && !Holds(c, p.substr(0, p.find(' '))) ? child + " " + parent : child;
}

}  // namespace

std::string NaturalCase(std::string_view text) {
  if (!IsAllUpper(text)) return std::string(text);
  const std::string lower = ToLower(text);
  std::string out;
  bool capital = true, in_place = false, in_field = false;
  for (size_t i = 0; i < lower.size();) {
    const std::string_view rest = std::string_view(lower).substr(i);
    if (rest.front() == ' ' || rest.front() == '-' || rest.front() == ',') {
      if (rest.front() != ' ' && in_field) capital = true;
      out.push_back(rest.front());
      ++i;
      continue;
    }
    const size_t always = LongestPrefix(kAlwaysCapital, rest);
    const size_t place = LongestPrefix(kPlaceKinds, rest);
    const size_t noun = in_place ? 0 : LongestPrefix(kHeadNouns, rest);
    const size_t word = std::min(rest.find_first_of(" ,-"), rest.size());
    const std::string_view token = rest.substr(0, word);
    if (token == "ubnd" || token == "hđnd" || token == "ubmttq") {
      out += ToUpper(token);
      i += word;
      capital = false;
    } else if (always > 0 && !in_place) {
      out += Capitalised(rest.substr(0, always));
      i += always;
      capital = false;
    } else if (place > 0 && i > 0) {
      out += rest.substr(0, place);
      i += place;
      in_place = true;
      in_field = false;
    } else if (noun > 0) {
      out +=
          i == 0 || capital ? Capitalised(rest.substr(0, noun)) : Capitalised(rest.substr(0, noun));
      i += noun;
      capital = in_field = true;
    } else {
      if (token == "về") in_field = false;
      const bool joint = token == "và";
      out += (in_place || capital) && !joint ? Capitalised(token) : std::string(token);
      i += word;
      capital = joint && in_field;
    }
  }
  return out;
}

std::optional<std::string> IssuerOfLetterhead(const std::vector<std::string>& lines,
                                              const RuleSet& rules) {
  std::vector<std::string> bodies = Bodies(lines, rules);
  if (bodies.empty()) return std::nullopt;
  for (std::string& body : bodies) body = Abbreviated(NaturalCase(body));
  return bodies.size() == 1 ? bodies.front() : WithParent(bodies[bodies.size() - 2], bodies.back());
}

}  // namespace congvan::rules
