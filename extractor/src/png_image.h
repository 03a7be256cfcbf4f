// png_image.h: pixels as a PNG file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace congvan::extractor {

/// 8-bit gray, rows from the top, width * height bytes. nullopt when that is not what `pixels` is,
/// or nothing, or zlib has no memory.
std::optional<std::string> EncodePng(uint32_t width, uint32_t height, std::string_view pixels);

}  // namespace congvan::extractor
