// Many worker processes, one order.
#include "run_in_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

namespace congvan::cli {
namespace {

OrderedSteps Steps() {
  OrderedSteps steps;
  steps.name = [](size_t i) { return "document " + std::to_string(i); };
  steps.read = [](size_t i) -> Result<std::string> {
    std::this_thread::sleep_for(
        std::chrono::microseconds((i * 37) % 400));  // out of step on purpose
    return std::to_string(i);
  };
  return steps;
}

TEST(RunInOrder, KeepsTheOrderForAnyNumberOfJobs) {
  for (const int jobs : {1, 2, 3, 8}) {
    for (const size_t count : {0, 1, 2, 7, 200}) {
      OrderedSteps steps = Steps();
      steps.wanted = [](size_t i) { return i % 5 != 0; };
      std::vector<std::string> stored, expected;
      steps.store = [&](size_t i, const std::optional<Result<std::string>>& read) {
        EXPECT_EQ(i, stored.size());
        stored.push_back(read ? read->value_or("failed") : "not wanted");
        return true;
      };
      RunInOrder(count, jobs, steps);
      for (size_t i = 0; i < count; ++i)
        expected.push_back(i % 5 == 0 ? "not wanted" : std::to_string(i));
      EXPECT_EQ(stored, expected) << jobs << " jobs, " << count << " items";
    }
  }
}

TEST(RunInOrder, DoesNotAskFarAhead) {
  constexpr size_t kJobs = 2;
  size_t asked = 0;
  OrderedSteps steps = Steps();
  steps.wanted = [&](size_t i) {
    asked = i;
    return true;
  };
  steps.store = [&](size_t i, const auto&) {
    EXPECT_LT(asked, i + 2 * kJobs);
    return true;
  };
  RunInOrder(100, kJobs, steps);
  EXPECT_EQ(asked, 99U);
}

TEST(RunInOrder, StopsWhenStoringFails) {
  for (const int jobs : {1, 4}) {
    size_t stored = 0;
    OrderedSteps steps = Steps();
    steps.store = [&](size_t, const auto&) { return ++stored < 3; };
    RunInOrder(1000, jobs, steps);
    EXPECT_EQ(stored, 3U);
  }
}

TEST(RunInOrder, OneThatCrashesCostsOnlyItself) {
  for (const int jobs : {1, 3}) {
    OrderedSteps steps = Steps();
    steps.read = [](size_t i) -> Result<std::string> {
      if (i == 5) raise(SIGKILL);
      return std::to_string(i);
    };
    std::vector<size_t> failed;
    steps.store = [&](size_t i, const std::optional<Result<std::string>>& read) {
      if (!*read) {
        failed.push_back(i);
        EXPECT_EQ(read->error().file, "document 5");
        EXPECT_EQ(read->error().code, ErrorCode::kCrashed);
      }
      return true;
    };
    RunInOrder(30, jobs, steps);
    EXPECT_THAT(failed, ::testing::ElementsAre(5U));
  }
}

}  // namespace
}  // namespace congvan::cli
