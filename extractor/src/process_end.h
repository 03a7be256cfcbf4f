// process_end.h: how a process that reads a document ended, as an Error that says what to do.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/error.h"

namespace congvan::extractor {

// Exit codes by which a child says why it gave up.
inline constexpr int kExitOutOfMemory = 71;
inline constexpr int kExitException = 72;
inline constexpr int kExitSetup = 73;

/// What a process may use for one document.
struct ProcessLimits {
  uint64_t max_memory_bytes = 300ULL << 20;  ///< in all, code and what it inherited included
  std::chrono::milliseconds timeout{60'000};
  uint64_t max_reply_bytes = 256ULL << 20;  ///< a process that sends more is stopped
};

/// A process that did not end by itself was stopped by us: TimeoutError, TooMuchError.
Error TimeoutError(const std::string& file, const ProcessLimits& limits);
Error TooMuchError(const std::string& file);
Error MemoryError(const std::string& file, const ProcessLimits& limits);
Error CrashError(const std::string& file, const std::string& how);
/// "cannot start": `what` is the call that failed.
Error StartError(const std::string& file, std::string_view what);

/// From a wait status that is not a good end, nullopt when it is not known. `noise` is what the
/// process wrote to its stderr.
Error ErrorOfEnd(const std::string& file, const ProcessLimits& limits, std::optional<int> status,
                 std::string_view noise);

}  // namespace congvan::extractor
