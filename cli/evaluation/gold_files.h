// cli/evaluation/gold_files.h: which gold belongs to which document.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/result.h"

namespace congvan::cli {

struct GoldFile {
  std::string name;                   ///< of the document
  std::string gold;                   ///< path of the JSON record made by a person
  std::optional<std::string> source;  ///< path of the document, where it stands beside the gold
  std::optional<std::string> record;  ///< path of the record to measure, where records were named
};

/// `path` is one gold file, a folder of NAME.json (documents beside them: NAME.pdf, NAME.txt, ...),
/// or a folder of folders NAME/expected.json (documents: NAME/source.*). `records`, a file or a
/// folder of NAME.json, replaces reading the documents. Sorted by name; fails when no gold is
/// found.
Result<std::vector<GoldFile>> FindGold(const std::string& path,
                                       const std::optional<std::string>& records);

Result<std::string> ReadWholeFile(const std::string& path);

}  // namespace congvan::cli
