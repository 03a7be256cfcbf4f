// Pages as pictures, and what becomes of pages that can't be drawn.
#include "extractor/page_image.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "../extractor/src/png_image.h"
#include "support/pdf_builder.h"

namespace congvan::extractor {
namespace {

using testing::PdfBuilder;

class PageImages : public ::testing::Test {
 protected:
  void SetUp() override {
    PdfBuilder pdf;
    pdf.AddPage();
    pdf.Text(72, 100, "CỘNG HÒA");
    pdf.AddPage(595, 842, 90);
    std::ofstream(path_, std::ios::binary) << pdf.Build();
  }
  void TearDown() override { std::remove(path_.c_str()); }

  const std::string path_ =
      ::testing::TempDir() + "congvan_image_" + std::to_string(getpid()) + ".pdf";
};

TEST_F(PageImages, AreAsLargeAsThePageIsShown) {
  RenderOptions options;
  options.dpi = 72;
  const auto upright = RenderPage(path_, 1, options);
  ASSERT_TRUE(upright.has_value()) << ToString(upright.error());
  EXPECT_NEAR(upright->width, 595, 1);
  EXPECT_NEAR(upright->height, 842, 1);
  EXPECT_EQ(upright->png.substr(0, 8), "\x89PNG\r\n\x1a\n");
  const auto turned = RenderPage(path_, 2, options);
  ASSERT_TRUE(turned.has_value()) << ToString(turned.error());
  EXPECT_NEAR(turned->width, 842, 1);
  EXPECT_NEAR(turned->height, 595, 1);
}

TEST_F(PageImages, AreNeverLargerThanAllowed) {
  RenderOptions options;
  options.dpi = 600;
  options.max_side = 500;
  const auto image = RenderPage(path_, 1, options);
  ASSERT_TRUE(image.has_value()) << ToString(image.error());
  EXPECT_LE(image->height, 501);
}

TEST_F(PageImages, OfPagesThatAreNotThereAreErrors) {
  EXPECT_FALSE(RenderPage(path_, 3, {}).has_value());
  EXPECT_FALSE(RenderPage(path_, 0, {}).has_value());
  EXPECT_FALSE(RenderPage(path_ + ".none", 1, {}).has_value());
}

TEST(Png, TakesPixelsOfTheirNumberOnly) {
  EXPECT_TRUE(EncodePng(2, 2, "abcd").has_value());
  EXPECT_FALSE(EncodePng(2, 2, "abc").has_value());
  EXPECT_FALSE(EncodePng(0, 0, "").has_value());
  EXPECT_FALSE(EncodePng(0xFFFFFFFF, 0xFFFFFFFF, "x").has_value());
}

}  // namespace
}  // namespace congvan::extractor
