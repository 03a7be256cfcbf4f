// outline.h: the body as a tree of headings and items, and what each section is about.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/normalized_text.h"
#include "rules/rule_set.h"

namespace congvan::rules {

enum class SectionRole {
  kNone,
  kPurpose,
  kTargets,
  kTasks,
  kOrganisation,
  kConclusions,  ///< only what is handed to somebody is work
  kOther
};

inline constexpr int kTopLevel = 35;      ///< Phần, A., I., Mục: always headings
inline constexpr int kArticleLevel = 40;  ///< Điều
inline constexpr int kBulletLevel = 70;   ///< bullets stand here and below
inline constexpr int kPlainLevel = 100;   ///< a paragraph without a mark

struct OutlineItem {
  size_t paragraph = 0;
  int level = kPlainLevel;  ///< smaller stands above larger
  std::optional<std::string>
      number;     ///< "1", "1.1", "a", "II"; nullopt for bullets and plain paragraphs
  NormSpan text;  ///< without the mark
  std::optional<size_t> parent;  ///< nearest item above it, by level
  bool has_children = false;
  bool heading = false;  ///< names what stands below it; no work of its own
  bool lead_in = false;  ///< a heading that is a sentence: "... giao:", "... các nội dung sau:"
  bool title = false;    ///< a plain paragraph that names what stands below it
  bool label = false;  ///< "Đơn vị chủ trì: ...": speaks of the item above; no item of its own
  bool article = false;  ///< Điều
  bool star = false;     ///< its mark is "*"
  bool no_work = false;  ///< a sentence that is never a task: "Thông báo này để ... biết."
  bool closing = false;  ///< "Trên đây là ...": the end of the matter
  SectionRole role =
      SectionRole::kNone;  ///< of the section it stands in (for a heading: that it opens)
};

/// Paragraphs [first, end) of the body.
std::vector<OutlineItem> ReadOutline(const NormalizedText& text, size_t first, size_t end,
                                     const RuleSet& rules);

/// Sets the roles of `outline`, whose tree is complete.
void AssignRoles(const NormalizedText& text, std::vector<OutlineItem>& outline,
                 const RuleSet& rules);

}  // namespace congvan::rules
