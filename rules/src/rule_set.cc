#include "rules/rule_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "embedded.h"
#include "re2_pattern.h"
#include "rule_pieces.h"
#include "rule_words.h"
#include "toml_rules.h"

namespace congvan::rules {
namespace {

std::string Stem(std::string_view file_name) {
  const size_t slash = file_name.rfind('/');
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  return std::string(file_name.substr(0, file_name.rfind('.')));
}

}  // namespace

std::string_view Rule::operator[](std::string_view name) const {
  const auto it = attributes.find(name);
  return it == attributes.end() ? std::string_view() : std::string_view(it->second);
}

bool Rule::IsOff() const { return (*this)["off"] == "true"; }

std::optional<std::string_view> Match::Get(std::string_view text, std::string_view name) const {
  for (const Group& group : groups) {
    if (group.name == name) return text.substr(group.begin, group.end - group.begin);
  }
  return std::nullopt;
}

struct RuleGroup::Impl {
  std::vector<Rule> rules;
  std::vector<Re2Pattern> patterns;  // one a rule
  std::optional<Re2Prefilter> prefilter;
  std::vector<std::string> pieces;
  std::vector<Error> unused;  // [patterns] entries that no rule uses

  [[nodiscard]] Match MakeMatch(size_t index, const Re2Pattern::Hit& hit) const {
    Match match{&rules[index], hit.begin, hit.end, {}};
    for (const auto& group : hit.groups)
      match.groups.push_back({group.name, group.begin, group.end});
    return match;
  }

  [[nodiscard]] std::optional<Match> First(std::string_view text, Anchor anchor) const {
    for (int index : prefilter->Candidates(text)) {
      const auto i = static_cast<size_t>(index);
      if (const auto hit = patterns[i].Find(text, 0, anchor)) return MakeMatch(i, *hit);
    }
    return std::nullopt;
  }
};

RuleGroup::RuleGroup() : impl_(std::make_unique<Impl>()) {}
RuleGroup::~RuleGroup() = default;
RuleGroup::RuleGroup(RuleGroup&&) noexcept = default;
RuleGroup& RuleGroup::operator=(RuleGroup&&) noexcept = default;

const std::vector<Rule>& RuleGroup::rules() const { return impl_->rules; }
std::vector<std::string> RuleGroup::pieces() const { return impl_->pieces; }

std::vector<Match> RuleGroup::FindAll(std::string_view text) const {
  std::vector<Match> out;
  for (int index : impl_->prefilter->Candidates(text)) {
    const auto i = static_cast<size_t>(index);
    for (size_t from = 0; from <= text.size();) {
      const auto hit = impl_->patterns[i].Find(text, from, Anchor::kNone);
      if (!hit) break;
      if (hit->end > hit->begin) out.push_back(impl_->MakeMatch(i, *hit));
      from = hit->end > from ? hit->end : from + 1;
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Match& a, const Match& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  return out;
}

std::vector<Match> RuleGroup::Leftmost(std::string_view text) const {
  std::vector<Match> out;
  for (Match& match : FindAll(text)) {
    if (out.empty() || match.begin >= out.back().end) out.push_back(std::move(match));
  }
  return out;
}

std::optional<Match> RuleGroup::MatchWhole(std::string_view text) const {
  return impl_->First(text, Anchor::kBoth);
}
std::optional<Match> RuleGroup::MatchStart(std::string_view text) const {
  return impl_->First(text, Anchor::kStart);
}

// Parses rule files, lays the user's over the shipped ones, then compiles.
class RuleSet::Builder {
 public:
  Result<void> Add(const File& file) {
    CV_TRY(RuleFile parsed, Parse(file));
    files_.insert_or_assign(Stem(file.name), std::move(parsed));
    Count(file);
    return {};
  }

  Result<void> AddCounts(const File& file) {
    CV_TRY(confidence_, Confidence::Parse(file.name, file.text));
    Count(file);
    return {};
  }

  Result<void> Overlay(const File& file) {
    const auto shipped = files_.find(Stem(file.name));
    if (shipped == files_.end()) {
      return Fail(BadRule({file.name, 1, 1},
                          fmt::format("no rules are called '{}'", Stem(file.name)),
                          "name the file after the shipped one that it adds to; congvan rules "
                          "list shows them"));
    }
    CV_TRY(RuleFile parsed, Parse(file));
    if (unknown_.insert(shipped->first).second) {
      auto learnt = Learn(shipped->first, shipped->second);
      if (!learnt) return learnt;
    }
    for (const auto& [name, piece] : parsed.patterns) users_pieces_.insert({shipped->first, name});
    OverlayRules(shipped->second, std::move(parsed));
    Count(file);
    return {};
  }

  // The words that the shipped rules of this file use: what its rules are held to.
  Result<void> Learn(const std::string& stem, const RuleFile& shipped) {
    RuleWords words(stem);
    std::set<std::string> used;
    for (Rule rule : shipped.rules) {
      auto expanded = ExpandPattern(shipped, rule, used);
      if (!expanded) return Fail(std::move(expanded).error());
      rule.captures = CapturesOf(*expanded);
      words.Learn(rule);
    }
    words_.insert_or_assign(stem, std::move(words));
    return {};
  }

  // Those of every file that is called like a shipped one.
  Result<void> LearnShipped() {
    for (const EmbeddedFile& file : EmbeddedRuleFiles()) {
      const std::string stem = Stem(file.name);
      if (files_.count(stem) == 0) continue;
      CV_TRY(const RuleFile shipped, Parse({std::string(file.name), std::string(file.text)}));
      if (auto learnt = Learn(stem, shipped); !learnt) return Fail(std::move(learnt).error());
    }
    return {};
  }

  // `known`: the patterns of files that no user touched are right (a test holds them to it) and are
  // compiled when first needed.
  Result<RuleSet> Build(bool known) && {
    RuleSet set;
    for (auto& [stem, file] : files_) {
      const bool proven = known && unknown_.count(stem) == 0;
      CV_TRY(RuleGroup group, Compile(stem, file, proven, set.mistakes_));
      set.groups_.emplace(stem, std::move(group));
    }
    set.confidence_ = std::move(confidence_);
    set.version_ = fmt::format("{:016x}", version_);
    return set;
  }

 private:
  static Result<RuleFile> Parse(const File& file) {
    CV_TRY(RuleFile parsed, ParseRuleFile(file.name, file.text));
    std::set<std::string> ids;
    for (const Rule& rule : parsed.rules) {
      if (!ids.insert(rule.id).second) {
        return Fail(BadRule(rule.at.id, fmt::format("a second rule has the id '{}'", rule.id),
                            "give each rule an id of its own"));
      }
    }
    return parsed;
  }

  static void OverlayRules(RuleFile& shipped, RuleFile user) {
    for (auto& [name, piece] : user.patterns) shipped.patterns[name] = std::move(piece);
    std::vector<Rule> added;
    for (Rule& rule : user.rules) {
      const auto same = std::find_if(shipped.rules.begin(), shipped.rules.end(),
                                     [&](const Rule& other) { return other.id == rule.id; });
      if (same != shipped.rules.end()) {
        *same = std::move(rule);
      } else {
        added.push_back(std::move(rule));
      }
    }
    shipped.rules.insert(shipped.rules.begin(), std::make_move_iterator(added.begin()),
                         std::make_move_iterator(added.end()));
  }

  Result<RuleGroup> Compile(const std::string& stem, RuleFile& file, bool known,
                            std::vector<Error>& mistakes) const {
    RuleGroup group;
    std::vector<std::string> compiled;
    std::set<std::string> used;
    const auto words = words_.find(stem);
    for (Rule& rule : file.rules) {
      if (rule.IsOff()) {
        const auto wrong = words == words_.end() ? std::nullopt : words->second.MistakeOfOff(rule);
        if (wrong) mistakes.push_back(*wrong);
        continue;
      }
      CV_TRY(std::string expanded, ExpandPattern(file, rule, used));
      rule.captures = CapturesOf(expanded);
      if (words != words_.end()) {
        for (Error& wrong : words->second.MistakesOf(rule)) mistakes.push_back(std::move(wrong));
      }
      compiled.push_back(WithBothTonePlacements(expanded));
      std::string why;
      auto pattern = known ? std::optional(Re2Pattern::Known(compiled.back()))
                           : Re2Pattern::Compile(compiled.back(), why);
      if (!pattern) {
        return Fail(BadRule(rule.at.pattern,
                            fmt::format("the pattern of rule '{}' is wrong: {}", rule.id, why),
                            "see the RE2 syntax page"));
      }
      group.impl_->patterns.push_back(std::move(*pattern));
      rule.id = stem + "." + rule.id;
      group.impl_->rules.push_back(std::move(rule));
    }
    for (const auto& [name, piece] : file.patterns) {
      group.impl_->pieces.push_back(name);
      // A shipped piece may be left over when a user takes the rule away that used it.
      const bool kept = unknown_.count(stem) > 0 && users_pieces_.count({stem, name}) == 0;
      if (used.count(name) > 0 || kept) continue;
      group.impl_->unused.push_back(
          BadRule(piece.at, fmt::format("no rule uses '{{{}}}' of [patterns]", name),
                  "take it away, or use it in a pattern"));
    }
    group.impl_->prefilter.emplace(std::move(compiled));
    return group;
  }

  // FNV-1a: no secret, only a mark that two sets differ.
  void Count(const File& file) {
    for (const std::string* part : {&file.name, &file.text}) {
      for (const char byte : part == &file.name ? Stem(*part) : *part)
        version_ = (version_ ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
    }
  }

  std::map<std::string, RuleFile> files_;
  std::set<std::string> unknown_;  // files that a user's are laid over
  std::set<std::pair<std::string, std::string>> users_pieces_;
  std::map<std::string, RuleWords> words_;
  Confidence confidence_;
  uint64_t version_ = 0xcbf29ce484222325U;
};

Result<RuleSet> RuleSet::Shipped(const std::vector<File>& user) {
  Builder builder;
  for (const EmbeddedFile& file : EmbeddedRuleFiles()) {
    if (file.name.ends_with(".tsv")) {
      if (auto counted = builder.AddCounts({std::string(file.name), std::string(file.text)});
          !counted)
        return Fail(std::move(counted).error());
      continue;
    }
    if (auto added = builder.Add({std::string(file.name), std::string(file.text)}); !added)
      return Fail(std::move(added).error());
  }
  for (const File& file : user) {
    if (auto laid = builder.Overlay(file); !laid) return Fail(std::move(laid).error());
  }
  return std::move(builder).Build(true);
}

Result<RuleSet> RuleSet::Load(const std::vector<File>& files) {
  Builder builder;
  for (const File& file : files) {
    if (auto added = builder.Add(file); !added) return Fail(std::move(added).error());
  }
  if (auto learnt = builder.LearnShipped(); !learnt) return Fail(std::move(learnt).error());
  return std::move(builder).Build(false);
}

const RuleGroup& RuleSet::group(std::string_view name) const {
  const auto it = groups_.find(name);
  CV_CHECK(it != groups_.end(), "a shipped rule file is missing");
  return it->second;
}

std::vector<Error> RuleSet::Check() const {
  std::vector<Error> out = mistakes_;
  for (const auto& [name, group] : groups_) {
    out.insert(out.end(), group.impl_->unused.begin(), group.impl_->unused.end());
    for (size_t i = 0; i < group.impl_->rules.size(); ++i) {
      const Rule& rule = group.impl_->rules[i];
      const Re2Pattern& pattern = group.impl_->patterns[i];
      for (size_t j = 0; j < rule.examples.size(); ++j) {
        if (pattern.Find(rule.examples[j], 0, Anchor::kNone)) continue;
        out.push_back(BadRule(
            rule.at.examples[j],
            fmt::format("rule '{}' does not match its example '{}'", rule.id, rule.examples[j]),
            "mend the pattern or the example"));
      }
      for (size_t j = 0; j < rule.rejects.size(); ++j) {
        if (!pattern.Find(rule.rejects[j], 0, Anchor::kNone)) continue;
        out.push_back(
            BadRule(rule.at.rejects[j],
                    fmt::format("rule '{}' matches the near miss '{}'", rule.id, rule.rejects[j]),
                    "make the pattern narrower, or take the near miss away"));
      }
    }
  }
  return out;
}

}  // namespace congvan::rules
