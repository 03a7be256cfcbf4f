#include "spacing.h"

#include <string>

#include "symbol_shape.h"

namespace congvan::normalizer {

void CollapseBlanks(Draft& draft) {
  const std::string& text = draft.text.text();
  std::vector<Edit> edits;
  for (size_t i = 0; i < text.size();) {
    if (text[i] != ' ') {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < text.size() && text[end] == ' ') ++end;
    const bool at_end = i == 0 || text[i - 1] == '\n' || end == text.size() || text[end] == '\n';
    const size_t keep = at_end ? 0 : 1;
    if (end - i > keep)
      edits.push_back({static_cast<uint32_t>(i + keep), static_cast<uint32_t>(end), ""});
    i = end;
  }
  draft.text.Apply(edits);
}

void MendSymbols(Draft& draft) { draft.text.Apply(SymbolEdits(draft.text.text())); }

}  // namespace congvan::normalizer
