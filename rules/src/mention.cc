#include "mention.h"

#include <algorithm>
#include <charconv>

#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "issuer_name.h"

namespace congvan::rules {
namespace {

constexpr size_t kLookBack =
    400;  // bytes of text before a symbol in which its type and issuer may stand

std::optional<PartialDate> DateOf(const Match& match, std::string_view text,
                                  const char* suffix = "") {
  const auto number = [&](const char* name) {
    int value = 0;
    const auto digits = match.Get(text, std::string(name) + suffix);
    if (digits) std::from_chars(digits->data(), digits->data() + digits->size(), value);
    return value;
  };
  return MakeDate(number("year"), number("month"), number("day"));
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::string OnOneLine(std::string_view text) {  // same length, so that offsets stay
  std::string out(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

// Reads one text block: finds the symbols, then what stands before and behind each.
class BlockReader {
 public:
  BlockReader(std::string_view text, const Block& block, size_t index, const RuleSet& rules)
      : own_(OnOneLine(block.span.Of(text))),
        text_(own_),
        base_(block.span.begin),
        index_(index),
        rules_(rules) {}

  std::vector<Mention> Read() {
    for (const Match& match : rules_.group("symbols").Leftmost(text_)) {
      if (IsSymbol(match)) Add(match);
    }
    for (size_t i = 0; i < out_.size(); ++i) ReadBefore(i);
    for (size_t i = 0; i < out_.size(); ++i) ReadAfter(i);
    ShareListTails();
    ShareIssuerBefore();
    AddNicknames();
    AddLaws();
    AddShort();
    std::sort(out_.begin(), out_.end(),
              [](const Mention& a, const Mention& b) { return a.name < b.name; });
    return std::move(out_);
  }

 private:
  static Span<NormTag> Shift(size_t begin, size_t end, uint32_t base) {
    return {static_cast<uint32_t>(begin) + base, static_cast<uint32_t>(end) + base};
  }
  [[nodiscard]] size_t Begin(const NormSpan& span) const { return span.begin - base_; }
  [[nodiscard]] size_t End(const NormSpan& span) const { return span.end - base_; }

  // The code must be one: it begins with a capital and holds no word of running text.
  bool IsSymbol(const Match& match) const {
    if (match.begin > 0) {
      const char before = text_[match.begin - 1];
      if (IsDigit(before) || before == '/' || before == '-' || before == '.' || before == ',') {
        // "229,230-QĐ/TW": a comma may stand between two numbers of a list.
        if (before != ',') return false;
      }
    }
    const auto symbol = match.Get(text_, "symbol");
    const auto code = match.Get(text_, "code");
    if (!symbol || !code) return false;
    const auto parsed = ParseSymbol(*symbol);
    if (!parsed) return false;
    const Decoded first = DecodeAt(*code, 0);
    if (!IsUpper(first.code_point)) return false;
    if (IsKnownCode(parsed->type_code)) return true;
    size_t upper = 0, lower = 0;
    for (size_t i = 0; i < symbol->size();) {
      const Decoded d = DecodeAt(*symbol, i);
      upper += IsUpper(d.code_point) ? 1 : 0;
      lower += IsLower(d.code_point) ? 1 : 0;
      i += d.size;
    }
    return upper >= 2 && lower <= upper / 2;
  }

  bool IsKnownCode(std::string_view code) const { return !TypeOfCode(code).empty(); }

  std::string TypeOfCode(std::string_view code) const {
    const std::string folded = ToLower(code);
    for (const Rule& rule : rules_.group("document_types").rules()) {
      std::string_view codes = rule["codes"];
      while (!codes.empty()) {
        const size_t bar = std::min(codes.find('|'), codes.size());
        if (ToLower(codes.substr(0, bar)) == folded) return std::string(rule["name"]);
        codes.remove_prefix(std::min(bar + 1, codes.size()));
      }
    }
    return {};
  }

  // "Quyết định số 229, 230-QĐ/TW": the bare numbers before a symbol share its code.
  void AddSharedHeads(const Match& match, const Symbol& symbol) {
    size_t end = match.begin;
    std::vector<std::pair<size_t, size_t>> numbers;
    while (end > 0) {
      size_t gap = end;
      if (text_.substr(0, gap).ends_with(", ")) {
        gap -= 2;
      } else if (text_.substr(0, gap).ends_with(" và ")) {
        gap -= std::string_view(" và ").size();
      } else {
        break;
      }
      size_t begin = gap;
      while (begin > 0 && IsDigit(text_[begin - 1])) --begin;
      if (begin == gap || gap - begin > 4) break;
      numbers.emplace_back(begin, gap);
      end = begin;
    }
    const std::string before = ToLower(text_.substr(0, end));
    if (numbers.empty() || !before.ends_with("số ")) return;
    for (auto it = numbers.rbegin(); it != numbers.rend(); ++it) {
      const std::string number(text_.substr(it->first, it->second - it->first));
      Mention m;
      m.symbol = number + std::string(match.Of(text_).substr(symbol.number.size()));
      m.symbol = CanonicalSymbol(m.symbol);
      m.name = m.extent = Shift(it->first, it->second, base_);
      m.block = index_;
      m.rule = match.rule->id;
      out_.push_back(std::move(m));
    }
  }

  void Add(const Match& match) {
    const std::string canonical = CanonicalSymbol(match.Of(text_));
    AddSharedHeads(match, *ParseSymbol(canonical));
    Mention m;
    m.symbol = canonical;
    m.name = m.extent = Shift(match.begin, match.end, base_);
    m.block = index_;
    m.rule = match.rule->id;
    out_.push_back(std::move(m));
  }

  // The type word may stand right before ("Nghị quyết số"), before an issuer ("Nghị quyết của Bộ
  // Chính trị số"), or before a law's title.
  void ReadBefore(size_t i) {
    Mention& m = out_[i];
    const size_t symbol_begin = Begin(m.name);
    const size_t floor = std::max(i == 0 ? 0 : End(out_[i - 1].name),
                                  symbol_begin > kLookBack ? symbol_begin - kLookBack : 0);
    const size_t from = FloorCodePoint(text_, floor);
    const std::string_view before = text_.substr(from, symbol_begin - from);
    const auto symbol = ParseSymbol(m.symbol);
    const auto types = rules_.group("document_types").Leftmost(before);
    for (auto it = types.rbegin(); it != types.rend(); ++it) {
      if (!IsWholeWord(before, *it)) continue;
      const std::string_view gap = before.substr(it->end);
      const bool law = (*it->rule)["law"] == "true";
      if (law && !IsUpper(DecodeAt(before, it->begin).code_point)) continue;  // "văn bản quy phạm pháp luật"
      if (!IsTypeGap(gap, law)) continue;
      m.own_type = true;
      const std::string_view name = (*it->rule)["name"];
      m.type = name.empty() ? TypeOfAbbreviation(it->Of(before)) : std::string(name);
      const size_t begin = law ? LawTitleBegin(before, it->begin) : it->begin;
      m.name.begin = m.extent.begin = base_ + static_cast<uint32_t>(from + begin);
      if (law && !Trim(TrimNumberWord(gap)).empty()) m.title = OneLine(TrimNumberWord(before.substr(begin)));
      break;
    }
    if (!m.type) {
      if (symbol && !symbol->party && !symbol->type_code.empty()) {
        const std::string type = TypeOfCode(symbol->type_code);
        m.type = !type.empty() ? type : "công văn";
      } else if (symbol && symbol->party && symbol->type_code != "QĐ" &&
                 symbol->type_code != "TT") {
        const std::string type = TypeOfCode(symbol->type_code);
        if (!type.empty()) m.type = type;
      }
      const std::string lower = ToLower(before);
      if (lower.ends_with("số "))
        m.name.begin = m.extent.begin =
            base_ + static_cast<uint32_t>(symbol_begin - std::string_view("số ").size());
    }
    ReadIssuerBefore(m);
  }

  // "Luật sửa đổi, bổ sung một số điều của Luật X số N": the number is the amending law's.
  size_t LawTitleBegin(std::string_view before, size_t law) const {
    for (const Match& match : rules_.group("citation_parts").FindAll(before.substr(0, law))) {
      if ((*match.rule)["part"] == "amending_law" && match.end == law) return match.begin;
    }
    return law;
  }

  std::optional<std::string> TypeOfAbbreviation(std::string_view code) const {
    const std::string type = TypeOfCode(code);
    return type.empty() ? std::nullopt : std::optional(type);
  }

  static bool IsWholeWord(std::string_view text, const Match& match) {
    if (match.begin > 0) {
      const size_t last = FloorCodePoint(text, match.begin - 1);
      if (IsLetter(DecodeAt(text, last).code_point)) return false;
    }
    return match.end >= text.size() || !IsLetter(DecodeAt(text, match.end).code_point);
  }

  static std::string_view TrimNumberWord(std::string_view gap) {
    gap = Trim(gap);
    for (std::string_view word : {"số:", "số", "SỐ:", "SỐ", "Số:", "Số"}) {
      if (gap.ends_with(word)) return Trim(gap.substr(0, gap.size() - word.size()));
    }
    return gap;
  }

  bool IsTypeGap(std::string_view gap, bool law) const {
    const std::string_view rest = TrimNumberWord(gap);
    if (rest.empty() || rest == ":" || rest == "nhanh") return true;
    if (rest.find_first_of(";:()") != std::string_view::npos) return false;
    if (law)
      return rest.size() < 300 && rest.find(". ") == std::string_view::npos &&
             !ToLower(rest).starts_with("số ");
    return ToLower(rest).starts_with("của ") && rest.size() < 160 &&
           rest.find(',') == std::string_view::npos;
  }

  void ReadIssuerBefore(Mention& m) {
    const size_t end = Begin(m.name);
    const size_t from = FloorCodePoint(text_, end > kLookBack ? end - kLookBack : 0);
    const std::string_view before = text_.substr(from, end - from);
    for (const Match& match : rules_.group("citation_parts").FindAll(before)) {
      const std::string_view part = (*match.rule)["part"];
      if (match.end != before.size() || (part != "issuer_before" && part != "date_before"))
        continue;
      const auto body = match.Get(before, "body");
      if (!body) continue;
      if (part == "date_before" && !m.date) {
        m.date = DateOf(match, before, match.Get(before, "year2") ? "2" : "");
      }
      if (m.issuer) continue;
      m.issuer = FirstBody(*body);
      m.issuer_before = m.issuer.has_value();
    }
  }

  // Of "UBND tỉnh, Chủ tịch UBND tỉnh" the first body whose name fits the symbol's code, else the
  // first.
  std::optional<std::string> FirstBody(std::string_view text) const {
    for (size_t i = 0; i < text.size(); i += DecodeAt(text, i).size) {
      const bool at_start = i == 0 || text[i - 1] == ' ';
      if (!at_start || !IsUpper(DecodeAt(text, i).code_point)) continue;
      const size_t size = IssuerNameSize(text.substr(i), rules_);
      if (size > 0) return OneLine(text.substr(i, size));
    }
    return std::nullopt;
  }

  // Date, issuer and alias behind the symbol, in any sensible order.
  void ReadAfter(size_t i) {
    Mention& m = out_[i];
    size_t at = End(m.name);
    const size_t limit = i + 1 < out_.size() ? Begin(out_[i + 1].name) : text_.size();
    bool issuer_here = false;
    for (bool moved = true; moved;) {
      moved = false;
      for (const Match& match : PartsAt(at)) {
        const std::string_view part = (*match.rule)["part"];
        const std::string_view rest = text_.substr(at);
        if (part == "date" && !m.date && at + match.end <= limit) {
          const auto date = DateOf(match, rest);
          if (!date) continue;
          m.date = date;
        } else if (part == "of" && !issuer_here) {
          const size_t size = IssuerNameSize(rest.substr(match.end), rules_);
          if (size == 0 || at + match.end >= limit) continue;
          m.issuer = OneLine(rest.substr(match.end, std::min(size, limit - at - match.end)));
          issuer_here = true;
          at += match.end + size;
          moved = true;
          break;
        } else if (part == "term") {
          // skipped: belongs to the issuer
        } else if (part == "alias") {
          MarkAliases(at + match.begin, at + match.end);
        } else {
          continue;
        }
        at += match.end;
        moved = true;
        break;
      }
      if (!moved) moved = SkipFormerName(at);
    }
    m.extent.end = base_ + static_cast<uint32_t>(std::min(at, text_.size()));
  }

  std::vector<Match> PartsAt(size_t at) const {
    std::vector<Match> out;
    const std::string_view window = text_.substr(at, FloorCodePoint(text_.substr(at), 400));
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
    if (close == std::string_view::npos || close > 160) return false;
    at += close + 1;
    return true;
  }

  void MarkAliases(size_t begin, size_t end) {
    for (Mention& m : out_)
      m.in_alias = m.in_alias || (Begin(m.name) >= begin && End(m.name) <= end);
  }

  // "số 008/CĐ-UBND và số 009/CĐ-UBND ngày 19/11/2025 ... của UBND tỉnh": what follows the list
  // holds for its members.
  void ShareListTails() {
    for (size_t i = out_.size(); i-- > 1;) {
      Mention& left = out_[i - 1];
      const Mention& right = out_[i];
      const size_t gap_begin = End(left.extent);
      if (Begin(right.name) < gap_begin) continue;
      const std::string gap = ToLower(Trim(text_.substr(gap_begin, Begin(right.name) - gap_begin)));
      const bool bare = gap == "," || gap == "và" || gap == ", và" || gap == ";";
      if (!bare || right.own_type) continue;
      if (!left.date && gap != ";") left.date = right.date;
      if (!left.issuer) left.issuer = right.issuer;
    }
    for (size_t i = 1; i < out_.size(); ++i) {  // the head of the list gives the type
      const Mention& left = out_[i - 1];
      Mention& right = out_[i];
      if (right.own_type || !left.type || Begin(right.name) < End(left.extent)) continue;
      const std::string gap =
          ToLower(Trim(text_.substr(End(left.extent), Begin(right.name) - End(left.extent))));
      const auto a = ParseSymbol(left.symbol), b = ParseSymbol(right.symbol);
      if ((gap == "," || gap == "và" || gap == ", và" || gap == ";") && a && b &&
          a->type_code == b->type_code) {
        right.type = left.type;
        if (!right.issuer) right.issuer = left.issuer;
      }
    }
  }

  // "do UBND tỉnh chỉ đạo tại Chỉ thị số 01/CT-UBND ..., Công văn số 4643/UBND-KGVX ...": one body speaks in all of them.
  void ShareIssuerBefore() {
    for (size_t i = 1; i < out_.size(); ++i) {
      const Mention& left = out_[i - 1];
      Mention& right = out_[i];
      if (right.issuer || !left.issuer_before || Begin(right.name) < End(left.extent)) continue;
      const std::string_view gap = text_.substr(End(left.extent), Begin(right.name) - End(left.extent));
      if (gap.find(". ") != std::string_view::npos || IssuerCode(left.symbol) != IssuerCode(right.symbol)) continue;
      right.issuer = left.issuer;
      right.issuer_before = true;
    }
  }

  // "UBND" of "01/CT-UBND" and of the công văn "4643/UBND-KGVX".
  std::string IssuerCode(std::string_view text) const {
    const auto symbol = ParseSymbol(text);
    if (!symbol) return {};
    return TypeOfCode(symbol->type_code).empty() ? symbol->type_code : symbol->issuer;
  }

  bool Taken(size_t begin, size_t end) const {
    return std::any_of(out_.begin(), out_.end(), [&](const Mention& m) {
      return Begin(m.name) < end && begin < End(m.name);
    });
  }

  void AddNicknames() {
    for (const Match& match : rules_.group("nicknames").Leftmost(text_)) {
      if (Taken(match.begin, match.end) || !IsWholeWord(text_, match)) continue;
      if (match.end < text_.size() && (IsDigit(text_[match.end]) || text_[match.end] == '/'))
        continue;
      Mention m;
      m.kind = MentionKind::kNickname;
      m.type = std::string((*match.rule)["type"]);
      m.title = std::string((*match.rule)["title"]);
      m.name = m.extent = Shift(match.begin, match.end, base_);
      m.block = index_;
      m.rule = match.rule->id;
      out_.push_back(std::move(m));
    }
  }

  void AddLaws() {
    for (const Match& match : rules_.group("laws").Leftmost(text_)) {
      if (Taken(match.begin, match.end) || !IsWholeWord(text_, match) ||
          !IsUpper(DecodeAt(text_, match.begin).code_point))
        continue;
      Mention m;
      m.kind = MentionKind::kLaw;
      m.type = std::string((*match.rule)["type"]);
      m.title = OneLine(match.Get(text_, "title").value_or(match.Of(text_)));
      m.date = DateOf(match, text_);
      size_t end = match.begin;  // of title and date, without what only ends the pattern
      for (const Match::Group& group : match.groups) end = std::max(end, group.end);
      m.name = m.extent = Shift(match.begin, end, base_);
      m.block = index_;
      m.rule = match.rule->id;
      out_.push_back(std::move(m));
    }
  }

  // Type and number without a code; whether it is a document, the list of full citations decides
  // later.
  void AddShort() {
    for (const Match& type : rules_.group("document_types").Leftmost(text_)) {
      if (!IsWholeWord(text_, type)) continue;
      size_t at = type.end;
      if (text_.substr(at).starts_with(" số ")) at += std::string_view(" số").size();
      if (at >= text_.size()) continue;
      if (text_[at] == ' ') ++at;
      size_t end = at;
      while (end < text_.size() && IsDigit(text_[end])) ++end;
      if (end == at || end - at > 5 || Taken(type.begin, end)) continue;
      const bool cut = end == text_.size() ||
                       std::string_view(" ,;.)\n").find(text_[end]) != std::string_view::npos;
      const bool decimal = end + 1 < text_.size() && (text_[end] == '.' || text_[end] == ',') &&
                           IsDigit(text_[end + 1]);
      if (!cut || decimal) continue;
      Mention m;
      m.kind = MentionKind::kShort;
      const std::string_view name = (*type.rule)["name"];
      m.type = name.empty() ? TypeOfAbbreviation(type.Of(text_)) : std::string(name);
      if (!m.type) continue;
      m.symbol = std::string(text_.substr(at, end - at));
      m.own_type = true;
      m.name = m.extent = Shift(type.begin, end, base_);
      m.block = index_;
      m.rule = type.rule->id;
      out_.push_back(std::move(m));
    }
  }

  const std::string own_;  // the block's text; line feeds of a cell are blanks here
  std::string_view text_;
  uint32_t base_;
  size_t index_;
  const RuleSet& rules_;
  std::vector<Mention> out_;
};

}  // namespace

std::vector<Mention> FindMentions(std::string_view text, const std::vector<Block>& blocks,
                                  const RuleSet& rules) {
  std::vector<Mention> out;
  for (size_t i = 0; i < blocks.size(); ++i) {
    auto found = BlockReader(text, blocks[i], i, rules).Read();
    std::move(found.begin(), found.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace congvan::rules
