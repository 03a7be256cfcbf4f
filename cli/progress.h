// cli/progress.h: one line on a terminal that says how far a long run is; nothing elsewhere.
#pragma once

#include <chrono>
#include <string_view>

#include "console.h"

namespace congvan::cli {

/// Belongs to one thread. Clear() before anything else is written to stderr.
class Progress {
 public:
  Progress(const Console& console, size_t total) : console_(console), total_(total) {}
  ~Progress() { Clear(); }
  Progress(const Progress&) = delete;  // it ends its line when it goes
  Progress& operator=(const Progress&) = delete;

  /// At most ten times a second.
  void Update(size_t done, std::string_view path);
  void Clear();

 private:
  const Console& console_;
  size_t total_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point last_{};
};

}  // namespace congvan::cli
