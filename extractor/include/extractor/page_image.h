// extractor/page_image.h: a page of a PDF as a picture, for showing where things stand on it.
//
//   Result<PageImage> image = RenderPage("plan.pdf", 1, {});
//
// Drawn like everything of Poppler's in a child process of its own, under the limits given; what it
// sends back are bare pixels whose number is checked, and the picture is made of them here. So one
// page that cannot be drawn costs one Error and no other page.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "core/result.h"

namespace congvan::extractor {

struct RenderOptions {
  double dpi = 110;
  int max_side = 4000;  ///< pixels; a larger page is drawn coarser
  uint64_t max_memory_bytes = 600ULL
                              << 20;  ///< of the child, with what it inherits of this process
  std::chrono::milliseconds timeout{20'000};
};

struct PageImage {
  int width = 0, height = 0;  ///< pixels
  std::string png;            ///< 8 bits of gray
};

/// The page (1-based) as displayed: crop box and rotation applied, as boxes of words count.
Result<PageImage> RenderPage(const std::string& path, int page, const RenderOptions& options);

}  // namespace congvan::extractor
