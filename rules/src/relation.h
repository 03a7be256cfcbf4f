// relation.h: who does what to whom, read from the words between the documents named.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "citation_list.h"
#include "core/record.h"
#include "mention.h"

namespace congvan::rules {

struct RelationContext {
  std::string self = "self";  ///< the document's own symbol, or "self"
  std::optional<std::string> own_type;
  NormSpan subject;  ///< the document's own title; empty when there is none
  NormSpan body;     ///< from the title's end to the sign-off
  std::vector<NormSpan>
      annex_references;  ///< "(Kèm theo Kế hoạch số ...)": names the document itself, no relation
};

/// A relation, and the words behind it.
struct FoundRelation {
  Relation relation;
  std::string rule;   ///< that read the verb; "mentions" where nothing but the name stands
  NormSpan verb;      ///< the name of the cited document where there is no verb
  NormSpan from, to;  ///< the names of the two; empty for this document itself
};

/// Each (from, kind, to) once; for the document itself only the strongest kind for each cited
/// document.
std::vector<FoundRelation> FindRelations(const NormalizedText& text,
                                         const std::vector<Block>& blocks,
                                         const std::vector<Mention>& mentions,
                                         const CitationList& list, const RelationContext& context,
                                         const RuleSet& rules);

}  // namespace congvan::rules
