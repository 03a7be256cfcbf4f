#include "toml_rules.h"

#include <fmt/format.h>
#include <toml++/toml.h>

namespace congvan::rules {
namespace {

std::string Place(const toml::source_region& region) {
  return fmt::format("{}:{}", region.begin.line, region.begin.column);
}

Error Wrong(const std::string& file, const toml::node& node, std::string_view what,
            std::string hint = {}) {
  return MakeError(ErrorCode::kBadRules, file, fmt::format("{}: {}", Place(node.source()), what),
                   std::move(hint));
}

// A scalar as text; lists of strings are joined by "|", so that an attribute can hold alternatives.
std::optional<std::string> AsText(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return std::to_string(number->get());
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  const toml::array* list = node.as_array();
  if (list == nullptr) return std::nullopt;
  std::string joined;
  for (const toml::node& item : *list) {
    if (!item.is_string()) return std::nullopt;
    if (!joined.empty()) joined += '|';
    joined += item.as_string()->get();
  }
  return joined;
}

Result<std::vector<std::string>> Strings(const std::string& file, const toml::node& node) {
  std::vector<std::string> out;
  const toml::array* list = node.as_array();
  if (list == nullptr) return Fail(Wrong(file, node, "a list of strings is needed here"));
  for (const toml::node& item : *list) {
    if (!item.is_string()) return Fail(Wrong(file, item, "a string is needed here"));
    out.push_back(item.as_string()->get());
  }
  return out;
}

Result<Rule> ReadRule(const std::string& file, const toml::table& table) {
  Rule rule;
  rule.file = file;
  rule.line = static_cast<int>(table.source().begin.line);
  for (const auto& [key, value] : table) {
    const std::string name(key.str());
    if (name == "examples" || name == "rejects") {
      CV_TRY(auto strings, Strings(file, value));
      (name == "examples" ? rule.examples : rule.rejects) = std::move(strings);
      continue;
    }
    const auto text = AsText(value);
    if (!text) {
      return Fail(Wrong(file, value,
                        fmt::format("'{}' must be a string, a number or a list of strings", name)));
    }
    if (name == "id") {
      rule.id = *text;
    } else if (name == "pattern") {
      rule.pattern = *text;
    } else {
      rule.attributes[name] = *text;
    }
  }
  if (rule.id.empty())
    return Fail(Wrong(file, table, "a rule without id", "give it a short name of its own"));
  if (rule.IsOff()) return rule;
  if (rule.pattern.empty())
    return Fail(Wrong(file, table, fmt::format("rule '{}' has no pattern", rule.id)));
  if (rule.examples.empty()) {
    return Fail(Wrong(file, table, fmt::format("rule '{}' has no examples", rule.id),
                      "add one text that must match"));
  }
  return rule;
}

}  // namespace

Result<RuleFile> ParseRuleFile(const std::string& name, const std::string& text) {
  RuleFile out;
  toml::table root;
  try {
    root = toml::parse(text, name);
  } catch (const toml::parse_error& error) {
    return Fail(MakeError(ErrorCode::kBadRules, name,
                          fmt::format("{}: {}", Place(error.source()), error.description())));
  }
  for (const auto& [key, value] : root) {
    if (key.str() == "patterns" && value.is_table()) {
      for (const auto& [piece, pattern] : *value.as_table()) {
        if (!pattern.is_string()) return Fail(Wrong(name, pattern, "a string is needed here"));
        out.patterns[std::string(piece.str())] = pattern.as_string()->get();
      }
    } else if (key.str() == "rule" && value.is_array()) {
      for (const toml::node& node : *value.as_array()) {
        if (!node.is_table()) return Fail(Wrong(name, node, "write [[rule]] tables"));
        CV_TRY(Rule rule, ReadRule(name, *node.as_table()));
        out.rules.push_back(std::move(rule));
      }
    } else {
      return Fail(Wrong(name, value, fmt::format("unknown table '{}'", key.str()),
                        "a rule file holds [patterns] and [[rule]]"));
    }
  }
  return out;
}

}  // namespace congvan::rules
