#include "worker.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <new>
#include <thread>
#include <utility>

#include "core/raw_document_codec.h"
#include "core/utf8.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define CONGVAN_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
    __has_feature(memory_sanitizer)
#define CONGVAN_SANITIZED 1
#endif
#endif

namespace congvan::extractor {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kExitOutOfMemory = 71;
constexpr int kExitException = 72;
constexpr int kExitSetup = 73;

// Code, libraries and the file's own pages come on top of the data that RLIMIT_DATA counts.
[[maybe_unused]] constexpr uint64_t kCodeAllowance = 48ULL << 20;
[[maybe_unused]] constexpr uint64_t kLeastData = 16ULL << 20;
constexpr rlim_t kMaxOpenFiles = 64;
constexpr size_t kMaxNoiseBytes = 64 << 10;
constexpr uint32_t kMaxMessageBytes = 4096;

constexpr char kReplyDocument = 'D';
constexpr char kReplyError = 'E';

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { Close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  void Reset(int fd) {
    Close();
    fd_ = fd;
  }
  void Close() {
    if (fd_ >= 0) close(fd_);
    fd_ = -1;
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_ = -1;
};

struct Pipe {
  Descriptor read, write;

  bool Open() {
    std::array<int, 2> ends = {-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    read.Reset(ends[0]);
    write.Reset(ends[1]);
    return true;
  }
};

// ---- the child ----

bool Limit(int resource, rlim_t amount) {
  const rlimit limit{amount, amount};
  return setrlimit(static_cast<__rlimit_resource_t>(resource), &limit) == 0;
}

// What the parent had when it was copied counts as the child's data, though it is shared: a parent
// with much in memory must not leave its children less.
[[maybe_unused]] uint64_t InheritedData() {
  const int statm = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (statm < 0) return 0;
  char text[128] = {};
  const ssize_t size = read(statm, text, sizeof text - 1);
  close(statm);
  if (size <= 0) return 0;
  unsigned long long pages = 0;  // the sixth number: data and stack
  if (std::sscanf(text, "%*u %*u %*u %*u %*u %llu", &pages) != 1) return 0;
  return pages * static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
}

bool SetLimits(const WorkerLimits& limits) {
  // A soft limit below the hard one: SIGXCPU comes first and can be told from the parent's SIGKILL.
  const auto seconds = static_cast<rlim_t>(limits.timeout.count() / 1000 + 1);
  const rlimit cpu{seconds, seconds + 2};
  bool ok = setrlimit(RLIMIT_CPU, &cpu) == 0;
  ok = Limit(RLIMIT_CORE, 0) && ok;
  ok = Limit(RLIMIT_FSIZE, 0) && ok;
  ok = Limit(RLIMIT_NOFILE, kMaxOpenFiles) && ok;
#ifndef CONGVAN_SANITIZED  // the sanitizers' shadow memory is counted as data
  const uint64_t data = limits.max_memory_bytes > kCodeAllowance + kLeastData
                            ? limits.max_memory_bytes - kCodeAllowance
                            : std::min(limits.max_memory_bytes, kLeastData);
  ok = Limit(RLIMIT_DATA, InheritedData() + data) && ok;
#endif
  return ok;
}

// Leaves 0 (nothing to read), 1 (nowhere), 2 (`noise`) and 3 (`reply`), and closes whatever else
// the parent had open.
bool TakeDescriptors(int reply, int noise) {
  const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null < 0) return false;
  const int safe_reply = fcntl(reply, F_DUPFD, 10);
  const int safe_noise = fcntl(noise, F_DUPFD, 10);
  if (safe_reply < 0 || safe_noise < 0) return false;
  if (dup2(null, 0) < 0 || dup2(null, 1) < 0 || dup2(safe_noise, 2) < 0 || dup2(safe_reply, 3) < 0)
    return false;
  return close_range(4, ~0U, 0) == 0;
}

bool WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(n));
  }
  return true;
}

using Replier = std::function<std::string()>;  // does the work and says how it went

[[noreturn]] void RunChild(const Replier& replier, const WorkerLimits& limits, int reply,
                           int noise) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  signal(SIGPIPE, SIG_DFL);
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGXCPU, SIGABRT, SIGSEGV}) {
    signal(number, SIG_DFL);
  }
  // A full pipe of noise must not stop the child.
  fcntl(noise, F_SETFL, O_NONBLOCK);
  if (!TakeDescriptors(reply, noise) || !SetLimits(limits)) _exit(kExitSetup);
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
  int status = 0;
  std::string reply;
  std::string noise;
};

int MillisecondsLeft(Clock::time_point deadline) {
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<int64_t>(left, 0, 1'000'000));
}

Reading ReadReply(int fd, Clock::time_point deadline, uint64_t max_bytes, std::string& reply) {
  std::array<char, 64 << 10> buffer;
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

int WaitFor(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

// A child may close its pipe and still run on; so waiting has the same deadline as reading.
bool EndsBy(pid_t child, Clock::time_point deadline, int& status) {
  using namespace std::chrono_literals;
  for (auto pause = 50us; Clock::now() < deadline; pause = std::min(pause * 2, 5000us)) {
    const pid_t ended = waitpid(child, &status, WNOHANG);
    if (ended == child) return true;
    if (ended < 0 && errno != EINTR) return true;
    std::this_thread::sleep_for(pause);
  }
  return false;
}

std::string ReadNoise(int fd) {
  fcntl(fd, F_SETFL, O_NONBLOCK);
  std::string noise(kMaxNoiseBytes, '\0');
  const ssize_t n = read(fd, noise.data(), noise.size());
  noise.resize(n > 0 ? static_cast<size_t>(n) : 0);
  return noise;
}

// Poppler ends the process when memory runs out (gmem.h prints this and aborts); standard C++ would
// have thrown.
bool SaysOutOfMemory(std::string_view noise) {
  return noise.find("Out of memory") != std::string_view::npos ||
         noise.find("out of memory") != std::string_view::npos ||
         noise.find("bad_alloc") != std::string_view::npos;
}

Error TimeoutError(const std::string& file, const WorkerLimits& limits) {
  return MakeError(
      ErrorCode::kTimeout, file,
      fmt::format("reading took longer than {:g} s and was stopped",
                  static_cast<double>(limits.timeout.count()) / 1000.0),
      "the file may be damaged or made to do harm; print it to a new PDF, or allow more time");
}

Error MemoryError(const std::string& file, const WorkerLimits& limits) {
  return MakeError(
      ErrorCode::kOutOfMemory, file,
      fmt::format("reading needs more than {} MB of memory", limits.max_memory_bytes >> 20),
      "the file may be made to do harm; print it to a new PDF, or split it");
}

Error CrashError(const std::string& file, const std::string& how) {
  return MakeError(ErrorCode::kCrashed, file, "the process reading it " + how,
                   "the file is probably damaged: print it to a new PDF or fetch it again");
}

Error ErrorOf(const std::string& file, const WorkerLimits& limits, const ChildEnd& end) {
  if (end.reading == Reading::kTooMuch) {
    return MakeError(ErrorCode::kTooLarge, file, "the text in it is larger than allowed",
                     "split the file");
  }
  if (end.reading == Reading::kTimeout) return TimeoutError(file, limits);
  if (WIFSIGNALED(end.status)) {
    const int number = WTERMSIG(end.status);
    if (number == SIGXCPU) return TimeoutError(file, limits);
    if (number == SIGABRT && SaysOutOfMemory(end.noise)) return MemoryError(file, limits);
    return CrashError(file, fmt::format("died of signal {}", number));
  }
  const int code = WIFEXITED(end.status) ? WEXITSTATUS(end.status) : -1;
  if (code == kExitOutOfMemory || (code != 0 && SaysOutOfMemory(end.noise)))
    return MemoryError(file, limits);
  if (code == kExitSetup) {
    return MakeError(ErrorCode::kInternal, file, "could not set the limits of the reading process",
                     "see the system's limits (ulimit -a)");
  }
  return CrashError(file, fmt::format("gave up with exit code {}", code));
}

void Put32(std::string& out, uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>(value >> shift));
}

bool Take32(std::string_view& in, uint32_t& value) {
  if (in.size() < 4) return false;
  value = 0;
  for (size_t i = 0; i < 4; ++i)
    value |= static_cast<uint32_t>(static_cast<unsigned char>(in[i])) << (8 * i);
  in.remove_prefix(4);
  return true;
}

bool TakeText(std::string_view& in, std::string& text) {
  uint32_t size = 0;
  if (!Take32(in, size) || size > kMaxMessageBytes || size > in.size()) return false;
  text = std::string(in.substr(0, size));
  in.remove_prefix(size);
  return IsValidUtf8(text);
}

bool AllTextIsUtf8(const RawDocument& document) {
  return std::all_of(document.pages.begin(), document.pages.end(),
                     [](const RawPage& page) { return IsValidUtf8(page.text); }) &&
         std::all_of(document.notes.begin(), document.notes.end(), [](const Diagnostic& note) {
           return IsValidUtf8(note.code) && IsValidUtf8(note.text);
         });
}

std::string EncodeError(const Error& error) {
  std::string out(1, kReplyError);
  Put32(out, static_cast<uint32_t>(error.code));
  Put32(out, static_cast<uint32_t>(error.page));
  for (const std::string* text : {&error.what, &error.hint}) {
    const std::string_view cut(
        text->data(), FloorCodePoint(*text, std::min<size_t>(text->size(), kMaxMessageBytes)));
    Put32(out, static_cast<uint32_t>(cut.size()));
    out += cut;
  }
  return out;
}

// nullopt when the bytes are no error.
std::optional<Error> DecodeError(const std::string& file, std::string_view bytes) {
  Error error;
  error.file = file;
  uint32_t code = 0, page = 0;
  if (!bytes.starts_with(kReplyError)) return std::nullopt;
  bytes.remove_prefix(1);
  if (!Take32(bytes, code) || !Take32(bytes, page) || !TakeText(bytes, error.what) ||
      !TakeText(bytes, error.hint) || !bytes.empty() ||
      code > static_cast<uint32_t>(ErrorCode::kInternal) || page > 1'000'000)
    return std::nullopt;
  error.code = static_cast<ErrorCode>(code);
  error.page = static_cast<int>(page);
  return error;
}

Error SenselessAnswer(const std::string& file) {
  return CrashError(file, "sent an answer that makes no sense");
}

}  // namespace

std::string EncodeReply(const Result<RawDocument>& result) {
  return result ? kReplyDocument + Encode(*result) : EncodeError(result.error());
}

Result<RawDocument> DecodeReply(const std::string& file, std::string_view bytes) {
  if (bytes.starts_with(kReplyDocument)) {
    std::optional<RawDocument> document = DecodeRawDocument(bytes.substr(1));
    if (!document || document->pages.empty() || !AllTextIsUtf8(*document))
      return Fail(SenselessAnswer(file));
    return std::move(*document);
  }
  std::optional<Error> error = DecodeError(file, bytes);
  return Fail(error ? std::move(*error) : SenselessAnswer(file));
}

namespace {

Result<std::string> DecodeBytes(const std::string& file, std::string_view bytes) {
  if (bytes.starts_with(kReplyDocument)) return std::string(bytes.substr(1));
  std::optional<Error> error = DecodeError(file, bytes);
  return Fail(error ? std::move(*error) : SenselessAnswer(file));
}

struct Reply {
  std::string bytes;           // whole
  std::optional<Error> error;  // the child did not end well
};

Reply ReplyOf(const std::string& file, const WorkerLimits& limits, const Replier& replier) {
  const auto cannot = [&](const char* what) {
    return Reply{{},
                 MakeError(ErrorCode::kInternal, file,
                           fmt::format("cannot start a reading process: {}", what),
                           "too many processes or open files; try with fewer jobs")};
  };
  const auto deadline = Clock::now() + limits.timeout;
  Pipe reply, noise;
  if (!reply.Open() || !noise.Open()) return cannot("no pipe");
  const pid_t child = fork();
  if (child < 0) return cannot("fork failed");
  if (child == 0) RunChild(replier, limits, reply.write.get(), noise.write.get());
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
  const bool well =
      end.reading == Reading::kDone && WIFEXITED(end.status) && WEXITSTATUS(end.status) == 0;
  if (!well) return {{}, ErrorOf(file, limits, end)};
  return {std::move(end.reply), std::nullopt};
}

}  // namespace

Result<RawDocument> RunIsolated(const std::string& file, const WorkerLimits& limits,
                                const Job& job) {
  Reply reply = ReplyOf(file, limits, [&] { return EncodeReply(job()); });
  if (reply.error) return Fail(std::move(*reply.error));
  return DecodeReply(file, reply.bytes);
}

Result<std::string> RunIsolatedBytes(const std::string& file, const WorkerLimits& limits,
                                     const BytesJob& job) {
  Reply reply = ReplyOf(file, limits, [&] {
    const Result<std::string> result = job();
    return result ? kReplyDocument + *result : EncodeError(result.error());
  });
  if (reply.error) return Fail(std::move(*reply.error));
  return DecodeBytes(file, reply.bytes);
}

}  // namespace congvan::extractor
