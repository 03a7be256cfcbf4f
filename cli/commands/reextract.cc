#include <algorithm>
#include <set>

#include "clock.h"
#include "commands/commands.h"
#include "commands/database.h"
#include "core/raw_document_codec.h"
#include "library_messages.h"
#include "messages.h"
#include "pipeline.h"
#include "record_diff.h"
#include "rule_files.h"
#include "store/corrections.h"
#include "version.h"

namespace congvan::cli {
namespace {

constexpr int kBatchDocuments = 200;

struct Summary {
  int again = 0, changed = 0, known = 0, failed = 0, dangling = 0;
};

/// One after the other, in this process: a layout that was stored is no hostile file any more.
class Reextract {
 public:
  Reextract(const ReextractFlags& flags, const rules::RuleSet& rules, const Console& console,
            store::Store& store)
      : flags_(flags), rules_(rules), console_(console), store_(store), seen_at_(UtcNow()) {
    changes_.columns = {{"document", ""},         {"", Tr("Document")},   {"field", Tr("Field")},
                        {"before", Tr("Before")}, {"after", Tr("After")}, {"path", ""}};
  }

  /// An Error means that the database refused.
  Result<Summary> Run() {
    CV_TRY(const std::vector<store::Reading> readings, Readings());
    CV_TRY(documents_, store::ListDocuments(store_));
    for (const store::Reading& reading : readings) {
      if (!flags_.force && reading.rules_version == rules_.version() &&
          reading.program_version == kVersion) {
        ++summary_.known;
        continue;
      }
      if (auto done = Again(reading); !done) return Fail(done.error());
    }
    if (store_.in_batch()) {
      if (auto committed = store_.CommitBatch(); !committed) return Fail(committed.error());
    }
    return summary_;
  }

  [[nodiscard]] const Listing& changes() const { return changes_; }

 private:
  Result<std::vector<store::Reading>> Readings() {
    if (flags_.documents.empty()) return store::LoadReadings(store_);
    std::vector<store::Reading> all;
    std::set<int64_t> seen;
    for (const std::string& typed : flags_.documents) {
      CV_TRY(const store::DocumentRow row, OneDocument(store_, typed, console_));
      if (!seen.insert(row.id).second) continue;
      CV_TRY(std::vector<store::Reading> some, store::LoadReadings(store_, row.id));
      std::move(some.begin(), some.end(), std::back_inserter(all));
    }
    return all;
  }

  Result<void> Again(const store::Reading& reading) {
    CV_TRY(const auto layout, store::LoadLayout(store_, reading.sha256));
    auto raw = layout ? DecodeRawDocument(*layout) : std::nullopt;
    if (!raw) {
      console_.Report(MakeError(ErrorCode::kDamaged, reading.path,
                                Msg("its layout is not in the database"),
                                Msg("ingest the file with --force")));
      ++summary_.failed;
      return {};
    }
    raw->source.path = reading.path;
    const Processed now = ProcessRaw(std::move(*raw), rules_);
    ++summary_.again;
    AddChanges(reading, now.record);
    if (flags_.dry_run) return {};
    if (!store_.in_batch()) {
      if (auto begun = store_.BeginBatch(); !begun) return begun;
    }
    CV_TRY([[maybe_unused]] const store::PutOutcome put,
           store_.Put(now.record, now.text, *layout, seen_at_, store::Known::kReplace));
    return ++in_batch_ % kBatchDocuments == 0 ? store_.CommitBatch() : Result<void>();
  }

  void AddChanges(const store::Reading& reading, const Record& now) {
    const store::Corrected before = store::Apply(reading.record, reading.corrections);
    const store::Corrected after = store::Apply(now, reading.corrections);
    const std::string label = LabelOf(reading);
    const std::vector<Change> found = Differences(before.record, after.record);
    if (!found.empty()) ++summary_.changed;
    for (const Change& change : found) {
      changes_.rows.push_back({label, ShortLabel(label), change.field, ToValue(change.before),
                               ToValue(change.after), reading.path});
    }
    for (size_t i = 0; i < after.corrections.size(); ++i) {
      const store::Correction& correction = after.corrections[i];
      if (correction.now || !before.corrections[i].now) continue;
      ++summary_.dangling;
      console_.Warn(Say("{0}: the correction of {1} finds its row no more; it is kept",
                        {reading.path, *before.corrections[i].now}));
    }
  }

  [[nodiscard]] std::string LabelOf(const store::Reading& reading) const {
    const auto row = std::find_if(
        documents_.begin(), documents_.end(),
        [&](const store::DocumentRow& document) { return document.id == reading.document_id; });
    return row == documents_.end() ? reading.path : row->label;
  }

  const ReextractFlags& flags_;
  const rules::RuleSet& rules_;
  const Console& console_;
  store::Store& store_;
  const std::string seen_at_;
  std::vector<store::DocumentRow> documents_;
  Listing changes_;
  Summary summary_;
  int in_batch_ = 0;
};

}  // namespace

int Run(const ReextractFlags& flags, const Console& console) {
  const Result<rules::RuleSet> rules = LoadRules(flags.rules_folder);
  if (!rules) return console.CannotRun(rules.error());
  Result<store::Store> store =
      flags.dry_run ? OpenDatabase(flags.database) : OpenForWriting(flags.database);
  if (!store) return console.CannotRun(WithHint(store.error()));
  Reextract run(flags, *rules, console, *store);
  const Result<Summary> summary = run.Run();
  if (!summary) return console.CannotRun(WithHint(summary.error()));
  Print(run.changes(), flags.output, console);
  const auto number = [](int n) { return std::to_string(n); };
  console.Note(Say("{0}: {1} read again, {2} of them changed; {3} up to date, {4} failed",
                   {flags.database, number(summary->again), number(summary->changed),
                    number(summary->known), number(summary->failed)}));
  if (flags.dry_run) console.Note(Tr("a trial run: nothing was stored"));
  return summary->failed == 0 ? kAllFine : kSomeFailed;
}

}  // namespace congvan::cli
