// assemble.h: the finished draft as NormalizedText.
#pragma once

#include "core/normalized_text.h"
#include "draft.h"

namespace congvan::normalizer {

NormalizedText Assemble(Draft draft);

}  // namespace congvan::normalizer
