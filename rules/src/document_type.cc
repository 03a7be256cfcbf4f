#include "document_type.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::rules {
namespace {

// Calls `found(rule, code)` for the rule that has the code.
template <class Found>
void FindCode(std::string_view code, const RuleSet& rules, Found found) {
  const std::string folded = ToLower(code);
  for (const Rule& rule : rules.group("document_types").rules()) {
    std::string_view codes = rule["codes"];
    while (!codes.empty()) {
      const size_t bar = std::min(codes.find('|'), codes.size());
      if (ToLower(codes.substr(0, bar)) == folded) return found(rule, codes.substr(0, bar));
      codes.remove_prefix(std::min(bar + 1, codes.size()));
    }
  }
}

}  // namespace

std::string TypeOfCode(std::string_view code, const RuleSet& rules) {
  std::string out;
  FindCode(code, rules, [&](const Rule& rule, std::string_view) { out = rule["name"]; });
  return out;
}

std::optional<std::string> PrintedTypeCode(std::string_view code, const RuleSet& rules) {
  std::optional<std::string> out;
  FindCode(code, rules, [&](const Rule&, std::string_view printed) { out = printed; });
  return out;
}

std::optional<std::string> TypeNamed(const Match& match, std::string_view text,
                                     const RuleSet& rules) {
  const std::string_view name = (*match.rule)["name"];
  if (!name.empty()) return std::string(name);
  const std::string type = TypeOfCode(match.Of(text), rules);
  return type.empty() ? std::nullopt : std::optional(type);
}

bool IsWholeWord(std::string_view text, const Match& match) {
  if (match.begin > 0) {
    const size_t last = FloorCodePoint(text, match.begin - 1);
    if (IsLetter(DecodeAt(text, last).code_point)) return false;
  }
  return match.end >= text.size() || !IsLetter(DecodeAt(text, match.end).code_point);
}

bool IsSameKind(std::string_view a, std::string_view b) {
  return a.starts_with(b) || b.starts_with(a) ||
         (a.ends_with("kết luận") && b.ends_with("kết luận"));
}

bool MayDecide(const std::optional<std::string>& type, const RuleSet& rules) {
  if (!type) return true;
  const auto& types = rules.group("document_types").rules();
  return std::none_of(types.begin(), types.end(), [&](const Rule& rule) {
    return rule["decides"] == "false" && rule["name"] == *type;
  });
}

}  // namespace congvan::rules
