// Many workers, one order.
#include "run_in_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>

namespace congvan::cli {
namespace {

std::vector<int> RunAll(size_t count, int jobs) {
  std::vector<int> stored;
  OrderedSteps<int> steps;
  steps.known = [](size_t i) {
    return i % 5 == 0 ? std::optional<int>(static_cast<int>(i)) : std::nullopt;
  };
  steps.read = [](size_t i) {
    std::this_thread::sleep_for(
        std::chrono::microseconds((i * 37) % 400));  // out of step on purpose
    return static_cast<int>(i);
  };
  steps.store = [&](size_t i, int value) {
    EXPECT_EQ(static_cast<int>(i), value);
    stored.push_back(value);
    return true;
  };
  RunInOrder<int>(count, jobs, steps);
  return stored;
}

TEST(RunInOrder, KeepsTheOrderForAnyNumberOfJobs) {
  for (const int jobs : {1, 2, 3, 8, 64}) {
    for (const size_t count : {0, 1, 2, 7, 200}) {
      std::vector<int> expected(count);
      std::iota(expected.begin(), expected.end(), 0);
      EXPECT_EQ(RunAll(count, jobs), expected) << jobs << " jobs, " << count << " items";
    }
  }
}

TEST(RunInOrder, DoesNotRunAhead) {
  constexpr int kJobs = 2;
  std::atomic<size_t> begun{0};
  OrderedSteps<int> steps;
  steps.read = [&](size_t) { return static_cast<int>(++begun); };
  steps.store = [&](size_t i, int) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    EXPECT_LE(begun, i + 2 * kJobs);
    return true;
  };
  RunInOrder<int>(100, kJobs, steps);
}

TEST(RunInOrder, StopsWhenStoringFails) {
  for (const int jobs : {1, 4}) {
    size_t stored = 0;
    OrderedSteps<int> steps;
    steps.read = [](size_t) { return 0; };
    steps.store = [&](size_t, int) { return ++stored < 3; };
    RunInOrder<int>(1000, jobs, steps);
    EXPECT_EQ(stored, 3U);
  }
}

TEST(RunInOrder, BeginsNothingAfterStoringFailed) {
  constexpr size_t kJobs = 2;
  std::atomic<size_t> begun{0};
  OrderedSteps<int> steps;
  steps.read = [&](size_t i) {
    ++begun;
    std::this_thread::sleep_for(std::chrono::milliseconds(i == 0 ? 1 : 100));
    return 0;
  };
  steps.store = [](size_t, int) { return false; };
  RunInOrder<int>(100, kJobs, steps);
  EXPECT_LE(begun, kJobs + 1);  // those in work when the first came back, not the queue
}

TEST(RunInOrder, HandsOnAnException) {
  for (const int jobs : {1, 4}) {
    OrderedSteps<int> steps;
    steps.read = [](size_t i) -> int { return i == 5 ? throw std::runtime_error("five") : 0; };
    steps.store = [](size_t, int) { return true; };
    EXPECT_THROW(RunInOrder<int>(100, jobs, steps), std::runtime_error);
  }
}

}  // namespace
}  // namespace congvan::cli
