#include "stop_request.h"

#include <csignal>

namespace congvan::cli {
namespace {

constexpr int kSignals[] = {SIGINT, SIGTERM};

volatile std::sig_atomic_t came = 0;

extern "C" void NoteStop(int /*number*/) { came = 1; }

}  // namespace

StopRequest::StopRequest() {
  came = 0;
  for (const int number : kSignals) {
    struct sigaction now {};
    if (sigaction(number, nullptr, &now) != 0 || now.sa_handler == SIG_IGN) continue;
    struct sigaction note {};
    note.sa_handler = NoteStop;
    note.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigaction(number, &note, nullptr);
  }
}

StopRequest::~StopRequest() {
  for (const int number : kSignals) {
    struct sigaction now {};
    if (sigaction(number, nullptr, &now) == 0 && now.sa_handler == NoteStop)
      std::signal(number, SIG_DFL);
  }
}

bool StopRequest::Came() { return came != 0; }

}  // namespace congvan::cli
