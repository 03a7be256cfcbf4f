#include "process_end.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <csignal>

namespace congvan::extractor {
namespace {

// Poppler ends the process when memory runs out (gmem.h prints this and aborts); standard C++ would
// have thrown.
bool SaysOutOfMemory(std::string_view noise) {
  return noise.find("Out of memory") != std::string_view::npos ||
         noise.find("out of memory") != std::string_view::npos ||
         noise.find("bad_alloc") != std::string_view::npos;
}

}  // namespace

Error TimeoutError(const std::string& file, const ProcessLimits& limits) {
  return MakeError(
      ErrorCode::kTimeout, file,
      fmt::format("reading took longer than {:g} s and was stopped",
                  static_cast<double>(limits.timeout.count()) / 1000.0),
      "the file may be damaged or made to do harm; print it to a new PDF, or allow more time");
}

Error TooMuchError(const std::string& file) {
  return MakeError(ErrorCode::kTooLarge, file, "the text in it is larger than allowed",
                   "split the file");
}

Error MemoryError(const std::string& file, const ProcessLimits& limits) {
  return MakeError(
      ErrorCode::kOutOfMemory, file,
      fmt::format("reading needs more than {} MB of memory", limits.max_memory_bytes >> 20),
      "split it; if it is small, it may be made to do harm: print it to a new PDF");
}

Error CrashError(const std::string& file, const std::string& how) {
  return MakeError(ErrorCode::kCrashed, file, "the process reading it " + how,
                   "the file is probably damaged: print it to a new PDF or fetch it again");
}

Error StartError(const std::string& file, std::string_view what) {
  return MakeError(ErrorCode::kInternal, file,
                   fmt::format("cannot start a reading process: {}", what),
                   "too many processes or open files; try with fewer jobs");
}

Error ErrorOfEnd(const std::string& file, const ProcessLimits& limits, std::optional<int> status,
                 std::string_view noise) {
  if (!status) return CrashError(file, "is gone");
  if (WIFSIGNALED(*status)) {
    const int number = WTERMSIG(*status);
    if (number == SIGXCPU) return TimeoutError(file, limits);
    if (number == SIGABRT && SaysOutOfMemory(noise)) return MemoryError(file, limits);
    return CrashError(file, fmt::format("died of signal {}", number));
  }
  const int code = WIFEXITED(*status) ? WEXITSTATUS(*status) : -1;
  if (code == kExitOutOfMemory || (code != 0 && SaysOutOfMemory(noise)))
    return MemoryError(file, limits);
  if (code == kExitSetup) {
    return MakeError(ErrorCode::kInternal, file, "could not set the limits of the reading process",
                     "see the system's limits (ulimit -a)");
  }
  return CrashError(file, fmt::format("gave up with exit code {}", code));
}

}  // namespace congvan::extractor
