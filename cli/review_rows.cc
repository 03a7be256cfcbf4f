#include "review_rows.h"

#include <algorithm>

#include "explanation.h"

namespace congvan::cli {
namespace {

// A correction of "tasks[3].lead" settles "tasks[3].lead[0]".
bool IsSettled(const std::string& field, const std::vector<store::Correction>& corrections) {
  return std::any_of(corrections.begin(), corrections.end(),
                     [&](const store::Correction& c) { return c.now && Holds(*c.now, field); });
}

ReviewRow RowOf(const Evidence& evidence, std::string value, ReviewRow::State state) {
  ReviewRow row;
  row.state = state;
  row.field = evidence.field;
  row.value = std::move(value);
  row.confidence = evidence.confidence;
  row.circumstance = evidence.circumstance;
  row.rule = evidence.rule;
  row.text = evidence.text;
  row.page = evidence.spans.empty() ? 0 : evidence.spans.front().page;
  return row;
}

// One piece of evidence may speak for several values ("deadline" for its day and kind): the first
// stands for all.
void AddDoubtful(const store::Reading& reading, double below, const rules::RuleSet& rules,
                 std::vector<ReviewRow>& rows) {
  const Evidence* last = nullptr;
  for (const Explained& value : Explain(reading.record, "", rules)) {
    if (value.evidence == nullptr || value.evidence == last || value.evidence->confidence >= below)
      continue;
    last = value.evidence;
    if (IsSettled(last->field, reading.corrections)) continue;
    rows.push_back(
        RowOf(*last, value.field.value,
              value.proposed ? ReviewRow::State::kProposed : ReviewRow::State::kDoubtful));
  }
}

}  // namespace

ReviewRow RowOf(const store::Correction& correction) {
  ReviewRow row;
  row.state = correction.now ? ReviewRow::State::kCorrected : ReviewRow::State::kDangling;
  row.field = correction.now.value_or(correction.field);
  row.value = store::DisplayValue(correction.new_value);
  row.was = store::DisplayValue(correction.old_value);
  row.note = correction.note;
  row.at = correction.corrected_at;
  row.kind = store::ToString(correction.kind);
  return row;
}

std::vector<ReviewRow> RowsToReview(const store::Reading& reading, double below, bool corrections,
                                    const rules::RuleSet& rules) {
  std::vector<ReviewRow> rows;
  for (const store::Correction& correction : reading.corrections) {
    if (correction.now.has_value() == corrections) rows.push_back(RowOf(correction));
  }
  if (corrections) return rows;
  const auto doubtful = static_cast<std::ptrdiff_t>(rows.size());
  AddDoubtful(reading, below, rules, rows);
  std::stable_sort(rows.begin() + doubtful, rows.end(), [](const ReviewRow& a, const ReviewRow& b) {
    return a.confidence < b.confidence;
  });
  return rows;
}

}  // namespace congvan::cli
