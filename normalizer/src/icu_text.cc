#include "icu_text.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <string>

namespace congvan::normalizer {

std::vector<Edit> ComposeEdits(std::string_view text) {
  std::vector<Edit> out;
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  if (U_FAILURE(error) != 0) return out;
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (nfc->isNormalizedUTF8(piece, error) != 0) return out;
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  icu::Edits edits;
  nfc->normalizeUTF8(0, piece, sink, &edits, error);
  if (U_FAILURE(error) != 0) return out;
  auto it = edits.getFineChangesIterator();
  while (it.next(error) != 0) {
    out.push_back({static_cast<uint32_t>(it.sourceIndex()),
                   static_cast<uint32_t>(it.sourceIndex() + it.oldLength()),
                   composed.substr(static_cast<size_t>(it.destinationIndex()),
                                   static_cast<size_t>(it.newLength()))});
  }
  return out;
}

namespace {

std::string Normalized(const icu::Normalizer2* form, std::string_view text, UErrorCode error) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  if (U_SUCCESS(error) != 0) form->normalizeUTF8(0, piece, sink, nullptr, error);
  return U_SUCCESS(error) != 0 ? out : std::string(text);
}

}  // namespace

std::string Composed(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(error);
  return Normalized(form, text, error);
}

std::string Decomposed(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFDInstance(error);
  return Normalized(form, text, error);
}

}  // namespace congvan::normalizer
