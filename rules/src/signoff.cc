#include "signoff.h"

#include <algorithm>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "element.h"

namespace congvan::rules {
namespace {

std::string WithoutBullet(std::string_view text) {
  while (!text.empty() &&
         (text.front() == '-' || text.front() == '+' || text.front() == '*' || text.front() == ' '))
    text.remove_prefix(1);
  for (std::string_view dash : {"–", "—", "•"}) {
    if (text.starts_with(dash)) text = Trim(text.substr(dash.size()));
  }
  std::string out = OneLine(text);
  while (!out.empty() && (out.back() == ';' || out.back() == ',' || out.back() == '.')) {
    if (out.ends_with("...")) break;
    out.pop_back();
  }
  return out;
}

bool IsAuthorityMark(std::string_view word) {
  static constexpr std::string_view kMarks[] = {"TM",  "KT",  "TL",  "TUQ", "Q",
                                                "T/M", "K/T", "T/L", "TUN"};
  while (!word.empty() && (word.back() == '.' || word.back() == '/')) word.remove_suffix(1);
  return std::find(std::begin(kMarks), std::end(kMarks), word) != std::end(kMarks);
}

// Byte offset of the first position title ("PHÓ CHỦ TỊCH") in the text at or behind `from`; npos
// when there is none.
std::pair<size_t, size_t> FindPosition(std::string_view text, size_t from, const RuleSet& rules) {
  for (const Match& match : rules.group("positions").Leftmost(text)) {
    if (match.begin >= from) return {match.begin, match.end};
  }
  return {std::string_view::npos, 0};
}

// "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" -> authority "KT. CHỦ TỊCH", position "PHÓ CHỦ TỊCH".
void ReadCapitals(std::string_view line, Signer& signer, const RuleSet& rules) {
  const auto append = [](std::optional<std::string>& to, std::string_view text,
                         std::string_view joint) {
    const std::string one = OneLine(text);
    if (!one.empty()) to = to ? *to + std::string(joint) + one : one;
  };
  while (!line.empty()) {
    const std::string_view word = line.substr(0, line.find(' '));
    const bool mark =
        IsAuthorityMark(word) ||
        (line.size() > 3 && IsAuthorityMark(line.substr(0, std::min(line.find('.'), line.size()))));
    if (!mark) {
      append(signer.position, line, " ");
      return;
    }
    const bool on_behalf = line.starts_with("TM") || line.starts_with("T/M");
    size_t next = line.size();  // where the next authority begins
    for (size_t i = line.find(' '); i != std::string_view::npos; i = line.find(' ', i + 1)) {
      const std::string_view rest = line.substr(i + 1);
      const std::string_view first =
          rest.substr(0, std::min(rest.find_first_of(" ."), rest.size()));
      if (IsAuthorityMark(first) && first.size() >= 2) {
        next = i + 1;
        break;
      }
    }
    std::string_view part = line.substr(0, next);
    auto [begin, end] = FindPosition(part, 0, rules);
    if (begin != std::string_view::npos) {
      const size_t cut = on_behalf ? begin : FindPosition(part, end, rules).first;
      if (cut != std::string_view::npos) {
        append(signer.authority, part.substr(0, cut), "; ");
        append(signer.position, part.substr(cut), " ");
        part = {};
      }
    }
    append(signer.authority, part, "; ");
    line = Trim(line.substr(next));
  }
}

class FootReader {
 public:
  FootReader(const NormalizedText& text, const RuleSet& rules) : text_(text), rules_(rules) {}

  SignOff Read(size_t from) {
    SignOff out;
    const size_t begin = FindBegin(from);
    if (begin == text_.paragraphs.size()) return out;
    out.begin = begin;
    bool recipients = false;
    size_t i = begin;
    for (; i < text_.paragraphs.size(); ++i) {
      const std::string_view paragraph = Text(i);
      if (IsElement(paragraph, "annex", rules_) || TableBefore(i, begin)) break;
      if (const auto mark = ElementMatch(paragraph, "recipients", rules_)) {
        recipients = true;
        AddRecipients(paragraph.substr(mark->end), out);
        continue;
      }
      if (IsElement(paragraph, "rule_line", rules_)) continue;
      if (IsSignature(paragraph) || (!recipients && !out.signer.position)) {
        if (!ReadSignature(paragraph, out.signer)) break;
        recipients = recipients && text_.paragraphs[i].column == Column::kRight;
        continue;
      }
      if (recipients && (IsBullet(paragraph) || text_.paragraphs[i].column == Column::kLeft)) {
        AddRecipients(paragraph, out);
        continue;
      }
      if (out.signer.position && !out.signer.name && IsElement(paragraph, "person", rules_)) {
        out.signer.name = OneLine(paragraph);
        continue;
      }
      if (out.signer.name || paragraph.size() > 200) break;
      if (recipients) AddRecipients(paragraph, out);
    }
    out.end = i;
    return out;
  }

 private:
  [[nodiscard]] std::string_view Text(size_t i) const {
    return text_.paragraphs[i].span.Of(text_.text);
  }

  [[nodiscard]] bool IsSignature(std::string_view paragraph) const {
    if (IsElement(paragraph, "authority", rules_)) return true;
    const auto [begin, end] = FindPosition(paragraph, 0, rules_);
    if (begin != 0) return paragraph == "kiêm" || IsElement(paragraph, "person", rules_);
    return IsAllUpper(paragraph.substr(0, end));
  }

  size_t FindBegin(size_t from) const {
    for (size_t i = from; i < text_.paragraphs.size(); ++i) {
      if (IsElement(Text(i), "recipients", rules_) || IsElement(Text(i), "authority", rules_))
        return i;
      const auto [begin, end] = FindPosition(Text(i), 0, rules_);
      if (begin == 0 && IsAllUpper(Text(i)) && i + 1 < text_.paragraphs.size() &&
          Text(i).size() < 120)
        return i;
    }
    return text_.paragraphs.size();
  }

  [[nodiscard]] bool TableBefore(size_t i, size_t begin) const {
    const uint32_t at = text_.paragraphs[i].span.begin, from = text_.paragraphs[begin].span.begin;
    return std::any_of(text_.tables.begin(), text_.tables.end(), [=](const Table& table) {
      return table.span.begin > from && table.span.begin < at;
    });
  }

  static bool IsBullet(std::string_view text) {
    return text.starts_with("-") || text.starts_with("+") || text.starts_with("–") ||
           text.starts_with("•") || text.starts_with("*");
  }

  static void AddRecipients(std::string_view text, SignOff& out) {
    text = Trim(text);
    while (!text.empty() && (text.front() == ':' || text.front() == ' ')) text.remove_prefix(1);
    while (!text.empty()) {  // several bullets may stand in one paragraph: "- A; - B;"
      const size_t cut = text.find("; -");
      const std::string item = WithoutBullet(text.substr(0, cut));
      if (!item.empty()) out.recipients.push_back(item);
      text = cut == std::string_view::npos ? std::string_view() : text.substr(cut + 2);
    }
  }

  // Capitals first (authority, position), then the name in small letters. False when it is no
  // signature at all.
  bool ReadSignature(std::string_view paragraph, Signer& signer) const {
    std::string one = OneLine(paragraph);
    size_t name = one.size();
    for (size_t i = 0; i < one.size(); ++i) {
      if (i > 0 && one[i - 1] != ' ') continue;
      if (IsElement(std::string_view(one).substr(i), "person", rules_)) {
        name = i;
        break;
      }
    }
    const std::string_view capitals = Trim(std::string_view(one).substr(0, name));
    if (!capitals.empty() && capitals != "kiêm" && !IsAllUpper(capitals) &&
        !IsElement(capitals, "authority", rules_) && FindPosition(capitals, 0, rules_).first != 0) {
      return false;
    }
    if (!capitals.empty()) ReadCapitals(capitals, signer, rules_);
    if (name < one.size() && !signer.name) signer.name = one.substr(name);
    return true;
  }

  const NormalizedText& text_;
  const RuleSet& rules_;
};

}  // namespace

SignOff ReadSignOff(const NormalizedText& text, size_t from, const RuleSet& rules) {
  return FootReader(text, rules).Read(from);
}

}  // namespace congvan::rules
