// pdf_reader.h: a PDF file into a RawDocument. To be called in a child process (isolated_job.h);
// see page_device.h.
#pragma once

#include <memory>

#include "core/raw_document.h"
#include "core/result.h"
#include "page_device.h"

namespace congvan::extractor {

Result<RawDocument> ReadPdf(const SourceFile& source, int max_pages);

/// The same from a file already open; what the tests compare the two ways of reading with.
Result<RawDocument> ReadPdf(const SourceFile& source, PdfSource& pdf, int max_pages);

}  // namespace congvan::extractor
