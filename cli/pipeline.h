// cli/pipeline.h: the main flow: a file, its raw pages, its normalized text, its record.
#pragma once

#include <string>

#include "core/normalized_text.h"
#include "core/raw_document.h"
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

/// One document from bytes to record. Any thread may call it; the stages are shared.
Result<Processed> Process(const std::string& path, const Stages& stages);

/// The part of it that needs no file: from the layout on. Pure.
Processed ProcessRaw(RawDocument raw, const rules::RuleSet& rules);

/// `jobs` as asked for, or one per processor; always one under AddressSanitizer.
int JobsOrDefault(int jobs);

}  // namespace congvan::cli
