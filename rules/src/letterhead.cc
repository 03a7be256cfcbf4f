#include "letterhead.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "issuer_name.h"
#include "name_case.h"

namespace congvan::rules {
namespace {

template <size_t N>
bool StartsWithAny(std::string_view text, const std::array<std::string_view, N>& starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [text](std::string_view start) { return text.starts_with(start); });
}

template <size_t N>
bool IsAny(std::string_view text, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), text) != names.end();
}

// Parts of a body whose bare name says nothing: every committee has an office.
constexpr std::array kParts = std::to_array<std::string_view>(
    {"văn phòng", "thanh tra", "ban thường vụ", "ban thường trực", "ban chấp hành", "thường trực",
     "ủy ban kiểm tra", "bch", "btv", "đoàn chủ tịch", "đảng ủy", "đảng bộ", "chi bộ",
     "ban thường vụ đảng ủy", "ban chấp hành đảng bộ", "cơ quan thường trực"});

bool IsOpen(std::string_view line) {
  const std::string folded = FoldForCompare(line);
  if (folded.ends_with(',') || folded.ends_with('-')) return true;
  constexpr std::array kOpen =
      std::to_array<std::string_view>({" và", " của", " về", " cho", " các"});
  return std::any_of(kOpen.begin(), kOpen.end(),
                     [&](std::string_view word) { return folded.ends_with(word); });
}

// Goes on with the line before although it begins like a body: "VĂN PHÒNG" | "HĐND VÀ UBND XÃ X".
bool ClaimsNextLine(std::string_view body, bool first) {
  const std::string folded = FoldForCompare(body);
  constexpr std::array kHalves = std::to_array<std::string_view>(
      {"bộ chỉ huy",   "ban chỉ huy",  "ban chỉ đạo", "trung tâm",
       "ban",          "chi cục",      "phòng",       "sở",
       "bộ",           "cục",          "hội",         "ủy ban",
       "tập đoàn",     "tổng công ty", "công ty",     "công ty cổ phần",
       "công ty tnhh", "bệnh viện",    "ngân hàng",   "liên đoàn",
       "viện",         "trường",       "đài"});
  return IsOpen(body) || IsAny(folded, kHalves) ||
         (first && IsAny(folded, kParts) && folded != "đảng ủy" && folded != "đảng bộ");
}

// "ỦY BAN NHÂN DÂN" | "TỈNH BẮC NINH": a line that names no body goes on with the one before.
std::vector<std::string> Bodies(const std::vector<std::string>& lines, const RuleSet& rules) {
  std::vector<std::string> out;
  for (const std::string& raw : lines) {
    const std::string line = OneLine(raw);
    if (line.empty()) continue;
    const bool begins = BeginsLetterheadBody(line, rules);
    if (out.empty()) {
      if (begins) out.push_back(line);
    } else if (begins && !ClaimsNextLine(out.back(), out.size() == 1)) {
      out.push_back(line);
    } else {
      out.back() += " " + line;
    }
  }
  return out;
}

std::string Abbreviated(std::string_view name) {
  std::string out(name);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kForms = {
      {{"ủy ban nhân dân", "UBND"}, {"hội đồng nhân dân", "HĐND"}}};
  for (const auto& [full, brief] : kForms) {
    const std::string folded = FoldTonePlacement(ToLower(out));
    const size_t at = folded.find(full);
    if (at == std::string::npos || folded.size() != out.size()) continue;
    out = out.substr(0, at) + std::string(brief) + out.substr(at + full.size());
  }
  return out;
}

bool Holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool NamesItself(std::string_view child, const std::string& folded) {
  constexpr std::array kOwnNames = std::to_array<std::string_view>(
      {"trường ", "công ty", "tổng công ty", "tập đoàn", "bệnh viện", "học viện", "đại học", "vnpt",
       "viettel", "bưu điện", "điện lực"});
  constexpr std::array kNational =
      std::to_array<std::string_view>({"quốc hội", "trung ương", "việt nam", "tối cao"});
  return !PlaceOfName(child).empty() || StartsWithAny(folded, kOwnNames) ||
         std::any_of(kNational.begin(), kNational.end(),
                     [&](std::string_view word) { return Holds(folded, word); });
}

bool IsPartyCommittee(std::string_view folded) {
  constexpr std::array kCommittees = std::to_array<std::string_view>(
      {"tỉnh ủy", "thành ủy", "đảng ủy", "huyện ủy", "quận ủy", "thị ủy", "đảng bộ"});
  return StartsWithAny(folded, kCommittees);
}

// Must the parent's whole name follow, not its place only?
bool NeedsParentsName(std::string_view parent, std::string_view child) {
  if (IsAny(child, kParts)) return true;
  constexpr std::array kPartsOf = std::to_array<std::string_view>(
      {"văn phòng bộ", "văn phòng sở", "thanh tra bộ", "thanh tra sở", "văn phòng cục"});
  if (IsAny(child, kPartsOf)) return true;
  if (child.starts_with("ban chỉ đạo")) return false;
  const bool council = parent.starts_with("hđnd") || parent.starts_with("hội đồng nhân dân");
  if (child.starts_with("ban ")) return IsPartyCommittee(parent) || council;
  if (child.starts_with("phòng ")) return !parent.starts_with("ubnd");
  if (child.starts_with("vụ ")) return true;
  return (child.starts_with("tổ ") || child.starts_with("đoàn ")) &&
         (council || parent.starts_with("ban chỉ đạo"));
}

// "ĐẢNG BỘ TỈNH X" over "BAN THƯỜNG VỤ TỈNH ỦY": the committee's proper name stands above.
std::optional<std::string> CommitteeNamedAbove(const std::string& parent,
                                               const std::string& child) {
  const std::string folded = FoldForCompare(child), place = PlaceOfName(parent);
  if (place.empty()) return std::nullopt;
  if (folded.ends_with("đảng ủy") || folded.ends_with("đảng bộ")) return child + " " + place;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 2> kCommittees = {
      {{"tỉnh ủy", "tỉnh "}, {"thành ủy", "thành phố "}}};
  for (const auto& [committee, kind] : kCommittees) {
    if (folded.ends_with(committee) && ToLower(place).starts_with(kind))
      return child + " " + place.substr(kind.size());
  }
  return std::nullopt;
}

// "Văn phòng Bộ" and "Bộ Y tế" share a word: "Văn phòng Bộ Y tế".
std::string Joined(const std::string& child, const std::string& tail) {
  constexpr std::array kShared =
      std::to_array<std::string_view>({"tỉnh", "thành phố", "xã", "phường", "đặc khu", "huyện",
                                       "bộ", "sở", "cục", "chi cục", "ban chỉ đạo"});
  const std::string c = FoldForCompare(child), t = FoldForCompare(tail);
  for (size_t cut = c.find(' '); cut != std::string::npos; cut = c.find(' ', cut + 1)) {
    const std::string shared = c.substr(cut + 1);
    if (IsAny(shared, kShared) && t.starts_with(shared + " ") && child.size() == c.size())
      return child.substr(0, cut) + " " + tail;
  }
  return child + " " + tail;
}

std::string WithParent(const std::string& parent, const std::string& child) {
  const std::string p = FoldForCompare(parent), c = FoldForCompare(child);
  if (NamesItself(child, c) || c.starts_with(p)) return child;
  if (const auto named = CommitteeNamedAbove(parent, child)) return *named;
  if (p.starts_with("ban chấp hành trung ương")) {
    const bool of_centre =
        c.starts_with("ban ") || c.starts_with("văn phòng") || c.starts_with("ủy ban");
    return of_centre ? child + " Trung ương" : child;
  }
  if (c.starts_with("chi nhánh ")) return parent + " " + child;
  if (NeedsParentsName(p, c)) return Joined(child, parent);
  const std::string place = PlaceOfName(parent);
  if (!place.empty()) return Joined(child, place);
  constexpr std::array kSetUp = std::to_array<std::string_view>(
      {"ban chỉ đạo", "tổ công tác", "tổ giúp việc", "hội đồng", "tiểu ban"});
  return StartsWithAny(c, kSetUp) ? Joined(child, parent) : child;
}

}  // namespace

std::optional<std::string> IssuerOfLetterhead(const std::vector<std::string>& lines, bool joint,
                                              const RuleSet& rules) {
  std::optional<std::string> issuer;
  for (const std::string& body : Bodies(lines, rules)) {
    const std::string name = Abbreviated(NaturalCase(body));
    if (!issuer) {
      issuer = name;
    } else if (joint) {
      *issuer += " - " + name;
    } else {
      issuer = WithParent(*issuer, name);
    }
  }
  return issuer;
}

}  // namespace congvan::rules
