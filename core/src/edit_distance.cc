#include "core/edit_distance.h"

#include <algorithm>
#include <utility>

namespace congvan {

int EditDistance(std::string_view a, std::string_view b) {
  const size_t width = b.size() + 1;
  std::vector<int> before(width), previous(width), current(width);
  for (size_t j = 0; j < width; ++j) previous[j] = static_cast<int>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    current[0] = static_cast<int>(i);
    for (size_t j = 1; j < width; ++j) {
      const int replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before[j - 2] + 1);
      }
    }
    before.swap(previous);
    previous.swap(current);
  }
  return previous[b.size()];
}

std::optional<std::string> NearMiss(std::string_view typed,
                                    const std::vector<std::string>& candidates) {
  std::optional<std::string> best;
  int best_distance = std::max(1, static_cast<int>(typed.size()) / 3) + 1;
  for (const std::string& candidate : candidates) {
    int distance = EditDistance(typed, candidate);
    // An unfinished word is one slip, however much of it is missing.
    if (typed.size() >= 3 && candidate.starts_with(typed)) distance = std::min(distance, 1);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

std::vector<std::string> Nearest(std::string_view typed, const std::vector<std::string>& candidates,
                                 size_t most) {
  std::vector<std::pair<int, std::string>> scored;
  scored.reserve(candidates.size());
  for (const std::string& candidate : candidates)
    scored.emplace_back(EditDistance(typed, candidate), candidate);
  std::sort(scored.begin(), scored.end());
  std::vector<std::string> nearest;
  for (size_t i = 0; i < std::min(most, scored.size()); ++i) nearest.push_back(scored[i].second);
  return nearest;
}

}  // namespace congvan
