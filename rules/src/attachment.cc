#include "attachment.h"

#include <algorithm>
#include <optional>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "element.h"
#include "signoff.h"

namespace congvan::rules {
namespace {

constexpr size_t kHeadParagraphs = 6;   // title lines between the type and the line in brackets
constexpr size_t kShortAnnexLine = 40;  // bytes

class Finder {
 public:
  Finder(const NormalizedText& text, const RuleSet& rules) : text_(text), rules_(rules) {}

  [[nodiscard]] std::vector<Attachment> Find(size_t from) const {
    std::vector<Attachment> out;
    for (size_t i = from; i < Count(); ++i) {
      const auto body = BodyBehind(i);
      if (!body) continue;
      if (!out.empty()) out.back().end = std::min(out.back().end, i);
      out.push_back({*body, EndFrom(*body)});
      i = *body - 1;
    }
    return out;
  }

 private:
  [[nodiscard]] size_t Count() const { return text_.paragraphs.size(); }
  [[nodiscard]] std::string_view Text(size_t i) const {
    return Trim(text_.paragraphs[i].span.Of(text_.text));
  }

  // The first paragraph behind the head that begins at `i`; nullopt when none does.
  [[nodiscard]] std::optional<size_t> BodyBehind(size_t i) const {
    if (!IsTypeLine(i)) return std::nullopt;
    const size_t end = std::min(Count(), i + 1 + kHeadParagraphs);
    for (size_t j = i + 1; j < end; ++j) {
      if (IsElement(Text(j), "annex_reference", rules_)) return j + 1;
      if (IsElement(Text(j), "recipients", rules_) || IsElement(Text(j), "annex", rules_)) break;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool IsTypeLine(size_t i) const {
    const Paragraph& paragraph = text_.paragraphs[i];
    const std::string_view line = Text(i);
    const auto type = rules_.group("document_types").MatchStart(line);
    if (!type || (*type->rule)["work"] != "true") return false;
    const bool capitals = IsAllUpper(type->Of(line));
    const bool alone = type->end == line.size();
    return capitals || (alone && (paragraph.bold || paragraph.centered || paragraph.heading_mark));
  }

  [[nodiscard]] size_t EndFrom(size_t first) const {
    size_t end = Count();
    if (const SignOff foot = ReadSignOff(text_, first, rules_); foot.begin < foot.end)
      end = foot.begin;
    for (size_t i = first; i < end; ++i) {
      const std::string_view line = Text(i);
      const bool heading = IsAllUpper(line) || line.size() < kShortAnnexLine;
      if (heading && IsElement(line, "annex", rules_)) return i;
    }
    return end;
  }

  const NormalizedText& text_;
  const RuleSet& rules_;
};

}  // namespace

std::vector<Attachment> FindAttachments(const NormalizedText& text, size_t from,
                                        const RuleSet& rules) {
  return Finder(text, rules).Find(from);
}

}  // namespace congvan::rules
