#include "pipeline.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "core/evidence_boxes.h"
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

int JobsOrDefault(int jobs) {
#if defined(__SANITIZE_ADDRESS__)
  // GCC 12's AddressSanitizer does not hold its allocator's lock while a process forks: a child
  // forked while another thread allocates waits for ever. Threads are tried without it.
  static_cast<void>(jobs);
  return 1;
#else
  return jobs > 0 ? jobs : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
#endif
}

}  // namespace congvan::cli
