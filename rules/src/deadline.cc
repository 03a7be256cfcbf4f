#include "rules/deadline.h"

#include <algorithm>

#include "core/utf8.h"
#include "deadline_items.h"
#include "deadline_milestones.h"

namespace congvan::rules {
namespace {

// One place in a sentence that sets a deadline.
struct Setting {
  size_t begin = 0, end = 0;
  const Rule* rule = nullptr;
  std::vector<TimeItem> items;
  Deadline deadline;
};

std::pair<size_t, size_t> TrimmedRange(std::string_view text, size_t begin, size_t end) {
  constexpr std::string_view kEdges = " \n\t.,;:";
  while (begin < end && kEdges.find(text[begin]) != std::string_view::npos) ++begin;
  while (end > begin && kEdges.find(text[end - 1]) != std::string_view::npos) --end;
  return {begin, end};
}

// Where the first sentence ends: a full stop with a blank after it, or the end of the text.
size_t EndOfFirstSentence(std::string_view text) { return std::min(text.find(". "), text.size()); }

bool IsPast(const Deadline& deadline, const DeadlineContext& context) {
  return deadline.due && context.document_date && !deadline.every &&
         *deadline.due < *context.document_date;
}

// "kế hoạch hằng năm", "phiên chợ hằng tuần": the cycle is the noun's, not the task's.
bool QualifiesNoun(const Setting& setting, const std::vector<Match>& nouns) {
  return setting.deadline.kind == DeadlineKind::kRecurring &&
         std::any_of(nouns.begin(), nouns.end(), [&setting](const Match& noun) {
           return noun.begin < setting.begin && setting.begin < noun.end;
         });
}

// `unread`: the first whose day no calendar has. Its words are kept, though they are no day.
std::vector<Setting> FindSettings(std::string_view prose, const DeadlineContext& context,
                                  const RuleSet& rules, std::optional<Setting>& unread) {
  std::vector<Setting> out;
  const size_t first_sentence = EndOfFirstSentence(prose);
  const std::vector<Match> nouns = rules.group("deadlines_qualify").FindAll(prose);
  for (const Match& match : rules.group("deadlines_prose").Leftmost(prose)) {
    const Rule& rule = *match.rule;
    if (rule["role"] == "mask") continue;
    if (rule["place"] == "first" && match.begin > first_sentence) continue;
    for (const Match::Group& group : match.groups) {
      if (!StartsWith(group.name, "text")) continue;  // one of its alternatives
      const auto [begin, end] = TrimmedRange(prose, group.begin, group.end);
      Setting setting{begin, end, &rule, {}, {}};
      setting.items = ReadTimeItems(prose.substr(begin, end - begin), context, rules);
      setting.deadline = CombineTimeItems(setting.items);
      const bool none = setting.deadline.kind == DeadlineKind::kNone;
      if (none && !unread && NamesImpossibleDay(prose.substr(begin, end - begin), rules))
        unread = setting;
      if (none || IsPast(setting.deadline, context)) continue;
      if (QualifiesNoun(setting, nouns)) continue;
      out.push_back(std::move(setting));
    }
  }
  return out;
}

// The setting whose words are quoted: of the day that won, where it is a day or month with its
// year, else of the kind that won.
const Setting& Chosen(const std::vector<Setting>& settings, const Deadline& combined) {
  const auto score = [&combined](const Setting& setting) {
    const bool same_day = combined.due && setting.deadline.due == combined.due;
    return (same_day && !setting.deadline.every ? 4 : 0) +
           (setting.deadline.kind == combined.kind ? 2 : 0) + (same_day ? 1 : 0);
  };
  return *std::max_element(
      settings.begin(), settings.end(),
      [&score](const Setting& a, const Setting& b) { return score(a) < score(b); });
}

std::optional<std::string> MilestoneOf(const Match& match, std::string_view text) {
  const auto date = DateOfGroups(match, text);
  return date ? std::optional(date->Iso()) : std::nullopt;
}

}  // namespace

Deadline ReadDeadlineCell(std::string_view cell, const DeadlineContext& context,
                          const RuleSet& rules) {
  const std::string line = OneLine(cell);
  const auto [begin, end] = TrimmedRange(line, 0, line.size());
  if (begin == end) return {};
  const std::string text = line.substr(begin, end - begin);
  const std::vector<TimeItem> items = ReadTimeItems(text, context, rules);
  Deadline out = CombineTimeItems(items);
  out.text = text;
  out.milestones = SplitMilestones(OneLineWithBreaks(cell).substr(begin, end - begin), items);
  return out;
}

ProseDeadline ReadDeadlineInProse(std::string_view prose, const DeadlineContext& context,
                                  const RuleSet& rules) {
  std::optional<Setting> unread;
  std::vector<Setting> settings = FindSettings(prose, context, rules, unread);
  if (settings.empty() && unread) settings.push_back(std::move(*unread));
  if (settings.empty()) return {};
  std::vector<TimeItem> items;
  for (const Setting& setting : settings)
    items.insert(items.end(), setting.items.begin(), setting.items.end());
  ProseDeadline out;
  out.deadline = settings.size() == 1 ? settings.front().deadline : CombineTimeItems(items);
  const Setting& chosen = Chosen(settings, out.deadline);
  // A day beats a habit: "thường xuyên rà soát ...; hoàn thành trước 31/12/2025" is due on that
  // day.
  const bool habit = out.deadline.kind == DeadlineKind::kPeriod ||
                     (out.deadline.kind == DeadlineKind::kRecurring && !chosen.deadline.every);
  if (settings.size() > 1 && chosen.deadline.due && habit) out.deadline.kind = chosen.deadline.kind;
  out.begin = chosen.begin;
  out.end = chosen.end;
  out.rule = chosen.rule->id;
  for (const Setting& setting : settings) out.made_from.emplace_back(setting.begin, setting.end);
  for (const Setting& setting : settings) {
    std::vector<Milestone> own =
        SplitMilestones(prose.substr(setting.begin, setting.end - setting.begin), setting.items);
    if (own.empty()) {
      own.push_back({OneLine(prose.substr(setting.begin, setting.end - setting.begin)),
                     setting.deadline.kind, setting.deadline.due, setting.deadline.every});
    }
    for (Milestone& milestone : own) {
      auto& all = out.deadline.milestones;
      if (std::find(all.begin(), all.end(), milestone) == all.end())
        all.push_back(std::move(milestone));
    }
  }
  if (out.deadline.milestones.size() < 2) out.deadline.milestones.clear();
  out.deadline.text = OneLine(prose.substr(out.begin, out.end - out.begin));
  return out;
}

std::optional<std::string> ReadMilestone(std::string_view heading, const RuleSet& rules) {
  const std::string line = OneLine(heading);
  const RuleGroup& group = rules.group("milestones");
  if (const auto whole = group.MatchWhole(line); whole && (*whole->rule)["place"] == "whole")
    return MilestoneOf(*whole, line);
  for (const Match& match : group.Leftmost(line)) {
    if ((*match.rule)["place"] == "anywhere") return MilestoneOf(match, line);
  }
  return std::nullopt;
}

}  // namespace congvan::rules
