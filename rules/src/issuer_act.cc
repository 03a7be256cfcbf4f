#include "issuer_act.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "element.h"
#include "issuer_name.h"

namespace congvan::rules {
namespace {

bool Holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool FitsSuffix(std::string_view name, const std::optional<std::string>& suffix) {
  if (!suffix) return true;
  const std::string code = ToLower(*suffix), lower = FoldForCompare(name);
  if (Holds(code, "ubnd")) {
    return lower.starts_with("ubnd") || lower.starts_with("ủy ban nhân dân") ||
           lower.starts_with("chủ tịch");
  }
  if (Holds(code, "bcđ")) return Holds(lower, "ban chỉ đạo") || lower.starts_with("bcđ");
  if (Holds(code, "hđnd")) return Holds(lower, "hđnd") || Holds(lower, "hội đồng nhân dân");
  if (code.ends_with("/tu")) return Holds(lower, "tỉnh ủy") || Holds(lower, "thành ủy");
  if (code.ends_with("/đu")) return Holds(lower, "đảng ủy");
  return true;
}

}  // namespace

std::optional<IssuerAct> FindIssuerAct(const NormalizedText& text, size_t begin, size_t end,
                                       const std::optional<std::string>& suffix,
                                       const RuleSet& rules) {
  for (size_t i = begin; i < std::min(end, text.paragraphs.size()); ++i) {
    const std::string_view line = text.paragraphs[i].span.Of(text.text);
    for (size_t at = 0; at < line.size(); at += DecodeAt(line, at).size) {
      const bool word_start = at == 0 || line[at - 1] == ' ' || line[at - 1] == '(';
      if (!word_start || !IsUpper(DecodeAt(line, at).code_point)) continue;
      const size_t size = IssuerNameSize(line.substr(at), rules);
      if (size == 0) continue;
      if (IsElement(line.substr(0, at), "issuer_cited", rules)) {
        at += size - 1;  // of a name in it ("Thủ tướng Chính phủ") neither part acts
        continue;
      }
      const std::string name = OneLine(line.substr(at, size));
      if (!IsElement(line.substr(at + size), "issuer_acts", rules) || !FitsSuffix(name, suffix))
        continue;
      const uint32_t from = text.paragraphs[i].span.begin + static_cast<uint32_t>(at);
      return IssuerAct{name, {from, from + static_cast<uint32_t>(size)}};
    }
  }
  return std::nullopt;
}

}  // namespace congvan::rules
