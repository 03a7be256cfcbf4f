#include "body_labels.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "rules/agency.h"

namespace congvan::rules {
namespace {

struct Label {
  std::string_view role;
  size_t begin = 0, end = 0;  // of the label with its colon
};

std::vector<Label> LabelsOf(std::string_view text, const RuleSet& rules) {
  std::vector<Label> out;
  for (const Match& match : rules.group("task_labels").FindAll(text)) {
    for (const Match::Group& group : match.groups) {
      if (group.name != "label" || (!out.empty() && group.begin < out.back().end)) continue;
      out.push_back({(*match.rule)["role"], group.begin, group.end});
    }
  }
  return out;
}

std::string_view CutEdges(std::string_view text) {
  constexpr std::string_view kEdges = " \n\t.,;:-";
  while (!text.empty() && kEdges.find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  while (!text.empty() && kEdges.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

// Up to the next label, the end of the sentence or a bracket that closes none of its own.
std::string_view ValueAt(std::string_view text, size_t begin, size_t end) {
  int depth = 0;
  for (size_t at = begin; at < end; ++at) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && --depth < 0) end = at;
    if (text[at] == '.' && at + 1 < end && text[at + 1] == ' ') end = at;
  }
  return CutEdges(text.substr(begin, end - begin));
}

void AddNames(std::string_view value, bool support, TaskLabels& out, const RuleSet& rules) {
  LeadAndSupport read = ReadLeadAndSupportCell(value, rules);
  auto& first = support ? out.support : out.lead;
  first.insert(first.end(), read.lead.begin(), read.lead.end());
  out.support.insert(out.support.end(), read.support.begin(), read.support.end());
}

}  // namespace

bool BeginsWithTaskLabel(std::string_view line, const RuleSet& rules) {
  const auto labels = LabelsOf(line, rules);
  return !labels.empty() && CutEdges(line.substr(0, labels.front().begin)).empty();
}

TaskLabels ReadTaskLabels(std::string_view text, const RuleSet& rules) {
  TaskLabels out;
  const std::vector<Label> labels = LabelsOf(text, rules);
  for (size_t i = 0; i < labels.size(); ++i) {
    const size_t end = i + 1 < labels.size() ? labels[i + 1].begin : text.size();
    const std::string_view value = ValueAt(text, labels[i].end, end);
    if (value.empty()) continue;
    const std::string_view role = labels[i].role;
    if (role == "lead" || role == "support") AddNames(value, role == "support", out, rules);
    if (role == "deadline" && !out.deadline) out.deadline = OneLine(value);
    if (role == "product" && !out.product) out.product = OneLine(value);
  }
  return out;
}

TaskLabels ReadClosingBrackets(std::string_view text, const RuleSet& rules) {
  const std::string_view whole = CutEdges(text);
  const size_t open = whole.rfind('(');
  if (!whole.ends_with(")") || open == std::string_view::npos) return {};
  std::string_view inside = CutEdges(whole.substr(open + 1, whole.size() - open - 2));
  const std::string folded = ToLower(inside);
  const bool given = folded.starts_with("giao ") || folded.starts_with("phân công ");
  if (folded.starts_with("do ")) inside.remove_prefix(3);
  if (!given && folded.find(" chủ trì") == std::string::npos) return {};
  const ProseRoles roles = ReadRolesInProse(inside, rules);
  return {roles.lead, roles.support, std::nullopt, std::nullopt};
}

}  // namespace congvan::rules
