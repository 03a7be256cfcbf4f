#include "draft.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "core/utf8.h"
#include "icu_text.h"

namespace congvan::normalizer {
namespace {

// Tags that end a line of text.
constexpr std::array<std::string_view, 12> kBreakTags = {"br",  "p",  "/p",  "div", "/div", "li",
                                                         "/li", "ul", "/ul", "ol",  "/ol",  "hr"};

// Length of the line-ending tag at `at`, 0 when there is none.
size_t BreakTagSize(std::string_view text, size_t at) {
  const size_t close = text.find('>', at);
  if (close == text.npos || close - at > 100) return 0;
  std::string name;
  for (size_t i = at + 1; i < close && (std::isalpha(static_cast<unsigned char>(text[i])) != 0 ||
                                        (i == at + 1 && text[i] == '/'));
       ++i)
    name.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(text[i]))));
  const size_t next = at + 1 + name.size();
  const bool ends = next == close || text[next] == ' ' || text[next] == '/';
  const bool known = std::find(kBreakTags.begin(), kBreakTags.end(), name) != kBreakTags.end();
  return ends && known ? close + 1 - at : 0;
}

// True when all pages show Markdown: only there do two blanks at a line's end mean anything.
bool LooksLikeMarkdown(const RawDocument& raw) {
  for (const RawPage& page : raw.pages) {
    for (const RawLine& line : page.lines) {
      const std::string_view text = Trim(line.span.Of(page.text));
      if (text.starts_with("# ") || text.starts_with("## ") || text.starts_with("**")) return true;
    }
  }
  return false;
}

bool HoldsBlankLine(std::string_view gap) {
  bool blank = false;  // since a line feed
  for (const char c : gap) {
    if (c == '\n' && blank) return true;
    blank = c == '\n' || (blank && c == ' ');
  }
  return false;
}

class Gatherer {
 public:
  explicit Gatherer(const RawDocument& raw) : raw_(raw) {
    draft_.pages = static_cast<int>(raw.pages.size());
    draft_.markdown = raw.text_from == "text" && LooksLikeMarkdown(raw);
  }

  Draft Run() && {
    for (const RawPage& page : raw_.pages) GatherPage(page);
    return std::move(draft_);
  }

 private:
  void GatherPage(const RawPage& page) {
    size_t table = 0;
    for (const RawLine& line : page.lines) {
      while (table < page.tables.size() && page.tables[table].span.begin <= line.span.begin)
        GatherTable(page, page.tables[table++]);
      if (line.role == LineRole::kFurniture) {
        KeepFurniture(page, line);
      } else {
        GatherLine(page, line);
      }
    }
    while (table < page.tables.size()) GatherTable(page, page.tables[table++]);
  }

  void KeepFurniture(const RawPage& page, const RawLine& line) {
    MappedText text;
    text.AppendRaw(page, line.span);
    text.Apply(ComposeEdits(text.text()));
    draft_.furniture.push_back(OneLine(text.text()));
  }

  void GatherLine(const RawPage& page, const RawLine& line) {
    LineInfo info;
    info.page = page.number;
    info.column = line.column;
    info.line_break = line.line_break;
    info.bold = line.bold;
    info.italic = line.italic;
    info.centered = line.centered;
    info.after_blank = IsAfterBlank(page, line);
    info.after_table = after_table_;
    info.hard_break = markdown_break_ && !info.after_blank;
    after_table_ = false;
    AddLines(page, line.span, info);
    markdown_break_ = draft_.markdown && line.span.Of(page.text).ends_with("  ");
    last_line_ = &line;
    last_page_ = page.number;
  }

  [[nodiscard]] bool IsAfterBlank(const RawPage& page, const RawLine& line) const {
    if (last_line_ == nullptr || last_page_ != page.number || after_table_) return false;
    const RawSpan before = last_line_->span;
    if (line.span.begin <= before.end) return false;
    const std::string_view gap =
        std::string_view(page.text).substr(before.end, line.span.begin - before.end);
    if (HoldsBlankLine(gap)) return true;
    if (!line.box || !last_line_->box || line.column != last_line_->column) return false;
    const float height = line.box->y1 - line.box->y0;
    return line.box->y0 - last_line_->box->y1 > height;
  }

  void GatherTable(const RawPage& page, const RawTable& table) {
    const int index = static_cast<int>(draft_.tables.size());
    draft_.tables.push_back({page.number, &table});
    for (size_t c = 0; c < table.cells.size(); ++c) {
      LineInfo info;
      info.page = page.number;
      info.table = index;
      info.cell = static_cast<int>(c);
      AddLines(page, table.cells[c].span, info);
    }
    after_table_ = true;
    markdown_break_ = false;
  }

  // One line of the draft for each line of `span`, line-ending tags left out.
  void AddLines(const RawPage& page, RawSpan span, LineInfo info) {
    uint32_t begin = span.begin;
    for (uint32_t i = span.begin; i < span.end; ++i) {
      if (page.text[i] == '\n') {
        AddLine(page, {begin, i}, info);
        info.hard_break = false;
        begin = i + 1;
      } else if (page.text[i] == '<') {
        const auto tag =
            static_cast<uint32_t>(BreakTagSize(std::string_view(page.text).substr(0, span.end), i));
        if (tag == 0) continue;
        AddLine(page, {begin, i}, info);
        info.hard_break = true;
        begin = i + tag;
        i = begin - 1;
      } else {
        continue;
      }
      info.after_blank = false;
      info.after_table = false;
      info.line_break = LineBreak::kUnknown;
    }
    AddLine(page, {begin, span.end}, info);
  }

  void AddLine(const RawPage& page, RawSpan span, const LineInfo& info) {
    if (!draft_.lines.empty()) AddLineFeed(page, span.begin);
    draft_.text.AppendRaw(page, span);
    draft_.lines.push_back(info);
    end_page_ = page.number;
    end_ = span.end;
  }

  // The line feed stands for the blanks between the lines, or for nothing when more lies between.
  void AddLineFeed(const RawPage& page, uint32_t next) {
    if (end_page_ == page.number && next > end_) {
      const std::string_view gap = std::string_view(page.text).substr(end_, next - end_);
      if (gap == "\n") return draft_.text.AppendRaw(page, {end_, next});
      if (Trim(gap).empty()) return draft_.text.AppendReplaced("\n", end_page_, {end_, next});
    }
    draft_.text.AppendReplaced("\n", end_page_, {end_, end_});
  }

  const RawDocument& raw_;
  Draft draft_;
  const RawLine* last_line_ = nullptr;
  int last_page_ = 0;
  bool after_table_ = false, markdown_break_ = false;
  int end_page_ = 0;
  uint32_t end_ = 0;
};

}  // namespace

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> out;
  size_t begin = 0;
  for (size_t feed = text.find('\n'); feed != text.npos; feed = text.find('\n', begin)) {
    out.push_back(text.substr(begin, feed - begin));
    begin = feed + 1;
  }
  out.push_back(text.substr(begin));
  return out;
}

Draft Gather(const RawDocument& raw) { return Gatherer(raw).Run(); }

}  // namespace congvan::normalizer
