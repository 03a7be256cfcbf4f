// cli/run_in_order.h: many documents at a time, results in the order of the input.
//
//   RunInOrder<Outcome>(paths.size(), jobs, {known, read, store});
//
// `known` and `store` run in the calling thread, so that thread can own what must not be shared
// (the database); `read` runs in worker threads. At most twice `jobs` results wait, so memory stays
// flat however many there are.
#pragma once

#include <algorithm>
#include <deque>
#include <functional>
#include <future>
#include <optional>
#include <thread>
#include <vector>

#include "bounded_queue.h"

namespace congvan::cli {

template <class Outcome>
struct OrderedSteps {
  /// An outcome that needs no work; may be empty.
  std::function<std::optional<Outcome>(size_t)> known;
  /// The work. Called from several threads at once.
  std::function<Outcome(size_t)> read;
  /// Called once for each index, in order; false ends the run: what is being read is finished and
  /// dropped, what waits is not begun.
  std::function<bool(size_t, Outcome)> store;
};

/// An exception of a step is thrown here, after the workers have stopped. With one job no thread is
/// started.
template <class Outcome>
void RunInOrder(size_t count, int jobs, const OrderedSteps<Outcome>& steps) {
  const auto known = [&](size_t i) { return steps.known ? steps.known(i) : std::nullopt; };
  if (jobs <= 1) {
    for (size_t i = 0; i < count; ++i) {
      std::optional<Outcome> outcome = known(i);
      if (!steps.store(i, outcome ? std::move(*outcome) : steps.read(i))) return;
    }
    return;
  }

  const size_t window = 2 * static_cast<size_t>(jobs);
  BoundedQueue<std::packaged_task<Outcome()>> queue(window);
  std::vector<std::jthread> workers;
  struct Closer {  // before the workers are joined, whichever way the function is left
    BoundedQueue<std::packaged_task<Outcome()>>& queue;
    ~Closer() { queue.Close(); }
  } closer{queue};
  for (size_t i = 0; i < std::min(count, static_cast<size_t>(jobs)); ++i) {
    workers.emplace_back([&queue] {
      while (auto task = queue.Pop()) (*task)();
    });
  }

  std::deque<std::future<Outcome>> waiting;
  size_t fed = 0;
  for (size_t stored = 0; stored < count; ++stored) {
    for (; fed < count && fed - stored < window; ++fed) {
      if (std::optional<Outcome> outcome = known(fed)) {
        std::promise<Outcome> promise;
        waiting.push_back(promise.get_future());
        promise.set_value(std::move(*outcome));
      } else {
        std::packaged_task<Outcome()> task([&steps, i = fed] { return steps.read(i); });
        waiting.push_back(task.get_future());
        queue.Push(std::move(task));
      }
    }
    Outcome outcome = waiting.front().get();
    waiting.pop_front();
    if (!steps.store(stored, std::move(outcome))) return;
  }
}

}  // namespace congvan::cli
