#include "sniff.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/utf8.h"

namespace congvan::extractor {
namespace {

using namespace std::string_view_literals;

struct Magic {
  size_t offset;
  std::string_view bytes;
  std::string_view media_type;
  std::string_view description;
};

constexpr std::string_view kPdf = "application/pdf";
constexpr std::string_view kText = "text/plain";
constexpr std::string_view kZip = "application/zip";
constexpr std::string_view kOle = "application/x-ole-storage";
constexpr std::string_view kRiff = "application/x-riff";
constexpr std::string_view kUnknown = "application/octet-stream";

constexpr std::array kMagics = {
    Magic{0, "\x89PNG\r\n\x1a\n"sv, "image/png", "a PNG image"},
    Magic{0, "\xFF\xD8\xFF"sv, "image/jpeg", "a JPEG image"},
    Magic{0, "GIF87a"sv, "image/gif", "a GIF image"},
    Magic{0, "GIF89a"sv, "image/gif", "a GIF image"},
    Magic{0, "II*\0"sv, "image/tiff", "a TIFF image"},
    Magic{0, "MM\0*"sv, "image/tiff", "a TIFF image"},
    Magic{0, "BM"sv, "image/bmp", "a BMP image"},
    Magic{4, "ftypheic"sv, "image/heic", "a HEIC photo"},
    Magic{4, "ftyp"sv, "video/mp4", "a video"},
    Magic{0, "RIFF"sv, kRiff, "a RIFF file (sound, video or a WebP image)"},
    Magic{0, "PK\x03\x04"sv, kZip, "a ZIP archive"},
    Magic{0, "PK\x05\x06"sv, kZip, "an empty ZIP archive"},
    Magic{0, "Rar!\x1a\x07"sv, "application/vnd.rar", "a RAR archive"},
    Magic{0, "7z\xBC\xAF\x27\x1C"sv, "application/x-7z-compressed", "a 7-Zip archive"},
    Magic{0, "\x1F\x8B"sv, "application/gzip", "a gzip archive"},
    Magic{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, kOle, "an old Microsoft Office file"},
    Magic{0, "{\\rtf"sv, "application/rtf", "an RTF document"},
    Magic{0, "%!PS"sv, "application/postscript", "a PostScript file"},
    Magic{0, "SQLite format 3\0"sv, "application/vnd.sqlite3", "an SQLite database"},
    Magic{0,
          "\x7F"
          "ELF"sv,
          "application/x-executable", "a program"},
    Magic{0, "MZ"sv, "application/x-msdownload", "a Windows program"},
};

struct Package {
  std::string_view inside;  ///< a name among the archive's first entries
  std::string_view media_type;
  std::string_view description;
};

constexpr std::array kZipPackages = {
    Package{"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "a Word document (DOCX)"},
    Package{"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "an Excel workbook (XLSX)"},
    Package{"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "a PowerPoint presentation (PPTX)"},
    Package{"application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text",
            "an OpenDocument text (ODT)"},
    Package{"[Content_Types].xml", "application/vnd.openxmlformats-officedocument",
            "a Microsoft Office file"},
};

// The names of the streams of an OLE file are UTF-16; the one that tells the program is in the
// directory, which may lie anywhere, so this can only be a better guess.
constexpr std::array kOlePackages = {
    Package{"W\0o\0r\0d\0D\0o\0c\0"sv, "application/msword", "an old Word document (.doc)"},
    Package{"W\0o\0r\0k\0b\0o\0o\0k\0"sv, "application/vnd.ms-excel",
            "an old Excel workbook (.xls)"},
};

template <class Packages>
Sniffed Refine(std::string_view bytes, const Packages& packages, Sniffed otherwise) {
  for (const Package& package : packages) {
    if (bytes.find(package.inside) != std::string_view::npos) {
      return {std::string(package.media_type), std::string(package.description), false};
    }
  }
  return otherwise;
}

// Two letters are too weak for a magic number: "MZ" and "BM" begin ordinary texts too.
bool IsWeak(const Magic& magic) { return magic.bytes.size() == 2; }

bool IsControl(unsigned char c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B) || c == 0x7F;
}

// A character that the end of the sample cuts in two is no fault of the text.
std::string_view WithoutCutCharacter(std::string_view bytes) {
  for (size_t back = 1; back <= 3 && back <= bytes.size(); ++back) {
    const auto c = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if (c < 0x80) break;
    if (c >= 0xC0) {
      const size_t needs = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
      return back < needs ? bytes.substr(0, bytes.size() - back) : bytes;
    }
  }
  return bytes;
}

size_t CountControls(std::string_view bytes) {
  return static_cast<size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return IsControl(static_cast<unsigned char>(c)); }));
}

// Legacy 8-bit Vietnamese texts (TCVN3, VNI) are text too: mostly letters, hardly a control
// character.
bool LooksLikeText(std::string_view bytes) {
  const size_t controls = CountControls(bytes);
  if (IsValidUtf8(WithoutCutCharacter(bytes))) return controls * 50 <= bytes.size();
  const auto ascii = static_cast<size_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
  return controls == 0 && ascii * 2 >= bytes.size();
}

// Without a byte order mark, Latin-heavy UTF-16 still shows itself: every other byte is small.
bool LooksLikeUtf16(std::string_view bytes) {
  if (bytes.size() < 16) return false;
  std::array<size_t, 2> small = {0, 0};
  for (size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c == 0x00 || c == 0x01 || c == 0x1E) ++small[i % 2];
  }
  const size_t half = bytes.size() / 2;
  return std::max(small[0], small[1]) * 10 >= half * 9 && std::min(small[0], small[1]) * 10 <= half;
}

}  // namespace

Sniffed Sniff(std::string_view first_bytes) {
  if (first_bytes.empty()) return {std::string(kUnknown), "an empty file", false};
  // Poppler, like Acrobat, takes up to a kilobyte of rubbish before the header.
  if (first_bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) {
    return {std::string(kPdf), "a PDF document", true};
  }
  if (StartsWith(first_bytes, "\xFF\xFE") || StartsWith(first_bytes, "\xFE\xFF")) {
    return {std::string(kText), "a text (UTF-16)", true};
  }
  const bool text = LooksLikeText(first_bytes);
  for (const Magic& magic : kMagics) {
    if (first_bytes.size() < magic.offset || (text && IsWeak(magic))) continue;
    if (!StartsWith(first_bytes.substr(magic.offset), magic.bytes)) continue;
    Sniffed found{std::string(magic.media_type), std::string(magic.description), false};
    if (magic.media_type == kZip) return Refine(first_bytes, kZipPackages, std::move(found));
    if (magic.media_type == kOle) return Refine(first_bytes, kOlePackages, std::move(found));
    return found;
  }
  if (text) return {std::string(kText), "a text", true};
  if (LooksLikeUtf16(first_bytes)) return {std::string(kText), "a text (UTF-16)", true};
  if (first_bytes.find_first_not_of('\0') == std::string_view::npos) {
    return {std::string(kUnknown), "nothing but zero bytes", false};
  }
  return {std::string(kUnknown), "binary data of no known kind", false};
}

std::string_view HintForType(std::string_view media_type) {
  if (StartsWith(media_type, "image/")) {
    return "this version reads no images: ask for the electronic copy, or recognise the text with "
           "a scanner program that writes a searchable PDF";
  }
  if (StartsWith(media_type, "application/vnd.openxmlformats") ||
      StartsWith(media_type, "application/vnd.oasis") || StartsWith(media_type, "application/ms") ||
      media_type == "application/rtf" || StartsWith(media_type, "application/vnd.ms-") ||
      media_type == kOle) {
    return "open it in its program and save it as PDF";
  }
  if (media_type == kZip || media_type == "application/vnd.rar" ||
      media_type == "application/x-7z-compressed" || media_type == "application/gzip") {
    return "unpack it and add the documents inside";
  }
  if (media_type == kUnknown) return "the file may have been damaged on its way: fetch it again";
  return "save or print it as PDF";
}

}  // namespace congvan::extractor
