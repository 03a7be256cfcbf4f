// record_fields.h: single values of a record, by their field's name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/field_path.h"
#include "core/record.h"

namespace congvan::rules {

/// The list that the path or its item lies in; nullptr when it is none, or its row is not there.
std::vector<std::string>* ListAt(Record& record, const FieldPath& path);
/// Of a single value that is a text and may be unknown.
std::optional<std::string>* TextAt(Record& record, const FieldPath& path);
/// Of "document.date" and "citations[].date".
std::optional<PartialDate>* DateAt(Record& record, const FieldPath& path);

}  // namespace congvan::rules
