#include "body_rows.h"

#include <algorithm>

#include "body_labels.h"
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
      if (item.label) {
        AddLabels(item);
        continue;
      }
      owner_.reset();
      if (item.closing || item.no_work) continue;
      if (item.role == SectionRole::kTargets) {
        AddTargets(item);
      } else if (!item.heading && IsTask(i)) {
        AddTask(item);
      }
    }
    FinishTasks();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view Text(const OutlineItem& item) const {
    return Trim(item.text.Of(context_.text.text));
  }

  [[nodiscard]] bool IsTask(size_t i) const {
    const OutlineItem& item = outline_[i];
    const auto assigned = [&] {
      return !ReadRolesInProse(Text(item), context_.rules).lead.empty();
    };
    if (item.role == SectionRole::kConclusions) {
      if (item.article) return IsExplicit(item) && assigned();
      return assigned() || !InheritedLead(item).empty();
    }
    if (item.role != SectionRole::kTasks && item.role != SectionRole::kOrganisation) return false;
    if (item.level < kPlainLevel) return true;
    // A plain paragraph is work of its own right below a heading, or where it names who acts.
    if (!item.parent) return assigned();
    const OutlineItem* before = i > 0 ? &outline_[i - 1] : nullptr;
    return (before != nullptr && (before->heading || before->level == kPlainLevel)) || assigned();
  }

  [[nodiscard]] bool IsExplicit(const OutlineItem& item) const {
    const auto found = context_.rules.group("headings").FindAll(Text(item));
    return std::any_of(found.begin(), found.end(),
                       [](const Match& match) { return (*match.rule)["role"] == "explicit"; });
  }

  // Heading above the item, without its colon.
  [[nodiscard]] std::optional<std::string> Group(const OutlineItem& item) const {
    for (auto at = item.parent; at; at = outline_[*at].parent) {
      const OutlineItem& above = outline_[*at];
      if (above.lead_in || (!above.heading && above.level < kBulletLevel)) continue;
      std::string text = OneLine(Text(above));
      while (!text.empty() && (text.back() == ':' || text.back() == '.' || text.back() == ' '))
        text.pop_back();
      return text;
    }
    return std::nullopt;
  }

  void AddTask(const OutlineItem& item) {
    Task task;
    task.text = OneLine(Text(item));
    task.group = Group(item);
    task.ordinal = item.number;
    const TaskLabels labels = ReadTaskLabels(task.text, context_.rules);
    const ProseRoles roles = ReadRolesInProse(task.text, context_.rules);
    task.lead = labels.lead.empty() ? roles.lead : labels.lead;
    task.support = labels.support.empty() ? roles.support : labels.support;
    if (task.lead.empty()) {
      const TaskLabels brackets = ReadClosingBrackets(task.text, context_.rules);
      task.lead = brackets.lead;
      if (!brackets.support.empty()) task.support = brackets.support;
    }
    task.product = labels.product;
    task.deadline =
        labels.deadline
            ? ReadDeadlineCell(*labels.deadline, context_.deadline, context_.rules)
            : ReadDeadlineInProse(task.text, context_.deadline, context_.rules).deadline;
    task.references = context_.ReferencesIn(item.text);
    task.spans = ToPageSpans(context_.text, item.text);
    task.rule = item.role == SectionRole::kOrganisation ? "headings.to-chuc-thuc-hien"
                                                        : "headings.nhiem-vu";
    out_.tasks.push_back(std::move(task));
    items_.push_back({&item, roles.work_begin});
    owner_ = out_.tasks.size() - 1;
  }

  // A line of labels below a task.
  void AddLabels(const OutlineItem& item) {
    if (!owner_) return;
    Task& task = out_.tasks[*owner_];
    TaskLabels labels = ReadTaskLabels(Text(item), context_.rules);
    if (!labels.lead.empty()) task.lead = std::move(labels.lead);
    if (!labels.support.empty()) task.support = std::move(labels.support);
    if (labels.product) task.product = std::move(labels.product);
    if (labels.deadline)
      task.deadline = ReadDeadlineCell(*labels.deadline, context_.deadline, context_.rules);
  }

  // What only the lines behind a task could have told is settled by now.
  void FinishTasks() {
    for (size_t i = 0; i < out_.tasks.size(); ++i) {
      Task& task = out_.tasks[i];
      if (task.lead.empty()) task.lead = InheritedLead(*items_[i].item);
      if (!task.deadline.text) task.deadline = InheritedDeadline(*items_[i].item);
      AddGoalsOfTask(task, context_, out_.targets, items_[i].work_begin);
    }
  }

  // The body named by the nearest item above that names one, within the section.
  [[nodiscard]] std::vector<std::string> InheritedLead(const OutlineItem& item) const {
    for (auto at = item.parent; at; at = outline_[*at].parent) {
      const OutlineItem& above = outline_[*at];
      auto lead =
          above.heading ? LeadOfHeading(above) : ReadRolesInProse(Text(above), context_.rules).lead;
      if (!lead.empty()) return lead;
      if (above.level <= kTopLevel) break;
    }
    return {};
  }

  // Of a heading that is nothing but a time: "Quý I/2026:".
  [[nodiscard]] Deadline InheritedDeadline(const OutlineItem& item) const {
    for (auto at = item.parent; at; at = outline_[*at].parent) {
      std::string text = OneLine(Text(outline_[*at]));
      while (text.ends_with(":") || text.ends_with(".")) text.pop_back();
      const auto time = context_.rules.group("milestones").MatchWhole(text);
      if (time && (*time->rule)["time"] == "true")
        return ReadDeadlineCell(text, context_.deadline, context_.rules);
    }
    return {};
  }

  [[nodiscard]] std::vector<std::string> LeadOfHeading(const OutlineItem& heading) const {
    const std::string text = OneLine(Text(heading));
    // Who announces is not who acts: "UBND xã triển khai các nhiệm vụ sau:".
    if (heading.lead_in) return ReadAskedBodies(text, context_.rules);
    std::vector<std::string> lead = ReadAgencyHeading(text, context_.rules);
    return lead.empty() && text.ends_with(":") ? ReadRolesInProse(text, context_.rules).lead : lead;
  }

  [[nodiscard]] std::optional<std::string> Milestone(const OutlineItem& item) const {
    for (auto at = item.parent; at; at = outline_[*at].parent) {
      if (auto by = ReadMilestone(Text(outline_[*at]), context_.rules)) return by;
    }
    return std::nullopt;
  }

  // A heading with a number in it ("Có 90% hồ sơ trực tuyến, trong đó:") and a plain paragraph are
  // read strictly: they mostly speak of something else.
  void AddTargets(const OutlineItem& item) {
    if (item.level <= kTopLevel || item.article || item.lead_in) return;
    const bool strict = item.heading || item.level == kPlainLevel;
    const int year = context_.deadline.document_date ? context_.deadline.document_date->year : 0;
    const auto goals = strict ? ReadGoalsOfTask(Text(item), context_.rules, year)
                              : ReadGoalsOfBullet(Text(item), context_.rules, year);
    for (const ProseGoal& goal : goals) {
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

  struct TaskItem {
    const OutlineItem* item = nullptr;
    size_t work_begin = 0;  // byte of the task's text behind the names that open it
  };

  const std::vector<OutlineItem>& outline_;
  const RowContext& context_;
  Rows out_;
  std::vector<TaskItem> items_;  // of out_.tasks
  std::optional<size_t> owner_;  // the task that labels on the next line speak of
};

}  // namespace

Rows ReadBodyRows(const std::vector<OutlineItem>& outline, const RowContext& context) {
  return BodyReader(outline, context).Read();
}

}  // namespace congvan::rules
