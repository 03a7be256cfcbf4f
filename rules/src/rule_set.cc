#include "rules/rule_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "embedded.h"
#include "re2_pattern.h"
#include "toml_rules.h"

namespace congvan::rules {
namespace {

constexpr int kMaxNesting = 16;

bool IsName(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

// Puts the named pieces in: {day} -> (?:0?[1-9]|...). Quantifiers like {2,4} hold no letters and
// stay.
Result<std::string> Expand(const RuleFile& file, const Rule& rule, std::string_view pattern,
                           int depth, std::set<std::string>& used) {
  std::string out;
  for (size_t i = 0; i < pattern.size(); ++i) {
    const size_t close = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
    const std::string_view name =
        close == std::string_view::npos ? "" : pattern.substr(i + 1, close - i - 1);
    // "\p{lu}" is a class of letters, "\{" a brace; "cấp{name}" is a piece like any other.
    const std::string_view before = pattern.substr(0, i);
    const bool escaped =
        before.ends_with("\\p") || before.ends_with("\\P") || before.ends_with('\\');
    if (!IsName(name) || escaped) {
      out.push_back(pattern[i]);
      continue;
    }
    const auto piece = file.patterns.find(std::string(name));
    if (piece == file.patterns.end() || depth >= kMaxNesting) {
      const auto what = fmt::format("{}:1: rule '{}' uses {{{}}}, which [patterns] does not define",
                                    rule.line, rule.id, name);
      return Fail(
          MakeError(ErrorCode::kBadRules, rule.file, what, "define it, or write \\{ for a brace"));
    }
    CV_TRY(std::string inner, Expand(file, rule, piece->second, depth + 1, used));
    used.emplace(name);
    out.append("(?:").append(inner).append(")");
    i = close;
  }
  return out;
}

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
  std::vector<std::string> unused;  // [patterns] entries that no rule uses

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
    CV_TRY(RuleFile parsed, ParseRuleFile(file.name, file.text));
    CV_TRY(parsed, WithoutTwins(std::move(parsed)));
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
      return Fail(MakeError(ErrorCode::kBadRules, file.name,
                            fmt::format("1:1: no rules are called '{}'", Stem(file.name)),
                            "name the file after the shipped one that it adds to; congvan rules "
                            "list shows them"));
    }
    CV_TRY(RuleFile parsed, ParseRuleFile(file.name, file.text));
    CV_TRY(parsed, WithoutTwins(std::move(parsed)));
    OverlayRules(shipped->second, std::move(parsed));
    unknown_.insert(shipped->first);
    Count(file);
    return {};
  }

  // `known`: the patterns of files that no user touched are right (a test holds them to it) and are
  // compiled when first needed.
  Result<RuleSet> Build(bool known) && {
    RuleSet set;
    for (auto& [stem, file] : files_) {
      CV_TRY(RuleGroup group, Compile(stem, file, known && unknown_.count(stem) == 0));
      set.groups_.emplace(stem, std::move(group));
    }
    set.confidence_ = std::move(confidence_);
    set.version_ = fmt::format("{:016x}", version_);
    return set;
  }

 private:
  static Result<RuleFile> WithoutTwins(RuleFile file) {
    std::set<std::string> ids;
    for (const Rule& rule : file.rules) {
      if (!ids.insert(rule.id).second) {
        const auto what = fmt::format("{}:1: a second rule has the id '{}'", rule.line, rule.id);
        return Fail(
            MakeError(ErrorCode::kBadRules, rule.file, what, "give each rule an id of its own"));
      }
    }
    return file;
  }

  static void OverlayRules(RuleFile& shipped, RuleFile user) {
    for (auto& [name, pattern] : user.patterns) shipped.patterns[name] = std::move(pattern);
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

  static Result<RuleGroup> Compile(const std::string& stem, RuleFile& file, bool known) {
    RuleGroup group;
    std::vector<std::string> compiled;
    std::set<std::string> used;
    for (Rule& rule : file.rules) {
      if (rule.IsOff()) continue;
      CV_TRY(std::string expanded, Expand(file, rule, rule.pattern, 0, used));
      compiled.push_back(WithBothTonePlacements(expanded));
      std::string why;
      auto pattern = known ? std::optional(Re2Pattern::Known(compiled.back()))
                           : Re2Pattern::Compile(compiled.back(), why);
      if (!pattern) {
        const auto what =
            fmt::format("{}:1: the pattern of rule '{}' is wrong: {}", rule.line, rule.id, why);
        return Fail(MakeError(ErrorCode::kBadRules, rule.file, what, "see the RE2 syntax page"));
      }
      group.impl_->patterns.push_back(std::move(*pattern));
      rule.id = stem + "." + rule.id;
      group.impl_->rules.push_back(std::move(rule));
    }
    for (const auto& [name, pattern] : file.patterns) {
      if (used.count(name) == 0) group.impl_->unused.push_back(name);
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
  std::set<std::string> unknown_;
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
  return std::move(builder).Build(false);
}

const RuleGroup& RuleSet::group(std::string_view name) const {
  const auto it = groups_.find(name);
  CV_CHECK(it != groups_.end(), "a shipped rule file is missing");
  return it->second;
}

std::vector<std::string> RuleSet::Check() const {
  std::vector<std::string> out;
  for (const auto& [name, group] : groups_) {
    for (const std::string& piece : group.impl_->unused)
      out.push_back(fmt::format("{}.toml: no rule uses {{{}}} of [patterns]", name, piece));
    for (size_t i = 0; i < group.impl_->rules.size(); ++i) {
      const Rule& rule = group.impl_->rules[i];
      const Re2Pattern& pattern = group.impl_->patterns[i];
      for (const std::string& example : rule.examples) {
        if (!pattern.Find(example, 0, Anchor::kNone)) {
          out.push_back(fmt::format("{}:{}: {} does not match its example \"{}\"", rule.file,
                                    rule.line, rule.id, example));
        }
      }
      for (const std::string& reject : rule.rejects) {
        if (pattern.Find(reject, 0, Anchor::kNone)) {
          out.push_back(fmt::format("{}:{}: {} matches the near miss \"{}\"", rule.file, rule.line,
                                    rule.id, reject));
        }
      }
    }
  }
  return out;
}

}  // namespace congvan::rules
