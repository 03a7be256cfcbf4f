#include "typed_symbol.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/vietnamese.h"
#include "names.h"
#include "vocabulary.h"

namespace congvan::store {
namespace {

using Tokens = std::vector<std::string>;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsWordByte(char c) { return IsDigit(c) || (c >= 'a' && c <= 'z') || c == '&'; }
bool IsNumber(const std::string& token) { return IsDigit(token.front()); }

// "07" and "7" are one number.
std::string WithoutZeros(const std::string& token) {
  const size_t first = token.find_first_not_of('0');
  return IsNumber(token) && first != std::string::npos ? token.substr(first) : token;
}

struct TypeNames {
  std::map<Tokens, std::string> by_words;              // {"nghi", "quyet"} -> "nghi quyet"
  std::map<std::string, std::set<std::string>> codes;  // "nghi quyet" -> {"nq"}
  std::set<std::string> all_codes;
};

const TypeNames& Types() {
  static const TypeNames types = [] {
    TypeNames out;
    for (const auto& [name, codes] : Section("codes of document types").entries()) {
      const std::string folded = StripDiacritics(name);
      out.by_words[SplitAtBlanks(folded)] = folded;
      for (const std::string& code : SplitAtBlanks(StripDiacritics(codes))) {
        out.codes[folded].insert(code);
        out.all_codes.insert(code);
      }
    }
    return out;
  }();
  return types;
}

bool IsFiller(const std::string& token) {
  static const std::set<std::string> fillers = [] {
    std::set<std::string> out;
    for (const auto& [word, none] : Section("words around a symbol").entries())
      out.insert(StripDiacritics(word));
    return out;
  }();
  return fillers.contains(token);
}

// "nq57", "57nq": the code of a type and a number that were typed in one. QH15 is one code.
void AppendParts(Tokens& out, const std::string& run) {
  const auto turn = std::find_if(run.begin() + 1, run.end(),
                                 [&](char c) { return IsDigit(c) != IsDigit(run.front()); });
  const std::string first(run.begin(), turn), rest(turn, run.end());
  if (!rest.empty() && Types().all_codes.contains(IsDigit(run.front()) ? rest : first)) {
    out.push_back(first);
    out.push_back(rest);
  } else {
    out.push_back(run);
  }
}

Tokens Tokenize(std::string_view text) {
  const std::string folded = StripDiacritics(text);
  Tokens tokens;
  std::string run;
  for (size_t i = 0; i <= folded.size(); ++i) {
    if (i < folded.size() && IsWordByte(folded[i])) {
      run += folded[i];
      continue;
    }
    if (!run.empty()) AppendParts(tokens, run);
    run.clear();
  }
  return tokens;
}

// The words of a type that begin at `at`; the longest.
const std::pair<const Tokens, std::string>* TypeAt(const Tokens& tokens, size_t at) {
  const std::pair<const Tokens, std::string>* best = nullptr;
  for (const auto& type : Types().by_words) {
    const Tokens& words = type.first;
    if (at + words.size() > tokens.size()) continue;
    if (!std::equal(words.begin(), words.end(), tokens.begin() + static_cast<ptrdiff_t>(at)))
      continue;
    if (best == nullptr || words.size() > best->first.size()) best = &type;
  }
  return best;
}

bool IsOfType(const DocumentRow& document, const Tokens& symbol, const std::string& type) {
  if (document.type) {
    const std::string own = StripDiacritics(*document.type);
    return own == type || own.starts_with(type + " ");
  }
  const auto codes = Types().codes.find(type);
  return codes != Types().codes.end() &&
         std::any_of(symbol.begin(), symbol.end(),
                     [&](const std::string& token) { return codes->second.contains(token); });
}

// "KH" of a document that is known by its type only.
bool IsCodeOfType(const DocumentRow& document, const std::string& token) {
  if (!document.type) return false;
  const auto codes = Types().codes.find(StripDiacritics(*document.type));
  return codes != Types().codes.end() && codes->second.contains(token);
}

bool NamesIssuer(const DocumentRow& document, const std::string& token) {
  return document.issuer && NameMatcher(token).IsWithin(*document.issuer);
}

bool IsOnDay(const DocumentRow& document, const Tokens& date) {
  if (!document.date) return true;
  const Tokens known = Tokenize(*document.date);  // year, month, day
  for (size_t i = 0; i < std::min(known.size(), date.size()); ++i) {
    if (WithoutZeros(date[date.size() - 1 - i]) != WithoutZeros(known[i])) return false;
  }
  return true;
}

}  // namespace

TypedSymbol::TypedSymbol(std::string_view typed) {
  const Tokens tokens = Tokenize(typed);
  bool in_date = false;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const std::string& token = tokens[i];
    const bool date_word = token == "ngay" || token == "thang" || token == "nam";
    in_date = in_date || (date_word && !number_.empty());
    if (const auto* type = TypeAt(tokens, i)) {
      types_.push_back(type->second);
      i += type->first.size() - 1;
    } else if (IsFiller(token)) {
      continue;
    } else if (IsNumber(token) && in_date && date_.size() < 3) {
      date_.push_back(token);
    } else if (IsNumber(token) && number_.empty()) {
      number_ = WithoutZeros(token);
    } else {
      words_.push_back(token);
    }
  }
}

bool TypedSymbol::HasNumberOf(const DocumentRow& document) const {
  if (number_.empty() || !document.symbol) return false;
  const Tokens symbol = Tokenize(*document.symbol);
  return !symbol.empty() && WithoutZeros(symbol.front()) == number_;
}

bool TypedSymbol::Fits(const DocumentRow& document) const {
  if (!HasNumberOf(document)) return false;
  Tokens symbol = Tokenize(*document.symbol);
  symbol.erase(symbol.begin());
  if (!std::all_of(types_.begin(), types_.end(),
                   [&](const std::string& type) { return IsOfType(document, symbol, type); }))
    return false;
  if (!date_.empty() && !IsOnDay(document, date_)) return false;
  return std::all_of(words_.begin(), words_.end(), [&](const std::string& word) {
    return std::find(symbol.begin(), symbol.end(), word) != symbol.end() ||
           IsCodeOfType(document, word) || NamesIssuer(document, word);
  });
}

}  // namespace congvan::store
