#include "relation_cue.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::rules {
namespace {

constexpr size_t kNameReach = 200;  // bytes of the first words of a name

bool ListHolds(std::string_view list, std::string_view item) {
  while (!list.empty()) {
    const size_t bar = std::min(list.find('|'), list.size());
    if (list.substr(0, bar) == item) return true;
    list.remove_prefix(std::min(bar + 1, list.size()));
  }
  return false;
}

bool Applies(const Rule& rule, std::string_view scope, const CueContext& context) {
  if (rule["scope"] != scope) return false;
  if (rule["where"] == "decision" && !context.decision) return false;
  if (rule["where"] == "title" && !context.title) return false;
  return rule["only"].empty() || (context.type && ListHolds(rule["only"], *context.type));
}

// "làm x (nhiệm vụ nêu tại Kế hoạch số 12)": what stands before the bracket is done to x.
bool OpensBracket(std::string_view text) {
  const size_t open = text.rfind('(');
  return open != std::string_view::npos && text.find(')', open) == std::string_view::npos;
}

size_t EndOfWords(std::string_view text, size_t end) {
  while (end > 0 && text[end - 1] == ' ') --end;
  return end;
}

}  // namespace

Cue FindCue(std::string_view text, std::string_view scope, const CueContext& context,
            const RuleSet& rules) {
  const std::vector<Match> matches = rules.group("relations").FindAll(text);
  size_t limit = text.size() + 1;
  for (bool passed = false;; passed = true) {
    Cue best;
    size_t words_end = 0;
    bool pass = false, weak = false;
    for (const Match& match : matches) {
      const Rule& rule = *match.rule;
      if (!Applies(rule, scope, context) || match.end >= limit) continue;
      if (rule["near"] == "true" && !Trim(text.substr(match.end)).empty()) continue;
      if (passed && rule["relation"] == "pass") continue;
      // Whether a rule takes the blank behind its last word is no reason to prefer it.
      const size_t end = EndOfWords(text, match.end);
      const bool is_weak = rule["weak"] == "true";
      const bool prefer = is_weak != weak ? weak : match.begin < best.begin;
      if (best.found && end <= words_end && !(end == words_end && prefer)) continue;
      words_end = end;
      weak = is_weak;
      pass = rule["relation"] == "pass";
      best = {ParseRelationKind(rule["relation"]).value_or(RelationKind::kCites), match.begin,
              match.end, true, rule.id};
    }
    if (!pass) return best;
    if (OpensBracket(text.substr(0, best.begin))) return {};
    limit = best.begin + 1;
  }
}

bool IsClause(std::string_view text, std::string_view role, const RuleSet& rules) {
  for (const Match& match : rules.group("clauses").FindAll(text)) {
    if ((*match.rule)["role"] == role)
      return (role != "join" && role != "join_whole") || match.end == text.size();
  }
  return (role == "join" || role == "marker") && Trim(text).empty();
}

size_t LastClauseBreak(std::string_view text) {
  size_t out = 0;
  for (size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == ';') out = i + 1;
    const bool stop =
        text[i] == '.' && text[i + 1] == ' ' && i + 2 < text.size() &&
        !ToLower(text.substr(i < 2 ? 0 : i - 2, std::min<size_t>(i, 2))).ends_with("tp") &&
        IsUpper(DecodeAt(text, i + 2).code_point);
    if (stop) out = i + 1;
  }
  return text.ends_with(';') ? text.size() : out;
}

bool BeginsNewActor(std::string_view text, const RuleSet& rules) {
  for (size_t comma = text.find(", "); comma != std::string_view::npos;
       comma = text.find(", ", comma + 1)) {
    const std::string_view next =
        text.substr(comma + 2, FloorCodePoint(text.substr(comma + 2), kNameReach));
    const auto body = rules.group("issuers").MatchStart(next);
    if (body && (*body->rule)["role"] != "stop" && IsUpper(DecodeAt(next, 0).code_point))
      return true;
  }
  return false;
}

}  // namespace congvan::rules
