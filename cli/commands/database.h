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

/// The one document that `typed` means. Several: an Error whose hint tells them apart by number.
Result<store::DocumentRow> OneDocument(store::Store& store, const std::string& typed);

/// The id behind --doc; nullopt without it.
Result<std::optional<int64_t>> DocumentIdOf(store::Store& store,
                                            const std::optional<std::string>& typed);

/// kNotFound when the database does not know `symbol` at all: the Error says what to do.
Result<void> NeedSymbol(store::Store& store, const std::string& symbol);

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

/// The rows that `congvan tasks` prints. `with_via`: the column that says why a task answers --ref.
Listing TaskListing(const std::vector<store::TaskRow>& rows, bool with_via);
Listing TargetListing(const std::vector<store::TargetRow>& rows, bool with_via);

}  // namespace congvan::cli
