#include "cell_joiner.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "line_shape.h"
#include "syllable.h"

namespace congvan::normalizer {
namespace {

// Abbreviations that papers write in narrow cells; NĐ 30/2020/NĐ-CP leaves them free.
constexpr std::array kAbbreviations = std::to_array<std::string_view>(
    {"UBND",   "HĐND",    "UBMTTQ", "MTTQ",   "UBKT", "BCĐ",    "BCH",   "CHQS", "BCHQS",
     "TTHC",   "TTPVHCC", "PVHCC",  "HCC",    "DVC",  "DVCTT",  "CNTT",  "CCHC", "CBCC",
     "CBCCVC", "CSDL",    "QLNN",   "KHCN",   "ĐMST", "ATTT",   "ANTT",  "QPAN", "ANQP",
     "THCS",   "THPT",    "PTDTBT", "PTDTNT", "VHTT", "VHTTDL", "NNMT",  "GDĐT", "LĐTBXH",
     "TNMT",   "NNPTNT",  "TTTT",   "HTTT",   "TCCN", "TNCS",   "LHPN",  "CCB",  "HND",
     "VNPT",   "OCOP",    "GRDP",   "BTGDV",  "BXDĐ", "UBKTĐU", "VPĐU",  "KTXH", "NTM",
     "HTX",    "NSNN",    "VNEID",  "XDNTM",  "CĐS",  "TCTD",   "TTHCC", "BHXH", "KBNN"});

bool IsKnown(std::string_view word) {
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
}

template <class Test>
std::string_view Tail(std::string_view text, Test test) {
  size_t begin = text.size();
  while (begin > 0) {
    const size_t before = FloorCodePoint(text, begin - 1);
    if (!test(DecodeAt(text, before).code_point)) break;
    begin = before;
  }
  return text.substr(begin);
}

template <class Test>
std::string_view Front(std::string_view text, Test test) {
  size_t end = 0;
  while (end < text.size()) {
    const Decoded d = DecodeAt(text, end);
    if (!test(d.code_point)) break;
    end += d.size;
  }
  return text.substr(0, end);
}

// "HĐND&U" + "BND xã": the letters make a known abbreviation together, and none alone.
bool IsCutAbbreviation(std::string_view line, std::string_view next) {
  const std::string_view head = Tail(line, IsUpper), tail = Front(next, IsUpper);
  if (head.empty() || tail.empty() || IsKnown(head) || IsKnown(tail)) return false;
  const bool word_goes_on =
      tail.size() < next.size() && IsLower(DecodeAt(next, tail.size()).code_point);
  const std::string_view before = line.substr(0, line.size() - head.size());
  const bool inside =
      !before.empty() &&
      IsLetter(DecodeAt(before, FloorCodePoint(before, before.size() - 1)).code_point);
  const std::string both = std::string(head) + std::string(tail);
  if (before.ends_with('&') && tail.size() == next.size())  // "Sở KH&C" + "N"
    return both == "CN" || both == "MT" || both == "ĐT" || both == "TT" || both == "DL";
  return !word_goes_on && !inside && IsKnown(both);
}

// "chuy" + "ển đổi", "P" + "hòng": one syllable, of which one half is none.
bool IsCutSyllable(std::string_view line, std::string_view next) {
  const std::string_view head = Tail(line, IsLetter), tail = Front(next, IsLetter);
  if (head.empty() || tail.empty() || !StartsLower(tail)) return false;
  if (IsSyllable(head) && IsSyllable(tail)) return false;
  const std::string_view before = Trim(line.substr(0, line.size() - head.size()));
  if (head.size() == 1 && !before.empty() && IsDigit(before.back())) return false;  // "10 m" + "ở"
  return IsSyllable(std::string(head) + std::string(tail));
}

bool IsYear(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("20") || digits.starts_with("19"));
}

// "31/12/20" + "25", "IV/202" + "5", "năm 20" + "26", "2026-20" + "30", "31/1" + "2/2025".
bool IsCutDate(std::string_view line, std::string_view next) {
  const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
  const std::string_view head = Tail(line, is_digit), tail = Front(next, is_digit);
  if (head.empty() || tail.empty()) return false;
  const std::string_view before = line.substr(0, line.size() - head.size());
  const std::string_view behind = next.substr(tail.size());
  const bool ends = behind.empty() || !IsLetter(DecodeAt(behind, 0).code_point);
  if (head.size() < 4 && ends && IsYear(std::string(head) + std::string(tail))) {
    const std::string folded = ToLower(before);
    return before.ends_with('/') || before.ends_with('-') || before.ends_with("–") ||
           folded == "năm " || folded.ends_with(" năm ");
  }
  // The cut month of a whole date.
  const size_t slash = before.ends_with('/') ? before.size() - 1 : before.npos;
  if (slash == before.npos || head != "1" || tail.size() != 1 || behind.size() < 5) return false;
  const std::string_view day = Tail(before.substr(0, slash), is_digit);
  const bool date = !day.empty() && day.size() <= 2 && behind[0] == '/' &&
                    IsYear(behind.substr(1, 4)) && (behind.size() == 5 || !IsDigit(behind[5]));
  return date && tail[0] <= '2';
}

// "HĐND&" + "UBND", "xã/" + "phường", "VH-" + "XH", "KH" + "&CN": the file has no blank there.
bool IsCutCompound(std::string_view line, std::string_view next) {
  constexpr std::string_view kJoints = "-/&";
  const auto is_word = [](std::string_view text, size_t at) {
    return IsLetter(DecodeAt(text, at).code_point) || IsDigit(text[at]);
  };
  if (line.size() >= 2 && kJoints.find(line.back()) != kJoints.npos) {
    return is_word(line, FloorCodePoint(line, line.size() - 2)) && is_word(next, 0) &&
           !(line.back() == '-' && IsDigit(line[line.size() - 2]));
  }
  if (next.size() >= 2 && (next.front() == '/' || next.front() == '&'))
    return is_word(line, FloorCodePoint(line, line.size() - 1)) && is_word(next, 1);
  return false;
}

// A dash that begins a line, and what follows it.
struct Dash {
  std::string_view mark, rest;
};
Dash DashOf(std::string_view line) {
  for (std::string_view mark : {"-", "–", "—"}) {
    if (line.starts_with(mark) && line.substr(mark.size()).starts_with(' '))
      return {mark, line.substr(mark.size() + 1)};
  }
  return {};
}

// "Phòng Văn hóa" / "– Xã hội": the dash joins two halves of a name, it opens no item.
bool DashJoins(const LinePair& pair) {
  const Dash dash = DashOf(pair.line);
  if (dash.mark.empty() || EndsSentence(pair.before) || pair.info->hard_break) return false;
  const Dash item = DashOf(pair.paragraph);
  if (item.mark == dash.mark) return false;  // items before it
  if (StartsLower(dash.rest)) return true;
  std::string_view name = item.mark.empty() ? pair.paragraph : item.rest;
  if (const size_t cut = name.find_last_of(",;"); cut != name.npos)
    name = Trim(name.substr(cut + 1));
  const std::string rest = ToLower(dash.rest);
  if (ToLower(name).ends_with("văn phòng hđnd") && rest.starts_with("ubnd")) return true;
  return StartsWithBody(name) && (!StartsWithBody(dash.rest) || rest.starts_with("xã hội"));
}

bool MarkIsNumberInText(const LinePair& pair) {
  return !EndsSentence(pair.before) && EndsBeforeNumber(pair.before);
}

// "TTPVHCC" / "Công an xã"; but "UBND" / "Xã Bình An" is one.
bool AreTwoNames(std::string_view name, std::string_view line) {
  if (!StartsWithBody(line)) return false;
  if (name.find(' ') != name.npos) return StartsWithBody(name);
  const std::string folded = ToLower(FirstWord(line));
  const bool place = folded == "xã" || folded == "phường" || folded == "thôn" || folded == "các";
  return !place && IsAllUpper(name) && CountCodePoints(name) >= 5;
}

}  // namespace

bool IsCutWord(std::string_view line, std::string_view next) {
  if (line.empty() || next.empty() || line.back() == ' ') return false;
  return IsCutCompound(line, next) || IsCutDate(line, next) || IsCutAbbreviation(line, next) ||
         IsCutSyllable(line, next);
}

Joint JoinCell(const LinePair& pair) {
  const std::string_view before = pair.before, line = pair.line;
  if (pair.info->line_break == LineBreak::kContinuation) return Joint::kSpace;
  if (StartsWithBullet(line)) return DashJoins(pair) ? Joint::kSpace : Joint::kBreak;
  if (ListMarkSize(line) > 0) return MarkIsNumberInText(pair) ? Joint::kSpace : Joint::kBreak;
  if (StartsLower(line)) return Joint::kSpace;
  if (before.ends_with(';') || before.ends_with('.') || before.ends_with(':'))
    return StartsUpper(line) ? Joint::kBreak : Joint::kSpace;
  if (IsAllUpper(pair.paragraph) && HasNoLower(line) && !StartsWithBody(line)) return Joint::kSpace;
  // Of "Ủy ban Kiểm tra Tỉnh" / "ủy" the last line is the end of a name, no head word.
  const std::string_view name_before = StartsLower(before) ? pair.paragraph : before;
  if (EndsWithBareBody(name_before) || EndsInConnective(before)) return Joint::kSpace;
  if (HasOpenBracket(pair.paragraph)) return Joint::kSpace;
  if (!StartsUpper(line)) return Joint::kSpace;
  if (pair.info->hard_break) return Joint::kBreak;
  if (line.starts_with("Tổ quốc") || line.starts_with("Xã hội")) return Joint::kSpace;
  // Two names, one below the other.
  const size_t cut = pair.paragraph.find_last_of(",;");
  const std::string_view name =
      Trim(cut == pair.paragraph.npos ? pair.paragraph : pair.paragraph.substr(cut + 1));
  return AreTwoNames(name, line) ? Joint::kBreak : Joint::kSpace;
}

}  // namespace congvan::normalizer
