// text_grids.h: tables drawn in text: Markdown pipes, tabs, HTML tags, cell walls on lines of their
// own.
#pragma once

#include <optional>

#include "text_region.h"

namespace congvan::extractor {

/// Each looks for its kind of table at line `at` (not blank) and returns nullopt when there is
/// none.
std::optional<Region> FindPipeTable(const SourceLines& source, size_t at);
/// `columns_before`: column count of the table that ends just above, 0 for none; then a single row
/// suffices.
std::optional<Region> FindTabTable(const SourceLines& source, size_t at, int columns_before);
std::optional<Region> FindHtmlTable(const SourceLines& source, size_t at);
/// Lines that hold only "|" separate the cells; a row ends where two walls meet. `opens_text`: line
/// `at` is the first of the document, where the first wall may be missing.
std::optional<Region> FindWallTable(const SourceLines& source, size_t at, bool opens_text);

}  // namespace congvan::extractor
