#include "pdf_rows.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "core/utf8.h"

namespace congvan::extractor {
namespace {

constexpr size_t kRowsLookedBack = 4;

// Shares of the font size.
constexpr float kSameBaseline = 0.12F;
constexpr float kNearBaseline = 0.4F;  // another font, a number filled in by hand
constexpr float kSmall = 0.82F;
constexpr float kRaise = 0.65F;
constexpr float kTouching = 0.35F;
constexpr float kSpace = 0.25F;
constexpr float kGapOfPiece = 0.25F;     // without a blank drawn in it, where the file draws blanks
constexpr float kGapOfNoBlanks = 0.12F;  // where the file draws none
constexpr float kWideSpaces = 2.5F;      // blanks that make a gap wide
constexpr int kMostSpaces = 12;

float Overlap(const Box& a, const Box& b) { return std::min(a.x1, b.x1) - std::max(a.x0, b.x0); }

Box Union(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

bool OverlapsAny(const PdfWord& word, const std::vector<PdfWord>& words) {
  return std::any_of(words.begin(), words.end(), [&](const PdfWord& other) {
    return Overlap(word.box, other.box) > 0.15F * std::min(word.font_size, other.font_size);
  });
}

bool BelongsTo(const PdfWord& word, const PdfRow& row) {
  const float apart = std::abs(word.baseline - row.baseline);
  if (apart <= kSameBaseline * std::max(word.font_size, row.font_size) + 0.3F) return true;
  return apart <= kNearBaseline * std::min(word.font_size, row.font_size) &&
         !OverlapsAny(word, row.words);
}

bool IsRaisedFrom(const PdfWord& word, const PdfRow& row) {
  const float raise = row.baseline - word.baseline;
  if (word.font_size > kSmall * row.font_size || raise <= 0 || raise > kRaise * row.font_size)
    return false;
  return std::any_of(row.words.begin(), row.words.end(), [&](const PdfWord& base) {
    const float gap = word.box.x0 - base.box.x1;
    return std::abs(gap) < kTouching * row.font_size;
  });
}

// A superscript's baseline lies above its row's, so it comes before it.
void AttachRaised(std::vector<PdfRow>& rows) {
  for (size_t i = 0; i + 1 < rows.size(); ++i) {
    for (size_t j = i + 1; j < std::min(rows.size(), i + kRowsLookedBack); ++j) {
      std::erase_if(rows[i].words, [&](PdfWord& word) {
        if (!IsRaisedFrom(word, rows[j])) return false;
        word.raised = true;
        rows[j].words.push_back(word);
        return true;
      });
    }
  }
  std::erase_if(rows, [](const PdfRow& row) { return row.words.empty(); });
}

bool StartsWithCombining(std::string_view text) {
  const char32_t c = text.empty() ? 0 : DecodeAt(text, 0).code_point;
  return c >= 0x300 && c <= 0x36F;
}

// "m2", "km3": the exponent is part of the unit; any other superscript is a footnote's mark.
bool IsExponent(const PdfWord& unit, const PdfWord& power) {
  if (!power.raised || (power.text != "2" && power.text != "3")) return false;
  return unit.text == "m" || unit.text == "km" || unit.text == "cm" || unit.text == "dm" ||
         unit.text == "mm";
}

bool IsSingleLetter(const PdfWord& word) { return CountCodePoints(word.text) == 1; }

size_t BlanksBetween(const std::vector<PdfBlank>& blanks, const PdfWord& a, const PdfWord& b) {
  const float size = std::max(a.font_size, b.font_size);
  const float low = std::min(a.baseline, b.baseline) - 0.15F * size;
  const float high = std::max(a.baseline, b.baseline) + 0.15F * size;
  auto it = std::lower_bound(blanks.begin(), blanks.end(), low,
                             [](const PdfBlank& blank, float y) { return blank.baseline < y; });
  size_t count = 0;
  for (; it != blanks.end() && it->baseline <= high; ++it) {
    const float middle = (it->x0 + it->x1) / 2;
    if (middle > a.box.x1 - 0.12F * size && middle < b.box.x0 + 0.12F * size) ++count;
  }
  return count;
}

struct Gap {
  float width = 0;
  size_t blanks = 0;
  bool separates = false;
};

float Median(std::vector<float> values) {
  const auto middle = values.begin() + static_cast<ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// In a letter-spaced heading every letter stands alone; its own spacing then says what a gap
// between words is.
float LetterSpacing(const PdfRow& row, const std::vector<Gap>& gaps) {
  std::vector<float> between_letters;
  for (size_t i = 0; i < gaps.size(); ++i) {
    if (gaps[i].blanks == 0 && IsSingleLetter(row.words[i]) && IsSingleLetter(row.words[i + 1]))
      between_letters.push_back(gaps[i].width);
  }
  return between_letters.size() >= 4 ? Median(std::move(between_letters)) : 0;
}

bool StartsWithPunctuation(std::string_view text) {
  return !text.empty() && std::string_view(".,;:)]").find(text.front()) != std::string_view::npos;
}

// A footnote's mark is kept off the word before it, and lets the full stop after it stand.
bool IsApartByHeight(const PdfWord& a, const PdfWord& b) {
  if (a.raised == b.raised) return false;
  return b.raised ? !IsExponent(a, b) : !StartsWithPunctuation(b.text);
}

struct Gaps {
  std::vector<Gap> list;
  float letter_spacing = 0;
};

Gaps GapsOf(const PdfRow& row, const std::vector<PdfBlank>& blanks) {
  std::vector<Gap> gaps;
  for (size_t i = 0; i + 1 < row.words.size(); ++i) {
    const PdfWord &a = row.words[i], &b = row.words[i + 1];
    gaps.push_back({b.box.x0 - a.box.x1, BlanksBetween(blanks, a, b), false});
  }
  const float spacing = LetterSpacing(row, gaps);
  for (size_t i = 0; i < gaps.size(); ++i) {
    const PdfWord &a = row.words[i], &b = row.words[i + 1];
    const float size = std::min(a.font_size, b.font_size);
    const float share = blanks.empty() ? kGapOfNoBlanks : kGapOfPiece;
    gaps[i].separates =
        !StartsWithCombining(b.text) && (gaps[i].blanks > 0 || IsApartByHeight(a, b) ||
                                         gaps[i].width > std::max(share * size, 1.6F * spacing));
  }
  return {std::move(gaps), spacing};
}

int SpacesFor(const PdfRow& row, const Gaps& all, size_t i, Extent extent) {
  const std::vector<Gap>& gaps = all.list;
  std::vector<float> others;
  for (size_t k = 0; k < gaps.size(); ++k) {
    if (k != i && gaps[k].separates) others.push_back(gaps[k].width);
  }
  const float space = kSpace * row.font_size + 2 * all.letter_spacing;
  const float usual = others.empty() ? space : std::max(space, Median(std::move(others)));
  if (gaps[i].width <= kWideSpaces * usual) return 1;
  // One blank stretched from edge to edge is justified text, not a place left free.
  const bool edge_to_edge =
      row.box.x0 - extent.left < row.font_size && extent.right - row.box.x1 < 0.3F * row.font_size;
  if (gaps[i].blanks == 1 && edge_to_edge) return 1;
  return std::clamp(static_cast<int>(std::lround(gaps[i].width / space)), 2, kMostSpaces);
}

}  // namespace

PdfRow MakeRow(std::vector<PdfWord> words) {
  PdfRow row;
  row.words = std::move(words);
  if (row.words.empty()) return row;
  std::stable_sort(row.words.begin(), row.words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.box.x0 < b.box.x0; });
  std::map<float, size_t> letters_of_size, letters_of_baseline;
  row.box = row.words.front().box;
  for (const PdfWord& word : row.words) {
    row.box = Union(row.box, word.box);
    if (word.raised) continue;
    letters_of_size[word.font_size] += word.text.size();
    letters_of_baseline[word.baseline] += word.text.size();
  }
  const auto most = [](const std::map<float, size_t>& counts, float otherwise) {
    const auto it =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return it == counts.end() ? otherwise : it->first;
  };
  row.font_size = most(letters_of_size, row.words.front().font_size);
  row.baseline = most(letters_of_baseline, row.words.front().baseline);
  return row;
}

std::vector<PdfRow> BuildRows(std::vector<PdfWord> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.baseline < b.baseline; });
  std::vector<PdfRow> rows;
  for (PdfWord& word : words) {
    PdfRow* home = nullptr;
    float nearest = 0;
    const size_t oldest = rows.size() - std::min(rows.size(), kRowsLookedBack);
    for (size_t i = oldest; i < rows.size(); ++i) {
      const float apart = std::abs(word.baseline - rows[i].baseline);
      if (!BelongsTo(word, rows[i]) || (home != nullptr && apart >= nearest)) continue;
      home = &rows[i];
      nearest = apart;
    }
    if (home == nullptr) {
      rows.push_back({{}, word.baseline, word.font_size, word.box});
      home = &rows.back();
    }
    home->font_size = std::max(home->font_size, word.font_size);
    home->words.push_back(std::move(word));
  }
  AttachRaised(rows);
  for (PdfRow& row : rows) row = MakeRow(std::move(row.words));
  std::stable_sort(rows.begin(), rows.end(),
                   [](const PdfRow& a, const PdfRow& b) { return a.baseline < b.baseline; });
  return rows;
}

JoinedRow Join(const PdfRow& row, const std::vector<PdfBlank>& blanks, Extent extent) {
  JoinedRow joined;
  const Gaps gaps = GapsOf(row, blanks);
  for (size_t i = 0; i < row.words.size(); ++i) {
    const PdfWord& piece = row.words[i];
    const bool starts = i == 0 || gaps.list[i - 1].separates;
    if (starts) {
      if (i > 0) joined.text.append(static_cast<size_t>(SpacesFor(row, gaps, i - 1, extent)), ' ');
      const auto at = static_cast<uint32_t>(joined.text.size());
      joined.words.push_back({{at, at}, piece.box, piece.font_size, piece.bold, piece.italic});
    }
    joined.text += piece.text;
    JoinedRow::Word& word = joined.words.back();
    word.span.end = static_cast<uint32_t>(joined.text.size());
    word.box = Union(word.box, piece.box);
    word.bold = word.bold && piece.bold;
    word.italic = word.italic && piece.italic;
  }
  return joined;
}

void SortBlanks(std::vector<PdfBlank>& blanks) {
  std::sort(blanks.begin(), blanks.end(), [](const PdfBlank& a, const PdfBlank& b) {
    return a.baseline != b.baseline ? a.baseline < b.baseline : a.x0 < b.x0;
  });
}

}  // namespace congvan::extractor
