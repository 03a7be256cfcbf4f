// vocabulary.h: the words that the store knows, from data/vocabulary.txt, where each section says
// what it is for.
//
//   if (const std::string* words = Section("abbreviations").MeaningOf("ubnd")) ...
//
// Read once, at the first question; any thread may ask. A section that is not there is a mistake of
// ours and ends the program.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "embedded_file.h"

namespace congvan::store {

/// store/data/*, by name. Written at build time by cmake/embed_files.cmake.
const std::vector<EmbeddedFile>& EmbeddedVocabulary();

class WordList {
 public:
  [[nodiscard]] bool Has(std::string_view entry) const { return meanings_.contains(entry); }
  /// nullptr when there is no such entry; "" for one without a meaning.
  [[nodiscard]] const std::string* MeaningOf(std::string_view entry) const;
  /// By entry.
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& entries() const {
    return meanings_;
  }
  void Add(std::string entry, std::string meaning);

 private:
  std::map<std::string, std::string, std::less<>> meanings_;
};

const WordList& Section(std::string_view name);

/// What stands between blanks.
std::vector<std::string> SplitAtBlanks(std::string_view text);

}  // namespace congvan::store
