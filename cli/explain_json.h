// cli/explain_json.h: explained values for programs, and what people said of them.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "explanation.h"
#include "store/corrections.h"

namespace congvan::cli {

using Corrections = std::vector<store::Correction>;

/// nullptr when nobody corrected it.
const store::Correction* CorrectionOf(const std::string& path, const Corrections& corrections);

/// Corrections of what the rules did not read, at or below `field` (all of them when it is empty).
std::vector<const store::Correction*> OfUnread(const std::vector<Explained>& values,
                                               const Corrections& corrections,
                                               const std::string& field);

/// docs/cli.md names the keys.
void PrintExplainedJson(const std::vector<Explained>& values, const PagedText& text,
                        const Corrections& corrections, const std::string& field,
                        std::ostream& out);

}  // namespace congvan::cli
