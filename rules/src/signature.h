// signature.h: the lines of a signature: on whose behalf, in what position.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/record.h"
#include "rules/rule_set.h"

namespace congvan::rules {

/// First title of a position ("PHÓ CHỦ TỊCH", rules/data/positions.toml) at or behind `from`:
/// bytes [begin, end); begin == npos when there is none.
struct PositionPlace {
  size_t begin = std::string_view::npos, end = 0;
};
PositionPlace FindPosition(std::string_view text, size_t from, const RuleSet& rules);

/// True when the line is a position's title, perhaps with the body's name behind it: "PHÓ CHỦ
/// TỊCH", "CHỦ TỊCH UBND XÃ".
bool BeginsPosition(std::string_view line, const RuleSet& rules);

/// "TM.", "KT.", "T/L", ... at the start of the line.
bool BeginsAuthority(std::string_view line, const RuleSet& rules);

/// Adds one line of a signature, name left off: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" -> authority
/// "KT. CHỦ TỊCH", position "PHÓ CHỦ TỊCH". Of several positions the first counts, unless "kiêm"
/// joins them or the line goes on with the one before.
void AddSignatureLine(std::string_view line, Signer& signer, const RuleSet& rules);

}  // namespace congvan::rules
