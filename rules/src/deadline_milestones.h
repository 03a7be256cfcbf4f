// deadline_milestones.h: the several points in time that one cell or sentence names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "deadline_items.h"

namespace congvan::rules {

/// The text on one line like OneLine, but with '\n' for the blank where a line ends.
std::string OneLineWithBreaks(std::string_view text);

/// "Khởi động quý IV/2026; báo cáo quý II/2027": a milestone for each part that names a time of its
/// own; both ends of a span, and a cycle with its end, are one. `text` keeps its line breaks;
/// `items` are those of the text. Fewer than two are no milestones: empty.
std::vector<Milestone> SplitMilestones(std::string_view text, const std::vector<TimeItem>& items);

}  // namespace congvan::rules
