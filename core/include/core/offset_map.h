// core/offset_map.h: from places in the normalized text back to places in the raw pages.
//
// The map is a list of runs, in order of both texts (normalization may replace or delete, never
// reorder). In a verbatim run each byte maps to its own byte; a replaced run maps as a whole.
// Immutable once built; safe to share between threads.
#pragma once

#include <cstdint>
#include <vector>

#include "core/span.h"

namespace congvan {

/// A place in the raw text of one page.
struct SourceSpan {
  int page = 0;  ///< 1-based
  RawSpan span;
  bool operator==(const SourceSpan&) const = default;
};

class OffsetMap {
 public:
  struct Run {
    uint32_t norm_begin = 0;  ///< byte in the normalized text
    uint32_t norm_size = 0;
    int page = 0;            ///< 1-based
    uint32_t raw_begin = 0;  ///< byte in the raw text of that page
    uint32_t raw_size = 0;
    bool verbatim = false;  ///< sizes equal, byte for byte the same
  };

  /// Appends a run. Runs must come in order of norm_begin, without gaps, pages never falling.
  /// Neighbouring verbatim runs are merged.
  void Append(const Run& run);

  /// The raw bytes behind `span`, one entry per page touched, in order. A span that starts or ends
  /// inside a replaced run takes the whole run. An empty result means that the span is empty or was
  /// inserted by us.
  [[nodiscard]] std::vector<SourceSpan> ToSource(NormSpan span) const;

  [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }

 private:
  std::vector<Run> runs_;
};

}  // namespace congvan
