#include "pipeline.h"

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

Result<Processed> Process(const std::string& path, const Stages& stages) {
  Result<RawDocument> extracted = stages.extractor.Extract(path);
  if (!extracted) return Fail(WithHint(std::move(extracted).error()));
  return ProcessRaw(std::move(*extracted), stages.rules);
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
