#include "issuer_code.h"

#include <algorithm>

#include "core/symbol.h"
#include "core/vietnamese.h"

namespace congvan::rules {

bool IssuerFits(std::string_view symbol, std::string_view body, const RuleSet& rules) {
  const auto parsed = ParseSymbol(symbol);
  const auto code = parsed ? rules.group("issuer_codes").MatchStart(parsed->issuer) : std::nullopt;
  if (!code) return true;
  const std::string name = FoldForCompare(body);
  std::string_view names = (*code->rule)["names"];
  while (!names.empty()) {
    const size_t bar = std::min(names.find('|'), names.size());
    if (name.find(FoldForCompare(names.substr(0, bar))) != std::string::npos) return true;
    names.remove_prefix(std::min(bar + 1, names.size()));
  }
  return false;
}

std::string BodyCode(std::string_view symbol) {
  const auto parsed = ParseSymbol(symbol);
  if (!parsed) return {};
  return parsed->type_code.empty() ? parsed->issuer.substr(0, parsed->issuer.find('-'))
                                   : parsed->issuer;
}

bool IsOneBody(std::string_view symbol) {
  const std::string code = BodyCode(symbol);
  return !code.empty() && code.find("UBND") == std::string::npos &&
         code.find("HĐND") == std::string::npos && code.find("ĐU") == std::string::npos;
}

}  // namespace congvan::rules
