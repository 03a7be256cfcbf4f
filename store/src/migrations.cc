#include "migrations.h"

#include <fmt/format.h>

#include <string>

namespace congvan::store {
namespace {

// "CVAN": the files of this program, told from other databases (PRAGMA application_id).
constexpr int kApplicationId = 0x4356414e;

// The number of the last migration that ran; 0 for an empty database.
Result<int> ReadVersion(Db& db, std::string_view file, int newest) {
  int version = 0, application = 0;
  bool empty = true;
  {
    Stmt read(db,
              "SELECT (SELECT user_version FROM pragma_user_version),"
              " (SELECT application_id FROM pragma_application_id),"
              " (SELECT count(*) FROM sqlite_schema)");
    if (Rows rows = read.Query(); rows.Next()) {
      version = rows.Int(0);
      application = rows.Int(1);
      empty = rows.Int(2) == 0;
    }
  }
  if (auto done = db.Check(); !done) return Fail(done.error());
  if (!empty && application != kApplicationId) {
    return Fail(MakeError(ErrorCode::kStore, std::string(file),
                          "this is another program's database", "name another file"));
  }
  if (version > newest) {
    return Fail(MakeError(
        ErrorCode::kStore, std::string(file),
        fmt::format("the database has version {}, this program knows up to {}", version, newest),
        "use the newer congvan that wrote it"));
  }
  return version;
}

}  // namespace

Result<void> Migrate(Db& db, std::string_view file, bool may_write) {
  const auto& migrations = EmbeddedMigrations();
  const int newest = static_cast<int>(migrations.size());
  CV_TRY(const int version, ReadVersion(db, file, newest));
  if (version == newest) return {};
  if (!may_write) {
    return Fail(MakeError(
        ErrorCode::kStore, std::string(file),
        fmt::format("the database has version {}, this program needs {}", version, newest),
        "ingest into it once to bring it up to date"));
  }
  Tx tx(db);
  CV_TRY(const int locked, ReadVersion(db, file, newest));  // another program may have been first
  for (int next = locked; next < newest; ++next) {
    db.Run(std::string(migrations[static_cast<size_t>(next)].text));
  }
  db.Run(
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, newest));
  return tx.Commit();
}

}  // namespace congvan::store
