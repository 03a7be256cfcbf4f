// units.h: which of the bodies that tasks and targets name a user's words mean.
#pragma once

#include <string_view>

#include "internals.h"
#include "names.h"

namespace congvan::store {

/// Whether any body is named so; if not, beginnings count (queries.h, FindUnits).
bool IsNamedAnywhere(Internals& internals, const NameMatcher& unit);

}  // namespace congvan::store
