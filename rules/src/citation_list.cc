#include "citation_list.h"

#include <algorithm>
#include <map>
#include <utility>

#include "annex_issuer.h"
#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "document_type.h"

namespace congvan::rules {
namespace {

constexpr size_t kMaxTitle = 600;  // bytes

// "về đột phá phát triển ..." behind a mention: to the end of the clause.
std::optional<std::string> TitleBehind(const NormalizedText& text, const Mention& mention,
                                       uint32_t block_end, const RuleSet& rules) {
  if (mention.extent.end >= block_end) return std::nullopt;
  const std::string_view rest =
      std::string_view(text.text).substr(mention.extent.end, block_end - mention.extent.end);
  const auto start = rules.group("clauses").MatchStart(rest);
  if (!start || (*start->rule)["role"] != "title") return std::nullopt;
  std::string_view title = rest.substr(0, FloorCodePoint(rest, kMaxTitle));
  if (title.size() < rest.size()) title = title.substr(0, title.rfind(' '));  // whole words
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

std::string WithoutZeros(std::string_view number) {
  while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
  return std::string(number);
}

// However it is typed: without leading zeros, the State's and the Party's order alike.
std::string KeyOfSymbol(std::string_view symbol) {
  const auto parsed = ParseSymbol(symbol);
  if (!parsed) return SymbolKey(symbol);
  const std::string joint = parsed->type_code.empty() ? "" : "-";
  return SymbolKey(WithoutZeros(parsed->number) + "|" + std::to_string(parsed->year) + "|" +
                   parsed->type_code + joint + parsed->issuer);
}

std::string KeyOfTitle(std::string_view title) { return FoldForCompare(title); }

enum class Tier { kUnknown, kProvince, kCommune };

// "UBND tỉnh", "Đảng ủy xã Khe Vàng"; unknown where both or none are named.
Tier TierOf(std::string_view issuer) {
  const std::string words = " " + FoldForCompare(issuer) + " ";
  const auto names = [&](std::initializer_list<std::string_view> tiers) {
    return std::any_of(tiers.begin(), tiers.end(), [&](std::string_view tier) {
      return words.find(" " + std::string(tier) + " ") != std::string::npos;
    });
  };
  const bool province = names({"tỉnh", "thành phố", "tp"});
  const bool commune = names({"xã", "phường", "đặc khu"});
  if (province == commune) return Tier::kUnknown;
  return province ? Tier::kProvince : Tier::kCommune;
}

// One document of the text, with what tells it from another of the same symbol.
struct Document {
  std::string key;
  bool own = false, by_title = false;
  int year = 0;
  Tier tier = Tier::kUnknown;
  std::string number;
  std::optional<std::string> type, law_title;

  [[nodiscard]] bool Differs(int other_year, Tier other_tier) const {
    const bool years = year != 0 && other_year != 0 && year != other_year;
    const bool tiers = tier != Tier::kUnknown && other_tier != Tier::kUnknown && tier != other_tier;
    return own ? tiers : years || tiers;
  }
};

class Lister {
 public:
  Lister(const NormalizedText& text, const std::vector<Block>& blocks,
         const std::vector<Mention>& mentions, const RuleSet& rules)
      : text_(text), blocks_(blocks), mentions_(mentions), rules_(rules) {
    of_mention_.resize(mentions.size());
  }

  CitationList List(const DocumentHead& own) {
    own_date_ = own.date;
    AddOwn(own);
    for (size_t i = 0; i < mentions_.size(); ++i) {
      if (mentions_[i].kind == MentionKind::kSymbol) TakeSymbol(i);
    }
    for (size_t i = 0; i < mentions_.size(); ++i) {
      if (mentions_[i].kind == MentionKind::kLaw) TakeLaw(i);
    }
    for (size_t i = 0; i < mentions_.size(); ++i) TakeShort(i);
    for (size_t i = 0; i < mentions_.size(); ++i) {
      if (mentions_[i].alias_of) of_mention_[i] = of_mention_[*mentions_[i].alias_of];
    }
    return Build();
  }

 private:
  void AddOwn(const DocumentHead& own) {
    if (!own.symbol) return;
    Document document;
    document.key = KeyOfSymbol(*own.symbol);
    document.own = true;
    document.tier = TierOf(own.issuer.value_or(""));
    document.type = own.type;
    if (const auto parsed = ParseSymbol(*own.symbol)) document.number = parsed->number;
    documents_.push_back(std::move(document));
  }

  // The latest document of that key which nothing tells from this mention, or a new one.
  size_t DocumentOf(const std::string& key, int year, Tier tier, bool by_title) {
    for (size_t d = documents_.size(); d-- > 0;) {
      Document& document = documents_[d];
      if (document.by_title != by_title || document.key != key || document.Differs(year, tier))
        continue;
      if (document.year == 0) document.year = year;
      if (document.tier == Tier::kUnknown) document.tier = tier;
      return d;
    }
    Document document;
    document.key = key;
    document.year = year;
    document.tier = tier;
    document.by_title = by_title;
    documents_.push_back(std::move(document));
    return documents_.size() - 1;
  }

  void TakeSymbol(size_t i) {
    const Mention& m = mentions_[i];
    const size_t d = DocumentOf(KeyOfSymbol(m.symbol), m.date ? m.date->year : 0,
                                TierOf(m.issuer.value_or("")), false);
    Document& document = documents_[d];
    if (const auto parsed = ParseSymbol(m.symbol)) document.number = parsed->number;
    if (!document.type) document.type = m.type;
    if (m.title && !document.law_title) document.law_title = KeyOfTitle(*m.title);
    of_mention_[i] = d;
  }

  // A law by its title is the one cited with its number, unless the years differ.
  void TakeLaw(size_t i) {
    const Mention& m = mentions_[i];
    const std::string title = KeyOfTitle(m.title.value_or(""));
    const int year = m.date ? m.date->year : 0;
    std::vector<size_t> fits;
    for (size_t d = 0; d < documents_.size(); ++d) {
      const Document& document = documents_[d];
      const auto parsed = ParseSymbol(SymbolOf(d));
      const int issued = parsed && parsed->year != 0 ? parsed->year : document.year;
      const bool same_year = year == 0 || issued == 0 || issued == year;
      if (document.law_title == title && same_year) fits.push_back(d);
    }
    of_mention_[i] = fits.size() == 1 ? fits[0] : DocumentOf(title, year, Tier::kUnknown, true);
  }

  // The symbol of the first mention of a document.
  [[nodiscard]] std::string_view SymbolOf(size_t document) const {
    for (size_t i = 0; i < mentions_.size(); ++i) {
      if (of_mention_[i] == document) return mentions_[i].symbol;
    }
    return {};
  }

  void TakeShort(size_t i) {
    const Mention& m = mentions_[i];
    if (m.kind != MentionKind::kShort && m.kind != MentionKind::kNickname) return;
    std::vector<size_t> fits;
    for (size_t d = 0; d < documents_.size() && !m.symbol.empty(); ++d) {
      const Document& document = documents_[d];
      if (document.by_title || WithoutZeros(document.number) != WithoutZeros(m.symbol)) continue;
      if (document.type && m.type && IsSameKind(*document.type, *m.type)) fits.push_back(d);
    }
    if (fits.size() == 1) {
      of_mention_[i] = fits[0];
    } else if (m.kind == MentionKind::kNickname) {
      of_mention_[i] = DocumentOf(KeyOfTitle(m.title.value_or("")), 0, Tier::kUnknown, true);
    }
  }

  CitationList Build() {
    CitationList out;
    out.of_mention.resize(mentions_.size());
    out.own.resize(mentions_.size());
    std::map<size_t, size_t> citation_of;
    for (size_t i = 0; i < mentions_.size(); ++i) {
      if (!of_mention_[i]) continue;
      out.own[i] = documents_[*of_mention_[i]].own;
      if (out.own[i]) continue;
      const auto [it, is_new] = citation_of.emplace(*of_mention_[i], out.citations.size());
      if (is_new) out.citations.emplace_back();
      Fill(out.citations[it->second], mentions_[i]);
      out.of_mention[i] = it->second;
    }
    IssuersByAnnex(out);
    for (Citation& citation : out.citations)
      std::sort(citation.spans.begin(), citation.spans.end());
    return out;
  }

  // Where no mention tells the issuer, the title of the annex may.
  void IssuersByAnnex(CitationList& list) const {
    const std::vector<AnnexIssuer> annexes = IssuersOfAnnexes(text_, blocks_, rules_);
    for (size_t i = 0; i < mentions_.size() && !annexes.empty(); ++i) {
      if (!list.of_mention[i]) continue;
      Citation& citation = list.citations[*list.of_mention[i]];
      if (citation.issuer || !citation.symbol || !citation.type) continue;
      citation.issuer =
          IssuerByAnnex(annexes, mentions_[i].name.begin, *citation.type, *citation.symbol, rules_);
    }
  }

  void Fill(Citation& citation, const Mention& mention) const {
    if (mention.kind == MentionKind::kSymbol &&
        (!citation.symbol || IsBetterPrint(mention.symbol, *citation.symbol)))
      citation.symbol = mention.symbol;
    const bool short_name =
        mention.kind == MentionKind::kShort || mention.kind == MentionKind::kAlias;
    if (!citation.type && !short_name) citation.type = mention.type;
    if (!citation.issuer) citation.issuer = mention.issuer;
    if (!citation.title) {
      const uint32_t end = blocks_[mention.block].span.end;
      citation.title = mention.title ? mention.title : TitleBehind(text_, mention, end, rules_);
    }
    if (mention.date) {
      // A day that is this paper's own came from its head, when another is told too.
      const bool better = !citation.date || citation.date == own_date_ ||
                          (!citation.date->complete() && mention.date->complete());
      if (better) citation.date = mention.date;
    }
    // A law cited with its number is not counted where only its title stands.
    if (mention.kind == MentionKind::kLaw && citation.symbol) return;
    ++citation.mentions;
    for (const PageSpan& span : ToPageSpans(text_, mention.name)) citation.spans.push_back(span);
  }

  // "QĐ-TTg" rather than "QD-TTg" and than the "QĐ-TTG" of a title in capitals.
  static bool IsBetterPrint(std::string_view candidate, std::string_view current) {
    const auto count = [](std::string_view text) {
      size_t crossed = 0;
      for (size_t at = text.find("Đ"); at != std::string_view::npos; at = text.find("Đ", at + 1))
        ++crossed;
      return crossed;
    };
    if (count(candidate) != count(current)) return count(candidate) > count(current);
    if (ToUpper(candidate) != ToUpper(current)) return false;
    const auto small = [](std::string_view text) {
      return std::count_if(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    };
    return small(current) == 0 && small(candidate) == 1;
  }

  const NormalizedText& text_;
  const std::vector<Block>& blocks_;
  const std::vector<Mention>& mentions_;
  const RuleSet& rules_;
  std::optional<PartialDate> own_date_;
  std::vector<Document> documents_;
  std::vector<std::optional<size_t>> of_mention_;
};

}  // namespace

std::string NameOf(const Citation& citation) {
  return citation.symbol.value_or(citation.title.value_or(""));
}

CitationList ListCitations(const NormalizedText& text, const std::vector<Block>& blocks,
                           const std::vector<Mention>& mentions, const DocumentHead& own,
                           const RuleSet& rules) {
  return Lister(text, blocks, mentions, rules).List(own);
}

}  // namespace congvan::rules
