#include "isolated_job.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <new>
#include <optional>
#include <thread>
#include <utility>

#include "process.h"
#include "reply.h"

namespace congvan::extractor {
namespace {

using Clock = std::chrono::steady_clock;

// ---- the child ----

bool LimitTime(const ProcessLimits& limits) {
  // A soft limit below the hard one: SIGXCPU comes first and can be told from the parent's SIGKILL.
  const auto seconds = static_cast<rlim_t>(limits.timeout.count() / 1000 + 1);
  const rlimit cpu{seconds, seconds + 2};
  return setrlimit(RLIMIT_CPU, &cpu) == 0;
}

using Replier = std::function<std::string()>;  // does the work and says how it went

[[noreturn]] void RunChild(const Replier& replier, const ProcessLimits& limits, int parent,
                           int reply, int noise) {
  const bool ready =
      BeginChild(parent, reply, noise) && LimitTime(limits) && LimitMemory(limits.max_memory_bytes);
  if (!ready) _exit(kExitSetup);
  try {
    _exit(WriteAll(3, replier()) ? 0 : kExitException);
  } catch (const std::bad_alloc&) {
    _exit(kExitOutOfMemory);
  } catch (...) {
    _exit(kExitException);
  }
}

// ---- the parent ----

enum class Reading { kDone, kTimeout, kTooMuch };

struct ChildEnd {
  Reading reading = Reading::kDone;
  std::optional<int> status;  // nullopt when the system does not tell
  std::string reply;
  std::string noise;
};

Reading ReadReply(int fd, Clock::time_point deadline, uint64_t max_bytes, std::string& reply) {
  std::array<char, 64 << 10> buffer{};
  while (true) {
    pollfd waiting{fd, POLLIN, 0};
    const int left = MillisecondsLeft(deadline);
    const int ready = left == 0 ? 0 : poll(&waiting, 1, left);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return Reading::kTimeout;
    const ssize_t n = read(fd, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return Reading::kDone;
    if (reply.size() + static_cast<size_t>(n) > max_bytes) return Reading::kTooMuch;
    reply.append(buffer.data(), static_cast<size_t>(n));
  }
}

// A child may close its pipe and still run on; so waiting has the same deadline as reading.
bool EndsBy(pid_t child, Clock::time_point deadline, std::optional<int>& end) {
  int status = 0;
  using namespace std::chrono_literals;
  for (auto pause = 50us; Clock::now() < deadline; pause = std::min(pause * 2, 5000us)) {
    const pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended == child) end = status;
    if (ended == child || (ended < 0 && errno != EINTR)) return true;
    std::this_thread::sleep_for(pause);
  }
  return false;
}

struct Reply {
  std::string bytes;           // whole
  std::optional<Error> error;  // the child did not end well
};

Error ErrorOf(const std::string& file, const ProcessLimits& limits, const ChildEnd& end) {
  if (end.reading == Reading::kTooMuch) return TooMuchError(file);
  if (end.reading == Reading::kTimeout) return TimeoutError(file, limits);
  return ErrorOfEnd(file, limits, end.status, end.noise);
}

Reply ReplyOf(const std::string& file, const ProcessLimits& limits, const Replier& replier) {
  const auto deadline = Clock::now() + limits.timeout;
  Pipe reply, noise;
  if (!reply.Open() || !noise.Open()) return {{}, StartError(file, "no pipe")};
  const pid_t parent = getpid(), child = fork();
  if (child < 0) return {{}, StartError(file, "fork failed")};
  if (child == 0) RunChild(replier, limits, parent, reply.write.get(), noise.write.get());
  reply.write.Close();
  noise.write.Close();

  ChildEnd end;
  try {
    end.reading = ReadReply(reply.read.get(), deadline, limits.max_reply_bytes, end.reply);
    if (end.reading == Reading::kDone && !EndsBy(child, deadline, end.status))
      end.reading = Reading::kTimeout;
    if (end.reading != Reading::kDone) {
      kill(child, SIGKILL);
      end.status = WaitFor(child);
    }
    end.noise = ReadNoise(noise.read.get());
  } catch (const std::bad_alloc&) {
    kill(child, SIGKILL);
    WaitFor(child);
    return {{}, MemoryError(file, limits)};
  }
  const bool well = end.reading == Reading::kDone && end.status == 0;
  if (!well) return {{}, ErrorOf(file, limits, end)};
  return {std::move(end.reply), std::nullopt};
}

}  // namespace

Result<RawDocument> RunIsolated(const std::string& file, const ProcessLimits& limits,
                                const Job& job) {
  Reply reply = ReplyOf(file, limits, [&] { return EncodeReply(job()); });
  if (reply.error) return Fail(std::move(*reply.error));
  return DecodeReply(file, reply.bytes);
}

Result<std::string> RunIsolatedBytes(const std::string& file, const ProcessLimits& limits,
                                     const BytesJob& job) {
  Reply reply = ReplyOf(file, limits, [&] { return EncodeReply(job()); });
  if (reply.error) return Fail(std::move(*reply.error));
  return DecodeBytesReply(file, std::move(reply.bytes));
}

}  // namespace congvan::extractor
