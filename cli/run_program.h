// cli/run_program.h: text through another program, such as graphviz.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace congvan::cli {

/// What `arguments[0]` (looked up in PATH, never through a shell) writes to stdout when it is given
/// `input`. Input and output are files in memory, so neither side can block the other. kNotFound
/// when the program is not installed, kInternal with its first line on stderr when it fails.
Result<std::string> RunProgram(const std::vector<std::string>& arguments, std::string_view input);

}  // namespace congvan::cli
