#include "citation_list.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

#include "annex_issuer.h"
#include "citation_title.h"
#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "document_type.h"
#include "issuer_code.h"
#include "issuer_name.h"

namespace congvan::rules {
namespace {

constexpr std::string_view kOf = " của ";
constexpr size_t kIssuerReach = 200;  // bytes

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
  std::string symbol;   ///< of the first mention; empty when it is only known by its title
  int symbol_year = 0;  ///< the year in that symbol
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
    own_symbol_ = *own.symbol;
    Document document;
    document.key = KeyOfSymbol(*own.symbol);
    document.own = true;
    document.tier = TierOf(own.issuer.value_or(""));
    document.type = own.type;
    Register(std::move(document));
    AddNumber(0, *own.symbol);
  }

  size_t Register(Document document) {
    by_key_[KeyIn(document.by_title, document.key)].push_back(documents_.size());
    documents_.push_back(std::move(document));
    return documents_.size() - 1;
  }

  static std::string KeyIn(bool by_title, const std::string& key) {
    return (by_title ? "t" : "s") + key;
  }

  void AddNumber(size_t document, const std::string& symbol) {
    if (const auto parsed = ParseSymbol(symbol))
      by_number_[WithoutZeros(parsed->number)].push_back(document);
  }

  // The latest document of that key which nothing tells from this mention, or a new one.
  size_t DocumentOf(const std::string& key, int year, Tier tier, bool by_title) {
    const std::vector<size_t>& known = by_key_[KeyIn(by_title, key)];
    for (auto it = known.rbegin(); it != known.rend(); ++it) {
      Document& document = documents_[*it];
      if (document.Differs(year, tier)) continue;
      if (document.year == 0) document.year = year;
      if (document.tier == Tier::kUnknown) document.tier = tier;
      return *it;
    }
    Document document;
    document.key = key;
    document.year = year;
    document.tier = tier;
    document.by_title = by_title;
    return Register(std::move(document));
  }

  void TakeSymbol(size_t i) {
    const Mention& m = mentions_[i];
    const size_t before = documents_.size();
    const size_t d = DocumentOf(KeyOfSymbol(m.symbol), m.date ? m.date->year : 0,
                                TierOf(m.issuer.value_or("")), false);
    Document& document = documents_[d];
    if (d == before) AddNumber(d, m.symbol);
    if (document.symbol.empty()) {
      const auto parsed = ParseSymbol(m.symbol);
      document.symbol = m.symbol;
      document.symbol_year = parsed ? parsed->year : 0;
    }
    if (!document.type) document.type = m.type;
    if (m.title && !document.law_title) {
      document.law_title = KeyOfTitle(*m.title);
      by_law_title_[*document.law_title].push_back(d);
    }
    of_mention_[i] = d;
  }

  // A law by its title is the one cited with its number, unless the years differ.
  void TakeLaw(size_t i) {
    const Mention& m = mentions_[i];
    const std::string title = KeyOfTitle(m.title.value_or(""));
    const int year = m.date ? m.date->year : 0;
    std::vector<size_t> fits;
    for (size_t d : by_law_title_[title]) {
      const Document& document = documents_[d];
      const int issued = document.symbol_year != 0 ? document.symbol_year : document.year;
      if (year == 0 || issued == 0 || issued == year) fits.push_back(d);
      if (fits.size() > 1) break;
    }
    of_mention_[i] = fits.size() == 1 ? fits[0] : DocumentOf(title, year, Tier::kUnknown, true);
  }

  void TakeShort(size_t i) {
    const Mention& m = mentions_[i];
    if (m.kind != MentionKind::kShort && m.kind != MentionKind::kNickname) return;
    const std::string issuer = IssuerBehind(m);
    std::vector<size_t> fits;
    const auto known = by_number_.find(WithoutZeros(m.symbol));
    if (known != by_number_.end() && !m.symbol.empty()) {
      for (size_t d : known->second) {
        if (IsShortFor(m, issuer, documents_[d])) fits.push_back(d);
        if (fits.size() > 1) break;
      }
    }
    if (fits.size() == 1) {
      of_mention_[i] = fits[0];
    } else if (m.kind == MentionKind::kNickname) {
      of_mention_[i] = DocumentOf(KeyOfTitle(m.title.value_or("")), 0, Tier::kUnknown, true);
    }
  }

  // "Nghị quyết số 57 của HĐND tỉnh" is not 57-NQ/TW, "Kế hoạch 12 của tỉnh" not that of the
  // commune.
  bool IsShortFor(const Mention& m, const std::string& issuer, const Document& document) const {
    if (!document.type || !m.type || !IsSameKind(*document.type, *m.type)) return false;
    const Tier tier = TierOf(issuer);
    if (tier != Tier::kUnknown && document.tier != Tier::kUnknown && tier != document.tier)
      return false;
    const std::string& symbol = document.own ? own_symbol_ : document.symbol;
    const bool named = issuer.find(' ') != std::string::npos;
    return named || tier != Tier::kUnknown ? FitsBody(symbol, issuer, named) : true;
  }

  // Does the symbol's code allow that body? "của tỉnh", "của xã" name none: any of the place.
  [[nodiscard]] bool FitsBody(const std::string& symbol, const std::string& issuer,
                              bool named) const {
    if (named) return IssuerFits(symbol, issuer, rules_);
    constexpr std::array kLocal = std::to_array<std::string_view>(
        {"UBND tỉnh", "HĐND tỉnh", "Tỉnh ủy", "Thành ủy", "Đảng ủy xã", "Ban Chỉ đạo tỉnh"});
    return std::any_of(kLocal.begin(), kLocal.end(),
                       [&](std::string_view body) { return IssuerFits(symbol, body, rules_); });
  }

  // The body behind a short name; only "tỉnh", "xã" where no more is said.
  [[nodiscard]] std::string IssuerBehind(const Mention& m) const {
    const uint32_t end = blocks_[m.block].span.end;
    std::string rest(
        std::string_view(text_.text).substr(m.name.end, end - m.name.end).substr(0, kIssuerReach));
    std::replace(rest.begin(), rest.end(), '\n', ' ');
    if (!rest.starts_with(kOf)) return {};
    const std::string_view body = std::string_view(rest).substr(kOf.size());
    const size_t size = IssuerNameSize(body, rules_);
    if (size > 0) return std::string(body.substr(0, size));
    return std::string(body.substr(0, body.find_first_of(" ,;.:)")));
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
      Fill(out.citations[it->second], i);
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

  void Fill(Citation& citation, size_t i) const {
    const Mention& mention = mentions_[i];
    if (mention.kind == MentionKind::kSymbol &&
        (!citation.symbol || IsBetterPrint(mention.symbol, *citation.symbol)))
      citation.symbol = mention.symbol;
    const bool short_name =
        mention.kind == MentionKind::kShort || mention.kind == MentionKind::kAlias;
    if (!citation.type && !short_name) citation.type = mention.type;
    const bool fuller = citation.issuer && mention.issuer &&
                        mention.issuer->starts_with(*citation.issuer + " ");  // "UBND tỉnh" "X"
    if (!citation.issuer || fuller) citation.issuer = mention.issuer;
    if (!citation.title) {
      const uint32_t end = blocks_[mention.block].span.end;
      citation.title =
          mention.title ? mention.title : TitleBehind(text_.text, mentions_, i, end, rules_);
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
  std::string own_symbol_;
  std::vector<Document> documents_;
  // Of documents_, in order: a list may hold thousands, so that none is looked for one by one.
  std::unordered_map<std::string, std::vector<size_t>> by_key_, by_number_, by_law_title_;
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
