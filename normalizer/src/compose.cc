#include "normalizer/compose.h"

#include "icu_text.h"

namespace congvan::normalizer {

std::string ToNfc(std::string_view text) { return Composed(text); }

std::string ToNfd(std::string_view text) { return Decomposed(text); }

}  // namespace congvan::normalizer
