#include "text_table.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/utf8.h"

namespace congvan::cli {
namespace {

constexpr size_t kGap = 2;
constexpr size_t kLongestWord = 16;  // longer ones may be broken

bool IsCombining(char32_t c) { return (c >= 0x300 && c <= 0x36F) || c == 0x200B || c == 0xFEFF; }
bool IsControl(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E);
}

/// Splits a word wider than `width` into pieces that fit.
void BreakWord(std::string_view word, size_t width, std::vector<std::string>& lines) {
  std::string piece;
  size_t columns = 0;
  for (size_t i = 0; i < word.size();) {
    const Decoded decoded = DecodeAt(word, i);
    const size_t step = IsCombining(decoded.code_point) ? 0 : 1;
    if (columns + step > width && !piece.empty()) {
      lines.push_back(std::move(piece));
      piece.clear();
      columns = 0;
    }
    piece += word.substr(i, decoded.size);
    columns += step;
    i += decoded.size;
  }
  lines.push_back(std::move(piece));
}

void WrapLine(std::string_view line, size_t width, std::vector<std::string>& lines) {
  std::string current;
  size_t columns = 0;
  for (size_t i = 0; i < line.size();) {
    const size_t begin = line.find_first_not_of(' ', i);
    if (begin == std::string_view::npos) break;
    const size_t end = std::min(line.find(' ', begin), line.size());
    const std::string_view word = line.substr(begin, end - begin);
    const size_t word_width = DisplayWidth(word);
    i = end;
    if (!current.empty() && columns + 1 + word_width <= width) {
      current += ' ';
      current += word;
      columns += 1 + word_width;
      continue;
    }
    if (!current.empty()) lines.push_back(std::move(current));
    if (word_width <= width) {
      current = word;
    } else {
      BreakWord(word, width, lines);
      current = std::move(lines.back());
      lines.pop_back();
    }
    columns = DisplayWidth(current);
  }
  lines.push_back(std::move(current));
}

size_t LongestWord(std::string_view text) {
  size_t longest = 0;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    longest = std::max(longest, DisplayWidth(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return longest;
}

void PrintPadded(std::ostream& out, std::string_view text, size_t width, bool right, bool last) {
  const size_t taken = DisplayWidth(text);
  const std::string blanks(taken < width ? width - taken : 0, ' ');
  if (right) {
    out << blanks << text;
  } else {
    out << text << (last ? "" : blanks);
  }
}

}  // namespace

size_t DisplayWidth(std::string_view text) {
  size_t width = 0;
  for (size_t i = 0; i < text.size();) {
    const Decoded decoded = DecodeAt(text, i);
    if (!IsCombining(decoded.code_point)) ++width;
    i += decoded.size;
  }
  return width;
}

std::string Printable(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const Decoded decoded = DecodeAt(text, i);
    if (decoded.code_point == '\n') {
      out += '\n';
    } else if (IsControl(decoded.code_point)) {
      out += ' ';
    } else {
      out += text.substr(i, decoded.size);
    }
    i += decoded.size;
  }
  return out;
}

std::vector<std::string> Wrap(std::string_view text, size_t width) {
  const std::string printable = Printable(text);
  std::vector<std::string> lines;
  for (size_t begin = 0; begin <= printable.size();) {
    const size_t end = std::min(printable.find('\n', begin), printable.size());
    WrapLine(std::string_view(printable).substr(begin, end - begin), std::max<size_t>(width, 1),
             lines);
    begin = end + 1;
  }
  return lines;
}

std::string Abbreviate(std::string_view text, size_t width) {
  std::vector<std::string> lines = Wrap(text, width);
  if (lines.size() == 1) return std::move(lines.front());
  return Wrap(text, width - 1).front() + "…";
}

void TextTable::AddColumn(std::string title, bool right_aligned) {
  titles_.push_back(std::move(title));
  right_aligned_.push_back(right_aligned);
}

void TextTable::AddRow(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

std::vector<size_t> TextTable::ShownColumns() const {
  std::vector<size_t> columns;
  for (size_t i = 0; i < titles_.size(); ++i) {
    const auto has_text = [i](const auto& row) { return !row[i].empty(); };
    if (std::any_of(rows_.begin(), rows_.end(), has_text)) columns.push_back(i);
  }
  return columns;
}

std::vector<size_t> TextTable::Fit(const std::vector<size_t>& columns, size_t width) const {
  struct Room {
    size_t width = 0;  ///< of the longest line
    size_t least = 0;  ///< of the longest word
    size_t text = 0;   ///< all that stands in the column
  };
  std::vector<Room> rooms;
  size_t total = kGap * (columns.empty() ? 0 : columns.size() - 1);
  for (const size_t i : columns) {
    Room room{DisplayWidth(titles_[i]), LongestWord(titles_[i]), 0};
    for (const auto& row : rows_) {
      room.least = std::max(room.least, LongestWord(row[i]));
      for (const std::string& line : Wrap(row[i], std::string::npos)) {
        room.width = std::max(room.width, DisplayWidth(line));
        room.text += DisplayWidth(line);
      }
    }
    room.least = std::min({room.least, room.width, kLongestWord});
    total += room.width;
    rooms.push_back(room);
  }
  // A column of n characters takes about n / width lines. The one whose lines grow least gives way,
  // one step at a time, so that the column with most text stays the widest.
  const auto cost = [](const Room& room) {
    if (room.width <= std::max<size_t>(room.least, 1))
      return std::numeric_limits<double>::infinity();
    return static_cast<double>(room.text) / static_cast<double>(room.width * (room.width - 1));
  };
  while (total > width) {
    const auto next =
        std::min_element(rooms.begin(), rooms.end(),
                         [&](const Room& a, const Room& b) { return cost(a) < cost(b); });
    if (next == rooms.end() || std::isinf(cost(*next))) break;
    --next->width;
    --total;
  }
  std::vector<size_t> widths;
  for (const Room& room : rooms) widths.push_back(room.width);
  return widths;
}

void TextTable::Print(std::ostream& out, int width, bool color) const {
  const std::vector<size_t> columns = ShownColumns();
  const std::vector<size_t> widths = Fit(columns, static_cast<size_t>(std::max(width, 1)));
  const auto print_row = [&](const std::vector<std::string>& cells, const char* before,
                             const char* after) {
    std::vector<std::vector<std::string>> wrapped;
    size_t height = 1;
    for (size_t i = 0; i < columns.size(); ++i) {
      wrapped.push_back(Wrap(cells[columns[i]], widths[i]));
      height = std::max(height, wrapped.back().size());
    }
    for (size_t line = 0; line < height; ++line) {
      size_t last =
          columns.size();  // nothing is padded after the last cell that has text on this line
      while (last > 0 && (line >= wrapped[last - 1].size() || wrapped[last - 1][line].empty()))
        --last;
      out << before;
      for (size_t i = 0; i < last; ++i) {
        if (i > 0) out << std::string(kGap, ' ');
        const std::string_view text =
            line < wrapped[i].size() ? std::string_view(wrapped[i][line]) : "";
        PrintPadded(out, text, widths[i], right_aligned_[columns[i]], i + 1 == last);
      }
      out << after << '\n';
    }
  };
  print_row(titles_, color ? "\033[1m" : "", color ? "\033[0m" : "");
  for (size_t i = 0; i < widths.size(); ++i) {
    out << (i == 0 ? "" : std::string(kGap, ' '));
    for (size_t n = 0; n < widths[i]; ++n) out << "─";
  }
  out << '\n';
  for (const auto& row : rows_) print_row(row, "", "");
}

}  // namespace congvan::cli
