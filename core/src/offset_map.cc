#include "core/offset_map.h"

#include <algorithm>

#include "core/result.h"

namespace congvan {

void OffsetMap::Append(const Run& run) {
  if (!runs_.empty()) {
    Run& last = runs_.back();
    CV_CHECK(run.norm_begin == last.norm_begin + last.norm_size, "runs leave no gap");
    CV_CHECK(run.page >= last.page, "pages never fall");
    if (last.verbatim && run.verbatim && last.page == run.page &&
        last.raw_begin + last.raw_size == run.raw_begin) {
      last.norm_size += run.norm_size;
      last.raw_size += run.raw_size;
      return;
    }
  }
  runs_.push_back(run);
}

std::vector<SourceSpan> OffsetMap::ToSource(NormSpan span) const {
  std::vector<SourceSpan> out;
  auto it = std::partition_point(runs_.begin(), runs_.end(), [span](const Run& run) {
    return run.norm_begin + run.norm_size <= span.begin;
  });
  for (; it != runs_.end() && it->norm_begin < span.end; ++it) {
    if (it->raw_size == 0 || it->norm_size == 0) continue;
    uint32_t begin = it->raw_begin;
    uint32_t end = it->raw_begin + it->raw_size;
    if (it->verbatim) {
      if (span.begin > it->norm_begin) begin += span.begin - it->norm_begin;
      const uint32_t norm_end = it->norm_begin + it->norm_size;
      if (span.end < norm_end) end -= norm_end - span.end;
    }
    if (!out.empty() && out.back().page == it->page) {
      out.back().span.begin = std::min(out.back().span.begin, begin);
      out.back().span.end = std::max(out.back().span.end, end);
    } else {
      out.push_back({it->page, {begin, end}});
    }
  }
  return out;
}

}  // namespace congvan
