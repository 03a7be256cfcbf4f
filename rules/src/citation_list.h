// citation_list.h: from mentions to the list of documents cited.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "blocks.h"
#include "core/normalized_text.h"
#include "core/record.h"
#include "mention.h"

namespace congvan::rules {

struct CitationList {
  std::vector<Citation> citations;  ///< in order of first mention
  std::vector<std::optional<size_t>>
      of_mention;         ///< for each mention its citation; nullopt: itself, or unknown
  std::vector<bool> own;  ///< for each mention: it names this document itself
};

/// Puts mentions of one document together: same symbol, however it is typed; short forms and
/// nicknames that fit exactly one document cited in full; laws by their title; aliases. One symbol
/// with two years or with issuers of two tiers is two documents. `own` is left out. What mentions
/// say of a document (date, issuer, title) is taken from the first that says it.
CitationList ListCitations(const NormalizedText& text, const std::vector<Block>& blocks,
                           const std::vector<Mention>& mentions, const DocumentHead& own,
                           const RuleSet& rules);

/// The name by which relations call a citation: its symbol, else its title.
std::string NameOf(const Citation& citation);

}  // namespace congvan::rules
