#include "number_only.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "issuer_name.h"

namespace congvan::rules {
namespace {

constexpr std::string_view kOf = " của ";

// "Kế hoạch 2026" is a plan of that year.
bool IsYear(std::string_view number) {
  return number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
}

}  // namespace

void NoteNumberOnly(const NormalizedText& text, const std::vector<Block>& blocks,
                    const std::vector<Mention>& mentions, const CitationList& citations,
                    const RuleSet& rules, std::vector<Diagnostic>& notes) {
  std::vector<std::string> told;
  for (size_t i = 0; i < mentions.size(); ++i) {
    const Mention& m = mentions[i];
    if (m.kind != MentionKind::kShort || !m.own_type || citations.of_mention[i] ||
        citations.own[i] || IsYear(m.symbol))
      continue;
    const uint32_t end = blocks[m.block].span.end;
    const std::string rest =
        OneLine(std::string_view(text.text).substr(m.name.begin, end - m.name.begin));
    const std::string name = OneLine(m.name.Of(text.text));
    if (!IsUpper(DecodeAt(name, 0).code_point)) continue;
    const std::string_view behind = std::string_view(rest).substr(name.size());
    if (!behind.starts_with(kOf)) continue;
    const size_t size = IssuerNameSize(behind.substr(kOf.size()), rules);
    if (size == 0) continue;
    std::string whole = rest.substr(0, name.size() + kOf.size() + size);
    if (std::find(told.begin(), told.end(), whole) != told.end()) continue;
    notes.push_back({Severity::kInfo, "number-only", text.PageOf(m.name.begin),
                     "\"" + whole + "\" is known by its number alone and is not listed as cited"});
    told.push_back(std::move(whole));
  }
}

}  // namespace congvan::rules
