#include "input_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

#include "core/vietnamese.h"
#include "ignore_list.h"
#include "messages.h"

namespace congvan::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 27> kNoDocuments = {
    ".json", ".jsonl", ".html", ".htm", ".css", ".js",     ".xml",    ".svg",    ".toml",
    ".yaml", ".yml",   ".ini",  ".csv", ".py",  ".sh",     ".c",      ".cc",     ".cpp",
    ".h",    ".sql",   ".db",   ".log", ".dot", ".sqlite", ".db-wal", ".db-shm", ".db-journal"};

bool IsHidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

bool BelongsToAProgram(const fs::path& path) {
  const std::string extension = ToLower(path.extension().string());
  return std::find(kNoDocuments.begin(), kNoDocuments.end(), extension) != kNoDocuments.end();
}

class Search {
 public:
  explicit Search(const std::vector<std::string>& include) : include_(include) {}

  void Take(const std::string& path) {
    if (seen_.insert(path).second) found_.paths.push_back(path);
  }

  /// Depth first, so that a folder's files come in the order of their full paths.
  void Enter(const fs::path& folder, const fs::path& top) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator i(folder, error), end; !error && i != end; i.increment(error))
      entries.push_back(*i);
    if (error) {
      found_.unreadable.push_back(MakeError(ErrorCode::kNotFound, folder.string(),
                                            "the folder cannot be read",
                                            "check its permissions and run again"));
      return;
    }
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
    ignored_.push_back(IgnoreList::Of(folder));
    for (const fs::directory_entry& entry : entries) {
      const bool is_folder = entry.is_directory(error);
      if (IsHidden(entry.path()) || IsIgnored(entry.path(), is_folder)) continue;
      if (is_folder) {
        if (!entry.is_symlink(error)) Enter(entry.path(), top);
      } else {
        Consider(entry, top);
      }
    }
    ignored_.pop_back();
  }

  InputFiles Finish() { return std::move(found_); }

 private:
  [[nodiscard]] bool IsIgnored(const fs::path& path, bool is_folder) const {
    return std::any_of(ignored_.begin(), ignored_.end(),
                       [&](const IgnoreList& list) { return list.Names(path, is_folder); });
  }

  void Consider(const fs::directory_entry& entry, const fs::path& top) {
    const fs::path& path = entry.path();
    const bool fits =
        include_.empty()
            ? !BelongsToAProgram(path)
            : std::any_of(include_.begin(), include_.end(),
                          [&](const std::string& glob) { return FitsGlob(glob, path, top); });
    std::error_code error;
    if (!fits) {
      ++found_.skipped;
    } else if (entry.is_regular_file(error)) {
      Take(path.string());
    } else {
      found_.unreadable.push_back(NoFile(entry));
    }
  }

  /// To open a pipe would be to wait for whoever writes into it.
  static Error NoFile(const fs::directory_entry& entry) {
    std::error_code error;
    if (!entry.exists(error)) {
      return MakeError(ErrorCode::kNotFound, entry.path().string(), "the link leads nowhere",
                       "mend the link or remove it");
    }
    return MakeError(ErrorCode::kUnsupported, entry.path().string(),
                     "a pipe, socket or device, not a file", "remove it, or leave it there");
  }

  const std::vector<std::string>& include_;
  std::vector<IgnoreList> ignored_;  ///< of the folders entered, outermost first
  InputFiles found_;
  std::set<std::string> seen_;
};

}  // namespace

InputFiles FindInputFiles(const std::vector<std::string>& named,
                          const std::vector<std::string>& include) {
  Search search(include);
  for (const std::string& path : named) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      search.Enter(path, path);
    } else {
      search.Take(path);
    }
  }
  return search.Finish();
}

}  // namespace congvan::cli
