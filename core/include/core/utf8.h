// core/utf8.h: the few UTF-8 operations that every stage needs. All of them take valid UTF-8; on a
// broken byte, and past the end, DecodeAt returns U+FFFD and a length of 1, so that no loop can
// stall.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace congvan {

struct Decoded {
  char32_t code_point = 0;
  uint32_t size = 0;  ///< bytes, at least 1
};

Decoded DecodeAt(std::string_view text, size_t byte);
void AppendUtf8(std::string& out, char32_t code_point);
bool IsValidUtf8(std::string_view text);
/// Number of code points.
size_t CountCodePoints(std::string_view text);
/// Byte offset of the n-th code point (text.size() when there are fewer).
size_t ByteOfCodePoint(std::string_view text, size_t n);
/// The largest byte offset <= byte that is a code point's start.
size_t FloorCodePoint(std::string_view text, size_t byte);

/// ASCII blanks only: what normalized text has.
std::string_view Trim(std::string_view text);
bool StartsWith(std::string_view text, std::string_view prefix);
bool EndsWith(std::string_view text, std::string_view suffix);
/// Replaces runs of blanks and line feeds with one space and trims.
std::string OneLine(std::string_view text);

}  // namespace congvan
