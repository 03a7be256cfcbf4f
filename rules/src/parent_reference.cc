#include "parent_reference.h"

#include "core/symbol.h"
#include "core/utf8.h"
#include "element.h"
#include "issuer_name.h"

namespace congvan::rules {

std::optional<ParentReference> ReadParentReference(std::string_view line, const RuleSet& rules) {
  const auto match = ElementMatch(line, "parent", rules);
  if (!match) return std::nullopt;
  ParentReference out;
  out.rule = match->rule->id;
  const std::string_view type = match->Get(line, "type").value_or("");
  for (const Match& named : rules.group("document_types").FindAll(type)) {
    if (named.begin == 0 && !out.type) out.type = std::string((*named.rule)["name"]);
  }
  std::string code = CanonicalSymbol(match->Get(line, "code").value_or(""));
  while (!code.empty() && (code.back() == '.' || code.back() == '-' || code.back() == '/'))
    code.pop_back();
  const std::string number(match->Get(line, "number").value_or(""));
  if (code.size() < 3) return std::nullopt;
  out.suffix = SymbolSuffix(number + code);
  if (!number.empty()) out.symbol = number + code;

  std::string_view rest = line.substr(match->end);
  if (const auto date = ElementMatch(rest, "parent_date", rules)) {
    out.date = DateOfMatch(*date, rest);
    rest = rest.substr(date->end);
  }
  if (const auto of = ElementMatch(rest, "parent_issuer", rules)) {
    const std::string_view name = rest.substr(of->end);
    if (const size_t size = IssuerNameSize(name, rules); size > 0)
      out.issuer = OneLine(name.substr(0, size));
  }
  return out;
}

}  // namespace congvan::rules
