// put.h: writing one file into the database: see Store, whose methods these are.
#pragma once

#include <optional>
#include <string_view>

#include "internals.h"

namespace congvan::store {

struct PutOptions {
  std::string_view layout, seen_at;
  bool replace = false;
};

Result<PutOutcome> PutRecord(Internals& in, const Record& record, const PagedText& text,
                             const PutOptions& options);
Result<PutOutcome> PutFailure(Internals& in, const SourceFile& source, const Error& error,
                              std::string_view seen_at);
Result<std::optional<FileStatus>> RecogniseFile(Internals& in, const SourceFile& source,
                                                std::string_view seen_at);

}  // namespace congvan::store
