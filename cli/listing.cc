#include "listing.h"

#include <algorithm>

#include "core/date.h"
#include "core/result.h"
#include "json_writer.h"
#include "messages.h"
#include "text_table.h"

namespace congvan::cli {
namespace {

std::string Join(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "; ") + value;
  return out;
}

struct JsonValue {
  JsonWriter& json;
  void operator()(std::monostate) const { json.Null(); }
  void operator()(bool value) const { json.Boolean(value); }
  void operator()(int64_t value) const { json.Integer(value); }
  void operator()(double value) const { json.Number(value); }
  void operator()(const std::string& value) const { json.String(value); }
  void operator()(const std::vector<std::string>& value) const { json.Strings(value); }
};

struct PlainValue {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return ShortestNumber(value); }
  std::string operator()(const std::string& value) const { return value; }
  std::string operator()(const std::vector<std::string>& value) const { return Join(value); }
};

/// The cells come from documents that strangers wrote: "=HYPERLINK(...)" must not run in a
/// spreadsheet.
bool LooksLikeFormula(const Value& value, std::string_view text) {
  return !std::holds_alternative<double>(value) && !std::holds_alternative<int64_t>(value) &&
         !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string CsvCell(const Value& value) {
  std::string text = std::visit(PlainValue{}, value);
  if (LooksLikeFormula(value, text)) text.insert(0, "'");
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

void PrintTable(const Listing& listing, const Console& console) {
  TextTable table;
  std::vector<size_t> shown;
  for (size_t i = 0; i < listing.columns.size(); ++i) {
    const ListColumn& column = listing.columns[i];
    if (column.title.empty()) continue;
    shown.push_back(i);
    table.AddColumn(column.title, column.kind == ColumnKind::kNumber);
  }
  for (const std::vector<Value>& row : listing.rows) {
    std::vector<std::string> cells;
    cells.reserve(shown.size());
    for (const size_t i : shown) {
      const std::string text = DisplayText(row[i]);
      const bool date = listing.columns[i].kind == ColumnKind::kDate;
      cells.push_back(date ? DisplayDate(text) : text);
    }
    table.AddRow(std::move(cells));
  }
  table.Print(console.out, console.width, console.color_out);
}

}  // namespace

std::string DisplayText(const Value& value) {
  std::string text = std::visit(PlainValue{}, value);
  if (std::holds_alternative<bool>(value))
    return Tr(std::get<bool>(value) ? Msg("yes") : Msg("no"));
  if (std::holds_alternative<double>(value) && CurrentLanguage() == Language::kVietnamese) {
    std::replace(text.begin(), text.end(), '.', ',');
  }
  return text;
}

std::string DisplayDate(const std::string& iso) {
  if (CurrentLanguage() != Language::kVietnamese) return iso;
  const std::optional<PartialDate> date = ParseIsoDate(iso);
  if (!date || date->month == 0) return iso;
  const std::string month = iso.substr(5, 2) + "/" + iso.substr(0, 4);
  return date->day == 0 ? month : iso.substr(8, 2) + "/" + month;
}

void PrintJson(const Listing& listing, std::ostream& out) {
  JsonWriter json(out);
  json.BeginArray();
  for (const std::vector<Value>& row : listing.rows) {
    json.BeginObject();
    for (size_t i = 0; i < row.size(); ++i) {
      if (listing.columns[i].key.empty()) continue;
      json.Key(listing.columns[i].key);
      std::visit(JsonValue{json}, row[i]);
    }
    json.End();
  }
  json.End();
}

void PrintCsv(const Listing& listing, bool bom, std::ostream& out) {
  const auto print_line = [&](const auto& cell) {
    bool first = true;
    for (size_t i = 0; i < listing.columns.size(); ++i) {
      if (listing.columns[i].key.empty()) continue;
      out << (first ? "" : ",") << cell(i);
      first = false;
    }
    out << "\r\n";
  };
  if (bom) out << "\xEF\xBB\xBF";
  print_line([&](size_t i) { return listing.columns[i].key; });
  for (const std::vector<Value>& row : listing.rows)
    print_line([&](size_t i) { return CsvCell(row[i]); });
}

void Print(const Listing& listing, const ListOutput& output, const Console& console) {
  for (const auto& row : listing.rows) {
    CV_CHECK(row.size() == listing.columns.size(), "a row and its columns differ");
  }
  switch (output.format) {
    case ListFormat::kJson:
      return PrintJson(listing, console.out);
    case ListFormat::kCsv:
      return PrintCsv(listing, output.bom, console.out);
    case ListFormat::kTable:
      if (listing.rows.empty()) return console.Note(Tr("nothing found"));
      return PrintTable(listing, console);
  }
}

}  // namespace congvan::cli
