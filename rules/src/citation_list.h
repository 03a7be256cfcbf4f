// citation_list.h: from mentions to the list of documents cited.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/normalized_text.h"
#include "core/record.h"
#include "mention.h"

namespace congvan::rules {

struct CitationList {
  std::vector<Citation> citations;  ///< in order of first mention
  std::vector<std::optional<size_t>>
      of_mention;  ///< for each mention its citation; nullopt: this document itself, or unknown
};

/// Puts mentions of one document together: same symbol, however it is typed; short forms that fit
/// exactly one full symbol; laws and nicknames by their title. `own_symbol` is left out. What
/// mentions say of a document (date, issuer, title) is taken from the first that says it.
CitationList ListCitations(const NormalizedText& text, const std::vector<Mention>& mentions,
                           const std::optional<std::string>& own_symbol, const RuleSet& rules);

/// The name by which relations call a citation: its symbol, else its title.
std::string NameOf(const Citation& citation);

}  // namespace congvan::rules
