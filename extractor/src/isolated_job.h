// isolated_job.h: one document in a child process of its own, under limits.
//
// The child is forked, not executed: it has the program's code and nothing of its open files. It
// sends back one message over a pipe and ends. The parent believes nothing: the message is checked
// byte for byte, the way the child ended is turned into an Error, and no process or descriptor is
// left behind on any path.
//
// Call it from a process of one thread: a child forked among threads may wait for ever for a lock
// that one of them held.
#pragma once

#include <functional>
#include <string>

#include "core/raw_document.h"
#include "core/result.h"
#include "process_end.h"

namespace congvan::extractor {

using Job = std::function<Result<RawDocument>()>;
using BytesJob = std::function<Result<std::string>()>;

/// Runs `job` in a child. `file` goes into errors. The job must not start threads.
[[nodiscard]] Result<RawDocument> RunIsolated(const std::string& file, const ProcessLimits& limits,
                                              const Job& job);

/// The same for a job that gives bytes. They are as the child sent them: check them.
[[nodiscard]] Result<std::string> RunIsolatedBytes(const std::string& file,
                                                   const ProcessLimits& limits,
                                                   const BytesJob& job);

}  // namespace congvan::extractor
