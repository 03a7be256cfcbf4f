// body_labels.h: what labels and closing brackets say of a task in the body: "Đơn vị chủ trì: ...;
// thời gian: ...; sản phẩm: ...", "(Công an xã chủ trì, hoàn thành trong quý II/2026)".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace congvan::rules {

struct TaskLabels {
  std::vector<std::string> lead, support;
  std::optional<std::string> deadline;  ///< the words behind the label, as printed
  std::optional<std::string> product;
};

/// "Chủ trì: ...", "- Thời gian hoàn thành: ...": a line that speaks of the item above it.
bool BeginsWithTaskLabel(std::string_view line, const RuleSet& rules);

/// All labels of a line or a task's text.
TaskLabels ReadTaskLabels(std::string_view text, const RuleSet& rules);

/// Roles in the brackets that end a task ("... (Sở Nội vụ chủ trì)", "... (giao Công an xã)"). A
/// bare name in brackets gives none: it may be whom one reports to.
TaskLabels ReadClosingBrackets(std::string_view text, const RuleSet& rules);

}  // namespace congvan::rules
