// tests/cli/support/program.h: the program itself, run in a folder of its own.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace congvan::testing {

struct Finished {
  int status = -1;  ///< exit status; 128 + n when signal n ended it
  std::string out, err;
  long peak_kilobytes = 0;  ///< of the largest of its processes
};

/// A folder that is gone when this goes. The program runs in it, in English, whatever the
/// environment says.
class Sandbox {
 public:
  Sandbox();
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  /// Writes a file, with the folders above it.
  void Write(const std::string& name, std::string_view bytes) const;

  /// `environment` is added to an otherwise empty one with PATH.
  [[nodiscard]] Finished Run(const std::vector<std::string>& arguments,
                             const std::map<std::string, std::string>& environment = {
                                 {"LC_ALL", "C.UTF-8"}}) const;

  /// A line of shell, in the folder; "$CONGVAN" is the program. For limits, pipes and copies.
  [[nodiscard]] Finished Shell(const std::string& line) const;

 private:
  [[nodiscard]] Finished Start(std::vector<std::string> words,
                               const std::map<std::string, std::string>& environment) const;

  std::filesystem::path folder_;
};

/// A PDF of one page with one line of ASCII text; encrypted ones ask for a password that nobody
/// knows.
std::string MakePdf(std::string_view line, bool encrypted = false);

/// A made-up plan with a citation, a task table and a target, as text.
std::string PlanText(std::string_view symbol);

std::vector<std::string> Lines(std::string_view text);

}  // namespace congvan::testing
