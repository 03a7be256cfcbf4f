#include "pipeline.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/evidence_boxes.h"
#include "core/raw_document_codec.h"
#include "extractor/worker_pool.h"
#include "library_messages.h"
#include "normalizer/normalize.h"
#include "rules/assemble.h"
#include "version.h"

namespace congvan::cli {

namespace {

// Its letters mean others: whatever the rules find in it is chance.
bool IsInLegacyFont(const Record& record) {
  return std::any_of(record.notes.begin(), record.notes.end(),
                     [](const Diagnostic& note) { return note.code == "legacy-font"; });
}

}  // namespace

Result<Processed> Process(const std::string& path, const Stages& stages) {
  Result<RawDocument> extracted = stages.extractor.Extract(path);
  if (!extracted) return Fail(WithHint(std::move(extracted).error()));
  Processed done = ProcessRaw(std::move(*extracted), stages.rules);
  if (IsInLegacyFont(done.record)) {
    return Fail(WithHint(MakeError(
        ErrorCode::kUnsupported, path, "written in a font older than Unicode (TCVN3, VNI)",
        "convert it to Unicode, as UniKey and Word macros do, and give it again")));
  }
  return done;
}

Processed ProcessRaw(RawDocument raw, const rules::RuleSet& rules) {
  NormalizedText text = normalizer::Normalize(raw);
  Record record = rules::Assemble(text, raw.source, rules);
  record.pages = static_cast<int>(raw.pages.size());
  record.text_from = raw.text_from;
  record.program_version = kVersion;
  AddBoxes(raw, text, record);
  return Processed{std::move(raw), std::move(text), std::move(record)};
}

Result<Reading> ProcessApart(const std::string& path, const Stages& stages) {
  extractor::WorkerPool pool([&](size_t) { return ProcessToBytes(path, stages); },
                             [&](size_t) { return path; }, extractor::WorkerPoolOptions{});
  pool.Give(0);
  return FromBytes(path, pool.Take(0));
}

Result<std::string> ProcessToBytes(const std::string& path, const Stages& stages) {
  CV_TRY(Processed done, Process(path, stages));
  return Encode(Reading{std::move(done.record), std::move(done.text), Encode(done.raw)});
}

Result<Reading> FromBytes(const std::string& path, Result<std::string> bytes) {
  if (!bytes) return Fail(WithHint(std::move(bytes).error()));
  std::optional<Reading> reading = DecodeReading(*bytes);
  if (!reading) {
    return Fail(MakeError(ErrorCode::kCrashed, path,
                          "the process reading it sent an answer that makes no sense",
                          "print it to a new PDF; if that fails too, report it with the file"));
  }
  return std::move(*reading);
}

}  // namespace congvan::cli
