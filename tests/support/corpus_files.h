// corpus_files.h: the documents of corpus/, for tests that run over all of them.
#pragma once

#include <algorithm>
#include <filesystem>
#include <vector>

namespace congvan {

inline std::filesystem::path CorpusFolder() {
  return std::filesystem::path(CONGVAN_SOURCE_DIR) / "corpus";
}

/// The folders that hold a document and its expected.json, by name.
inline std::vector<std::filesystem::path> CorpusDocuments() {
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(CorpusFolder())) {
    if (std::filesystem::exists(entry.path() / "expected.json")) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// The document in such a folder; empty when there is none.
inline std::filesystem::path SourceOf(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().stem() == "source") return entry.path();
  }
  return {};
}

}  // namespace congvan
