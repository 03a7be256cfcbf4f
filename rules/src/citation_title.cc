#include "citation_title.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::rules {
namespace {

constexpr size_t kMaxTitle = 600;  // bytes

// Bytes of the title before a document that stands beside the one cited ("... lần thứ tư và Nghị
// quyết số 36"), not inside its title ("về thực hiện Nghị quyết số 71 và Kế hoạch số 18").
size_t BeforeNextOfList(std::string_view title, uint32_t begin,
                        const std::vector<Mention>& mentions, size_t i) {
  if (i + 1 >= mentions.size() || mentions[i + 1].block != mentions[i].block ||
      mentions[i + 1].name.begin < begin)
    return title.size();
  const size_t next = mentions[i + 1].name.begin - begin;
  if (next >= title.size()) return title.size();
  const std::string_view gap = title.substr(0, next);
  for (std::string_view joint : {", và ", " và ", ", "}) {
    if (gap.ends_with(joint)) return gap.size() - joint.size();
  }
  return title.size();
}

// ", UBND xã ban hành ...": the clause goes on with what another does.
size_t BeforeActor(std::string_view title, const RuleSet& rules) {
  for (size_t comma = title.find(", "); comma != std::string_view::npos;
       comma = title.find(", ", comma + 1)) {
    const std::string_view next = title.substr(comma + 2);
    const auto body = rules.group("issuers").MatchStart(next);
    if (body && (*body->rule)["role"] != "stop" && IsUpper(DecodeAt(next, 0).code_point))
      return comma;
  }
  return title.size();
}

size_t BeforeEndWords(std::string_view title, const RuleSet& rules) {
  for (const Match& match : rules.group("clauses").FindAll(title)) {
    if ((*match.rule)["role"] == "title_end") return match.begin;
  }
  return title.size();
}

}  // namespace

std::optional<std::string> TitleBehind(std::string_view text, const std::vector<Mention>& mentions,
                                       size_t i, uint32_t block_end, const RuleSet& rules) {
  const uint32_t begin = mentions[i].extent.end;
  if (begin >= block_end) return std::nullopt;
  std::string_view title = text.substr(begin, block_end - begin);
  if (title.size() > kMaxTitle) {
    title = title.substr(0, FloorCodePoint(title, kMaxTitle));
    title = title.substr(0, title.rfind(' '));  // whole words
  }
  std::string line(title);  // line feeds of a cell or of joined lines are blanks
  std::replace(line.begin(), line.end(), '\n', ' ');
  title = line;
  const auto start = rules.group("clauses").MatchStart(title);
  if (!start || (*start->rule)["role"] != "title" || (*start->rule)["names"] != "true")
    return std::nullopt;
  title = title.substr(0, BeforeNextOfList(title, begin, mentions, i));
  for (std::string_view stop : {";", ". ", "./.", " như sau"})
    title = title.substr(0, std::min(title.find(stop), title.size()));
  title = title.substr(0, BeforeActor(title, rules));
  title = title.substr(0, BeforeEndWords(title, rules));
  if (std::count(title.begin(), title.end(), '(') < std::count(title.begin(), title.end(), ')'))
    title = title.substr(0, title.find(')'));
  std::string out = OneLine(title);
  while (!out.empty() && std::string_view(".,: ").find(out.back()) != std::string_view::npos)
    out.pop_back();
  return out.empty() ? std::nullopt : std::optional(out);
}

}  // namespace congvan::rules
