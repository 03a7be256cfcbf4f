// cli/circumstance_text.h: what makes a value less certain, in the user's words.
#pragma once

#include <string>
#include <string_view>

#include "core/record.h"

namespace congvan::cli {

/// In the user's language; "" for none, the code itself for one that is not known.
std::string CircumstanceText(std::string_view code);

/// "0.93, a bracket or quotation mark has no partner", with the decimal sign of the language.
std::string ConfidenceText(double confidence, std::string_view circumstance);

}  // namespace congvan::cli
