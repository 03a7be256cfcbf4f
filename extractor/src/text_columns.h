// text_columns.h: the two-column head and foot in text that keeps the page's layout with blanks.
#pragma once

#include <optional>

#include "text_region.h"

namespace congvan::extractor {

/// Looks for a block of lines split by a corridor of at least three blanks, which the motto ("Cộng
/// hòa ..."), or "Nơi nhận" beside the signer's title, marks as a head or foot. The pieces come
/// left column first.
std::optional<Region> FindColumns(const SourceLines& source, size_t at);

/// The same head when nothing but a blank is left between its columns: known by the motto at the
/// end of a line, and by place and date behind the number. For the first lines of a document.
std::optional<Region> FindMixedHead(const SourceLines& source, size_t at);

}  // namespace congvan::extractor
