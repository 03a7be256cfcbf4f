// Jobs in processes that are kept, and what becomes of those that misbehave.
#include "extractor/worker_pool.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "support/leak_check.h"

namespace congvan::extractor {
namespace {

using namespace std::chrono_literals;

std::string NameOf(size_t job) { return std::to_string(job) + ".pdf"; }

WorkerPoolOptions Options(int workers) {
  WorkerPoolOptions options;
  options.workers = workers;
  options.timeout = 20s;
  return options;
}

/// Gives `count` jobs and takes them all.
std::vector<Result<std::string>> RunAll(const WorkerPool::Job& job, size_t count,
                                        const WorkerPoolOptions& options) {
  WorkerPool pool(job, NameOf, options);
  for (size_t i = 0; i < count; ++i) pool.Give(i);
  std::vector<Result<std::string>> results;
  for (size_t i = 0; i < count; ++i) results.push_back(pool.Take(i));
  return results;
}

std::string Pid() { return std::to_string(getpid()); }

using WorkerPoolTest = LeakCheck;

TEST_F(WorkerPoolTest, GivesEachJobItsAnswer) {
  const auto job = [](size_t i) -> Result<std::string> {
    std::this_thread::sleep_for(std::chrono::microseconds((i * 37) % 400));  // out of step
    return std::string(i * 1000, 'x') + std::to_string(i);
  };
  for (const int workers : {1, 2, 5}) {
    const auto results = RunAll(job, 60, Options(workers));
    for (size_t i = 0; i < results.size(); ++i) {
      ASSERT_TRUE(results[i]);
      EXPECT_EQ(*results[i], std::string(i * 1000, 'x') + std::to_string(i));
    }
  }
}

TEST_F(WorkerPoolTest, KeepsItsProcesses) {
  const auto results = RunAll([](size_t) -> Result<std::string> { return Pid(); }, 50, Options(2));
  std::set<std::string> pids;
  for (const auto& result : results) pids.insert(*result);
  EXPECT_LE(pids.size(), 2U);
  EXPECT_FALSE(pids.contains(Pid()));
}

TEST_F(WorkerPoolTest, HandsOnErrors) {
  const auto results = RunAll(
      [](size_t i) -> Result<std::string> {
        if (i == 1) throw std::runtime_error("unforeseen");
        if (i == 2) throw std::bad_alloc();
        return Fail(MakeError(ErrorCode::kEncrypted, "elsewhere", "hỏi mật khẩu", "unlock it"));
      },
      3, Options(1));
  EXPECT_EQ(results[0].error().code, ErrorCode::kEncrypted);
  EXPECT_EQ(results[0].error().file, "0.pdf");
  EXPECT_EQ(results[0].error().what, "hỏi mật khẩu");
  EXPECT_EQ(results[0].error().hint, "unlock it");
  EXPECT_EQ(results[1].error().code, ErrorCode::kInternal);
  EXPECT_EQ(results[1].error().what, "unforeseen");
  EXPECT_EQ(results[2].error().code, ErrorCode::kOutOfMemory);
}

// Whatever becomes of a worker, only the job that it was doing pays for it.
TEST_F(WorkerPoolTest, ReplacesWorkersThatDie) {
  const auto job = [](size_t i) -> Result<std::string> {
    if (i % 7 == 3) raise(SIGKILL);
    if (i % 7 == 5) _exit(9);
    if (i % 7 == 6) {
      if (write(3, "rubbish!", 8) != 8) return std::string("no channel");
    }
    return std::to_string(i);
  };
  for (const int workers : {1, 3}) {
    const auto results = RunAll(job, 70, Options(workers));
    for (size_t i = 0; i < results.size(); ++i) {
      if (i % 7 == 3 || i % 7 == 5 || i % 7 == 6) {
        ASSERT_FALSE(results[i]) << i;
        EXPECT_EQ(results[i].error().file, NameOf(i));
      } else {
        ASSERT_TRUE(results[i]) << i << ' ' << ToString(results[i].error());
        EXPECT_EQ(*results[i], std::to_string(i));
      }
    }
  }
}

TEST_F(WorkerPoolTest, StopsAJobThatHangs) {
  WorkerPoolOptions options = Options(2);
  options.timeout = 1s;
  const auto results = RunAll(
      [](size_t i) -> Result<std::string> {
        if (i == 1) std::this_thread::sleep_for(60s);
        return std::to_string(i);
      },
      6, options);
  for (size_t i = 0; i < results.size(); ++i) EXPECT_EQ(results[i].has_value(), i != 1) << i;
  EXPECT_EQ(results[1].error().code, ErrorCode::kTimeout);
}

TEST_F(WorkerPoolTest, StopsAnAnswerThatIsTooLarge) {
  WorkerPoolOptions options = Options(1);
  options.max_reply_bytes = 1000;
  const auto results = RunAll(
      [](size_t i) -> Result<std::string> { return std::string(i == 1 ? 100'000 : 10, 'x'); }, 4,
      options);
  for (size_t i = 0; i < results.size(); ++i) EXPECT_EQ(results[i].has_value(), i != 1) << i;
  EXPECT_EQ(results[1].error().code, ErrorCode::kTooLarge);
}

// Little may wait here, and the one that is waited for comes last: nobody waits for ever.
TEST_F(WorkerPoolTest, ManyLargeAnswersBehindASlowOne) {
  WorkerPoolOptions options = Options(4);
  options.max_waiting_bytes = 1000;
  const auto results = RunAll(
      [](size_t i) -> Result<std::string> {
        if (i % 5 == 0) std::this_thread::sleep_for(50ms);
        if (i == 10) raise(SIGKILL);
        return std::string(1'000'000, 'x');
      },
      40, options);
  for (size_t i = 0; i < results.size(); ++i) EXPECT_EQ(results[i].has_value(), i != 10) << i;
}

TEST_F(WorkerPoolTest, EndsWithJobsUntaken) {
  WorkerPool pool(
      [](size_t) -> Result<std::string> {
        std::this_thread::sleep_for(60s);
        return std::string();
      },
      NameOf, Options(3));
  for (size_t i = 0; i < 20; ++i) pool.Give(i);
}

TEST_F(WorkerPoolTest, CannotWriteFilesNorSeeOpenOnes) {
  const std::string path = ::testing::TempDir() + "worker_pool_test_secret";
  std::ofstream secret(path);
  const int before = dup(1);
  const auto results = RunAll(
      [&](size_t) -> Result<std::string> {
        signal(SIGXFSZ, SIG_IGN);
        const bool sees = write(before, "", 0) == 0;
        std::ofstream file(path + ".out");
        file << "x" << std::flush;
        return std::string(sees ? "sees " : "") + (file.good() ? "writes" : "");
      },
      1, Options(1));
  close(before);
  secret.close();
  std::remove(path.c_str());
  std::remove((path + ".out").c_str());
  ASSERT_TRUE(results[0]);
  EXPECT_EQ(*results[0], "");
}

// Each has a channel and a pipe open here when the next is forked.
TEST_F(WorkerPoolTest, StartsAHundredWorkers) {
  const auto results = RunAll(
      [](size_t i) -> Result<std::string> {
        std::this_thread::sleep_for(5ms);
        return std::to_string(i);
      },
      200, Options(100));
  for (const auto& result : results) EXPECT_TRUE(result) << ToString(result.error());
}

// nohup, a terminal that is closed, Ctrl-C: all of the group hear it, and it is no fault of the
// documents that are being read.
TEST_F(WorkerPoolTest, SignalsOfTheTerminalAreNotTheWorkersBusiness) {
  const auto results = RunAll(
      [](size_t) -> Result<std::string> {
        for (const int number : {SIGHUP, SIGINT, SIGQUIT, SIGTERM}) raise(number);
        return Pid();
      },
      4, Options(2));
  for (const auto& result : results) EXPECT_TRUE(result) << ToString(result.error());
}

// A launcher that ignores SIGCHLD takes the ends of processes away: no answer may be missing, and
// no job be tried for ever.
TEST_F(WorkerPoolTest, WorksWhereEndsOfProcessesAreNotKept) {
  const auto before = signal(SIGCHLD, SIG_IGN);
  const auto results = RunAll(
      [](size_t i) -> Result<std::string> {
        if (i == 1) raise(SIGKILL);
        return std::to_string(i);
      },
      4, Options(1));
  signal(SIGCHLD, before);
  for (size_t i = 0; i < results.size(); ++i) EXPECT_EQ(results[i].has_value(), i != 1) << i;
  EXPECT_EQ(results[1].error().code, ErrorCode::kCrashed);
}

TEST_F(WorkerPoolTest, NoiseDoesNoHarm) {
  const auto results = RunAll(
      [](size_t i) -> Result<std::string> {
        for (int n = 0; n < 10'000; ++n) std::fputs("a library complains\n", stderr);
        return std::to_string(i);
      },
      3, Options(1));
  for (const auto& result : results) EXPECT_TRUE(result) << ToString(result.error());
}

#if !defined(__SANITIZE_ADDRESS__)  // which keeps what is freed for a while
long PeakMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stol(line.substr(6)) / 1024;
  }
  return 0;
}

// Sixteen answers of 10 MB are ready behind the one that is waited for: most stay where they are.
TEST_F(WorkerPoolTest, HoldsFewAnswers) {
  constexpr size_t kJobs = 16;
  WorkerPool pool(
      [](size_t i) -> Result<std::string> {
        if (i == 0) std::this_thread::sleep_for(300ms);
        return std::string(10U << 20, 'x');
      },
      NameOf, Options(kJobs));
  for (size_t i = 0; i < kJobs; ++i) pool.Give(i);
  const long before = PeakMegabytes();
  for (size_t i = 0; i < kJobs; ++i) {
    const auto answer = pool.Take(i);
    ASSERT_TRUE(answer) << ToString(answer.error());
    EXPECT_EQ(answer->size(), 10U << 20);
  }
  EXPECT_LT(PeakMegabytes(), before + 80);
}

TEST_F(WorkerPoolTest, BoundsMemory) {
  WorkerPoolOptions options = Options(1);
  options.max_memory_bytes = 200ULL << 20;
  const auto results = RunAll(
      [](size_t i) -> Result<std::string> {
        std::vector<std::string> hoard;
        for (size_t n = 0; i == 1 && n < 400; ++n) hoard.emplace_back(1U << 20, 'x');
        return std::to_string(hoard.size());
      },
      3, options);
  EXPECT_TRUE(results[0] && results[2]);
  EXPECT_EQ(results[1].error().code, ErrorCode::kOutOfMemory);
}

// What a worker has gathered must not be missing to the children that it forks.
TEST_F(WorkerPoolTest, RetiresWorkersThatHaveGrown) {
  WorkerPoolOptions options = Options(1);
  options.max_memory_bytes = 200ULL << 20;
  static std::vector<std::string>* const kept = new std::vector<std::string>;
  const auto results = RunAll(
      [](size_t) -> Result<std::string> {
        for (int n = 0; n < 40; ++n) kept->emplace_back(1U << 20, 'x');
        return Pid();
      },
      12, options);
  std::set<std::string> pids;
  for (const auto& result : results) {
    ASSERT_TRUE(result) << ToString(result.error());
    pids.insert(*result);
  }
  EXPECT_GT(pids.size(), 2U);
}

// What earlier jobs left must not cost a good one its answer.
TEST_F(WorkerPoolTest, TriesAgainInAFreshWorkerWhenMemoryIsOut) {
  WorkerPoolOptions options = Options(1);
  options.max_memory_bytes = 200ULL << 20;
  static std::vector<std::string>* const kept = new std::vector<std::string>;
  const auto results = RunAll(
      [](size_t i) -> Result<std::string> {
        if (i == 0) kept->emplace_back(60U << 20, 'x');
        const std::string much(i == 1 ? 110U << 20 : 1, 'x');
        return Pid();
      },
      3, options);
  for (const auto& result : results) ASSERT_TRUE(result) << ToString(result.error());
  EXPECT_NE(*results[0], *results[1]);
}
#endif

}  // namespace
}  // namespace congvan::extractor
