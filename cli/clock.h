// cli/clock.h: the time now; the libraries have no clock.
#pragma once

#include <string>

namespace congvan::cli {

/// "2025-11-22T08:30:00Z".
std::string UtcNow();

}  // namespace congvan::cli
