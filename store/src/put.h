// put.h: writing one file into the database: see Store, whose methods these are.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "internals.h"
#include "store/corrections.h"

namespace congvan::store {

struct PutOptions {
  std::string_view layout, seen_at;
  bool replace = false;
};

/// `record` is what the rules read. All tables but `records` get it with the file's corrections.
Result<PutOutcome> PutRecord(Internals& in, const Record& record, const PagedText& text,
                             const PutOptions& options);
Result<PutOutcome> PutFailure(Internals& in, const SourceFile& source, const Error& error,
                              std::string_view seen_at);
Result<std::optional<FileStatus>> RecogniseFile(Internals& in, const SourceFile& source,
                                                std::string_view seen_at);

/// The corrections of these bytes, in the order in which they were made; `now` is not set.
std::vector<Correction> StoredCorrections(Internals& in, std::string_view sha256);

}  // namespace congvan::store
