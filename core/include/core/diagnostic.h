// core/diagnostic.h: something odd but usable about a document. Travels with the result, never
// printed by a stage.
#pragma once

#include <string>

namespace congvan {

enum class Severity { kInfo, kWarning };

struct Diagnostic {
  Severity severity = Severity::kWarning;
  std::string code;  ///< stable, kebab-case, e.g. "page-without-text"
  int page = 0;      ///< 1-based; 0: the whole document
  std::string text;  ///< lower case, no full stop

  bool operator==(const Diagnostic&) const = default;
};

}  // namespace congvan
