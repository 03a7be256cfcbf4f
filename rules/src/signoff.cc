#include "signoff.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "element.h"
#include "signature.h"

namespace congvan::rules {
namespace {

constexpr size_t kLongestItem = 400;      // bytes of a recipient
constexpr size_t kLongestCapitals = 160;  // bytes of a line of a signature
constexpr size_t kNameReach = 4;  // paragraphs behind a position in which the name must come

bool IsBullet(std::string_view text) {
  constexpr std::array kMarks = std::to_array<std::string_view>({"-", "+", "*", "–", "—", "•"});
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [text](std::string_view mark) { return text.starts_with(mark); });
}

std::string_view WithoutBullet(std::string_view text) {
  for (bool moved = true; moved;) {
    moved = false;
    text = Trim(text);
    for (std::string_view mark : {"-", "+", "*", ":", "–", "—", "•"}) {
      if (!text.starts_with(mark)) continue;
      text.remove_prefix(mark.size());
      moved = true;
    }
  }
  return text;
}

std::string Item(std::string_view text) {
  std::string out = OneLine(WithoutBullet(text));
  while (!out.empty() && (out.back() == ';' || out.back() == ',' || out.back() == '.' ||
                          out.back() == '/' || out.back() == ' ')) {
    if (out.ends_with("...")) break;
    out.pop_back();
  }
  return out;
}

bool EndsItem(std::string_view text) {
  return text.ends_with(';') || text.ends_with('.') || text.ends_with(',');
}

class FootReader {
 public:
  FootReader(const NormalizedText& text, const RuleSet& rules) : text_(text), rules_(rules) {}

  SignOff Read(size_t from) {
    const size_t begin = FindBegin(from);
    out_.begin = out_.end = begin;
    if (begin == Count()) return {};
    size_t i = begin;
    for (; i < Count(); ++i) {
      const std::string_view line = Text(i);
      if (IsElement(line, "annex", rules_) || TableBetween(begin, i)) break;
      span_ = text_.paragraphs[i].span;
      if (!Take(line, text_.paragraphs[i].column)) break;
    }
    out_.end = i;
    return std::move(out_);
  }

 private:
  [[nodiscard]] size_t Count() const { return text_.paragraphs.size(); }
  [[nodiscard]] std::string_view Text(size_t i) const {
    return Trim(text_.paragraphs[i].span.Of(text_.text));
  }

  [[nodiscard]] size_t FindBegin(size_t from) const {
    for (size_t i = from; i < Count(); ++i) {
      const std::string_view line = Text(i);
      if (IsElement(line, "recipients", rules_)) return i;
      if (BeginsAuthority(line, rules_) && line.size() <= kLongestCapitals) return i;
      if (IsAllUpper(line) && BeginsPosition(line, rules_) && NameFollows(i)) return i;
    }
    return Count();
  }

  // The issuer of a decision stands above its preamble in the same words as the signer below.
  [[nodiscard]] bool NameFollows(size_t i) const {
    const size_t end = std::min(Count(), i + 1 + kNameReach);
    for (size_t j = i + 1; j < end; ++j) {
      const std::string_view line = Text(j);
      if (IsElement(line, "person", rules_) || IsElement(line, "person_in_capitals", rules_) ||
          IsElement(line, "signed", rules_) || IsElement(line, "recipients", rules_) ||
          IsElement(line, "annex", rules_))
        return true;
      if (!IsAllUpper(line) && ToLower(line) != "kiêm") return false;
    }
    return end == Count();
  }

  [[nodiscard]] bool TableBetween(size_t begin, size_t i) const {
    const uint32_t at = text_.paragraphs[i].span.begin, from = text_.paragraphs[begin].span.begin;
    return std::any_of(text_.tables.begin(), text_.tables.end(), [=](const Table& table) {
      return table.span.begin > from && table.span.begin < at;
    });
  }

  // One line of the foot; false when the foot has ended before it.
  bool Take(std::string_view line, Column column) {
    if (const auto mark = ElementMatch(line, "recipients", rules_)) {
      in_list_ = true;
      const std::string_view words = mark->Get(line, "mark").value_or(line);
      std::string_view rest =
          line.substr(static_cast<size_t>(words.data() - line.data()) + words.size());
      while (!rest.empty() && (rest.front() == ':' || rest.front() == '*' || rest.front() == ' '))
        rest.remove_prefix(1);
      return rest.empty() || Take(rest, column);
    }
    if (line.empty() || IsElement(line, "rule_line", rules_)) return true;
    if (const auto mark = ElementMatch(line, "signed", rules_)) {
      const std::string_view rest = Trim(line.substr(mark->end));
      return rest.empty() || !IsElement(rest, "person", rules_) || TakeSignature(rest);
    }
    if (IsBullet(line) || (in_list_ && IsElement(line, "archive", rules_)))
      return in_list_ && TakeRecipients(line);
    if (IsSignature(line, column)) return TakeSignature(line);
    after_signature_ = false;
    if (in_list_ && column != Column::kRight) return TakeRecipients(line);
    return MayGoOn(line);
  }

  // Until the signer is named a short line that says nothing to us may stand between.
  [[nodiscard]] bool MayGoOn(std::string_view line) const {
    return !out_.signer.name && line.size() <= kLongestCapitals;
  }

  [[nodiscard]] bool IsSignature(std::string_view line, Column column) const {
    if (line.size() > kLongestCapitals) return false;
    if (BeginsAuthority(line, rules_)) return true;
    const bool begun = out_.signer.position || out_.signer.authority;
    if (IsElement(line, "person", rules_) || IsNameInCapitals(line))
      return begun && !out_.signer.name;
    const std::string lower = ToLower(line);
    if (lower == "kiêm" || lower.starts_with("kiêm ")) return begun;
    const std::string_view capitals = CapitalsOf(line);
    if (capitals.empty()) return begun && !out_.signer.name && BeginsPosition(line, rules_);
    if (BeginsPosition(capitals, rules_)) return true;
    return begun && !out_.signer.name && (after_signature_ || column == Column::kRight);
  }

  // "PHÓ CHỦ TỊCH Nguyễn Văn Bình" -> "PHÓ CHỦ TỊCH"; "" when the line is no line of capitals. A
  // small "kiêm" may stand among them.
  [[nodiscard]] std::string_view CapitalsOf(std::string_view line) const {
    const std::string_view head = Trim(line.substr(0, NameBegin(line)));
    std::string upper(head);
    if (const size_t joint = upper.find(" kiêm"); joint != std::string::npos)
      upper.erase(joint, std::string_view(" kiêm").size());
    return IsAllUpper(upper) ? head : std::string_view();
  }

  // Only behind the position: "HÀ VĂN BÌNH" and "ĐOÀN GIÁM SÁT" look alike.
  [[nodiscard]] bool IsNameInCapitals(std::string_view line) const {
    return out_.signer.position && IsElement(line, "person_in_capitals", rules_);
  }

  [[nodiscard]] size_t NameBegin(std::string_view line) const {
    for (size_t i = 0; i < line.size(); ++i) {
      if (i > 0 && line[i - 1] != ' ') continue;
      if (IsElement(line.substr(i), "person", rules_)) return i;
    }
    return line.size();
  }

  bool TakeSignature(std::string_view line) {
    after_signature_ = true;
    if (out_.signer.name) return true;  // a second signer beside the first
    if (IsNameInCapitals(line)) return TakeName(line, "person_in_capitals");
    const size_t name = NameBegin(line);
    const std::string_view head = Trim(line.substr(0, name));
    if (!head.empty()) AddSignatureLine(OneLine(head), out_.signer, rules_);
    return TakeName(line.substr(name), "person");
  }

  bool TakeName(std::string_view line, std::string_view role) {
    if (const auto person = ElementMatch(line, role, rules_))
      out_.signer.name = OneLine(person->Get(line, "name").value_or(""));
    Widen(out_.signer_places);
    return true;
  }

  // Several may stand in one paragraph: "- A; - B;", or without bullets "A; B; Lưu: VT."
  bool TakeRecipients(std::string_view line) {
    after_signature_ = false;
    if (line.size() > kLongestItem * 4) return false;
    line = TakeGluedSignature(line);
    if (!IsBullet(line) && !ContinuesList(line)) return GoOnWithItem(line) || MayGoOn(line);
    const bool bulleted = IsBullet(line);
    bulleted_ |= bulleted;
    list_ended_ = false;
    while (!line.empty()) {
      const size_t cut = bulleted ? NextBullet(line) : NextItem(line);
      const std::string_view one = line.substr(0, cut);
      if (const std::string item = Item(one); !item.empty()) out_.recipients.push_back(item);
      item_open_ = !EndsItem(Trim(one));
      list_ended_ |= IsElement(WithoutBullet(one), "archive", rules_);
      line = cut == line.npos ? std::string_view() : Trim(line.substr(cut + 1));
    }
    Widen(out_.recipient_places);
    return true;
  }

  // A line without a bullet is an item of its own where no item has one.
  [[nodiscard]] bool ContinuesList(std::string_view line) const {
    if (list_ended_ || line.size() > kLongestItem * 4) return false;
    if (item_open_ && !out_.recipients.empty() && IsLower(DecodeAt(line, 0).code_point))
      return false;
    return !bulleted_ || IsElement(line, "archive", rules_) || (!item_open_ && line.ends_with(';'));
  }

  bool GoOnWithItem(std::string_view line) {
    if (out_.recipients.empty() || list_ended_ || line.size() > kLongestItem) return false;
    if (!item_open_ && !IsLower(DecodeAt(line, 0).code_point) && !line.starts_with("("))
      return false;
    out_.recipients.back() += " " + Item(line);
    item_open_ = !EndsItem(line);
    Widen(out_.recipient_places);
    return true;
  }

  // "Bộ Nội vụ; (để báo cáo)" is one.
  static size_t NextItem(std::string_view line) {
    for (size_t cut = line.find(';'); cut != line.npos; cut = line.find(';', cut + 1)) {
      if (!Trim(line.substr(cut + 1)).starts_with("(")) return cut;
    }
    return line.npos;
  }

  static size_t NextBullet(std::string_view line) {
    for (std::string_view joint : {"; -", ". -", ";-", "; +", "; –", "; •", ", -"}) {
      const size_t cut = line.find(joint);
      if (cut != line.npos) return cut;
    }
    return line.npos;
  }

  // "- Sở Tài chính; KT. CHỦ TỊCH": the other column ran into the line. What is left of it.
  std::string_view TakeGluedSignature(std::string_view line) {
    for (size_t i = line.find(' '); i != line.npos; i = line.find(' ', i + 1)) {
      const std::string_view rest = line.substr(i + 1);
      const bool after_item = line[i - 1] == ';' || line[i - 1] == '.' || line[i - 1] == ',';
      const bool unit = rest.find_first_of("0123456789") != rest.npos;  // "Lưu: VT, TM. Đ08"
      if (!IsAllUpper(rest) || unit) continue;
      const bool signature = BeginsAuthority(rest, rules_) ||
                             (after_item && !out_.signer.name && BeginsPosition(rest, rules_));
      if (!signature) continue;
      TakeSignature(rest);
      return Trim(line.substr(0, i));
    }
    return line;
  }

  void Widen(std::vector<NormSpan>& places) const {
    if (places.empty() || places.back() != span_) places.push_back(span_);
  }

  const NormalizedText& text_;
  const RuleSet& rules_;
  SignOff out_;
  NormSpan span_;                 // of the paragraph being read
  bool in_list_ = false;          // "Nơi nhận" has been seen
  bool bulleted_ = false;         // an item of the list had a bullet
  bool item_open_ = false;        // the last item had no end
  bool list_ended_ = false;       // "Lưu" comes last
  bool after_signature_ = false;  // the line before was the signature's
};

}  // namespace

SignOff ReadSignOff(const NormalizedText& text, size_t from, const RuleSet& rules) {
  return FootReader(text, rules).Read(from);
}

}  // namespace congvan::rules
