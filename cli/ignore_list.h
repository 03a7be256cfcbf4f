// cli/ignore_list.h: a file `.congvanignore`, which names what lies in a folder and is no document.
//
// A line is a glob. It is compared with the name of a file or folder, or, when it has a slash
// before its end, with the path below the list's folder; one that ends with a slash fits folders
// only. It holds for the list's folder and those below. "#" begins a comment; empty lines mean
// nothing.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace congvan::cli {

class IgnoreList {
 public:
  /// The list of this folder; empty when it has none, or none that can be read.
  static IgnoreList Of(const std::filesystem::path& folder);

  [[nodiscard]] bool Names(const std::filesystem::path& path, bool is_folder) const;

 private:
  std::filesystem::path folder_;
  std::vector<std::string> globs_;
};

/// Whether the glob fits the name, or, when it has a slash, the path below `folder`.
bool FitsGlob(const std::string& glob, const std::filesystem::path& path,
              const std::filesystem::path& folder);

}  // namespace congvan::cli
