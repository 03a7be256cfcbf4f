// relation_cue.h: the words between two documents that tell what one does to the other
// (rules/data/relations.toml, clauses.toml).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/record.h"
#include "rules/rule_set.h"

namespace congvan::rules {

struct Cue {
  RelationKind kind = RelationKind::kCites;
  size_t begin = 0, end = 0;  ///< bytes of the text searched
  bool found = false;
  std::string rule = {};  ///< its id
};

/// Where the words stand and of whom they speak.
struct CueContext {
  std::optional<std::string> type;  ///< of the document that acts
  bool decision = false;            ///< in the title, the preamble or an article
  bool title = false;               ///< in the document's own title
};

/// The cue of that scope that governs what stands behind `text` (before it, for "after"): the one
/// that ends last, of those the longest; a weak one only where no other ends there. Words that say
/// nothing themselves pass to what is left of them.
Cue FindCue(std::string_view text, std::string_view scope, const CueContext& context,
            const RuleSet& rules);

/// A rule of clauses.toml with the role matches; for "join" the whole text.
bool IsClause(std::string_view text, std::string_view role, const RuleSet& rules);

/// Offset behind the last ". " or ";" of the text; 0 when there is none.
size_t LastClauseBreak(std::string_view text);

/// ", UBND xã ban hành Kế hoạch thực hiện ...": the clause goes on with what this document does.
bool BeginsNewActor(std::string_view text, const RuleSet& rules);

}  // namespace congvan::rules
