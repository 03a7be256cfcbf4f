// worker_process.h: one worker of a pool, seen from the process that gives it jobs.
#pragma once

#include <sys/types.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>

#include "core/result.h"
#include "extractor/worker_pool.h"
#include "process.h"

namespace congvan::extractor {

class WorkerProcess {
 public:
  /// Forks. nullptr when the system refuses.
  static std::unique_ptr<WorkerProcess> Start(const WorkerPool::Job& job,
                                              const WorkerPoolOptions& options);
  ~WorkerProcess() { End(); }
  WorkerProcess(const WorkerProcess&) = delete;  // it owns a process
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  /// Begun at once or, behind another, when that is done. A worker that is gone takes it all the
  /// same: see End.
  void Give(size_t job);

  enum class State {
    kWorking,   ///< nothing new
    kAnswered,  ///< TakeAnswer has the first job's answer
    kTooMuch,   ///< the answer is larger than allowed: stop it
    kEnded,     ///< the process has closed its end
  };
  /// Reads what has arrived, without waiting, and at most one answer.
  State Read();
  /// The first job's answer: DecodeBytesReply reads it. The job is off the list.
  std::string TakeAnswer();

  /// Kills the process if it still runs, and reaps it: its wait status, that of its own end if it
  /// had begun to end.
  int End();
  /// True for the status of a worker that had grown and ended by itself; its jobs are to be done
  /// by another.
  static bool Retired(int status);

  [[nodiscard]] int channel() const { return channel_.get(); }
  [[nodiscard]] const std::deque<size_t>& jobs() const { return jobs_; }
  [[nodiscard]] std::chrono::steady_clock::time_point deadline() const { return deadline_; }

 private:
  WorkerProcess(pid_t pid, Descriptor channel, const WorkerPoolOptions& options)
      : pid_(pid), channel_(std::move(channel)), options_(options) {}
  void RestartClock() { deadline_ = std::chrono::steady_clock::now() + options_.timeout; }

  pid_t pid_ = -1;
  Descriptor channel_;
  WorkerPoolOptions options_;
  std::deque<size_t> jobs_;  // the first is at work
  std::chrono::steady_clock::time_point deadline_;
  std::array<char, sizeof(uint64_t)> size_{};  // of the answer that is arriving
  size_t size_read_ = 0;
  std::string answer_;
  size_t answer_read_ = 0;
};

}  // namespace congvan::extractor
