#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iterator>
#include <new>
#include <optional>
#include <string>
#include <utility>

#include "core/utf8.h"
#include "page_device.h"
#include "pdf_errors.h"

namespace congvan::extractor {
namespace {

constexpr double kDpi = 100;
constexpr int kDark = 225;          // thin anti-aliased lines are light gray; below this they count
constexpr double kThin = 4.0;       // points
constexpr double kShortest = 12.0;  // points: taller than letters
constexpr double kMaxSide = 3000;   // points; larger pages are drawings
constexpr size_t kMaxBars = 50'000;

// A rendering seen along one axis, so that horizontal and vertical lines take the same code.
class Raster {
 public:
  Raster(const poppler::image& image, bool transposed)
      : data_(reinterpret_cast<const unsigned char*>(image.const_data())),
        stride_(image.bytes_per_row()),
        width_(transposed ? image.height() : image.width()),
        height_(transposed ? image.width() : image.height()),
        transposed_(transposed) {}

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  [[nodiscard]] bool IsDark(int x, int y) const {
    return (transposed_ ? data_[x * stride_ + y] : data_[y * stride_ + x]) < kDark;
  }

 private:
  const unsigned char* data_;
  int stride_;
  int width_, height_;
  bool transposed_;
};

struct Bar {
  int begin, end;   // along the line, half-open
  int first, last;  // across it
};

// Long dark runs of one row are joined with those of the row above; bars thicker than a line are
// areas.
std::vector<Ruling> FindLines(const Raster& raster) {
  const double point = kDpi / 72;
  const int shortest = static_cast<int>(kShortest * point);
  std::vector<Bar> open, done;
  for (int y = 0; y < raster.height() && done.size() < kMaxBars; ++y) {
    std::vector<Bar> now;
    for (int x = 0; x < raster.width();) {
      const int begin = x;
      while (x < raster.width() && raster.IsDark(x, y)) ++x;
      if (x - begin >= shortest) now.push_back({begin, x, y, y});
      x = std::max(x, begin + 1);
    }
    for (Bar& bar : open) {
      const auto next = std::find_if(now.begin(), now.end(), [&](const Bar& run) {
        return run.begin < bar.end && bar.begin < run.end;
      });
      if (next == now.end()) {
        done.push_back(bar);
        continue;
      }
      next->begin = std::min(next->begin, bar.begin);
      next->end = std::max(next->end, bar.end);
      next->first = std::min(next->first, bar.first);
    }
    open = std::move(now);
  }
  done.insert(done.end(), open.begin(), open.end());
  std::vector<Ruling> lines;
  for (const Bar& bar : done) {
    const double thickness = (bar.last - bar.first + 1) / point;
    if (thickness > kThin) continue;
    lines.push_back({static_cast<float>((bar.first + bar.last + 1) / 2.0 / point),
                     static_cast<float>(bar.begin / point), static_cast<float>(bar.end / point)});
  }
  return lines;
}

bool NameSays(const std::string& name, std::string_view part) {
  return name.find(part) != std::string::npos;
}

PdfWord ToWord(const poppler::text_box& box) {
  PdfWord word;
  const poppler::byte_array utf8 = box.text().to_utf8();
  word.text.assign(utf8.begin(), utf8.end());
  if (!IsValidUtf8(word.text)) word.text = "\xEF\xBF\xBD";
  std::erase_if(word.text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  const poppler::rectf r = box.bbox();
  word.box = {static_cast<float>(r.left()), static_cast<float>(r.top()),
              static_cast<float>(r.right()), static_cast<float>(r.bottom())};
  // Quarter turns up to some version, degrees after it.
  const int rotation = box.rotation();
  word.rotation = std::abs(rotation >= 90 ? rotation / 90 : rotation) % 4;
  const std::string font = box.has_font_info() ? box.get_font_name() : std::string();
  word.bold = NameSays(font, "Bold") || NameSays(font, "bold") || NameSays(font, "Black");
  word.italic = NameSays(font, "Italic") || NameSays(font, "italic") || NameSays(font, "Oblique");
  const float height =
      word.rotation % 2 == 1 ? word.box.x1 - word.box.x0 : word.box.y1 - word.box.y0;
  word.font_size = box.has_font_info() ? static_cast<float>(box.get_font_size()) : height / 1.3F;
  // poppler-cpp tells no baseline; the usual descent comes near enough.
  constexpr float kDescent = 0.25F;
  switch (word.rotation) {
    case 1:
      word.baseline = word.box.x0 + kDescent * height;
      break;
    case 2:
      word.baseline = word.box.y0 + kDescent * height;
      break;
    case 3:
      word.baseline = word.box.x1 - kDescent * height;
      break;
    default:
      word.baseline = word.box.y1 - kDescent * height;
  }
  return word;
}

// poppler-cpp does not say that it had to guess the file's structure. A whole file ends with the
// place of its table of objects, and the table is there.
bool IsWhole(const std::string& path) {
  constexpr std::streamoff kTail = 1024;
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = file.tellg();
  file.seekg(std::max<std::streamoff>(0, size - kTail));
  const std::string tail{std::istreambuf_iterator<char>(file), {}};
  const size_t mark = tail.rfind("startxref");
  if (mark == std::string::npos || tail.find("%%EOF", mark) == std::string::npos) return false;
  const std::streamoff table = std::strtoll(tail.c_str() + mark + 9, nullptr, 10);
  if (table <= 0 || table >= size) return false;
  file.clear();
  file.seekg(table);
  std::string first;
  file >> first;  // "xref", or the number of the object that holds the table
  return first == "xref" || (!first.empty() && first.front() >= '0' && first.front() <= '9');
}

class RasterSource : public PdfSource {
 public:
  RasterSource(std::unique_ptr<poppler::document> document, bool rebuilt)
      : rebuilt_(rebuilt), document_(std::move(document)) {}

  [[nodiscard]] int PageCount() const override { return document_->pages(); }
  [[nodiscard]] bool Rebuilt() const override { return rebuilt_; }

  [[nodiscard]] PdfPage ReadPage(int number) override {
    PdfPage out;
    out.number = number;
    const std::unique_ptr<poppler::page> page(document_->create_page(number - 1));
    if (!page) {
      out.incomplete = true;
      return out;
    }
    const poppler::rectf size = page->page_rect(poppler::crop_box);
    out.width = static_cast<float>(size.width());
    out.height = static_cast<float>(size.height());
    const auto turn = page->orientation();
    if (turn == poppler::page::landscape || turn == poppler::page::seascape)
      std::swap(out.width, out.height);
    for (const poppler::text_box& box : page->text_list(poppler::page::text_list_include_font)) {
      PdfWord word = ToWord(box);
      if (word.text.empty()) continue;
      // The only news about blanks is that one follows; it is put right behind the word.
      if (box.has_space_after() && word.rotation == 0)
        out.blanks.push_back({word.box.x1, word.box.x1 + 0.01F, word.baseline});
      out.words.push_back(std::move(word));
    }
    AddRulings(*page, out);
    return out;
  }

 private:
  static void AddRulings(const poppler::page& page, PdfPage& out) {
    if (static_cast<double>(std::max(out.width, out.height)) > kMaxSide) {
      out.incomplete = true;
      return;
    }
    poppler::page_renderer renderer;
    renderer.set_image_format(poppler::image::format_gray8);
    renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
    const poppler::image image = renderer.render_page(&page, kDpi, kDpi);
    if (!image.is_valid()) {
      out.incomplete = true;
      return;
    }
    out.rulings.horizontal = FindLines(Raster(image, false));
    out.rulings.vertical = FindLines(Raster(image, true));
  }

  bool rebuilt_;
  std::unique_ptr<poppler::document> document_;
};

}  // namespace

Result<std::unique_ptr<PdfSource>> OpenPdfByRaster(const std::string& path) {
  try {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    std::unique_ptr<poppler::document> document(poppler::document::load_from_file(path));
    if (!document) return Fail(DamagedPdf(path));
    if (document->is_locked()) return Fail(EncryptedPdf(path));
    return Result<std::unique_ptr<PdfSource>>(
        std::make_unique<RasterSource>(std::move(document), !IsWhole(path)));
  } catch (const std::bad_alloc&) {
    throw;  // the worker turns it into kOutOfMemory
  } catch (const std::exception&) {
    return Fail(DamagedPdf(path));
  }
}

}  // namespace congvan::extractor
