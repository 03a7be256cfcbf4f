#include <algorithm>

#include "circumstance_text.h"
#include "clock.h"
#include "commands/commands.h"
#include "commands/database.h"
#include "correction_value.h"
#include "core/edit_distance.h"
#include "explanation.h"
#include "library_messages.h"
#include "messages.h"
#include "review_rows.h"
#include "rule_files.h"
#include "test_case.h"

namespace congvan::cli {
namespace {

using State = ReviewRow::State;

struct Placed {
  std::string document, path;
  ReviewRow row;
};

const char* StateCode(State state) {
  switch (state) {
    case State::kProposed:
      return "proposed";
    case State::kDoubtful:
      return "doubtful";
    case State::kCorrected:
      return "corrected";
    case State::kDangling:
      return "dangling";
  }
  return "";
}

std::string StateName(const ReviewRow& row) {
  if (row.state == State::kProposed) return Tr("proposed, not asserted");
  if (row.state == State::kDangling) return Tr("the correction's row is no more");
  if (row.kind == "confirm") return Tr("confirmed");
  if (row.kind == "none") return Tr("taken away");
  return row.state == State::kCorrected ? Tr("corrected") : CircumstanceText(row.circumstance);
}

bool IsCorrection(const ReviewRow& row) {
  return row.state == State::kCorrected || row.state == State::kDangling;
}

Value Given(const std::string& text) { return text.empty() ? Value() : Value(text); }

Listing ToListing(const std::vector<Placed>& rows) {
  const bool corrections = std::any_of(
      rows.begin(), rows.end(), [](const Placed& placed) { return IsCorrection(placed.row); });
  Listing listing;
  listing.columns = {{"document", ""},
                     {"", Tr("Document")},
                     {"page", Tr("Page"), ColumnKind::kNumber},
                     {"field", Tr("Field")},
                     {"value", Tr("Value")},
                     {"confidence", Tr("Confidence"), ColumnKind::kNumber},
                     {"state", ""},
                     {"", Tr("Why")},
                     {"circumstance", ""},
                     {"was", corrections ? Tr("Read before") : ""},
                     {"note", corrections ? Tr("Note") : ""},
                     {"at", corrections ? Tr("Corrected at") : ""},
                     {"text", ""},
                     {"rule", ""},
                     {"path", ""}};
  for (const Placed& placed : rows) {
    const ReviewRow& row = placed.row;
    const bool correction = IsCorrection(row);
    listing.rows.push_back(
        {placed.document, ShortLabel(placed.document),
         row.page > 0 ? Value(static_cast<int64_t>(row.page)) : Value(), row.field,
         Given(row.value), correction ? Value() : Value(row.confidence),
         std::string(StateCode(row.state)), StateName(row), Given(row.circumstance),
         correction ? Given(row.was) : Value(), Given(row.note), Given(row.at), Given(row.text),
         Given(row.rule), placed.path});
  }
  return listing;
}

// Dangling corrections first, then the most doubtful value, whichever document it is of.
void Sort(std::vector<Placed>& rows) {
  const auto rank = [](const Placed& placed) {
    return IsCorrection(placed.row) ? -1.0 : placed.row.confidence;
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const Placed& a, const Placed& b) { return rank(a) < rank(b); });
}

class Review {
 public:
  Review(const ReviewFlags& flags, const rules::RuleSet& rules, const Console& console)
      : flags_(flags), rules_(rules), console_(console) {}

  Result<void> List() const {
    CV_TRY(store::Store store, OpenDatabase(flags_.database));
    CV_TRY(const auto id, DocumentIdOf(store, flags_.document, console_));
    CV_TRY(const std::vector<store::Reading> readings, store::LoadReadings(store, id));
    CV_TRY(const std::vector<store::DocumentRow> documents, store::ListDocuments(store));
    std::vector<Placed> rows;
    for (const store::Reading& reading : readings) {
      const auto document = std::find_if(
          documents.begin(), documents.end(),
          [&](const store::DocumentRow& row) { return row.id == reading.document_id; });
      const std::string label = document == documents.end() ? reading.path : document->label;
      for (ReviewRow& row : RowsToReview(reading, flags_.below, flags_.corrected, rules_)) {
        if (flags_.field && !row.field.starts_with(*flags_.field)) continue;
        rows.push_back({label, reading.path, std::move(row)});
      }
    }
    if (!id && !flags_.corrected) {
      CV_TRY(const std::vector<store::Correction> homeless, store::ListHomeless(store));
      for (const store::Correction& correction : homeless)
        rows.push_back({correction.sha256.substr(0, 12), "", RowOf(correction)});
    }
    Sort(rows);
    Listing listing = ToListing(rows);
    Limit(listing, flags_.limit, console_);
    Print(listing, flags_.output, console_);
    return {};
  }

  /// --set, --unset, --confirm, --undo and --test-case.
  Result<void> Change() const {
    CV_TRY(store::Store store, OpenForWriting(flags_.database));
    CV_TRY(const store::DocumentRow document, OneDocument(store, *flags_.document, console_));
    CV_TRY(std::vector<store::Reading> readings, store::LoadReadings(store, document.id));
    if (readings.empty()) {
      return Fail(MakeError(ErrorCode::kNotFound, {},
                            Msg("the document is only cited: there is nothing to correct"),
                            Msg("ingest its file first")));
    }
    if (flags_.undo) {
      if (auto done = Undo(store, readings.front().sha256); !done) return done;
    } else if (flags_.field && (flags_.set || flags_.unset || flags_.confirm)) {
      if (auto done = Correct(store, readings.front()); !done) return done;
    }
    if (!flags_.test_case) return {};
    CV_TRY(readings, store::LoadReadings(store, document.id));
    const extractor::Extractor extractor{extractor::ExtractorOptions{}};
    CV_TRY(const std::string folder,
           WriteTestCase(*flags_.test_case, readings.front(), flags_.field, extractor));
    console_.Note(Say("written: {}", {folder}));
    console_.Note(Say("measure it with: congvan evaluate {}", {*flags_.test_case}));
    return {};
  }

 private:
  Result<void> Correct(store::Store& store, const store::Reading& reading) const {
    store::CorrectionRequest request{reading.sha256,
                                     *flags_.field,
                                     flags_.confirm ? store::CorrectionKind::kConfirm
                                     : flags_.unset ? store::CorrectionKind::kNone
                                                    : store::CorrectionKind::kSet,
                                     {},
                                     flags_.note,
                                     UtcNow()};
    if (flags_.set) {
      CV_TRY(request.new_value,
             CorrectionValue(*flags_.field, *flags_.set, reading.record.document, rules_));
    }
    auto done = store::Correct(store, request);
    if (!done) return Fail(WithNearField(std::move(done).error(), reading.record));
    console_.Note(Say("{0}: '{1}', was '{2}'", {done->field, store::DisplayValue(done->new_value),
                                                store::DisplayValue(done->old_value)}));
    return {};
  }

  Result<void> Undo(store::Store& store, const std::string& sha256) const {
    CV_TRY(const bool found, store::Undo(store, sha256, *flags_.field));
    if (found) {
      console_.Note(Say("{}: the correction is taken back", {*flags_.field}));
      return {};
    }
    return Fail(MakeError(ErrorCode::kNotFound, {},
                          Say("there is no correction of {}", {*flags_.field}),
                          Msg("congvan review DOC --corrected lists them")));
  }

  [[nodiscard]] Error WithNearField(Error error, const Record& record) const {
    if (error.code != ErrorCode::kNotFound) return error;
    std::vector<std::string> known;
    for (const FieldValue& value : ValuesOf(record)) known.push_back(value.path);
    if (const auto near = NearMiss(*flags_.field, known))
      error.what = Say("no value at '{0}'; did you mean '{1}'?", {*flags_.field, *near});
    return error;
  }

  const ReviewFlags& flags_;
  const rules::RuleSet& rules_;
  const Console& console_;
};

}  // namespace

int Run(const ReviewFlags& flags, const Console& console) {
  const Result<rules::RuleSet> rules = LoadRules(flags.rules_folder);
  if (!rules) return console.CannotRun(rules.error());
  const Review review(flags, *rules, console);
  const bool changes =
      flags.set || flags.unset || flags.confirm || flags.undo || flags.test_case.has_value();
  const Result<void> done = changes ? review.Change() : review.List();
  return done ? kAllFine : console.CannotRun(WithHint(done.error()));
}

}  // namespace congvan::cli
