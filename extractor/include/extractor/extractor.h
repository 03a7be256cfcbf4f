// extractor/extractor.h: from a file's bytes to pages of raw text in reading order, with lines,
// words and tables.
//
//   Extractor extractor({});
//   Result<RawDocument> raw = extractor.Extract("plan.pdf");
//
// What a file is, its bytes decide, not its name (Sniff). Every document is read in a child process
// of its own with limits on memory, processor time and file writes, and is killed by the wall
// clock: a hostile file costs one Error. Text files are read in the child too, so that one rule
// holds for all formats.
//
// Threads: none may run beside it: it forks. To read side by side, use processes (worker_pool.h).
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/raw_document.h"
#include "core/result.h"

namespace congvan::extractor {

struct ExtractorOptions {
  uint64_t max_file_bytes =
      100ULL << 20;  ///< larger files are refused with kTooLarge before they are read
  uint64_t max_memory_bytes = 300ULL << 20;   ///< of the child in all; beyond it: kOutOfMemory
  int max_pages = 2000;                       ///< beyond it: kTooLarge
  std::chrono::milliseconds timeout{60'000};  ///< wall clock for one document; beyond it: kTimeout
  bool isolate = true;  ///< false reads in this process: for debuggers and fuzzers only
};

/// What the bytes are. `media_type` is "application/octet-stream" when nothing is recognised.
struct Sniffed {
  std::string media_type;
  std::string description;  ///< for messages: "a PNG image"
  bool readable = false;    ///< this version can extract it
};
Sniffed Sniff(std::string_view first_bytes);

class Extractor {
 public:
  explicit Extractor(ExtractorOptions options) : options_(options) {}

  /// Reads, hashes and extracts one file. On success at least one page is there (its text may be
  /// empty, then with a Diagnostic "page-without-text"). A document without any text at all is
  /// kEmpty.
  [[nodiscard]] Result<RawDocument> Extract(const std::string& path) const;

  /// SHA-256, size and type only: to see whether a file is known already. Reads the file, starts no
  /// child.
  [[nodiscard]] Result<SourceFile> Identify(const std::string& path) const;

 private:
  ExtractorOptions options_;
};

}  // namespace congvan::extractor
