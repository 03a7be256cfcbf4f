// attachment.h: the plan that a decision puts into force, printed behind its signature.
#pragma once

#include <cstddef>
#include <vector>

#include "core/normalized_text.h"
#include "rules/rule_set.h"

namespace congvan::rules {

/// Paragraphs [first, end) of an attachment's body, behind its head.
struct Attachment {
  size_t first = 0, end = 0;
};

/// Among the paragraphs from `from` on: a type line that may hand out work ("KẾ HOẠCH", never "QUY
/// CHẾ") with "(Ban hành kèm theo Quyết định ...)" below it. It ends before its annexes, its own
/// foot or the next attachment.
std::vector<Attachment> FindAttachments(const NormalizedText& text, size_t from,
                                        const RuleSet& rules);

}  // namespace congvan::rules
