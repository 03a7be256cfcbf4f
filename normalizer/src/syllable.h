// syllable.h: which letters can make a Vietnamese syllable: onsets, rimes and tones, combined.
#pragma once

#include <string_view>

namespace congvan::normalizer {

/// True for what could be one Vietnamese syllable ("khoản", "ĐIỀU", "y"), in either tone placement.
/// Takes NFC.
bool IsSyllable(std::string_view word);

/// True when it is a syllable and begins with a vowel.
bool HasNoOnset(std::string_view word);

}  // namespace congvan::normalizer
