#include <gtest/gtest.h>

#include <string>

#include "extractor/extractor.h"

namespace congvan::extractor {
namespace {

using namespace std::string_literals;

struct SniffCase {
  const char* why;
  std::string bytes;
  const char* media_type;
  bool readable;
};

TEST(SniffTest, TellsTypesByContent) {
  const SniffCase cases[] = {
      {"a PDF", "%PDF-1.7\n%\xE2\xE3", "application/pdf", true},
      {"rubbish before the header", "\r\n\0\0mail"s + "%PDF-1.4", "application/pdf", true},
      {"PNG", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s, "image/png", false},
      {"JPEG", "\xFF\xD8\xFF\xE0\0\x10JFIF"s, "image/jpeg", false},
      {"GIF", "GIF89a\x01\0"s, "image/gif", false},
      {"TIFF, little endian", "II*\0\x08\0\0\0"s, "image/tiff", false},
      {"TIFF, big endian", "MM\0*\0\0\0\x08"s, "image/tiff", false},
      {"DOCX: a ZIP with word/ inside", "PK\x03\x04\x14\0word/document.xml"s,
       "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false},
      {"XLSX", "PK\x03\x04\x14\0xl/workbook.xml"s,
       "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false},
      {"any ZIP", "PK\x03\x04\x14\0a.pdf"s, "application/zip", false},
      {"an old .doc, its directory in sight",
       "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + "W\0o\0r\0d\0D\0o\0c\0u\0"s, "application/msword",
       false},
      {"OLE of unknown make", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s, "application/x-ole-storage",
       false},
      {"RTF is text by its bytes, but not to read", "{\\rtf1\\ansi Hello}", "application/rtf",
       false},
      {"plain ASCII", "UBND XA VO NHAI\n", "text/plain", true},
      {"UTF-8 Vietnamese", "Kế hoạch số 12/KH-UBND\n", "text/plain", true},
      {"UTF-8 with a byte order mark", "\xEF\xBB\xBFKế hoạch", "text/plain", true},
      {"UTF-8 cut in the middle of a letter", "Kế hoạch thực hiệ\xE1\xBB", "text/plain", true},
      {"UTF-16 with a byte order mark", "\xFF\xFEK\0H\0"s, "text/plain", true},
      {"UTF-16 without one", "K\0H\0 \0U\0B\0N\0D\0 \0V\0o\0 \0N\0"s, "text/plain", true},
      {"8-bit Vietnamese (TCVN3)", "KÕ ho¹ch thùc hiÖn nhiÖm vô\n", "text/plain", true},
      {"a word that begins like a Windows program", "MZ la gi?\n", "text/plain", true},
      {"a word that begins like a bitmap", "BMNN bao cao\n", "text/plain", true},
      {"nothing but zeros", std::string(4096, '\0'), "application/octet-stream", false},
      {"random bytes", "\x01\x02\x9F\xFE\x00\x13\x07\x81\x99\x04"s, "application/octet-stream",
       false},
      {"empty", "", "application/octet-stream", false},
  };
  for (const SniffCase& c : cases) {
    const Sniffed sniffed = Sniff(c.bytes);
    EXPECT_EQ(sniffed.media_type, c.media_type) << c.why;
    EXPECT_EQ(sniffed.readable, c.readable) << c.why;
    EXPECT_FALSE(sniffed.description.empty()) << c.why;
  }
}

TEST(SniffTest, TakesAnyBytes) {
  for (int first = 0; first < 256; ++first) {
    for (size_t size = 1; size < 24; ++size) {
      EXPECT_FALSE(Sniff(std::string(size, static_cast<char>(first))).media_type.empty());
    }
  }
}

}  // namespace
}  // namespace congvan::extractor
