#include "deadline_milestones.h"

#include <algorithm>

#include "core/utf8.h"

namespace congvan::rules {
namespace {

constexpr size_t kNone = std::string_view::npos;

std::string_view CutEdges(std::string_view text) {
  constexpr std::string_view kEdges = " \n\t.,;:-+*";
  while (!text.empty() && kEdges.find(text.front()) != kNone) text.remove_prefix(1);
  while (!text.empty() && kEdges.find(text.back()) != kNone) text.remove_suffix(1);
  for (std::string_view mark : {"–", "•"}) {
    if (text.starts_with(mark)) return CutEdges(text.substr(mark.size()));
  }
  for (std::string_view word : {"và ", "hoặc "}) {
    if (text.starts_with(word)) return CutEdges(text.substr(word.size()));
  }
  return text;
}

// The last full stop that ends a sentence.
size_t LastStop(std::string_view words) {
  const size_t stop = words.rfind(". ");
  return stop == kNone ? words.rfind(".\n") : stop;
}

// Whether two neighbours are points in time of the same rank, which a comma or "và" may part.
bool MayStandInList(const TimeItem& a, const TimeItem& b) {
  const auto listed = [](const TimeItem& item) {
    return item.dated() || item.kind == DeadlineKind::kRecurring;
  };
  return listed(a) && listed(b) && !a.start;
}

// Where the words between two items are cut; kNone when both belong together.
size_t CutOf(std::string_view words, const TimeItem& before, const TimeItem& behind) {
  if (behind.joined || before.open || behind.open) return kNone;
  for (size_t cut : {words.rfind(';'), LastStop(words)}) {
    if (cut != kNone) return cut;
  }
  const size_t line = words.rfind('\n');
  if (line != kNone && line + 1 < words.size() && !CutEdges(words.substr(line)).empty())
    return line;
  if (!MayStandInList(before, behind)) return kNone;
  if (line != kNone) return line;
  // "Tháng 3/2026: khảo sát, lập dự toán, tháng 5/2026: triển khai": the time leads its part.
  const bool leads = words.starts_with(":") || words.starts_with(" :");
  const size_t comma = leads ? words.rfind(", ") : words.find(", ");
  if (comma != kNone) {
    const bool same_rank = before.dated() == behind.dated();
    return same_rank || !CutEdges(words).empty() ? comma : kNone;
  }
  return leads ? words.rfind(" và ") : words.find(" và ");
}

}  // namespace

std::string OneLineWithBreaks(std::string_view text) {
  std::string out;
  char blank = 0;
  for (char c : Trim(text)) {
    if (c == '\n') {
      blank = '\n';
    } else if (Trim(std::string_view(&c, 1)).empty()) {
      if (blank == 0) blank = ' ';
    } else {
      if (blank != 0) out.push_back(blank);
      blank = 0;
      out.push_back(c);
    }
  }
  return out;
}

std::vector<Milestone> SplitMilestones(std::string_view text, const std::vector<TimeItem>& items) {
  std::vector<Milestone> out;
  size_t begin = 0, first = 0;
  const auto close = [&](size_t end, size_t behind) {
    const std::vector<TimeItem> own(items.begin() + static_cast<std::ptrdiff_t>(first),
                                    items.begin() + static_cast<std::ptrdiff_t>(behind));
    const Deadline part = CombineTimeItems(own);
    if (part.kind != DeadlineKind::kNone) {
      out.push_back(
          {OneLine(CutEdges(text.substr(begin, end - begin))), part.kind, part.due, part.every});
    }
    begin = end;
    first = behind;
  };
  for (size_t i = 1; i < items.size(); ++i) {
    const size_t from = items[i - 1].end;
    if (items[i].begin < from) continue;
    const size_t cut = CutOf(text.substr(from, items[i].begin - from), items[i - 1], items[i]);
    if (cut != kNone) close(from + cut, i);
  }
  if (!items.empty()) close(text.size(), items.size());
  if (out.size() < 2) out.clear();
  return out;
}

}  // namespace congvan::rules
