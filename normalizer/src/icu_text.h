// icu_text.h: the one door to ICU.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mapped_text.h"

namespace congvan::normalizer {

/// The edits that make valid UTF-8 text NFC. Any thread may call it.
std::vector<Edit> ComposeEdits(std::string_view text);

/// The whole text in NFC, in NFD.
std::string Composed(std::string_view text);
std::string Decomposed(std::string_view text);

}  // namespace congvan::normalizer
