// worker.h: one document in a child process of its own, under limits.
//
// The child is forked, not executed: it has the program's code and nothing of its open files. It
// sends back one message over a pipe and ends. The parent believes nothing: the message is checked
// byte for byte, the way the child ended is turned into an Error, and no process or descriptor is
// left behind on any path.
//
// Threads: may be called from several at once.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "core/raw_document.h"
#include "core/result.h"

namespace congvan::extractor {

struct WorkerLimits {
  uint64_t max_memory_bytes = 300ULL << 20;
  std::chrono::milliseconds timeout{60'000};
  uint64_t max_reply_bytes = 256ULL << 20;  ///< a child that sends more is stopped
};

using Job = std::function<Result<RawDocument>()>;
using BytesJob = std::function<Result<std::string>()>;

/// Runs `job` in a child. `file` goes into errors. The job must not start threads.
[[nodiscard]] Result<RawDocument> RunIsolated(const std::string& file, const WorkerLimits& limits,
                                              const Job& job);

/// The same for a job that gives bytes. They are as the child sent them: check them.
[[nodiscard]] Result<std::string> RunIsolatedBytes(const std::string& file,
                                                   const WorkerLimits& limits, const BytesJob& job);

/// The reply as it goes over the pipe, and back. Decoding takes any bytes: what does not fit is
/// kCrashed.
std::string EncodeReply(const Result<RawDocument>& result);
Result<RawDocument> DecodeReply(const std::string& file, std::string_view bytes);

}  // namespace congvan::extractor
