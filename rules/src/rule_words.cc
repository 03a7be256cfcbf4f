#include "rule_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/edit_distance.h"
#include "toml_rules.h"

namespace congvan::rules {
namespace {

// Attributes whose values are names and numbers of the world, not words that the program knows.
constexpr std::array<std::string_view, 14> kOpen = {
    "document_types.name", "document_types.codes", "issuer_codes.names", "laws.type",
    "nicknames.type",      "nicknames.title",      "nicknames.number",   "nicknames.issuers",
    "columns.rank",        "quantities.rank",      "quantities.unit",    "quantities_words.value",
    "outline.level",       "relations.only"};

bool IsOpen(const std::string& group, const std::string& name) {
  return std::find(kOpen.begin(), kOpen.end(), group + "." + name) != kOpen.end();
}

// "did you mean 'x'?", else all that there is.
std::string Hint(const std::string& typed, const std::set<std::string>& known) {
  const std::vector<std::string> names(known.begin(), known.end());
  if (names.empty()) return "leave it out";
  if (const auto near = NearMiss(typed, names)) return fmt::format("did you mean '{}'?", *near);
  constexpr size_t kMost = 20;
  if (names.size() <= kMost) return fmt::format("there are: {}", fmt::join(names, ", "));
  return fmt::format("the nearest are: {}", fmt::join(Nearest(typed, names, 4), ", "));
}

}  // namespace

std::vector<std::string> CapturesOf(std::string_view pattern) {
  constexpr std::string_view kOpening = "(?P<";
  std::vector<std::string> out;
  for (size_t at = pattern.find(kOpening); at != std::string_view::npos;
       at = pattern.find(kOpening, at)) {
    at += kOpening.size();
    out.emplace_back(pattern.substr(at, pattern.find('>', at) - at));
  }
  return out;
}

std::string RuleWords::KindOf(const Rule& rule) const {
  const std::string_view kind = rule["kind"];
  return std::string(kind.empty() ? rule["role"] : kind);
}

void RuleWords::Learn(const Rule& rule) {
  ids_.insert(rule.id);
  for (const auto& [name, value] : rule.attributes) {
    ++attributes_[name].rules;
    attributes_[name].values.insert(value);
  }
  Kind& kind = kinds_[KindOf(rule)];
  ++kind.rules;
  if (!rule.captures.empty()) ++kind.capturing;
  kind.captures.insert(rule.captures.begin(), rule.captures.end());
  captures_.insert(rule.captures.begin(), rule.captures.end());
}

void RuleWords::CheckAttributes(const Rule& rule, std::vector<Error>& out) const {
  std::set<std::string> names;
  for (const auto& [name, attribute] : attributes_) names.insert(name);
  for (const auto& [name, value] : rule.attributes) {
    if (name == "off" && value == "false") continue;
    const auto& [name_at, value_at] = rule.at.attributes.at(name);
    const auto known = attributes_.find(name);
    if (known == attributes_.end()) {
      out.push_back(BadRule(name_at,
                            fmt::format("rules of '{}' have no attribute '{}'", group_, name),
                            Hint(name, names)));
    } else if (known->second.values.count(value) == 0 && !IsOpen(group_, name)) {
      out.push_back(BadRule(value_at, fmt::format("'{}' is no value of '{}'", value, name),
                            Hint(value, known->second.values)));
    }
  }
  for (const auto& [name, attribute] : attributes_) {
    if (attribute.rules < ids_.size() || rule.attributes.count(name) > 0) continue;
    out.push_back(BadRule(rule.at.rule, fmt::format("rule '{}' has no '{}'", rule.id, name),
                          IsOpen(group_, name)
                              ? "each rule of the file has one"
                              : fmt::format("there are: {}", fmt::join(attribute.values, ", "))));
  }
}

void RuleWords::CheckCaptures(const Rule& rule, std::vector<Error>& out) const {
  for (const std::string& name : rule.captures) {
    // "text2" is another "text".
    const std::string plain = name.substr(0, name.find_last_not_of("0123456789_") + 1);
    if (captures_.count(name) > 0 || captures_.count(plain) > 0) continue;
    out.push_back(
        BadRule(rule.at.pattern,
                fmt::format("rules of '{}' take nothing out by the name '{}'", group_, name),
                Hint(name, captures_)));
  }
  const auto kind = kinds_.find(KindOf(rule));
  if (kind == kinds_.end() || kind->second.capturing < kind->second.rules || !rule.captures.empty())
    return;
  out.push_back(
      BadRule(rule.at.pattern,
              fmt::format("rule '{}' takes nothing out, as each rule of its kind does", rule.id),
              fmt::format("name a part (?P<name>...); there are: {}",
                          fmt::join(kind->second.captures, ", "))));
}

std::vector<Error> RuleWords::MistakesOf(const Rule& rule) const {
  std::vector<Error> out;
  CheckAttributes(rule, out);
  CheckCaptures(rule, out);
  return out;
}

std::optional<Error> RuleWords::MistakeOfOff(const Rule& rule) const {
  if (ids_.count(rule.id) > 0) return std::nullopt;
  return BadRule(rule.at.id, fmt::format("no rule of '{}' is called '{}'", group_, rule.id),
                 Hint(rule.id, ids_));
}

}  // namespace congvan::rules
