// process.h: descriptors, pipes and limits of the processes that read documents.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace congvan::extractor {

/// Closes its file descriptor when it goes.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { Close(); }
  Descriptor(Descriptor&& other) noexcept : fd_(other.Release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;

  void Close();
  int Release();
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_ = -1;
};

struct Pipe {
  Descriptor read, write;
  bool Open();  ///< false when the system refuses
};

/// Writes to a pipe or socket; false when the other end is gone, without a signal for sockets.
bool WriteAll(int fd, std::string_view bytes);

/// Milliseconds from now, for poll(): 0 when `deadline` has passed, at most 1,000,000.
int MillisecondsLeft(std::chrono::steady_clock::time_point deadline);

/// Reaps `child`: its wait status; nullopt when the system does not tell (somebody else reaped it).
std::optional<int> WaitFor(int child);

/// What is in a pipe now, at most 64 KiB of it.
std::string ReadNoise(int fd);

// ---- in the child ----

/// At the child's beginning. It dies with `parent`, and only with it: what ends a run from the
/// keyboard or with the terminal is the parent's to hear, so that no document is blamed for it. It
/// has 0 and 1 (nowhere), 2 (`noise`, which never blocks), 3 (`channel`) and nothing else that the
/// parent had open; it dumps no core, writes no file and opens few.
bool BeginChild(int parent, int channel, int noise);

/// Bounds data so that the process stays below `max_memory_bytes` in all, with what it inherited
/// and with code, libraries and the file's own pages. Never raises a bound that is there already.
/// No bound under the sanitizers, whose shadow memory is counted as data.
bool LimitMemory(uint64_t max_memory_bytes);

/// Data of this process: heap, stacks and what is copied on writing; 0 when the system does not
/// tell.
uint64_t DataInUse();

}  // namespace congvan::extractor
