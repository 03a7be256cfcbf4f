#include "text_decode.h"

#include <algorithm>
#include <cstdint>

#include "core/utf8.h"

namespace congvan::extractor {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

enum class Encoding { kUtf8, kUtf16Little, kUtf16Big };

uint8_t Byte(std::string_view bytes, size_t i) { return static_cast<uint8_t>(bytes[i]); }

// Vietnamese in UTF-16 keeps its ASCII letters and blanks: every second byte of those is zero, on
// one side only.
Encoding EncodingByZeros(std::string_view bytes) {
  const size_t size = std::min<size_t>(bytes.size() & ~size_t{1}, 4096);
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < size; ++i) zeros[i % 2] += bytes[i] == '\0' ? 1U : 0U;
  const size_t enough = size / 2 * 3 / 10;
  if (size < 4) return Encoding::kUtf8;
  if (zeros[1] > enough && zeros[0] * 10 < zeros[1]) return Encoding::kUtf16Little;
  if (zeros[0] > enough && zeros[1] * 10 < zeros[0]) return Encoding::kUtf16Big;
  return Encoding::kUtf8;
}

Encoding DetectEncoding(std::string_view& bytes) {
  if (StartsWith(bytes, "\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
    return Encoding::kUtf8;
  }
  if (StartsWith(bytes, "\xFF\xFE")) {
    bytes.remove_prefix(2);
    return Encoding::kUtf16Little;
  }
  if (StartsWith(bytes, "\xFE\xFF")) {
    bytes.remove_prefix(2);
    return Encoding::kUtf16Big;
  }
  return EncodingByZeros(bytes);
}

std::string FromUtf16(std::string_view bytes, bool little, size_t& broken) {
  std::string out;
  out.reserve(bytes.size());
  const auto unit = [&](size_t i) -> char32_t {
    const uint8_t first = Byte(bytes, i), second = Byte(bytes, i + 1);
    return little ? static_cast<char32_t>(first | (second << 8))
                  : static_cast<char32_t>((first << 8) | second);
  };
  size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c <= 0xDBFF && i + 3 < bytes.size()) {
      const char32_t low = unit(i + 2);
      if (low >= 0xDC00 && low <= 0xDFFF) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    if (c >= 0xD800 && c <= 0xDFFF) {
      c = kReplacement;
      ++broken;
    }
    AppendUtf8(out, c);
  }
  if (i < bytes.size()) ++broken;
  return out;
}

std::string MendUtf8(std::string_view bytes, size_t& broken) {
  std::string out;
  out.reserve(bytes.size());
  for (size_t i = 0; i < bytes.size();) {
    const Decoded d = DecodeAt(bytes, i);
    if (d.code_point == kReplacement && d.size == 1) {
      AppendUtf8(out, kReplacement);
      ++broken;
    } else {
      out.append(bytes, i, d.size);
    }
    i += d.size;
  }
  return out;
}

// '\r\n' and a lone '\r' become '\n'; zero bytes are no text.
std::string UnifyLineEnds(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\0') continue;
    if (text[i] != '\r') {
      out.push_back(text[i]);
    } else if (i + 1 >= text.size() || text[i + 1] != '\n') {
      out.push_back('\n');
    }
  }
  return out;
}

}  // namespace

DecodedText DecodeText(std::string_view bytes) {
  const Encoding encoding = DetectEncoding(bytes);
  size_t broken = 0;
  DecodedText out;
  out.text = UnifyLineEnds(encoding == Encoding::kUtf8
                               ? MendUtf8(bytes, broken)
                               : FromUtf16(bytes, encoding == Encoding::kUtf16Little, broken));
  if (broken != 0) {
    out.notes.push_back({Severity::kWarning, "invalid-utf8", 0,
                         std::to_string(broken) + " bytes are no text in UTF-8 or UTF-16"});
  }
  return out;
}

}  // namespace congvan::extractor
