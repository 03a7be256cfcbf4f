// plain_text.h: text files: plain, Markdown, HTML-in-Markdown, and what PDF-to-text programs print.
//
// The pages of the result hold the decoded source text. Only one thing is ever moved: a head or
// foot printed in two columns side by side ("pdftotext -layout") is written left column first, as
// reading order demands.
#pragma once

#include <string_view>

#include "core/raw_document.h"
#include "core/result.h"

namespace congvan::extractor {

/// Never throws. Takes UTF-8 and UTF-16 (by byte order mark or by its zero bytes); other bytes
/// become U+FFFD, with the Diagnostic "invalid-utf8". Form feeds separate pages. Lines end in '\n'
/// in the result, whatever the file has; letters stay as they are (NFC or NFD). Markup stays too:
/// the normalizer reads it.
///
/// Tables: drawn with pipes, tabs or HTML tags, or with a "|" alone on a line for each cell wall. A
/// two-column table that is a letterhead, an address ("Kính gửi") or a sign-off ("Nơi nhận") gives
/// lines with Column::kLeft and kRight, row by row, instead of a RawTable. The first line of every
/// such cell is LineBreak::kParagraph.
Result<RawDocument> ReadPlainText(const SourceFile& source, std::string_view bytes);

}  // namespace congvan::extractor
