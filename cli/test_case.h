// cli/test_case.h: a corrected document as a test case that `congvan evaluate FOLDER` measures.
#pragma once

#include <optional>
#include <string>

#include "core/result.h"
#include "extractor/extractor.h"
#include "store/corrections.h"

namespace congvan::cli {

/// Writes FOLDER/NAME/source.EXT, a copy of the document, and FOLDER/NAME/expected.json with the
/// corrected record: the section of `field` ("tasks"), or all sections without it. NAME is the
/// file's. Returns the folder. Fails when the file is not where it was, or has other bytes now.
Result<std::string> WriteTestCase(const std::string& folder, const store::Reading& reading,
                                  const std::optional<std::string>& field,
                                  const extractor::Extractor& extractor);

}  // namespace congvan::cli
