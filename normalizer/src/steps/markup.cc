#include "markup.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

#include "core/utf8.h"
#include "entities.h"

namespace congvan::normalizer {
namespace {

constexpr std::array<std::string_view, 38> kTags = {
    "b",     "i",     "u",      "em",   "strong", "sup",  "sub",  "span",  "font", "a",
    "small", "big",   "del",    "s",    "ins",    "h1",   "h2",   "h3",    "h4",   "h5",
    "h6",    "img",   "center", "mark", "code",   "html", "body", "table", "tr",   "td",
    "th",    "tbody", "thead",  "p",    "div",    "ul",   "ol",   "li"};
constexpr std::string_view kEscapable = "\\`*_{}[]()#+-.!|<>~\"'$%&=:^,;/@?";

bool IsBlank(char c) { return c == ' ' || c == '\n'; }
bool IsWordByte(char c) {
  return (static_cast<unsigned char>(c) & 0x80) != 0 ||
         std::isalnum(static_cast<unsigned char>(c)) != 0;
}

struct HtmlTag {
  std::string name;
  bool end = false;
  size_t size = 0;
};

std::optional<HtmlTag> ReadTag(std::string_view text, size_t at) {
  HtmlTag tag;
  size_t i = at + 1;
  if (i < text.size() && text[i] == '/') {
    tag.end = true;
    ++i;
  }
  for (; i < text.size() && std::isalnum(static_cast<unsigned char>(text[i])) != 0; ++i)
    tag.name.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(text[i]))));
  if (std::find(kTags.begin(), kTags.end(), tag.name) == kTags.end()) return std::nullopt;
  const size_t close = text.find('>', i);
  if (close == text.npos || close - at > 300 || text.find('\n', i) < close) return std::nullopt;
  if (close != i && text[i] != ' ' && text[i] != '/') return std::nullopt;
  tag.size = close + 1 - at;
  return tag;
}

enum class Star { kLiteral, kDrop, kBold, kItalic, kBoth, kBullet };

struct StarRun {
  size_t begin = 0, size = 0;
  Star meaning = Star::kLiteral;
};

// Reads the markup of one scope: lines that belong together, across which emphasis may go on.
class ScopeReader {
 public:
  ScopeReader(std::string_view text, size_t begin, size_t end, LineInfo* lines)
      : text_(text.substr(0, end)), begin_(begin), end_(end), lines_(lines) {}

  void Read(std::vector<Edit>& edits) {
    edits_ = &edits;
    FindStars();
    DecideStars();
    size_t line = 0, begin = begin_;
    for (;;) {
      const size_t end = std::min(text_.find('\n', begin), end_);
      ReadLine(lines_[line], begin, end);
      if (end >= end_) break;
      begin = end + 1;
      ++line;
    }
  }

 private:
  void FindStars() {
    for (size_t i = begin_; i < end_; ++i) {
      if (text_[i] == '\\') {
        ++i;
      } else if (text_[i] == '*') {
        StarRun run{i, 1, Star::kLiteral};
        while (i + 1 < end_ && text_[i + 1] == '*') {
          ++i;
          ++run.size;
        }
        stars_.push_back(run);
      }
    }
  }

  [[nodiscard]] std::string_view LineAround(size_t at) const {
    size_t begin = text_.rfind('\n', at);
    begin = begin == text_.npos || begin < begin_ ? begin_ : begin + 1;
    return text_.substr(begin, std::min(text_.find('\n', at), end_) - begin);
  }

  [[nodiscard]] bool StartsLine(size_t at) const {
    while (at > begin_ && text_[at - 1] == ' ') --at;
    return at == begin_ || text_[at - 1] == '\n';
  }

  [[nodiscard]] size_t CountLater(size_t star, bool odd) const {
    return static_cast<size_t>(std::count_if(
        stars_.begin() + static_cast<ptrdiff_t>(star) + 1, stars_.end(),
        [odd](const StarRun& run) { return run.size == 3 || run.size == (odd ? 1U : 2U); }));
  }

  // "(*)" and "5*3" are no emphasis.
  [[nodiscard]] bool IsLiteralStar(const StarRun& run) const {
    const char before = run.begin > begin_ ? text_[run.begin - 1] : ' ';
    const char after = run.begin + 1 < end_ ? text_[run.begin + 1] : ' ';
    return (before == '(' && after == ')') || (IsWordByte(before) && IsWordByte(after));
  }

  void DecideStars() {
    bool bold = false, italic = false;
    for (size_t k = 0; k < stars_.size(); ++k) {
      StarRun& run = stars_[k];
      const std::string_view line = Trim(LineAround(run.begin));
      const bool alone = line.size() == run.size;
      if (run.size == 1) {
        run.meaning = DecideSingle(k, alone, line, italic);
        if (run.meaning == Star::kItalic) italic = !italic;
      } else if (run.size == 2) {
        const bool opens = !bold && CountLater(k, false) > 0;
        run.meaning = bold || opens ? Star::kBold : Star::kDrop;
        if (run.meaning == Star::kBold) bold = !bold;
      } else if (run.size == 3) {
        const bool opens_nothing = !bold && !italic && alone;
        run.meaning = opens_nothing ? Star::kDrop : Star::kBoth;
        if (!opens_nothing) {
          bold = !bold;
          italic = !italic;
        }
      } else {
        run.meaning = Star::kDrop;  // "****": one emphasis ends, the next begins
      }
    }
  }

  [[nodiscard]] Star DecideSingle(size_t k, bool alone, std::string_view line, bool italic) const {
    const StarRun& run = stars_[k];
    if (italic) return Star::kItalic;
    if (IsLiteralStar(run)) return Star::kLiteral;
    const size_t later = CountLater(k, true);
    // The asterisk under a Party body's name stands alone and pairs with nothing.
    if (alone) return later % 2 == 1 ? Star::kItalic : Star::kLiteral;
    const bool blank_after = run.begin + 1 < end_ && text_[run.begin + 1] == ' ';
    if (StartsLine(run.begin) && blank_after && line != "* *") return Star::kBullet;
    return later > 0 ? Star::kItalic : Star::kLiteral;
  }

  void ReadLine(LineInfo& info, size_t begin, size_t end) {
    letters_ = bold_letters_ = italic_letters_ = 0;
    size_t i = ReadHeading(info, begin, end);
    if (Trim(text_.substr(begin, end - begin)).starts_with("```")) {
      Delete(begin, end);
      i = end;
    }
    while (i < end) i = ReadInline(info, i, end);
    const bool marked_bold = letters_ > 0 && bold_letters_ == letters_;
    info.bold |= marked_bold;
    info.italic |= letters_ > 0 && italic_letters_ == letters_;
    info.emphasis_open = end < end_ && (bold_ || italic_);
  }

  size_t ReadHeading(LineInfo& info, size_t begin, size_t end) {
    size_t i = begin;
    while (i < end && text_[i] == ' ') ++i;
    const size_t marks = i;
    while (i < end && text_[i] == '#') ++i;
    if (i == marks || i - marks > 6 || (i < end && text_[i] != ' ')) return begin;
    while (i < end && text_[i] == ' ') ++i;
    info.heading_mark = true;
    Delete(begin, i);
    return i;
  }

  // Reads one character or mark at `i`; returns where the next begins.
  size_t ReadInline(LineInfo& info, size_t i, size_t end) {
    const char c = text_[i];
    if (c == '*') return ReadStars(i);
    if (c == '<') {
      if (const auto tag = ReadTag(text_, i)) return ApplyTag(info, *tag, i);
    }
    if (c == '&') {
      if (auto entity = ReadEntity(text_.substr(0, end), i)) return Replace(i, std::move(*entity));
    }
    if (c == '$' || c == '\\') {
      if (auto formula = ReadFormula(text_.substr(0, end), i))
        return Replace(i, std::move(*formula));
    }
    if (c == '\\') return ReadBackslash(i, end);
    if (c == '_') return ReadUnderscores(i, end);
    if (c == '[' || c == '!') {
      if (const size_t next = ReadLink(i, end); next != i) return next;
    }
    if (c == ']' && i == link_close_) {
      Delete(i, link_end_);
      return link_end_;
    }
    if (c == '~' && text_.substr(i, 2) == "~~") {
      Delete(i, i + 2);
      return i + 2;
    }
    if (c == '`') {
      Delete(i, i + 1);
      return i + 1;
    }
    CountLetter(c);
    return i + 1;
  }

  size_t ReadStars(size_t i) {
    while (stars_[star_].begin < i) ++star_;
    const StarRun& run = stars_[star_++];
    const size_t after = run.begin + run.size;
    switch (run.meaning) {
      case Star::kLiteral:
        return after;
      case Star::kBullet:
        edits_->push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(after), "-"});
        return after;
      case Star::kBold:
        bold_ = !bold_;
        break;
      case Star::kItalic:
        italic_ = !italic_;
        break;
      case Star::kBoth:
        bold_ = !bold_;
        italic_ = !italic_;
        break;
      case Star::kDrop:
        break;
    }
    Delete(run.begin, after);
    return after;
  }

  size_t ApplyTag(LineInfo& info, const HtmlTag& tag, size_t i) {
    if (tag.name == "b" || tag.name == "strong") bold_ = !tag.end;
    if (tag.name == "i" || tag.name == "em") italic_ = !tag.end;
    if (tag.name.size() == 2 && tag.name[0] == 'h' && std::isdigit(tag.name[1]) != 0)
      info.heading_mark = true;
    if (tag.name == "center") info.centered = true;
    if (!tag.end && (tag.name == "p" || tag.name == "div" || tag.name == "li") && letters_ == 0)
      info.line_break = LineBreak::kParagraph;
    Delete(i, i + tag.size);
    return i + tag.size;
  }

  size_t ReadBackslash(size_t i, size_t end) {
    if (i + 1 >= end) {  // Markdown's hard break
      Delete(i, i + 1);
      return i + 1;
    }
    if (text_.substr(i, 2) == "\\_") return ReadUnderscores(i, end);
    if (kEscapable.find(text_[i + 1]) != kEscapable.npos) {
      Delete(i, i + 1);
      CountLetter(text_[i + 1]);
      return i + 2;
    }
    if (auto command = ReadCommand(text_.substr(0, end), i)) return Replace(i, std::move(*command));
    return i + 1;
  }

  // A run of underscores, escaped or not: a blank to fill in, emphasis, or part of a word
  // ("VN_AQI").
  size_t ReadUnderscores(size_t i, size_t end) {
    size_t after = i, count = 0;
    bool escaped = false;
    while (after < end) {
      const bool backslash = text_.substr(after, 2) == "\\_" && after + 1 < end;
      if (!backslash && text_[after] != '_') break;
      escaped |= backslash;
      after += backslash ? 2 : 1;
      ++count;
    }
    const bool inside_word =
        i > begin_ && after < end_ && IsWordByte(text_[i - 1]) && IsWordByte(text_[after]);
    if (count >= 3) {
      edits_->push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(after), " "});
    } else if (escaped) {
      edits_->push_back(
          {static_cast<uint32_t>(i), static_cast<uint32_t>(after), std::string(count, '_')});
    } else if (!inside_word && TogglesUnderscore(after, end, count)) {
      Delete(i, after);
    }
    return after;
  }

  bool TogglesUnderscore(size_t after, size_t end, size_t count) {
    bool& open = count == 2 ? under_bold_ : under_italic_;
    const std::string mark(count, '_');
    const bool blank_after = after >= end || IsBlank(text_[after]);
    if (!open && (blank_after || text_.substr(0, end).find(mark, after) == text_.npos))
      return false;
    open = !open;
    (count == 2 ? bold_ : italic_) = open;
    return true;
  }

  // "[text](url)" keeps its text, "![alt](url)" goes.
  size_t ReadLink(size_t i, size_t end) {
    const bool image = text_[i] == '!';
    if (image && (i + 1 >= end || text_[i + 1] != '[')) return i;
    const std::string_view line = text_.substr(0, end);
    const size_t close = line.find("](", i);
    const size_t stop = close == line.npos ? close : line.find(')', close);
    if (stop == line.npos || line.substr(i + 1, close - i - 1).find_first_of("]\n") != line.npos)
      return i;
    if (image) {
      Delete(i, stop + 1);
      return stop + 1;
    }
    link_close_ = close;
    link_end_ = stop + 1;
    Delete(i, i + 1);
    return i + 1;
  }

  size_t Replace(size_t i, Replaced replaced) {
    const size_t after = i + replaced.size;
    edits_->push_back(
        {static_cast<uint32_t>(i), static_cast<uint32_t>(after), std::move(replaced.text)});
    CountLetter('0');
    return after;
  }

  void Delete(size_t begin, size_t end) {
    if (end > begin)
      edits_->push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end), ""});
  }

  void CountLetter(char c) {
    if (!IsWordByte(c)) return;
    ++letters_;
    if (bold_) ++bold_letters_;
    if (italic_) ++italic_letters_;
  }

  std::string_view text_;
  size_t begin_, end_;
  LineInfo* lines_;
  std::vector<Edit>* edits_ = nullptr;
  std::vector<StarRun> stars_;
  size_t star_ = 0;
  bool bold_ = false, italic_ = false, under_bold_ = false, under_italic_ = false;
  size_t letters_ = 0, bold_letters_ = 0, italic_letters_ = 0;
  size_t link_close_ = std::string_view::npos, link_end_ = 0;
};

bool SameScope(const LineInfo& before, const LineInfo& line) {
  return before.table == line.table && before.cell == line.cell && before.column == line.column &&
         !line.after_blank && !line.after_table && line.line_break != LineBreak::kParagraph &&
         before.page == line.page;
}

}  // namespace

void ReadMarkup(Draft& draft) {
  const std::string& text = draft.text.text();
  std::vector<Edit> edits;
  size_t begin = 0;
  for (size_t line = 0; line < draft.lines.size();) {
    size_t last = line, end = std::min(text.find('\n', begin), text.size());
    while (last + 1 < draft.lines.size() && SameScope(draft.lines[last], draft.lines[last + 1])) {
      end = std::min(text.find('\n', end + 1), text.size());
      ++last;
    }
    ScopeReader(text, begin, end, &draft.lines[line]).Read(edits);
    begin = end + 1;
    line = last + 1;
  }
  draft.text.Apply(edits);
}

void DropFillIns(Draft& draft) {
  const std::string& text = draft.text.text();
  std::vector<Edit> edits;
  for (size_t i = text.find("___"); i != text.npos; i = text.find("___", i)) {
    const size_t end = std::min(text.find_first_not_of('_', i), text.size());
    edits.push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(end), " "});
    i = end;
  }
  draft.text.Apply(edits);
}

}  // namespace congvan::normalizer
