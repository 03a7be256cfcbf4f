// cli/console.h: where output goes: data on stdout, everything else on stderr.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "core/error.h"

namespace congvan::cli {

/// Documented in docs/cli.md.
/// kStopped: by Ctrl-C or SIGTERM, between two documents; what was read is kept.
enum ExitCode : int { kAllFine = 0, kSomeFailed = 1, kCouldNotRun = 2, kStopped = 130 };

/// A value to pass around; the streams must outlive it. Writes from one thread at a time.
struct Console {
  std::ostream& out;
  std::ostream& err;
  int width = 100;         ///< columns of the terminal behind stdout; 100 when it is none
  bool color_out = false;  ///< stdout is a terminal that shows colour, and NO_COLOR is not set
  bool color_err = false;
  bool progress = false;  ///< stderr is a terminal

  /// "congvan: TEXT" on stderr.
  void Note(std::string_view text) const;
  void Warn(std::string_view text) const;
  /// "path:page: what (hint)" on stderr, in the user's language.
  void Report(const Error& error) const;
  /// Report, then kCouldNotRun.
  [[nodiscard]] int CannotRun(const Error& error) const;
};

/// stdout and stderr of the process.
Console StandardConsole();

/// ToString(Error) in the user's language.
std::string Localized(const Error& error);

}  // namespace congvan::cli
