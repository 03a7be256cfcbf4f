#include "png_image.h"

#include <zlib.h>

namespace congvan::extractor {
namespace {

void Put32(std::string& out, uint32_t value) {
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<char>(value >> shift));
}

void PutChunk(std::string& out, std::string_view type, std::string_view data) {
  Put32(out, static_cast<uint32_t>(data.size()));
  std::string checked(type);
  checked += data;
  out += checked;
  Put32(out, static_cast<uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(checked.data()),
                                         static_cast<uInt>(checked.size()))));
}

}  // namespace

std::optional<std::string> EncodePng(uint32_t width, uint32_t height, std::string_view pixels) {
  constexpr uint32_t kMostPixels = 1U << 28;
  if (width == 0 || height == 0 || height > kMostPixels / width ||
      pixels.size() != static_cast<size_t>(width) * height)
    return std::nullopt;
  std::string rows;  // each begins with its filter: none
  rows.reserve(pixels.size() + height);
  for (uint32_t y = 0; y < height; ++y) {
    rows.push_back('\0');
    rows += pixels.substr(static_cast<size_t>(y) * width, width);
  }
  uLongf size = compressBound(static_cast<uLong>(rows.size()));
  std::string packed(size, '\0');
  if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                reinterpret_cast<const Bytef*>(rows.data()), static_cast<uLong>(rows.size()),
                Z_DEFAULT_COMPRESSION) != Z_OK)
    return std::nullopt;
  packed.resize(size);

  std::string head;
  Put32(head, width);
  Put32(head, height);
  head += std::string_view("\x08\x00\x00\x00\x00", 5);  // 8 bits, gray, deflate, filters, no lacing
  std::string out = "\x89PNG\r\n\x1a\n";
  PutChunk(out, "IHDR", head);
  PutChunk(out, "IDAT", packed);
  PutChunk(out, "IEND", {});
  return out;
}

}  // namespace congvan::extractor
