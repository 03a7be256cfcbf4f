#include "console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "library_messages.h"

namespace congvan::cli {
namespace {

constexpr int kDefaultWidth = 100;
constexpr int kNarrowest = 40;

bool ShowsColor(int descriptor) {
  const char* no_color =
      std::getenv("NO_COLOR");  // NOLINT(concurrency-mt-unsafe): before any thread starts
  const char* terminal = std::getenv("TERM");  // NOLINT(concurrency-mt-unsafe)
  return ::isatty(descriptor) == 1 && (no_color == nullptr || *no_color == '\0') &&
         terminal != nullptr && std::string_view(terminal) != "dumb";
}

int WidthOf(int descriptor) {
  winsize size{};
  if (::isatty(descriptor) != 1 || ::ioctl(descriptor, TIOCGWINSZ, &size) != 0)
    return kDefaultWidth;
  return size.ws_col < kNarrowest ? kDefaultWidth : size.ws_col;
}

}  // namespace

Console StandardConsole() {
  return {std::cout,
          std::cerr,
          WidthOf(STDOUT_FILENO),
          ShowsColor(STDOUT_FILENO),
          ShowsColor(STDERR_FILENO),
          ::isatty(STDERR_FILENO) == 1};
}

std::string Localized(const Error& error) {
  Error translated = error;
  translated.what = TranslateLibrary(error.what);
  translated.hint = TranslateLibrary(error.hint);
  return ToString(translated);
}

void Console::Note(std::string_view text) const { err << "congvan: " << text << '\n'; }

void Console::Warn(std::string_view text) const {
  err << (color_err ? "\033[33m" : "") << "congvan: " << text << (color_err ? "\033[0m" : "")
      << '\n';
}

void Console::Report(const Error& error) const {
  err << (color_err ? "\033[31m" : "") << (error.file.empty() ? "congvan: " : "")
      << Localized(error) << (color_err ? "\033[0m" : "") << '\n';
}

int Console::CannotRun(const Error& error) const {
  Report(error);
  return kCouldNotRun;
}

}  // namespace congvan::cli
