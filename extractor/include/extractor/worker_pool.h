// extractor/worker_pool.h: processes that do jobs side by side, one job at a time each.
//
//   const auto read = [&](size_t i) { return ReadFile(paths[i]); };
//   const auto name = [&](size_t i) { return paths[i]; };
//   WorkerPool pool(read, name, WorkerPoolOptions{});
//   pool.Give(0);
//   pool.Give(1);
//   Result<std::string> bytes = pool.Take(0);
//
// The workers are forked from this process when they are first needed and kept from one job to the
// next, so that what they have compiled stays warm. One that crashes, hangs, sends too much or runs
// out of memory costs its job an Error and is replaced; the jobs waiting behind it go to others. A
// worker that has grown retires by itself and is replaced too, so that memory stays flat however
// many jobs there are and a child that a job forks finds room. A job for which memory ran out is
// tried again, until a worker that has done nothing else can't do it either.
//
// A job sees the program as it was when its worker was forked, must not touch what it shares with
// this process (open files, a database), and cannot write files. It may fork: it is alone in its
// process.
//
// Threads: none are started. Use a pool from one thread, in a process that has no other.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/result.h"

namespace congvan::extractor {

struct WorkerPoolOptions {
  int workers = 1;
  uint64_t max_memory_bytes = 300ULL << 20;    ///< of one process in all; beyond it: kOutOfMemory
  std::chrono::milliseconds timeout{120'000};  ///< wall clock for one job; beyond it: kTimeout
  uint64_t max_reply_bytes = 64ULL << 20;      ///< of one job; beyond it: kTooLarge
  /// What may arrive and wait in this process for its turn; more is left with the workers, except
  /// what Take waits for.
  uint64_t max_waiting_bytes = 32ULL << 20;
};

class WorkerPool {
 public:
  /// Runs in a worker. An exception becomes an Error of the job.
  using Job = std::function<Result<std::string>(size_t)>;
  /// What a job's errors call the job's file.
  using Name = std::function<std::string(size_t)>;

  WorkerPool(Job job, Name name, WorkerPoolOptions options);
  /// Stops the workers at once; what they are doing is lost.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;  // it owns processes
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Queues a job. Jobs are begun in the order in which they are given.
  void Give(size_t job);

  /// Waits for a job that was given and not taken yet. Take them in the order in which they were
  /// given.
  [[nodiscard]] Result<std::string> Take(size_t job);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace congvan::extractor
