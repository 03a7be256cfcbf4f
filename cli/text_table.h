// cli/text_table.h: columns of text that fit the width at hand; long cells are wrapped at blanks.
//
// Width is counted as a terminal shows it: a combining mark takes no column, every other code point
// one (East Asian wide letters do not occur in these documents).
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace congvan::cli {

size_t DisplayWidth(std::string_view text);

/// Control characters, bidirectional overrides too, become blanks: text of a document must not
/// steer the terminal. Line feeds stay.
std::string Printable(std::string_view text);

/// The text in lines of at most `width` columns, broken at blanks, or inside a word that is wider.
/// Line feeds break too. Control characters become blanks. Never empty.
std::vector<std::string> Wrap(std::string_view text, size_t width);

/// At most `width` columns; what is cut off is shown as "…".
std::string Abbreviate(std::string_view text, size_t width);

class TextTable {
 public:
  void AddColumn(std::string title, bool right_aligned = false);
  /// As many cells as there are columns.
  void AddRow(std::vector<std::string> cells);
  /// Columns separated by two blanks, titles underlined. Keeps to `width` unless that leaves a
  /// column no room at all.
  void Print(std::ostream& out, int width, bool color) const;

 private:
  [[nodiscard]] std::vector<size_t> ShownColumns() const;
  [[nodiscard]] std::vector<size_t> Fit(const std::vector<size_t>& columns, size_t width) const;

  std::vector<std::string> titles_;
  std::vector<bool> right_aligned_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace congvan::cli
