#include "evaluation/gold_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "messages.h"

namespace congvan::cli {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> Entries(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    out.push_back(it->path());
  std::sort(out.begin(), out.end());
  return out;
}

bool IsJson(const fs::path& path) { return path.extension() == ".json"; }

std::optional<std::string> SourceBeside(const fs::path& folder, const std::string& stem) {
  for (const fs::path& path : Entries(folder)) {
    std::error_code error;
    if (path.stem() == stem && !IsJson(path) && fs::is_regular_file(path, error))
      return path.string();
  }
  return std::nullopt;
}

GoldFile InFolder(const fs::path& gold) {
  return {gold.stem().string(),
          gold.string(),
          SourceBeside(gold.parent_path().empty() ? "." : gold.parent_path(), gold.stem().string()),
          {}};
}

}  // namespace

Result<std::vector<GoldFile>> FindGold(const std::string& path,
                                       const std::optional<std::string>& records) {
  std::vector<GoldFile> out;
  std::error_code error;
  if (fs::is_directory(path, error)) {
    for (const fs::path& entry : Entries(path)) {
      if (fs::exists(entry / "expected.json", error)) {
        out.push_back({entry.filename().string(),
                       (entry / "expected.json").string(),
                       SourceBeside(entry, "source"),
                       {}});
      } else if (IsJson(entry)) {
        out.push_back(InFolder(entry));
      }
    }
  } else if (fs::exists(path, error)) {
    out.push_back(InFolder(path));
  }
  if (out.empty()) {
    return Fail(MakeError(ErrorCode::kNotFound, path, Msg("no gold records here"),
                          Msg("name a folder of NAME.json or of NAME/expected.json")));
  }
  if (records) {
    const bool folder = fs::is_directory(*records, error);
    for (GoldFile& file : out)
      file.record = folder ? (fs::path(*records) / (file.name + ".json")).string() : *records;
  }
  return out;
}

Result<std::string> ReadWholeFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  if (!in || !(text << in.rdbuf())) {
    return Fail(MakeError(ErrorCode::kNotFound, path, Msg("the file cannot be read"),
                          Msg("check its name")));
  }
  return text.str();
}

}  // namespace congvan::cli
