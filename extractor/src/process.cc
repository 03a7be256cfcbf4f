#include "process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <utility>

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

// Code, libraries and the file's own pages come on top of the data that RLIMIT_DATA counts.
[[maybe_unused]] constexpr uint64_t kCodeAllowance = 48ULL << 20;
[[maybe_unused]] constexpr uint64_t kLeastData = 16ULL << 20;
constexpr rlim_t kMaxOpenFiles = 64;

constexpr size_t kMaxNoiseBytes = 64 << 10;

bool Limit(int resource, rlim_t amount) {
  const rlimit limit{amount, amount};
  return setrlimit(static_cast<__rlimit_resource_t>(resource), &limit) == 0;
}

bool TakeDescriptors(int channel, int noise) {
  const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (null < 0) return false;
  const int safe_channel = fcntl(channel, F_DUPFD, 10);
  const int safe_noise = fcntl(noise, F_DUPFD, 10);
  if (safe_channel < 0 || safe_noise < 0) return false;
  if (dup2(null, 0) < 0 || dup2(null, 1) < 0) return false;
  if (dup2(safe_noise, 2) < 0 || dup2(safe_channel, 3) < 0) return false;
  return close_range(4, ~0U, 0) == 0;
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    Close();
    fd_ = other.Release();
  }
  return *this;
}

void Descriptor::Close() {
  if (fd_ >= 0) close(fd_);
  fd_ = -1;
}

int Descriptor::Release() { return std::exchange(fd_, -1); }

bool Pipe::Open() {
  int ends[2] = {-1, -1};
  if (pipe2(ends, O_CLOEXEC) != 0) return false;
  read = Descriptor(ends[0]);
  write = Descriptor(ends[1]);
  return true;
}

bool WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t n = send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n < 0 && errno == ENOTSOCK) n = write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(n));
  }
  return true;
}

int MillisecondsLeft(std::chrono::steady_clock::time_point deadline) {
  const auto left = deadline - std::chrono::steady_clock::now();
  return static_cast<int>(std::clamp<int64_t>(
      std::chrono::ceil<std::chrono::milliseconds>(left).count(), 0, 1'000'000));
}

std::optional<int> WaitFor(int child) {
  int status = 0;
  for (;;) {
    const pid_t ended = waitpid(child, &status, 0);
    if (ended == child) return status;
    if (ended < 0 && errno != EINTR) return std::nullopt;
  }
}

std::string ReadNoise(int fd) {
  fcntl(fd, F_SETFL, O_NONBLOCK);
  std::string noise(kMaxNoiseBytes, '\0');
  const ssize_t n = read(fd, noise.data(), noise.size());
  noise.resize(n > 0 ? static_cast<size_t>(n) : 0);
  return noise;
}

bool BeginChild(int parent, int channel, int noise) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) return false;  // it was faster
  for (const int number : {SIGCHLD, SIGPIPE, SIGXCPU, SIGABRT, SIGSEGV}) signal(number, SIG_DFL);
  for (const int number : {SIGINT, SIGQUIT, SIGHUP, SIGTERM}) signal(number, SIG_IGN);
  fcntl(noise, F_SETFL, O_NONBLOCK);  // a full pipe must not stop the child
  if (!TakeDescriptors(channel, noise)) return false;
  const bool core = Limit(RLIMIT_CORE, 0);
  const bool size = Limit(RLIMIT_FSIZE, 0);
  return Limit(RLIMIT_NOFILE, kMaxOpenFiles) && size && core;
}

bool LimitMemory([[maybe_unused]] uint64_t max_memory_bytes) {
#ifndef CONGVAN_SANITIZED
  const rlim_t data = max_memory_bytes > kCodeAllowance + kLeastData
                          ? max_memory_bytes - kCodeAllowance
                          : std::min(max_memory_bytes, kLeastData);
  rlimit now{};
  if (getrlimit(RLIMIT_DATA, &now) != 0) return false;
  return Limit(RLIMIT_DATA, std::min(data, now.rlim_cur));
#else
  return true;
#endif
}

uint64_t DataInUse() {
#ifdef CONGVAN_SANITIZED
  return 0;  // the shadow memory would be counted
#else
  const Descriptor statm(open("/proc/self/statm", O_RDONLY | O_CLOEXEC));
  char text[128] = {};
  if (statm.get() < 0 || read(statm.get(), text, sizeof text - 1) <= 0) return 0;
  unsigned long long pages = 0;  // the sixth number: data and stack
  if (std::sscanf(text, "%*u %*u %*u %*u %*u %llu", &pages) != 1) return 0;
  return pages * static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
#endif
}

}  // namespace congvan::extractor
