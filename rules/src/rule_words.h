// rule_words.h: which attributes, values and names of (?P<name>...) the reader of a rule file
// knows: those that its shipped rules use. Whatever else a rule says would do nothing, silently.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "rules/rule_set.h"

namespace congvan::rules {

class RuleWords {
 public:
  /// `group`: the file's name without ".toml".
  explicit RuleWords(std::string group) : group_(std::move(group)) {}

  /// Adds the words of a shipped rule, whose captures must be filled in.
  void Learn(const Rule& rule);

  /// What the rule says that no shipped rule does, or leaves out that all of them have.
  [[nodiscard]] std::vector<Error> MistakesOf(const Rule& rule) const;

  /// Of `off = true` for an id that no shipped rule has; nullopt when there is one.
  [[nodiscard]] std::optional<Error> MistakeOfOff(const Rule& rule) const;

 private:
  struct Attribute {
    size_t rules = 0;  // that have it
    std::set<std::string> values;
  };
  struct Kind {
    size_t rules = 0, capturing = 0;
    std::set<std::string> captures;
  };

  [[nodiscard]] std::string KindOf(const Rule& rule) const;
  void CheckAttributes(const Rule& rule, std::vector<Error>& out) const;
  void CheckCaptures(const Rule& rule, std::vector<Error>& out) const;

  std::string group_;
  std::set<std::string> ids_;
  std::map<std::string, Attribute> attributes_;
  std::map<std::string, Kind> kinds_;  // by the value of `kind` or `role`
  std::set<std::string> captures_;
};

/// The names of (?P<name>...) in a pattern without pieces, in order.
std::vector<std::string> CapturesOf(std::string_view pattern);

}  // namespace congvan::rules
