#include "word_reader.h"

#include <cstdlib>

#include "flag_values.h"
#include "messages.h"
#include "normalizer/compose.h"

namespace congvan::cli {
namespace {

constexpr int kMostJobs = 256;

}  // namespace

std::string Join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::optional<std::string> Given(const std::string& word) {
  return word.empty() ? std::nullopt : std::optional<std::string>(word);
}

std::optional<std::string> Sought(const std::string& words) {
  return Given(normalizer::ToNfc(words));
}

std::string Database(const Words& words) {
  if (!words.database.empty()) return words.database;
  const char* variable =
      std::getenv("CONGVAN_DB");  // NOLINT(concurrency-mt-unsafe): before any thread starts
  return variable != nullptr && *variable != '\0' ? variable : "congvan.db";
}

int WordReader::Number(const char* option, const std::string& word, int least, int most,
                       int otherwise) {
  if (word.empty()) return otherwise;
  const std::optional<int> number = ReadNumber(word, least, most);
  if (!number) {
    Wrong(Say("{0} takes a whole number from {1} to {2}, not '{3}'",
              {option, std::to_string(least), std::to_string(most), word}));
  }
  return number.value_or(otherwise);
}

double WordReader::Share(const char* option, const std::string& word, double otherwise) {
  if (word.empty()) return otherwise;
  const auto share = ReadShare(word);
  if (!share) Wrong(Say("{0} takes a number from 0 to 1, not '{1}'", {option, word}));
  return share.value_or(otherwise);
}

int WordReader::Limit() { return Number("--limit", words_.limit, 1, kMostRows, 0); }

int WordReader::Jobs() { return Number("--jobs", words_.jobs, 1, kMostJobs, 0); }

std::optional<PartialDate> WordReader::Date(const char* option, const std::string& word) {
  if (word.empty()) return std::nullopt;
  const std::optional<PartialDate> date = ReadDate(word);
  if (!date)
    Wrong(Say("{0} takes a date such as 2025-12-31 or 31/12/2025, not '{1}'", {option, word}));
  return date;
}

ListOutput WordReader::List() {
  if (words_.json && words_.csv) Wrong(Tr("--json and --csv exclude each other"));
  if (words_.bom && !words_.csv) Wrong(Tr("--bom goes with --csv"));
  const ListFormat format = words_.json  ? ListFormat::kJson
                            : words_.csv ? ListFormat::kCsv
                                         : ListFormat::kTable;
  return {format, words_.bom};
}

void WordReader::Need(bool there, const char* name) {
  if (!there) Wrong(Say("{} is missing", {name}));
}

void WordReader::Wrong(std::string what) {
  if (wrong_.empty()) wrong_ = std::move(what);
}

Finished WordReader::Finish(Command command) const {
  if (!wrong_.empty()) return UsageError{wrong_, {}};
  return command;
}

}  // namespace congvan::cli
