#include "outline.h"

#include <charconv>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "element.h"

namespace congvan::rules {
namespace {

constexpr size_t kShortHeading = 220;  // bytes

std::optional<SectionRole> ParseRole(std::string_view role) {
  if (role == "purpose") return SectionRole::kPurpose;
  if (role == "targets") return SectionRole::kTargets;
  if (role == "tasks") return SectionRole::kTasks;
  if (role == "organisation") return SectionRole::kOrganisation;
  if (role == "other") return SectionRole::kOther;
  return std::nullopt;
}

class OutlineReader {
 public:
  OutlineReader(const NormalizedText& text, const RuleSet& rules) : text_(text), rules_(rules) {}

  std::vector<OutlineItem> Read(size_t first, size_t end) {
    for (size_t i = first; i < end; ++i) {
      if (!Trim(Text(i)).empty() && !IsElement(Text(i), "rule_line", rules_))
        out_.push_back(ReadItem(i));
    }
    DropLoneDashes();
    LinkParents();
    for (size_t i = 0; i < out_.size(); ++i) out_[i].heading = IsHeading(i);
    AssignRoles();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view Text(size_t paragraph) const {
    return text_.paragraphs[paragraph].span.Of(text_.text);
  }

  OutlineItem ReadItem(size_t paragraph) const {
    OutlineItem item;
    item.paragraph = paragraph;
    item.text = text_.paragraphs[paragraph].span;
    item.closing = IsElement(Text(paragraph), "closing", rules_);
    const std::string_view line = Text(paragraph);
    const auto mark = rules_.group("outline").MatchStart(line);
    if (!mark || mark->begin != 0) return item;
    std::from_chars((*mark->rule)["level"].data(),
                    (*mark->rule)["level"].data() + (*mark->rule)["level"].size(), item.level);
    size_t skip = mark->end;
    if (const auto number = mark->Get(line, "number")) {
      item.number = std::string(*number);
      skip = static_cast<size_t>(number->data() + number->size() - line.data());
      while (skip < line.size() &&
             std::string_view(".,):/ -").find(line[skip]) != std::string_view::npos)
        ++skip;
      for (std::string_view dash : {"–", "—"}) {
        if (line.substr(skip).starts_with(dash)) skip += dash.size();
      }
    }
    while (skip < line.size() && (line[skip] == ' ' || line[skip] == '-')) ++skip;
    item.text.begin += static_cast<uint32_t>(std::min(skip, line.size()));
    return item;
  }

  // A mark with nothing behind it is no item.
  void DropLoneDashes() {
    std::erase_if(
        out_, [this](const OutlineItem& item) { return Trim(item.text.Of(text_.text)).empty(); });
  }

  void LinkParents() {
    std::vector<size_t> open;
    for (size_t i = 0; i < out_.size(); ++i) {
      const int level = out_[i].level;
      if (out_[i].closing) open.clear();
      // A plain paragraph belongs to the nearest numbered heading, not to the bullet before it.
      while (!open.empty() && (out_[open.back()].level >= level ||
                               (level == kPlainLevel && out_[open.back()].level >= 70)))
        open.pop_back();
      if (!open.empty()) {
        out_[i].parent = open.back();
        out_[open.back()].has_children = true;
      }
      if (level < kPlainLevel) open.push_back(i);
    }
  }

  [[nodiscard]] bool IsHeading(size_t i) const {
    const OutlineItem& item = out_[i];
    const std::string_view line = Trim(item.text.Of(text_.text));
    if (item.level <= 35) return true;
    if (line.ends_with(":")) return true;
    if (!item.has_children || item.level >= 70) return false;
    const bool sentence = line.ends_with(".") || line.ends_with(";") || line.ends_with("./.");
    const Paragraph& paragraph = text_.paragraphs[item.paragraph];
    return paragraph.heading_mark || paragraph.bold || !sentence ||
           (line.size() < kShortHeading / 2);
  }

  [[nodiscard]] std::optional<std::string_view> HeadingWord(std::string_view line) const {
    for (const Match& match : rules_.group("headings").FindAll(line)) {
      if ((*match.rule)["role"] != "assign") return (*match.rule)["role"];
    }
    return std::nullopt;
  }

  // Roman and higher headings open a section of their own; what stands below inherits until it says
  // otherwise.
  void AssignRoles() {
    SectionRole assigned =
        SectionRole::kNone;  // by a sentence that hands out work, outside any section
    for (size_t i = 0; i < out_.size(); ++i) {
      OutlineItem& item = out_[i];
      const std::string_view line = Trim(item.text.Of(text_.text));
      const SectionRole inherited = item.parent ? out_[*item.parent].role : assigned;
      item.role = inherited;
      const bool top = item.level <= 35 || !item.parent;
      if (item.heading && item.level < kPlainLevel) {
        const auto word = HeadingWord(line);
        const auto role = word ? ParseRole(*word) : std::nullopt;
        const bool work =
            inherited == SectionRole::kTasks || inherited == SectionRole::kOrganisation;
        if (role &&
            (top || !work || role == SectionRole::kTargets || role == SectionRole::kOrganisation)) {
          item.role = *role;
        } else if (top && item.level <= 35) {
          item.role = SectionRole::kOther;
        }
      }
      if (item.level == kPlainLevel && !item.parent && line.ends_with(":") && HandsOutWork(line))
        assigned = SectionRole::kTasks;
      if (item.level <= 35) assigned = SectionRole::kNone;
      if (item.closing) assigned = SectionRole::kNone;
    }
  }

  [[nodiscard]] bool HandsOutWork(std::string_view line) const {
    for (const Match& match : rules_.group("headings").FindAll(line)) {
      if ((*match.rule)["role"] == "assign") return true;
    }
    return false;
  }

  const NormalizedText& text_;
  const RuleSet& rules_;
  std::vector<OutlineItem> out_;
};

}  // namespace

std::vector<OutlineItem> ReadOutline(const NormalizedText& text, size_t first, size_t end,
                                     const RuleSet& rules) {
  return OutlineReader(text, rules).Read(first, end);
}

}  // namespace congvan::rules
