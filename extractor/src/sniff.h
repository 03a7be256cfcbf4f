// sniff.h: what a file is, by its first bytes. The name of a file is never looked at: scanners and
// mail programs lie.
#pragma once

#include <string_view>

#include "extractor/extractor.h"

namespace congvan::extractor {

/// How many bytes Sniff likes to see; fewer are fine when the file is shorter.
inline constexpr size_t kSniffBytes = 8192;

/// What a clerk can do with a file of this type, which this version does not read; empty when
/// nothing is known.
std::string_view HintForType(std::string_view media_type);

}  // namespace congvan::extractor
