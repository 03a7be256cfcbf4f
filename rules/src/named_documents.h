// named_documents.h: documents named without a symbol: laws, nicknames, short forms, aliases.
#pragma once

#include <string_view>
#include <vector>

#include "block_text.h"
#include "mention.h"
#include "rules/rule_set.h"

namespace congvan::rules {

/// Adds the laws, nicknames and short forms of one block to its mentions; leaves out what overlaps
/// one.
void AddNamedDocuments(const BlockText& block, const RuleSet& rules,
                       std::vector<Mention>& mentions);

/// Adds the aliases without a number of the whole text, where they are given and wherever they are
/// used behind that. `mentions` must be in order of place, and is so afterwards.
void AddAliases(std::string_view text, const std::vector<Block>& blocks, const RuleSet& rules,
                std::vector<Mention>& mentions);

}  // namespace congvan::rules
