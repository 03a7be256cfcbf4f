#include "pdf_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "pdf_errors.h"
#include "pdf_furniture.h"
#include "pdf_layout.h"

namespace congvan::extractor {
namespace {

struct ReadyPage {
  PdfPage page;
  PageTables tables;
};

ReadyPage Prepare(PdfSource& pdf, int number) {
  ReadyPage ready{pdf.ReadPage(number), {}};
  TurnUpright(ready.page);
  SortBlanks(ready.page.blanks);
  ready.tables = FindTables(ready.page);
  return ready;
}

void Note(RawDocument& document, const char* code, int page, std::string text) {
  document.notes.push_back({Severity::kWarning, code, page, std::move(text)});
}

// Vietnamese has a letter with a mark in every second word. Pages with hardly any were recognised
// by a scanner that does not know the language, or are in another one; either way nothing in them
// can be relied on.
bool HasFewMarks(const RawPage& page) {
  constexpr size_t kEnough = 400;  // bytes of text that allow a judgement
  const auto letters = std::count_if(page.text.begin(), page.text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  const auto marked = std::count_if(page.text.begin(), page.text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0xC0;  // begins a character beyond ASCII
  });
  return page.text.size() > kEnough && marked * 20 < letters;
}

}  // namespace

Result<RawDocument> ReadPdf(const SourceFile& source, int max_pages) {
  CV_TRY(const std::unique_ptr<PdfSource> pdf, OpenPdf(source.path));
  return ReadPdf(source, *pdf, max_pages);
}

Result<RawDocument> ReadPdf(const SourceFile& source, PdfSource& pdf, int max_pages) {
  const int count = pdf.PageCount();
  if (count <= 0) return Fail(DamagedPdf(source.path));
  if (count > max_pages) {
    return Fail(MakeError(ErrorCode::kTooLarge, source.path,
                          fmt::format("{} pages, and at most {} are read", count, max_pages),
                          "split the file"));
  }
  RawDocument document;
  document.source = source;
  document.text_from = "pdf";
  PageEnd before;
  ReadyPage ready = Prepare(pdf, 1);
  bool any_text = false, any_incomplete = false;
  for (int number = 1; number <= count; ++number) {
    ReadyPage next = number < count ? Prepare(pdf, number + 1) : ReadyPage{};
    LaidOutPage laid = LayOutPage(ready.page, std::move(ready.tables), before, next.tables);
    if (ready.page.words.empty()) {
      Note(document, "page-without-text", number, "a page without text: an image or blank");
    } else {
      any_text = true;
    }
    if (HasFewMarks(laid.page)) {
      Note(document, "poor-text-layer", number,
           "hardly a Vietnamese letter: the text comes from a poor scan or is in another language");
    }
    if (ready.page.incomplete) {
      any_incomplete = true;
      Note(document, "damaged-but-read", number, "this page could not be read to its end");
    }
    document.pages.push_back(std::move(laid.page));
    before = std::move(laid.end);
    ready = std::move(next);
  }
  if (pdf.Rebuilt()) {
    Note(document, "damaged-but-read", 0,
         "the file is damaged and was put together again: parts may be missing");
  }
  if (!any_text) {
    const bool damaged = any_incomplete || pdf.Rebuilt();
    return Fail(damaged ? DamagedPdf(source.path) : ScannedPdf(source.path));
  }
  MarkRunningHeads(document.pages);
  return document;
}

}  // namespace congvan::extractor
