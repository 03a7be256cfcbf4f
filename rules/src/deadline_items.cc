#include "deadline_items.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"
#include "core/vietnamese.h"

namespace congvan::rules {
namespace {

constexpr std::array<std::string_view, 5> kCycles = {"week", "month", "quarter", "half-year",
                                                     "year"};

// A date as a rule read it, before a missing year is filled in.
struct RawDate {
  int year = 0, month = 0, day = 0;
};

int NumberOf(const Match& match, std::string_view text, std::string_view name) {
  const auto digits = match.Get(text, name);
  if (!digits || digits->empty() || digits->size() > 4) return 0;
  int value = 0;
  for (char c : *digits) {
    if (c < '0' || c > '9') return 0;
    value = 10 * value + (c - '0');
  }
  return value;
}

int QuarterOf(std::string_view text) {
  const std::string folded = ToLower(text);
  if (folded == "i" || folded == "1") return 1;
  if (folded == "ii" || folded == "2") return 2;
  if (folded == "iii" || folded == "3") return 3;
  return 4;
}

RawDate ReadDate(const Match& match, std::string_view text) {
  RawDate date{NumberOf(match, text, "year"), NumberOf(match, text, "month"),
               NumberOf(match, text, "day")};
  if (date.year == 0) date.year = NumberOf(match, text, "year_short");
  if (date.year > 0 && date.year < 100) date.year += 2000;
  if (const auto quarter = match.Get(text, "quarter")) date.month = 3 * QuarterOf(*quarter);
  if (const auto half = match.Get(text, "half")) {
    int months = NumberOf(match, text, "months");
    if (const auto word = match.Get(text, "half_word")) months = ToLower(*word) == "ba" ? 3 : 9;
    const bool first = ToLower(*half) == "đầu";
    date.month = !first ? 12 : months == 0 ? 6 : months;
  }
  return date;
}

bool IsDated(DeadlineKind kind) {
  switch (kind) {
    case DeadlineKind::kDate:
    case DeadlineKind::kMonth:
    case DeadlineKind::kQuarter:
    case DeadlineKind::kYear:
    case DeadlineKind::kPeriod:
      return true;
    default:
      return false;
  }
}

std::optional<std::string> ShortestCycle(const std::vector<std::string>& cycles) {
  for (std::string_view cycle : kCycles) {
    if (std::find(cycles.begin(), cycles.end(), cycle) != cycles.end()) return std::string(cycle);
  }
  return std::nullopt;
}

bool IsShorter(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  const auto rank = [](const std::optional<std::string>& cycle) {
    return cycle ? std::find(kCycles.begin(), kCycles.end(), *cycle) : kCycles.end();
  };
  return rank(a) < rank(b);
}

std::optional<std::string> CycleOf(const Match& match, std::string_view text,
                                   const RuleSet& rules) {
  if (const auto every = (*match.rule)["every"]; !every.empty()) return std::string(every);
  std::vector<std::string> cycles;
  for (const Match& cycle : rules.group("deadlines_every").Leftmost(match.Of(text)))
    cycles.emplace_back((*cycle.rule)["every"]);
  return ShortestCycle(cycles);
}

// The words before or between milestones: "range", "start" or "".
std::string_view LinkRole(std::string_view words, const RuleSet& rules) {
  const auto link = rules.group("deadlines_links").MatchWhole(words);
  return link ? (*link->rule)["role"] : std::string_view();
}

// A milestone without a year belongs to the year of the next one that has a year ("tháng 11,
// 12/2025"), else of the one before it, else to the year that the document plans, else to the
// document's.
void FillYears(std::vector<RawDate>& dates, const std::vector<TimeItem>& items,
               const DeadlineContext& context) {
  int year = 0;
  for (size_t i = items.size(); i-- > 0;) {
    if (!items[i].dated()) continue;
    if (dates[i].year == 0) dates[i].year = year;
    year = dates[i].year;
  }
  year = context.plan_year;
  if (year == 0 && context.document_date) year = context.document_date->year;
  for (size_t i = 0; i < items.size(); ++i) {
    if (!items[i].dated()) continue;
    if (dates[i].year == 0) dates[i].year = year;
    if (dates[i].year != 0) year = dates[i].year;
  }
}

// "Quý I" in a plan of November: no year makes it both the document's and still to come.
bool IsBefore(const PartialDate& day, const DeadlineContext& context) {
  return context.document_date && day < *context.document_date;
}

// A day or month that no calendar has ("6/20"), whatever the year.
bool Impossible(const RawDate& date) {
  return (date.month != 0 || date.day != 0) && !MakeDate(2000, date.month, date.day);
}

void MarkLinks(std::vector<TimeItem>& items, std::string_view phrase, const RuleSet& rules) {
  size_t end = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    TimeItem& item = items[i];
    const std::string_view before = phrase.substr(end, item.begin - end);
    end = item.end;
    if (!item.dated()) continue;
    const std::string_view role = LinkRole(before, rules);
    if (role == "start" && !item.range) item.start = true;  // "từ tháng 6 - tháng 9/2026" has both
    if (i > 0 && items[i - 1].dated()) {
      // "đến" may have been read as part of the later milestone ("... đến hết năm 2026").
      const std::string_view words = phrase.substr(items[i - 1].end, item.end - items[i - 1].end);
      const auto range = rules.group("deadlines_links").MatchStart(words);
      const bool joined =
          range && (*range->rule)["role"] == "range" && items[i - 1].end + range->end >= item.begin;
      item.joined = joined;
      item.range = item.range || joined;
    }
  }
}

// Reads which day an item names and whether "trước" stands before it; `from` is the end of the item
// before it.
void ReadNamedDay(const Match& match, std::string_view phrase, size_t from, const RuleSet& rules,
                  TimeItem& item) {
  size_t at = item.kind == DeadlineKind::kDate ? match.begin : 0;
  item.names_day = item.kind == DeadlineKind::kDate;
  for (const Match::Group& group : match.groups) {
    const bool recurs = item.kind == DeadlineKind::kRecurring;
    if (!recurs || (group.name != "day" && group.name != "on")) continue;
    item.names_day = true;
    at = group.begin;
  }
  if (!item.names_day) return;
  item.day = NumberOf(match, phrase, "day");
  item.before =
      rules.group("deadlines_before").MatchWhole(phrase.substr(from, at - from)).has_value();
}

// "cuối năm 2025, đầu năm 2026": the last milestone names no day.
bool EndsVaguely(const std::vector<TimeItem>& items, const TimeItem& last) {
  return last.due && std::any_of(items.begin(), items.end(), [&last](const TimeItem& item) {
           return item.dated() && !item.due && !item.start && item.year > last.due->year;
         });
}

}  // namespace

bool TimeItem::dated() const { return IsDated(kind); }

std::vector<TimeItem> ReadTimeItems(std::string_view phrase, const DeadlineContext& context,
                                    const RuleSet& rules) {
  std::vector<TimeItem> items;
  std::vector<RawDate> dates;
  for (const Match& match : rules.group("deadlines").Leftmost(phrase)) {
    const Rule& rule = *match.rule;
    if (rule["kind"] == "mask") continue;
    TimeItem item;
    item.rule = &rule;
    item.begin = match.begin;
    item.end = match.end;
    item.open = rule["kind"] == "open";
    if (const auto kind = ParseDeadlineKind(rule["kind"])) item.kind = *kind;
    if (item.kind == DeadlineKind::kRecurring) item.every = CycleOf(match, phrase, rules);
    item.range =
        match.Get(phrase, "range") || match.Get(phrase, "range_last") || match.Get(phrase, "from");
    const RawDate date = ReadDate(match, phrase);
    if (item.dated() && Impossible(date)) continue;
    item.own_year = date.year != 0;
    ReadNamedDay(match, phrase, items.empty() ? 0 : items.back().end, rules, item);
    dates.push_back(date);
    items.push_back(std::move(item));
  }
  MarkLinks(items, phrase, rules);
  FillYears(dates, items, context);
  for (size_t i = 0; i < items.size(); ++i) {
    const RawDate& date = dates[i];
    items[i].year = date.year;
    if (!items[i].dated() || (*items[i].rule)["vague"] == "true") continue;
    const auto due = MakeDate(date.year, date.month, date.day);
    if (due && (items[i].own_year || !IsBefore(due->LastDay(), context)))
      items[i].due = due->LastDay();
  }
  return items;
}

bool NamesImpossibleDay(std::string_view phrase, const RuleSet& rules) {
  const std::vector<Match> found = rules.group("deadlines").Leftmost(phrase);
  return std::any_of(found.begin(), found.end(), [phrase](const Match& match) {
    const auto kind = ParseDeadlineKind((*match.rule)["kind"]);
    return kind && IsDated(*kind) && Impossible(ReadDate(match, phrase));
  });
}

int ReadPlanYear(std::string_view title, const RuleSet& rules) {
  const std::string line = OneLine(title);
  int year = 0;
  for (const Match& match : rules.group("deadlines_year").Leftmost(line)) {
    const int named = NumberOf(match, line, "year");
    if (named == 0 || named == year) continue;
    if (year != 0) return 0;
    year = named;
  }
  return year;
}

std::optional<PartialDate> DateOfGroups(const Match& match, std::string_view text) {
  const RawDate date = ReadDate(match, text);
  return MakeDate(date.year, date.month, date.day);
}

namespace {

// What the items of one deadline say together.
class TimeTally {
 public:
  explicit TimeTally(const std::vector<TimeItem>& items) : items_(items) {
    const bool yearly = std::any_of(items.begin(), items.end(), [](const TimeItem& item) {
      return item.every == "year" || item.every == "half-year";
    });
    for (size_t i = 0; i < items.size(); ++i) {
      // "hằng năm ..., chậm nhất ngày 17 tháng 12": a day of every year, not of this one.
      if (yearly && items[i].dated() && !items[i].own_year) continue;
      Add(items[i], i + 1 < items.size() && items[i + 1].range);
    }
  }

  [[nodiscard]] Deadline Combined() const {
    Deadline out;
    out.every = ShortestCycle(cycles_);
    out.kind = Kind();
    if (last_ != nullptr && !open_ && !EndsVaguely(items_, *last_)) out.due = last_->due;
    const bool recurs = out.kind == DeadlineKind::kRecurring;
    if (recurs && every_day_ != nullptr && every_day_->day != 0) out.day = every_day_->day;
    const TimeItem* named = recurs && every_day_ != nullptr ? every_day_ : last_;
    if (named != nullptr && named->names_day && (named != last_ || out.due))
      out.op = named->before ? "<" : "<=";
    return out;
  }

 private:
  void Add(const TimeItem& item, bool begins_range) {
    open_ = open_ || item.open;
    ongoing_ = ongoing_ || item.kind == DeadlineKind::kOngoing;
    if (item.every) cycles_.push_back(*item.every);
    if (item.dated()) {
      AddDated(item, begins_range);
      return;
    }
    if (item.kind == DeadlineKind::kRecurring) AddRecurring(item);
    const bool weak = item.kind == DeadlineKind::kOnRequest;
    const bool replaces =
        first_other_ == nullptr || (first_other_->kind == DeadlineKind::kOnRequest && !weak);
    if (!item.open && replaces) first_other_ = &item;
  }

  void AddDated(const TimeItem& item, bool begins_range) {
    if (item.start && !begins_range) {
      starts_ = true;
      return;
    }
    range_ = range_ || item.range;
    if (last_ == nullptr || (item.due && (!last_->due || *last_->due <= *item.due))) last_ = &item;
  }

  void AddRecurring(const TimeItem& item) {
    if (recurring_ == nullptr || !recurring_->every) recurring_ = &item;
    if (item.names_day && (every_day_ == nullptr || IsShorter(item.every, every_day_->every)))
      every_day_ = &item;
  }

  [[nodiscard]] DeadlineKind Kind() const {
    if (recurring_ != nullptr && (recurring_->every || first_other_ == recurring_))
      return DeadlineKind::kRecurring;
    if (open_ || (starts_ && last_ == nullptr)) return DeadlineKind::kOngoing;
    if (last_ != nullptr) return range_ || ongoing_ ? DeadlineKind::kPeriod : last_->kind;
    return first_other_ != nullptr ? first_other_->kind : DeadlineKind::kNone;
  }

  const std::vector<TimeItem>& items_;
  std::vector<std::string> cycles_;
  const TimeItem *last_ = nullptr, *first_other_ = nullptr, *recurring_ = nullptr;
  const TimeItem* every_day_ = nullptr;  // the recurring one of the shortest cycle that names a day
  bool open_ = false, starts_ = false, range_ = false, ongoing_ = false;
};

}  // namespace

Deadline CombineTimeItems(const std::vector<TimeItem>& items) {
  return TimeTally(items).Combined();
}

}  // namespace congvan::rules
