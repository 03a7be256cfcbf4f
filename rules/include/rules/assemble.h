// rules/assemble.h: from normalized text to the record, by the rules.
//
//   Record record = Assemble(text, raw.source, rules);
//
// Pure: no clock, no locale, no globals; any thread may call it. Never fails: what is not found is
// null.
#pragma once

#include "core/normalized_text.h"
#include "core/record.h"
#include "rules/rule_set.h"

namespace congvan::rules {

Record Assemble(const NormalizedText& text, const SourceFile& source, const RuleSet& rules);

}  // namespace congvan::rules
