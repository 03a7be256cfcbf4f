#include "mapped_text.h"

#include <algorithm>

#include "core/result.h"

namespace congvan::normalizer {
namespace {

using Run = OffsetMap::Run;

// Bytes [begin, end) of the run's own text.
Run Slice(const Run& run, uint32_t begin, uint32_t end) {
  Run out = run;
  out.norm_size = end - begin;
  if (run.verbatim) {
    out.raw_begin += begin;
    out.raw_size = end - begin;
  }
  return out;
}

// Makes `hull` reach over `run`; a hull stays on the page on which it began.
void Extend(Run& hull, bool& empty, const Run& run) {
  if (empty) {
    hull = run;
    empty = false;
  } else if (hull.page == run.page) {
    const uint32_t end = std::max(hull.raw_begin + hull.raw_size, run.raw_begin + run.raw_size);
    hull.raw_size = end - hull.raw_begin;
  }
}

// Walks over the old runs, byte by byte of the old text, handing out slices.
class RunReader {
 public:
  explicit RunReader(const std::vector<Run>& runs) : runs_(runs) {}

  // Hands every slice of the next `size` bytes to `take`.
  template <class Function>
  void Read(uint32_t size, Function take) {
    while (size > 0) {
      CV_CHECK(index_ < runs_.size(), "edits lie inside the text");
      const Run& run = runs_[index_];
      const uint32_t part = std::min(size, run.norm_size - offset_);
      if (part > 0) take(Slice(run, offset_, offset_ + part));
      size -= part;
      offset_ += part;
      if (offset_ == run.norm_size) {
        ++index_;
        offset_ = 0;
      }
    }
  }

  // Where the text goes on: for what is inserted between two runs.
  [[nodiscard]] Run Here() const {
    Run here;
    if (index_ < runs_.size()) {
      here.page = runs_[index_].page;
      here.raw_begin = runs_[index_].raw_begin + (runs_[index_].verbatim ? offset_ : 0);
    } else if (!runs_.empty()) {
      here.page = runs_.back().page;
      here.raw_begin = runs_.back().raw_begin + runs_.back().raw_size;
    }
    return here;
  }

 private:
  const std::vector<Run>& runs_;
  size_t index_ = 0;
  uint32_t offset_ = 0;
};

}  // namespace

void MappedText::AddRun(std::vector<Run>& runs, const Run& run) const {
  if (run.norm_size == 0) return;
  if (!runs.empty()) {
    Run& last = runs.back();
    if (last.verbatim && run.verbatim && last.page == run.page &&
        last.raw_begin + last.raw_size == run.raw_begin) {
      last.norm_size += run.norm_size;
      last.raw_size += run.raw_size;
      return;
    }
  }
  runs.push_back(run);
}

void MappedText::AppendRaw(const RawPage& page, RawSpan span) {
  text_ += span.Of(page.text);
  AddRun(runs_, {0, span.size(), page.number, span.begin, span.size(), true});
}

void MappedText::AppendReplaced(std::string_view text, int page, RawSpan span) {
  text_ += text;
  AddRun(runs_, {0, static_cast<uint32_t>(text.size()), page, span.begin, span.size(), false});
}

void MappedText::Apply(const std::vector<Edit>& edits) {
  if (edits.empty()) return;
  std::string text;
  text.reserve(text_.size());
  std::vector<Run> runs;
  RunReader reader(runs_);
  uint32_t at = 0;
  auto mark = marks_.begin();
  // Marks up to `limit` of the old text move along with it.
  const auto move_marks = [&](uint32_t limit) {
    for (; mark != marks_.end() && *mark <= limit; ++mark)
      *mark = static_cast<uint32_t>(text.size()) - (limit - *mark);
  };
  const auto copy = [&](uint32_t end) {
    text.append(text_, at, end - at);
    move_marks(end);
    reader.Read(end - at, [&](const Run& run) { AddRun(runs, run); });
    at = end;
  };
  for (const Edit& edit : edits) {
    CV_CHECK(edit.begin >= at && edit.end >= edit.begin, "edits are sorted and apart");
    copy(edit.begin);
    Run hull = reader.Here();
    bool empty = true;
    reader.Read(edit.end - edit.begin, [&](const Run& run) { Extend(hull, empty, run); });
    const auto begin = static_cast<uint32_t>(text.size());
    text += edit.replacement;
    for (; mark != marks_.end() && *mark < edit.end; ++mark) *mark = begin;
    hull.norm_size = static_cast<uint32_t>(edit.replacement.size());
    hull.verbatim = false;
    AddRun(runs, hull);
    at = edit.end;
  }
  copy(static_cast<uint32_t>(text_.size()));
  text_ = std::move(text);
  runs_ = std::move(runs);
}

OffsetMap MappedText::Map() const {
  OffsetMap map;
  uint32_t begin = 0;
  for (Run run : runs_) {
    run.norm_begin = begin;
    begin += run.norm_size;
    map.Append(run);
  }
  return map;
}

}  // namespace congvan::normalizer
