#include "vocabulary.h"

#include <utility>

#include "core/result.h"
#include "core/utf8.h"

namespace congvan::store {
namespace {

using Sections = std::map<std::string, WordList, std::less<>>;

void ReadLine(std::string_view line, Sections& sections, WordList*& section) {
  line = Trim(line);
  if (line.empty() || line.front() == '#') return;
  if (line.front() == '[') {
    CV_CHECK(line.back() == ']', "a section of the vocabulary does not end");
    section = &sections[std::string(line.substr(1, line.size() - 2))];
    return;
  }
  CV_CHECK(section != nullptr, "the vocabulary begins with a section");
  constexpr std::string_view kEquals = " = ";
  const size_t at = line.find(kEquals);
  if (at == std::string_view::npos) {
    section->Add(std::string(line), {});
  } else {
    section->Add(std::string(line.substr(0, at)), std::string(line.substr(at + kEquals.size())));
  }
}

Sections ReadAll() {
  Sections sections;
  for (const EmbeddedFile& file : EmbeddedVocabulary()) {
    WordList* section = nullptr;
    for (size_t begin = 0; begin < file.text.size();) {
      const size_t end = std::min(file.text.find('\n', begin), file.text.size());
      ReadLine(file.text.substr(begin, end - begin), sections, section);
      begin = end + 1;
    }
  }
  return sections;
}

}  // namespace

const std::string* WordList::MeaningOf(std::string_view entry) const {
  const auto it = meanings_.find(entry);
  return it == meanings_.end() ? nullptr : &it->second;
}

void WordList::Add(std::string entry, std::string meaning) {
  const bool fresh = meanings_.emplace(std::move(entry), std::move(meaning)).second;
  CV_CHECK(fresh, "an entry stands twice in a section of the vocabulary");
}

const WordList& Section(std::string_view name) {
  static const Sections sections = ReadAll();
  const auto it = sections.find(name);
  CV_CHECK(it != sections.end(), "the vocabulary lacks a section");
  return it->second;
}

std::vector<std::string> SplitAtBlanks(std::string_view text) {
  std::vector<std::string> words;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

}  // namespace congvan::store
