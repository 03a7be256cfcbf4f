// store/store.h: the database of everything that was ingested: one SQLite file.
//
//   CV_TRY(Store store, Store::Open("congvan.db", OpenMode::kReadWriteCreate));
//   CV_TRY(PutOutcome outcome, store.Put(record, text, Encode(raw), "2025-11-22T08:30:00Z"));
//
// - What is stored about a file does not change by ingesting it again, unless Put is told to
// replace
//   it: a file is its bytes (sha256). The same bytes under another name add that name and nothing
//   else.
// - A path stands for the bytes that were last seen there: what is put under it drives out what was
//   known by that path alone (a document that was read from nothing else is "cited only" then, or
//   goes). Only bytes that can't be read drive out nothing that could.
// - Each Put is whole or not there, whatever stops the program, also inside a batch.
// - What the store says does not depend on the order in which the files arrived (row ids do).
// - A document that is cited but not here is a row too, waiting; when its file arrives it takes
// that row over.
// - All statements are prepared by Open. Foreign keys are on, the journal is WAL. Another process
// may read at any
//   time; one that writes waits up to ten seconds for the other.
//
// Threads: a Store belongs to one thread at a time. Movable, not copyable: it is a connection; open
// a second one. Errors: kStore with SQLite's own words, kNotFound and kDamaged from Open. The
// library has no clock: times are given.
//
// Reading: queries.h and graph.h. For other programs the file has views, described at the head of
// 0001_init.sql.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/normalized_text.h"
#include "core/raw_document.h"
#include "core/record.h"
#include "core/result.h"

namespace congvan::store {

struct Internals;  // store/src/internals.h: the connection and its statements

enum class OpenMode {
  kReadWriteCreate,  ///< creates the file where there is none, and brings an older one up to date
  kReadOnly,         ///< the file must exist and be of this version
};

enum class PutOutcome {
  kStored,     ///< new bytes, or bytes that failed before
  kReplaced,   ///< known bytes, whose record was given anew (Known::kReplace)
  kNewPath,    ///< known bytes under a new name
  kUnchanged,  ///< known bytes under a known name: nothing was written
};

/// What Put does with bytes that were stored well before.
enum class Known {
  kKeep,     ///< leaves them as they are
  kReplace,  ///< takes the new record for the old one, as if the old one had never been stored
};

enum class FileStatus { kOk, kFailed };

class Store {
 public:
  static Result<Store> Open(const std::filesystem::path& path, OpenMode mode);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();  ///< an open batch is rolled back

  /// Stores one document. With Known::kReplace the answers are those of a store that never had the
  /// old record; names and the day first seen stay. `text` is what `record` was made of: its pages
  /// are indexed. `layout` is Encode(raw) or empty, kept so that a later version can extract again
  /// without the file. `seen_at` is stored as given.
  Result<PutOutcome> Put(const Record& record, const PagedText& text, std::string_view layout,
                         std::string_view seen_at, Known known = Known::kKeep);

  /// Remembers that a file could not be done: by its bytes, or by its path when `source.sha256` is
  /// empty. The same failure again is kUnchanged, another one replaces it; bytes that were stored
  /// well stay so.
  Result<PutOutcome> PutFailure(const SourceFile& source, const Error& error,
                                std::string_view seen_at);

  /// For skipping work: what became of these bytes, nullopt when they are new. A new name of theirs
  /// is recorded.
  Result<std::optional<FileStatus>> Recognise(const SourceFile& source, std::string_view seen_at);

  /// Many Puts in one transaction; a Put that fails inside a batch leaves the others, as far as the
  /// database lets it. Batches do not nest. When beginning or committing fails there is no batch
  /// any more, and nothing of it is stored.
  Result<void> BeginBatch();
  [[nodiscard]] bool in_batch() const;
  Result<void> CommitBatch();
  Result<void> RollBackBatch();

  /// For the other files of this library.
  [[nodiscard]] Internals& internals() { return *internals_; }

 private:
  explicit Store(std::unique_ptr<Internals> internals);
  std::unique_ptr<Internals> internals_;
};

}  // namespace congvan::store
