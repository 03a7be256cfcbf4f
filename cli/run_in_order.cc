#include "run_in_order.h"

#include <algorithm>
#include <set>
#include <thread>
#include <utility>

#include "extractor/worker_pool.h"

namespace congvan::cli {

void RunInOrder(size_t count, int jobs, const OrderedSteps& steps) {
  extractor::WorkerPoolOptions options;
  options.workers = static_cast<int>(std::min(count, static_cast<size_t>(std::max(1, jobs))));
  extractor::WorkerPool pool(steps.read, steps.name, options);
  const size_t window = 2 * static_cast<size_t>(std::max(1, jobs));
  std::set<size_t> given;
  size_t fed = 0;
  for (size_t stored = 0; stored < count; ++stored) {
    for (; fed < count && fed - stored < window; ++fed) {
      if (steps.wanted && !steps.wanted(fed)) continue;
      given.insert(fed);
      pool.Give(fed);
    }
    std::optional<Result<std::string>> read;
    if (given.erase(stored) > 0) read = pool.Take(stored);
    if (!steps.store(stored, std::move(read))) return;
  }
}

int JobsOrDefault(int jobs) {
  return jobs > 0 ? jobs : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace congvan::cli
