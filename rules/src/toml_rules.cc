#include "toml_rules.h"

#include <fmt/format.h>
#include <toml++/toml.h>

namespace congvan::rules {
namespace {

RulePlace PlaceOf(const std::string& file, const toml::source_region& region) {
  return {file, static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

Error Wrong(const std::string& file, const toml::node& node, std::string what,
            std::string hint = {}) {
  return BadRule(PlaceOf(file, node.source()), std::move(what), std::move(hint));
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

Result<std::vector<std::string>> Strings(const std::string& file, const toml::node& node,
                                         std::vector<RulePlace>& places) {
  std::vector<std::string> out;
  const toml::array* list = node.as_array();
  if (list == nullptr) {
    return Fail(Wrong(file, node, "a list of strings is needed here", R"(write ["...", "..."])"));
  }
  for (const toml::node& item : *list) {
    if (!item.is_string())
      return Fail(Wrong(file, item, "a string is needed here", "write it in quotes"));
    out.push_back(item.as_string()->get());
    places.push_back(PlaceOf(file, item.source()));
  }
  return out;
}

Result<Rule> ReadRule(const std::string& file, const toml::table& table) {
  Rule rule;
  rule.file = file;
  rule.at.rule = PlaceOf(file, table.source());
  rule.line = rule.at.rule.line;
  for (const auto& [key, value] : table) {
    const std::string name(key.str());
    if (name == "examples" || name == "rejects") {
      const bool example = name == "examples";
      CV_TRY(auto strings, Strings(file, value, example ? rule.at.examples : rule.at.rejects));
      (example ? rule.examples : rule.rejects) = std::move(strings);
      continue;
    }
    const auto text = AsText(value);
    if (!text) {
      return Fail(Wrong(file, value,
                        fmt::format("'{}' must be a string, a number or a list of strings", name),
                        "write it in quotes"));
    }
    if (name == "id") {
      rule.id = *text;
      rule.at.id = PlaceOf(file, value.source());
    } else if (name == "pattern") {
      rule.pattern = *text;
      rule.at.pattern = PlaceOf(file, value.source());
    } else {
      rule.attributes[name] = *text;
      rule.at.attributes[name] = {PlaceOf(file, key.source()), PlaceOf(file, value.source())};
    }
  }
  if (rule.id.empty())
    return Fail(Wrong(file, table, "a rule without id", "give it a short name of its own"));
  if (rule.IsOff()) return rule;
  if (rule.pattern.empty()) {
    return Fail(Wrong(file, table, fmt::format("rule '{}' has no pattern", rule.id),
                      "write pattern = '...', or off = true to take a shipped rule away"));
  }
  if (rule.examples.empty()) {
    return Fail(Wrong(file, table, fmt::format("rule '{}' has no examples", rule.id),
                      "add one text that must match"));
  }
  return rule;
}

}  // namespace

Error BadRule(const RulePlace& at, std::string what, std::string hint) {
  Error error = MakeError(ErrorCode::kBadRules, at.file, std::move(what), std::move(hint));
  error.line = at.line;
  error.column = at.column;
  return error;
}

Result<RuleFile> ParseRuleFile(const std::string& name, const std::string& text) {
  RuleFile out;
  toml::table root;
  try {
    root = toml::parse(text, name);
  } catch (const toml::parse_error& error) {
    return Fail(BadRule(PlaceOf(name, error.source()),
                        fmt::format("the file is not TOML: {}", error.description()),
                        "compare it with another rule file"));
  }
  for (const auto& [key, value] : root) {
    if (key.str() == "patterns" && value.is_table()) {
      for (const auto& [piece, pattern] : *value.as_table()) {
        if (!pattern.is_string())
          return Fail(Wrong(name, pattern, "a string is needed here", "write it in quotes"));
        out.patterns[std::string(piece.str())] = {pattern.as_string()->get(),
                                                  PlaceOf(name, piece.source())};
      }
    } else if (key.str() == "rule" && value.is_array()) {
      for (const toml::node& node : *value.as_array()) {
        if (!node.is_table())
          return Fail(Wrong(name, node, "a rule is a table", "write [[rule]] above each"));
        CV_TRY(Rule rule, ReadRule(name, *node.as_table()));
        out.rules.push_back(std::move(rule));
      }
    } else {
      return Fail(BadRule(PlaceOf(name, key.source()), fmt::format("unknown table '{}'", key.str()),
                          "a rule file holds [patterns] and [[rule]]"));
    }
  }
  return out;
}

}  // namespace congvan::rules
