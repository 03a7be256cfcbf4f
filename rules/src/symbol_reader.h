// symbol_reader.h: symbols in running text, told from dates, fractions, numbers of cars and
// telephones.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace congvan::rules {

struct SymbolHit {
  size_t begin = 0, end = 0;  ///< bytes of the text
  std::string symbol;         ///< canonical
  std::string rule;
};

/// By place. In "Quyết định số 229, 230-QĐ/TW" the bare number has the code of the symbol behind
/// it. `text` is one line. A symbol typed in small letters gets its capitals, "NQ/57-TW" its order.
std::vector<SymbolHit> ReadSymbols(std::string_view text, const RuleSet& rules);

}  // namespace congvan::rules
