#include "letterhead_fields.h"

#include <algorithm>

#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "element.h"
#include "issuer_name.h"
#include "letterhead.h"
#include "name_case.h"

namespace congvan::rules {
namespace {

constexpr size_t kLongestIssuerLine = 240;  // bytes

bool IsJointType(const std::optional<std::string>& type) {
  return type && (type->find("liên tịch") != std::string::npos ||
                  type->find("phối hợp") != std::string::npos);
}

class FieldReader {
 public:
  FieldReader(const std::optional<std::string>& type, const RuleSet& rules)
      : type_(type), rules_(rules) {}

  LetterheadFields Read(const std::vector<HeadLine>& lines) && {
    for (const HeadLine& line : lines) Take(line, line.text);
    out_.issuer = IssuerOfLetterhead(issuer_lines_, IsJointType(type_), rules_);
    if (out_.issuer) out_.sources.push_back({"issuer", "letterheads", issuer_places_});
    return std::move(out_);
  }

 private:
  void Note(const char* field, const std::string& rule, NormSpan span) {
    out_.sources.push_back({field, rule, {span}});
  }

  void Take(const HeadLine& line, std::string_view text) {
    if (IsElement(text, "motto", rules_) || IsElement(text, "rule_line", rules_) ||
        IsElement(text, "mark", rules_)) {
      // What stands in the other column does not end the subject.
      if (line.column != Column::kRight) subject_open_ = false;
      return;
    }
    if (const auto number = ElementMatch(text, "number", rules_); number && !out_.numbered) {
      TakeNumber(*number, text, line.span);
      text = Trim(text.substr(number->end));
      if (text.empty()) return;
    }
    if (const auto date = ElementMatch(text, "place_date", rules_)) {
      const auto skipped = static_cast<uint32_t>(text.data() - line.text.data());
      TakePlaceDate(*date, text, {line.span.begin + skipped, line.span.end});
      subject_open_ = subject_open_ && out_.subject.has_value();
      after_date_ = true;
      return;
    }
    if (TakeSubject(text, line.span)) return;
    if (line.column != Column::kRight && !(out_.numbered && !issuer_lines_.empty()))
      TakeIssuer(text, line.span);
  }

  void TakeNumber(const Match& match, std::string_view line, NormSpan span) {
    out_.numbered = subject_open_ = true;
    std::string code = CanonicalSymbol(match.Get(line, "code").value_or(""));
    while (!code.empty() && (code.back() == '.' || code.back() == '-' || code.back() == '/'))
      code.pop_back();
    const std::string number(match.Get(line, "number").value_or(""));
    if (code.size() < 3) return;
    out_.symbol_suffix = SymbolSuffix(number + code);
    if (!number.empty()) out_.symbol = number + code;
    Note("symbol", match.rule->id, span);
  }

  void TakePlaceDate(const Match& match, std::string_view line, NormSpan span) {
    const std::string place = OneLine(match.Get(line, "place").value_or(""));
    if (!out_.place && !place.empty()) {
      out_.place = place;
      Note("place", match.rule->id, span);
    }
    if (out_.date) return;
    out_.date = DateOfMatch(match, line);
    if (!out_.date) return;
    NormSpan words{span.end, span.begin};
    for (const Match::Group& group : match.groups) {
      if (group.name != "day" && group.name != "month" && group.name != "year") continue;
      words.begin = std::min(words.begin, span.begin + static_cast<uint32_t>(group.begin));
      words.end = std::max(words.end, span.begin + static_cast<uint32_t>(group.end));
    }
    Note("date", match.rule->id, words);
  }

  bool TakeSubject(std::string_view line, NormSpan span) {
    const auto about = ElementMatch(line, "about", rules_);
    const bool ve = ToLower(line.substr(0, std::min<size_t>(line.size(), 5))).starts_with("về ");
    if (!about && !(out_.numbered && (ve || subject_open_) && !type_)) return false;
    // Beside place and date it goes on; below them only inside a sentence.
    const char32_t first = DecodeAt(line, 0).code_point;
    const bool goes_on = IsLower(first) || (first >= U'0' && first <= U'9');
    if (!about && !ve && after_date_ && !goes_on) return false;
    subject_open_ = true;
    const std::string part = TitleText(about ? line.substr(about->end) : line);
    if (part.empty()) return true;
    out_.subject = out_.subject ? *out_.subject + " " + part : part;
    out_.subject_span =
        out_.subject_span.empty() ? span : NormSpan{out_.subject_span.begin, span.end};
    return true;
  }

  // A letterhead is set in capitals; what else stands there (stamps, addresses) names no issuer.
  void TakeIssuer(std::string_view line, NormSpan span) {
    if (line.size() > kLongestIssuerLine) return;
    const bool named = IsAllUpper(line) || BeginsLetterheadBody(line, rules_) ||
                       (!issuer_lines_.empty() && PlaceOfName(line) == line);
    if (!named) return;
    issuer_lines_.emplace_back(line);
    issuer_places_.push_back(span);
  }

  const std::optional<std::string>& type_;
  const RuleSet& rules_;
  LetterheadFields out_;
  std::vector<std::string> issuer_lines_;
  std::vector<NormSpan> issuer_places_;
  bool after_date_ = false;    // place and date have been seen
  bool subject_open_ = false;  // the next line may go on with the subject
};

}  // namespace

LetterheadFields ReadLetterheadFields(const std::vector<HeadLine>& lines,
                                      const std::optional<std::string>& type,
                                      const RuleSet& rules) {
  return FieldReader(type, rules).Read(lines);
}

std::string TitleText(std::string_view text) {
  std::string out = OneLine(text);
  while (!out.empty() && (out.back() == '.' || out.back() == ':' || out.back() == '-' ||
                          out.back() == '_' || out.back() == ' '))
    out.pop_back();
  return out;
}

}  // namespace congvan::rules
