#include "rule_skeleton.h"

#include <cctype>
#include <map>
#include <set>

#include "core/vietnamese.h"
#include "messages.h"

namespace congvan::cli {
namespace {

constexpr size_t kMostWords = 5;
constexpr size_t kMostValues = 12;

bool IsDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// A TOML basic string.
std::string Quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' || c == '\t' ? ' ' : c;
  }
  return out + "\"";
}

std::string List(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + Quoted(text);
  return "[" + out + "]";
}

std::string Joined(const std::set<std::string>& names, size_t most) {
  std::string out;
  for (const std::string& name : names) {
    if (most-- == 0) return out + ", ...";
    out += (out.empty() ? "" : ", ") + name;
  }
  return out;
}

std::string Attributes(const rules::RuleGroup& group) {
  std::map<std::string, std::multiset<std::string>> known;
  for (const rules::Rule& rule : group.rules()) {
    for (const auto& [name, value] : rule.attributes) known[name].insert(value);
  }
  std::string out;
  for (const auto& [name, values] : known) {
    const bool of_all = values.size() == group.rules().size();
    out += (of_all ? "" : "# ") + name + " = \"\"  # " +
           Joined({values.begin(), values.end()}, kMostValues) + "\n";
  }
  return out;
}

// What the rules of each kind take out by name, as comments.
std::string Captures(const rules::RuleGroup& group) {
  std::map<std::string, std::set<std::string>> known;
  for (const rules::Rule& rule : group.rules()) {
    std::string kind;
    for (const char* name : {"kind", "role"}) {
      if (kind.empty() && !rule[name].empty())
        kind = std::string(name) + " = " + Quoted(std::string(rule[name])) + ": ";
    }
    for (const std::string& name : rule.captures) known[kind].insert("(?P<" + name + ">...)");
  }
  if (known.empty()) return {};
  std::string out = "# " + std::string(Tr("what the other rules take out by name:")) + "\n";
  for (const auto& [kind, names] : known) out += "#   " + kind + Joined(names, names.size()) + "\n";
  return out;
}

std::string Pieces(const rules::RuleGroup& group) {
  std::set<std::string> names;
  for (const std::string& name : group.pieces()) names.insert("{" + name + "}");
  if (names.empty()) return {};
  return "# " + Say("pieces of [patterns]: {0}", {Joined(names, names.size())}) + "\n";
}

}  // namespace

std::string RuleIdOf(const std::string& text) {
  std::string out;
  size_t words = 1;
  for (const char c : StripDiacritics(text)) {
    const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (letter) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      if (words++ == kMostWords) break;
      out += '-';
    }
  }
  while (out.ends_with('-')) out.pop_back();
  return out.empty() ? "new" : out;
}

std::string PatternOf(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    size_t end = i + 1;
    if (IsDigit(text[i])) {
      while (end < text.size() && IsDigit(text[end])) ++end;
      out += "\\d+";
    } else if (IsBlank(text[i])) {
      while (end < text.size() && IsBlank(text[end])) ++end;
      out += "\\s+";
    } else {
      if (std::string_view("\\^$.|?*+()[]{}").find(text[i]) != std::string_view::npos) out += '\\';
      out += text[i] == '\'' ? '.' : text[i];  // a literal string of TOML cannot hold it
    }
    i = end;
  }
  return out;
}

std::string RuleSkeleton(const std::string& group_name, const rules::RuleGroup& group,
                         const std::string& text, const std::vector<std::string>& rejects,
                         const std::string& folder) {
  std::string out = "# " + Say("for {0}/{1}.toml; then: congvan rules check", {folder, group_name});
  out += '\n';
  for (const rules::Match& match : group.Leftmost(text))
    out += "# " + Say("now {0} reads '{1}'", {match.rule->id, std::string(match.Of(text))}) + "\n";
  out += Captures(group) + Pieces(group);
  out += "[[rule]]\nid = " + Quoted(RuleIdOf(text)) + "\n";
  out += "pattern = '" + PatternOf(text) + "'\n";
  out += Attributes(group);
  out += "examples = " + List({text}) + "\n";
  out += "rejects = " + List(rejects) + "  # " + Tr("near misses that must not match") + "\n";
  return out;
}

}  // namespace congvan::cli
