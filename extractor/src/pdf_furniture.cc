#include "pdf_furniture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/utf8.h"
#include "reading_order.h"

namespace congvan::extractor {
namespace {

constexpr float kMargin = 0.13F;       // of the page's height
constexpr float kSegmentGap = 1.5F;    // of the font size
constexpr float kStampSize = 0.9F;     // of the body's font size, at most, or:
constexpr float kStampPoints = 10.6F;  // decree 30/2020 asks for 10 points
constexpr float kStampPitch = 1.7F;    // of the font size
constexpr size_t kLongestHead = 160;   // bytes

std::string TextOf(const PdfRow& row) {
  std::string text;
  for (const PdfWord& word : row.words) text += word.text;
  return text;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// "18.11.2024 07:25:14 +07:00", "2026-05-13T14:41:57+07:00": a time of day with its zone is a
// machine's.
bool HasZonedTime(std::string_view text) {
  const size_t zone = text.find("+07:00");
  return zone != std::string_view::npos ||
         (text.find("GMT+7") != std::string_view::npos && text.find(':') != std::string_view::npos);
}

bool IsStampMark(const PdfRow& row) {
  const std::string text = TextOf(row), bare = Bare(text);
  constexpr std::array<std::string_view, 5> kLabels = {"thoigianky", "ngayky20", "kyboi", "nguoiky",
                                                       "email"};
  const bool labelled = std::any_of(kLabels.begin(), kLabels.end(), [&](std::string_view label) {
    return StartsWith(bare, label);
  });
  // A label in a sentence ("Người ký văn bản chịu trách nhiệm ...") is no stamp.
  const bool filled = std::count_if(text.begin(), text.end(), IsDigit) >= 4 ||
                      text.find(':') != std::string::npos || text.find('@') != std::string::npos;
  return HasZonedTime(text) || (labelled && filled) || text.find('@') != std::string::npos;
}

// Rows cut where a wide gap shows that two things stand side by side.
std::vector<PdfRow> Segments(const std::vector<PdfWord>& words) {
  std::vector<PdfRow> segments;
  for (const PdfRow& row : BuildRows(words)) {
    std::vector<PdfWord> piece;
    for (const PdfWord& word : row.words) {
      if (!piece.empty() && word.box.x0 - piece.back().box.x1 > kSegmentGap * row.font_size)
        segments.push_back(MakeRow(std::exchange(piece, {})));
      piece.push_back(word);
    }
    segments.push_back(MakeRow(std::move(piece)));
  }
  return segments;
}

bool IsNextInStamp(const PdfRow& a, const PdfRow& b) {
  const float size = std::max(a.font_size, b.font_size);
  const float overlap = std::min(a.box.x1, b.box.x1) - std::max(a.box.x0, b.box.x0);
  const float narrower = std::min(a.box.x1 - a.box.x0, b.box.x1 - b.box.x0);
  return std::abs(a.baseline - b.baseline) < kStampPitch * size && overlap > 0.5F * narrower &&
         std::abs(a.font_size - b.font_size) < 0.6F && std::abs(a.box.x0 - b.box.x0) < 2 * size;
}

// The page's number in a running head changes; the other digits are the head's own.
std::string WithoutPageNumber(std::string_view text) {
  const auto is_number = [](char c) { return IsDigit(c) || c == '/' || c == ' '; };
  while (!text.empty() && is_number(text.back())) text.remove_suffix(1);
  while (!text.empty() && is_number(text.front())) text.remove_prefix(1);
  return std::string(text);
}

// Annexes that begin on every page repeat their titles; those are content.
bool IsAnnexTitle(std::string_view text) {
  const std::string bare = Bare(text);
  return StartsWith(bare, "phuluc") || StartsWith(bare, "bieu") || StartsWith(bare, "mau") ||
         StartsWith(bare, "kemtheo") || StartsWith(bare, "banhanhkem") ||
         StartsWith(bare, "dinhkem");
}

struct OuterLine {
  RawLine* line;
  std::pair<std::string, int> key;  // text and height on the page
};

std::optional<OuterLine> AsOuterLine(RawPage& page, RawLine& line) {
  if (!line.box) return std::nullopt;
  const bool margin =
      line.box->y1 < kMargin * page.height || line.box->y0 > (1 - kMargin) * page.height;
  const std::string_view text = line.span.Of(page.text);
  if (!margin || text.size() > kLongestHead || IsAnnexTitle(text)) return std::nullopt;
  const std::string head = WithoutPageNumber(text);
  if (head.empty()) return std::nullopt;
  return OuterLine{&line, {head, static_cast<int>(std::lround(line.box->y0 / 4))}};
}

// The outermost line at the top and at the foot that is not furniture yet.
std::vector<OuterLine> OuterLines(RawPage& page) {
  std::vector<OuterLine> found;
  const auto text = [](const RawLine& line) { return line.role == LineRole::kText; };
  const auto first = std::find_if(page.lines.begin(), page.lines.end(), text);
  if (first == page.lines.end()) return found;
  if (auto line = AsOuterLine(page, *first)) found.push_back(*line);
  const auto last = std::find_if(page.lines.rbegin(), page.lines.rend(), text);
  if (&*last != &*first) {
    if (auto line = AsOuterLine(page, *last)) found.push_back(*line);
  }
  return found;
}

}  // namespace

std::vector<PdfRow> TakeStamps(std::vector<PdfWord>& words, float body_font_size) {
  std::vector<PdfRow> segments = Segments(words);
  const auto small = [&](const PdfRow& row) {
    return row.font_size <= std::max(kStampSize * body_font_size, kStampPoints);
  };
  std::vector<bool> taken(segments.size(), false);
  std::vector<size_t> todo;
  for (size_t i = 0; i < segments.size(); ++i) {
    taken[i] = small(segments[i]) && IsStampMark(segments[i]);
    // An address with @ and without a time is only a stamp's where the stamp's other marks are.
    if (taken[i]) todo.push_back(i);
  }
  const bool timed = std::any_of(todo.begin(), todo.end(), [&](size_t i) {
    const std::string text = TextOf(segments[i]);
    return text.find('@') == std::string::npos;
  });
  if (!timed) return {};
  while (!todo.empty()) {
    const size_t at = todo.back();
    todo.pop_back();
    for (size_t i = 0; i < segments.size(); ++i) {
      if (taken[i] || !small(segments[i]) || !IsNextInStamp(segments[at], segments[i])) continue;
      taken[i] = true;
      todo.push_back(i);
    }
  }
  std::vector<PdfRow> stamps;
  words.clear();
  for (size_t i = 0; i < segments.size(); ++i) {
    if (taken[i]) {
      stamps.push_back(std::move(segments[i]));
    } else {
      words.insert(words.end(), segments[i].words.begin(), segments[i].words.end());
    }
  }
  return stamps;
}

bool IsPageNumber(const PdfRow& row, float page_height) {
  const bool in_margin =
      row.baseline < kMargin * page_height || row.baseline > (1 - kMargin) * page_height;
  if (!in_margin || row.words.size() > 5) return false;
  std::string text = TextOf(row);
  const std::string bare = Bare(text);
  if (StartsWith(bare, "trang") || StartsWith(bare, "page")) {
    const size_t digit = bare.find_first_of("0123456789");
    return digit != std::string::npos && digit <= 5 && bare.size() <= 12;
  }
  std::erase_if(text, [](char c) { return c == '-' || c == ' '; });
  for (const std::string_view dash : {"–", "—"}) {
    for (size_t at = text.find(dash); at != std::string::npos; at = text.find(dash))
      text.erase(at, dash.size());
  }
  const bool digits = !text.empty() && std::all_of(text.begin(), text.end(),
                                                   [](char c) { return IsDigit(c) || c == '/'; });
  return digits && text.size() <= 9 && IsDigit(text.front()) && IsDigit(text.back()) &&
         text.find('/') == text.rfind('/');
}

void MarkRunningHeads(std::vector<RawPage>& pages) {
  constexpr int kMostLines = 3;  // of one running head
  constexpr size_t kLeastPages = 3;
  for (int round = 0; round < kMostLines; ++round) {
    std::map<std::pair<std::string, int>, std::vector<RawLine*>> lines_of;
    for (RawPage& page : pages) {
      for (OuterLine& outer : OuterLines(page))
        lines_of[std::move(outer.key)].push_back(outer.line);
    }
    bool any = false;
    for (const auto& [key, lines] : lines_of) {
      if (lines.size() < kLeastPages) continue;
      any = true;
      for (RawLine* line : lines) line->role = LineRole::kFurniture;
    }
    if (!any) break;
  }
}

}  // namespace congvan::extractor
