#include "page_device.h"

#include <algorithm>
#include <utility>

#include "pdf_errors.h"

#ifdef CONGVAN_PRIVATE_POPPLER

#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/TextOutputDev.h>

#include <array>
#include <cmath>
#include <exception>

#include "core/utf8.h"

namespace congvan::extractor {
namespace {

// A bomb draws millions of lines; no form of an office has more than a few thousand on a page.
constexpr size_t kMaxRulings = 50'000;
constexpr int kMaxPathPoints = 200'000;
constexpr size_t kMaxBlanks = 200'000;
constexpr int kMaxWords = 50'000;

constexpr double kLightest = 0.85;  // lighter strokes and fills are shading, not lines
constexpr double kThin = 4.0;       // points; thicker fills are areas
constexpr double kSlant = 1.0;      // points; a line may lean that much

bool IsBlank(Unicode u) {
  return u == 0x20 || u == 0x09 || u == 0xA0 || (u >= 0x2000 && u <= 0x200A) || u == 0x202F ||
         u == 0x3000;
}

bool IsControl(Unicode u) { return u < 0x20 || (u >= 0x7F && u < 0xA0) || u == 0xFEFF; }

struct Rectangle {
  double x0, y0, x1, y1;
};

// Collects words by Poppler's own text page, and on the way the blanks (which the text page
// forgets) and the lines. One device a page: a second page on the same device reads freed memory in
// Poppler 22.12.
class PageDevice : public TextOutputDev {
 public:
  explicit PageDevice(PdfPage& page)
      : TextOutputDev(nullptr, /*physLayoutA=*/false, /*fixedPitchA=*/0, /*rawOrderA=*/true,
                      /*append=*/false),
        page_(page) {}

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* u, int length) override {
    if (length == 1 && IsBlank(u[0])) AddBlank(state, x, y, dx, dy);
    TextOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, u, length);
  }

  void stroke(GfxState* state) override {
    GfxGray gray = 0;
    state->getStrokeGray(&gray);
    if (colToDbl(gray) > kLightest || state->getStrokeOpacity() < 1 - kLightest) return;
    const double width = state->getTransformedLineWidth();
    if (width > kThin) return;
    ForEachSubpath(state, [this](const auto& points, bool closed) {
      for (size_t i = 1; i < points.size(); ++i) AddLine(points[i - 1], points[i]);
      if (closed && points.size() > 2) AddLine(points.back(), points.front());
    });
  }

  void fill(GfxState* state) override { AddFill(state); }
  void eoFill(GfxState* state) override { AddFill(state); }

 private:
  struct Point {
    double x, y;
  };

  void AddBlank(GfxState* state, double x, double y, double dx, double dy) {
    if (page_.blanks.size() >= kMaxBlanks) return;
    double x0 = 0, y0 = 0, width = 0, height = 0;
    state->transform(x, y, &x0, &y0);
    state->transformDelta(dx, dy, &width, &height);
    page_.blanks.push_back(
        {static_cast<float>(x0), static_cast<float>(x0 + width), static_cast<float>(y0)});
  }

  template <class Each>
  void ForEachSubpath(GfxState* state, Each each) {
    const GfxPath* path = state->getPath();
    for (int i = 0; i < path->getNumSubpaths(); ++i) {
      const GfxSubpath* subpath = path->getSubpath(i);
      path_points_ += subpath->getNumPoints();
      if (path_points_ > kMaxPathPoints) {
        page_.incomplete = true;
        return;
      }
      std::vector<Point> points;
      for (int j = 0; j < subpath->getNumPoints(); ++j) {
        if (subpath->getCurve(j)) {
          points.clear();  // rounded shapes are no rulings
          break;
        }
        Point p{};
        state->transform(subpath->getX(j), subpath->getY(j), &p.x, &p.y);
        points.push_back(p);
      }
      if (points.size() >= 2) each(points, subpath->isClosed());
    }
  }

  void AddFill(GfxState* state) {
    GfxGray gray = 0;
    state->getFillGray(&gray);
    if (colToDbl(gray) > kLightest || state->getFillOpacity() < 1 - kLightest) return;
    ForEachSubpath(state, [this](const auto& points, bool /*closed*/) {
      Rectangle r{points[0].x, points[0].y, points[0].x, points[0].y};
      for (const Point& p : points) {
        r = {std::min(r.x0, p.x), std::min(r.y0, p.y), std::max(r.x1, p.x), std::max(r.y1, p.y)};
      }
      const double width = r.x1 - r.x0, height = r.y1 - r.y0;
      if (std::min(width, height) > kThin) return;
      if (width >= height) {
        AddLine({r.x0, (r.y0 + r.y1) / 2}, {r.x1, (r.y0 + r.y1) / 2});
      } else {
        AddLine({(r.x0 + r.x1) / 2, r.y0}, {(r.x0 + r.x1) / 2, r.y1});
      }
    });
  }

  void AddLine(Point a, Point b) {
    auto& [horizontal, vertical] = page_.rulings;
    if (horizontal.size() + vertical.size() >= kMaxRulings) {
      page_.incomplete = true;
      return;
    }
    const auto [x0, x1] = std::minmax(a.x, b.x);
    const auto [y0, y1] = std::minmax(a.y, b.y);
    if (!std::isfinite(x0 + x1 + y0 + y1)) return;
    const auto ruling = [](double position, double begin, double end, double limit) {
      return Ruling{static_cast<float>(position), static_cast<float>(std::clamp(begin, 0.0, limit)),
                    static_cast<float>(std::clamp(end, 0.0, limit))};
    };
    if (y1 - y0 <= kSlant && x1 - x0 > y1 - y0) {
      horizontal.push_back(ruling((y0 + y1) / 2, x0, x1, static_cast<double>(page_.width)));
    } else if (x1 - x0 <= kSlant && y1 - y0 > x1 - x0) {
      vertical.push_back(ruling((x0 + x1) / 2, y0, y1, static_cast<double>(page_.height)));
    }
  }

  PdfPage& page_;
  int path_points_ = 0;
};

bool NameSays(const std::string& name, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return name.find(part) != std::string::npos; });
}

PdfWord ToWord(const TextWord& from) {
  PdfWord word;
  const int length = from.getLength();
  for (int i = 0; i < length; ++i) {
    const Unicode u = *from.getChar(i);
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    from.getCharBBox(i, &x0, &y0, &x1, &y1);
    if (IsControl(u)) continue;
    AppendUtf8(word.text, u > 0x10FFFF || (u >= 0xD800 && u < 0xE000) ? U'\uFFFD' : char32_t{u});
    word.edges.push_back(static_cast<float>(x0));
    if (i + 1 == length) word.edges.push_back(static_cast<float>(x1));
  }
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  from.getBBox(&x0, &y0, &x1, &y1);
  word.box = {static_cast<float>(x0), static_cast<float>(y0), static_cast<float>(x1),
              static_cast<float>(y1)};
  word.font_size = static_cast<float>(from.getFontSize());
  word.baseline = static_cast<float>(from.getBaseline());
  word.rotation = std::clamp(from.getRotation(), 0, 3);
  if (const TextFontInfo* font = length > 0 ? from.getFontInfo(0) : nullptr) {
    const GooString* name = font->getFontName();
    const std::string font_name = name != nullptr ? name->toStr() : std::string();
    word.bold = font->isBold() || NameSays(font_name, {"Bold", "bold", "Black", "Heavy", "-Bd"});
    word.italic = font->isItalic() || NameSays(font_name, {"Italic", "italic", "Oblique", "-It"});
  }
  return word;
}

void Silence(ErrorCategory /*category*/, Goffset /*position*/, const char* /*message*/) {}

class PrivateSource : public PdfSource {
 public:
  static Result<std::unique_ptr<PdfSource>> Open(const std::string& path) {
    if (!globalParams) globalParams = std::make_unique<GlobalParams>();
    setErrorCallback(Silence);
    auto source = std::make_unique<PrivateSource>();
    bool* rebuilt = &source->rebuilt_;
    source->document_ = std::make_unique<PDFDoc>(
        std::make_unique<GooString>(path), std::optional<GooString>{}, std::optional<GooString>{},
        nullptr, [rebuilt] { *rebuilt = true; });
    if (!source->document_->isOk()) {
      return Fail(source->document_->getErrorCode() == errEncrypted ? EncryptedPdf(path)
                                                                    : DamagedPdf(path));
    }
    return Result<std::unique_ptr<PdfSource>>(std::move(source));
  }

  [[nodiscard]] int PageCount() const override { return document_->getNumPages(); }
  [[nodiscard]] bool Rebuilt() const override { return rebuilt_; }

  [[nodiscard]] PdfPage ReadPage(int number) override {
    PdfPage page;
    page.number = number;
    Page* const description = document_->getPage(number);
    if (description == nullptr) {
      page.incomplete = true;
      return page;
    }
    SetSize(*description, page);
    PageDevice device(page);
    document_->displayPage(&device, number, 72, 72, 0, /*useMediaBox=*/false, /*crop=*/true,
                           /*printing=*/false);
    const std::unique_ptr<TextWordList> words = device.makeWordList();
    const int count = words ? words->getLength() : 0;
    page.incomplete = page.incomplete || count > kMaxWords;
    for (int i = 0; i < std::min(count, kMaxWords); ++i) {
      PdfWord word = ToWord(*words->get(i));
      if (!word.text.empty()) page.words.push_back(std::move(word));
    }
    return page;
  }

 private:
  static void SetSize(Page& description, PdfPage& page) {
    page.width = static_cast<float>(description.getCropWidth());
    page.height = static_cast<float>(description.getCropHeight());
    if (description.getRotate() % 180 != 0) std::swap(page.width, page.height);
  }

  bool rebuilt_ = false;
  std::unique_ptr<PDFDoc> document_;  // last: its callback writes rebuilt_
};

}  // namespace

bool HasPrivatePoppler() { return true; }

Result<std::unique_ptr<PdfSource>> OpenPdf(const std::string& path) {
  try {
    return PrivateSource::Open(path);
  } catch (const std::bad_alloc&) {
    throw;  // the worker turns it into kOutOfMemory
  } catch (const std::exception&) {
    return Fail(DamagedPdf(path));
  }
}

}  // namespace congvan::extractor

#else

namespace congvan::extractor {

bool HasPrivatePoppler() { return false; }

Result<std::unique_ptr<PdfSource>> OpenPdf(const std::string& path) {
  return OpenPdfByRaster(path);
}

}  // namespace congvan::extractor

#endif
