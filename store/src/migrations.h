// migrations.h: brings a database to the version that this program knows.
//
// Files are numbered migrations/NNNN_name.sql and never change once released; PRAGMA user_version
// is the number of the last one that ran. Each runs whole or not at all.
#pragma once

#include <string_view>
#include <vector>

#include "core/result.h"
#include "embedded_file.h"
#include "sqlite_db.h"

namespace congvan::store {

/// The .sql files, by name. Written at build time by cmake/embed_files.cmake.
const std::vector<EmbeddedFile>& EmbeddedMigrations();

/// Runs what is missing when `may_write`. Refuses a newer database, one that is not ours, and an
/// older one that may not be written. `file` is for the messages.
Result<void> Migrate(Db& db, std::string_view file, bool may_write);

}  // namespace congvan::store
