// cli/flag_values.h: from the words behind an option to a value, or to a message that says what
// would have been right.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"

namespace congvan::cli {

/// "2025-12-31", "31/12/2025", "31-12-2025", "31.12.2025", "2025-12", "12/2025", "2025"; nullopt
/// for anything else.
std::optional<PartialDate> ReadDate(std::string_view typed);

/// A whole number from `least` to `most`.
std::optional<int> ReadNumber(std::string_view typed, int least, int most);

/// "0.9" or "0,9": from 0 to 1.
std::optional<double> ReadShare(std::string_view typed);

/// "unknown WHAT 'TYPED'; did you mean 'NEAR'?", or without a near one the list of what there is;
/// of a long list what is least far.
std::string UnknownName(std::string_view what, std::string_view typed,
                        const std::vector<std::string>& known);

}  // namespace congvan::cli
