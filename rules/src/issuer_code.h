// issuer_code.h: what a symbol's code says of its issuer (rules/data/issuer_codes.toml).
#pragma once

#include <string>
#include <string_view>

#include "rules/rule_set.h"

namespace congvan::rules {

/// Does the symbol's code speak of the body? A code that no rule knows fits any.
bool IssuerFits(std::string_view symbol, std::string_view body, const RuleSet& rules);

/// "UBND" of "01/CT-UBND" and of the công văn "4643/UBND-KGVX".
std::string BodyCode(std::string_view symbol);

/// The code names one body in the whole country or province, unlike that of every commune.
bool IsOneBody(std::string_view symbol);

}  // namespace congvan::rules
