#include "mention.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "block_text.h"
#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "document_type.h"
#include "issuer_code.h"
#include "issuer_name.h"
#include "name_case.h"
#include "named_documents.h"
#include "symbol_reader.h"

namespace congvan::rules {
namespace {

constexpr size_t kLookBack = 400;  // bytes before a symbol in which its type and issuer may stand
constexpr size_t kLookAhead = 400;
constexpr size_t kLawTitle = 300;
constexpr size_t kIssuerGap = 160;

// Of a heading in capitals: "BAN CHỈ ĐẠO TRUNG ƯƠNG". A lone abbreviation stays.
std::string Natural(const std::string& name) {
  const bool words = name.find(' ') != std::string::npos;
  return words && IsAllUpper(name) ? NaturalCase(name) : name;
}

bool IsListGap(std::string_view gap) {
  const std::string folded = ToLower(Trim(gap));
  return folded == "," || folded == "và" || folded == ", và" || folded == ";" || folded == "; và";
}

// Reads one block: finds the symbols, then what stands before and behind each.
class BlockReader {
 public:
  BlockReader(const BlockText& block, const RuleSet& rules)
      : block_(block), text_(block.text()), rules_(rules) {}

  std::vector<Mention> Read() {
    for (SymbolHit& hit : ReadSymbols(text_, rules_)) {
      Mention m;
      m.symbol = std::move(hit.symbol);
      m.name = m.extent = block_.Whole(hit.begin, hit.end);
      m.block = block_.index();
      m.rule = std::move(hit.rule);
      out_.push_back(std::move(m));
    }
    for (size_t i = 0; i < out_.size(); ++i) ReadType(i);
    for (size_t i = 0; i < out_.size(); ++i) ReadBehind(i);
    for (size_t i = 0; i < out_.size(); ++i) ReadSpeaker(i);
    ShareListTails();
    ShareListHeads();
    ShareSpeakers();
    AddNamedDocuments(block_, rules_, out_);
    std::sort(out_.begin(), out_.end(),
              [](const Mention& a, const Mention& b) { return a.name < b.name; });
    MarkAliases();
    return std::move(out_);
  }

 private:
  [[nodiscard]] size_t Begin(NormSpan span) const { return block_.Begin(span); }
  [[nodiscard]] size_t End(NormSpan span) const { return block_.End(span); }
  [[nodiscard]] std::string_view Gap(const Mention& left, const Mention& right) const {
    const size_t begin = End(left.extent), end = Begin(right.name);
    return text_.substr(begin, end > begin ? end - begin : 0);
  }

  // The type word may stand right before ("Nghị quyết số"), before an issuer ("Nghị quyết của Bộ
  // Chính trị số"), or before a law's title.
  void ReadType(size_t i) {
    Mention& m = out_[i];
    const size_t at = Begin(m.name);
    const size_t floor =
        std::max(i == 0 ? 0 : End(out_[i - 1].name), at > kLookBack ? at - kLookBack : 0);
    const size_t from = FloorCodePoint(text_, floor);
    const std::string_view before = text_.substr(from, at - from);
    const auto types = rules_.group("document_types").Leftmost(before);
    for (auto it = types.rbegin(); it != types.rend() && !m.own_type; ++it) {
      if (IsWholeWord(before, *it)) TakeType(m, *it, before, from);
    }
    if (!m.type || *m.type == "văn bản") TypeByCode(m);
    const bool number_word = !m.own_type && ToLower(before).ends_with("số ");
    if (number_word) m.name.begin -= static_cast<uint32_t>(std::string_view("số ").size());
    m.extent.begin = m.name.begin;
  }

  void TakeType(Mention& m, const Match& type, std::string_view before, size_t from) {
    const std::string_view gap = before.substr(type.end);
    const bool law = (*type.rule)["law"] == "true";
    if (law && !IsUpper(DecodeAt(before, type.begin).code_point))
      return;  // "văn bản quy phạm pháp luật"
    if (!IsTypeGap(gap, law)) return;
    m.own_type = true;
    m.type = TypeNamed(type, before, rules_);
    const size_t begin = law ? LawTitleBegin(before, type.begin) : type.begin;
    m.name.begin = block_.Whole(from + begin, 0).begin;
    const std::string_view between = Trim(WithoutNumberWord(gap));
    if (law && !between.empty()) {
      m.title = OneLine(WithoutNumberWord(before.substr(begin)));
    } else if (ToLower(between).starts_with("của ")) {
      m.issuer = FirstBody(between);
    }
  }

  // What the code says, where no words do. "QĐ" and "TT" of the Party stand for two types each.
  void TypeByCode(Mention& m) const {
    const auto symbol = ParseSymbol(m.symbol);
    if (!symbol) return;
    const std::string type = TypeOfCode(symbol->type_code, rules_);
    if (symbol->party) {
      const bool open = symbol->type_code == "QĐ" || symbol->type_code == "TT";
      if (!type.empty() && !open) m.type = type;
    } else if (!type.empty()) {
      m.type = type;
    } else if (symbol->year == 0) {
      m.type = "công văn";
    }
  }

  // "Luật sửa đổi, bổ sung một số điều của Luật X số N": the number is the amending law's.
  [[nodiscard]] size_t LawTitleBegin(std::string_view before, size_t law) const {
    for (const Match& match : rules_.group("citation_parts").FindAll(before.substr(0, law))) {
      if ((*match.rule)["part"] == "amending_law" && match.end == law) return match.begin;
    }
    return law;
  }

  static std::string_view WithoutNumberWord(std::string_view gap) {
    gap = Trim(gap);
    for (std::string_view word : {"số:", "số", "SỐ:", "SỐ", "Số:", "Số"}) {
      if (gap.ends_with(word)) return Trim(gap.substr(0, gap.size() - word.size()));
    }
    return gap;
  }

  static bool IsTypeGap(std::string_view gap, bool law) {
    std::string_view rest = WithoutNumberWord(gap);
    if (rest.size() > 1 && rest.ends_with(':')) rest = Trim(rest.substr(0, rest.size() - 1));
    if (rest.empty() || rest == ":" || rest == "nhanh" || rest == "(") return true;
    if (rest.find_first_of(";:()") != std::string_view::npos) return false;
    const std::string lower = ToLower(rest);
    if (law) {
      return rest.size() < kLawTitle && rest.find(". ") == std::string_view::npos &&
             !lower.starts_with("số ");
    }
    return lower.starts_with("của ") && rest.size() < kIssuerGap &&
           rest.find(',') == std::string_view::npos;
  }

  // Date and issuer behind the symbol, in any sensible order.
  void ReadBehind(size_t i) {
    Mention& m = out_[i];
    size_t at = End(m.name);
    const size_t limit = i + 1 < out_.size() ? Begin(out_[i + 1].name) : text_.size();
    bool issuer_here = false;
    while (at < limit && (ReadPart(m, at, limit, issuer_here) || SkipFormerName(at))) {
    }
    m.extent.end = block_.Whole(0, std::min(at, text_.size())).end;
  }

  bool ReadPart(Mention& m, size_t& at, size_t limit, bool& issuer_here) const {
    size_t impossible = 0;  // the end of a date that no calendar has
    for (const Match& match : PartsAt(at)) {
      const std::string_view part = (*match.rule)["part"];
      const std::string_view rest = text_.substr(at);
      if (part == "date" && !m.date && at + match.end <= limit) {
        m.date = DateOf(match, rest);
        if (!m.date) {
          impossible = std::max(impossible, match.end);
          continue;
        }
      } else if (part == "of" && !issuer_here && at + match.end < limit) {
        const size_t size =
            std::min(IssuersSize(m, rest.substr(match.end)), limit - at - match.end);
        if (size == 0) continue;
        m.issuer = Natural(OneLine(rest.substr(match.end, size)));
        issuer_here = true;
        at += size;
      } else if (part != "term" && part != "alias") {
        continue;
      }
      at += match.end;
      return true;
    }
    at += impossible;
    return impossible > 0;
  }

  // Joint papers have several issuers: "của Bộ trưởng Bộ Nội vụ, Bộ trưởng Bộ Tài chính".
  [[nodiscard]] size_t IssuersSize(const Mention& m, std::string_view text) const {
    size_t size = IssuerNameSize(text, rules_);
    const bool joint = m.type && (m.type->ends_with("liên tịch") || m.type->ends_with("phối hợp"));
    while (joint && size > 0) {
      size_t next = 0;
      for (std::string_view separator : {", ", " và ", " - ", " – "}) {
        if (!text.substr(size).starts_with(separator)) continue;
        const size_t more = IssuerNameSize(text.substr(size + separator.size()), rules_);
        if (more > 0) next = size + separator.size() + more;
      }
      if (next == 0) break;
      size = next;
    }
    return size;
  }

  // All of them, longest first: a date that is none or an issuer that is no body gives way to the
  // next reading.
  [[nodiscard]] std::vector<Match> PartsAt(size_t at) const {
    std::vector<Match> out;
    const std::string_view window = text_.substr(at, FloorCodePoint(text_.substr(at), kLookAhead));
    for (Match& match : rules_.group("citation_parts").FindAll(window)) {
      if (match.begin == 0) out.push_back(std::move(match));
    }
    return out;
  }

  // "(nay là Bộ Nông nghiệp và Môi trường)" behind an issuer.
  bool SkipFormerName(size_t& at) const {
    const std::string_view rest = text_.substr(at);
    const size_t open = rest.starts_with(" (") ? 2 : rest.starts_with("(") ? 1 : 0;
    if (open == 0 || !ToLower(rest.substr(open, 10)).starts_with("nay là")) return false;
    const size_t close = rest.find(')');
    if (close == std::string_view::npos || close > kIssuerGap) return false;
    at += close + 1;
    return true;
  }

  // "Ngày 22/12/2024, Bộ Chính trị đã ban hành Nghị quyết số ...", "do UBND tỉnh chỉ đạo tại Công
  // văn số ...": date and issuer in the clause before, behind the document named last.
  void ReadSpeaker(size_t i) {
    Mention& m = out_[i];
    const size_t end = Begin(m.name);
    const size_t floor =
        std::max(i == 0 ? 0 : End(out_[i - 1].extent), end > kLookBack ? end - kLookBack : 0);
    const size_t from = FloorCodePoint(text_, std::min(floor, end));
    const std::string_view before = text_.substr(from, end - from);
    for (const Match& match : rules_.group("citation_parts").FindAll(before)) {
      if ((*match.rule)["part"] != "speaker" || match.end != before.size()) continue;
      const auto words = match.Get(before, "body");
      if (!words) continue;
      const auto body = FirstBody(*words);
      if (!body || !IssuerFits(m.symbol, *body, rules_)) continue;
      if (!m.date) m.date = DateOf(match, before);
      if (!m.date) m.date = DateOf(match, before, "2");
      if (m.issuer) continue;
      m.issuer = body;
      m.issuer_before = true;
    }
  }

  // Of "ý kiến của các đơn vị và chỉ đạo của UBND tỉnh" the body behind the last "của".
  [[nodiscard]] std::optional<std::string> FirstBody(std::string_view text) const {
    const size_t of = text.rfind(" của ");
    const size_t from = of == std::string_view::npos ? 0 : of;
    for (size_t i = from; i < text.size(); i += DecodeAt(text, i).size) {
      const bool at_start = i == 0 || text[i - 1] == ' ';
      if (!at_start || !IsUpper(DecodeAt(text, i).code_point)) continue;
      const size_t size = IssuerNameSize(text.substr(i), rules_);
      if (size > 0) return OneLine(text.substr(i, size));
    }
    return std::nullopt;
  }

  // "số 008/CĐ-UBND và số 009/CĐ-UBND ngày 19/11/2025 ... của UBND tỉnh": what follows the list
  // holds for its members.
  void ShareListTails() {
    for (size_t i = out_.size(); i-- > 1;) {
      Mention& left = out_[i - 1];
      const Mention& right = out_[i];
      const std::string_view gap = Gap(left, right);
      const bool one_body = BodyCode(left.symbol) == BodyCode(right.symbol);
      if (!IsListGap(gap)) continue;
      if (!left.issuer && one_body && (!right.own_type || IsOneBody(left.symbol)))
        left.issuer = right.issuer;
      if (!left.date && !right.own_type && gap.find(';') == std::string_view::npos)
        left.date = right.date;
    }
  }

  // The head of a list gives the type.
  void ShareListHeads() {
    for (size_t i = 1; i < out_.size(); ++i) {
      const Mention& left = out_[i - 1];
      Mention& right = out_[i];
      if (right.own_type || !left.type || !IsListGap(Gap(left, right))) continue;
      const auto a = ParseSymbol(left.symbol), b = ParseSymbol(right.symbol);
      if (!a || !b || a->type_code != b->type_code) continue;
      right.type = left.type;
      if (!right.issuer && BodyCode(left.symbol) == BodyCode(right.symbol))
        right.issuer = left.issuer;
    }
  }

  // "do UBND tỉnh chỉ đạo tại Chỉ thị số 01/CT-UBND ..., Công văn số 4643/UBND-KGVX ...": one body
  // speaks in all of them.
  void ShareSpeakers() {
    for (size_t i = 1; i < out_.size(); ++i) {
      const Mention& left = out_[i - 1];
      Mention& right = out_[i];
      if (right.issuer || !left.issuer_before) continue;
      const std::string_view gap = Gap(left, right);
      const size_t mark = gap.find_last_of(",;");
      const std::string_view joint = mark == std::string_view::npos ? gap : gap.substr(mark);
      const bool listed = IsListGap(joint) || gap.ends_with(" và ");
      if (!listed || gap.find(". ") != std::string_view::npos ||
          BodyCode(left.symbol) != BodyCode(right.symbol))
        continue;
      right.issuer = left.issuer;
      right.issuer_before = true;
    }
  }

  void MarkAliases() {
    for (const Match& match : rules_.group("citation_parts").FindAll(text_)) {
      if ((*match.rule)["part"] != "alias") continue;
      for (Mention& m : out_)
        m.in_alias = m.in_alias || (Begin(m.name) >= match.begin && End(m.name) <= match.end);
    }
  }

  const BlockText& block_;
  std::string_view text_;
  const RuleSet& rules_;
  std::vector<Mention> out_;
};

}  // namespace

std::optional<PartialDate> DateOf(const Match& match, std::string_view text,
                                  std::string_view suffix) {
  const auto number = [&](std::string_view name) {
    int value = 0;
    const auto digits = match.Get(text, std::string(name).append(suffix));
    if (digits) std::from_chars(digits->data(), digits->data() + digits->size(), value);
    return value;
  };
  return MakeDate(number("year"), number("month"), number("day"));
}

std::vector<Mention> FindMentions(std::string_view text, const std::vector<Block>& blocks,
                                  const RuleSet& rules) {
  std::vector<Mention> out;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const BlockText block(text, blocks[i], i);
    auto found = BlockReader(block, rules).Read();
    std::move(found.begin(), found.end(), std::back_inserter(out));
  }
  AddAliases(text, blocks, rules, out);
  return out;
}

}  // namespace congvan::rules
