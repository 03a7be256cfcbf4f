// line_words.h: comparing the words of a line with lists of phrases. Inside the files behind
// line_shape.h.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::normalizer {

template <size_t N>
bool Contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// True when `folded` begins with one of the phrases, at a word's end.
template <size_t N>
bool StartsWithPhrase(std::string_view folded, const std::array<std::string_view, N>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [folded](std::string_view phrase) {
    if (!folded.starts_with(phrase)) return false;
    if (folded.size() == phrase.size()) return true;
    const Decoded next = DecodeAt(folded, phrase.size());
    return !IsLetter(next.code_point);
  });
}

inline std::string Folded(std::string_view line) { return FoldTonePlacement(ToLower(line)); }

/// Without quotes, brackets and stars before the first, behind the last letter.
std::string_view WithoutOpeners(std::string_view line);
std::string_view WithoutClosers(std::string_view line);

}  // namespace congvan::normalizer
