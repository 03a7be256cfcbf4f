// cli/pipeline.h: the main flow: a file, its raw pages, its normalized text, its record.
#pragma once

#include <string>

#include "core/normalized_text.h"
#include "core/raw_document.h"
#include "core/reading_codec.h"
#include "core/record.h"
#include "core/result.h"
#include "extractor/extractor.h"
#include "rules/rule_set.h"

namespace congvan::cli {

struct Stages {
  const extractor::Extractor& extractor;
  const rules::RuleSet& rules;
};

struct Processed {
  RawDocument raw;
  NormalizedText text;
  Record record;
};

/// One document from bytes to record. Forks: call it from a process of one thread.
Result<Processed> Process(const std::string& path, const Stages& stages);

/// The part of it that needs no file: from the layout on. Pure.
Processed ProcessRaw(RawDocument raw, const rules::RuleSet& rules);

/// Process, in a process of its own: whatever the document does to it costs an Error.
Result<Reading> ProcessApart(const std::string& path, const Stages& stages);

/// The same across processes: Process where RunInOrder reads, and its result where it stores.
Result<std::string> ProcessToBytes(const std::string& path, const Stages& stages);
Result<Reading> FromBytes(const std::string& path, Result<std::string> bytes);

}  // namespace congvan::cli
