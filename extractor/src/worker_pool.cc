#include "extractor/worker_pool.h"

#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <map>
#include <utility>
#include <vector>

#include "process.h"
#include "process_end.h"
#include "reply.h"
#include "worker_process.h"

namespace congvan::extractor {

using Clock = std::chrono::steady_clock;

/// Jobs that a worker may have: one at work and one behind it, so that it need not wait for us.
constexpr size_t kMostJobs = 2;

struct WorkerPool::Impl {
  Job job;
  Name name;
  WorkerPoolOptions options;
  std::deque<size_t> queue;  // given, with no worker yet
  std::vector<std::unique_ptr<WorkerProcess>> workers;
  std::map<size_t, Result<std::string>> done;
  uint64_t done_bytes = 0;

  [[nodiscard]] ProcessLimits limits() const {
    return {options.max_memory_bytes, options.timeout, options.max_reply_bytes};
  }

  void Finish(size_t number, Result<std::string> result) {
    if (result) done_bytes += result->size();
    done.emplace(number, std::move(result));
  }

  void FinishBroken(size_t number, Error error) { Finish(number, Fail(std::move(error))); }

  /// The worker with the fewest jobs, a new one where that is none at all; nullptr when all have
  /// enough.
  WorkerProcess* Freest() {
    const auto least = std::min_element(
        workers.begin(), workers.end(),
        [](const auto& a, const auto& b) { return a->jobs().size() < b->jobs().size(); });
    if (least != workers.end() && (*least)->jobs().empty()) return least->get();
    if (workers.size() < static_cast<size_t>(std::max(1, options.workers))) {
      if (std::unique_ptr<WorkerProcess> started = WorkerProcess::Start(job, options)) {
        workers.push_back(std::move(started));
        return workers.back().get();
      }
    }
    if (workers.empty()) return nullptr;
    return (*least)->jobs().size() < kMostJobs ? least->get() : nullptr;
  }

  void Distribute() {
    while (!queue.empty()) {
      WorkerProcess* const worker = Freest();
      if (worker == nullptr && !workers.empty()) return;
      const size_t number = queue.front();
      queue.pop_front();
      if (worker != nullptr) {
        worker->Give(number);
      } else {
        FinishBroken(number, StartError(name(number), "fork failed"));
      }
    }
  }

  /// The worker is gone or must go: its first job ends so, the others wait anew.
  void Replace(size_t index, const std::optional<Error>& of_first) {
    std::deque<size_t> jobs = workers[index]->jobs();
    workers.erase(workers.begin() + static_cast<std::ptrdiff_t>(index));
    if (of_first && !jobs.empty()) {
      FinishBroken(jobs.front(), *of_first);
      jobs.pop_front();
    }
    queue.insert(queue.begin(), jobs.begin(), jobs.end());
  }

  /// What memory did not suffice for beside all that earlier jobs left gets another worker.
  [[nodiscard]] static bool WorthAnother(bool fresh, const Error& error) {
    return !fresh && error.code == ErrorCode::kOutOfMemory;
  }

  void TakeAnswer(size_t index) {
    WorkerProcess& worker = *workers[index];
    const size_t number = worker.jobs().front();
    const bool fresh = worker.fresh();
    Result<std::string> answer = DecodeBytesReply(name(number), worker.TakeAnswer());
    if (!answer && WorthAnother(fresh, answer.error())) {
      Replace(index, std::nullopt);
      queue.push_front(number);
    } else {
      Finish(number, std::move(answer));
    }
  }

  void Bury(size_t index) {
    WorkerProcess& worker = *workers[index];
    const WorkerProcess::Ending ending = worker.End();
    if (WorkerProcess::Retired(ending) || worker.jobs().empty())
      return Replace(index, std::nullopt);
    const Error error =
        ErrorOfEnd(name(worker.jobs().front()), limits(), ending.status, ending.noise);
    Replace(index, WorthAnother(worker.fresh(), error) ? std::nullopt : std::optional(error));
  }

  void Attend(size_t index, size_t wanted) {
    WorkerProcess& worker = *workers[index];
    const std::string file = worker.jobs().empty() ? "" : name(worker.jobs().front());
    WorkerProcess::State state = worker.Read(false);
    if (state == WorkerProcess::State::kAnnounced && MayAnswer(worker, wanted))
      state = worker.Read(true);
    switch (state) {
      case WorkerProcess::State::kWorking:
        if (!worker.jobs().empty() && Clock::now() >= worker.deadline()) {
          worker.End();
          Replace(index, TimeoutError(file, limits()));
        }
        return;
      case WorkerProcess::State::kAnnounced:
        return;  // for its turn
      case WorkerProcess::State::kAnswered:
        return TakeAnswer(index);
      case WorkerProcess::State::kNonsense: {
        const bool too_much = worker.announced() > options.max_reply_bytes;
        worker.End();
        Replace(index, too_much ? TooMuchError(file)
                                : CrashError(file, "sent an answer that makes no sense"));
        return;
      }
      case WorkerProcess::State::kEnded:
        return Bury(index);
    }
  }

  /// Whether this worker's answer may be read now: what waits here and what is arriving is bounded,
  /// but the one that is waited for always may.
  [[nodiscard]] bool MayAnswer(const WorkerProcess& worker, size_t wanted) const {
    if (worker.reading() || worker.announced() == 0) return true;
    uint64_t held = done_bytes;
    for (const auto& other : workers) held += other->reading() ? other->announced() : 0;
    if (held + worker.announced() <= options.max_waiting_bytes) return true;
    const auto has_it = [wanted](const WorkerProcess& w) {
      return !w.jobs().empty() && w.jobs().front() == wanted;
    };
    return has_it(worker) || std::none_of(workers.begin(), workers.end(),
                                          [&](const auto& other) { return has_it(*other); });
  }

  [[nodiscard]] bool Knows(size_t number) const {
    const auto holds = [number](const std::deque<size_t>& jobs) {
      return std::find(jobs.begin(), jobs.end(), number) != jobs.end();
    };
    return done.contains(number) || holds(queue) ||
           std::any_of(workers.begin(), workers.end(),
                       [&](const auto& worker) { return holds(worker->jobs()); });
  }

  void WaitForAnswers(size_t wanted) {
    std::vector<pollfd> polled;
    std::vector<size_t> of;
    auto soonest = Clock::now() + std::chrono::seconds(60);
    for (size_t i = 0; i < workers.size(); ++i) {
      if (!MayAnswer(*workers[i], wanted)) continue;
      polled.push_back({workers[i]->channel(), POLLIN, 0});
      of.push_back(i);
      if (!workers[i]->jobs().empty()) soonest = std::min(soonest, workers[i]->deadline());
    }
    poll(polled.data(), polled.size(), MillisecondsLeft(soonest));
    // From the last, since a worker that is replaced leaves the list.
    for (size_t k = of.size(); k-- > 0;) Attend(of[k], wanted);
  }
};

WorkerPool::WorkerPool(Job job, Name name, WorkerPoolOptions options)
    : impl_(new Impl{std::move(job), std::move(name), options, {}, {}, {}, 0}) {}

WorkerPool::~WorkerPool() = default;

void WorkerPool::Give(size_t job) {
  impl_->queue.push_back(job);
  impl_->Distribute();
}

Result<std::string> WorkerPool::Take(size_t job) {
  CV_CHECK(impl_->Knows(job), "a job that was given and not taken");
  for (;;) {
    if (auto node = impl_->done.extract(job)) {
      if (node.mapped()) impl_->done_bytes -= node.mapped()->size();
      return std::move(node.mapped());
    }
    impl_->Distribute();
    if (!impl_->done.contains(job)) impl_->WaitForAnswers(job);
  }
}

}  // namespace congvan::extractor
