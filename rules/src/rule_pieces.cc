#include "rule_pieces.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/edit_distance.h"

namespace congvan::rules {
namespace {

constexpr int kMaxNesting = 16;

bool IsName(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

// What to write instead of {name}.
std::string PieceHint(const RuleFile& file, std::string_view name) {
  std::vector<std::string> known;
  for (const auto& [piece, pattern] : file.patterns) known.push_back(piece);
  if (const auto near = NearMiss(name, known)) return fmt::format("did you mean '{{{}}}'?", *near);
  if (known.empty()) return "define it, or write \\{ for a brace";
  return fmt::format("define it, or write \\{{ for a brace; there are: {}", fmt::join(known, ", "));
}

// Puts the named pieces in: {day} -> (?:0?[1-9]|...). Quantifiers like {2,4} hold no letters and
// stay. `at` is where `pattern` stands.
Result<std::string> Expand(const RuleFile& file, const Rule& rule, std::string_view pattern,
                           const RulePlace& at, int depth, std::set<std::string>& used) {
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
    if (depth >= kMaxNesting) {
      return Fail(BadRule(at, fmt::format("'{{{}}}' of [patterns] stands for itself", name),
                          "write what it means"));
    }
    if (piece == file.patterns.end()) {
      return Fail(BadRule(
          at,
          fmt::format("rule '{}' uses '{{{}}}', which [patterns] does not define", rule.id, name),
          PieceHint(file, name)));
    }
    CV_TRY(std::string inner,
           Expand(file, rule, piece->second.pattern, piece->second.at, depth + 1, used));
    used.emplace(name);
    out.append("(?:").append(inner).append(")");
    i = close;
  }
  return out;
}

}  // namespace

Result<std::string> ExpandPattern(const RuleFile& file, const Rule& rule,
                                  std::set<std::string>& used) {
  return Expand(file, rule, rule.pattern, rule.at.pattern, 0, used);
}

}  // namespace congvan::rules
