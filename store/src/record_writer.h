// record_writer.h: the rows below a file: head, citations, relations, tasks, targets, pages.
#pragma once

#include <cstdint>

#include "internals.h"
#include "place.h"

namespace congvan::store {

/// All but the record itself.
/// The last day that a date names, as the tables hold it.
std::optional<std::string> LastDay(const std::optional<PartialDate>& date);

void WriteRecord(Internals& in, int64_t file, const Record& record, const Place& scope);
void WritePages(Internals& in, int64_t file, const PagedText& text);

}  // namespace congvan::store
