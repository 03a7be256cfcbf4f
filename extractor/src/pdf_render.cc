#include "pdf_render.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <memory>

#include "pdf_errors.h"

namespace congvan::extractor {
namespace {

constexpr double kLeastDpi = 1;

void Put32(std::string& out, uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(value >> shift));
}

}  // namespace

Result<std::string> DrawPage(const std::string& path, int page, double dpi, int max_side) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> document(poppler::document::load_from_file(path));
  if (!document) return Fail(DamagedPdf(path));
  if (document->is_locked()) return Fail(EncryptedPdf(path));
  const auto cannot = [&] {
    Error error = MakeError(ErrorCode::kUnsupported, path, "the page cannot be drawn");
    error.page = page;
    return Fail(std::move(error));
  };
  if (page < 1 || page > document->pages()) return cannot();
  const std::unique_ptr<poppler::page> drawn(document->create_page(page - 1));
  if (!drawn) return cannot();
  const poppler::rectf size = drawn->page_rect(poppler::crop_box);
  const double points = std::max(size.width(), size.height());
  if (!(points > 0)) return cannot();
  dpi = std::min(dpi, max_side * 72.0 / points);
  if (dpi < kLeastDpi) return cannot();

  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
  const poppler::image image = renderer.render_page(drawn.get(), dpi, dpi);
  if (!image.is_valid() || image.width() <= 0 || image.height() <= 0) return cannot();
  std::string out;
  Put32(out, static_cast<uint32_t>(image.width()));
  Put32(out, static_cast<uint32_t>(image.height()));
  for (int y = 0; y < image.height(); ++y) {
    out.append(image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row(),
               static_cast<size_t>(image.width()));
  }
  return out;
}

}  // namespace congvan::extractor
