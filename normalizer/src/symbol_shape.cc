#include "symbol_shape.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::normalizer {
namespace {

// NĐ 30/2020/NĐ-CP, appendix III, and the Party's guide; folded (lower case, no marks), since Đ is
// often typed D.
constexpr std::array kTypeCodes = std::to_array<std::string_view>(
    {"nq",   "qd",   "qdi",   "ct",   "qc",   "qyd", "tc",   "tb",   "hd",   "ctr",  "kh",
     "pa",   "da",   "bc",    "bb",   "ttr",  "cd",  "bgn",  "btt",  "guq",  "gm",   "ggt",
     "gnp",  "pg",   "pc",    "pb",   "nd",   "tt",  "ttlt", "pl",   "kl",   "cv",   "qtr",
     "tttr", "vbhn", "ctphh", "ctpt", "qcph", "l",   "qh",   "cthd", "khhd", "tbkl", "sy"});

constexpr std::array kKnownIssuers = std::to_array<std::string_view>(
    {"TW",      "BCĐTW",   "TU",    "ĐU",    "BCĐ",    "UBND",    "HĐND",   "TGV",
     "CQTTBCĐ", "BTGDVTW", "BTCTW", "VPTW",  "UBKTTW", "BCĐTU",   "UBTVQH", "TTg",
     "BNV",     "BTC",     "BCA",   "BQP",   "BXD",    "BTP",     "BYT",    "SNV",
     "STC",     "SXD",     "SYT",   "STP",   "SCT",    "VPTU",    "VPUBND", "BCSĐ",
     "KGVX",    "CĐS",     "VHXH",  "KSTT",  "CCHC",   "TTPVHCC", "BKTNS",  "CP",
     "VPCP",    "BKHCN",   "BTTTT", "BGDĐT", "BNNMT",  "BVHTTDL", "SKHCN",  "SNNMT",
     "SGDĐT",   "SVHTTDL", "BNCTW", "BTGTW", "ĐUUBND", "TCTTTg",  "UBMTTQ"});

char32_t LastCodePoint(std::string_view text) {
  return text.empty() ? 0 : DecodeAt(text, FloorCodePoint(text, text.size() - 1)).code_point;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsDash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool IsCodeLetter(char32_t c) {
  return IsLetter(c) || (c >= U'0' && c <= U'9') || c == U'&' || c == U'.';
}

bool IsTypeCode(std::string_view word) {
  const std::string folded = StripDiacritics(word);
  return std::find(kTypeCodes.begin(), kTypeCodes.end(), folded) != kTypeCodes.end();
}

// Mostly capitals: "UBND", "TTg", "SNNMT", "VX". One capital alone is no code.
bool IsIssuerCode(std::string_view word) {
  size_t upper = 0, other = 0;
  for (size_t i = 0; i < word.size();) {
    const Decoded d = DecodeAt(word, i);
    i += d.size;
    if (IsUpper(d.code_point)) {
      ++upper;
    } else if (IsLower(d.code_point)) {
      ++other;
    }
  }
  return upper >= 2 && other <= 1 && IsUpper(DecodeAt(word, 0).code_point);
}

// A reader of one symbol in text that may have blanks around '-' and '/'.
class SymbolReader {
 public:
  SymbolReader(std::string_view text, size_t at) : text_(text), at_(at) {}

  // Reads a whole symbol; false when the text at `at` has not the form of one.
  bool Read() {
    const std::string_view number = Digits();
    if (number.empty() || number.size() > 6) return false;
    Separator separator = NextSeparator();
    if (separator.kind == '-') return ReadParty();
    if (separator.kind != '/') return false;
    if (at_ < text_.size() && IsDigit(text_[at_])) {
      const std::string_view year = Digits();
      if (year.size() != 4 || NextSeparator().kind != '/') return false;
    }
    return ReadCode();
  }

  [[nodiscard]] const std::vector<Edit>& edits() const { return edits_; }
  [[nodiscard]] size_t end() const { return end_; }

 private:
  struct Separator {
    char kind = 0;  // '-', '/' or 0
    bool blank_before = false, blank_after = false;
  };

  // NQ/TW
  bool ReadParty() {
    const std::string_view type = Word();
    if (!IsTypeCode(type) || !IsUpper(DecodeAt(type, 0).code_point)) return false;
    if (NextSeparator().kind != '/') return false;
    const std::string_view issuer = Word();
    if (!IsIssuerCode(issuer) && issuer != "TW") return false;
    end_ = at_;
    return true;
  }

  // NQ-CP, UBND-VX, QH15
  bool ReadCode() {
    const std::string_view first = Word();
    if (first.empty() || !IsUpper(DecodeAt(first, 0).code_point)) return false;
    end_ = at_;
    if (first.starts_with("QH") && first.size() > 2 && IsDigit(first[2])) return true;
    if (!IsTypeCode(first) && !IsIssuerCode(first)) return false;
    const size_t edits = edits_.size();
    const Separator separator = NextSeparator();
    if (separator.kind != '-') {
      edits_.resize(edits);
      return false;
    }
    const bool wide = separator.blank_before && separator.blank_after;
    const std::string_view second = Word();
    // "12/UBND - VX" beside "12/UBND - Sở": only a known type bears blanks on both sides.
    if (!IsIssuerCode(second) || (wide && !IsTypeCode(first))) return false;
    end_ = at_;
    ReadUnit();
    return true;
  }

  // "-BTTTT" of "04/TTr-BKHCN-BTTTT": one more code, its hyphen without blanks on both sides.
  void ReadUnit() {
    const size_t edits = edits_.size();
    const Separator separator = NextSeparator();
    const bool wide = separator.blank_before && separator.blank_after;
    if (separator.kind == '-' && !wide && IsIssuerCode(Word())) {
      end_ = at_;
      return;
    }
    edits_.resize(edits);
    at_ = end_;
  }

  std::string_view Digits() {
    const size_t begin = at_;
    while (at_ < text_.size() && IsDigit(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  std::string_view Word() {
    const size_t begin = at_;
    while (at_ < text_.size()) {
      const Decoded d = DecodeAt(text_, at_);
      if (!IsCodeLetter(d.code_point)) break;
      at_ += d.size;
    }
    std::string_view word = text_.substr(begin, at_ - begin);
    while (word.ends_with('.')) word.remove_suffix(1);
    at_ = begin + word.size();
    return word;
  }

  void Delete(size_t begin, size_t end) {
    if (end > begin)
      edits_.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end), ""});
  }

  // Steps over a separator and one blank on each side, noting the edits; stays when there is none.
  Separator NextSeparator() {
    size_t i = at_;
    while (i < text_.size() && text_[i] == ' ' && i < at_ + 2) ++i;
    if (i >= text_.size()) return {};
    const Decoded d = DecodeAt(text_, i);
    Separator separator;
    if (d.code_point == U'/') separator.kind = '/';
    if (IsDash(d.code_point)) separator.kind = '-';
    if (separator.kind == 0) return {};
    separator.blank_before = i > at_;
    Delete(at_, i);
    if (d.size > 1)
      edits_.push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(i + d.size), "-"});
    size_t after = i + d.size;
    while (after < text_.size() && text_[after] == ' ' && after < i + d.size + 2) ++after;
    separator.blank_after = after > i + d.size;
    Delete(i + d.size, after);
    at_ = after;
    return separator;
  }

  std::string_view text_;
  size_t at_;
  size_t end_ = 0;
  std::vector<Edit> edits_;
};

std::string_view LastToken(std::string_view line) {
  const size_t blank = line.rfind(' ');
  std::string_view token = blank == line.npos ? line : line.substr(blank + 1);
  const size_t begin = token.find_first_of("0123456789");
  return begin == token.npos ? std::string_view{} : token.substr(begin);
}

std::string_view FirstToken(std::string_view line) {
  std::string_view token = line.substr(0, line.find(' '));
  while (!token.empty() && std::string_view(".,;:)/").find(token.back()) != std::string_view::npos)
    token.remove_suffix(1);
  return token;
}

// "02-KH/BCĐT" + "W": the code is only known with what follows.
bool IsCutCode(std::string_view token, std::string_view next) {
  const size_t slash = token.rfind('/');
  const size_t dash = token.rfind('-');
  if (slash == token.npos) return false;
  const size_t cut = dash != token.npos && dash > slash ? dash : slash;
  const std::string head(token.substr(cut + 1));
  const std::string whole = head + std::string(next);
  const auto known = [](std::string_view code) {
    if (code.starts_with("QH") && code.size() == 4 && IsDigit(code[2]) && IsDigit(code[3]))
      return true;
    return std::find(kKnownIssuers.begin(), kKnownIssuers.end(), code) != kKnownIssuers.end();
  };
  return !head.empty() && known(whole) && !known(head);
}

bool IsWholeSymbol(std::string_view text) {
  SymbolReader reader(text, 0);
  return reader.Read() && reader.end() == text.size();
}

// Letters with which the words of a unit's name begin; none of them makes a syllable, so that a
// word of a sentence in capitals is no such piece.
bool IsPieceOfCode(std::string_view word) {
  constexpr std::u32string_view kInitials = U"BCDĐGHKLMNPQRSTVX";
  size_t letters = 0;
  for (size_t i = 0; i < word.size(); ++letters) {
    const Decoded d = DecodeAt(word, i);
    i += d.size;
    if (kInitials.find(d.code_point) == kInitials.npos) return false;
  }
  return letters >= 1 && letters <= 5;
}

// What stands behind a symbol: its date, its issuer, or the end of what names it.
bool FollowsSymbol(std::string_view rest) {
  if (rest.empty()) return true;
  if (rest.front() == ',' || rest.front() == ';' || rest.front() == ')') return true;
  const std::string folded = ToLower(rest.substr(0, FloorCodePoint(rest, 12)));
  constexpr std::array<std::string_view, 5> kWords = {" ngày ", " của ", " về ", " do ", " và "};
  return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) {
    return std::string_view(folded).starts_with(word);
  });
}

// "4817/BNV-CQ" + "ĐP ngày 05/8/2025": a unit that no list knows, cut between two letters. The
// shortened symbol would name another paper.
bool IsCutUnit(std::string_view token, std::string_view head, std::string_view next) {
  if (!IsLetter(LastCodePoint(token)) || !IsPieceOfCode(head)) return false;
  if (!IsWholeSymbol(std::string(token) + std::string(head))) return false;
  if (!IsWholeSymbol(token)) return true;  // "12/BNV-C": one letter is no unit
  const auto known = [](std::string_view code) {
    return std::find(kKnownIssuers.begin(), kKnownIssuers.end(), code) != kKnownIssuers.end();
  };
  const bool complete = known(token.substr(token.find_last_of("-/") + 1));
  const bool alone = known(head) || head == "TP" || head == "TT";
  const std::string_view rest = next.substr(head.size());
  return FollowsSymbol(rest) && ((!alone && !complete) || rest.starts_with(" ngày "));
}

// Capitals, and digits behind them, or the end of "TTg".
bool IsUpperWord(std::string_view word) {
  if (word == "Tg") return true;
  for (size_t i = 0; i < word.size();) {
    const Decoded d = DecodeAt(word, i);
    if (!IsUpper(d.code_point) && (i == 0 || d.code_point < U'0' || d.code_point > U'9'))
      return false;
    i += d.size;
  }
  return !word.empty();
}

bool AllRoman(std::string_view text) {
  return !text.empty() && text.find_first_not_of("IVX") == text.npos;
}

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit);
}

}  // namespace

bool IsCutToken(std::string_view line, std::string_view next, bool narrow) {
  const std::string_view token = LastToken(line);
  const std::string_view head = FirstToken(next);
  if (narrow && AllRoman(line) && AllRoman(head)) return true;  // "II" + "I"
  if (token.empty() || head.empty()) return false;
  const char last = token.back();
  const bool joint_at_end = last == '/' || last == '-' || token.ends_with("–");
  const bool joint_at_start = head.front() == '/' || head.front() == '-' || head.starts_with("–");
  if (joint_at_start && head.size() == 1) return false;  // a bullet
  if (joint_at_end != joint_at_start) {
    // Dates, fractions and ranges of years: digits on both sides.
    const std::string_view before = token.substr(0, token.size() - (joint_at_end ? 1 : 0));
    const std::string_view after = head.substr(joint_at_start ? 1 : 0);
    if (!before.empty() && IsDigit(before.back()) && !after.empty() && IsDigit(after.front()))
      return joint_at_end || head.front() != '-' || AllDigits(after);
    const std::string whole = std::string(token) + std::string(head);
    SymbolReader reader(whole, 0);
    return reader.Read() && reader.end() == whole.size();
  }
  if (joint_at_end) return false;
  if (IsCutUnit(token, head, next)) return true;
  if (!narrow) {
    const bool of_assembly = AllDigits(head) && !IsDigit(token.back());  // "QH" + "15"
    return head.size() <= 4 && (IsUpperWord(head) || of_assembly) && IsCutCode(token, head);
  }
  if (AllDigits(line) && line.size() <= 3 && head.size() > 1 && head[0] == '.')
    return AllDigits(head.substr(1));  // "13" + ".1"
  return head.size() <= 4 && IsCutCode(token, head);
}

bool IsHyphenatedCode(std::string_view line, std::string_view next) {
  std::string_view token = LastToken(line);
  const std::string_view head = FirstToken(next);
  if (token.size() < 2 || token.back() != '-' || head.size() > 4 || !IsUpperWord(head))
    return false;
  token.remove_suffix(1);
  if (token.find_last_of("-/") == token.npos || !IsCutCode(token, head)) return false;
  const std::string whole = std::string(token) + std::string(head);
  SymbolReader reader(whole, 0);
  return reader.Read() && reader.end() == whole.size();
}

std::vector<Edit> SymbolEdits(std::string_view text) {
  std::vector<Edit> out;
  for (size_t i = 0; i < text.size();) {
    if (!IsDigit(text[i])) {
      ++i;
      continue;
    }
    size_t digits = i;
    while (digits < text.size() && IsDigit(text[digits])) ++digits;
    // Not inside another token: "12/5/2025", "A12".
    const bool starts = i == 0 || (text[i - 1] != '/' && text[i - 1] != '-' && text[i - 1] != '.');
    SymbolReader reader(text, i);
    if (starts && reader.Read()) {
      for (const Edit& edit : reader.edits()) {
        if (edit.end <= reader.end()) out.push_back(edit);
      }
      i = reader.end();
    } else {
      i = digits;
    }
  }
  return out;
}

}  // namespace congvan::normalizer
