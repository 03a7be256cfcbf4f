#include "citation_list.h"

#include <algorithm>
#include <map>

#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::rules {
namespace {

constexpr size_t kMaxTitle = 600;  // bytes

// "về đột phá phát triển ..." behind a mention: to the end of the clause.
std::optional<std::string> TitleBehind(const NormalizedText& text, const Mention& mention,
                                       uint32_t block_end, const RuleSet& rules) {
  const std::string_view rest =
      std::string_view(text.text).substr(mention.extent.end, block_end - mention.extent.end);
  const auto start = rules.group("clauses").MatchStart(rest);
  if (!start || (*start->rule)["role"] != "title") return std::nullopt;
  std::string_view title = rest.substr(0, FloorCodePoint(rest, kMaxTitle));
  const auto cut = [&title](std::string_view at) {
    title = title.substr(0, std::min(title.find(at), title.size()));
  };
  cut(";");
  cut(". ");
  cut("./.");
  cut(" như sau");
  for (size_t comma = title.find(", "); comma != std::string_view::npos;
       comma = title.find(", ", comma + 1)) {
    const auto body = rules.group("issuers").MatchStart(title.substr(comma + 2));
    if (body && (*body->rule)["role"] != "stop" && IsUpper(DecodeAt(title, comma + 2).code_point)) {
      title = title.substr(0, comma);
      break;
    }
  }
  if (std::count(title.begin(), title.end(), '(') < std::count(title.begin(), title.end(), ')'))
    cut(")");
  std::string out = OneLine(title);
  while (!out.empty() && (out.back() == '.' || out.back() == ',' || out.back() == ':'))
    out.pop_back();
  return out.empty() ? std::nullopt : std::optional(out);
}

void Fill(Citation& citation, const Mention& mention, std::optional<std::string> title) {
  if (!citation.type) citation.type = mention.type;
  if (!citation.issuer) citation.issuer = mention.issuer;
  if (!citation.title) citation.title = mention.title ? mention.title : std::move(title);
  if (!mention.date) return;
  const bool better = !citation.date || (!citation.date->complete() && mention.date->complete());
  if (better) citation.date = mention.date;
}

bool SameKind(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  if (!a || !b) return false;
  return *a == *b || a->starts_with(*b) || b->starts_with(*a) ||
         (a->ends_with("kết luận") && b->ends_with("kết luận"));
}

}  // namespace

std::string NameOf(const Citation& citation) {
  return citation.symbol.value_or(citation.title.value_or(""));
}

CitationList ListCitations(const NormalizedText& text, const std::vector<Mention>& mentions,
                           const std::optional<std::string>& own_symbol, const RuleSet& rules) {
  CitationList out;
  out.of_mention.resize(mentions.size());
  std::map<std::string, size_t> by_key;
  const std::vector<Block> blocks = BlocksOf(text);
  const std::string own_key = own_symbol ? SymbolKey(*own_symbol) : std::string();
  const auto add = [&](size_t i, const std::string& key) {
    const Mention& mention = mentions[i];
    const auto [it, is_new] = by_key.emplace(key, out.citations.size());
    if (is_new) {
      Citation citation;
      if (mention.kind == MentionKind::kSymbol) citation.symbol = mention.symbol;
      out.citations.push_back(std::move(citation));
    }
    Citation& citation = out.citations[it->second];
    Fill(citation, mention, TitleBehind(text, mention, blocks[mention.block].span.end, rules));
    ++citation.mentions;
    for (const PageSpan& span : ToPageSpans(text, mention.name)) citation.spans.push_back(span);
    out.of_mention[i] = it->second;
  };
  for (size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (mention.kind == MentionKind::kShort) continue;
    const std::string key = mention.kind == MentionKind::kSymbol
                                ? SymbolKey(mention.symbol)
                                : "title:" + FoldForCompare(mention.title.value_or(""));
    if (key != own_key || own_key.empty()) add(i, key);
  }
  for (size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (mention.kind != MentionKind::kShort) continue;
    std::vector<std::string> fits;
    for (const auto& [key, index] : by_key) {
      const Citation& citation = out.citations[index];
      const auto symbol = citation.symbol ? ParseSymbol(*citation.symbol) : std::nullopt;
      if (symbol && symbol->number == mention.symbol && SameKind(citation.type, mention.type))
        fits.push_back(key);
    }
    if (fits.size() == 1) add(i, fits[0]);
  }
  for (Citation& citation : out.citations) std::sort(citation.spans.begin(), citation.spans.end());
  return out;
}

}  // namespace congvan::rules
