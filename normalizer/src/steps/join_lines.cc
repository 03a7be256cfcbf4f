#include "join_lines.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "cell_joiner.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "line_joiner.h"
#include "line_shape.h"
#include "symbol_shape.h"

namespace congvan::normalizer {
namespace {

constexpr size_t kMaxHeadLines = 15;
constexpr size_t kLongestLine = 130;  // code points; no program fills lines wider than that

struct Line {
  std::string_view text;
  uint32_t begin = 0, end = 0;
  LineInfo info;
};

// Lines that hold something, and one for each cell that holds nothing.
std::vector<Line> KeptLines(const Draft& draft) {
  const std::vector<std::string_view> lines = LinesOf(draft.text.text());
  std::vector<Line> kept;
  if (draft.lines.empty()) return kept;
  bool blank_before = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    const auto begin = static_cast<uint32_t>(lines[i].data() - draft.text.text().data());
    LineInfo info = draft.lines[i];
    const bool in_cell = info.cell >= 0;
    const auto same_cell = [&](const LineInfo& other) {
      return other.table == info.table && other.cell == info.cell;
    };
    if (lines[i].empty()) {
      const bool first_of_cell = in_cell && (kept.empty() || !same_cell(kept.back().info));
      if (!first_of_cell) {
        // Emphasis that goes on into nothing has ended.
        if (!kept.empty()) kept.back().info.emphasis_open = false;
        blank_before |= !in_cell && info.column == Column::kFull;
        continue;
      }
    } else if (in_cell && !kept.empty() && kept.back().text.empty() &&
               same_cell(kept.back().info)) {
      kept.pop_back();  // the cell began with an empty line
    }
    info.after_blank |= blank_before && !in_cell;
    blank_before = false;
    kept.push_back({lines[i], begin, begin + static_cast<uint32_t>(lines[i].size()), info});
  }
  return kept;
}

// Where a sentence goes on in the next line, the word there would not have fitted above.
bool LinesAreFilled(const std::vector<Line>& lines, double full_width) {
  size_t going_on = 0, with_room = 0;
  for (size_t i = 1; i < lines.size(); ++i) {
    const Line& before = lines[i - 1];
    if (lines[i].info.cell >= 0 || before.info.cell >= 0 || lines[i].info.after_blank ||
        lines[i].info.column != Column::kFull || before.info.column != Column::kFull ||
        EndsSentence(before.text) || !StartsLower(lines[i].text) || ListMarkSize(lines[i].text) > 0)
      continue;
    ++going_on;
    if (HasRoomFor(before.text, lines[i].text, full_width)) ++with_room;
  }
  return going_on >= 8 && with_room * 100 <= going_on;
}

LineHabits HabitsOf(const std::vector<Line>& lines) {
  std::vector<size_t> widths;
  size_t odd_blanks = 0, short_firsts = 0, all = 0, in_long_lines = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    const LineInfo& info = lines[i].info;
    if (info.cell >= 0 || info.column != Column::kFull) continue;
    widths.push_back(CountCodePoints(lines[i].text));
    all += widths.back();
    if (widths.back() > kLongestLine) in_long_lines += widths.back();
  }
  LineHabits habits;
  if (widths.empty()) return habits;
  const auto high = widths.begin() + static_cast<ptrdiff_t>(widths.size() * 9 / 10);
  std::nth_element(widths.begin(), high, widths.end());
  habits.full_width = static_cast<double>(std::clamp<size_t>(*high, 40, 110));
  for (size_t i = 1; i < lines.size(); ++i) {
    const LineInfo& info = lines[i].info;
    const std::string_view before = lines[i - 1].text;
    if (info.cell >= 0 || info.column != Column::kFull || info.heading_mark ||
        lines[i - 1].info.column != Column::kFull || lines[i - 1].info.heading_mark ||
        EndsSentence(before) || !StartsLower(lines[i].text) || ListMarkSize(lines[i].text) > 0)
      continue;
    const auto width = static_cast<double>(CountCodePoints(before));
    if (info.after_blank && width > 0.8 * habits.full_width) ++odd_blanks;
    if (!info.after_blank && lines[i - 1].info.after_blank && width < 0.6 * habits.full_width)
      ++short_firsts;
  }
  habits.even = LinesAreFilled(lines, habits.full_width);
  size_t marked = 0, marked_after_blank = 0;
  for (const Line& line : lines) {
    if (line.info.cell >= 0 || line.info.column != Column::kFull ||
        (!StartsWithBullet(line.text) && ListMarkSize(line.text) == 0))
      continue;
    ++marked;
    if (line.info.after_blank) ++marked_after_blank;
  }
  habits.unbroken = in_long_lines * 4 > all;
  habits.odd_blanks = odd_blanks >= 2;
  habits.blank_between = odd_blanks < 2 && marked >= 4 && marked_after_blank * 10 >= marked * 9;
  habits.short_first_lines = short_firsts >= 3;
  return habits;
}

// "S" "T" "T", "TT", "STT Nội dung ...": the head of a table that was taken apart.
bool OpensBrokenTable(const std::vector<Line>& lines, size_t i) {
  const std::string_view text = lines[i].text;
  if (text == "STT" || text == "TT" || text == "Số TT") return true;
  if (text == "S" && i + 2 < lines.size())
    return lines[i + 1].text == "T" && lines[i + 2].text == "T";
  if (!text.starts_with("TT ") && !text.starts_with("STT ") && !text.starts_with("Số TT "))
    return false;
  constexpr std::array<std::string_view, 9> kNames = {"nội dung", "nhiệm vụ",  "chỉ tiêu",
                                                      "việc",     "giải pháp", "hoạt động",
                                                      "tiêu chí", "mục tiêu",  "tên "};
  const std::string folded = ToLower(text);
  return std::any_of(kNames.begin(), kNames.end(),
                     [&folded](std::string_view name) { return folded.find(name) != folded.npos; });
}

bool ClosesBrokenTable(const Line& line) {
  return line.info.after_table || line.info.cell >= 0 || line.info.column != Column::kFull ||
         line.info.heading_mark || line.text.starts_with("PHỤ LỤC") ||
         line.text.starts_with("Nơi nhận");
}

class Joiner {
 public:
  explicit Joiner(Draft& draft)
      : draft_(draft), lines_(KeptLines(draft)), habits_(HabitsOf(lines_)) {}

  void Run() {
    std::vector<Edit> edits;
    std::vector<LineInfo> infos;
    const auto size = static_cast<uint32_t>(draft_.text.text().size());
    if (lines_.empty()) {
      if (size > 0) draft_.text.Apply({{0, size, ""}});
      draft_.lines.clear();
      draft_.text.marks().assign(static_cast<size_t>(std::max(0, draft_.pages - 1)), 0);
      return;
    }
    MarkPages();
    if (lines_[0].begin > 0) edits.push_back({0, lines_[0].begin, ""});
    Begin(0, infos);
    for (size_t i = 1; i < lines_.size(); ++i) {
      const Joint joint = Decide(i);
      const uint32_t begin = lines_[i - 1].end, end = lines_[i].begin;
      if (joint == Joint::kBreak) {
        if (end - begin > 1) edits.push_back({begin, end, "\n"});
        Begin(i, infos);
      } else {
        const uint32_t hyphen = joint == Joint::kGlueHyphen ? 1 : 0;
        edits.push_back({begin - hyphen, end, joint == Joint::kSpace ? " " : ""});
        Extend(i, joint, infos.back());
      }
    }
    if (lines_.back().end < size) edits.push_back({lines_.back().end, size, ""});
    draft_.text.Apply(edits);
    draft_.lines = std::move(infos);
  }

 private:
  // One mark for each page from the second on: its first line, or the end of the text.
  void MarkPages() {
    std::vector<uint32_t>& marks = draft_.text.marks();
    marks.clear();
    size_t line = 0;
    for (int page = 2; page <= draft_.pages; ++page) {
      while (line < lines_.size() && lines_[line].info.page < page) ++line;
      marks.push_back(line < lines_.size() ? lines_[line].begin
                                           : static_cast<uint32_t>(draft_.text.text().size()));
    }
  }

  void Begin(size_t i, std::vector<LineInfo>& infos) {
    infos.push_back(lines_[i].info);
    in_head_ = in_head_ && i < kMaxHeadLines && lines_[i].info.cell < 0 && !IsTypeLine(paragraph_);
    paragraph_before_ = std::move(paragraph_);
    paragraph_ = lines_[i].text;
  }

  void Extend(size_t i, Joint joint, LineInfo& info) {
    if (joint == Joint::kSpace) paragraph_ += ' ';
    if (joint == Joint::kGlueHyphen) paragraph_.pop_back();
    paragraph_ += lines_[i].text;
    info.bold &= lines_[i].info.bold;
    info.italic &= lines_[i].info.italic;
    info.centered &= lines_[i].info.centered;
  }

  Joint Decide(size_t i) {
    const Line& before = lines_[i - 1];
    const Line& line = lines_[i];
    const LineInfo& info = line.info;
    if (before.info.table != info.table || before.info.cell != info.cell) {
      in_broken_table_ = false;
      return Joint::kBreak;
    }
    const LinePair pair{paragraph_before_, paragraph_, before.text, line.text,
                        &before.info,      &info,      in_head_};
    if (!info.hard_break && IsHyphenatedCode(before.text, line.text)) return Joint::kGlueHyphen;
    if (info.cell >= 0) {
      if (line.text.empty() || before.text.empty()) return Joint::kBreak;
      const bool cut =
          IsCutToken(before.text, line.text, true) || IsCutWord(before.text, line.text);
      return cut && !info.hard_break ? Joint::kGlue : JoinCell(pair);
    }
    if (in_broken_table_ && ClosesBrokenTable(line)) in_broken_table_ = false;
    if (info.line_break == LineBreak::kUnknown && info.column == Column::kFull &&
        (OpensBrokenTable(lines_, i) || OpensBrokenTable(lines_, i - 1)))
      in_broken_table_ = true;
    if (StandsApart(before, line)) return Joint::kBreak;
    if (IsCutToken(before.text, line.text, in_broken_table_)) return Joint::kGlue;
    if (in_broken_table_) return Joint::kBreak;
    // "Nơi nhận:" and lists at the margin stand where lines that go on do.
    const bool anew_at_margin = EndsSentence(before.text) && BeginsAnew(pair, habits_);
    // "... Nghị quyết này." / "Nghị quyết này được HĐND xã ...": both lines may be full and
    // indented.
    const bool closes = EndsSentence(before.text) && StartsWithClosing(line.text);
    if (info.line_break == LineBreak::kContinuation && !anew_at_margin && !closes)
      return Joint::kSpace;
    if (BeginsAnew(pair, habits_)) return Joint::kBreak;
    return info.column == Column::kFull ? JoinProse(pair, habits_) : JoinColumn(pair);
  }

  static bool StandsApart(const Line& before, const Line& line) {
    return line.info.after_table || before.info.column != line.info.column ||
           line.info.line_break == LineBreak::kParagraph || before.info.heading_mark ||
           line.info.heading_mark || IsRuleLine(before.text) || IsRuleLine(line.text) ||
           before.text == "*" || line.text == "*";
  }

  Draft& draft_;
  std::vector<Line> lines_;
  LineHabits habits_;
  std::string paragraph_before_, paragraph_;
  bool in_broken_table_ = false;
  bool in_head_ = true;
};

}  // namespace

void JoinLines(Draft& draft) {
  Joiner joiner(draft);
  joiner.Run();
}

}  // namespace congvan::normalizer
