// worker_process.h: one worker of a pool, seen from the process that gives it jobs.
#pragma once

#include <sys/types.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>

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
    kWorking,    ///< nothing new, or more to come
    kAnnounced,  ///< announced() is known; the answer waits to be read
    kAnswered,   ///< TakeAnswer has the first job's answer
    kNonsense,   ///< what came is no answer: stop it
    kEnded,      ///< the process has closed its end
  };
  /// Reads what has arrived, without waiting, and at most one answer; of an answer only its size,
  /// unless `whole` is set.
  State Read(bool whole);
  /// Bytes of the answer that is arriving; 0 while none is.
  [[nodiscard]] uint64_t announced() const { return announced_; }
  /// Whether room for that answer has been taken.
  [[nodiscard]] bool reading() const { return !answer_.empty(); }
  /// The first job's answer: DecodeBytesReply reads it. The job is off the list.
  std::string TakeAnswer();

  struct Ending {
    std::optional<int> status;  ///< as wait gives it: of its own end, if it had begun to end
    std::string noise;          ///< what it wrote to its stderr
  };
  /// Kills the process if it still runs, and reaps it.
  Ending End();
  /// A worker that had grown and ended by itself between two jobs.
  static bool Retired(const Ending& ending);
  /// Whether the first job is the first of the worker.
  [[nodiscard]] bool fresh() const { return answers_ == 0; }

  [[nodiscard]] int channel() const { return channel_.get(); }
  [[nodiscard]] const std::deque<size_t>& jobs() const { return jobs_; }
  [[nodiscard]] std::chrono::steady_clock::time_point deadline() const { return deadline_; }

 private:
  WorkerProcess(pid_t pid, Descriptor channel, Descriptor noise, const WorkerPoolOptions& options)
      : pid_(pid), channel_(std::move(channel)), noise_(std::move(noise)), options_(options) {}
  void RestartClock() { deadline_ = std::chrono::steady_clock::now() + options_.timeout; }

  pid_t pid_ = -1;
  Descriptor channel_, noise_;
  WorkerPoolOptions options_;
  std::deque<size_t> jobs_;  // the first is at work
  std::chrono::steady_clock::time_point deadline_;
  std::array<char, sizeof(uint64_t)> size_{};  // of the answer that is arriving
  size_t size_read_ = 0;
  uint64_t announced_ = 0;
  std::string answer_;
  size_t answer_read_ = 0;
  size_t answers_ = 0;
};

}  // namespace congvan::extractor
