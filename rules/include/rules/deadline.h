// rules/deadline.h: deadlines as Vietnamese papers word them.
//
//   ReadDeadlineCell("Quý IV/2025-Quý I/2026", context, rules)   kind period, due 2026-03-31
//   ReadDeadlineCell("trước ngày 20 hằng tháng", ...)            kind recurring, every month
//
// rules/data/deadlines.toml says what words about time mean, deadlines_prose.toml where in a
// sentence such words set a deadline, deadlines_every.toml and deadlines_links.toml name cycles and
// the words between milestones, deadlines_before.toml those before a day, deadlines_qualify.toml
// the cycles that belong to a noun ("kế hoạch hằng năm"), milestones.toml the milestones of
// headings. All texts are NFC; everything here is pure and safe on any thread.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/record.h"
#include "core/span.h"
#include "rules/rule_set.h"

namespace congvan::rules {

struct DeadlineContext {
  /// The document's own date: its year fills in one that is left out ("tháng 12", "trước 30/6", "6
  /// tháng cuối năm"), unless the day would then lie before the document: that day stays unknown.
  std::optional<PartialDate> document_date;
  /// The year whose work the document plans, where its title says so; fills in before the date's.
  int plan_year = 0;
};

/// The year of the work that a document's title names ("Kế hoạch chuyển đổi số năm 2026"); 0 when
/// it names none, or more than one.
int ReadPlanYear(std::string_view title, const RuleSet& rules);

/// A whole cell of a deadline column: everything in it speaks of time ("2025", "Quý IV/2025; Quý
/// I/2026"). Of several milestones, which `milestones` lists, `due` is the last and `every` the
/// shortest. Empty text: kind
/// none, text nullopt. A cell that no rule understands: kind none, the text kept.
Deadline ReadDeadlineCell(std::string_view cell, const DeadlineContext& context,
                          const RuleSet& rules);

/// The deadline that a sentence or a bullet sets for its task ("..., hoàn thành trước ngày
/// 15/11/2025"); kind none and text nullopt when it sets none. Dates of cited documents ("Kế hoạch
/// số 12/KH-UBND ngày 01/4/2025"), periods that name a subject ("giai đoạn 2026 - 2030" of a
/// programme) and years of laws are no deadlines. `text_span` is the place of Deadline::text, bytes
/// of `prose`.
struct ProseDeadline {
  Deadline deadline;
  size_t begin = 0, end = 0;
  std::string rule;
  /// Bytes [first, second) of all words it was made from: of several milestones each.
  std::vector<std::pair<size_t, size_t>> made_from = {};
};
ProseDeadline ReadDeadlineInProse(std::string_view prose, const DeadlineContext& context,
                                  const RuleSet& rules);

/// The milestone that a heading, a column title or a group row names ("Đến năm 2025", "Mục tiêu đến
/// hết năm 2030", "Năm 2026", "Tầm nhìn đến năm 2045", "Giai đoạn 2026-2030"): "2025", "2025-06" or
/// "2025-06-30"; nullopt if none.
std::optional<std::string> ReadMilestone(std::string_view heading, const RuleSet& rules);

}  // namespace congvan::rules
