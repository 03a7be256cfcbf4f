// file_hash.h: SHA-256 of an open file, in small pieces: a file of any size takes the same memory.
#pragma once

#include <string>

#include "core/result.h"

namespace congvan::extractor {

/// Lower-case hex. Reads from the file's beginning, whatever its position; `path` is for the error
/// only.
Result<std::string> HashFile(const std::string& path, int fd);

}  // namespace congvan::extractor
