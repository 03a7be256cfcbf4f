#include "core/evidence_boxes.h"

#include <algorithm>

namespace congvan {
namespace {

const RawPage* PageNumbered(const RawDocument& raw, int number) {
  const auto index = static_cast<size_t>(number - 1);  // pages come in order, from 1
  if (number >= 1 && index < raw.pages.size() && raw.pages[index].number == number)
    return &raw.pages[index];
  const auto it = std::find_if(raw.pages.begin(), raw.pages.end(),
                               [number](const RawPage& page) { return page.number == number; });
  return it == raw.pages.end() ? nullptr : &*it;
}

// Words of one line share most of the lower one's height.
bool OnOneLine(const Box& a, const Box& b) {
  const float shared = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  const float lower = std::min(a.y1 - a.y0, b.y1 - b.y0);
  return shared > lower / 2 && b.x0 >= a.x0;
}

void Widen(Box& box, const Box& by) {
  box = {std::min(box.x0, by.x0), std::min(box.y0, by.y0), std::max(box.x1, by.x1),
         std::max(box.y1, by.y1)};
}

void AddWords(const RawPage& page, RawSpan span, std::vector<PageBox>& out) {
  auto word = std::partition_point(page.words.begin(), page.words.end(),
                                   [span](const RawWord& w) { return w.span.end <= span.begin; });
  bool line_open = false;
  for (; word != page.words.end() && word->span.begin < span.end; ++word) {
    if (line_open && OnOneLine(out.back().box, word->box)) {
      Widen(out.back().box, word->box);
    } else {
      out.push_back({page.number, word->box});
    }
    line_open = true;
  }
}

}  // namespace

std::vector<PageBox> BoxesOf(const RawDocument& raw, const NormalizedText& text,
                             const std::vector<PageSpan>& spans) {
  std::vector<PageBox> out;
  for (const PageSpan& span : spans) {
    for (const SourceSpan& source : text.map.ToSource(ToNormSpan(text, span))) {
      if (const RawPage* page = PageNumbered(raw, source.page)) AddWords(*page, source.span, out);
    }
  }
  return out;
}

void AddBoxes(const RawDocument& raw, const NormalizedText& text, Record& record) {
  const bool words = std::any_of(raw.pages.begin(), raw.pages.end(),
                                 [](const RawPage& page) { return !page.words.empty(); });
  if (!words) return;
  for (Evidence& evidence : record.evidence) evidence.boxes = BoxesOf(raw, text, evidence.spans);
}

}  // namespace congvan
