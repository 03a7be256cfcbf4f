// mapped_text.h: a text under repair that never loses the way back to the raw pages.
//
//   MappedText text;
//   text.AppendRaw(page, span);
//   text.Apply({{4, 6, ""}, {9, 10, "đ"}});   // drop bytes 4-5, replace byte 9
//
// Every step of the normalizer computes edits against the current bytes and applies them at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/offset_map.h"
#include "core/raw_document.h"

namespace congvan::normalizer {

/// Replaces bytes [begin, end) of the current text; an empty replacement deletes.
struct Edit {
  uint32_t begin = 0, end = 0;
  std::string replacement;
};

class MappedText {
 public:
  /// Appends bytes of a page as they are.
  void AppendRaw(const RawPage& page, RawSpan span);
  /// Appends what stands for the bytes `span` of the page (which may be empty: then we inserted
  /// it).
  void AppendReplaced(std::string_view text, int page, RawSpan span);

  /// Edits must be sorted and must not overlap. A replacement that cuts into a run replaced before
  /// takes that run's whole source. Marks inside a deleted stretch move to where it was.
  void Apply(const std::vector<Edit>& edits);

  /// Positions that follow the edits; sorted.
  std::vector<uint32_t>& marks() { return marks_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] OffsetMap Map() const;

 private:
  using Run = OffsetMap::Run;  // norm_begin is filled in by Map()

  void AddRun(std::vector<Run>& runs, const Run& run) const;

  std::string text_;
  std::vector<Run> runs_;
  std::vector<uint32_t> marks_;
};

}  // namespace congvan::normalizer
