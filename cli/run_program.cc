#include "run_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "messages.h"

extern char** environ;

namespace congvan::cli {
namespace {

/// A file in memory, gone when this goes.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("congvan", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  MemoryFile(const MemoryFile&) = delete;  // owns a descriptor
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }

  [[nodiscard]] bool Write(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t written = ::write(descriptor_, text.data(), text.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return false;
      text.remove_prefix(static_cast<size_t>(written));
    }
    return ::lseek(descriptor_, 0, SEEK_SET) == 0;
  }

  [[nodiscard]] std::string Read() const {
    std::string text;
    const off_t size = ::lseek(descriptor_, 0, SEEK_END);
    if (size <= 0) return text;
    text.resize(static_cast<size_t>(size));
    size_t done = 0;
    while (done < text.size()) {
      const ssize_t got =
          ::pread(descriptor_, text.data() + done, text.size() - done, static_cast<off_t>(done));
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      done += static_cast<size_t>(got);
    }
    text.resize(done);
    return text;
  }

 private:
  int descriptor_;
};

int WaitFor(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

Result<std::string> RunProgram(const std::vector<std::string>& arguments, std::string_view input) {
  const MemoryFile in, out, err;
  if (in.descriptor() < 0 || out.descriptor() < 0 || err.descriptor() < 0 || !in.Write(input)) {
    return Fail(
        MakeError(ErrorCode::kInternal, {}, Msg("no memory for another program's input"), {}));
  }
  std::vector<char*> words;
  words.reserve(arguments.size() + 1);
  // exec's interface is older than const; it does not write to them.
  for (const std::string& argument : arguments)
    words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in.descriptor(), STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out.descriptor(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err.descriptor(), STDERR_FILENO);
  pid_t child = 0;
  const int failed = ::posix_spawnp(&child, words[0], &actions, nullptr, words.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) {
    return Fail(MakeError(
        failed == ENOENT ? ErrorCode::kNotFound : ErrorCode::kInternal, {},
        Say("the program '{0}' cannot be started: {1}", {arguments[0], std::strerror(failed)})));
  }
  const int status = WaitFor(child);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    const std::string complaint = err.Read();
    return Fail(MakeError(ErrorCode::kInternal, {},
                          Say("the program '{0}' failed: {1}",
                              {arguments[0], complaint.substr(0, complaint.find('\n'))})));
  }
  return out.Read();
}

}  // namespace congvan::cli
