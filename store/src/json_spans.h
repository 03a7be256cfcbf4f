// json_spans.h: lists of page spans as the JSON of a column: [{"page":1,"start":3,"end":9}].
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/normalized_text.h"

namespace congvan::store {

std::string SpansToJson(const std::vector<PageSpan>& spans);
/// Empty when it is no such list.
std::vector<PageSpan> SpansFromJson(std::string_view json);

}  // namespace congvan::store
