// corrections_json.h: single values of a record, by their field's name.
#pragma once

#include <string>
#include <string_view>

#include "core/field_path.h"
#include "core/record.h"
#include "core/result.h"
#include "store/corrections.h"

namespace congvan::store {

/// The value as JSON. kNotFound: the record has no such row or field.
Result<std::string> ValueAt(const Record& record, const FieldPath& path);

/// The value with what is proposed for it: a list with the proposed items behind its own.
Result<std::string> ProposedAt(const Record& record, const FieldPath& path);

/// Whether the record may have this value there. kUsage: not that field, or not that value.
Result<void> CheckValue(const Record& record, const FieldPath& path, CorrectionKind kind,
                        std::string_view new_value);

}  // namespace congvan::store
