// stop_request.h: being asked to stop (Ctrl-C, SIGTERM) between two documents instead of amid one.
#pragma once

namespace congvan::cli {

/// While one lives, the first SIGINT or SIGTERM of the process is only noted; a second one ends the
/// process at once. One at a time; a signal that the caller's shell ignores stays ignored.
class StopRequest {
 public:
  StopRequest();
  ~StopRequest();
  StopRequest(const StopRequest&) = delete;
  StopRequest& operator=(const StopRequest&) = delete;

  [[nodiscard]] static bool Came();
};

}  // namespace congvan::cli
