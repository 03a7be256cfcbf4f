#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "line_shape.h"
#include "line_words.h"

namespace congvan::normalizer {
namespace {

// "- Phòng Kinh tế ..." behind the number of an item in the Party's way ("1- Phòng Kinh tế"), not
// "- NQ/TW" of a symbol, "-4-2025" of a date or "- 15 người" of a range.
bool OpensAfterDash(std::string_view rest) {
  if (!rest.starts_with("- ")) return false;
  const Decoded first = DecodeAt(rest, 2);
  if (!IsUpper(first.code_point) || rest.size() <= 2 + first.size) return false;
  const char32_t second = DecodeAt(rest, 2 + first.size).code_point;
  return IsLower(second) || second == U' ' || second == U'/';  // "1- Đ/c Bí thư"
}

// Bytes of the arabic mark "1." "1.1." "2)" "1-" "1.1-" without what follows.
size_t NumberMark(std::string_view line) {
  size_t i = 0, digits = 0;
  bool dot = false;
  while (i < line.size()) {
    if (IsDigit(line[i])) {
      if (++digits > 3) return 0;
    } else if (line[i] == '.' && digits > 0) {
      dot = true;
      digits = 0;
    } else {
      break;
    }
    ++i;
  }
  if (i == 0) return 0;
  if (digits > 0 && OpensAfterDash(line.substr(i))) return i + 1;
  if (i < line.size() && (line[i] == ')' || line[i] == '/') && digits > 0 && !dot)
    return line[i] == ')' ? i + 1 : 0;
  return dot ? i : 0;
}

// Bytes of the mark "I." "IV-" "A." "a)" "đ." without what follows.
size_t LetterMark(std::string_view line) {
  size_t roman = 0;
  while (roman < line.size() &&
         std::string_view("IVXLC").find(line[roman]) != std::string_view::npos)
    ++roman;
  const auto closes = [&](size_t i, std::string_view marks) {
    return i < line.size() && marks.find(line[i]) != std::string_view::npos;
  };
  if (roman > 0 && roman <= 5) {
    if (closes(roman, ".-)")) return roman + 1;
    return 0;
  }
  if (line.empty()) return 0;
  const Decoded d = DecodeAt(line, 0);
  if (IsUpper(d.code_point) && closes(d.size, ".-")) return d.size + 1;
  if (IsLower(d.code_point) && closes(d.size, ").")) return d.size + 1;
  return 0;
}

}  // namespace

bool StartsWithBullet(std::string_view line) {
  constexpr std::array<std::string_view, 12> kBullets = {"-", "+", "•",  "–", "◦", "▪",
                                                         "●", "■", "--", "—", "*", "→"};
  return std::any_of(kBullets.begin(), kBullets.end(), [line](std::string_view bullet) {
    if (!line.starts_with(bullet)) return false;
    const std::string_view rest = line.substr(bullet.size());
    if (rest.starts_with(" ")) return true;
    // "-Phòng": the blank is missing. "-2030" or "-NQ/TW" is no bullet.
    if (bullet != "-" && bullet != "+") return false;
    if (rest.size() < 2 || !IsUpper(DecodeAt(rest, 0).code_point)) return false;
    const uint32_t first = DecodeAt(rest, 0).size;
    return first < rest.size() && IsLower(DecodeAt(rest, first).code_point);
  });
}

size_t ListMarkSize(std::string_view line) {
  size_t mark = NumberMark(line);
  if (mark == 0) mark = LetterMark(line);
  if (mark == 0) return 0;
  if (mark == line.size()) return mark;
  if (line[mark] == ' ') return mark + 1;
  // "1.Mục đích", "a)Tổ chức": the blank is missing.
  const Decoded next = DecodeAt(line, mark);
  const bool number = IsDigit(line[0]);
  const bool closed = line[mark - 1] == ')' || line[mark - 1] == '.';
  return closed && IsUpper(next.code_point) && (number || line[mark - 1] == ')') ? mark : 0;
}

bool StartsWithBracketMark(std::string_view line) {
  if (!line.starts_with("(")) return false;
  const size_t close = line.find(')');
  if (close == line.npos || close < 2 || close > 4 || close + 1 >= line.size()) return false;
  const std::string_view inner = line.substr(1, close - 1);
  return std::all_of(inner.begin(), inner.end(), IsDigit) ||
         (inner.size() == 1 && IsLower(DecodeAt(inner, 0).code_point)) ||
         inner.find_first_not_of("iv") == inner.npos;
}

bool StartsWithDivision(std::string_view line) {
  const std::string folded = Folded(line.substr(0, 60));
  for (const std::string_view word : {"điều", "chương", "phần", "mục", "phụ lục", "tiểu mục"}) {
    if (!std::string_view(folded).starts_with(word)) continue;
    if (word == "phụ lục" && IsAllUpper(line)) return true;
    std::string_view rest = std::string_view(folded).substr(word.size());
    if (!rest.starts_with(" ")) return false;
    rest = Trim(rest);
    const std::string_view label = FirstWord(rest);
    const bool number =
        !label.empty() &&
        (IsDigit(label[0]) || label.find_first_not_of("ivxlc.:-") == label.npos || label == "thứ");
    if (!number) return false;
    if (word == "điều")
      return label.ends_with('.') || label.ends_with(':') || label.size() == rest.size();
    // "Phần I kế hoạch này" speaks of a part; "PHẦN I. ..." begins one.
    return IsUpper(DecodeAt(line, 0).code_point) &&
           (label.ends_with('.') || label.ends_with(':') || label.size() == rest.size() ||
            IsAllUpper(line) || label == "thứ");
  }
  return false;
}

bool IsRuleLine(std::string_view line) {
  if (line.size() < 3) return false;
  for (size_t i = 0; i < line.size();) {
    const Decoded d = DecodeAt(line, i);
    const bool dash = d.code_point == U'-' || d.code_point == U'_' || d.code_point == U'=' ||
                      d.code_point == U'*' || d.code_point == U' ' || d.code_point == U'–' ||
                      d.code_point == U'—' || d.code_point == U'─' || d.code_point == U'¯' ||
                      d.code_point == U'‾' || d.code_point == U'o' || d.code_point == U'O';
    if (!dash) return false;
    i += d.size;
  }
  return line.find_first_of("-_=*") != line.npos || line.find("–") != line.npos ||
         line.find("—") != line.npos || line.find("─") != line.npos;
}

}  // namespace congvan::normalizer
