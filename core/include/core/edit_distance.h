// core/edit_distance.h: the near miss: "unknown option --due; did you mean --due-by?".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvan {

/// Insertions, deletions, replacements and swaps of neighbours, in bytes.
int EditDistance(std::string_view a, std::string_view b);

/// The candidate nearest to `typed`: at most a third of its letters away (at least 1), or one that
/// `typed` begins. Of equals the first. nullopt when none is near.
std::optional<std::string> NearMiss(std::string_view typed,
                                    const std::vector<std::string>& candidates);

/// The `most` candidates at the least distance, however far that is; equals in byte order.
std::vector<std::string> Nearest(std::string_view typed, const std::vector<std::string>& candidates,
                                 size_t most);

}  // namespace congvan
