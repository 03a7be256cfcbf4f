#include "extractor/page_image.h"

#include <exception>
#include <new>
#include <string_view>

#include "isolated_job.h"
#include "pdf_render.h"
#include "png_image.h"

namespace congvan::extractor {
namespace {

uint32_t Take32(std::string_view& in) {
  uint32_t value = 0;
  for (size_t i = 0; i < 4; ++i)
    value |= static_cast<uint32_t>(static_cast<unsigned char>(in[i])) << (8 * i);
  in.remove_prefix(4);
  return value;
}

}  // namespace

Result<PageImage> RenderPage(const std::string& path, int page, const RenderOptions& options) {
  ProcessLimits limits;
  limits.max_memory_bytes = options.max_memory_bytes;
  limits.timeout = options.timeout;
  const auto side = static_cast<uint64_t>(options.max_side) + 2;  // rounded up on both
  limits.max_reply_bytes = side * side + 64;
  CV_TRY(const std::string reply, RunIsolatedBytes(path, limits, [&]() -> Result<std::string> {
           try {
             return DrawPage(path, page, options.dpi, options.max_side);
           } catch (const std::bad_alloc&) {
             throw;  // the worker turns it into kOutOfMemory
           } catch (const std::exception& error) {
             return Fail(MakeError(ErrorCode::kInternal, path, error.what()));
           }
         }));
  std::string_view bytes = reply;
  PageImage image;
  if (bytes.size() > 8) {
    const uint32_t width = Take32(bytes), height = Take32(bytes);
    if (auto png = EncodePng(width, height, bytes)) {
      image.width = static_cast<int>(width);
      image.height = static_cast<int>(height);
      image.png = std::move(*png);
    }
  }
  if (image.png.empty())
    return Fail(MakeError(ErrorCode::kCrashed, path, "the process drawing it sent no picture"));
  return image;
}

}  // namespace congvan::extractor
