#include "ignore_list.h"

#include <fnmatch.h>

#include <algorithm>
#include <fstream>

#include "core/utf8.h"

namespace congvan::cli {

IgnoreList IgnoreList::Of(const std::filesystem::path& folder) {
  IgnoreList list;
  list.folder_ = folder;
  std::ifstream in(folder / ".congvanignore");
  for (std::string line; std::getline(in, line);) {
    const std::string_view glob = Trim(line);
    if (!glob.empty() && glob.front() != '#') list.globs_.emplace_back(glob);
  }
  return list;
}

bool IgnoreList::Names(const std::filesystem::path& path, bool is_folder) const {
  return std::any_of(globs_.begin(), globs_.end(), [&](const std::string& glob) {
    if (glob.back() != '/') return FitsGlob(glob, path, folder_);
    return is_folder && FitsGlob(glob.substr(0, glob.size() - 1), path, folder_);
  });
}

bool FitsGlob(const std::string& glob, const std::filesystem::path& path,
              const std::filesystem::path& folder) {
  const std::string subject = glob.find('/') == std::string::npos
                                  ? path.filename().string()
                                  : path.lexically_relative(folder).string();
  return ::fnmatch(glob.c_str(), subject.c_str(), 0) == 0;
}

}  // namespace congvan::cli
