// cli/input_files.h: from the paths that the user names to the files to read, always in the same
// order.
#pragma once

#include <string>
#include <vector>

#include "core/error.h"

namespace congvan::cli {

struct InputFiles {
  std::vector<std::string> paths;  ///< as named, or below a folder as named; each once
  std::vector<Error> unreadable;   ///< folders that could not be entered, links that lead nowhere,
                                   ///< pipes
  int skipped =
      0;  ///< files in folders that are plainly no documents, or that `include` leaves out
};

/// A path that is named itself is always taken, whatever it is. Folders are searched through,
/// sorted by name; hidden files and folders are left out, and what a list `.congvanignore` names
/// (ignore_list.h); links to folders are not followed.
/// Without `include` everything is taken but files whose names say that they belong to a program
/// (*.json, *.html, *.toml, ...), since a document that can't be read must be told about, not
/// passed over. With it, only files that one of the globs fits: the name, or the path below the
/// folder when the glob has a slash.
InputFiles FindInputFiles(const std::vector<std::string>& named,
                          const std::vector<std::string>& include);

}  // namespace congvan::cli
