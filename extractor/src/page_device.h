// page_device.h: a PDF file as pages of words and ruling lines. The only door to Poppler.
//
// Two implementations give the same pages. OpenPdf takes words and rulings in one pass with
// Poppler's private headers where the build has them (CONGVAN_PRIVATE_POPPLER), else it is
// OpenPdfByRaster, which uses the stable poppler-cpp and finds the rulings in a rendering; that one
// is several times slower, sees no dashed lines and serves the tests as oracle.
//
// Not for threads: Poppler keeps global state. No exception leaves.
#pragma once

#include <memory>
#include <string>

#include "core/result.h"
#include "pdf_page.h"

namespace congvan::extractor {

class PdfSource {
 public:
  virtual ~PdfSource() = default;
  [[nodiscard]] virtual int PageCount() const = 0;
  /// `number` counts from 1. A page that cannot be read comes back without words and marked
  /// incomplete.
  [[nodiscard]] virtual PdfPage ReadPage(int number) = 0;
  /// The file was broken and Poppler guessed its structure; known after the pages have been read.
  [[nodiscard]] virtual bool Rebuilt() const = 0;
};

/// Whether OpenPdf reads with the private headers.
bool HasPrivatePoppler();

Result<std::unique_ptr<PdfSource>> OpenPdf(const std::string& path);
Result<std::unique_ptr<PdfSource>> OpenPdfByRaster(const std::string& path);

}  // namespace congvan::extractor
