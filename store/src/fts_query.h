// fts_query.h: what a user types into a search, as an FTS5 expression, and where its words stand in
// a page. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/queries.h"

namespace congvan::store {

/// One word, or several that stand side by side: "in quotes", or typed as one ("57-NQ/TW").
struct SearchTerm {
  std::string text;       ///< letters, digits and blanks, as typed
  bool accented = false;  ///< holds a letter with a diacritic, or đ
};

/// Never fails: what is no word is left out, a quotation mark that nothing closes counts to the
/// end.
std::vector<SearchTerm> ParseSearch(std::string_view typed);

enum class WordMatch {
  kExact,         ///< diacritics as typed
  kExactAccents,  ///< as typed where a term has any, else with or without
  kFolded,        ///< with or without
};

/// An FTS5 expression for the table page_words: all terms; "" when there are none.
std::string ToFtsQuery(const std::vector<SearchTerm>& terms, WordMatch match);

/// A piece of the page where most of the terms stand, and closest together, on one line; every hit
/// in it is marked.
std::vector<SearchHit::Piece> MakeSnippet(std::string_view page,
                                          const std::vector<SearchTerm>& terms, WordMatch match);

}  // namespace congvan::store
