// pdf_errors.h: what is told about PDFs that cannot be read, the same words whichever way they were
// opened.
#pragma once

#include <string>

#include "core/error.h"

namespace congvan::extractor {

inline Error EncryptedPdf(const std::string& path) {
  return MakeError(ErrorCode::kEncrypted, path, "the PDF asks for a password",
                   "ask the sender for an unprotected copy, or print it to a new PDF");
}

inline Error DamagedPdf(const std::string& path) {
  return MakeError(ErrorCode::kDamaged, path, "the PDF is damaged or cut off",
                   "fetch it again from where it came, or print it to a new PDF");
}

inline Error ScannedPdf(const std::string& path) {
  return MakeError(ErrorCode::kEmpty, path, "no text in it: a scan",
                   "ask for the electronic copy, or recognise the text with a scanner program that "
                   "writes a searchable PDF");
}

}  // namespace congvan::extractor
