// cli/listing.h: a list of rows, and the three ways to print it: a table to read, CSV for a sheet,
// JSON for a program.
//
// Columns are named by a stable key (CSV header, JSON key) and titled in the user's language
// (table).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "console.h"

namespace congvan::cli {

/// monostate is "unknown": an empty cell, null in JSON.
using Value =
    std::variant<std::monostate, bool, int64_t, double, std::string, std::vector<std::string>>;

/// nullopt becomes "unknown".
template <class T>
Value ToValue(const std::optional<T>& value) {
  return value ? Value(*value) : Value();
}

enum class ColumnKind {
  kText,
  kNumber,  ///< aligned to the right
  kDate,    ///< as the language writes dates
};

struct ListColumn {
  std::string key;    ///< empty: only in the table (words in the user's language)
  std::string title;  ///< translated; empty: not in the table, only in CSV and JSON
  ColumnKind kind = ColumnKind::kText;
};

struct Listing {
  std::vector<ListColumn> columns;
  std::vector<std::vector<Value>> rows;  ///< each as long as `columns`
};

enum class ListFormat { kTable, kJson, kCsv };

struct ListOutput {
  ListFormat format = ListFormat::kTable;
  bool bom = false;  ///< CSV begins with a byte order mark, which makes Excel read UTF-8
};

void Print(const Listing& listing, const ListOutput& output, const Console& console);

/// What a reader sees: lists joined with "; ", numbers with a decimal comma where the language has
/// it.
std::string DisplayText(const Value& value);

/// A date as the language writes it: "2025-12-31" is "31/12/2025" in Vietnamese, "2025-12"
/// "12/2025". What is no ISO date stays as it is.
std::string DisplayDate(const std::string& iso);

/// An array of objects.
void PrintJson(const Listing& listing, std::ostream& out);
/// RFC 4180, CRLF, header of keys; cells that a spreadsheet would take for a formula are prefixed
/// with an apostrophe.
void PrintCsv(const Listing& listing, bool bom, std::ostream& out);

}  // namespace congvan::cli
