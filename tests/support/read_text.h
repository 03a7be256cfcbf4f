// read_text.h: a text as it might arrive, through the whole chain. For tests of rules/.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "core/normalized_text.h"
#include "core/record.h"
#include "extractor/extractor.h"
#include "normalizer/normalize.h"
#include "rules/assemble.h"

namespace congvan {

/// The shipped rules, compiled once for the test program.
inline const rules::RuleSet& ShippedRules() {
  static const Result<rules::RuleSet> rules = rules::RuleSet::Shipped();
  CV_CHECK(rules.has_value(), "the shipped rules load");
  return *rules;
}

/// Read by content, in this process, from a file that is gone afterwards.
inline NormalizedText NormalizeText(std::string_view text) {
  const std::filesystem::path path = std::filesystem::path(testing::TempDir()) /
                                     ("read_text_" + std::to_string(::getpid()) + ".txt");
  std::ofstream(path, std::ios::binary) << text;
  extractor::ExtractorOptions options;
  options.isolate = false;
  const auto raw = extractor::Extractor(options).Extract(path.string());
  std::filesystem::remove(path);
  EXPECT_TRUE(raw.has_value()) << (raw ? "" : ToString(raw.error()));
  return raw ? normalizer::Normalize(*raw) : NormalizedText();
}

inline Record ReadText(std::string_view text) {
  return rules::Assemble(NormalizeText(text), SourceFile(), ShippedRules());
}

}  // namespace congvan
