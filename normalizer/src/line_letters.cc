#include <array>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "line_shape.h"
#include "line_words.h"

namespace congvan::normalizer {

std::string_view WithoutOpeners(std::string_view line) {
  constexpr std::array<std::string_view, 9> kOpeners = {"(", "\"", "'", "“", "‘",
                                                        "[", "”",  "«", "*"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view opener : kOpeners) {
      if (!line.starts_with(opener)) continue;
      line.remove_prefix(opener.size());
      again = true;
    }
  }
  return line;
}

std::string_view WithoutClosers(std::string_view line) {
  constexpr std::array<std::string_view, 9> kClosers = {")", "\"", "'", "”", "’",
                                                        "]", "“",  "»", "*"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closer : kClosers) {
      if (!line.ends_with(closer)) continue;
      line.remove_suffix(closer.size());
      again = true;
    }
  }
  return line;
}

std::string_view FirstWord(std::string_view line) { return line.substr(0, line.find(' ')); }

std::string_view LastWord(std::string_view line) {
  const size_t blank = line.rfind(' ');
  return blank == line.npos ? line : line.substr(blank + 1);
}

bool StartsLower(std::string_view line) {
  line = WithoutOpeners(line);
  return !line.empty() && IsLower(DecodeAt(line, 0).code_point);
}

bool StartsUpper(std::string_view line) {
  line = WithoutOpeners(line);
  return !line.empty() && IsUpper(DecodeAt(line, 0).code_point);
}

bool StartsDigit(std::string_view line) {
  line = WithoutOpeners(line);
  return !line.empty() && IsDigit(line[0]);
}

bool HasNoLower(std::string_view line) {
  for (size_t i = 0; i < line.size();) {
    const Decoded d = DecodeAt(line, i);
    if (IsLower(d.code_point)) return false;
    i += d.size;
  }
  return true;
}

bool IsMostlyUpper(std::string_view text) {
  size_t upper = 0, lower = 0;
  for (size_t i = 0; i < text.size();) {
    const Decoded d = DecodeAt(text, i);
    i += d.size;
    if (IsUpper(d.code_point)) {
      ++upper;
    } else if (IsLower(d.code_point)) {
      ++lower;
    }
  }
  return upper > 0 && (lower == 0 || (upper >= 10 && lower * 8 <= upper));
}

bool HasOpenBracket(std::string_view text) {
  int brackets = 0, quotes = 0;
  bool straight = false;
  for (size_t i = 0; i < text.size();) {
    const Decoded d = DecodeAt(text, i);
    i += d.size;
    if (d.code_point == U'(') ++brackets;
    if (d.code_point == U')' && brackets > 0) --brackets;
    if (d.code_point == U'“') ++quotes;
    if (d.code_point == U'”' && quotes > 0) --quotes;
    if (d.code_point == U'"') straight = !straight;
  }
  return brackets > 0 || quotes > 0 || straight;
}

}  // namespace congvan::normalizer
