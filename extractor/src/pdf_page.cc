#include "pdf_page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace congvan::extractor {
namespace {

struct Point {
  float x, y;
};

Point Turn(Point p, Rotation rotation, float width, float height) {
  switch (rotation) {
    case 1:
      return {p.y, width - p.x};
    case 2:
      return {width - p.x, height - p.y};
    case 3:
      return {height - p.y, p.x};
    default:
      return p;
  }
}

Box Turn(const Box& box, Rotation rotation, float width, float height) {
  const Point a = Turn(Point{box.x0, box.y0}, rotation, width, height);
  const Point b = Turn(Point{box.x1, box.y1}, rotation, width, height);
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

void Turn(PdfWord& word, Rotation rotation, float width, float height) {
  const bool sideways = word.rotation % 2 == 1;
  const Point base =
      sideways ? Point{word.baseline, word.box.y0} : Point{word.box.x0, word.baseline};
  const Point turned = Turn(base, rotation, width, height);
  word.box = Turn(word.box, rotation, width, height);
  word.rotation = (word.rotation - rotation + 4) % 4;
  word.baseline = word.rotation % 2 == 1 ? turned.x : turned.y;
  if (rotation != 0) word.edges.clear();
}

Rotation MajorityRotation(const std::vector<PdfWord>& words) {
  std::array<size_t, 4> letters = {};
  for (const PdfWord& word : words)
    letters.at(static_cast<size_t>(word.rotation)) += word.text.size();
  return static_cast<Rotation>(std::max_element(letters.begin(), letters.end()) - letters.begin());
}

void TurnRulings(PdfPage& page, Rotation rotation) {
  Rulings turned;
  const auto add = [&](Point from, Point to) {
    const Point a = Turn(from, rotation, page.width, page.height);
    const Point b = Turn(to, rotation, page.width, page.height);
    if (std::abs(a.x - b.x) >= std::abs(a.y - b.y)) {
      turned.horizontal.push_back({a.y, std::min(a.x, b.x), std::max(a.x, b.x)});
    } else {
      turned.vertical.push_back({a.x, std::min(a.y, b.y), std::max(a.y, b.y)});
    }
  };
  for (const Ruling& r : page.rulings.horizontal) add({r.begin, r.position}, {r.end, r.position});
  for (const Ruling& r : page.rulings.vertical) add({r.position, r.begin}, {r.position, r.end});
  page.rulings = std::move(turned);
}

// Some printers draw a word twice, a hair apart, to make it bold.
void DropDoubles(std::vector<PdfWord>& words) {
  std::vector<size_t> order(words.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return words[a].box.x0 < words[b].box.x0; });
  std::vector<bool> doubled(words.size(), false);
  constexpr size_t kLookAhead = 200;  // pages with very many words in one column of dots stay fast
  for (size_t i = 0; i < order.size(); ++i) {
    const PdfWord& a = words[order[i]];
    for (size_t j = i + 1; j < std::min(order.size(), i + kLookAhead); ++j) {
      PdfWord& b = words[order[j]];
      const float near = 0.12F * a.font_size;
      if (b.box.x0 - a.box.x0 > near) break;
      if (doubled[order[j]] || std::abs(a.box.y0 - b.box.y0) > near || a.text != b.text) continue;
      doubled[order[j]] = true;
      words[order[i]].bold = true;
    }
  }
  size_t index = 0;
  std::erase_if(words, [&](const PdfWord&) { return doubled[index++]; });
}

}  // namespace

std::vector<PdfWord> Turned(std::vector<PdfWord> words, Rotation rotation, float width,
                            float height) {
  for (PdfWord& word : words) Turn(word, rotation, width, height);
  return words;
}

Box TurnedBox(const Box& box, Rotation rotation, float width, float height) {
  return Turn(box, rotation, width, height);
}

void TurnUpright(PdfPage& page) {
  const Rotation rotation = MajorityRotation(page.words);
  if (rotation != 0) {
    page.words = Turned(std::move(page.words), rotation, page.width, page.height);
    page.blanks.clear();
    TurnRulings(page, rotation);
    if (rotation % 2 == 1) std::swap(page.width, page.height);
  }
  DropDoubles(page.words);
}

}  // namespace congvan::extractor
