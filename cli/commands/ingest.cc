#include <chrono>
#include <filesystem>
#include <optional>
#include <set>
#include <utility>

#include "clock.h"
#include "commands/commands.h"
#include "extractor/extractor.h"
#include "input_files.h"
#include "json_writer.h"
#include "library_messages.h"
#include "messages.h"
#include "pipeline.h"
#include "progress.h"
#include "rule_files.h"
#include "run_in_order.h"
#include "stop_request.h"
#include "store/store.h"

namespace congvan::cli {
namespace {

constexpr int kBatchDocuments = 200;
constexpr std::chrono::seconds kBatchTime{2};

/// Any text is read as a document, so one that shows nothing of a document's head is none: a note,
/// a README. An annex has no head of its own.
bool LooksLikeADocument(const Record& record) {
  const DocumentHead& head = record.document;
  return record.text_from != "text" || head.role == Role::kAnnex || head.symbol ||
         head.symbol_suffix || head.type || head.issuer || head.date;
}

/// Counts what happened, and remembers every failure.
struct Summary {
  int stored = 0, replaced = 0, known = 0, skipped = 0;
  bool stopped = false;  ///< before all were read
  std::vector<Error> failures;
};

/// The only place that touches the Store.
class Ingest {
 public:
  Ingest(const IngestFlags& flags, const Console& console, const Stages& stages,
         store::Store& store)
      : flags_(flags), console_(console), stages_(stages), store_(store), seen_at_(UtcNow()) {}

  /// An Error means that the database refused: the run cannot go on.
  Result<Summary> Run() {
    InputFiles files = FindInputFiles(flags_.paths, flags_.include);
    LeaveOutTheDatabase(files);
    summary_.skipped = files.skipped;
    for (const Error& error : files.unreadable) Failed(error);
    if (files.paths.empty() && files.unreadable.empty())
      console_.Note(Tr("no documents found in the folders given"));
    Progress progress(console_, files.paths.size());
    progress_ = &progress;

    if (Keep(store_.BeginBatch())) {
      sources_.resize(files.paths.size());
      OrderedSteps steps;
      steps.name = [&](size_t i) { return files.paths[i]; };
      steps.wanted = [&](size_t i) { return IsNew(i, files.paths[i]); };
      steps.read = [&](size_t i) { return ProcessToBytes(files.paths[i], stages_); };
      steps.store = [&](size_t i, std::optional<Result<std::string>> bytes) {
        progress.Update(i + 1, files.paths[i]);
        const SourceFile source = std::exchange(sources_[i], {});
        if (!bytes) {
          ++summary_.known;
        } else if (Keep(Store(source, std::move(*bytes)))) {
          Keep(NextBatchWhenDue());
        }
        summary_.stopped = StopRequest::Came() && i + 1 < files.paths.size();
        return !refused_ && !summary_.stopped;
      };
      RunInOrder(files.paths.size(), JobsOrDefault(flags_.jobs), steps);
      // After a refusal too: what went well before it is kept, if the database can.
      if (store_.in_batch()) Keep(store_.CommitBatch());
    }
    progress.Clear();
    progress_ = nullptr;
    if (refused_) return Fail(*refused_);
    return std::move(summary_);
  }

 private:
  /// The database may lie in the folder that is read.
  void LeaveOutTheDatabase(InputFiles& files) const {
    std::erase_if(files.paths, [&](const std::string& path) {
      std::error_code error;
      return std::filesystem::equivalent(path, flags_.database, error);
    });
  }

  /// Whether a file has to be read. Those that failed before are tried again: the cause may be
  /// gone, and the user hears of it either way.
  bool IsNew(size_t index, const std::string& path) {
    Result<SourceFile> source = stages_.extractor.Identify(path);
    if (!source) {  // reading it says better what is wrong
      sources_[index].path = path;
      return true;
    }
    sources_[index] = *source;
    const auto status = store_.Recognise(*source, seen_at_);
    if (!status) {
      refused_ = status.error();
      return false;
    }
    // The same bytes may lie in the folder twice: to read them again once is enough.
    const bool first = !flags_.force || seen_.insert(source->sha256).second;
    if (*status != store::FileStatus::kOk) return true;
    if (!flags_.force || !first) return false;
    read_again_.insert(source->sha256);
    return true;
  }

  /// `source` is known of a document that failed too, as far as it could be told.
  Result<void> Store(const SourceFile& source, Result<std::string> bytes) {
    const Result<Reading> read = FromBytes(source.path, std::move(bytes));
    if (!read) {
      const Error& error = read.error();
      Failed(error);
      // A path that is not there is a slip of typing, not a document.
      if (error.code == ErrorCode::kNotFound) return {};
      CV_TRY([[maybe_unused]] const store::PutOutcome put,
             store_.PutFailure(source, error, seen_at_));
      return {};
    }
    if (!LooksLikeADocument(read->record)) return PassOver(source);
    CV_TRY(const store::PutOutcome put,
           store_.Put(
               read->record, read->text, read->layout, seen_at_,
               read_again_.contains(source.sha256) ? store::Known::kReplace : store::Known::kKeep));
    ++CountOf(put);
    return {};
  }

  /// Named and remembered, but no failure: a folder of documents holds notes too.
  Result<void> PassOver(const SourceFile& source) {
    const Error why =
        MakeError(ErrorCode::kNoDocument, source.path, "skipped: does not look like a document",
                  "no symbol, type, issuer or date was found in it");
    if (progress_ != nullptr) progress_->Clear();
    console_.Report(why);
    ++summary_.skipped;
    CV_TRY([[maybe_unused]] const store::PutOutcome put, store_.PutFailure(source, why, seen_at_));
    return {};
  }

  int& CountOf(store::PutOutcome put) {
    if (put == store::PutOutcome::kStored) return summary_.stored;
    return put == store::PutOutcome::kReplaced ? summary_.replaced : summary_.known;
  }

  Result<void> NextBatchWhenDue() {
    const auto now = std::chrono::steady_clock::now();
    if (++in_batch_ < kBatchDocuments && now - batch_began_ < kBatchTime) return {};
    in_batch_ = 0;
    batch_began_ = now;
    if (Result<void> committed = store_.CommitBatch(); !committed) return committed;
    return store_.BeginBatch();
  }

  void Failed(const Error& error) {
    if (progress_ != nullptr) progress_->Clear();
    console_.Report(error);
    summary_.failures.push_back(error);
  }

  bool Keep(const Result<void>& result) {
    if (!result && !refused_) refused_ = result.error();
    return result.has_value();
  }

  const IngestFlags& flags_;
  const Console& console_;
  const Stages& stages_;
  store::Store& store_;
  const std::string seen_at_;
  Summary summary_;
  std::vector<SourceFile> sources_;          ///< of what is being read now
  std::set<std::string> seen_, read_again_;  ///< sha256, with --force: of this run, known before
  std::optional<Error> refused_;
  Progress* progress_ = nullptr;
  int in_batch_ = 0;
  std::chrono::steady_clock::time_point batch_began_ = std::chrono::steady_clock::now();
};

void PrintSummaryJson(const Summary& summary, const std::string& database, std::ostream& out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Key("database").String(database);
  json.Key("new").Integer(summary.stored);
  json.Key("replaced").Integer(summary.replaced);
  json.Key("known").Integer(summary.known);
  json.Key("failed").Integer(static_cast<int64_t>(summary.failures.size()));
  json.Key("skipped").Integer(summary.skipped);
  json.Key("stopped").Boolean(summary.stopped);
  json.Key("failures").BeginArray();
  for (const Error& error : summary.failures) {
    json.BeginObject();
    json.Key("path").String(error.file);
    json.Key("page");
    if (error.page > 0) {
      json.Integer(error.page);
    } else {
      json.Null();
    }
    json.Key("code").String(ToString(error.code));
    json.Key("message").String(error.what);
    json.Key("hint").String(error.hint);
    json.End();
  }
  json.End().End();
}

}  // namespace

int Run(const IngestFlags& flags, const Console& console) {
  const Result<rules::RuleSet> rules = LoadRules(flags.rules_folder);
  if (!rules) return console.CannotRun(rules.error());
  const StopRequest stop;
  Result<store::Store> store =
      store::Store::Open(flags.database, store::OpenMode::kReadWriteCreate);
  if (!store) return console.CannotRun(WithHint(store.error()));
  const extractor::Extractor extractor{extractor::ExtractorOptions{}};
  const Stages stages{extractor, *rules};

  const Result<Summary> summary = Ingest(flags, console, stages, *store).Run();
  if (!summary) {
    console.Report(WithHint(summary.error()));
    console.Note(Tr("the run was stopped; run it again to go on with what is missing"));
    return kCouldNotRun;
  }
  const auto number = [](auto n) { return std::to_string(n); };
  if (flags.force) {
    console.Note(Say("{0}: {1} read again", {flags.database, number(summary->replaced)}));
  }
  console.Note(Say("{0}: {1} new, {2} known, {3} failed, {4} skipped",
                   {flags.database, number(summary->stored), number(summary->known),
                    number(summary->failures.size()), number(summary->skipped)}));
  if (flags.json) PrintSummaryJson(*summary, flags.database, console.out);
  if (summary->stopped) {
    console.Note(Tr("the run was stopped; run it again to go on with what is missing"));
    return kStopped;
  }
  return summary->failures.empty() ? kAllFine : kSomeFailed;
}

}  // namespace congvan::cli
