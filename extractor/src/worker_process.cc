#include "worker_process.h"

#include <malloc.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <new>
#include <utility>

#include "process_end.h"
#include "reply.h"

namespace congvan::extractor {
namespace {

constexpr int kExitRetired = 74;
constexpr int kChannel = 3;  // where BeginChild puts it

// ---- the worker: a job's number comes, its answer goes: 8 bytes of length, then the reply ----

Result<std::string> DoJob(const WorkerPool::Job& job, size_t number,
                          const WorkerPoolOptions& options) {
  try {
    return job(number);
  } catch (const std::bad_alloc&) {
    return Fail(MemoryError({}, {options.max_memory_bytes, options.timeout}));
  } catch (const std::exception& error) {
    return Fail(MakeError(ErrorCode::kInternal, {}, error.what()));
  } catch (...) {
    return Fail(MakeError(ErrorCode::kInternal, {}, "an unknown exception"));
  }
}

bool ReadNumber(uint64_t& number) {
  char bytes[sizeof number];
  for (size_t got = 0; got < sizeof bytes;) {
    const ssize_t n = read(kChannel, bytes + got, sizeof bytes - got);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    got += static_cast<size_t>(n);
  }
  std::memcpy(&number, bytes, sizeof number);
  return true;
}

bool Answer(const std::string& reply) {
  const auto size = static_cast<uint64_t>(reply.size());
  char bytes[sizeof size];
  std::memcpy(bytes, &size, sizeof size);
  return WriteAll(kChannel, {bytes, sizeof bytes}) && WriteAll(kChannel, reply);
}

// A third of what is allowed stays free for the children that jobs fork.
bool HasGrown(const WorkerPoolOptions& options) {
  const uint64_t most = options.max_memory_bytes / 3 * 2;
  if (DataInUse() <= most) return false;
  malloc_trim(0);
  return DataInUse() > most;
}

[[noreturn]] void Work(const WorkerPool::Job& job, const WorkerPoolOptions& options, int parent,
                       int channel, int noise) {
  if (!BeginChild(parent, channel, noise) || !LimitMemory(options.max_memory_bytes))
    _exit(kExitSetup);
  uint64_t number = 0;
  while (ReadNumber(number)) {
    try {
      if (!Answer(EncodeReply(DoJob(job, static_cast<size_t>(number), options)))) break;
    } catch (const std::bad_alloc&) {
      _exit(kExitOutOfMemory);
    }
    if (HasGrown(options)) break;
  }
  _exit(kExitRetired);
}

}  // namespace

std::unique_ptr<WorkerProcess> WorkerProcess::Start(const WorkerPool::Job& job,
                                                    const WorkerPoolOptions& options) {
  int ends[2] = {-1, -1};
  Pipe noise;
  if (!noise.Open() || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return nullptr;
  Descriptor ours(ends[0]);
  const Descriptor theirs(ends[1]);
  const pid_t parent = getpid(), pid = fork();
  if (pid < 0) return nullptr;
  if (pid == 0) Work(job, options, parent, theirs.get(), noise.write.get());
  return std::unique_ptr<WorkerProcess>(
      new WorkerProcess(pid, std::move(ours), std::move(noise.read), options));
}

void WorkerProcess::Give(size_t job) {
  if (jobs_.empty()) RestartClock();
  jobs_.push_back(job);
  const auto number = static_cast<uint64_t>(job);
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  WriteAll(channel_.get(), {bytes, sizeof bytes});
}

WorkerProcess::State WorkerProcess::Read(bool whole) {
  while (true) {
    const bool of_size = size_read_ < size_.size();
    if (!of_size && !whole && !reading()) return State::kAnnounced;
    if (!of_size && !reading()) answer_.resize(announced_);
    char* const to = of_size ? size_.data() + size_read_ : answer_.data() + answer_read_;
    const size_t room = of_size ? size_.size() - size_read_ : answer_.size() - answer_read_;
    const ssize_t n = recv(channel_.get(), to, room, MSG_DONTWAIT);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return State::kWorking;
    if (n <= 0) return State::kEnded;
    if (jobs_.empty()) return State::kNonsense;
    RestartClock();  // it is alive
    (of_size ? size_read_ : answer_read_) += static_cast<size_t>(n);
    if (of_size && size_read_ == size_.size()) {
      std::memcpy(&announced_, size_.data(), sizeof announced_);
      if (announced_ == 0 || announced_ > options_.max_reply_bytes) return State::kNonsense;
    } else if (!of_size && answer_read_ == answer_.size()) {
      return State::kAnswered;
    }
  }
}

std::string WorkerProcess::TakeAnswer() {
  jobs_.pop_front();
  ++answers_;
  size_read_ = answer_read_ = 0;
  announced_ = 0;
  RestartClock();
  return std::exchange(answer_, {});
}

WorkerProcess::Ending WorkerProcess::End() {
  if (pid_ < 0) return {};
  kill(pid_, SIGKILL);
  channel_.Close();
  const std::optional<int> status = WaitFor(std::exchange(pid_, -1));
  return {status, ReadNoise(noise_.get())};
}

bool WorkerProcess::Retired(const Ending& ending) {
  return ending.status && WIFEXITED(*ending.status) && WEXITSTATUS(*ending.status) == kExitRetired;
}

}  // namespace congvan::extractor
