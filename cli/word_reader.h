// cli/word_reader.h: from words to the values of flags; remembers the first that is wrong.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "command_spec.h"

namespace congvan::cli {

constexpr int kMostRows = 1'000'000;

/// With blanks between: a symbol may be typed in several words.
std::string Join(const std::vector<std::string>& words);
/// nullopt for an option that was not given.
std::optional<std::string> Given(const std::string& word);
/// The same, of words that are looked for in texts: in NFC, as those are.
std::optional<std::string> Sought(const std::string& words);
/// --db, else $CONGVAN_DB, else congvan.db here.
std::string Database(const Words& words);

/// Numbers, shares and dates outside what is allowed are errors; what was not given is `otherwise`.
class WordReader {
 public:
  explicit WordReader(const Words& words) : words_(words) {}

  int Number(const char* option, const std::string& word, int least, int most, int otherwise);
  double Share(const char* option, const std::string& word, double otherwise);
  int Jobs();
  int Limit();  ///< 0: all rows
  std::optional<PartialDate> Date(const char* option, const std::string& word);
  ListOutput List();

  void Need(bool there, const char* name);
  void Wrong(std::string what);  ///< the first one counts

  [[nodiscard]] Finished Finish(Command command) const;

 private:
  const Words& words_;
  std::string wrong_;
};

}  // namespace congvan::cli
