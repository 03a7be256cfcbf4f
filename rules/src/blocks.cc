#include "blocks.h"

#include <algorithm>

namespace congvan::rules {

std::vector<Block> BlocksOf(const NormalizedText& text) {
  std::vector<Block> out;
  for (size_t i = 0; i < text.paragraphs.size(); ++i)
    out.push_back({text.paragraphs[i].span, i, std::nullopt, 0});
  for (size_t t = 0; t < text.tables.size(); ++t) {
    const Table& table = text.tables[t];
    for (size_t c = 0; c < table.cells.size(); ++c) {
      if (!table.cells[c].span.empty()) out.push_back({table.cells[c].span, std::nullopt, t, c});
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Block& a, const Block& b) { return a.span < b.span; });
  return out;
}

}  // namespace congvan::rules
