#include "../extractor/src/isolated_job.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <thread>
#include <vector>

#include "../extractor/src/reply.h"
#include "support/leak_check.h"

namespace congvan::extractor {
namespace {

using namespace std::chrono_literals;

RawDocument SmallDocument() {
  RawDocument document;
  document.text_from = "pdf";
  RawPage page;
  page.text = "Kế hoạch";
  page.lines.push_back({});
  page.lines.back().span = {0, static_cast<uint32_t>(page.text.size())};
  document.pages.push_back(page);
  return document;
}

ProcessLimits Quick() {
  ProcessLimits limits;
  limits.timeout = 5s;
  return limits;
}

ErrorCode CodeOf(const Result<RawDocument>& result) {
  return result ? ErrorCode::kUsage : result.error().code;
}

using IsolatedJobTest = LeakCheck;

TEST_F(IsolatedJobTest, HandsOnTheDocument) {
  const Result<RawDocument> result =
      RunIsolated("a.pdf", Quick(), [] { return Result<RawDocument>(SmallDocument()); });
  ASSERT_TRUE(result) << ToString(result.error());
  EXPECT_EQ(result->pages, SmallDocument().pages);
}

TEST_F(IsolatedJobTest, HandsOnTheError) {
  const Result<RawDocument> result = RunIsolated("a.pdf", Quick(), []() -> Result<RawDocument> {
    return Fail(MakeError(ErrorCode::kEncrypted, "elsewhere", "hỏi mật khẩu", "unlock it"));
  });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::kEncrypted);
  EXPECT_EQ(result.error().file, "a.pdf");
  EXPECT_EQ(result.error().what, "hỏi mật khẩu");
  EXPECT_EQ(result.error().hint, "unlock it");
}

struct EndCase {
  const char* how;
  void (*end)();
  ErrorCode code;
};

TEST_F(IsolatedJobTest, TurnsEveryEndIntoAnError) {
  const EndCase cases[] = {
      {"killed by the system", [] { raise(SIGKILL); }, ErrorCode::kCrashed},
      {"bad memory access", [] { signal(SIGSEGV, SIG_DFL), raise(SIGSEGV); }, ErrorCode::kCrashed},
      {"aborts", [] { std::abort(); }, ErrorCode::kCrashed},
      {"aborts the way Poppler does when memory is out",
       [] {
         if (write(2, "Out of memory\n", 14) == 14) std::abort();
       },
       ErrorCode::kOutOfMemory},
      {"throws", [] { throw std::runtime_error("x"); }, ErrorCode::kCrashed},
      {"throws bad_alloc", [] { throw std::bad_alloc(); }, ErrorCode::kOutOfMemory},
      {"leaves without an answer", [] { _exit(0); }, ErrorCode::kCrashed},
      {"leaves with a code", [] { _exit(9); }, ErrorCode::kCrashed},
      {"writes rubbish to the pipe",
       [] {
         if (write(3, "rubbish", 7) == 7) _exit(0);
       },
       ErrorCode::kCrashed},
  };
  for (const EndCase& c : cases) {
    const auto end = c.end;
    const Result<RawDocument> result = RunIsolated("a.pdf", Quick(), [end] {
      end();
      return Result<RawDocument>(SmallDocument());
    });
    EXPECT_EQ(CodeOf(result), c.code) << c.how;
  }
}

TEST_F(IsolatedJobTest, StopsAChildThatSleeps) {
  ProcessLimits limits;
  limits.timeout = 200ms;
  const auto begin = std::chrono::steady_clock::now();
  const Result<RawDocument> result = RunIsolated("a.pdf", limits, [] {
    std::this_thread::sleep_for(60s);
    return Result<RawDocument>(SmallDocument());
  });
  EXPECT_EQ(CodeOf(result), ErrorCode::kTimeout);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
}

TEST_F(IsolatedJobTest, StopsAChildThatClosesItsPipeAndSleeps) {
  ProcessLimits limits;
  limits.timeout = 200ms;
  const Result<RawDocument> result = RunIsolated("a.pdf", limits, [] {
    close(3);
    std::this_thread::sleep_for(60s);
    return Result<RawDocument>(SmallDocument());
  });
  EXPECT_EQ(CodeOf(result), ErrorCode::kTimeout);
}

TEST_F(IsolatedJobTest, StopsAChildThatSendsTooMuch) {
  ProcessLimits limits = Quick();
  limits.max_reply_bytes = 1000;
  const Result<RawDocument> result = RunIsolated("a.pdf", limits, [] {
    RawDocument document = SmallDocument();
    document.pages[0].text.assign(100'000, 'x');
    return Result<RawDocument>(document);
  });
  EXPECT_EQ(CodeOf(result), ErrorCode::kTooLarge);
}

TEST_F(IsolatedJobTest, IsNotStoppedByNoise) {
  const Result<RawDocument> result = RunIsolated("a.pdf", Quick(), [] {
    for (int i = 0; i < 100'000; ++i) std::fputs("Syntax Error: noise\n", stderr);
    return Result<RawDocument>(SmallDocument());
  });
  EXPECT_TRUE(result);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_F(IsolatedJobTest, BoundsMemory) {
  ProcessLimits limits = Quick();
  limits.max_memory_bytes = 100ULL << 20;
  const Result<RawDocument> result = RunIsolated("a.pdf", limits, [] {
    std::vector<std::unique_ptr<char[]>> hoard;
    for (int i = 0; i < 400; ++i) hoard.push_back(std::make_unique<char[]>(1U << 20));
    return Result<RawDocument>(SmallDocument());
  });
  EXPECT_EQ(CodeOf(result), ErrorCode::kOutOfMemory);
}

// What the process that forks holds is part of the child: 300 MB are the bound of each process.
TEST_F(IsolatedJobTest, CountsWhatTheChildInherits) {
  std::vector<std::unique_ptr<char[]>> held;
  for (int i = 0; i < 40; ++i) held.push_back(std::make_unique<char[]>(1U << 20));
  ProcessLimits limits = Quick();
  limits.max_memory_bytes = 120ULL << 20;  // 72 of data
  const auto take = [&](uint32_t megabytes) {
    return RunIsolated("a.pdf", limits, [megabytes] {
      const auto some = std::make_unique<char[]>(megabytes << 20);
      return Result<RawDocument>(SmallDocument());
    });
  };
  EXPECT_TRUE(take(10));
  EXPECT_EQ(CodeOf(take(50)), ErrorCode::kOutOfMemory);
}
#endif

TEST_F(IsolatedJobTest, CannotWriteFilesNorSeeTheParentsFiles) {
  const std::string path = ::testing::TempDir() + "worker_test_secret";
  std::ofstream secret(path);
  const int before = dup(1);
  const Result<RawDocument> result = RunIsolated("a.pdf", Quick(), [&] {
    signal(SIGXFSZ, SIG_IGN);
    const bool sees = write(before, "", 0) == 0;
    std::ofstream file(path + ".out");
    file << "x" << std::flush;
    RawDocument document = SmallDocument();
    document.pages[0].number = (sees ? 10 : 0) + (file.good() ? 100 : 0);
    return Result<RawDocument>(document);
  });
  close(before);
  secret.close();
  std::remove(path.c_str());
  std::remove((path + ".out").c_str());
  ASSERT_TRUE(result);
  EXPECT_EQ(result->pages[0].number, 0);
}

TEST(ReplyTest, BelievesNoBytes) {
  const std::string document = EncodeReply(Result<RawDocument>(SmallDocument()));
  const std::string error =
      EncodeReply(Result<RawDocument>(Fail(MakeError(ErrorCode::kDamaged, "f", "what", "hint"))));
  for (const std::string& reply : {document, error}) {
    for (size_t size = 0; size < reply.size(); ++size) {
      EXPECT_EQ(CodeOf(DecodeReply("f", std::string_view(reply).substr(0, size))),
                ErrorCode::kCrashed)
          << size;
    }
    for (size_t i = 0; i < reply.size(); ++i) {
      for (const int flip : {0x01, 0x80, 0xFF}) {
        std::string broken = reply;
        broken[i] = static_cast<char>(broken[i] ^ flip);
        const Result<RawDocument> result = DecodeReply("f", broken);  // must not crash
        if (result) {
          EXPECT_FALSE(result->pages.empty());
        }
      }
    }
  }
}

}  // namespace
}  // namespace congvan::extractor
