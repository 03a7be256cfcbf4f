#include "store/store.h"

#include <system_error>
#include <utility>

#include "internals.h"
#include "migrations.h"
#include "put.h"
#include "resolve.h"

namespace congvan::store {
namespace {

Result<Db> OpenDb(const std::filesystem::path& path, OpenMode mode) {
  const bool read_only = mode == OpenMode::kReadOnly;
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (std::filesystem::is_directory(status)) {
    return Fail(MakeError(ErrorCode::kStore, path.string(), "this is a folder, not a database"));
  }
  if (read_only && !std::filesystem::exists(status)) {
    return Fail(MakeError(ErrorCode::kNotFound, path.string(), "there is no such database",
                          "ingest documents first, or name another file"));
  }
  CV_TRY(Db db, Db::Open(path, read_only ? Db::Mode::kReadOnly : Db::Mode::kReadWriteCreate));
  // The answer decides whether this is a database at all; nothing has been written yet.
  if (auto migrated = Migrate(db, path.string(), !read_only); !migrated)
    return Fail(migrated.error());
  // WAL survives in the file. A power cut may lose the last commits, never a part of one.
  if (!read_only) db.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
  db.Run("PRAGMA foreign_keys = ON");
  if (auto done = db.Check(); !done) return Fail(done.error());
  return db;
}

}  // namespace

Store::Store(std::unique_ptr<Internals> internals) : internals_(std::move(internals)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::Open(const std::filesystem::path& path, OpenMode mode) {
  CV_TRY(Db db, OpenDb(path, mode));
  auto internals = std::make_unique<Internals>(std::move(db));
  if (auto prepared = internals->db.Check(); !prepared) return Fail(prepared.error());
  return Store(std::move(internals));
}

Result<PutOutcome> Store::Put(const Record& record, const PagedText& text, std::string_view layout,
                              std::string_view seen_at, Known known) {
  return PutRecord(*internals_, record, text, {layout, seen_at, known == Known::kReplace});
}

Result<PutOutcome> Store::PutFailure(const SourceFile& source, const Error& error,
                                     std::string_view seen_at) {
  return store::PutFailure(*internals_, source, error, seen_at);
}

Result<std::optional<FileStatus>> Store::Recognise(const SourceFile& source,
                                                   std::string_view seen_at) {
  return RecogniseFile(*internals_, source, seen_at);
}

Result<void> Store::BeginBatch() {
  CV_CHECK(!internals_->in_batch, "batches do not nest");
  internals_->db.Run("BEGIN IMMEDIATE");
  auto begun = internals_->db.Check();
  internals_->in_batch = begun.has_value();
  return begun;
}

bool Store::in_batch() const { return internals_->in_batch; }

Result<void> Store::CommitBatch() {
  CV_CHECK(internals_->in_batch, "there is no batch");
  // A full disk makes SQLite roll back by itself: nothing may be written outside the batch then.
  if (internals_->db.in_transaction()) {
    SettleDocuments(*internals_);
    RefreshDocuments(*internals_);
  }
  internals_->db.Run("COMMIT");
  auto done = internals_->db.Check();
  if (done) {
    internals_->in_batch = false;
    return done;
  }
  auto rolled_back = RollBackBatch();
  static_cast<void>(rolled_back);  // the first error is the one to tell
  return done;
}

Result<void> Store::RollBackBatch() {
  internals_->in_batch = false;
  internals_->stale_documents.clear();
  internals_->unsettled = {};
  if (internals_->db.in_transaction()) internals_->db.Run("ROLLBACK");
  return internals_->db.Check();
}

}  // namespace congvan::store
