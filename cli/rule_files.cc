#include "rule_files.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "messages.h"

namespace congvan::cli {
namespace {

namespace fs = std::filesystem;

std::string Variable(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing sets it
  return value == nullptr ? std::string() : std::string(value);
}

std::string Asked(const std::optional<std::string>& named) {
  return named ? *named : Variable("CONGVAN_RULES");
}

Result<rules::RuleSet::File> ReadRuleFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  if (!in || !(text << in.rdbuf())) {
    return Fail(MakeError(ErrorCode::kNotFound, path, Msg("the file cannot be read"),
                          Msg("check its name")));
  }
  return rules::RuleSet::File{path, text.str()};
}

Result<std::vector<rules::RuleSet::File>> ReadRuleFiles(const std::vector<std::string>& paths) {
  std::vector<rules::RuleSet::File> files;
  for (const std::string& path : paths) {
    CV_TRY(rules::RuleSet::File file, ReadRuleFile(path));
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace

std::string UserRulesFolder(const std::optional<std::string>& named) {
  std::string asked = Asked(named);
  if (!asked.empty()) return asked;
  const std::string home = Variable("HOME");
  const std::string settings = Variable("XDG_CONFIG_HOME");
  const fs::path base = settings.empty() ? fs::path(home) / ".config" : fs::path(settings);
  return (base / "congvan" / "rules").string();
}

Result<rules::RuleSet> LoadRules(const std::optional<std::string>& named) {
  CV_TRY(rules::RuleSet rules, LoadRulesWithMistakes(named));
  if (!rules.mistakes().empty()) return Fail(rules.mistakes().front());
  return rules;
}

Result<rules::RuleSet> LoadRulesWithMistakes(const std::optional<std::string>& named) {
  const std::string folder = UserRulesFolder(named);
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    if (Asked(named).empty()) return rules::RuleSet::Shipped();
    return Fail(MakeError(ErrorCode::kNotFound, folder, Msg("no such folder of rules"),
                          Msg("check its name")));
  }
  std::vector<std::string> paths;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".toml") paths.push_back(it->path().string());
  }
  std::sort(paths.begin(), paths.end());
  CV_TRY(const auto files, ReadRuleFiles(paths));
  return rules::RuleSet::Shipped(files);
}

Result<rules::RuleSet> LoadRuleFiles(const std::vector<std::string>& paths) {
  CV_TRY(const auto files, ReadRuleFiles(paths));
  return rules::RuleSet::Load(files);
}

}  // namespace congvan::cli
