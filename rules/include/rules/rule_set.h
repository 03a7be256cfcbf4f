// rules/rule_set.h: the rule files (TOML with RE2 patterns), compiled once.
//
//   CV_TRY(RuleSet rules, RuleSet::Shipped());
//   for (const Match& m : rules.group("deadline").FindAll(text)) ...
//
// A rule file holds [[rule]] tables: id, pattern, examples, rejects, and attributes that the
// group's reader knows. Patterns are RE2 in literal strings, always case-insensitive, and match
// either tone placement (hòa/hoà) whatever the file writes. {name} inside a pattern stands for the
// [patterns] entry of that name.
//
// Immutable and safe to share between threads.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "rules/confidence.h"

namespace congvan::rules {

/// Where something stands in a rule file: both 1-based, the column in characters.
struct RulePlace {
  std::string file;
  int line = 0, column = 0;
};

/// One rule as its file states it.
struct Rule {
  std::string id;                     ///< "deadline.quarter": file stem, dot, the id in the file
  std::string pattern;                ///< as written
  std::vector<std::string> examples;  ///< must match
  std::vector<std::string> rejects;   ///< near misses that must not match
  std::map<std::string, std::string, std::less<>> attributes;  ///< everything else, as strings
  std::vector<std::string> captures;  ///< names of (?P<name>...), those of its pieces too
  std::string file;
  int line = 0;  ///< of [[rule]]

  struct Places {
    RulePlace rule, id, pattern;
    std::vector<RulePlace> examples, rejects;
    /// Of the attribute's name and of its value.
    std::map<std::string, std::pair<RulePlace, RulePlace>, std::less<>> attributes;
  };
  Places at;

  /// The attribute, or "".
  [[nodiscard]] std::string_view operator[](std::string_view name) const;
  /// `off = true`: it only takes a shipped rule of its id away.
  [[nodiscard]] bool IsOff() const;
};

/// One place where a rule fits. Offsets are bytes of the text searched.
struct Match {
  const Rule* rule = nullptr;  ///< lives as long as the RuleSet
  size_t begin = 0, end = 0;
  struct Group {
    std::string name;
    size_t begin = 0, end = 0;
  };
  std::vector<Group> groups;  ///< the named groups that took part

  [[nodiscard]] std::string_view Of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
  /// Text of a named group; nullopt when it took no part.
  [[nodiscard]] std::optional<std::string_view> Get(std::string_view text,
                                                    std::string_view name) const;
};

/// The rules of one file, in the file's order.
class RuleGroup {
 public:
  RuleGroup();
  ~RuleGroup();
  RuleGroup(RuleGroup&&) noexcept;
  RuleGroup& operator=(RuleGroup&&) noexcept;

  /// Every match of every rule, left to right; at one place the longer first, then the earlier
  /// rule. Matches of different rules may overlap; see Leftmost.
  [[nodiscard]] std::vector<Match> FindAll(std::string_view text) const;
  /// FindAll without overlaps: the leftmost, of those the longest, of those the earliest rule.
  [[nodiscard]] std::vector<Match> Leftmost(std::string_view text) const;
  /// The first rule (in file order) that fits the whole text, or at its start.
  [[nodiscard]] std::optional<Match> MatchWhole(std::string_view text) const;
  [[nodiscard]] std::optional<Match> MatchStart(std::string_view text) const;
  [[nodiscard]] const std::vector<Rule>& rules() const;
  /// The names of the file's [patterns], in order.
  [[nodiscard]] std::vector<std::string> pieces() const;

 private:
  friend class RuleSet;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

class RuleSet {
 public:
  struct File {
    std::string name;  ///< "deadlines.toml", or a path that ends so; the stem is the group's name
    std::string text;
  };

  /// The rules that ship with the program, and the user's own. A file of the user's adds to the
  /// shipped file of the same name: a rule with a shipped rule's id takes its place, one with
  /// `off = true` takes it away, any other is put before the shipped ones; [patterns] entries
  /// replace those of the same name, in shipped rules too. Of a wrong file the Error says file,
  /// line and column.
  static Result<RuleSet> Shipped(const std::vector<File>& user = {});
  /// From these files alone.
  static Result<RuleSet> Load(const std::vector<File>& files);

  /// Changes whenever a rule or a count of confidence.tsv does: 16 hexadecimal digits.
  [[nodiscard]] const std::string& version() const { return version_; }

  /// Of the rules that ship with the program; of others it knows nothing.
  [[nodiscard]] const Confidence& confidence() const { return confidence_; }

  /// Aborts on a name that no shipped file has: a mistake of ours.
  [[nodiscard]] const RuleGroup& group(std::string_view name) const;
  [[nodiscard]] const std::map<std::string, RuleGroup, std::less<>>& groups() const {
    return groups_;
  }

  /// What no reader would understand, so that the rule might do nothing: attributes, values and
  /// names of (?P<name>...) that no shipped rule of the file has, attributes that are missing,
  /// `off = true` for a rule that does not exist. Of files that aren't called like a shipped one
  /// nothing is known.
  [[nodiscard]] const std::vector<Error>& mistakes() const { return mistakes_; }

  /// mistakes(), examples not matched, near misses matched, [patterns] entries that no rule uses
  /// (of a user's own file or of Load); empty when all is well.
  [[nodiscard]] std::vector<Error> Check() const;

 private:
  class Builder;

  std::string version_;
  Confidence confidence_;
  std::map<std::string, RuleGroup, std::less<>> groups_;
  std::vector<Error> mistakes_;
};

}  // namespace congvan::rules
