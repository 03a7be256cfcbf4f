#include "symbol_reader.h"

#include <algorithm>
#include <utility>

#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "document_type.h"

namespace congvan::rules {
namespace {

constexpr size_t kTypeWord = 60;   // bytes in which the name of a type fits
constexpr size_t kListNumber = 4;  // digits of a bare number in a list

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

struct Letters {
  size_t upper = 0, lower = 0;
};

Letters CountLetters(std::string_view text) {
  Letters out;
  for (size_t i = 0; i < text.size();) {
    const Decoded d = DecodeAt(text, i);
    out.upper += IsUpper(d.code_point) ? 1 : 0;
    out.lower += IsLower(d.code_point) ? 1 : 0;
    i += d.size;
  }
  return out;
}

class SymbolReader {
 public:
  SymbolReader(std::string_view text, const RuleSet& rules) : text_(text), rules_(rules) {}

  std::vector<SymbolHit> Read() {
    for (const Match& match : rules_.group("symbols").Leftmost(text_)) Take(match);
    return std::move(out_);
  }

 private:
  void Take(const Match& match) {
    const auto symbol = match.Get(text_, "symbol");
    if (!symbol || !MayBegin(match.begin)) return;
    SymbolHit hit{match.begin, match.begin + symbol->size(), {}, match.rule->id};
    hit.end -= GluedWord(*symbol);
    hit.symbol = Canonical(match, text_.substr(hit.begin, hit.end - hit.begin));
    const auto parsed = ParseSymbol(hit.symbol);
    if (!parsed || !IsSymbol(match, *parsed)) return;
    AddNumbersBefore(hit, parsed->number.size());
    out_.push_back(std::move(hit));
  }

  // "57-NQ/TWngày 22/12/2024": bytes of the word that lost its blank.
  [[nodiscard]] size_t GluedWord(std::string_view symbol) const {
    for (const Match& match : rules_.group("citation_parts").FindAll(symbol)) {
      if ((*match.rule)["part"] == "glued" && match.end == symbol.size())
        return match.Get(symbol, "word").value_or("").size();
    }
    return 0;
  }

  [[nodiscard]] std::string Canonical(const Match& match, std::string_view printed) const {
    if ((*match.rule)["form"] == "inverted") {
      return std::string(match.Get(text_, "number").value_or("")) + "-" +
             std::string(match.Get(text_, "code").value_or("")) + "/" +
             std::string(match.Get(text_, "issuer").value_or(""));
    }
    std::string out = CanonicalSymbol(printed);
    if (CountLetters(out).upper == 0) out = WithCapitals(out);
    const auto parsed = ParseSymbol(out);
    // "57/NQ-TW": the central committee numbers its papers in the Party's form only.
    if (parsed && !parsed->party && parsed->year == 0 && parsed->issuer == "TW")
      return parsed->number + "-" + parsed->type_code + "/TW";
    return out;
  }

  [[nodiscard]] std::string WithCapitals(std::string_view symbol) const {
    const auto parsed = ParseSymbol(symbol);
    if (!parsed) return std::string(symbol);
    std::string out = ToUpper(symbol);
    const auto code = PrintedTypeCode(parsed->type_code, rules_);
    const size_t at = code ? out.find(ToUpper(parsed->type_code), parsed->number.size()) : out.npos;
    if (at != out.npos) out.replace(at, ToUpper(parsed->type_code).size(), *code);
    if (out.ends_with("-TTG")) out.back() = 'g';
    return out;
  }

  // What stands right before must not make the number the tail of something else.
  [[nodiscard]] bool MayBegin(size_t at) const {
    if (at == 0) return true;
    const char before = text_[at - 1];
    if (before == ',') return true;  // "229,230-QĐ/TW"
    if (IsDigit(before) || before == '/' || before == '-' || before == '.') return false;
    const char32_t letter = DecodeAt(text_, FloorCodePoint(text_, at - 1)).code_point;
    return !IsLetter(letter) || BehindType(at);  // "số57-NQ/TW", but not "29A123/..."
  }

  // The name of a type or the word "số" ends right before, with or without a blank.
  [[nodiscard]] bool BehindType(size_t at) const {
    std::string_view before = text_.substr(0, at);
    before = before.substr(FloorCodePoint(before, at > kTypeWord ? at - kTypeWord : 0));
    while (before.ends_with(' ') || before.ends_with(':')) before.remove_suffix(1);
    const std::string lower = ToLower(before);
    if (lower.ends_with(" số") || lower.ends_with("(số") || lower == "số") return true;
    for (const Match& match : rules_.group("document_types").FindAll(before)) {
      if (match.end == before.size() && IsWholeWord(before, match)) return true;
    }
    return false;
  }

  [[nodiscard]] bool IsSymbol(const Match& match, const Symbol& symbol) const {
    if ((*match.rule)["typed"] == "true") return BehindType(match.begin);
    const bool small = CountLetters(match.Of(text_)).upper == 0;
    const bool known = !TypeOfCode(symbol.type_code, rules_).empty();
    if (small) return known && BehindType(match.begin);
    if (!IsUpper(DecodeAt(match.Get(text_, "code").value_or(""), 0).code_point)) return false;
    if (known) return true;
    if (symbol.party) return BehindType(match.begin);
    // A công văn: every part of its code has a letter, few of them small.
    const Letters letters = CountLetters(match.Of(text_));
    return letters.upper >= 2 && letters.lower <= letters.upper / 2 &&
           PartsHaveLetters(symbol.issuer);
  }

  static bool PartsHaveLetters(std::string_view code) {
    while (!code.empty()) {
      const size_t dash = std::min(code.find('-'), code.size());
      const Letters letters = CountLetters(code.substr(0, dash));
      if (letters.upper + letters.lower == 0) return false;
      code.remove_prefix(std::min(dash + 1, code.size()));
    }
    return true;
  }

  // "số 57, 59 và 68-NQ/TW": the bare numbers before a symbol share its code.
  void AddNumbersBefore(const SymbolHit& hit, size_t number_size) {
    size_t end = hit.begin;
    std::vector<std::pair<size_t, size_t>> numbers;
    while (end > 0) {
      size_t gap = end;
      for (std::string_view joint : {", ", " và ", ","}) {
        if (gap == end && text_.substr(0, end).ends_with(joint)) gap -= joint.size();
      }
      size_t begin = gap;
      while (begin > 0 && IsDigit(text_[begin - 1])) --begin;
      if (gap == end || begin == gap || gap - begin > kListNumber) break;
      numbers.emplace_back(begin, gap);
      end = begin;
    }
    if (numbers.empty() || !BehindType(end)) return;
    const std::string tail = hit.symbol.substr(number_size);
    for (auto it = numbers.rbegin(); it != numbers.rend(); ++it) {
      const std::string_view number = text_.substr(it->first, it->second - it->first);
      out_.push_back({it->first, it->second, std::string(number) + tail, hit.rule});
    }
  }

  std::string_view text_;
  const RuleSet& rules_;
  std::vector<SymbolHit> out_;
};

}  // namespace

std::vector<SymbolHit> ReadSymbols(std::string_view text, const RuleSet& rules) {
  return SymbolReader(text, rules).Read();
}

}  // namespace congvan::rules
