// cell_joiner.h: does a line of a table cell go on in the next one? Cells are narrow: they cut
// names, dates and even words wherever the column ends.
#pragma once

#include <string_view>

#include "line_joiner.h"

namespace congvan::normalizer {

Joint JoinCell(const LinePair& pair);

/// True when the line end has cut one word ("UBN" + "D", "chuy" + "ển"), a date or year ("31/12/20"
/// + "25") or a compound without blanks ("HĐND&" + "UBND", "VH-" + "XH"), so that no blank belongs
/// between the lines. Two halves that are words of their own are never one.
bool IsCutWord(std::string_view line, std::string_view next);

}  // namespace congvan::normalizer
