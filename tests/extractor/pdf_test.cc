#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "../extractor/src/page_device.h"
#include "../extractor/src/pdf_reader.h"
#include "core/utf8.h"
#include "extractor/extractor.h"
#include "support/pdf_builder.h"

#ifdef __SANITIZE_ADDRESS__
// Rendering in this process, which only the tests do, leaves fontconfig's configuration behind.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
#endif

namespace congvan::extractor {
namespace {

using testing::PdfBuilder;

// A file that goes away with the test.
class TempFile {
 public:
  explicit TempFile(const std::string& bytes, const std::string& name = "test.pdf")
      : path_(::testing::TempDir() + "congvan_" + std::to_string(getpid()) + "_" + name) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TempFile() { std::remove(path_.c_str()); }
  TempFile(const TempFile&) = delete;
  TempFile& operator=(const TempFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

Result<RawDocument> Extract(const std::string& bytes) {
  const TempFile file(bytes);
  return Extractor({}).Extract(file.path());
}

RawDocument MustExtract(const PdfBuilder& pdf) {
  Result<RawDocument> result = Extract(pdf.Build());
  EXPECT_TRUE(result) << ToString(result.error());
  return result ? *result : RawDocument{};
}

// The lines that count, one a row.
std::string TextLines(const RawPage& page) {
  std::string text;
  for (const RawLine& line : page.lines) {
    if (line.role == LineRole::kText) text += std::string(line.span.Of(page.text)) + "\n";
  }
  return text;
}

std::string CellText(const RawPage& page, size_t table, int row, int column) {
  for (const RawCell& cell : page.tables.at(table).cells) {
    if (cell.row == row && cell.column == column) return std::string(cell.span.Of(page.text));
  }
  return "no such cell";
}

const RawLine* FindLine(const RawPage& page, std::string_view text) {
  for (const RawLine& line : page.lines) {
    if (line.span.Of(page.text) == text) return &line;
  }
  return nullptr;
}

PdfBuilder HeadAndProse() {
  PdfBuilder pdf;
  pdf.AddPage();
  pdf.Text(90, 80, "UBND XÃ AN BÌNH", {.bold = true});
  pdf.Text(300, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {.bold = true});
  pdf.Text(330, 96, "Độc lập - Tự do - Hạnh phúc", {.bold = true});
  pdf.Text(90, 112, "Số:            /KH-UBND");
  pdf.Text(320, 112, "An Bình, ngày 5 tháng 6 năm 2025", {.italic = true});
  pdf.Text(297.5 - PdfBuilder::WidthOf("KẾ HOẠCH") / 2, 150, "KẾ HOẠCH", {.bold = true});
  const char* lines[] = {"Căn cứ Kế hoạch số 119/KH-UBND ngày 14 tháng 11 năm 2025 của Ủy ban nhân",
                         "dân tỉnh, xã ban hành kế hoạch như sau:", "1. Mục tiêu",
                         "Nâng cao nhận thức của cán bộ, công chức và nhân dân trên địa bàn xã về",
                         "chuyển đổi số."};
  const double indents[] = {100, 70, 100, 100, 70};
  for (int i = 0; i < 5; ++i) {
    // Full lines are stretched to the right margin, as a word processor does.
    const double room = 525 - indents[i] - PdfBuilder::WidthOf(lines[i]);
    const auto letters = static_cast<double>(CountCodePoints(lines[i]));
    pdf.Text(indents[i], 180 + 16 * i, lines[i],
             {.letter_spacing = room < 60 ? room / letters : 0});
  }
  return pdf;
}

TEST(PdfTest, ReadsHeadTitleAndParagraphs) {
  const RawDocument document = MustExtract(HeadAndProse());
  ASSERT_EQ(document.pages.size(), 1U);
  EXPECT_EQ(document.text_from, "pdf");
  EXPECT_EQ(document.source.media_type, "application/pdf");
  EXPECT_EQ(document.source.sha256.size(), 64U);
  const RawPage& page = document.pages[0];
  EXPECT_EQ(page.text.substr(0, page.text.find("KẾ HOẠCH")),
            "UBND XÃ AN BÌNH\nSố:            /KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "Độc lập - Tự do - Hạnh phúc\nAn Bình, ngày 5 tháng 6 năm 2025\n");
  EXPECT_EQ(page.lines[0].column, Column::kLeft);
  EXPECT_EQ(page.lines[2].column, Column::kRight);
  const RawLine* const title = FindLine(page, "KẾ HOẠCH");
  ASSERT_NE(title, nullptr);
  EXPECT_TRUE(title->bold && title->centered && !title->italic);
  std::string breaks;
  for (const RawLine& line : page.lines) {
    if (line.column == Column::kFull && &line != title)
      breaks += line.line_break == LineBreak::kParagraph ? 'P' : 'c';
  }
  EXPECT_EQ(breaks, "PcPPc");
}

TEST(PdfTest, WordsLieWhereTheyAreShown) {
  PdfBuilder pdf;
  pdf.AddPage();
  pdf.Text(100, 200, "Kế hoạch");
  const RawPage page = MustExtract(pdf).pages.at(0);
  ASSERT_EQ(page.words.size(), 2U);
  EXPECT_EQ(page.words[1].span.Of(page.text), "hoạch");
  EXPECT_NEAR(page.words[1].box.x0, 100 + PdfBuilder::WidthOf("Kế "), 0.1);
  EXPECT_NEAR(page.words[1].box.x1, 100 + PdfBuilder::WidthOf("Kế hoạch"), 0.1);
  EXPECT_LT(page.words[1].box.y0, 200);
  EXPECT_GT(page.words[1].box.y1, 200);
  EXPECT_NEAR(page.words[1].font_size, 12, 0.1);
}

PdfBuilder TwoPageTable() {
  PdfBuilder pdf;
  pdf.AddPage();
  pdf.Text(270, 90, "PHỤ LỤC", {.bold = true});
  pdf.Grid({70, 110, 330, 430, 525}, {120, 150, 170, 220, 800});
  const char* head[] = {"TT", "Nội dung", "Chủ trì", "Thời gian"};
  const double xs[] = {75, 115, 335, 435};
  for (int i = 0; i < 4; ++i) pdf.Text(xs[i], 140, head[i], {.bold = true});
  pdf.Text(75, 165, "1");
  pdf.Text(115, 165, "Rà soát quy trình");
  pdf.Text(335, 165, "Văn phòng");
  pdf.Text(75, 185, "2");
  pdf.Text(115, 185, "Tập huấn kỹ năng số");
  pdf.Text(115, 200, "cho cán bộ, công chức");
  pdf.Text(435, 185, "Quý III/2025");
  pdf.Text(75, 240, "3");
  pdf.AddPage();
  pdf.Text(295, 40, "2");
  pdf.Grid({70, 110, 330, 430, 525}, {60, 90, 120});
  pdf.Text(75, 80, "4");
  pdf.Text(115, 80, "Sơ kết");
  pdf.Text(115, 110, "Tổng kết");
  pdf.Text(70, 150, "Trên đây là danh mục nhiệm vụ.");
  return pdf;
}

TEST(PdfTest, ReadsATableOverTwoPages) {
  const RawDocument document = MustExtract(TwoPageTable());
  ASSERT_EQ(document.pages.size(), 2U);
  const RawPage &first = document.pages[0], &second = document.pages[1];
  ASSERT_EQ(first.tables.size(), 1U);
  ASSERT_EQ(second.tables.size(), 1U);
  EXPECT_EQ(first.tables[0].rows, 4);
  EXPECT_EQ(first.tables[0].columns, 4);
  EXPECT_FALSE(first.tables[0].continues);
  EXPECT_TRUE(second.tables[0].continues);
  EXPECT_EQ(CellText(first, 0, 2, 1), "Tập huấn kỹ năng số\ncho cán bộ, công chức");
  EXPECT_EQ(CellText(first, 0, 2, 2), "");
  EXPECT_EQ(CellText(first, 0, 1, 2), "Văn phòng");
  EXPECT_TRUE(
      StartsWith(first.tables[0].span.Of(first.text), "TT\tNội dung\tChủ trì\tThời gian\n1\t"));
  EXPECT_EQ(TextLines(second), "Trên đây là danh mục nhiệm vụ.\n");
  ASSERT_NE(FindLine(second, "2"), nullptr);
  EXPECT_EQ(FindLine(second, "2")->role, LineRole::kFurniture);
}

TEST(PdfTest, TakesFramesAndUnderlinesForNoTables) {
  PdfBuilder pdf;
  pdf.AddPage();
  pdf.Grid({70, 525}, {60, 100});  // a box around one text
  pdf.Text(80, 80, "Dự thảo lần 2");
  pdf.Text(200, 150, "KẾ HOẠCH");
  pdf.Line(200, 153, 260, 153);
  pdf.Grid({70, 300, 525}, {200, 230, 260});  // the letterhead in a frame
  pdf.Text(75, 220, "UBND XÃ AN BÌNH");
  pdf.Text(305, 220, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {.size = 9});
  const RawDocument document = MustExtract(pdf);
  EXPECT_TRUE(document.pages.at(0).tables.empty());
}

TEST(PdfTest, FindsLinesHoweverTheyAreDrawn) {
  // Rows as thin filled rectangles, columns as strokes, one border dashed; shading and white lines
  // are none.
  PdfBuilder pdf;
  pdf.AddPage();
  pdf.Fill(70, 100, 400, 130, 0.9);  // a shaded head
  for (const double y : {100.0, 130.0, 160.0}) pdf.Fill(70, y, 400, y + 0.7);
  pdf.Line(70, 100, 70, 160.7);
  if (HasPrivatePoppler()) {
    for (double y = 100; y < 160; y += 5) pdf.Line(200, y, 200, y + 3);
  } else {
    pdf.Line(200, 100, 200, 160.7);
  }
  pdf.Line(400, 100, 400, 160.7);
  pdf.Line(300, 100, 300, 160.7, 0.5, 1);  // white
  pdf.Text(80, 120, "Chỉ tiêu");
  pdf.Text(210, 120, "Kết quả");
  pdf.Text(80, 150, "Tỷ lệ");
  pdf.Text(210, 150, "62%");
  const RawDocument document = MustExtract(pdf);
  ASSERT_EQ(document.pages.at(0).tables.size(), 1U);
  EXPECT_EQ(document.pages[0].tables[0].rows, 2);
  EXPECT_EQ(document.pages[0].tables[0].columns, 2);
  EXPECT_EQ(CellText(document.pages[0], 0, 1, 1), "62%");
}

TEST(PdfTest, TurnsSidewaysPagesUpright) {
  for (const bool by_page : {true, false}) {
    PdfBuilder pdf;
    if (by_page) {
      // Upright once /Rotate is applied: the text runs up the paper.
      pdf.AddPage(595, 842, 90);
      pdf.Text(100, 700, "Kế hoạch số 5", {.turned = 3});
      pdf.Text(120, 700, "Kết quả", {.turned = 3});
    } else {
      pdf.AddPage(595, 842, 0);
      pdf.Text(500, 100, "Kế hoạch số 5", {.turned = 1});
      pdf.Text(480, 100, "Kết quả", {.turned = 1});
    }
    const RawPage page = MustExtract(pdf).pages.at(0);
    EXPECT_EQ(page.text, "Kế hoạch số 5\nKết quả") << by_page;
    EXPECT_FLOAT_EQ(page.width, 842) << by_page;
    ASSERT_FALSE(page.words.empty());
    EXPECT_GT(page.words[1].box.x0, page.words[0].box.x1) << by_page;
  }
}

TEST(PdfTest, PutsStampsAside) {
  PdfBuilder pdf = HeadAndProse();
  pdf.Text(430, 25, "Số: 281/STC-QLNS", {.size = 6});
  pdf.Text(430, 33, "Thời gian ký: 2025-12-17T07:52:25+07:00", {.size = 6});
  pdf.Text(430, 41, "Ký bởi: Văn phòng", {.size = 6});
  const RawPage page = MustExtract(pdf).pages.at(0);
  ASSERT_NE(FindLine(page, "Thời gian ký: 2025-12-17T07:52:25+07:00"), nullptr);
  EXPECT_EQ(TextLines(page).find("ký:"), std::string::npos) << TextLines(page);
  EXPECT_EQ(TextLines(page).find("UBND XÃ AN BÌNH"), 0U) << TextLines(page);
}

TEST(PdfTest, MarksRunningHeadsButNoAnnexTitles) {
  PdfBuilder pdf;
  for (int i = 1; i <= 4; ++i) {
    pdf.AddPage();
    pdf.Text(70, 40, "Kế hoạch chuyển đổi số, trang " + std::to_string(i), {.size = 9});
    pdf.Text(260, 70, "PHỤ LỤC " + std::to_string(i));
    pdf.Text(70, 140, "Nội dung của trang này.");
  }
  for (const RawPage& page : MustExtract(pdf).pages) {
    ASSERT_EQ(page.lines.size(), 3U);
    EXPECT_EQ(page.lines[0].role, LineRole::kFurniture);
    EXPECT_EQ(page.lines[1].role, LineRole::kText);
    EXPECT_EQ(page.lines[2].role, LineRole::kText);
  }
}

TEST(PdfTest, SaysWhichPagesHaveNoText) {
  PdfBuilder pdf = HeadAndProse();
  pdf.AddPage();
  const RawDocument document = MustExtract(pdf);
  ASSERT_EQ(document.pages.size(), 2U);
  ASSERT_EQ(document.notes.size(), 1U);
  EXPECT_EQ(document.notes[0].code, "page-without-text");
  EXPECT_EQ(document.notes[0].page, 2);
}

// ---- what cannot be read ----

TEST(PdfErrorTest, ExplainsWhatIsWrong) {
  PdfBuilder scan;
  scan.AddPage();
  scan.Fill(100, 100, 300, 300);
  PdfBuilder locked = HeadAndProse();
  locked.Lock();
  struct Case {
    const char* why;
    std::string bytes;
    ErrorCode code;
    const char* says;
  };
  const Case cases[] = {
      {"no text on any page", scan.Build(), ErrorCode::kEmpty, "a scan"},
      {"a password", locked.Build(), ErrorCode::kEncrypted, "password"},
      {"nothing behind the header", "%PDF-1.4\n", ErrorCode::kDamaged, "damaged"},
      {"an image", "\x89PNG\r\n\x1a\n....", ErrorCode::kUnsupported, "a PNG image"},
      {"zeros", std::string(10'000, '\0'), ErrorCode::kUnsupported, "zero bytes"},
      {"empty", "", ErrorCode::kEmpty, "empty"},
  };
  for (const Case& c : cases) {
    const Result<RawDocument> result = Extract(c.bytes);
    ASSERT_FALSE(result) << c.why;
    EXPECT_EQ(result.error().code, c.code) << c.why;
    EXPECT_NE(result.error().what.find(c.says), std::string::npos) << result.error().what;
    EXPECT_FALSE(result.error().hint.empty()) << c.why;
  }
}

TEST(PdfErrorTest, RefusesWhatIsNoFile) {
  EXPECT_EQ(Extractor({}).Extract("/no/such/file.pdf").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(Extractor({}).Extract(::testing::TempDir()).error().code, ErrorCode::kUsage);
  EXPECT_EQ(Extractor({}).Extract("/dev/zero").error().code, ErrorCode::kUnsupported);
}

TEST(PdfErrorTest, KeepsToLimits) {
  const TempFile file(TwoPageTable().Build());
  ExtractorOptions options;
  options.max_pages = 1;
  EXPECT_EQ(Extractor(options).Extract(file.path()).error().code, ErrorCode::kTooLarge);
  options = {};
  options.max_file_bytes = 100;
  EXPECT_EQ(Extractor(options).Extract(file.path()).error().code, ErrorCode::kTooLarge);
}

TEST(PdfErrorTest, RefusesAHugeFileOfZerosAtOnce) {
  const TempFile file("", "zeros");
  std::filesystem::resize_file(file.path(), 2000ULL << 20);  // a sparse file: no disk is used
  EXPECT_EQ(Extractor({}).Extract(file.path()).error().code, ErrorCode::kUnsupported);
}

TEST(PdfErrorTest, StopsAnEndlessPage) {
  PdfBuilder pdf = HeadAndProse();
  // Ten forms deep, ten calls each, would be 10^10 strokes; plain repetition does for a test of the
  // clock.
  std::string strokes;
  for (int i = 0; i < 1'000'000; ++i) strokes += "0 0 m 9 9 l S\n";
  pdf.Put(strokes);
  const TempFile file(pdf.Build());
  ExtractorOptions options;
  options.timeout = std::chrono::milliseconds(150);
  const Result<RawDocument> result = Extractor(options).Extract(file.path());
  EXPECT_TRUE(result || result.error().code == ErrorCode::kTimeout);
}

TEST(IdentifyTest, HashesWithoutReading) {
  const TempFile file("abc", "abc.txt");
  const Result<SourceFile> source = Extractor({}).Identify(file.path());
  ASSERT_TRUE(source);
  EXPECT_EQ(source->sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(source->bytes, 3U);
  EXPECT_EQ(source->media_type, "text/plain");
  const TempFile image("\x89PNG\r\n\x1a\n....", "a.png");
  EXPECT_TRUE(Extractor({}).Identify(image.path())) << "the type is told, whether readable or not";
}

// ---- damage: any answer is fine, as long as it is one ----

TEST(PdfDamageTest, SurvivesEveryTruncation) {
  const std::string bytes = TwoPageTable().Build();
  size_t read = 0;
  for (size_t size = 5; size < bytes.size(); size += bytes.size() / 150 + 1) {
    const Result<RawDocument> result = Extract(bytes.substr(0, size));
    if (result) {
      ++read;
      EXPECT_FALSE(result->notes.empty()) << "cut at " << size << " and not a word about it";
    } else {
      EXPECT_NE(result.error().code, ErrorCode::kCrashed) << size;
      EXPECT_NE(result.error().code, ErrorCode::kTimeout) << size;
    }
  }
  RecordProperty("read", static_cast<int>(read));
}

TEST(PdfDamageTest, SurvivesFlippedBytes) {
  const std::string bytes = TwoPageTable().Build();
  unsigned seed = 1;
  for (int round = 0; round < 200; ++round) {
    std::string broken = bytes;
    for (int i = 0; i < 1 + round % 8; ++i) {
      seed = seed * 1664525 + 1013904223;
      broken[(seed >> 4) % broken.size()] = static_cast<char>(seed >> 24);
    }
    const Result<RawDocument> result = Extract(broken);
    if (!result) {
      EXPECT_NE(result.error().code, ErrorCode::kCrashed) << round;
      EXPECT_NE(result.error().code, ErrorCode::kTimeout) << round;
    }
  }
}

TEST(PdfDamageTest, SaysThatAFileWasPutTogetherAgain) {
  std::string bytes = TwoPageTable().Build();
  const size_t table = bytes.find("xref\n");
  bytes.replace(table, 4, "oops");
  const Result<RawDocument> result = Extract(bytes);
  ASSERT_TRUE(result);
  ASSERT_FALSE(result->notes.empty());
  EXPECT_EQ(result->notes.back().code, "damaged-but-read");
}

// ---- the two ways of reading ----

std::string GridsOf(const RawDocument& document) {
  std::string out;
  for (const RawPage& page : document.pages) {
    for (const RawTable& table : page.tables) {
      out += "page " + std::to_string(page.number) + (table.continues ? " goes on" : "") + "\n";
      for (const RawCell& cell : table.cells) {
        std::string text(cell.span.Of(page.text));
        // Where exactly words part is not the grid's business.
        std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
        out += std::to_string(cell.row) + "," + std::to_string(cell.column) + " " +
               std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span) + " " + text +
               "\n";
      }
    }
  }
  return out;
}

RawDocument ReadBy(Result<std::unique_ptr<PdfSource>> pdf) {
  EXPECT_TRUE(pdf);
  if (!pdf) return {};
  Result<RawDocument> result = ReadPdf(SourceFile{}, **pdf, 1000);
  EXPECT_TRUE(result);
  return result ? *result : RawDocument{};
}

TEST(PdfOracleTest, BothWaysSeeTheSameGrids) {
  for (const PdfBuilder& pdf : {TwoPageTable(), HeadAndProse()}) {
    const TempFile file(pdf.Build());
    const RawDocument by_device = ReadBy(OpenPdf(file.path()));
    const RawDocument by_raster = ReadBy(OpenPdfByRaster(file.path()));
    EXPECT_EQ(GridsOf(by_device), GridsOf(by_raster));
    EXPECT_EQ(by_device.pages.at(0).text, by_raster.pages.at(0).text);
  }
}

TEST(PdfOracleTest, BothWaysSeeTheSameGridsInRealFiles) {
  const std::filesystem::path folder = CONGVAN_SOURCE_DIR "/../shared/samples/pdf";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no sample files here";
  for (const char* name :
       {"037.pdf", "053.pdf", "typeset-001.chromium.pdf", "typeset-002.libreoffice.pdf"}) {
    const std::string path = folder / name;
    EXPECT_EQ(GridsOf(ReadBy(OpenPdf(path))), GridsOf(ReadBy(OpenPdfByRaster(path)))) << name;
  }
}

}  // namespace
}  // namespace congvan::extractor
