#include "body_rows.h"

#include "core/utf8.h"
#include "rules/agency.h"
#include "rules/quantity.h"

namespace congvan::rules {
namespace {

class BodyReader {
 public:
  BodyReader(const std::vector<OutlineItem>& outline, const RowContext& context)
      : outline_(outline), context_(context) {}

  Rows Read() {
    for (size_t i = 0; i < outline_.size(); ++i) {
      const OutlineItem& item = outline_[i];
      if (item.closing || item.heading) continue;
      if (item.role == SectionRole::kTargets) {
        if (item.level < kPlainLevel) AddTargets(i);
      } else if (item.role == SectionRole::kTasks || item.role == SectionRole::kOrganisation) {
        if (IsTask(i)) AddTask(i);
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view Text(const OutlineItem& item) const {
    return Trim(item.text.Of(context_.text.text));
  }

  // A plain paragraph is work of its own right below a heading, or where it names who acts.
  [[nodiscard]] bool IsTask(size_t i) const {
    const OutlineItem& item = outline_[i];
    if (item.level < kPlainLevel) return true;
    if (!item.parent) return !ReadRolesInProse(Text(item), context_.rules).lead.empty();
    const bool after_heading =
        i > 0 && (outline_[i - 1].heading || outline_[i - 1].level == kPlainLevel);
    return after_heading || !ReadRolesInProse(Text(item), context_.rules).lead.empty();
  }

  // Heading above the item, without its number and colon.
  [[nodiscard]] std::optional<std::string> Group(const OutlineItem& item) const {
    for (auto at = item.parent; at; at = outline_[*at].parent) {
      if (!outline_[*at].heading && outline_[*at].level < 70) continue;
      std::string text = OneLine(Text(outline_[*at]));
      while (!text.empty() && (text.back() == ':' || text.back() == '.' || text.back() == ' '))
        text.pop_back();
      return text;
    }
    return std::nullopt;
  }

  void AddTask(size_t i) {
    const OutlineItem& item = outline_[i];
    Task task;
    task.text = OneLine(Text(item));
    task.group = Group(item);
    task.ordinal = item.number;
    const ProseRoles roles = ReadRolesInProse(task.text, context_.rules);
    task.lead = roles.lead;
    task.support = roles.support;
    for (auto at = item.parent; task.lead.empty() && at; at = outline_[*at].parent) {
      if (!outline_[*at].heading) continue;
      task.lead = LeadOfHeading(outline_[*at]);
      if (outline_[*at].level <= 35) break;
    }
    const ProseDeadline deadline =
        ReadDeadlineInProse(task.text, context_.deadline, context_.rules);
    task.deadline = deadline.deadline;
    task.references = context_.ReferencesIn(item.text);
    task.spans = ToPageSpans(context_.text, item.text);
    task.rule =
        item.role == SectionRole::kTasks ? "headings.nhiem-vu" : "headings.to-chuc-thuc-hien";
    AddGoalsOfTask(task, context_, out_.targets);
    out_.tasks.push_back(std::move(task));
  }

  [[nodiscard]] std::vector<std::string> LeadOfHeading(const OutlineItem& heading) const {
    const std::string text = OneLine(Text(heading));
    std::vector<std::string> lead = ReadAgencyHeading(text, context_.rules);
    return lead.empty() && text.ends_with(":") ? ReadRolesInProse(text, context_.rules).lead : lead;
  }

  [[nodiscard]] std::optional<std::string> Milestone(const OutlineItem& item) const {
    for (auto at = item.parent; at; at = outline_[*at].parent) {
      if (auto by = ReadMilestone(Text(outline_[*at]), context_.rules)) return by;
    }
    return std::nullopt;
  }

  void AddTargets(size_t i) {
    const OutlineItem& item = outline_[i];
    for (const ProseGoal& goal : ReadGoalsOfBullet(Text(item), context_.rules)) {
      Target target;
      target.group = Group(item);
      target.ordinal = item.number;
      target.indicator = goal.indicator;
      target.comparator = goal.quantity.comparator;
      target.value = goal.quantity.value;
      target.value_max = goal.quantity.value_max;
      target.unit = goal.quantity.unit;
      target.by = goal.by ? goal.by : Milestone(item);
      target.spans = ToPageSpans(context_.text, item.text);
      target.rule = goal.quantity.rule;
      out_.targets.push_back(std::move(target));
    }
  }

  const std::vector<OutlineItem>& outline_;
  const RowContext& context_;
  Rows out_;
};

}  // namespace

Rows ReadBodyRows(const std::vector<OutlineItem>& outline, const RowContext& context) {
  return BodyReader(outline, context).Read();
}

}  // namespace congvan::rules
