// pdf_builder.h: small PDFs for tests, written byte for byte: text at places, lines, filled
// rectangles, turned pages.
//
//   PdfBuilder pdf;
//   pdf.AddPage();
//   pdf.Text(72, 100, "CỘNG HÒA", {.bold = true});
//   pdf.Grid({72, 200, 400}, {150, 170, 190});
//   std::string bytes = pdf.Build();
//
// Coordinates are points from the page's top left corner, text is placed by its baseline. Every
// letter is half as wide as the font is high and a blank a quarter, so that a test can compute
// where a word ends. Any text of up to 200 different letters will do: the letters are numbered as
// they come, and the PDF says what each number means.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/utf8.h"

namespace congvan::testing {

struct PdfTextStyle {
  double size = 12;
  bool bold = false, italic = false;
  double letter_spacing = 0;
  int turned = 0;  ///< quarter turns clockwise
};

class PdfBuilder {
 public:
  void AddPage(double width = 595, double height = 842, int rotate = 0) {
    pages_.push_back({width, height, rotate, {}});
  }

  void Text(double x, double y, std::string_view text, PdfTextStyle style = {}) {
    static constexpr const char* kTurns[] = {"1 0 0 1", "0 -1 1 0", "-1 0 0 -1", "0 1 -1 0"};
    std::string codes;
    for (size_t i = 0; i < text.size();) {
      const Decoded c = DecodeAt(text, i);
      char hex[3];
      std::snprintf(hex, sizeof hex, "%02x", CodeOf(c.code_point));
      codes += hex;
      i += c.size;
    }
    Put("BT /F" + std::to_string((style.bold ? 1 : 0) + (style.italic ? 2 : 0)) + " " +
        Number(style.size) + " Tf " + Number(style.letter_spacing) + " Tc " + kTurns[style.turned] +
        " " + Number(x) + " " + Number(Page().height - y) + " Tm <" + codes + "> Tj ET");
  }

  static double WidthOf(std::string_view text, double size = 12) {
    double width = 0;
    for (size_t i = 0; i < text.size();) {
      const Decoded c = DecodeAt(text, i);
      width += (c.code_point == ' ' ? 0.25 : 0.5) * size;
      i += c.size;
    }
    return width;
  }

  void Line(double x0, double y0, double x1, double y1, double width = 0.5, double gray = 0) {
    const double height = Page().height;
    Put(Number(gray) + " G " + Number(width) + " w " + Number(x0) + " " + Number(height - y0) +
        " m " + Number(x1) + " " + Number(height - y1) + " l S");
  }

  void Fill(double x0, double y0, double x1, double y1, double gray = 0) {
    Put(Number(gray) + " g " + Number(x0) + " " + Number(Page().height - y1) + " " +
        Number(x1 - x0) + " " + Number(y1 - y0) + " re f 0 g");
  }

  /// A full grid of strokes.
  void Grid(const std::vector<double>& xs, const std::vector<double>& ys) {
    for (const double y : ys) Line(xs.front(), y, xs.back(), y);
    for (const double x : xs) Line(x, ys.front(), x, ys.back());
  }

  /// Raw operators of the page description language.
  void Put(const std::string& operators) { pages_.back().content += operators + "\n"; }

  /// Makes the file ask for a password that nobody knows.
  void Lock() { locked_ = true; }

  [[nodiscard]] std::string Build() const {
    std::string out = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
    std::vector<size_t> offsets;
    const auto object = [&](const std::string& body) {
      offsets.push_back(out.size());
      out += std::to_string(offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    constexpr int kFirstPage = 8;  // 1 catalogue, 2 pages, 3..6 fonts, 7 letters
    std::string kids;
    for (size_t i = 0; i < pages_.size(); ++i)
      kids += std::to_string(kFirstPage + 2 * static_cast<int>(i)) + " 0 R ";
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages_.size()) + " >>");
    for (const char* name : {"Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic"})
      object(Font(name));
    object(Stream(LetterMap()));
    for (const PageContent& page : pages_) {
      const int content = static_cast<int>(offsets.size()) + 2;
      object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + Number(page.width) + " " +
             Number(page.height) + "] /Rotate " + std::to_string(page.rotate) +
             " /Resources << /Font << /F0 3 0 R /F1 4 0 R /F2 5 0 R /F3 6 0 R >> >> /Contents " +
             std::to_string(content) + " 0 R >>");
      object(Stream(page.content));
    }
    const size_t table = out.size();
    out += "xref\n0 " + std::to_string(offsets.size() + 1) + "\n0000000000 65535 f \n";
    for (const size_t offset : offsets) {
      char line[24];
      std::snprintf(line, sizeof line, "%010zu 00000 n \n", offset);
      out += line;
    }
    out += "trailer\n<< /Size " + std::to_string(offsets.size() + 1) + " /Root 1 0 R" +
           Encryption() + " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    return out;
  }

  void Write(const std::string& path) const { std::ofstream(path, std::ios::binary) << Build(); }

 private:
  struct PageContent {
    double width, height;
    int rotate;
    std::string content;
  };

  PageContent& Page() { return pages_.back(); }

  static std::string Number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", value);
    return text;
  }

  static std::string Stream(const std::string& body) {
    return "<< /Length " + std::to_string(body.size()) + " >>\nstream\n" + body + "\nendstream";
  }

  int CodeOf(char32_t letter) {
    const auto [it, added] = codes_.try_emplace(letter, static_cast<int>(codes_.size()) + 33);
    if (added && letter == ' ') it->second = 32;
    return it->second;
  }

  static std::string Font(const std::string& name) {
    std::string widths;
    for (int code = 32; code < 256; ++code) widths += code == 32 ? "250 " : "500 ";
    return "<< /Type /Font /Subtype /Type1 /BaseFont /" + name +
           " /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [" + widths +
           "] /ToUnicode 7 0 R >>";
  }

  [[nodiscard]] std::string LetterMap() const {
    std::string map =
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n";
    for (const auto& [letter, code] : codes_) {
      char line[64];
      std::snprintf(line, sizeof line, "1 beginbfchar <%02x> <%04x> endbfchar\n", code,
                    static_cast<unsigned>(letter));
      map += line;
    }
    return map + "endcmap end end\n";
  }

  [[nodiscard]] std::string Encryption() const {
    if (!locked_) return {};
    const std::string thirty_two(64, 'a');
    return " /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
           " /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" +
           thirty_two + "> /U <" + thirty_two + "> >>";
  }

  std::vector<PageContent> pages_;
  std::map<char32_t, int> codes_;
  bool locked_ = false;
};

}  // namespace congvan::testing
