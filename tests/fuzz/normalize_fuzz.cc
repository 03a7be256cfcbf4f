// Any bytes as a text file, normalized.
#include "../../extractor/src/plain_text.h"
#include "invariants.h"
#include "normalizer/normalize.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto raw = congvan::extractor::ReadPlainText({}, bytes);
  if (raw) congvan::fuzz::Check(congvan::normalizer::Normalize(*raw));
  return 0;
}
