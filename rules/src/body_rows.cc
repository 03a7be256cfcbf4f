#include "body_rows.h"

#include <algorithm>

#include "body_labels.h"
#include "core/utf8.h"
#include "rules/agency.h"
#include "rules/modality.h"
#include "rules/quantity.h"

namespace congvan::rules {
namespace {

constexpr const char* kLabelRule = "task_labels";

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
    const OutlineItem* above = GroupItem(item);
    if (above == nullptr) return std::nullopt;
    std::string text = OneLine(Text(*above));
    while (!text.empty() && (text.back() == ':' || text.back() == '.' || text.back() == ' '))
      text.pop_back();
    return text;
  }

  [[nodiscard]] const OutlineItem* GroupItem(const OutlineItem& item) const {
    for (auto at = item.parent; at; at = outline_[*at].parent) {
      const OutlineItem& above = outline_[*at];
      if (!above.lead_in && (above.heading || above.level >= kBulletLevel)) return &above;
    }
    return nullptr;
  }

  void AddTask(const OutlineItem& item) {
    Task task;
    task.text = OneLine(Text(item));
    task.rule = item.role == SectionRole::kOrganisation ? "headings.to-chuc-thuc-hien"
                                                        : "headings.nhiem-vu";
    Sources read = SourcesOf(item, task.rule);
    read.push_back({"text", task.rule, {item.text}});
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
    const ProseDeadline prose = ReadDeadlineInProse(task.text, context_.deadline, context_.rules);
    task.deadline = labels.deadline
                        ? ReadDeadlineCell(*labels.deadline, context_.deadline, context_.rules)
                        : prose.deadline;
    const std::string roles_rule = roles.rule.empty() ? kLabelRule : roles.rule;
    read.push_back({"lead", labels.lead.empty() ? roles_rule : kLabelRule, {item.text}});
    read.push_back({"support", labels.support.empty() ? roles_rule : kLabelRule, {item.text}});
    read.push_back({"product", kLabelRule, {item.text}});
    read.push_back({"deadline", labels.deadline ? kLabelRule : prose.rule, {item.text}});
    if (!labels.deadline && prose.made_from.size() > 1)
      read.push_back({"made_from", prose.rule, WordsOf(item, task.text, prose)});
    if (const auto modality = ReadTaskModality(task.text, roles.work_begin, context_.rules)) {
      task.modality = modality->value;
      read.push_back({"modality", modality->rule,
                      SpansOfPart(context_.text.text, {item.text}, task.text, modality->begin,
                                  modality->end)});
    }
    context_.AddReferences(item.text, task.references, read);
    task.spans = ToPageSpans(context_.text, item.text);
    out_.Add(std::move(task), std::move(read));
    items_.push_back({&item, roles.work_begin});
    owner_ = out_.tasks.size() - 1;
  }

  // All words that a deadline was made from.
  [[nodiscard]] std::vector<NormSpan> WordsOf(const OutlineItem& item, const std::string& line,
                                              const ProseDeadline& prose) const {
    std::vector<NormSpan> out;
    for (const auto& [begin, end] : prose.made_from) {
      for (NormSpan span : SpansOfPart(context_.text.text, {item.text}, line, begin, end))
        out.push_back(span);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  // A line of labels below a task.
  void AddLabels(const OutlineItem& item) {
    if (!owner_) return;
    Task& task = out_.tasks[*owner_];
    TaskLabels labels = ReadTaskLabels(Text(item), context_.rules);
    const auto read = [&](const char* field) {
      Replace(field, kLabelRule, item.text, out_.task_sources[*owner_]);
    };
    if (!labels.lead.empty()) {
      task.lead = std::move(labels.lead);
      read("lead");
    }
    if (!labels.support.empty()) {
      task.support = std::move(labels.support);
      read("support");
    }
    if (labels.product) {
      task.product = std::move(labels.product);
      read("product");
    }
    if (labels.deadline) {
      task.deadline = ReadDeadlineCell(*labels.deadline, context_.deadline, context_.rules);
      read("deadline");
      std::erase_if(out_.task_sources[*owner_],
                    [](const Source& source) { return source.field == "made_from"; });
    }
  }

  static void Replace(const char* field, const std::string& rule, NormSpan place, Sources& read) {
    std::erase_if(read, [field](const Source& source) { return source.field == field; });
    read.push_back({field, rule, {place}});
  }

  // Where the ordinal of an item and the heading above it stand.
  [[nodiscard]] Sources SourcesOf(const OutlineItem& item, const std::string& rule) const {
    const uint32_t begin = context_.text.paragraphs[item.paragraph].span.begin;
    Sources read = {{"ordinal", "outline", {{begin, std::max(begin, item.text.begin)}}}};
    if (const OutlineItem* above = GroupItem(item)) read.push_back({"group", rule, {above->text}});
    return read;
  }

  // What only the lines behind a task could have told is settled by now.
  void FinishTasks() {
    for (size_t i = 0; i < out_.tasks.size(); ++i) {
      Task& task = out_.tasks[i];
      Sources& read = out_.task_sources[i];
      const OutlineItem* from = nullptr;
      if (task.lead.empty()) task.lead = InheritedLead(*items_[i].item, &from);
      if (from != nullptr) Replace("lead", "agencies", from->text, read);
      from = nullptr;
      if (!task.deadline.text) task.deadline = InheritedDeadline(*items_[i].item, &from);
      if (from != nullptr) Replace("deadline", "milestones", from->text, read);
      AddGoalsOfTask(task, read, context_, out_, items_[i].work_begin);
    }
  }

  // The body named by the nearest item above that names one, within the section.
  [[nodiscard]] std::vector<std::string> InheritedLead(const OutlineItem& item,
                                                       const OutlineItem** from = nullptr) const {
    for (auto at = item.parent; at; at = outline_[*at].parent) {
      const OutlineItem& above = outline_[*at];
      auto lead =
          above.heading ? LeadOfHeading(above) : ReadRolesInProse(Text(above), context_.rules).lead;
      if (!lead.empty()) {
        if (from != nullptr) *from = &above;
        return lead;
      }
      if (above.level <= kTopLevel) break;
    }
    return {};
  }

  // Of a heading that is nothing but a time: "Quý I/2026:".
  [[nodiscard]] Deadline InheritedDeadline(const OutlineItem& item,
                                           const OutlineItem** from) const {
    for (auto at = item.parent; at; at = outline_[*at].parent) {
      std::string text = OneLine(Text(outline_[*at]));
      while (text.ends_with(":") || text.ends_with(".")) text.pop_back();
      const auto time = context_.rules.group("milestones").MatchWhole(text);
      if (time && (*time->rule)["time"] == "true") {
        *from = &outline_[*at];
        return ReadDeadlineCell(text, context_.deadline, context_.rules);
      }
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

  [[nodiscard]] std::optional<std::string> Milestone(const OutlineItem& item,
                                                     NormSpan& place) const {
    for (auto at = item.parent; at; at = outline_[*at].parent) {
      place = outline_[*at].text;
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
      NormSpan milestone = item.text;
      target.by = goal.by ? goal.by : Milestone(item, milestone);
      target.spans = ToPageSpans(context_.text, item.text);
      target.rule = goal.quantity.rule;
      Sources read = SourcesOf(item, "headings.muc-tieu");
      read.push_back({"by", "milestones", {milestone}});
      read.push_back({"indicator", target.rule, {item.text}});
      read.push_back({"value", target.rule,
                      SpansOfPart(context_.text.text, {item.text}, Text(item), goal.quantity.begin,
                                  goal.quantity.end)});
      const Source value = read.back();
      AddModality(item, goal, target, read);
      read.push_back({"unit", target.rule, value.places});
      read.push_back({"unit", target.rule, {item.text}});
      out_.Add(std::move(target), std::move(read));
    }
  }

  // Its own words, else the heading that announces it ("Phấn đấu đến năm 2030:").
  void AddModality(const OutlineItem& item, const ProseGoal& goal, Target& target,
                   Sources& read) const {
    const auto add = [&](const FoundModality& found, NormSpan place) {
      target.modality = found.value;
      read.push_back({"modality", found.rule,
                      SpansOfPart(context_.text.text, {place}, Trim(place.Of(context_.text.text)),
                                  found.begin, found.end)});
    };
    const auto own =
        ReadGoalModality(Text(item), goal.quantity.begin, goal.quantity.end, context_.rules);
    if (own) return add(*own, item.text);
    if (!item.parent) return;
    const OutlineItem& above = outline_[*item.parent];
    const std::string_view heading = Text(above);
    const auto announced =
        ReadGoalModality(heading, heading.size(), heading.size(), context_.rules);
    if (announced && announced->begin == 0) add(*announced, above.text);
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
