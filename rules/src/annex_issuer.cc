#include "annex_issuer.h"

#include "core/utf8.h"
#include "document_type.h"
#include "element.h"
#include "issuer_code.h"
#include "issuer_name.h"
#include "name_case.h"

namespace congvan::rules {
namespace {

AnnexIssuer ReadTitle(std::string_view title, uint32_t begin, const RuleSet& rules) {
  for (const Match& match : rules.group("citation_parts").FindAll(title)) {
    if ((*match.rule)["part"] != "annex_speaker") continue;
    const std::string body = NaturalCase(match.Get(title, "body").value_or(""));
    const size_t size = IssuerNameSize(body, rules);
    const std::string_view word = match.Get(title, "type").value_or("");
    const auto type = rules.group("document_types").MatchStart(word);
    const auto name = type ? TypeNamed(*type, word, rules) : std::nullopt;
    if (size > 0 && name) return {begin, *name, OneLine(std::string_view(body).substr(0, size))};
  }
  return {begin, {}, {}};
}

}  // namespace

std::vector<AnnexIssuer> IssuersOfAnnexes(const NormalizedText& text,
                                          const std::vector<Block>& blocks, const RuleSet& rules) {
  std::vector<AnnexIssuer> out;
  for (size_t i = 0; i < blocks.size(); ++i) {
    std::string title = OneLine(blocks[i].span.Of(text.text));
    if (!IsElement(title, "annex", rules)) continue;
    if (i + 1 < blocks.size()) title += " " + OneLine(blocks[i + 1].span.Of(text.text));
    out.push_back(ReadTitle(title, blocks[i].span.begin, rules));
  }
  return out;
}

std::optional<std::string> IssuerByAnnex(const std::vector<AnnexIssuer>& annexes, uint32_t place,
                                         std::string_view type, std::string_view symbol,
                                         const RuleSet& rules) {
  const AnnexIssuer* within = nullptr;
  for (const AnnexIssuer& annex : annexes) {
    if (annex.begin <= place) within = &annex;
  }
  if (within == nullptr || within->issuer.empty() || !IsSameKind(within->type, type) ||
      !IssuerFits(symbol, within->issuer, rules))
    return std::nullopt;
  return within->issuer;
}

}  // namespace congvan::rules
