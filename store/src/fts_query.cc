#include "fts_query.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::store {
namespace {

// As FTS5's unicode61 sees it for the scripts that occur: letters and digits; beyond Latin
// everything that is no punctuation or blank.
bool IsWordCharacter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool latin_sign = c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA;
  const bool sign = c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) ||
                    (c >= 0x3000 && c <= 0x3020) || c >= 0xE000;
  return !latin_sign && !sign;
}

struct WordPlace {
  size_t begin = 0, end = 0;
};

std::vector<WordPlace> FindWords(std::string_view text) {
  std::vector<WordPlace> words;
  bool inside = false;
  for (size_t i = 0; i < text.size();) {
    const Decoded d = DecodeAt(text, i);
    const bool word = IsWordCharacter(d.code_point);
    if (word && !inside) words.push_back({i, i});
    i += d.size;
    if (word) words.back().end = i;
    inside = word;
  }
  return words;
}

std::string Exact(std::string_view text) { return FoldTonePlacement(ToLower(text)); }

bool IsExact(const SearchTerm& term, WordMatch match) {
  return match == WordMatch::kExact || (match == WordMatch::kExactAccents && term.accented);
}

std::string Fold(std::string_view text, bool exact) {
  return exact ? Exact(text) : StripDiacritics(text);
}

void AddTerm(std::vector<SearchTerm>& terms, std::string_view typed) {
  SearchTerm term;
  for (const WordPlace& word : FindWords(typed)) {
    if (!term.text.empty()) term.text += ' ';
    term.text += typed.substr(word.begin, word.end - word.begin);
  }
  if (term.text.empty()) return;
  term.accented = StripDiacritics(term.text) != ToLower(term.text);
  terms.push_back(std::move(term));
}

struct Hit {
  size_t first = 0, last = 0;  // words of the page
  size_t term = 0;
};

std::vector<std::string> FoldedWords(std::string_view text, const std::vector<WordPlace>& words,
                                     bool exact) {
  std::vector<std::string> out;
  out.reserve(words.size());
  for (const WordPlace& w : words)
    out.push_back(Fold(text.substr(w.begin, w.end - w.begin), exact));
  return out;
}

std::vector<Hit> FindHits(std::string_view page, const std::vector<WordPlace>& words,
                          const std::vector<SearchTerm>& terms, WordMatch match) {
  std::vector<Hit> hits;
  for (size_t t = 0; t < terms.size(); ++t) {
    const SearchTerm& term = terms[t];
    const bool exact = IsExact(term, match);
    const auto page_words = FoldedWords(page, words, exact);
    const auto term_words = FoldedWords(term.text, FindWords(term.text), exact);
    auto from = page_words.begin();
    while (true) {
      const auto at = std::search(from, page_words.end(), term_words.begin(), term_words.end());
      if (at == page_words.end()) break;
      const auto first = static_cast<size_t>(at - page_words.begin());
      hits.push_back({first, first + term_words.size() - 1, t});
      from = at + 1;
    }
  }
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::pair(a.first, a.last) < std::pair(b.first, b.last);
  });
  return hits;
}

// The hit from which most of the terms follow within `width` words; of equals where they stand
// closest, then the first. The common word of a phrase may stand alone anywhere above it.
size_t BestFirstHit(const std::vector<Hit>& hits, size_t width) {
  size_t best = 0, best_count = 0, best_length = 0;
  for (size_t i = 0; i < hits.size(); ++i) {
    std::set<size_t> terms;
    size_t length = 0;
    for (size_t j = i; j < hits.size() && hits[j].last < hits[i].first + width; ++j) {
      if (terms.insert(hits[j].term).second) length = hits[j].last - hits[i].first;
    }
    if (terms.size() > best_count || (terms.size() == best_count && length < best_length)) {
      best = hits[i].first;
      best_count = terms.size();
      best_length = length;
    }
  }
  return best;
}

void AddPiece(std::vector<SearchHit::Piece>& pieces, std::string_view text, bool hit) {
  if (text.empty()) return;
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  pieces.push_back({std::move(line), hit});
}

}  // namespace

std::vector<SearchTerm> ParseSearch(std::string_view typed) {
  std::vector<SearchTerm> terms;
  size_t begin = 0;
  bool quoted = false;
  for (size_t i = 0; i <= typed.size(); ++i) {
    const bool at_end = i == typed.size();
    const bool quote = !at_end && typed[i] == '"';
    const bool blank = !at_end && (typed[i] == ' ' || typed[i] == '\t' || typed[i] == '\n');
    if (!at_end && !quote && (!blank || quoted)) continue;
    AddTerm(terms, typed.substr(begin, i - begin));
    begin = i + 1;
    if (quote) quoted = !quoted;
  }
  return terms;
}

std::string ToFtsQuery(const std::vector<SearchTerm>& terms, WordMatch match) {
  std::string query;
  for (const SearchTerm& term : terms) {
    const bool exact = IsExact(term, match);
    if (!query.empty()) query += " AND ";
    query += exact ? "exact : \"" : "folded : \"";
    query += Fold(term.text, exact);  // letters, digits and blanks only: nothing to escape
    query += '"';
  }
  return query;
}

std::vector<SearchHit::Piece> MakeSnippet(std::string_view page,
                                          const std::vector<SearchTerm>& terms, WordMatch match) {
  constexpr size_t kBefore = 8, kWords = 28;
  const std::vector<WordPlace> words = FindWords(page);
  if (words.empty()) return {};
  const std::vector<Hit> hits = FindHits(page, words, terms, match);
  const size_t first_hit = BestFirstHit(hits, kWords - kBefore);
  const size_t first = first_hit > kBefore ? first_hit - kBefore : 0;
  const size_t last = std::min(words.size(), first + kWords) - 1;
  std::vector<SearchHit::Piece> pieces;
  size_t at = first == 0 ? 0 : words[first].begin;
  if (first > 0) AddPiece(pieces, "… ", false);
  for (const Hit& hit : hits) {
    if (words[hit.first].begin < at || hit.last > last) continue;
    AddPiece(pieces, page.substr(at, words[hit.first].begin - at), false);
    AddPiece(pieces,
             page.substr(words[hit.first].begin, words[hit.last].end - words[hit.first].begin),
             true);
    at = words[hit.last].end;
  }
  AddPiece(pieces, page.substr(at, words[last].end - at), false);
  if (last + 1 < words.size()) AddPiece(pieces, " …", false);
  return pieces;
}

}  // namespace congvan::store
