#include "head.h"

#include <algorithm>
#include <charconv>

#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "element.h"
#include "issuer_name.h"
#include "letterhead.h"
#include "signoff.h"

namespace congvan::rules {
namespace {

constexpr size_t kHeadParagraphs = 60;  // the type line stands among the first of them
constexpr size_t kIntroParagraphs =
    12;  // behind the head: where the issuing body says what it does

int NumberOf(const Match& match, std::string_view text, std::string_view name) {
  int value = 0;
  if (const auto digits = match.Get(text, name))
    std::from_chars(digits->data(), digits->data() + digits->size(), value);
  return value;
}

std::string WithoutEnd(std::string_view text) {
  std::string out = OneLine(text);
  while (!out.empty() && (out.back() == '.' || out.back() == ':' || out.back() == '-' ||
                          out.back() == '_' || out.back() == ' '))
    out.pop_back();
  return out;
}

class HeadReader {
 public:
  HeadReader(const NormalizedText& text, const RuleSet& rules) : text_(text), rules_(rules) {}

  HeadResult Read() {
    FindTypeLine();
    ReadLetterhead();
    ReadSubject();
    ReadAddressees();
    const SignOff foot = ReadSignOff(text_, out_.first_body_paragraph, rules_);
    out_.head.recipients = foot.recipients;
    out_.head.signer = foot.signer;
    out_.end_body_paragraph = foot.begin < foot.end ? foot.begin : FirstAnnex();
    ReadAnnexReferences();
    if (!out_.head.type) TypeByCode();
    if (!out_.head.issuer) IssuerByItsAct();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view Text(size_t i) const {
    return text_.paragraphs[i].span.Of(text_.text);
  }
  [[nodiscard]] size_t Count() const { return text_.paragraphs.size(); }

  void Evidenced(const char* field, const std::string& rule, NormSpan span) {
    out_.evidence.push_back({field, ToPageSpans(text_, span), rule, OneLine(span.Of(text_.text))});
  }

  // "KẾ HOẠCH" alone on its line, or at the head of the line with the subject behind it.
  void FindTypeLine() {
    type_line_ = Count();
    for (size_t i = 0; i < std::min(Count(), kHeadParagraphs); ++i) {
      const std::string_view line = Text(i);
      const Paragraph& paragraph = text_.paragraphs[i];
      if (IsElement(line, "addressees", rules_) || IsElement(line, "recipients", rules_)) return;
      for (const Match& match : rules_.group("document_types").FindAll(line)) {
        if (match.begin != 0) break;
        if ((*match.rule)["title"] != "true") continue;
        const bool whole = match.end == WithoutEnd(line).size() || match.end == line.size();
        const bool marked =
            IsAllUpper(match.Of(line)) ||
            (whole && (paragraph.bold || paragraph.heading_mark || paragraph.centered));
        const bool word_end =
            match.end >= line.size() || line[match.end] == ' ' || line[match.end] == ':';
        if (!marked || !word_end || (!whole && IsElement(line, "number", rules_))) continue;
        type_line_ = i;
        type_end_ = whole ? line.size() : match.end;
        out_.head.type = std::string((*match.rule)["name"]);
        Evidenced("document.type", match.rule->id,
                  {paragraph.span.begin, paragraph.span.begin + static_cast<uint32_t>(match.end)});
        return;
      }
    }
  }

  // Where the letterhead ends: the type line, or the addressees of a công văn, or the first
  // sentence.
  size_t LetterheadEnd() const {
    if (type_line_ < Count()) return type_line_;
    for (size_t i = 0; i < std::min(Count(), kHeadParagraphs); ++i) {
      if (IsElement(Text(i), "addressees", rules_)) return i;
    }
    for (size_t i = 0; i < std::min(Count(), kHeadParagraphs); ++i) {
      if (IsElement(Text(i), "body", rules_) || Text(i).size() > 300) return i;
    }
    return std::min(Count(), kHeadParagraphs);
  }

  void ReadLetterhead() {
    const size_t end = LetterheadEnd();
    out_.first_body_paragraph = end;
    std::vector<std::string> issuer_lines;
    NormSpan issuer_span;
    bool number_seen = false, subject_open = false;
    for (size_t i = 0; i < end; ++i) {
      std::string_view line = Trim(Text(i));
      if (line.empty() || IsElement(line, "motto", rules_) ||
          IsElement(line, "rule_line", rules_)) {
        subject_open = false;
        continue;
      }
      if (const auto number = ElementMatch(line, "number", rules_); number && !number_seen) {
        number_seen = subject_open = true;
        ReadNumber(*number, line, text_.paragraphs[i].span);
        line = Trim(line.substr(number->end));
        if (!IsElement(line, "about", rules_)) continue;
      }
      if (const auto date = ElementMatch(line, "place_date", rules_)) {
        ReadPlaceDate(*date, line, text_.paragraphs[i].span);
        subject_open = false;
        continue;
      }
      const auto about = ElementMatch(line, "about", rules_);
      const bool ve = ToLower(line.substr(0, std::min<size_t>(line.size(), 5))).starts_with("về ");
      if (about || (number_seen && (ve || subject_open) && !out_.head.type)) {
        AddSubjectLine(about ? line.substr(about->end) : line, text_.paragraphs[i].span);
        subject_open = true;
        continue;
      }
      if (!number_seen || text_.paragraphs[i].column == Column::kLeft) {
        issuer_lines.emplace_back(line);
        issuer_span = issuer_span.empty()
                          ? text_.paragraphs[i].span
                          : NormSpan{issuer_span.begin, text_.paragraphs[i].span.end};
      }
    }
    out_.head.issuer = IssuerOfLetterhead(issuer_lines, rules_);
    if (out_.head.issuer) Evidenced("document.issuer", "issuers", issuer_span);
  }

  void ReadNumber(const Match& match, std::string_view line, NormSpan span) {
    std::string code = CanonicalSymbol(match.Get(line, "code").value_or(""));
    while (!code.empty() && (code.back() == '.' || code.back() == '-' || code.back() == '/'))
      code.pop_back();
    const std::string number(match.Get(line, "number").value_or(""));
    if (code.size() < 3) return;
    out_.head.symbol_suffix = SymbolSuffix(number + code);
    if (!number.empty()) out_.head.symbol = number + code;
    Evidenced("document.symbol", match.rule->id, span);
  }

  void ReadPlaceDate(const Match& match, std::string_view line, NormSpan span) {
    const std::string place = OneLine(match.Get(line, "place").value_or(""));
    if (!out_.head.place && !place.empty()) {
      out_.head.place = place;
      Evidenced("document.place", match.rule->id, span);
    }
    const int year = NumberOf(match, line, "year"), month = NumberOf(match, line, "month"),
              day = NumberOf(match, line, "day");
    if (out_.head.date || year == 0) return;
    out_.head.date = MakeDate(year, month, month == 0 ? 0 : day);
    if (out_.head.date) Evidenced("document.date", match.rule->id, span);
  }

  void AddSubjectLine(std::string_view line, NormSpan span) {
    const std::string part = WithoutEnd(line);
    if (part.empty()) return;
    out_.head.subject = out_.head.subject ? *out_.head.subject + " " + part : part;
    out_.subject = out_.subject.empty() ? span : NormSpan{out_.subject.begin, span.end};
  }

  void ReadSubject() {
    if (type_line_ == Count()) return;
    size_t i = type_line_ + 1;
    const Paragraph& type = text_.paragraphs[type_line_];
    if (type_end_ < type.span.size()) {
      AddSubjectLine(Trim(Text(type_line_).substr(type_end_)),
                     {type.span.begin + static_cast<uint32_t>(type_end_), type.span.end});
    }
    for (; i < Count() && GoesOnWithSubject(i); ++i) {
      if (!IsElement(Text(i), "rule_line", rules_))
        AddSubjectLine(Text(i), text_.paragraphs[i].span);
    }
    out_.first_body_paragraph = i;
    if (!out_.head.subject) return;
    std::string& subject = *out_.head.subject;
    if (const auto about = ElementMatch(subject, "about", rules_);
        about && ToLower(subject).starts_with("v/v"))
      subject.erase(0, about->end);
    const std::string lower = ToLower(subject);
    const size_t ve = lower.find(" về ");
    if (lower.starts_with("của ") && ve != std::string::npos && ve < 120)
      subject.erase(0, ve + 1);  // "Kết luận | của Bộ Chính trị | về ..."
    Evidenced("document.subject", "layout.subject", out_.subject);
  }

  [[nodiscard]] bool GoesOnWithSubject(size_t i) const {
    const std::string_view line = Trim(Text(i));
    const Paragraph& paragraph = text_.paragraphs[i];
    for (std::string_view role :
         {"addressees", "recipients", "enactment", "place_date", "number", "annex"}) {
      if (IsElement(line, role, rules_)) return false;
    }
    const bool first = !out_.head.subject.has_value();
    if (IsElement(line, "rule_line", rules_) || line.empty()) return first;
    if (IsIssuerLine(line)) return false;
    if (first) return !IsHardBody(line);
    if (IsElement(text_.paragraphs[i - 1].span.Of(text_.text), "rule_line", rules_)) return false;
    const Paragraph& before = text_.paragraphs[i - 1];
    const bool upper = IsAllUpper(line) && IsAllUpper(Text(i - 1));
    const bool same_look =
        (before.bold && paragraph.bold) || (before.centered && paragraph.centered);
    const bool lower_start = !line.empty() && IsLower(DecodeAt(line, 0).code_point);
    if (upper || lower_start) return !IsHardBody(line);
    return same_look && !IsElement(line, "body", rules_) &&
           Text(i - 1).find_last_of(".;:") != Text(i - 1).size() - 1;
  }

  // A line that can only be the body, even right behind the type line.
  [[nodiscard]] static bool IsHardBody(std::string_view line) {
    const std::string lower = ToLower(line);
    static constexpr std::string_view kStarts[] = {"căn cứ ", "- căn cứ", "i.",      "i-", "1.",
                                                   "điều 1",  "phần ",    "chương ", "a."};
    return std::any_of(std::begin(kStarts), std::end(kStarts),
                       [&](std::string_view s) { return lower.starts_with(s); }) ||
           line.size() > 900;
  }

  // "CHÍNH PHỦ", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X", "BỘ XÂY DỰNG điện:": who decides, between
  // subject and body.
  [[nodiscard]] bool IsIssuerLine(std::string_view line) const {
    std::string natural = IsAllUpper(line) ? NaturalCase(line) : std::string(line);
    const size_t size = IssuerNameSize(natural, rules_);
    if (size == 0) return false;
    const std::string rest = ToLower(WithoutEnd(std::string_view(natural).substr(size)));
    const bool acts =
        rest == "điện" || rest == "quyết định" || rest == "quyết nghị" || rest == "chỉ thị";
    return acts || (rest.empty() && IsAllUpper(line));
  }

  void ReadAddressees() {
    for (size_t i = 0; i < std::min(Count(), kHeadParagraphs); ++i) {
      const auto mark = ElementMatch(Text(i), "addressees", rules_);
      if (!mark || i + 1 < out_.first_body_paragraph) continue;
      if (ToLower(Text(i)).starts_with("đồng")) continue;
      AddAddressee(Text(i).substr(mark->end));
      size_t j = i + 1;
      for (; j < Count() && IsAddressee(j); ++j) AddAddressee(Text(j));
      while (j < Count() && ToLower(Text(j)).starts_with("đồng kính")) {
        for (++j; j < Count() && IsAddressee(j); ++j) {
        }
      }
      out_.first_body_paragraph = j;
      return;
    }
  }

  [[nodiscard]] bool IsAddressee(size_t i) const {
    const std::string_view line = Trim(Text(i));
    if (line.starts_with("-") || line.starts_with("–") || line.starts_with("•"))
      return line.size() < 400 && !IsElement(line, "body", rules_);
    const bool open = out_.head.addressees.empty();
    const bool list_goes_on = !open && i > 0 && Text(i - 1).ends_with(";");
    return (open || list_goes_on) && line.size() < 300 && !IsElement(line, "body", rules_);
  }

  void AddAddressee(std::string_view text) {
    text = Trim(text);
    while (!text.empty() && (text.front() == '-' || text.front() == ' ' || text.front() == ':'))
      text.remove_prefix(1);
    if (text.starts_with("–")) text = Trim(text.substr(std::string_view("–").size()));
    std::string one = WithoutEnd(text);
    while (!one.empty() && (one.back() == ';' || one.back() == ',')) one.pop_back();
    if (!one.empty()) out_.head.addressees.push_back(one);
  }

  [[nodiscard]] size_t FirstAnnex() const {
    for (size_t i = out_.first_body_paragraph; i < Count(); ++i) {
      if (IsElement(Text(i), "annex", rules_) && (IsAllUpper(Text(i)) || Text(i).size() < 40))
        return i;
    }
    return Count();
  }

  // "(Kèm theo Kế hoạch số 03-KH/BCĐ ngày 28/10/2025 của Ban Chỉ đạo)" names this document itself.
  void ReadAnnexReferences() {
    for (size_t i = 0; i < Count(); ++i) {
      if (!IsElement(Text(i), "annex_reference", rules_)) continue;
      out_.annex_references.push_back(text_.paragraphs[i].span);
      if (!out_.head.symbol) SymbolFromAnnex(i);
    }
  }

  void SymbolFromAnnex(size_t i) {
    const std::string_view line = Text(i);
    for (const Match& match : rules_.group("symbols").Leftmost(line)) {
      const std::string symbol = CanonicalSymbol(match.Get(line, "symbol").value_or(""));
      if (!ParseSymbol(symbol)) continue;
      if (out_.head.symbol_suffix &&
          SymbolKey(*out_.head.symbol_suffix) != SymbolKey(SymbolSuffix(symbol)))
        continue;
      const NormSpan span = text_.paragraphs[i].span;
      out_.head.symbol = symbol;
      out_.head.symbol_suffix = SymbolSuffix(symbol);
      Evidenced("document.symbol", match.rule->id, span);
      for (const Match& part : rules_.group("citation_parts").FindAll(line.substr(match.end))) {
        if (part.begin != 0 || (*part.rule)["part"] != "date" || out_.head.date) continue;
        const std::string_view rest = line.substr(match.end);
        out_.head.date = MakeDate(NumberOf(part, rest, "year"), NumberOf(part, rest, "month"),
                                  NumberOf(part, rest, "day"));
        if (out_.head.date) Evidenced("document.date", part.rule->id, span);
      }
      return;
    }
  }

  void TypeByCode() {
    const auto symbol =
        out_.head.symbol_suffix
            ? ParseSymbol(
                  "1" +
                  std::string(out_.head.symbol_suffix->find('/') == std::string::npos ? "/" : "-") +
                  *out_.head.symbol_suffix)
            : std::nullopt;
    if (!symbol) {
      if (!out_.head.addressees.empty()) out_.head.type = "công văn";
      return;
    }
    for (const Rule& rule : rules_.group("document_types").rules()) {
      const std::string codes = "|" + ToLower(rule["codes"]) + "|";
      if (symbol->type_code.empty() ||
          codes.find("|" + ToLower(symbol->type_code) + "|") == std::string::npos)
        continue;
      if (symbol->party && (symbol->type_code == "QĐ" || symbol->type_code == "TT"))
        return;  // two types share the code
      out_.head.type = std::string(rule["name"]);
      return;
    }
    if (!symbol->party) out_.head.type = "công văn";
  }

  // "... UBND xã X xây dựng Kế hoạch ...": the first body with a place of its own that acts.
  void IssuerByItsAct() {
    const size_t end = std::min({Count(), out_.first_body_paragraph + kIntroParagraphs});
    for (size_t i = out_.first_body_paragraph; i < end; ++i) {
      const std::string_view line = Text(i);
      for (size_t at = 0; at < line.size(); at += DecodeAt(line, at).size) {
        const bool word_start = at == 0 || line[at - 1] == ' ' || line[at - 1] == '(';
        if (!word_start || !IsUpper(DecodeAt(line, at).code_point)) continue;
        const size_t size = IssuerNameSize(line.substr(at), rules_);
        if (size == 0) continue;
        const std::string name = OneLine(line.substr(at, size));
        const bool acts = IsElement(line.substr(at + size), "issuer_acts", rules_);
        if (!acts || !FitsCode(name)) continue;
        out_.head.issuer = name;
        const uint32_t begin = text_.paragraphs[i].span.begin + static_cast<uint32_t>(at);
        Evidenced("document.issuer", "layout.ban-hanh",
                  {begin, begin + static_cast<uint32_t>(size)});
        return;
      }
    }
  }

  // The symbol's code must not speak of another kind of body.
  [[nodiscard]] bool FitsCode(std::string_view name) const {
    if (!out_.head.symbol_suffix) return true;
    const std::string suffix = ToLower(*out_.head.symbol_suffix), lower = FoldForCompare(name);
    if (suffix.find("ubnd") != std::string::npos)
      return lower.starts_with("ubnd") || lower.starts_with("ủy ban nhân dân") ||
             lower.starts_with("chủ tịch");
    if (suffix.find("bcđ") != std::string::npos)
      return lower.find("ban chỉ đạo") != std::string::npos || lower.starts_with("bcđ");
    if (suffix.find("hđnd") != std::string::npos)
      return lower.find("hđnd") != std::string::npos ||
             lower.find("hội đồng nhân dân") != std::string::npos;
    return true;
  }

  const NormalizedText& text_;
  const RuleSet& rules_;
  HeadResult out_;
  size_t type_line_ = 0;
  size_t type_end_ = 0;  // bytes of the type line that are the type
};

}  // namespace

HeadResult ReadHead(const NormalizedText& text, const RuleSet& rules) {
  return HeadReader(text, rules).Read();
}

}  // namespace congvan::rules
