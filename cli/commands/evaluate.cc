#include <cmath>
#include <filesystem>

#include "commands/commands.h"
#include "evaluation/cause.h"
#include "evaluation/evaluation.h"
#include "evaluation/gold_files.h"
#include "extractor/extractor.h"
#include "library_messages.h"
#include "messages.h"
#include "pipeline.h"
#include "rule_files.h"
#include "run_in_order.h"
#include "store/record_json.h"

namespace congvan::cli {
namespace {

namespace fs = std::filesystem;

/// A record to measure, and its document's text where that was read.
struct Measured {
  std::string record;
  std::optional<CauseFinder> causes;
};

/// A record that is missing is one in which nothing was found.
Measured FromRecords(const std::string& path) {
  auto record = ReadWholeFile(path);
  return {record ? std::move(*record) : std::string(), std::nullopt};
}

Result<Measured> FromDocument(const GoldFile& file, std::optional<Result<std::string>> bytes) {
  if (!bytes) {
    return Fail(MakeError(ErrorCode::kNotFound, file.gold, Msg("its document is not beside it"),
                          Msg("put it there under the same name, or name a folder of records")));
  }
  CV_TRY(const Reading reading, FromBytes(*file.source, std::move(*bytes)));
  Measured measured{store::ToJson(reading.record, store::JsonLayout::kLine), std::nullopt};
  measured.causes.emplace(reading.text.text);
  return measured;
}

std::string CauseName(Cause cause) {
  switch (cause) {
    case Cause::kLost:
      return Tr("not in the text as read");
    case Cause::kUnread:
      return Tr("in the text, read by no rule");
    case Cause::kOther:
      return Tr("something else was read");
    case Cause::kExtra:
      return Tr("not in the gold");
  }
  return {};
}

double Rounded(double figure) { return std::round(figure * 1000) / 1000; }

Listing Figures(const Evaluation& evaluation) {
  Listing listing;
  listing.columns = {{"field", Tr("Field")},
                     {"precision", Tr("Precision"), ColumnKind::kNumber},
                     {"recall", Tr("Recall"), ColumnKind::kNumber},
                     {"f1", "F1", ColumnKind::kNumber},
                     {"gold", Tr("Gold"), ColumnKind::kNumber},
                     {"found", Tr("Found"), ColumnKind::kNumber}};
  for (const auto& [field, tally] : evaluation.fields()) {
    listing.rows.push_back({field, Rounded(tally.precision()), Rounded(tally.recall()),
                            Rounded(tally.f1()), static_cast<int64_t>(tally.gold),
                            static_cast<int64_t>(tally.found)});
  }
  return listing;
}

struct Blamed {
  Miss miss;
  std::optional<Cause> cause;
};

Listing Misses(const std::vector<Blamed>& misses) {
  Listing listing;
  listing.columns = {{"document", Tr("Document")}, {"field", Tr("Field")}, {"item", Tr("Of")},
                     {"want", Tr("Wanted")},       {"got", Tr("Got")},     {"cause", Tr("Cause")},
                     {"rule", Tr("Rule")}};
  for (const Blamed& blamed : misses) {
    const Miss& miss = blamed.miss;
    const bool whole = miss.item == miss.want.value_or("") || miss.item == miss.got.value_or("");
    listing.rows.push_back({miss.document, miss.field, whole ? Value() : Value(miss.item),
                            ToValue(miss.want), ToValue(miss.got),
                            blamed.cause ? Value(CauseName(*blamed.cause)) : Value(),
                            miss.rule.empty() ? Value() : Value(miss.rule)});
  }
  return listing;
}

}  // namespace

int Run(const EvaluateFlags& flags, const Console& console) {
  if (flags.records && fs::is_directory(flags.gold) && fs::is_regular_file(*flags.records)) {
    return console.CannotRun(
        MakeError(ErrorCode::kUsage, *flags.records,
                  Msg("one record cannot be measured against a folder of gold"),
                  Msg("name the gold of this record, or a folder of records")));
  }
  const auto files = FindGold(flags.gold, flags.records);
  if (!files) return console.CannotRun(files.error());
  const auto rules = LoadRules(flags.rules_folder);
  if (!rules) return console.CannotRun(rules.error());
  const extractor::Extractor extractor{extractor::ExtractorOptions{}};
  const Stages stages{extractor, *rules};

  Evaluation evaluation;
  std::vector<Blamed> blamed;
  bool all_fine = true;
  const auto add = [&](const GoldFile& file, const Result<Measured>& measured) -> Result<void> {
    if (!measured) return Fail(measured.error());
    CV_TRY(const std::string gold, ReadWholeFile(file.gold));
    if (auto added = evaluation.Add(file.name, gold, measured->record); !added) return added;
    for (size_t m = blamed.size(); m < evaluation.misses().size(); ++m) {
      const Miss& miss = evaluation.misses()[m];
      const auto& causes = measured->causes;
      blamed.push_back({miss, causes ? std::optional(causes->Of(miss)) : std::nullopt});
    }
    return {};
  };
  OrderedSteps steps;
  steps.name = [&](size_t i) { return (*files)[i].source.value_or((*files)[i].gold); };
  steps.wanted = [&](size_t i) { return !(*files)[i].record && (*files)[i].source; };
  steps.read = [&](size_t i) { return ProcessToBytes(*(*files)[i].source, stages); };
  steps.store = [&](size_t i, std::optional<Result<std::string>> bytes) {
    const GoldFile& file = (*files)[i];
    const auto added = add(file, file.record ? Result<Measured>(FromRecords(*file.record))
                                             : FromDocument(file, std::move(bytes)));
    if (!added) {
      console.Report(WithHint(added.error()));
      all_fine = false;
    }
    return true;
  };
  RunInOrder(files->size(), JobsOrDefault(flags.jobs), steps);
  Print(flags.misses ? Misses(blamed) : Figures(evaluation), flags.output, console);
  if (!flags.misses && !blamed.empty() && flags.output.format == ListFormat::kTable)
    console.Note(Say("{} differences; --misses lists them", {std::to_string(blamed.size())}));
  return all_fine ? kAllFine : kSomeFailed;
}

}  // namespace congvan::cli
