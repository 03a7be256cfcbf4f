// Tables written as HTML inside text: <table>, <tr>, <td>, <th> with colspan and rowspan; missing
// end tags are fine.
#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include "core/utf8.h"
#include "text_grids.h"

namespace congvan::extractor {
namespace {

constexpr int kMaxSpan = 1000;  // as browsers limit it

struct Tag {
  std::string name;  // lower case, "/td" for an end tag
  std::string_view attributes;
  size_t begin = 0, end = 0;
};

std::optional<Tag> NextTag(std::string_view text, size_t from) {
  for (size_t i = text.find('<', from); i != text.npos; i = text.find('<', i + 1)) {
    size_t k = i + 1;
    Tag tag;
    if (k < text.size() && text[k] == '/') tag.name.push_back(text[k++]);
    while (k < text.size() && std::isalnum(static_cast<unsigned char>(text[k])) != 0)
      tag.name.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(text[k++]))));
    const size_t close = text.find('>', k);
    if (tag.name.empty() || tag.name == "/" || close == text.npos) continue;
    tag.attributes = text.substr(k, close - k);
    tag.begin = i;
    tag.end = close + 1;
    return tag;
  }
  return std::nullopt;
}

int SpanAttribute(std::string_view attributes, std::string_view name) {
  std::string lower(attributes);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  size_t i = lower.find(name);
  if (i == lower.npos) return 1;
  i = lower.find_first_not_of(" =\"'", i + name.size());
  int value = 0;
  while (i < lower.size() && std::isdigit(static_cast<unsigned char>(lower[i])) != 0 &&
         value <= kMaxSpan)
    value = value * 10 + (lower[i++] - '0');
  return std::clamp(value, 1, kMaxSpan);
}

// Places cells on the grid as a browser does: each takes the next column that no cell above reaches
// into.
class GridBuilder {
 public:
  GridBuilder(std::string_view text, RawTable& table) : text_(text), table_(table) {}

  void BeginRow(size_t at) {
    EndCell(at);
    ++row_;
    column_ = 0;
  }
  void BeginCell(const Tag& tag) {
    EndCell(tag.begin);
    if (row_ < 0) row_ = 0;
    while (taken_.count({row_, column_}) != 0) ++column_;
    cell_ = RawCell{row_,
                    column_,
                    SpanAttribute(tag.attributes, "rowspan"),
                    SpanAttribute(tag.attributes, "colspan"),
                    {},
                    std::nullopt};
    cell_begin_ = tag.end;
    open_ = true;
  }
  void EndCell(size_t at) {
    if (!open_) return;
    open_ = false;
    cell_.span = TrimSpan(text_, cell_begin_, at);
    for (int r = 0; r < cell_.row_span; ++r) {
      for (int c = 0; c < cell_.column_span; ++c) taken_.insert({row_ + r, column_ + c});
    }
    column_ += cell_.column_span;
    table_.cells.push_back(cell_);
  }
  // A rowspan may promise more rows than there are.
  void Finish() {
    for (RawCell& cell : table_.cells) cell.row_span = std::min(cell.row_span, row_ + 1 - cell.row);
    CompleteGrid(table_);
  }

 private:
  std::string_view text_;
  RawTable& table_;
  std::set<std::pair<int, int>> taken_;
  RawCell cell_;
  size_t cell_begin_ = 0;
  int row_ = -1, column_ = 0;
  bool open_ = false;
};

}  // namespace

std::optional<Region> FindHtmlTable(const SourceLines& source, size_t at) {
  const std::string_view text = source.text;
  const auto first = NextTag(text, source.lines[at].begin);
  if (!first || first->name != "table" ||
      !Trim(text.substr(source.lines[at].begin, first->begin - source.lines[at].begin)).empty())
    return std::nullopt;
  Region region;
  region.table.emplace();
  GridBuilder grid(text, *region.table);
  int depth = 1;  // a table inside a cell is that cell's text
  size_t end = first->end;
  while (depth > 0) {
    const auto tag = NextTag(text, end);
    if (!tag) break;
    end = tag->end;
    if (tag->name == "table") ++depth;
    if (tag->name == "/table" && --depth == 0) grid.EndCell(tag->begin);
    if (depth != 1) continue;
    if (tag->name == "tr") grid.BeginRow(tag->begin);
    if (tag->name == "td" || tag->name == "th") grid.BeginCell(*tag);
    if (tag->name == "/td" || tag->name == "/th" || tag->name == "/tr") grid.EndCell(tag->begin);
  }
  if (depth > 0) {
    end = text.size();
    grid.EndCell(end);
  }
  if (region.table->cells.empty()) return std::nullopt;
  region.table->span = {static_cast<uint32_t>(first->begin), static_cast<uint32_t>(end)};
  grid.Finish();
  region.end_line = at + 1;
  while (region.end_line < source.lines.size() && source.lines[region.end_line].begin < end)
    ++region.end_line;
  UnfoldLayoutTable(text, region);
  return region;
}

}  // namespace congvan::extractor
