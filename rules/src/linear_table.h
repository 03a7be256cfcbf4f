// linear_table.h: tables that arrive in pieces: a PDF turned to text, cells run together, headings
// broken.
#pragma once

#include <vector>

#include "annex.h"
#include "core/diagnostic.h"
#include "core/normalized_text.h"
#include "rules/rule_set.h"
#include "table_rows.h"

namespace congvan::rules {

/// Tables rebuilt from the paragraphs of the annexes, by the column vocabulary, the names of bodies
/// and the grammar of deadlines. A row whose cells can't be told apart keeps all its text as the
/// task, without bodies, and gets a Diagnostic.
std::vector<LogicalTable> RebuildLinearTables(const NormalizedText& text,
                                              const std::vector<Annex>& annexes,
                                              const RuleSet& rules, std::vector<Diagnostic>& notes);

}  // namespace congvan::rules
