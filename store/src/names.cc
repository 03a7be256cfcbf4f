#include "names.h"

#include <algorithm>
#include <map>
#include <vector>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "vocabulary.h"

namespace congvan::store {
namespace {

// The words behind an abbreviation, typed with or without diacritics; "" when it is none.
std::string_view WrittenOut(std::string_view word) {
  static const auto table = [] {
    std::map<std::string, std::string_view, std::less<>> both;
    for (const auto& [abbreviation, words] : Section("abbreviations").entries()) {
      both.emplace(abbreviation, words);
      both.emplace(StripDiacritics(abbreviation), words);
    }
    return both;
  }();
  const auto it = table.find(word);
  return it == table.end() ? std::string_view() : it->second;
}

void AppendWord(std::string& out, std::string_view word) {
  if (word.empty()) return;
  if (!out.empty()) out += ' ';
  out += word;
}

// One word between blanks: written out whole, else its parts between punctuation, each written out.
void AppendKey(std::string& out, std::string_view word) {
  if (const std::string_view whole = WrittenOut(word); !whole.empty()) {
    AppendWord(out, whole);
    return;
  }
  size_t begin = 0;
  for (size_t i = 0; i <= word.size(); ++i) {
    const bool at_end = i == word.size();
    if (!at_end && std::string_view("-&,;()/\"'.").find(word[i]) == std::string_view::npos)
      continue;
    const std::string_view part = word.substr(begin, i - begin);
    const std::string_view whole = WrittenOut(part);
    AppendWord(out, whole.empty() ? part : whole);
    begin = i + 1;
    if (at_end) break;
    if (word[i] == '-' || word[i] == '&') AppendWord(out, "và");
    if (word[i] == ',' || word[i] == ';') AppendWord(out, ",");
  }
}

bool IsWordAt(std::string_view text, size_t begin, size_t size) {
  const size_t end = begin + size;
  return (begin == 0 || text[begin - 1] == ' ') && (end == text.size() || text[end] == ' ');
}

bool ContainsWords(std::string_view text, std::string_view words) {
  for (size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    if (IsWordAt(text, at, words.size())) return true;
  }
  return false;
}

// The words of a key, without what only joins them.
std::vector<std::string> ContentWords(std::string_view key) {
  std::vector<std::string> words = SplitAtBlanks(key);
  std::erase_if(
      words, [](const std::string& word) { return word == "," || word == "và" || word == "va"; });
  return words;
}

bool AreInitials(std::string_view letters, const std::vector<std::string>& words, size_t at) {
  if (letters.size() < 2 || at + letters.size() > words.size()) return false;
  for (size_t i = 0; i < letters.size(); ++i) {
    if (StripDiacritics(words[at + i]).front() != letters[i]) return false;
  }
  return true;
}

}  // namespace

std::string NameKey(std::string_view name) {
  const std::string folded = FoldForCompare(name);
  std::string out;
  size_t begin = 0;
  while (begin <= folded.size()) {
    const size_t end = std::min(folded.find(' ', begin), folded.size());
    AppendKey(out, std::string_view(folded).substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

NameMatcher::NameMatcher(std::string_view typed)
    : key_(NameKey(typed)), plain_(StripDiacritics(typed) == ToLower(typed)) {
  if (plain_) key_ = StripDiacritics(key_);
}

std::string NameMatcher::Key(std::string_view name) const {
  std::string key = NameKey(name);
  return plain_ ? StripDiacritics(key) : key;
}

bool NameMatcher::IsNamed(std::string_view name) const {
  const std::string key = Key(name);
  if (key_.empty() || !StartsWith(key, key_)) return false;
  const std::string_view rest = std::string_view(key).substr(key_.size());
  if (rest.empty()) return true;
  const std::string_view conjunction = plain_ ? " va" : " và";
  const bool joined = StartsWith(rest, " ,") || rest == conjunction ||
                      StartsWith(rest, std::string(conjunction) + " ");
  return rest.front() == ' ' && !joined;
}

bool NameMatcher::Begins(std::string_view name) const {
  const std::vector<std::string> typed = ContentWords(key_), words = ContentWords(Key(name));
  size_t at = 0;
  for (const std::string& word : typed) {
    if (at < words.size() && words[at] == word) {
      ++at;
    } else if (AreInitials(StripDiacritics(word), words, at)) {
      at += StripDiacritics(word).size();
    } else {
      return false;
    }
  }
  return !typed.empty();
}

int NameMatcher::SharedWords(std::string_view name) const {
  const std::string key = StripDiacritics(Key(name));
  int shared = 0;
  for (const std::string& word : ContentWords(StripDiacritics(key_)))
    shared += ContainsWords(key, word) ? 1 : 0;
  return shared;
}

bool NameMatcher::IsWithin(std::string_view name) const {
  return !key_.empty() && ContainsWords(Key(name), key_);
}

bool NameMatcher::HasWords(std::string_view text) const {
  const std::string key = Key(text);
  size_t begin = 0;
  while (begin <= key_.size()) {
    const size_t end = std::min(key_.find(' ', begin), key_.size());
    const std::string_view word = std::string_view(key_).substr(begin, end - begin);
    if (!word.empty() && word != "," && !ContainsWords(key, word)) return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace congvan::store
