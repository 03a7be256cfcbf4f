#include "core/utf8.h"

namespace congvan {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

uint8_t Byte(std::string_view text, size_t i) { return static_cast<uint8_t>(text[i]); }

bool IsContinuation(std::string_view text, size_t i) {
  return i < text.size() && (Byte(text, i) & 0xC0) == 0x80;
}

bool IsBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

}  // namespace

Decoded DecodeAt(std::string_view text, size_t byte) {
  if (byte >= text.size()) return {0xFFFD, 1};
  const uint8_t lead = Byte(text, byte);
  if (lead < 0x80) return {lead, 1};
  const uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return {kReplacement, 1};
  char32_t code_point = lead & (0x7FU >> size);
  for (uint32_t i = 1; i < size; ++i) {
    if (!IsContinuation(text, byte + i)) return {kReplacement, 1};
    code_point = (code_point << 6) | (Byte(text, byte + i) & 0x3F);
  }
  const bool overlong = (size == 3 && code_point < 0x800) || (size == 4 && code_point < 0x10000);
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (overlong || surrogate || code_point > 0x10FFFF) return {kReplacement, 1};
  return {code_point, size};
}

void AppendUtf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

bool IsValidUtf8(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const Decoded d = DecodeAt(text, i);
    if (d.size == 1 && d.code_point == kReplacement) return false;
    i += d.size;
  }
  return true;
}

size_t CountCodePoints(std::string_view text) {
  size_t n = 0;
  for (size_t i = 0; i < text.size(); i += DecodeAt(text, i).size) ++n;
  return n;
}

size_t ByteOfCodePoint(std::string_view text, size_t n) {
  size_t i = 0;
  for (; n > 0 && i < text.size(); --n) i += DecodeAt(text, i).size;
  return i;
}

size_t FloorCodePoint(std::string_view text, size_t byte) {
  if (byte >= text.size()) return text.size();
  while (byte > 0 && IsContinuation(text, byte)) --byte;
  return byte;
}

std::string_view Trim(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

bool StartsWith(std::string_view text, std::string_view prefix) { return text.starts_with(prefix); }
bool EndsWith(std::string_view text, std::string_view suffix) { return text.ends_with(suffix); }

std::string OneLine(std::string_view text) {
  std::string out;
  bool blank = false;
  for (char c : Trim(text)) {
    if (IsBlank(c)) {
      blank = true;
      continue;
    }
    if (blank) out.push_back(' ');
    blank = false;
    out.push_back(c);
  }
  return out;
}

}  // namespace congvan
