#include "core/symbol.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsDash(char32_t c) { return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

// The leading number: digits, groups after '.', one small letter as in "12a".
size_t NumberSize(std::string_view text) {
  size_t i = 0;
  while (i < text.size() && (IsDigit(text[i]) || (i > 0 && text[i] == '.' && i + 1 < text.size() &&
                                                  IsDigit(text[i + 1])))) {
    ++i;
  }
  if (i == 0 || i >= text.size()) return i;
  const Decoded letter = DecodeAt(text, i);
  const size_t next = i + letter.size;
  if (IsLower(letter.code_point) && next < text.size() && (text[next] == '/' || text[next] == '-'))
    return next;
  return i;
}

bool IsYear(std::string_view text) {
  return text.size() == 4 && IsDigit(text[0]) && IsDigit(text[1]) && IsDigit(text[2]) &&
         IsDigit(text[3]) && (text.starts_with("19") || text.starts_with("20"));
}

// "QH15", "UBTVQH14": laws and resolutions of the National Assembly carry no type code.
bool IsAssembly(std::string_view code) {
  if (code.starts_with("UBTV")) code.remove_prefix(4);
  return code.starts_with("QH") && code.size() > 2 &&
         (IsDigit(code[2]) || code[2] == 'X' || code[2] == 'I');
}

// Types of ND 30/2020/ND-CP (appendix III), of the normative papers and of the Party. What stands
// before the dash is a type or, in a công văn, the body that sends it.
bool IsTypeCode(std::string_view code) {
  static constexpr std::array<std::string_view, 40> kTypes = {
      "NQ", "QĐ",  "CT",  "QC", "QyĐ", "QĐi", "TC",  "TB",  "HD", "CTr", "KH",   "PA",  "ĐA", "DA",
      "BC", "BB",  "TTr", "HĐ", "CĐ",  "BGN", "BTT", "GUQ", "GM", "GGT", "GNP",  "PG",  "PC", "PB",
      "SY", "TrS", "SL",  "L",  "PL",  "NĐ",  "TT",  "KL",  "CV", "QTr", "VBHN", "CTHĐ"};
  static constexpr std::array<std::string_view, 4> kJoint = {"PH", "LT", "LN", "LS"};
  const std::string upper = ToUpper(code);
  const auto known = [](std::string_view text) {
    return std::any_of(kTypes.begin(), kTypes.end(),
                       [&](std::string_view type) { return ToUpper(type) == text; });
  };
  if (known(upper)) return true;
  return std::any_of(kJoint.begin(), kJoint.end(), [&](std::string_view joint) {
    return upper.size() > joint.size() && upper.ends_with(joint) &&
           known(std::string_view(upper).substr(0, upper.size() - joint.size()));
  });
}

// "345/UBND": a công văn without the unit that wrote it.
bool IsBareIssuer(std::string_view code) {
  size_t letters = 0;
  for (size_t i = 0; i < code.size();) {
    const Decoded d = DecodeAt(code, i);
    if (!IsUpper(d.code_point) && !(i > 0 && (IsDigit(code[i]) || code[i] == '&'))) return false;
    letters += IsUpper(d.code_point) ? 1 : 0;
    i += d.size;
  }
  return letters >= 2;
}

}  // namespace

std::string CanonicalSymbol(std::string_view printed) {
  std::string out;
  for (size_t i = 0; i < printed.size();) {
    const Decoded d = DecodeAt(printed, i);
    i += d.size;
    if (d.code_point == U' ' || d.code_point == U'\t' || d.code_point == U'\n' ||
        d.code_point == 0xA0)
      continue;
    AppendUtf8(out, IsDash(d.code_point) ? U'-' : d.code_point);
  }
  return out;
}

std::optional<Symbol> ParseSymbol(std::string_view canonical) {
  Symbol symbol;
  const size_t number = NumberSize(canonical);
  symbol.number = std::string(canonical.substr(0, number));
  std::string_view rest = canonical.substr(number);
  if (rest.empty()) return std::nullopt;
  if (rest.front() == '-') {  // the Party's: 57-NQ/TW
    const size_t slash = rest.find('/');
    if (number == 0 || slash == std::string_view::npos || slash < 2 || slash + 1 >= rest.size())
      return std::nullopt;
    symbol.party = true;
    symbol.type_code = std::string(rest.substr(1, slash - 1));
    symbol.issuer = std::string(rest.substr(slash + 1));
    return symbol;
  }
  if (rest.front() != '/') return std::nullopt;
  rest.remove_prefix(1);
  if (rest.size() > 5 && rest[4] == '/' && IsYear(rest.substr(0, 4))) {
    symbol.year = std::stoi(std::string(rest.substr(0, 4)));
    rest.remove_prefix(5);
  }
  if (rest.empty()) return std::nullopt;
  const size_t dash = rest.find('-');
  if (dash == std::string_view::npos) {
    if (!IsAssembly(rest) && (number == 0 || !IsBareIssuer(rest))) return std::nullopt;
    symbol.issuer = std::string(rest);
    return symbol;
  }
  if (dash == 0 || dash + 1 >= rest.size()) return std::nullopt;
  if (!IsTypeCode(rest.substr(0, dash))) {
    symbol.issuer = std::string(rest);
    return symbol;
  }
  symbol.type_code = std::string(rest.substr(0, dash));
  symbol.issuer = std::string(rest.substr(dash + 1));
  return symbol;
}

std::string SymbolKey(std::string_view typed) { return StripDiacritics(CanonicalSymbol(typed)); }

std::string SymbolSuffix(std::string_view canonical) {
  std::string_view rest = canonical.substr(NumberSize(canonical));
  if (!rest.empty() && (rest.front() == '/' || rest.front() == '-')) rest.remove_prefix(1);
  if (rest.size() > 5 && rest[4] == '/' && IsYear(rest.substr(0, 4))) rest.remove_prefix(5);
  return std::string(rest);
}

}  // namespace congvan
