// text_unnumbered_table.h: tables in layout text without a column of ordinals: "Nội dung công việc
// | Đơn vị thực hiện | Thời hạn".
#pragma once

#include <optional>

#include "text_aligned_table.h"

namespace congvan::extractor {

/// The table whose head begins at line `at`. Nothing but its looks tells where a row begins, so it
/// is read only where either empty lines divide all rows, or the first line of each holds all its
/// cells; nullopt wherever one line leaves a doubt.
std::optional<AlignedTable> FindUnnumberedTable(const SourceLines& source, size_t at);

}  // namespace congvan::extractor
