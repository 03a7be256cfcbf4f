// sqlite_db.h: the whole of SQLite that this library uses: a connection, statements, transactions.
//
// Errors stick. After the first failure of a connection every further call on it does nothing
// (Next() is false, texts are empty), until Check() reports and clears it. So a sequence of calls
// is written down plainly and checked once:
//
//   insert.Run(path, 3, std::nullopt);
//   for (Rows rows = select.Query(path); rows.Next();) names.push_back(rows.Text(0));
//   if (auto done = db.Check(); !done) return Fail(done.error());
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace congvan::store {

class Db {
 public:
  enum class Mode { kReadWriteCreate, kReadOnly };

  /// That the file is no database shows at the first statement. One that lies where nothing may be
  /// written can be read.
  static Result<Db> Open(const std::filesystem::path& path, Mode mode);

  /// One or more statements without results.
  void Run(const std::string& sql);
  [[nodiscard]] bool ok() const { return !state_->error; }
  /// The first error since the last Check, which it clears.
  Result<void> Check();

  [[nodiscard]] int64_t LastInsertId() const;
  [[nodiscard]] bool in_transaction() const;

 private:
  friend class Stmt;
  friend class Rows;
  struct Close {
    void operator()(sqlite3* db) const;
  };
  void Connect(const std::string& name, int flags);
  struct State {
    std::string file;
    std::unique_ptr<sqlite3, Close> handle;
    std::optional<Error> error;
    void Note(int code);  ///< keeps the first error
  };
  std::unique_ptr<State> state_ = std::make_unique<State>();  ///< statements point to it
};

/// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

/// The result rows of one execution. Ends the execution when it goes out of scope. Columns count
/// from 0; texts are copied. One at a time per statement.
class Rows {
 public:
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  ~Rows();

  bool Next();
  [[nodiscard]] bool IsNull(int column) const;
  [[nodiscard]] std::string Text(int column) const;  ///< "" for null; a blob's bytes too
  [[nodiscard]] std::optional<std::string> MaybeText(int column) const;
  [[nodiscard]] int64_t Int64(int column) const;
  [[nodiscard]] int Int(int column) const;
  [[nodiscard]] std::optional<double> MaybeReal(int column) const;

 private:
  friend class Stmt;
  Rows(Db::State* state, sqlite3_stmt* stmt) : state_(state), stmt_(stmt) {}
  Db::State* state_;
  sqlite3_stmt* stmt_;
};

/// A prepared statement. Must not outlive its Db.
class Stmt {
 public:
  Stmt(Db& db, std::string_view sql);

  /// Binds ?1, ?2, ... (copied) and starts.
  template <class... Values>
  [[nodiscard]] Rows Query(const Values&... values) {
    Reset();
    int index = 0;
    (Bind(++index, values), ...);
    return Rows(state_, handle_.get());
  }

  /// For statements without results.
  template <class... Values>
  void Run(const Values&... values) {
    Rows rows = Query(values...);
    rows.Next();
  }

 private:
  void Reset();
  void Bind(int index, std::nullopt_t value);
  void Bind(int index, std::string_view text);
  void Bind(int index, Blob blob);
  void Bind(int index, int64_t number);
  void Bind(int index, int number) { Bind(index, static_cast<int64_t>(number)); }
  void Bind(int index, double number);
  void Bind(int index, const char* text) { Bind(index, std::string_view(text)); }
  template <class T>
  void Bind(int index, const std::optional<T>& value) {
    value ? Bind(index, *value) : Bind(index, std::nullopt);
  }

  struct Finalize {
    void operator()(sqlite3_stmt* stmt) const;
  };
  Db::State* state_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// A savepoint; outside a transaction a write transaction. Rolled back unless committed.
class Tx {
 public:
  explicit Tx(Db& db);
  Tx(const Tx&) = delete;
  Tx& operator=(const Tx&) = delete;
  ~Tx();

  /// Reports any error since the begin; then nothing of it is kept.
  Result<void> Commit();

 private:
  void RollBack();
  Db& db_;
  bool nested_;
  bool open_ = true;
};

}  // namespace congvan::store
