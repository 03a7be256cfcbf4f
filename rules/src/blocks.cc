#include "blocks.h"

#include <algorithm>
#include <string_view>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "roles.h"

namespace congvan::rules {
namespace {

// The line breaks off, and the next one takes the sentence up.
bool GoesOn(const NormalizedText& text, const Paragraph& line, const Paragraph& next,
            const RuleSet& rules) {
  const RuleGroup& clauses = rules.group("clauses");
  const std::string_view words = line.span.Of(text.text);
  const std::string_view more = next.span.Of(text.text);
  if (HasRole(clauses, words, "ended") || line.column != next.column) return false;
  if (IsAllUpper(words)) return IsAllUpper(more) && HasRole(clauses, more, "goes_on");
  if (next.after_blank || line.heading_mark || next.heading_mark || line.bold != next.bold ||
      line.centered != next.centered || HasRole(clauses, more, "item"))
    return false;
  return IsLower(DecodeAt(more, 0).code_point) || HasRole(clauses, words, "broken_off");
}

}  // namespace

std::vector<Block> BlocksOf(const NormalizedText& text, const RuleSet& rules) {
  std::vector<Block> out;
  for (size_t i = 0; i < text.paragraphs.size(); ++i) {
    const Paragraph& paragraph = text.paragraphs[i];
    const bool adjacent =
        i > 0 && text.paragraphs[i - 1].span.end + 1 == paragraph.span.begin;  // no table between
    if (adjacent && GoesOn(text, text.paragraphs[i - 1], paragraph, rules)) {
      out.back().span.end = paragraph.span.end;
    } else {
      out.push_back({paragraph.span});
    }
  }
  for (const Table& table : text.tables) {
    for (const Cell& cell : table.cells) {
      if (!cell.span.empty()) out.push_back({cell.span});
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Block& a, const Block& b) { return a.span < b.span; });
  return out;
}

}  // namespace congvan::rules
