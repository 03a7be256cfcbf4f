// normalizer/compose.h: words that a person typed, in the form of the text they are compared with.
#pragma once

#include <string>
#include <string_view>

namespace congvan::normalizer {

/// Valid UTF-8 in NFC and in NFD (a keyboard, or a name pasted from a Mac). Any thread may call
/// them.
std::string ToNfc(std::string_view text);
std::string ToNfd(std::string_view text);

}  // namespace congvan::normalizer
