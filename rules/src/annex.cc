#include "annex.h"

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "element.h"

namespace congvan::rules {
namespace {

constexpr size_t kShortLine = 60;  // bytes

// "Biểu dương các tập thể", "Phụ lục kèm theo nêu ...": the beginning of a sentence.
bool GoesOn(std::string_view line) {
  size_t word = line.starts_with("Phụ") || line.starts_with("phụ") ? 2 : 1;
  size_t at = 0;
  for (; word > 0 && at != std::string_view::npos; --word) at = line.find(' ', at) + 1;
  if (at == 0 || at >= line.size() || line.substr(at).starts_with("số ")) return false;
  return IsLower(DecodeAt(line, at).code_point);
}

}  // namespace

std::vector<Annex> FindAnnexes(const NormalizedText& text, size_t from, const RuleSet& rules) {
  std::vector<Annex> out;
  for (size_t i = from; i < text.paragraphs.size(); ++i) {
    const Paragraph& paragraph = text.paragraphs[i];
    const std::string_view line = Trim(paragraph.span.Of(text.text));
    const auto match = ElementMatch(line, "annex", rules);
    if (!match) continue;
    const std::string_view word = line.substr(0, line.find(' ', line.find(' ') + 1));
    const bool heading = IsAllUpper(word) || paragraph.bold || paragraph.centered ||
                         paragraph.heading_mark || line.size() < kShortLine;
    if (!heading || GoesOn(line)) continue;
    Annex annex{paragraph.span.begin, std::string(match->Get(line, "number").value_or("")),
                OneLine(match->Get(line, "title").value_or(""))};
    annex.places = {paragraph.span};
    if (annex.title.empty() && i + 1 < text.paragraphs.size()) {
      const std::string_view next = Trim(text.paragraphs[i + 1].span.Of(text.text));
      if (!IsElement(next, "annex_reference", rules)) {
        annex.title = OneLine(next);
        annex.places.push_back(text.paragraphs[i + 1].span);
      }
    }
    out.push_back(std::move(annex));
  }
  return out;
}

}  // namespace congvan::rules
