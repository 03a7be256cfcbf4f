// pdf_render.h: one page drawn by Poppler. Inside the reading process only.
#pragma once

#include <cstdint>
#include <string>

#include "core/result.h"

namespace congvan::extractor {

/// Width and height as four bytes each, the lowest first, then the gray pixels from the top.
Result<std::string> DrawPage(const std::string& path, int page, double dpi, int max_side);

}  // namespace congvan::extractor
