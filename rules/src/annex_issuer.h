// annex_issuer.h: issuers that the title of an annex gives for the documents named in it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "blocks.h"
#include "core/normalized_text.h"
#include "rules/rule_set.h"

namespace congvan::rules {

/// "PHỤ LỤC II: NHIỆM VỤ THEO THÔNG BÁO KẾT LUẬN CỦA BAN CHỈ ĐẠO TRUNG ƯƠNG".
struct AnnexIssuer {
  uint32_t begin = 0;  ///< of the annex; it reaches to the next one
  std::string type;    ///< of the documents it speaks of; empty when its title speaks of none
  std::string issuer;  ///< in natural case
};

/// One for each annex, by place.
std::vector<AnnexIssuer> IssuersOfAnnexes(const NormalizedText& text,
                                          const std::vector<Block>& blocks, const RuleSet& rules);

/// The issuer of a document of that type and symbol named at `place`.
std::optional<std::string> IssuerByAnnex(const std::vector<AnnexIssuer>& annexes, uint32_t place,
                                         std::string_view type, std::string_view symbol,
                                         const RuleSet& rules);

}  // namespace congvan::rules
