#include "head.h"

#include <algorithm>

#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "element.h"
#include "head_lines.h"
#include "issuer_act.h"
#include "issuer_name.h"
#include "letterhead_fields.h"
#include "name_case.h"
#include "parent_reference.h"
#include "rules/agency.h"
#include "signoff.h"

namespace congvan::rules {
namespace {

constexpr size_t kHeadParagraphs = 60;  // the type line stands among the first of them
constexpr size_t kLetterheadParagraphs = 8;
constexpr size_t kIntroParagraphs = 12;     // behind the head: where the issuer says what it does
constexpr size_t kAnnexHeadParagraphs = 8;  // an annex names its paper among the first of them

class HeadReader {
 public:
  HeadReader(const NormalizedText& text, const RuleSet& rules) : text_(text), rules_(rules) {}

  HeadResult Read() {
    FindTypeLine();
    ReadLetterhead();
    ReadSubject();
    ReadLetterheadBelowTitle();
    ReadAddressees();
    FindAnnexFile();
    const SignOff foot = ReadSignOff(text_, out_.first_body_paragraph, rules_);
    TakeSignOff(foot);
    out_.end_body_paragraph = foot.begin < foot.end ? foot.begin : FirstAnnex();
    if (out_.head.role == Role::kAnnex && type_line_ == Count()) out_.end_body_paragraph = 0;
    ReadAnnexReferences();
    if (out_.head.role == Role::kAnnex && !out_.head.symbol) SymbolByStamp();
    if (!out_.head.type) {
      TypeByCode();
      out_.sources.push_back({"type", "document_types", PlacesOfSymbol()});
    }
    if (!out_.head.issuer) IssuerByItsAct();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string_view Text(size_t i) const {
    return text_.paragraphs[i].span.Of(text_.text);
  }
  [[nodiscard]] size_t Count() const { return text_.paragraphs.size(); }

  void Evidenced(const char* field, const std::string& rule, NormSpan span) {
    out_.sources.push_back({field, rule, {span}});
  }

  // "KẾ HOẠCH" alone on its line, or at the head of the line with the subject behind it.
  void FindTypeLine() {
    type_line_ = Count();
    bool letterhead_seen = false;
    for (size_t i = 0; i < std::min(Count(), kHeadParagraphs); ++i) {
      const std::string_view line = Text(i);
      const Paragraph& paragraph = text_.paragraphs[i];
      if (IsElement(line, "addressees", rules_) || IsElement(line, "recipients", rules_)) return;
      const bool in_letterhead = IsElement(line, "number", rules_) ||
                                 IsElement(line, "motto", rules_) ||
                                 IsElement(line, "place_date", rules_);
      letterhead_seen |= in_letterhead;
      if (in_letterhead) continue;
      for (const Match& match : rules_.group("document_types").FindAll(line)) {
        if (match.begin != 0) break;
        if ((*match.rule)["title"] != "true") continue;
        const bool whole = match.end == TitleText(line).size() || match.end == line.size();
        const bool marked =
            IsAllUpper(match.Of(line)) ||
            (whole && (paragraph.bold || paragraph.heading_mark || paragraph.centered ||
                       (letterhead_seen && !line.ends_with(':'))));
        const bool word_end =
            match.end >= line.size() || line[match.end] == ' ' || line[match.end] == ':';
        if (!marked || !word_end || (!whole && NumberFollows(i))) continue;
        type_line_ = i;
        type_end_ = whole ? line.size() : match.end;
        out_.head.type = std::string((*match.rule)["name"]);
        Evidenced("type", match.rule->id,
                  {paragraph.span.begin, paragraph.span.begin + static_cast<uint32_t>(match.end)});
        return;
      }
    }
  }

  // "BAN CHỈ ĐẠO" | "CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA" | "Số: ...": still the letterhead.
  [[nodiscard]] bool NumberFollows(size_t i) const {
    for (size_t j = i + 1; j < std::min(Count(), i + 1 + kLetterheadParagraphs); ++j) {
      if (IsElement(Text(j), "number", rules_)) return true;
      if (IsElement(Text(j), "body", rules_)) return false;
    }
    return false;
  }

  // Where the letterhead ends: the type line, or the addressees of a công văn, or the first
  // sentence.
  [[nodiscard]] size_t LetterheadEnd() const {
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
    LetterheadFields fields =
        ReadLetterheadFields(ReadHeadLines(text_, end, rules_), out_.head.type, rules_);
    DocumentHead& head = out_.head;
    head.symbol = std::move(fields.symbol);
    head.symbol_suffix = std::move(fields.symbol_suffix);
    head.place = std::move(fields.place);
    head.date = fields.date;
    head.issuer = std::move(fields.issuer);
    head.subject = std::move(fields.subject);
    out_.subject = fields.subject_span;
    for (Source& source : fields.sources) out_.sources.push_back(std::move(source));
  }

  // "# KẾ HOẠCH" | "Số: 112/KH-UBND" | "Khe Vàng, ngày ...": text that was pasted with its title
  // first. Only what nothing above the title tells.
  void ReadLetterheadBelowTitle() {
    DocumentHead& head = out_.head;
    if (type_line_ == Count() || head.symbol_suffix || head.date) return;
    size_t end = out_.first_body_paragraph;
    bool numbered = false;
    for (; end < std::min(Count(), out_.first_body_paragraph + kLetterheadParagraphs); ++end) {
      const std::string_view line = Text(end);
      const auto number = ElementMatch(line, "number", rules_);
      const bool alone = number && number->end == line.size();
      numbered |= alone;
      const bool of_head = alone || IsElement(line, "motto", rules_) ||
                           IsElement(line, "place_date", rules_) ||
                           IsElement(line, "rule_line", rules_) || IsIssuerLine(line);
      if (!of_head) break;
    }
    if (!numbered) return;
    const uint32_t from = text_.paragraphs[out_.first_body_paragraph].span.begin;
    std::vector<HeadLine> lines = ReadHeadLines(text_, end, rules_);
    std::erase_if(lines, [from](const HeadLine& line) { return line.span.begin < from; });
    LetterheadFields fields = ReadLetterheadFields(lines, head.type, rules_);
    head.symbol = std::move(fields.symbol);
    head.symbol_suffix = std::move(fields.symbol_suffix);
    head.date = fields.date;
    if (!head.place) head.place = std::move(fields.place);
    if (!head.issuer) head.issuer = std::move(fields.issuer);
    for (Source& source : fields.sources) out_.sources.push_back(std::move(source));
    out_.first_body_paragraph = end;
  }

  void TakeSignOff(const SignOff& foot) {
    out_.head.recipients = foot.recipients;
    out_.head.signer = foot.signer;
    out_.sources.push_back({"recipients", "layout.noi-nhan", foot.recipient_places});
    out_.sources.push_back({"signer", "positions", foot.signer_places});
    // The Central Committee's letterhead heads the papers of its Politburo and Secretariat.
    const std::string authority = ToLower(foot.signer.authority.value_or(""));
    if (!out_.head.issuer || FoldForCompare(*out_.head.issuer) != "ban chấp hành trung ương")
      return;
    const bool politburo = authority.ends_with("bộ chính trị");
    if (!politburo && !authority.ends_with("ban bí thư")) return;
    out_.head.issuer = politburo ? "Bộ Chính trị" : "Ban Bí thư";
    out_.sources.insert(out_.sources.begin(), {"issuer", "positions", foot.signer_places});
  }

  void AddSubjectLine(std::string_view line, NormSpan span) {
    const std::string part = TitleText(line);
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
    subject.erase(0, IssuerInSubject(subject));
    Evidenced("subject", "layout", out_.subject);
  }

  // "Kết luận | của Ban Thường vụ Tỉnh ủy | về ...": bytes of what names the issuer once more. Who
  // concludes at a meeting belongs to the subject.
  [[nodiscard]] size_t IssuerInSubject(std::string_view subject) const {
    const auto match = ElementMatch(subject, "issuer_in_subject", rules_);
    if (!match) return 0;
    const std::string_view issuer = match->Get(subject, "issuer").value_or("");
    const std::string name = IsAllUpper(issuer) ? NaturalCase(issuer) : std::string(issuer);
    const std::string_view about = match->Get(subject, "about").value_or("");
    const bool at_meeting = ToLower(issuer).find(" tại ") != std::string::npos;
    const bool body = IssuerNameSize(name, rules_) > 0 && !at_meeting;
    return body ? static_cast<size_t>(about.data() - subject.data()) : 0;
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
    if (IsElement(line, "session", rules_)) return true;
    std::string natural = IsAllUpper(line) ? NaturalCase(line) : std::string(line);
    const size_t size = IssuerNameSize(natural, rules_);
    if (size == 0) return false;
    const std::string rest = ToLower(TitleText(std::string_view(natural).substr(size)));
    const bool acts =
        rest == "điện" || rest == "quyết định" || rest == "quyết nghị" || rest == "chỉ thị";
    return acts || (rest.empty() && IsAllUpper(line));
  }

  void ReadAddressees() {
    for (size_t i = 0; i < std::min(Count(), kHeadParagraphs); ++i) {
      auto mark = ElementMatch(Text(i), "addressees", rules_);
      if (!mark && out_.head.type == "công điện") mark = ElementMatch(Text(i), "telegram", rules_);
      if (!mark || i + 1 < out_.first_body_paragraph) continue;
      if (ToLower(Text(i)).starts_with("đồng")) continue;
      AddAddressee(Text(i).substr(mark->end));
      Source read{"addressees", mark->rule->id, {text_.paragraphs[i].span}};
      size_t j = i + 1;
      for (; j < Count() && IsAddressee(j); ++j) {
        AddAddressee(Text(j));
        read.places.push_back(text_.paragraphs[j].span);
      }
      out_.sources.push_back(std::move(read));
      while (j < Count() && ToLower(Text(j)).starts_with("đồng kính")) {
        for (++j; j < Count() && IsAddressee(j); ++j) {
        }
      }
      out_.first_body_paragraph = j;
      return;
    }
  }

  // "Sở Nội vụ đề nghị các đơn vị thực hiện các nội dung sau:" below the list is the first
  // sentence.
  [[nodiscard]] bool SaysSomething(std::string_view line) const {
    return line.ends_with(':') || !ReadRolesInProse(line, rules_).rule.empty();
  }

  [[nodiscard]] bool IsAddressee(size_t i) const {
    const std::string_view line = Trim(Text(i));
    if (line.starts_with("-") || line.starts_with("–") || line.starts_with("•"))
      return line.size() < 400 && !IsElement(line, "body", rules_);
    const bool open = out_.head.addressees.empty();
    const bool list_goes_on = !open && i > 0 && Text(i - 1).ends_with(";");
    return (open || list_goes_on) && line.size() < 300 && !IsElement(line, "body", rules_) &&
           (open || !SaysSomething(line));
  }

  void AddAddressee(std::string_view text) {
    text = Trim(text);
    while (!text.empty() && (text.front() == '-' || text.front() == ' ' || text.front() == ':'))
      text.remove_prefix(1);
    if (text.starts_with("–")) text = Trim(text.substr(std::string_view("–").size()));
    std::string one = TitleText(text);
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
      const auto parent = ReadParentReference(Text(i), rules_);
      if (parent) TakeParent(*parent, text_.paragraphs[i].span);
    }
  }

  void FindAnnexFile() {
    if (!IsAnnexFile()) return;
    out_.head.role = Role::kAnnex;
    if (type_line_ == Count()) out_.first_body_paragraph = 0;
  }

  // Nothing of a letterhead, and its first lines call it an annex or name the paper it belongs to.
  [[nodiscard]] bool IsAnnexFile() const {
    if (out_.head.date || out_.head.place) return false;
    const size_t type_end = type_line_ < Count() ? type_line_ : 0;
    for (size_t i = 0; i < std::min(Count(), type_end + kAnnexHeadParagraphs); ++i) {
      const std::string_view line = Trim(Text(i));
      if (IsElement(line, "annex", rules_)) return type_line_ >= i;
      if (IsElement(line, "annex_reference", rules_)) {
        const auto parent = ReadParentReference(line, rules_);
        return parent && (type_line_ > i || parent->type != out_.head.type);
      }
      const bool foot = IsElement(line, "recipients", rules_) || IsElement(line, "motto", rules_) ||
                        IsElement(line, "addressees", rules_);
      if (foot || IsHardBody(line)) return false;
    }
    return false;
  }

  // Fills only what the head lacks, and only where the two agree.
  void TakeParent(const ParentReference& parent, NormSpan span) {
    DocumentHead& head = out_.head;
    const bool annex_file = head.role == Role::kAnnex;
    const bool other_type = head.type && parent.type && !annex_file && *head.type != *parent.type &&
                            head.type->find(*parent.type) == std::string::npos;
    const bool other_suffix = head.symbol_suffix && parent.suffix &&
                              SymbolKey(*head.symbol_suffix) != SymbolKey(*parent.suffix);
    const bool other_number =
        head.symbol && parent.symbol && SymbolKey(*head.symbol) != SymbolKey(*parent.symbol);
    if (other_type || other_suffix || other_number) return;
    if (!head.symbol_suffix) {
      head.symbol_suffix = parent.suffix;
      Evidenced("symbol_suffix", parent.rule, span);
    }
    if (!head.symbol && parent.symbol) {
      head.symbol = parent.symbol;
      Evidenced("symbol", parent.rule, span);
    }
    const bool fuller =
        parent.date && (!head.date || (!head.date->complete() && parent.date->complete()));
    const bool agrees =
        !head.date || (parent.date && head.date->year == parent.date->year &&
                       (head.date->month == 0 || head.date->month == parent.date->month));
    if (fuller && agrees) {
      head.date = parent.date;
      out_.sources.insert(out_.sources.begin(), {"date", parent.rule, {span}});
    }
    if (annex_file && !head.type) {
      head.type = parent.type;
      Evidenced("type", parent.rule, span);
    }
    const bool named = parent.issuer && (annex_file || !PlaceOfName(*parent.issuer).empty());
    if (!head.issuer && named) {
      head.issuer = parent.issuer;
      Evidenced("issuer", parent.rule, span);
    }
  }

  // An electronic annex may name its paper in the stamp of the signature only (ND 30/2020 appendix
  // I). Never the date: the stamp gives that of the signature.
  void SymbolByStamp() {
    const auto& stamps = text_.furniture;
    const bool signed_here =
        std::any_of(stamps.begin(), stamps.end(),
                    [&](const std::string& line) { return IsElement(line, "signed", rules_); });
    if (!signed_here) return;
    std::optional<std::string> symbol;
    for (const std::string& line : stamps) {
      const auto number = ElementMatch(line, "number", rules_);
      if (!number || !number->Get(line, "number")) continue;
      const std::string found = CanonicalSymbol(number->Get(line, "symbol").value_or(""));
      if (!ParseSymbol(found)) continue;
      const bool other_suffix = out_.head.symbol_suffix && SymbolKey(*out_.head.symbol_suffix) !=
                                                               SymbolKey(SymbolSuffix(found));
      if (other_suffix || (symbol && *symbol != found)) return;
      symbol = found;
    }
    if (!symbol) return;
    out_.head.symbol = symbol;
    out_.head.symbol_suffix = SymbolSuffix(*symbol);
  }

  // A type without a line of its own shows in the symbol's code, or in the addressees.
  [[nodiscard]] std::vector<NormSpan> PlacesOfSymbol() const {
    for (const char* field : {"symbol", "symbol_suffix", "addressees"}) {
      for (const Source& source : out_.sources) {
        if (source.field == field) return source.places;
      }
    }
    return {};
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

  void IssuerByItsAct() {
    const size_t begin = out_.first_body_paragraph;
    const auto act =
        FindIssuerAct(text_, begin, begin + kIntroParagraphs, out_.head.symbol_suffix, rules_);
    if (!act) return;
    out_.head.issuer = act->name;
    Evidenced("issuer", "layout.ban-hanh", act->span);
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
