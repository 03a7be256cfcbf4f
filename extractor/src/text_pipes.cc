// Markdown tables and tables of tab-separated values.
#include <algorithm>
#include <vector>

#include "core/utf8.h"
#include "text_grids.h"

namespace congvan::extractor {
namespace {

// Places of the pipes that separate cells: not escaped ones.
std::vector<size_t> Pipes(std::string_view line) {
  std::vector<size_t> out;
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '|') {
      out.push_back(i);
    }
  }
  return out;
}

// "|---|:--:|", with or without the outer pipes.
bool IsRuleRow(std::string_view line) {
  if (line.find('|') == line.npos || line.find('-') == line.npos) return false;
  return std::all_of(line.begin(), line.end(), [](char c) {
    return c == '|' || c == '-' || c == ':' || c == ' ' || c == '\t';
  });
}

// Cell ranges of one row of Markdown. The text outside the outer pipes counts only where outer
// pipes are missing.
std::vector<RawSpan> PipeCells(std::string_view text, SourceLine line) {
  const std::vector<size_t> pipes = Pipes(line.Of(text));
  std::vector<RawSpan> cells;
  size_t begin = line.begin;
  for (const size_t pipe : pipes) {
    const RawSpan cell = TrimSpan(text, begin, line.begin + pipe);
    if (begin != line.begin || !cell.empty()) cells.push_back(cell);
    begin = line.begin + pipe + 1;
  }
  const RawSpan last = TrimSpan(text, begin, line.end);
  if (!last.empty()) cells.push_back(last);
  return cells;
}

bool IsPipeRow(std::string_view line) {
  const std::string_view inner = Trim(line);
  return inner.size() > 1 && inner.front() == '|' && Pipes(inner).size() >= 2;
}

void AddRow(const std::vector<RawSpan>& spans, RawTable& table) {
  const int row = table.cells.empty() ? 0 : table.cells.back().row + 1;
  int column = 0;
  for (const RawSpan span : spans) table.cells.push_back({row, column++, 1, 1, span, std::nullopt});
}

size_t CountTabs(std::string_view line) {
  return static_cast<size_t>(std::count(line.begin(), line.end(), '\t'));
}

std::vector<RawSpan> TabCells(std::string_view text, SourceLine line) {
  std::vector<RawSpan> cells;
  size_t begin = line.begin;
  for (size_t i = line.begin; i <= line.end; ++i) {
    if (i != line.end && text[i] != '\t') continue;
    cells.push_back(TrimSpan(text, begin, i));
    begin = i + 1;
  }
  return cells;
}

RawTable TableOfLines(const SourceLines& source, size_t first, size_t end) {
  RawTable table;
  table.span = {static_cast<uint32_t>(source.lines[first].begin),
                static_cast<uint32_t>(source.lines[end - 1].end)};
  return table;
}

}  // namespace

std::optional<Region> FindPipeTable(const SourceLines& source, size_t at) {
  const size_t size = source.lines.size();
  const bool ruled =
      at + 1 < size && IsRuleRow(source.Line(at + 1)) && !Pipes(source.Line(at)).empty();
  if (!ruled && !IsPipeRow(source.Line(at))) return std::nullopt;
  const auto is_row = [&](size_t i) {
    return IsPipeRow(source.Line(i)) || IsRuleRow(source.Line(i)) ||
           (ruled && !Pipes(source.Line(i)).empty());
  };
  size_t end = at;
  while (end < size && !source.IsBlank(end) && is_row(end)) ++end;
  Region region;
  region.end_line = end;
  region.table = TableOfLines(source, at, end);
  for (size_t i = at; i < end; ++i) {
    if (!IsRuleRow(source.Line(i))) AddRow(PipeCells(source.text, source.lines[i]), *region.table);
  }
  if (region.table->cells.empty()) return std::nullopt;
  CompleteGrid(*region.table);
  UnfoldLayoutTable(source.text, region);
  return region;
}

std::optional<Region> FindTabTable(const SourceLines& source, size_t at, int columns_before) {
  const size_t tabs = CountTabs(source.Line(at));
  if (tabs < 2) return std::nullopt;
  size_t end = at;
  while (end < source.lines.size() && !source.IsBlank(end) && CountTabs(source.Line(end)) == tabs)
    ++end;
  const bool goes_on = columns_before == static_cast<int>(tabs) + 1;
  if (end - at < 2 && !goes_on) return std::nullopt;
  Region region;
  region.end_line = end;
  region.table = TableOfLines(source, at, end);
  bool has_row = goes_on;
  for (size_t i = at; i < end; ++i) {
    const std::vector<RawSpan> cells = TabCells(source.text, source.lines[i]);
    has_row |=
        std::count_if(cells.begin(), cells.end(), [](RawSpan cell) { return !cell.empty(); }) >= 2;
    AddRow(cells, *region.table);
  }
  if (!has_row) return std::nullopt;
  CompleteGrid(*region.table);
  return region;
}

}  // namespace congvan::extractor
