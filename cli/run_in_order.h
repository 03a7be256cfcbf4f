// cli/run_in_order.h: many documents at a time, results in the order of the input.
//
//   RunInOrder(paths.size(), jobs, {.name = ..., .wanted = ..., .read = ..., .store = ...});
//
// `wanted` and `store` run in this process, so that it alone owns what must not be shared (the
// database); `read` runs in worker processes (extractor/worker_pool.h), and what it gives crosses
// as bytes. At most twice `jobs` results wait, so memory stays flat however many there are. No
// thread is started.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/result.h"

namespace congvan::cli {

struct OrderedSteps {
  /// What errors call the document.
  std::function<std::string(size_t)> name;
  /// False where there is nothing to read. May be empty: all are read.
  std::function<bool(size_t)> wanted;
  /// The work, in a worker process. A crash, a hang and an exception become an Error.
  std::function<Result<std::string>(size_t)> read;
  /// Called once for each index, in order; nullopt for what was not wanted. False ends the run:
  /// what is being read is dropped.
  std::function<bool(size_t, std::optional<Result<std::string>>)> store;
};

void RunInOrder(size_t count, int jobs, const OrderedSteps& steps);

/// `jobs` as asked for, or one per processor.
int JobsOrDefault(int jobs);

}  // namespace congvan::cli
