#include "sqlite_db.h"

#include <sqlite3.h>
#include <unistd.h>

#include <utility>

namespace congvan::store {

void Db::Close::operator()(sqlite3* db) const { sqlite3_close_v2(db); }

void Db::State::Note(int code) {
  if (error || code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  const bool damaged = (code & 0xff) == SQLITE_NOTADB || (code & 0xff) == SQLITE_CORRUPT;
  const bool busy = (code & 0xff) == SQLITE_BUSY;
  std::string what = handle ? sqlite3_errmsg(handle.get()) : sqlite3_errstr(code);
  error = MakeError(damaged ? ErrorCode::kDamaged : ErrorCode::kStore, file,
                    "the database refused: " + what,
                    damaged ? "restore it from a copy, or ingest the documents into a new one"
                    : busy  ? "another program is writing to it; try again when that is done"
                            : "");
}

namespace {

// "file:" with what would end the path written as %XX.
std::string UriOf(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      uri += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
    } else {
      uri += c;
    }
  }
  return uri;
}

// In a folder where nothing may be written SQLite cannot even read a database that others may
// write to; that nobody is writing shows in the log that is missing beside it.
bool MayBeReadAsItIs(sqlite3* handle, const std::string& path) {
  std::error_code error;
  return sqlite3_exec(handle, "SELECT 1 FROM sqlite_schema", nullptr, nullptr, nullptr) !=
             SQLITE_OK &&
         access(path.c_str(), R_OK) == 0 && !std::filesystem::exists(path + "-wal", error);
}

}  // namespace

void Db::Connect(const std::string& name, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle,
                                   flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  state_->handle.reset(handle);
  state_->Note(code);
  constexpr int kBusyMilliseconds = 10'000;
  if (ok()) state_->Note(sqlite3_busy_timeout(handle, kBusyMilliseconds));
}

Result<Db> Db::Open(const std::filesystem::path& path, Mode mode) {
  Db db;
  const std::string& file = db.state_->file = path.string();
  if (mode == Mode::kReadOnly) {
    db.Connect(file, SQLITE_OPEN_READONLY);
    if (db.ok() && MayBeReadAsItIs(db.state_->handle.get(), file))
      db.Connect(UriOf(file) + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  } else {
    db.Connect(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  }
  if (auto opened = db.Check(); !opened) return Fail(opened.error());
  return db;
}

void Db::Run(const std::string& sql) {
  if (ok())
    state_->Note(sqlite3_exec(state_->handle.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

Result<void> Db::Check() {
  if (ok()) return {};
  Error error = std::move(*state_->error);
  state_->error.reset();
  return Fail(std::move(error));
}

int64_t Db::LastInsertId() const { return sqlite3_last_insert_rowid(state_->handle.get()); }

bool Db::in_transaction() const { return sqlite3_get_autocommit(state_->handle.get()) == 0; }

Rows::~Rows() {
  if (stmt_ != nullptr) sqlite3_reset(stmt_);
}

bool Rows::Next() {
  if (state_->error || stmt_ == nullptr) return false;
  const int code = sqlite3_step(stmt_);
  state_->Note(code);
  return code == SQLITE_ROW;
}

bool Rows::IsNull(int column) const { return sqlite3_column_type(stmt_, column) == SQLITE_NULL; }

std::string Rows::Text(int column) const {
  const void* bytes = sqlite3_column_blob(stmt_, column);
  const int size = sqlite3_column_bytes(stmt_, column);
  if (bytes == nullptr || size <= 0) return {};
  return {static_cast<const char*>(bytes), static_cast<size_t>(size)};
}

std::optional<std::string> Rows::MaybeText(int column) const {
  if (IsNull(column)) return std::nullopt;
  return Text(column);
}

int64_t Rows::Int64(int column) const { return sqlite3_column_int64(stmt_, column); }

int Rows::Int(int column) const { return sqlite3_column_int(stmt_, column); }

std::optional<double> Rows::MaybeReal(int column) const {
  if (IsNull(column)) return std::nullopt;
  return sqlite3_column_double(stmt_, column);
}

void Stmt::Finalize::operator()(sqlite3_stmt* stmt) const { sqlite3_finalize(stmt); }

Stmt::Stmt(Db& db, std::string_view sql) : state_(db.state_.get()) {
  if (state_->error) return;
  sqlite3_stmt* handle = nullptr;
  state_->Note(sqlite3_prepare_v3(state_->handle.get(), sql.data(), static_cast<int>(sql.size()),
                                  SQLITE_PREPARE_PERSISTENT, &handle, nullptr));
  handle_.reset(handle);
}

void Stmt::Reset() {
  if (!handle_) return;
  sqlite3_reset(handle_.get());
  sqlite3_clear_bindings(handle_.get());
}

void Stmt::Bind(int index, std::nullopt_t) {
  if (!state_->error) state_->Note(sqlite3_bind_null(handle_.get(), index));
}

// SQLite copies: a caller may pass a temporary. An empty view may have no address, which SQLite
// would take for null.
void Stmt::Bind(int index, std::string_view text) {
  if (state_->error) return;
  state_->Note(sqlite3_bind_text64(handle_.get(), index, text.empty() ? "" : text.data(),
                                   text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Stmt::Bind(int index, Blob blob) {
  if (state_->error) return;
  state_->Note(sqlite3_bind_blob64(handle_.get(), index,
                                   blob.bytes.empty() ? "" : blob.bytes.data(), blob.bytes.size(),
                                   SQLITE_TRANSIENT));
}

void Stmt::Bind(int index, int64_t number) {
  if (!state_->error) state_->Note(sqlite3_bind_int64(handle_.get(), index, number));
}

void Stmt::Bind(int index, double number) {
  if (!state_->error) state_->Note(sqlite3_bind_double(handle_.get(), index, number));
}

// The write lock is taken at once: two writers then wait for each other instead of failing half
// way.
Tx::Tx(Db& db) : db_(db), nested_(db.in_transaction()) {
  db_.Run(nested_ ? "SAVEPOINT part" : "BEGIN IMMEDIATE");
}

Tx::~Tx() {
  if (open_) RollBack();
}

Result<void> Tx::Commit() {
  db_.Run(nested_ ? "RELEASE part" : "COMMIT");
  auto done = db_.Check();
  if (!done) RollBack();
  open_ = false;
  return done;
}

void Tx::RollBack() {
  auto first = db_.Check();           // a sticking error would turn the roll-back into nothing
  if (!db_.in_transaction()) return;  // SQLite has rolled back by itself, or it never began
  db_.Run(nested_ ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK");
  auto second = db_.Check();
  static_cast<void>(second);  // nothing is left to do: closing the connection rolls back
  static_cast<void>(first);
}

}  // namespace congvan::store
