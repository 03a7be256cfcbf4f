#include "evaluation/cause.h"

#include "core/symbol.h"
#include "evaluation/folding.h"

namespace congvan::cli {
namespace {

constexpr double kMostOfIt = 0.7;  // of its runs of three words

std::string Joined(const std::vector<std::string>& words, size_t from, size_t count) {
  std::string out = " ";
  for (size_t i = from; i < from + count; ++i) out += words[i] + " ";
  return out;
}

}  // namespace

CauseFinder::CauseFinder(std::string_view normalized_text) : symbols_(SymbolKey(normalized_text)) {
  const auto words = FoldedWords(normalized_text);
  words_ = Joined(words, 0, words.size());
  for (size_t i = 0; i + 3 <= words.size(); ++i) triples_.insert(Joined(words, i, 3));
}

bool CauseFinder::Holds(const std::string& value) const {
  const auto words = FoldedWords(value);
  if (words.empty()) return true;
  if (words_.find(Joined(words, 0, words.size())) != std::string::npos) return true;
  if (value.find(' ') == std::string::npos)
    return symbols_.find(SymbolKey(value)) != std::string::npos;
  size_t known = 0, all = 0;
  for (size_t i = 0; i + 3 <= words.size(); ++i, ++all)
    known += triples_.count(Joined(words, i, 3));
  return all > 0 && static_cast<double>(known) >= kMostOfIt * static_cast<double>(all);
}

Cause CauseFinder::Of(const Miss& miss) const {
  if (!miss.want) return Cause::kExtra;
  if (miss.got && !miss.got->empty() && *miss.got != "[]") return Cause::kOther;
  if (miss.field == "relations") {  // "FROM verb TO"
    const size_t end = miss.want->find(' '), last = miss.want->rfind(' ');
    const bool both = (miss.want->substr(0, end) == "SELF" || Holds(miss.want->substr(0, end))) &&
                      Holds(miss.want->substr(last + 1));
    return both ? Cause::kUnread : Cause::kLost;
  }
  return Holds(*miss.want) ? Cause::kUnread : Cause::kLost;
}

}  // namespace congvan::cli
