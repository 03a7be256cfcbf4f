#include "reading_order.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::extractor {
namespace {

constexpr float kLeastGap = 0.4F;    // of the font size, between the halves of one row
constexpr float kLinesApart = 1.6F;  // of the font size: the next line
constexpr float kCentred = 0.025F;   // of the text's width
constexpr size_t kMostHeadRows = 10;
constexpr size_t kMaxSplits = 300;  // places tried on one page

enum class ZoneKind { kHead, kSignOff };

struct Zone {
  ZoneKind kind = ZoneKind::kHead;
  size_t first = 0, last = 0;  // rows, half-open
  float split = 0;             // x
  float corridor = 0;          // its width
};

enum class Side { kLeft, kRight, kBoth, kCrosses };

bool IsLeft(const PdfWord& word, float split) { return (word.box.x0 + word.box.x1) / 2 < split; }

Side SideOf(const PdfRow& row, float split) {
  float left_end = -INFINITY, right_begin = INFINITY;
  for (const PdfWord& word : row.words) {
    if (IsLeft(word, split)) {
      left_end = std::max(left_end, word.box.x1);
    } else {
      right_begin = std::min(right_begin, word.box.x0);
    }
  }
  if (left_end > split + 0.5F || right_begin < split - 0.5F) return Side::kCrosses;
  if (!std::isfinite(left_end)) return Side::kRight;
  if (!std::isfinite(right_begin)) return Side::kLeft;
  const bool apart = right_begin - left_end >= kLeastGap * row.font_size;
  return apart ? Side::kBoth : Side::kCrosses;
}

PdfRow Half(const PdfRow& row, float split, bool left) {
  std::vector<PdfWord> words;
  std::copy_if(row.words.begin(), row.words.end(), std::back_inserter(words),
               [&](const PdfWord& word) { return IsLeft(word, split) == left; });
  return MakeRow(std::move(words));
}

std::string BareHalf(const PdfRow& row, float split, bool left) {
  return BareText(Half(row, split, left));
}

std::string FirstToken(const PdfRow& row, float split) {
  const PdfRow right = Half(row, split, false);
  return right.words.empty() ? std::string() : right.words.front().text;
}

// "TM.", "T/M", "KT.": the authority by which somebody signs.
bool StartsAuthority(std::string_view token) {
  constexpr std::array<std::string_view, 12> kMarks = {"TM",  "T/M", "KT",  "K/T", "TL", "T/L",
                                                       "TUQ", "T.M", "K.T", "T.L", "Q",  "Q."};
  while (!token.empty() && (token.back() == '.' || token.back() == ',')) token.remove_suffix(1);
  return std::find(kMarks.begin(), kMarks.end(), token) != kMarks.end();
}

bool IsCentred(const PdfRow& row, Extent text) {
  const float middle = (text.left + text.right) / 2, width = text.right - text.left;
  const bool room =
      row.box.x0 > text.left + row.font_size && row.box.x1 < text.right - row.font_size;
  return room && std::abs((row.box.x0 + row.box.x1) / 2 - middle) < kCentred * width;
}

class ZoneFinder {
 public:
  ZoneFinder(const std::vector<PdfRow>& rows, const PageFrame& frame) : rows_(rows), frame_(frame) {
    for (const PdfRow& row : rows) signs_.push_back(SignsOf(row));
  }

  // The best zone among rows [first, last), if there is one.
  [[nodiscard]] std::optional<Zone> Find(size_t first, size_t last) const {
    std::optional<Zone> best;
    for (const float split : Splits(first, last)) {
      for (size_t begin = first; begin < last;) {
        if (SideOf(rows_[begin], split) == Side::kCrosses) {
          ++begin;
          continue;
        }
        size_t end = begin;
        while (end < last && SideOf(rows_[end], split) != Side::kCrosses) ++end;
        const std::optional<Zone> zone = Check(begin, end, split);
        if (zone && (!best || IsBetter(*zone, *best))) best = zone;
        begin = end;
      }
    }
    return best;
  }

 private:
  static bool IsBetter(const Zone& a, const Zone& b) {
    const size_t rows_a = a.last - a.first, rows_b = b.last - b.first;
    return rows_a != rows_b ? rows_a > rows_b : a.corridor > b.corridor;
  }

  [[nodiscard]] std::vector<float> Splits(size_t first, size_t last) const {
    const float low = 0.2F * frame_.page_width, high = 0.8F * frame_.page_width;
    std::vector<float> splits;
    const auto add = [&](float x) {
      if (x > low && x < high) splits.push_back(std::round(x));
    };
    for (size_t i = first; i < last; ++i) {
      const std::vector<PdfWord>& words = rows_[i].words;
      add(words.front().box.x0 - 1);
      for (size_t k = 0; k + 1 < words.size(); ++k) {
        if (words[k + 1].box.x0 - words[k].box.x1 >= kLeastGap * rows_[i].font_size)
          add(words[k + 1].box.x0 - 1);
      }
    }
    std::sort(splits.begin(), splits.end());
    splits.erase(std::unique(splits.begin(), splits.end()), splits.end());
    if (splits.size() > kMaxSplits) splits.resize(kMaxSplits);
    return splits;
  }

  // Trims [begin, end) to a zone, or says that it is none.
  [[nodiscard]] std::optional<Zone> Check(size_t begin, size_t end, float split) const {
    size_t anchor = end;
    ZoneKind kind = ZoneKind::kHead;
    for (size_t i = begin; i < end && anchor == end; ++i) {
      const Signs& signs = signs_[i];
      if (signs.motto && HasMotto(BareHalf(rows_[i], split, false))) anchor = i;
      const bool foot =
          (signs.recipients && StartsRecipients(BareHalf(rows_[i], split, true))) ||
          (signs.authority && StartsAuthority(FirstToken(rows_[i], split)) && i + 1 < end);
      if (anchor == end && (foot || IsPairOfTitles(rows_[i], split))) {
        anchor = i;
        kind = ZoneKind::kSignOff;
      }
    }
    if (anchor == end) {
      if (begin != 0 || !(frame_.after_sign_off || LooksLikeHead(end, split))) return std::nullopt;
      anchor = begin;
      kind = frame_.after_sign_off ? ZoneKind::kSignOff : ZoneKind::kHead;
    }
    Zone zone{kind, TrimTop(begin, anchor, split, kind), TrimFoot(anchor, end, split), split, 0};
    return HasBothColumns(zone) ? std::optional(zone) : std::nullopt;
  }

  // Scanned heads come with a motto spelt beyond recognition; there the shape alone must do: the
  // first rows of the first page, most of them in two halves.
  [[nodiscard]] bool LooksLikeHead(size_t end, float split) const {
    if (!frame_.first_page || end > kMostHeadRows) return false;
    size_t halves = 0;
    for (size_t i = 0; i < end; ++i) halves += SideOf(rows_[i], split) == Side::kBoth ? 1 : 0;
    return halves >= 2 && 2 * halves >= end;
  }

  // Two titles side by side over two signatures: both upper case and bold.
  [[nodiscard]] static bool IsPairOfTitles(const PdfRow& row, float split) {
    if (SideOf(row, split) != Side::kBoth) return false;
    std::string left, right;
    for (const PdfWord& word : row.words) {
      if (!word.bold) return false;
      (IsLeft(word, split) ? left : right) += word.text;
    }
    return IsAllUpper(left) && IsAllUpper(right) && left.size() > 6 && right.size() > 6;
  }

  // Rows above the anchor belong to it as long as they follow each other closely and stand on the
  // side that may begin higher; the end of the paragraph above the foot stands left, as the
  // recipients do.
  [[nodiscard]] size_t TrimTop(size_t begin, size_t anchor, float split, ZoneKind kind) const {
    size_t top = anchor;
    while (top > begin) {
      const PdfRow& row = rows_[top - 1];
      const float size = std::max(row.font_size, rows_[top].font_size);
      if (rows_[top].baseline - row.baseline > 2 * kLinesApart * size) break;
      const Side side = SideOf(row, split);
      const bool level = rows_[anchor].baseline - row.baseline < kLinesApart * size;
      if (kind == ZoneKind::kSignOff && side != Side::kRight) break;
      if (kind == ZoneKind::kHead && side != Side::kBoth && !level) break;
      --top;
    }
    return top;
  }

  // A title in the middle of the page ends the head, "Kính gửi" too, and an annex's title ends the
  // foot.
  [[nodiscard]] size_t TrimFoot(size_t anchor, size_t end, float split) const {
    size_t foot = anchor + 1;
    for (; foot < end; ++foot) {
      const PdfRow& row = rows_[foot];
      if (SideOf(row, split) != Side::kBoth && IsCentred(row, frame_.text) &&
          !IsLevelWithOther(foot, split)) {
        break;
      }
      if (signs_[foot].address) break;
    }
    return foot;
  }

  // Beside a row of the other column: the columns' lines need not share their baselines.
  [[nodiscard]] bool IsLevelWithOther(size_t index, float split) const {
    const Side side = SideOf(rows_[index], split);
    const size_t from = index < 2 ? 0 : index - 2;
    for (size_t i = from; i < std::min(rows_.size(), index + 3); ++i) {
      const Side other = SideOf(rows_[i], split);
      if (other == side || other == Side::kCrosses) continue;
      const float apart = std::abs(rows_[i].baseline - rows_[index].baseline);
      if (apart < 0.9F * rows_[index].font_size) return true;
    }
    return false;
  }

  bool HasBothColumns(Zone& zone) const {
    size_t left = 0, right = 0;
    float left_end = frame_.text.left, right_begin = frame_.text.right;
    for (size_t i = zone.first; i < zone.last; ++i) {
      for (const PdfWord& word : rows_[i].words) {
        if (IsLeft(word, zone.split)) {
          left_end = std::max(left_end, word.box.x1);
          ++left;
        } else {
          right_begin = std::min(right_begin, word.box.x0);
          ++right;
        }
      }
    }
    zone.corridor = right_begin - left_end;
    return left > 0 && right > 0;
  }

  // What stands somewhere in a row, told once: the halves are only read where it can matter.
  struct Signs {
    bool motto, recipients, authority, address;
  };

  static Signs SignsOf(const PdfRow& row) {
    const std::string bare = BareText(row);
    const auto holds = [&](std::string_view part) { return bare.find(part) != std::string::npos; };
    return {HasMotto(bare), holds("noinhan") || holds("noigui"),
            std::any_of(row.words.begin(), row.words.end(),
                        [](const PdfWord& word) { return StartsAuthority(word.text); }),
            StartsWith(bare, "kinhgui") || StartsWith(bare, "kinhtrinh")};
  }

  const std::vector<PdfRow>& rows_;
  const PageFrame& frame_;
  std::vector<Signs> signs_;
};

void EmitZone(std::vector<PdfRow>& rows, const Zone& zone, int& block, OrderedRows& out) {
  for (const bool left : {true, false}) {
    std::vector<PdfWord> words;
    for (size_t i = zone.first; i < zone.last; ++i) {
      for (const PdfWord& word : rows[i].words) {
        if (IsLeft(word, zone.split) == left) words.push_back(word);
      }
    }
    ++block;
    // Rows are built again: what was one row of the page may be two that only met by height.
    for (PdfRow& row : BuildRows(std::move(words)))
      out.rows.push_back({std::move(row), left ? Column::kLeft : Column::kRight, block});
  }
  ++block;
}

}  // namespace

std::string Bare(std::string_view text) {
  std::string composed;
  for (size_t i = 0; i < text.size();) {
    const Decoded c = DecodeAt(text, i);
    const bool mark = c.code_point >= 0x300 && c.code_point <= 0x36F;
    if (!mark) composed += text.substr(i, c.size);
    i += c.size;
  }
  std::string bare = StripDiacritics(composed);
  std::erase_if(bare, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
  return bare;
}

std::string BareText(const PdfRow& row) {
  std::string text;
  for (const PdfWord& word : row.words) text += word.text;
  return Bare(text);
}

bool HasMotto(std::string_view bare) {
  return bare.find("conghoaxahoichunghia") != std::string_view::npos ||
         bare.find("dangcongsanvietnam") != std::string_view::npos ||
         bare.find("doclaptudohanhphuc") != std::string_view::npos;
}

bool StartsRecipients(std::string_view bare) {
  return StartsWith(bare, "noinhan") || StartsWith(bare, "noigui");
}

OrderedRows OrderRows(std::vector<PdfRow> rows, const PageFrame& frame) {
  OrderedRows out;
  const ZoneFinder finder(rows, frame);
  int block = 0;
  std::vector<Zone> zones;
  std::vector<std::pair<size_t, size_t>> open = {{0, rows.size()}};
  while (!open.empty()) {
    const auto [first, last] = open.back();
    open.pop_back();
    const std::optional<Zone> zone = finder.Find(first, last);
    if (!zone) continue;
    zones.push_back(*zone);
    open.emplace_back(first, zone->first);
    open.emplace_back(zone->last, last);
  }
  std::sort(zones.begin(), zones.end(),
            [](const Zone& a, const Zone& b) { return a.first < b.first; });
  size_t next = 0;
  for (const Zone& zone : zones) {
    for (; next < zone.first; ++next) out.rows.push_back({rows[next], Column::kFull, block});
    EmitZone(rows, zone, block, out);
    next = zone.last;
  }
  for (; next < rows.size(); ++next) out.rows.push_back({rows[next], Column::kFull, block});
  out.ends_in_sign_off =
      !zones.empty() && zones.back().kind == ZoneKind::kSignOff && zones.back().last == rows.size();
  return out;
}

}  // namespace congvan::extractor
