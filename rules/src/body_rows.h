// body_rows.h: tasks and targets that stand in the body: bullets and numbered items of the sections
// for them.
#pragma once

#include <vector>

#include "outline.h"
#include "row_context.h"

namespace congvan::rules {

Rows ReadBodyRows(const std::vector<OutlineItem>& outline, const RowContext& context);

}  // namespace congvan::rules
