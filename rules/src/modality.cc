#include "rules/modality.h"

#include <algorithm>
#include <vector>

#include "core/utf8.h"

namespace congvan::rules {
namespace {

struct Word {
  const Rule* rule = nullptr;
  size_t begin = 0, end = 0;
};

// In order, without those that a mask covers; from byte `begin` on.
std::vector<Word> FindWords(std::string_view text, size_t begin, const RuleSet& rules) {
  std::vector<Word> masks, words;
  const std::string padded = " " + std::string(text.substr(begin)) + " ";
  for (const Match& match : rules.group("modality").FindAll(padded)) {
    if ((*match.rule)["modality"] == "mask")
      masks.push_back({match.rule, begin + match.begin, begin + match.end});
    for (const Match::Group& group : match.groups) {
      if (group.name == "words")
        words.push_back({match.rule, begin + group.begin, begin + group.end});
    }
  }
  // The blank in front is no part of the text, and no words are it.
  for (Word& word : words) {
    --word.begin;
    --word.end;
  }
  std::erase_if(words, [&masks](const Word& word) {
    for (const Word& mask : masks) {
      if (word.begin + 1 < mask.end && mask.begin < word.end + 1) return true;
    }
    return false;
  });
  return words;
}

FoundModality Found(const Word& word) {
  return {std::string((*word.rule)["modality"]), word.begin, word.end, word.rule->id};
}

// A full stop with a blank behind it, or a line feed.
bool EndsSentence(std::string_view text) {
  return text.find(". ") != std::string_view::npos || text.find('\n') != std::string_view::npos;
}

bool EndsClause(std::string_view text) {
  return EndsSentence(text) || text.find(", ") != std::string_view::npos ||
         text.find(';') != std::string_view::npos;
}

// "xã, phường", "cán bộ, công chức, viên chức", between a number and "phải": no clause has ended.
bool IsOneSubject(std::string_view text) {
  constexpr auto kMostWords = 4;
  if (EndsSentence(text) || text.find(';') != std::string_view::npos) return false;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t comma = std::min(text.find(", ", begin), text.size());
    const std::string_view part = Trim(text.substr(begin, comma - begin));
    const bool whole = begin == 0 && comma == text.size();  // no comma at all
    if (part.empty() && !whole) return false;
    if (!whole && std::count(part.begin(), part.end(), ' ') >= kMostWords) return false;
    begin = comma + 2;
  }
  return true;
}

bool Governs(const Word& word, std::string_view text, size_t begin, size_t end) {
  if (word.end <= begin) {
    const std::string_view between = text.substr(word.end, begin - word.end);
    return (*word.rule)["reach"] == "sentence" ? !EndsSentence(between) : !EndsClause(between);
  }
  return word.begin >= end && (*word.rule)["after"] == "true" &&
         IsOneSubject(text.substr(end, word.begin - end));
}

}  // namespace

std::optional<FoundModality> ReadTaskModality(std::string_view task, size_t begin,
                                              const RuleSet& rules) {
  for (const Word& word : FindWords(task, begin, rules)) {
    const bool opens = Trim(task.substr(begin, word.begin - begin)).empty();
    if ((*word.rule)["place"] != "opening" || opens) return Found(word);
  }
  return std::nullopt;
}

std::optional<FoundModality> ReadGoalModality(std::string_view text, size_t begin, size_t end,
                                              const RuleSet& rules) {
  std::optional<FoundModality> out;  // the last before the number, else the first behind it
  for (const Word& word : FindWords(text, 0, rules)) {
    if (!Governs(word, text, begin, end)) continue;
    if (word.begin >= end && out) break;
    out = Found(word);
  }
  return out;
}

}  // namespace congvan::rules
