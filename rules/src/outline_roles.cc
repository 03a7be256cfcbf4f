// What the sections of the outline are about, by rules/data/headings.toml.
#include <algorithm>

#include "core/utf8.h"
#include "outline.h"
#include "rules/agency.h"

namespace congvan::rules {
namespace {

std::optional<SectionRole> ParseRole(std::string_view role) {
  if (role == "purpose") return SectionRole::kPurpose;
  if (role == "targets") return SectionRole::kTargets;
  if (role == "tasks") return SectionRole::kTasks;
  if (role == "organisation") return SectionRole::kOrganisation;
  if (role == "other" || role == "aside") return SectionRole::kOther;
  return std::nullopt;
}

bool IsWork(SectionRole role) {
  return role == SectionRole::kTasks || role == SectionRole::kOrganisation;
}

class RoleAssigner {
 public:
  RoleAssigner(const NormalizedText& text, std::vector<OutlineItem>& outline, const RuleSet& rules)
      : text_(text), outline_(outline), rules_(rules) {}

  void Assign() {
    for (OutlineItem& item : outline_) {
      item.role = item.parent ? outline_[*item.parent].role : intro_;
      if (item.lead_in || (item.level == kPlainLevel && Words(item).ends_with(":"))) {
        AssignLeadIn(item);
      } else if (item.heading || item.article) {
        AssignHeading(item);
      } else if (item.role != SectionRole::kTargets && Leads(item, "aside")) {
        item.role = SectionRole::kOther;
      }
      if (item.closing) intro_ = SectionRole::kNone;
    }
  }

 private:
  [[nodiscard]] std::string_view Words(const OutlineItem& item) const {
    return Trim(item.text.Of(text_.text));
  }

  // The role of the first rule that speaks of sections.
  [[nodiscard]] std::string_view HeadingWord(std::string_view line) const {
    for (const Match& match : rules_.group("headings").FindAll(line)) {
      const std::string_view role = (*match.rule)["role"];
      if (match.begin == 0 && ParseRole(role)) return role;
    }
    return {};
  }

  [[nodiscard]] bool Has(std::string_view line, std::string_view role) const {
    const auto found = rules_.group("headings").FindAll(line);
    return std::any_of(found.begin(), found.end(),
                       [role](const Match& match) { return (*match.rule)["role"] == role; });
  }

  [[nodiscard]] bool Leads(const OutlineItem& item, std::string_view role) const {
    return HeadingWord(Words(item)) == role;
  }

  // What a sentence that ends with ":" announces; nullopt when it announces nothing of that kind.
  [[nodiscard]] std::optional<SectionRole> Announced(std::string_view text) const {
    const size_t stop = text.rfind(". ");
    const std::string_view line =
        stop == std::string_view::npos ? text : Trim(text.substr(stop + 1));
    if (!ReadAskedBodies(line, rules_).empty()) return SectionRole::kTasks;
    if (Has(line, "conclude")) return SectionRole::kConclusions;
    const size_t comma = line.rfind(',');
    const bool asks =
        Has(Trim(line.substr(comma == std::string_view::npos ? 0 : comma + 1)), "ask");
    if (!asks && Has(line, "describe")) return std::nullopt;
    if (Has(line, "assign")) return SectionRole::kTasks;
    return std::nullopt;
  }

  void AssignLeadIn(OutlineItem& item) {
    const bool open = item.role == SectionRole::kNone || item.role == SectionRole::kConclusions;
    if (!open) return;
    const auto announced = Announced(Words(item));
    if (!announced) return;
    if (item.lead_in) item.role = *announced;
    if (!item.parent) intro_ = *announced;
  }

  void AssignHeading(OutlineItem& item) {
    const std::string_view line = Words(item);
    const std::string_view word = HeadingWord(line);
    const auto role = ParseRole(word);
    const SectionRole inherited = item.role;
    const bool section = item.level <= kTopLevel || item.article;
    if (role && (section || !item.parent || !IsWork(inherited) || word == "aside" ||
                 role == SectionRole::kTargets || role == SectionRole::kOrganisation)) {
      item.role = *role;
    } else if (section && !item.article && item.parent && inherited != SectionRole::kNone) {
      // "I. Về thể chế" in "B. NHIỆM VỤ" is what the part is.
    } else if (section) {
      item.role = SectionOfUnknownName(item, line);
    } else if (inherited == SectionRole::kNone && item.level < kPlainLevel && line.ends_with(":") &&
               !ReadAskedBodies(line, rules_).empty()) {
      item.role = SectionRole::kTasks;
    }
  }

  // A section that no rule knows: part of the conclusions or requests that were announced before
  // it, else nothing that concerns us.
  [[nodiscard]] SectionRole SectionOfUnknownName(const OutlineItem& item,
                                                 std::string_view line) const {
    if (item.article) {
      if (line.ends_with(":") && Announced(line)) return *Announced(line);
      return SectionRole::kConclusions;
    }
    if (intro_ == SectionRole::kNone) return SectionRole::kOther;
    return ReadAgencyHeading(line, rules_).empty() ? SectionRole::kConclusions : intro_;
  }

  const NormalizedText& text_;
  std::vector<OutlineItem>& outline_;
  const RuleSet& rules_;
  SectionRole intro_ = SectionRole::kNone;  // announced outside any section
};

}  // namespace

void AssignRoles(const NormalizedText& text, std::vector<OutlineItem>& outline,
                 const RuleSet& rules) {
  RoleAssigner(text, outline, rules).Assign();
}

}  // namespace congvan::rules
