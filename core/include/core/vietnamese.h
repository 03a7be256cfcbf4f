// core/vietnamese.h: the Vietnamese alphabet as data: case, base letters, tones. For comparing,
// never for showing.
//
// All functions take NFC and treat other scripts as they are. Two placements of the tone mark are
// in use (hòa/hoà, thủy/thuỷ): State papers print the older, Party papers often the newer;
// FoldTonePlacement makes them equal.
#pragma once

#include <string>
#include <string_view>

namespace congvan {

std::string ToLower(std::string_view text);
std::string ToUpper(std::string_view text);
bool IsLetter(char32_t code_point);
bool IsUpper(char32_t code_point);
bool IsLower(char32_t code_point);

/// True when it has letters and none of them is lower case.
bool IsAllUpper(std::string_view text);

/// Moves the tone mark of syllables ending in oa, oe, uy to the older place (oà -> òa, uỷ -> ủy),
/// not after q.
std::string FoldTonePlacement(std::string_view text);

/// Lower case, no diacritics, đ -> d: "Ủy ban" -> "uy ban". What a user may type without an input
/// method.
std::string StripDiacritics(std::string_view text);

/// For equality of names and titles: lower case, older tone placement, dashes as '-', blanks
/// single.
std::string FoldForCompare(std::string_view text);

}  // namespace congvan
