#include "line_joiner.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "core/vietnamese.h"
#include "line_shape.h"
#include "symbol_shape.h"

namespace congvan::normalizer {
namespace {

// Shares of a full line, measured on text set by word processors and broken by HTML-to-text
// programs.
constexpr double kFullShare = 0.72;      // shorter lines end a paragraph
constexpr double kGoesOnShare = 0.55;    // the same where no sentence ends
constexpr double kRoomShare = 0.9;       // a word that would have fitted below this was not to
constexpr double kFirstLineShare = 0.3;  // the same for first lines that are cut early
constexpr double kCertainlyFullShare = 0.85;
constexpr size_t kLongestTitle = 4000;  // bytes; a longer paragraph is no title in capitals
constexpr double kLongestFilled = 130;  // code points; no program fills lines wider than that
constexpr size_t kBracketReach = 400;   // an open bracket further back is a typing error

double WidthOf(std::string_view line) { return static_cast<double>(CountCodePoints(line)); }

size_t CountWords(std::string_view line) {
  return static_cast<size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
}

bool IsNumberLine(std::string_view line) {
  return (line.starts_with("Số:") || line.starts_with("Số ")) && WidthOf(line) < 45;
}

bool IsBareNumberLabel(std::string_view line) { return line == "Số:" || line == "Số"; }

// "Kết quả -" / "- xã hội": the dash joins words, it opens no item.
bool DashGoesOn(const LinePair& pair, const LineHabits& habits) {
  if (!pair.line.starts_with("- ") && !pair.line.starts_with("– ")) return false;
  if (EndsSentence(pair.before) || pair.before.ends_with(',')) return false;
  const std::string_view rest = pair.line.substr(pair.line.find(' ') + 1);
  const bool year_before =
      pair.before.size() >= 4 && IsDigit(pair.before.back()) && LastWord(pair.before).size() == 4;
  const bool year_behind = rest.size() >= 4 && std::all_of(rest.begin(), rest.begin() + 4, IsDigit);
  if (year_before && year_behind) return true;  // not "- 92,5% ...", an item
  // Bullets are mostly hyphens; a longer dash at a line's start more often joins two names.
  const bool joins = StartsLower(rest) || pair.line.starts_with("–");
  return joins && !pair.info->after_blank && WidthOf(pair.before) >= kFullShare * habits.full_width;
}

// "Độc lập - Tự do - Hạnh phúc" has its line to itself.
bool IsMottoEnd(std::string_view paragraph) {
  if (paragraph.size() > 60) return false;
  const std::string folded = ToLower(paragraph);
  return folded.starts_with("độc lập") && folded.ends_with("hạnh phúc");
}

// The other column of the head, all its lines behind those of the first.
bool BeginsMotto(const LinePair& pair) {
  if (!IsAllUpper(pair.line) || LastWord(pair.before) == "NƯỚC") return false;
  const std::string folded = FoldTonePlacement(ToLower(pair.line));
  return folded.starts_with("cộng hòa xã") || folded == "đảng cộng sản việt nam" ||
         folded == "đoàn tncs hồ chí minh" || folded == "đoàn thanh niên cộng sản hồ chí minh";
}

// "V/v ... của UBND xã" | "Khe Vàng, ngày 20 tháng 11 năm 2025"; not "Thành phố Hồ" | "Chí Minh,
// ngày ...".
bool IsDateLineOfHead(const LinePair& pair) {
  if (!IsPlaceDateLine(pair.line) || EndsInConnective(pair.before)) return false;
  return IsAllUpper(pair.paragraph) || pair.paragraph.starts_with("V/v") ||
         pair.paragraph.find_first_of("0123456789:") != pair.paragraph.npos;
}

bool MarkIsNumberInText(const LinePair& pair) {
  return !EndsSentence(pair.before) && EndsBeforeNumber(pair.before) &&
         (!IsAllUpper(pair.before) || !pair.info->after_blank);
}

bool HadRoom(const LinePair& pair, const LineHabits& habits) {
  return HasRoomFor(pair.before, pair.line, habits.full_width);
}

// "- A;" / "- B;" / "- C." / "Text": the list has ended.
bool EndsList(const LinePair& pair) {
  return pair.before.ends_with('.') && StartsWithBullet(pair.paragraph) &&
         StartsWithBullet(pair.paragraph_before) && pair.paragraph_before.ends_with(';');
}

// "Kính gửi: UBND các xã, phường" / "Thực hiện Kế hoạch ...": the letter begins. Of names that go
// on only a whole line could not hold more.
bool BeginsLetter(const LinePair& pair, const LineHabits& habits) {
  if (!StartsWithAddressees(pair.paragraph) || !StartsUpper(pair.line)) return false;
  if (EndsInConnective(pair.before)) return false;
  if (StartsWithOpening(pair.line) || pair.line.ends_with(':')) return true;
  if (WidthOf(pair.line) > kLongestFilled) return true;
  return !EndsOpen(pair.before) && !pair.before.ends_with(':') && HadRoom(pair, habits);
}

Joint JoinAfterSentence(const LinePair& pair, const LineHabits& habits) {
  if (pair.info->after_blank || pair.info->hard_break || pair.before.ends_with("./."))
    return Joint::kBreak;
  if (StartsLower(pair.line)) return Joint::kSpace;
  if (StartsWithClosing(pair.line)) return Joint::kBreak;  // even where blanks part paragraphs
  if (habits.blank_between) return Joint::kSpace;
  if (habits.unbroken) return Joint::kBreak;
  if (pair.before.ends_with("sau:") || pair.before.ends_with("sau đây:") ||
      pair.before.ends_with("cụ thể:") || pair.before.ends_with("gồm:") || EndsList(pair))
    return Joint::kBreak;
  return HadRoom(pair, habits) ? Joint::kBreak : Joint::kSpace;
}

Joint SpaceIf(bool goes_on) { return goes_on ? Joint::kSpace : Joint::kBreak; }

// In a text whose lines are paragraphs, where the next begins with a capital.
Joint JoinUnbroken(const LinePair& pair, double share) {
  const bool asks = EndsInConnective(pair.before) && !pair.before.ends_with(',');
  return SpaceIf((asks && share > 0.6) || EndsInHalfIssuer(pair.before));
}

// Behind a blank line, where the next begins with a capital.
Joint JoinAfterBlank(const LinePair& pair, const LineHabits& habits, double share) {
  // "- Căn cứ ...," above a paragraph of its own, as the Party writes.
  if (pair.before.ends_with(',') && StartsWithBullet(pair.paragraph) && !habits.odd_blanks)
    return Joint::kBreak;
  if (share >= kCertainlyFullShare)
    return SpaceIf(EndsInConnective(pair.before) || habits.odd_blanks);
  return SpaceIf(EndsOpen(pair.before) && habits.odd_blanks && share > 0.6);
}

// The line before has no end, the next begins with a capital: a name goes on, or a heading stops.
Joint JoinAtCapital(const LinePair& pair, const LineHabits& habits) {
  const bool first_line = pair.paragraph.size() == pair.before.size();
  const double share = WidthOf(pair.before) / habits.full_width;
  const bool open = EndsOpen(pair.before);
  if (pair.info->hard_break) return SpaceIf(open);
  // Lines longer than any program fills end with their paragraphs, and all lines of a text that is
  // made of such; but for those that a page cut.
  const bool whole = WidthOf(pair.before) > kLongestFilled || WidthOf(pair.line) > kLongestFilled;
  if (habits.unbroken || (whole && !pair.info->after_blank)) return JoinUnbroken(pair, share);
  if (pair.info->after_blank) return JoinAfterBlank(pair, habits, share);
  const bool bold_title = pair.before_info->bold && pair.info->bold && CountWords(pair.before) > 3;
  if (habits.blank_between || bold_title) return Joint::kSpace;
  // Titles are broken by sense, running text is not.
  const bool title = pair.before_info->centered || pair.info->centered;
  if (habits.even && !title && HadRoom(pair, habits)) {
    return SpaceIf(EndsInConnective(pair.before) || EndsInHalfIssuer(pair.before));
  }
  const bool marked = ListMarkSize(pair.paragraph) > 0 || StartsWithDivision(pair.paragraph);
  // "2. Sở Tài chính" | "Tham mưu ...": a heading, though its last word may begin others.
  const bool bare = marked && first_line && !habits.short_first_lines &&
                    (share < kFullShare || HadRoom(pair, habits));
  if (open && (!bare || EndsInConnective(pair.before))) return Joint::kSpace;
  if (marked && first_line) return SpaceIf(share >= kCertainlyFullShare);
  const bool cut_early = first_line && habits.short_first_lines;
  return SpaceIf(share >= (cut_early ? kFirstLineShare : kGoesOnShare));
}

bool IsInsideBracket(const LinePair& pair) {
  const size_t reach = std::min(pair.paragraph.size(), kBracketReach);
  const size_t from = FloorCodePoint(pair.paragraph, pair.paragraph.size() - reach);
  return HasOpenBracket(pair.paragraph.substr(from)) && !pair.info->hard_break &&
         !pair.before.ends_with('.');
}

// "/KH-UBND", ", 2025", ") và": no paragraph begins so.
bool StartsWithJoint(std::string_view line) {
  return !line.empty() && std::string_view("/,;.)%").find(line[0]) != std::string_view::npos;
}

Joint JoinUnfinished(const LinePair& pair, const LineHabits& habits) {
  if (pair.before_info->emphasis_open && !pair.info->hard_break && !pair.info->after_blank)
    return Joint::kSpace;
  if (StartsUpper(pair.line)) return JoinAtCapital(pair, habits);
  if (pair.info->after_blank && StartsDigit(pair.line) && !EndsOpen(pair.before) &&
      WidthOf(pair.before) < kCertainlyFullShare * habits.full_width)
    return Joint::kBreak;
  return Joint::kSpace;
}

}  // namespace

bool HasRoomFor(std::string_view before, std::string_view line, double full_width) {
  return WidthOf(before) + 1 + WidthOf(FirstWord(line)) <= kRoomShare * full_width;
}

bool BeginsAnew(const LinePair& pair, const LineHabits& habits) {
  const std::string_view line = pair.line;
  if (StartsWithAnnexReference(line) && !EndsInConnective(pair.before)) return true;
  if (StartsWithFormula(line) || IsMottoEnd(pair.paragraph) || IsSignedMark(line)) return true;
  if (StartsWithOpening(line) && pair.info->after_blank && !pair.info->bold) return true;
  if (pair.in_head && (BeginsMotto(pair) || IsDateLineOfHead(pair))) return true;
  if (BeginsLetter(pair, habits)) return true;
  if (StartsWithBullet(line)) return !DashGoesOn(pair, habits);
  if (ListMarkSize(line) > 0) return !MarkIsNumberInText(pair);
  if (StartsWithBracketMark(line)) {
    return EndsSentence(pair.before) && WidthOf(pair.before) < kFullShare * habits.full_width;
  }
  if (StartsWithDivision(line)) {
    const bool stops = EndsSentence(pair.before) || pair.info->after_blank || pair.info->bold ||
                       IsAllUpper(line) || IsAllUpper(pair.before);
    return stops && !(EndsOpen(pair.before) && !IsAllUpper(line));
  }
  return false;
}

namespace {

// "CỘNG HÒA XÃ" / "HỘI CHỦ NGHĨA VIỆT NAM": the head of the right column in two lines.
bool IsHalfOfMotto(std::string_view paragraph) {
  const std::string folded = FoldTonePlacement(ToLower(paragraph));
  return (folded.starts_with("cộng hòa") || folded.starts_with("đảng cộng")) &&
         folded.find("việt nam") == std::string::npos;
}

bool StartsWithPlace(std::string_view line) {
  constexpr std::array<std::string_view, 8> kPlaces = {"TỈNH ",    "THÀNH PHỐ ", "XÃ ",   "PHƯỜNG ",
                                                       "ĐẶC KHU ", "HUYỆN ",     "QUẬN ", "THỊ "};
  return std::any_of(kPlaces.begin(), kPlaces.end(),
                     [line](std::string_view place) { return line.starts_with(place); });
}

// In a letterhead names stand below each other; only a line that stops inside one goes on ("XÃ" |
// "HỘI SƠN"). Words that are open in a sentence end names there ("XÃ BẢN QUA").
bool NameGoesOn(std::string_view line) {
  if (line.ends_with(',') || line.ends_with('-') || line.ends_with("–")) return true;
  constexpr std::array<std::string_view, 21> kOpen = {
      "VÀ",  "CỦA", "VỀ",     "CÁC", "CHO",   "VỚI",  "ỦY",  "UỶ",  "TỔNG", "CHI", "TỈNH",
      "PHỐ", "XÃ",  "PHƯỜNG", "KHU", "HUYỆN", "QUẬN", "THỊ", "MẶT", "LIÊN", "BAN"};
  return std::find(kOpen.begin(), kOpen.end(), LastWord(line)) != kOpen.end();
}

Joint JoinColumnCapitals(const LinePair& pair) {
  if (pair.info->hard_break || IsSignOffLine(pair.line)) return Joint::kBreak;
  if (pair.before_info->emphasis_open || IsHalfOfMotto(pair.paragraph)) return Joint::kSpace;
  if (pair.before_info->bold != pair.info->bold || pair.info->after_blank) return Joint::kBreak;
  if (NameGoesOn(pair.before)) return Joint::kSpace;
  return StartsWithBody(pair.line) || StartsWithPlace(pair.line) ? Joint::kBreak : Joint::kSpace;
}

}  // namespace

namespace {

// Both in capitals: a title in several lines, or the lines of a letterhead or sign-off.
Joint JoinCapitals(const LinePair& pair, const LineHabits& habits) {
  if (IsTypeLine(pair.line) && !EndsOpen(pair.before)) return Joint::kBreak;
  if (pair.in_head) return JoinColumnCapitals(pair);
  if (IsSignOffLine(pair.line) || IsSignOffLine(pair.paragraph)) {
    const bool wraps = !IsSignOffLine(pair.line) && !pair.info->hard_break;
    return wraps && !pair.info->after_blank ? Joint::kSpace : Joint::kBreak;
  }
  if (EndsSentence(pair.before)) return Joint::kBreak;
  if (pair.before_info->bold != pair.info->bold && !pair.before_info->emphasis_open)
    return Joint::kBreak;
  // Who decides, below the title in capitals too.
  if (pair.info->after_blank && StartsWithDecider(pair.line) && !EndsOpen(pair.before))
    return Joint::kBreak;
  const bool full =
      !habits.unbroken && WidthOf(pair.before) >= kCertainlyFullShare * habits.full_width;
  return pair.info->after_blank && !EndsOpen(pair.before) && !full ? Joint::kBreak : Joint::kSpace;
}

// "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X điện:"
bool BeginsTelegram(std::string_view line) {
  const size_t end = line.rfind(" điện");
  return end != line.npos && line.size() - end <= std::string_view(" điện :").size() &&
         line.ends_with(':') && IsAllUpper(line.substr(0, end));
}

// A line that stands out by its letters: capitals or bold where the other is not.
bool StandsOut(const LinePair& pair) {
  const bool bold_ends =
      pair.before_info->bold && !pair.info->bold && !pair.before_info->emphasis_open;
  if (bold_ends && (StartsUpper(pair.line) || pair.info->after_blank)) return true;
  if (pair.info->bold && !pair.before_info->bold && CountWords(pair.line) > 2 &&
      StartsUpper(pair.line))
    return true;
  if (BeginsTelegram(pair.line)) return true;
  if (!IsAllUpper(pair.line) || CountWords(pair.line) < 2 || pair.before.ends_with(','))
    return false;
  return pair.info->after_blank || pair.info->bold || EndsSentence(pair.before) ||
         CountCodePoints(pair.line) >= 20;
}

}  // namespace

Joint JoinProse(const LinePair& pair, const LineHabits& habits) {
  if (ListMarkSize(pair.paragraph) == pair.paragraph.size()) return Joint::kSpace;
  if (IsTypeLine(pair.paragraph)) return Joint::kBreak;
  if (pair.in_head && IsTypeLine(pair.line) && IsPlaceDateLine(pair.paragraph))
    return Joint::kBreak;
  if (IsTypeLine(pair.line) &&
      (pair.line.ends_with(':') || pair.info->bold != pair.before_info->bold))
    return Joint::kBreak;
  if (IsNumberLine(pair.paragraph))
    return IsBareNumberLabel(pair.paragraph) ? Joint::kSpace : Joint::kBreak;
  const bool capitals = pair.paragraph.size() < kLongestTitle && IsMostlyUpper(pair.paragraph);
  if (capitals && (HasNoLower(pair.line) || IsMostlyUpper(pair.line)))
    return JoinCapitals(pair, habits);
  if (capitals) {
    const bool goes_on = StartsLower(pair.line) && !pair.info->hard_break &&
                         (pair.before_info->emphasis_open || EndsOpen(pair.before));
    return goes_on ? Joint::kSpace : Joint::kBreak;
  }
  if (StandsOut(pair)) return Joint::kBreak;
  if (!pair.info->after_blank && (StartsWithJoint(pair.line) || IsInsideBracket(pair)))
    return Joint::kSpace;
  if (EndsSentence(pair.before)) return JoinAfterSentence(pair, habits);
  return JoinUnfinished(pair, habits);
}

Joint JoinColumn(const LinePair& pair) {
  if (IsNumberLine(pair.paragraph))
    return IsBareNumberLabel(pair.paragraph) ? Joint::kSpace : Joint::kBreak;
  if (pair.before.ends_with(',')) return Joint::kSpace;
  const bool capitals = IsAllUpper(pair.paragraph);
  if (capitals && HasNoLower(pair.line)) return JoinColumnCapitals(pair);
  if (capitals != IsAllUpper(pair.line) && (capitals || IsAllUpper(pair.line))) {
    const bool goes_on = pair.before_info->emphasis_open && StartsLower(pair.line);
    return goes_on ? Joint::kSpace : Joint::kBreak;
  }
  if (EndsSentence(pair.before) || pair.info->after_blank || pair.info->hard_break)
    return Joint::kBreak;
  if (pair.before_info->emphasis_open || HasOpenBracket(pair.paragraph) || !StartsUpper(pair.line))
    return Joint::kSpace;
  const bool subject = pair.paragraph.starts_with("V/v") || pair.paragraph.starts_with("Về ");
  const bool date = pair.line.find(" ngày ") != pair.line.npos &&
                    pair.paragraph.find_first_of("0123456789:") == pair.paragraph.npos;
  return subject || date || EndsOpen(pair.before) ? Joint::kSpace : Joint::kBreak;
}

}  // namespace congvan::normalizer
