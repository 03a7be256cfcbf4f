// symbol_shape.h: numbers and codes of documents cut by blanks and line ends, put together again.
#pragma once

#include <string_view>
#include <vector>

#include "mapped_text.h"

namespace congvan::normalizer {

/// True when the end of one line and the beginning of the next make one symbol, date or range that
/// the line end has cut ("02-" + "KH/BCĐ", "193/2025" + "/QH15", "01/" + "4/2025"), so that no
/// blank belongs between them. A cut between two letters ("02-KH/BCĐT" + "W") must make a known
/// code; in cells (`narrow`) also between two digits.
bool IsCutToken(std::string_view line, std::string_view next, bool narrow);

/// The same for a cut between two letters of a known code that a hyphen marks: "152/KH-UB-" + "ND".
bool IsHyphenatedCode(std::string_view line, std::string_view next);

/// Edits that take the blanks out of symbols ("57 – NQ / TW", "71/NQ -CP") and make their dashes
/// hyphens. Dates, ranges and words stay: the whole must have a symbol's form, with a known type or
/// two codes of capitals.
std::vector<Edit> SymbolEdits(std::string_view text);

}  // namespace congvan::normalizer
