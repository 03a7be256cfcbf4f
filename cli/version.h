// cli/version.h: the version of the program.
#pragma once

#include <string_view>

namespace congvan::cli {

inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace congvan::cli
