// cli/bounded_queue.h: hands work from one thread to several; whoever is too fast waits.
//
// Thread-safe. The only locks of the program are here.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace congvan::cli {

template <class T>
class BoundedQueue {
 public:
  explicit BoundedQueue(size_t capacity) : capacity_(capacity) {}

  /// Waits for room. Must not be called after Close.
  void Push(T value) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return values_.size() < capacity_; });
    values_.push_back(std::move(value));
    filled_.notify_one();
  }

  /// Waits for a value; nullopt when the queue is closed.
  std::optional<T> Pop() {
    std::unique_lock lock(mutex_);
    filled_.wait(lock, [this] { return !values_.empty() || closed_; });
    if (values_.empty()) return std::nullopt;
    T value = std::move(values_.front());
    values_.pop_front();
    room_.notify_one();
    return value;
  }

  /// Drops what waits, and wakes everybody who waits in Pop.
  void Close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    values_.clear();
    filled_.notify_all();
  }

 private:
  const size_t capacity_;
  std::mutex mutex_;
  std::condition_variable filled_, room_;
  std::deque<T> values_;
  bool closed_ = false;
};

}  // namespace congvan::cli
