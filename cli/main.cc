#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>
#include <string>
#include <variant>
#include <vector>

#include "commands/commands.h"
#include "console.h"
#include "flags.h"
#include "messages.h"

namespace congvan::cli {
namespace {

int Dispatch(const std::vector<std::string>& arguments, const Console& console) {
  const Parsed parsed = ParseCommandLine(arguments, console.width);
  if (const auto* information = std::get_if<Information>(&parsed)) {
    console.out << information->text;
    return kAllFine;
  }
  if (const auto* wrong = std::get_if<UsageError>(&parsed)) {
    console.Warn(wrong->what);
    console.Note(Say("{} --help shows what is possible", {wrong->command}));
    return kCouldNotRun;
  }
  return std::visit([&](const auto& flags) { return Run(flags, console); },
                    std::get<Command>(parsed));
}

int Main(const std::vector<std::string>& arguments) {
  UseLanguage(LanguageOfArguments(arguments).value_or(LanguageOfEnvironment()));
  const Console console = StandardConsole();
  const int status = Dispatch(arguments, console);
  if (!console.out.flush()) {
    console.Warn(Tr("the output could not be written; is the disk full?"));
    return kCouldNotRun;
  }
  return status;
}

}  // namespace
}  // namespace congvan::cli

int main(int count, char** values) {
  // Whatever started us: 0, 1 and 2 are open, so that nothing else gets their numbers, and the ends
  // of child processes can be waited for.
  while (const int fd = open("/dev/null", O_RDWR)) {
    if (fd < 0 || fd > 2) {
      close(fd);
      break;
    }
  }
  std::signal(SIGCHLD, SIG_DFL);
  // What a large document took goes back to the system when it is done.
  mallopt(M_MMAP_THRESHOLD, 256 << 10);
  try {
    return congvan::cli::Main({values + 1, values + count});
  } catch (const std::exception& error) {  // out of memory, mostly: nothing below throws on purpose
    std::cerr << "congvan: " << error.what() << '\n';
    return congvan::cli::kCouldNotRun;
  }
}
