// cli/commands/database.h: what the commands that ask the database share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "listing.h"
#include "store/queries.h"
#include "store/store.h"

namespace congvan::cli {

/// The database of an earlier ingest; where there is none, the Error says how to make one.
Result<store::Store> OpenDatabase(const std::string& path);

/// The same, to write into.
Result<store::Store> OpenForWriting(const std::string& path);

/// The one document that `typed` means; of several those of `in`, where there are any. What was not
/// typed exactly is said on stderr. None or several: an Error that names what was probably meant,
/// or tells them apart by number.
Result<store::DocumentRow> OneDocument(store::Store& store, const std::string& typed,
                                       const Console& console,
                                       const std::optional<std::string>& in = std::nullopt);

/// The id of the one document behind an option; nullopt without the option.
Result<std::optional<int64_t>> DocumentIdOf(store::Store& store,
                                            const std::optional<std::string>& typed,
                                            const Console& console,
                                            const std::optional<std::string>& in = std::nullopt);

/// Says on stderr which bodies --unit means when it was not typed exactly, and what is near when it
/// means none. Nothing without the option.
Result<void> ExplainUnit(store::Store& store, const std::optional<std::string>& unit,
                         const Console& console);

/// "3", "3-4"; "" when unknown.
std::string PagesOf(const std::vector<PageSpan>& spans);
Value PageValue(const std::vector<PageSpan>& spans);

/// For tables: the symbol; of a document without one the beginning of its title.
std::string ShortLabel(const std::string& label);

/// In the user's language.
std::string RelationName(RelationKind kind);
std::string LevelName(store::Level level);

/// Cuts to `limit` rows (0: all) and says on stderr how many are left out.
void Limit(Listing& listing, int limit, const Console& console);

/// What tables show besides the rows themselves.
struct RowColumns {
  bool document = true;  ///< in which document it stands
  bool via = false;      ///< why a row answers --ref; in CSV and JSON too
  bool issuer = true;    ///< whose document it is
  bool support = false;  ///< of tasks: some are there because the body takes part
};

/// The rows that `congvan tasks` and `congvan targets` print.
Listing TaskListing(const std::vector<store::TaskRow>& rows, const RowColumns& shown);
Listing TargetListing(const std::vector<store::TargetRow>& rows, const RowColumns& shown);

}  // namespace congvan::cli
