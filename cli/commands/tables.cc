#include <algorithm>

#include "commands/commands.h"
#include "extractor/extractor.h"
#include "library_messages.h"
#include "messages.h"
#include "normalizer/normalize.h"
#include "store/record_json.h"
#include "text_table.h"

namespace congvan::cli {
namespace {

/// A cell that spans several columns or rows shows its text once, at its top left place.
void PrintGrid(const NormalizedText& text, const Table& table, const Console& console) {
  std::vector<std::vector<std::string>> rows(
      static_cast<size_t>(table.rows),
      std::vector<std::string>(static_cast<size_t>(table.columns)));
  for (const Cell& cell : table.cells) {
    const auto row = static_cast<size_t>(cell.row);
    const auto column = static_cast<size_t>(cell.column);
    if (row < rows.size() && column < rows[row].size()) rows[row][column] = cell.span.Of(text.text);
  }
  TextTable shown;
  for (int column = 0; column < table.columns; ++column) shown.AddColumn(std::to_string(column));
  for (std::vector<std::string>& row : rows) shown.AddRow(std::move(row));
  shown.Print(console.out, console.width, console.color_out);
}

void PrintGrids(const NormalizedText& text, const Console& console) {
  int number = 0;
  for (const Table& table : text.tables) {
    const auto figure = [](int n) { return std::to_string(n); };
    console.out << (number > 0 ? "\n" : "")
                << Say("table {0}, page {1}: {2} rows, {3} columns",
                       {figure(++number), figure(table.page), figure(table.rows),
                        figure(table.columns)})
                << (table.continues ? std::string(" (") + Tr("goes on from the page before") + ")"
                                    : "")
                << '\n';
    PrintGrid(text, table, console);
  }
  if (number == 0) console.Note(Tr("no tables found"));
}

}  // namespace

int Run(const TablesFlags& flags, const Console& console) {
  const extractor::Extractor extractor{extractor::ExtractorOptions{}};
  const Result<RawDocument> raw = extractor.Extract(flags.path);
  if (!raw) {
    console.Report(WithHint(raw.error()));
    return kSomeFailed;
  }
  const NormalizedText text = normalizer::Normalize(*raw);
  if (flags.json) {
    console.out << store::TablesToJson(*raw, text) << '\n';
  } else {
    PrintGrids(text, console);
  }
  return kAllFine;
}

}  // namespace congvan::cli
