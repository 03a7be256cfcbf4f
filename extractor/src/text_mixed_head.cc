// Heads whose two columns a PDF-to-text program ran together on each line:
//
//   UBND XÃ A CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
//   Số: 12/KH-UBND A, ngày 14 tháng 11 năm 2025
#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "text_columns.h"

namespace congvan::extractor {
namespace {

constexpr size_t kMaxHeadLines = 8;

// Counts letters and digits as Skeleton keeps them, to find a place in the text for a place in its
// skeleton.
size_t ByteOfSkeleton(std::string_view line, size_t place) {
  for (size_t i = 0; i < line.size();) {
    const Decoded d = DecodeAt(line, i);
    if (Skeleton(line.substr(0, i + d.size)).size() > place) return i;
    i += d.size;
  }
  return line.size();
}

// A body's name in capitals, no title that happens to end in the country's or the Party's name.
bool LooksLikeIssuer(std::string_view left) {
  constexpr std::array<std::string_view, 9> kTitleStarts = {
      "ve ",        "v v ",      "cua ",        "luat ",     "can cu ",
      "hien phap ", "ban hanh ", "trien khai ", "thuc hien "};
  const std::string skeleton = Skeleton(left) + ' ';
  const auto words = std::count(skeleton.begin(), skeleton.end(), ' ');
  return IsAllUpper(left) && words <= 9 &&
         std::none_of(kTitleStarts.begin(), kTitleStarts.end(), [&](std::string_view start) {
           return std::string_view(skeleton).starts_with(start);
         });
}

// Where the motto's column begins in a line of the head; 0 when the line is not mixed.
size_t MottoColumn(std::string_view line, std::string_view skeleton) {
  constexpr std::array<std::string_view, 5> kMottos = {
      "cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam", "doc lap tu do hanh phuc",
      "doan tncs ho chi minh", "doan thanh nien cong san ho chi minh"};
  for (const std::string_view mark : kMottos) {
    const size_t place = skeleton.find(mark);
    if (place == skeleton.npos || place < 3 || Trim(skeleton.substr(place)).size() != mark.size())
      continue;
    const size_t byte = ByteOfSkeleton(line, place);
    const bool capitals = mark == kMottos[2] || IsAllUpper(line.substr(byte));
    if (capitals && LooksLikeIssuer(line.substr(0, byte))) return byte;
  }
  return 0;
}

// "Số: 12/KH-UBND" is one word behind its label; place and date follow it to the line's end.
size_t PlaceColumn(std::string_view line, std::string_view skeleton) {
  constexpr size_t kMaxPlace = 40;
  const size_t day = skeleton.find(" ngay ");
  if (!skeleton.starts_with("so ") || day == skeleton.npos ||
      skeleton.find(" thang ", day) == skeleton.npos)
    return 0;
  const std::string_view end =
      Trim(skeleton.substr(std::min(skeleton.rfind(" nam"), skeleton.size())));
  if (!end.starts_with("nam") || end.size() > std::string_view("nam 2025").size()) return 0;
  const size_t slash = line.find('/');
  const size_t blank = slash == line.npos ? line.npos : line.find(' ', slash);
  const size_t day_byte = ByteOfSkeleton(line, day);
  if (blank == line.npos || blank >= day_byte || day_byte - blank > kMaxPlace) return 0;
  return blank;
}

size_t RightColumn(std::string_view line) {
  const std::string skeleton = Skeleton(line);
  const size_t motto = MottoColumn(line, skeleton);
  return motto != 0 ? motto : PlaceColumn(line, skeleton);
}

}  // namespace

std::optional<Region> FindMixedHead(const SourceLines& source, size_t at) {
  if (RightColumn(source.Line(at)) == 0) return std::nullopt;
  Region region;
  std::vector<Piece> right;
  bool after_blank = false;
  region.end_line = at;
  for (size_t i = at; i < std::min(source.lines.size(), at + kMaxHeadLines); ++i) {
    if (source.IsBlank(i)) {
      after_blank = true;
      continue;
    }
    const SourceLine line = source.lines[i];
    const size_t cut = RightColumn(line.Of(source.text));
    if (cut == 0) break;
    const RawSpan left_span = TrimSpan(source.text, line.begin, line.begin + cut);
    const RawSpan right_span = TrimSpan(source.text, line.begin + cut, line.end);
    const bool first = region.pieces.empty();
    region.pieces.push_back(
        {left_span.begin, left_span.end, Column::kLeft, first, after_blank && !first});
    right.push_back(
        {right_span.begin, right_span.end, Column::kRight, first, after_blank && !first});
    after_blank = false;
    region.end_line = i + 1;
  }
  region.pieces.insert(region.pieces.end(), right.begin(), right.end());
  return region;
}

}  // namespace congvan::extractor
