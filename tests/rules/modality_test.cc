#include "rules/modality.h"

#include <gtest/gtest.h>

#include "support/read_text.h"

namespace congvan::rules {
namespace {

struct Row {
  const char* text;
  const char* expected;  // "aim", "duty", "-"
};

TEST(Modality, OfTasks) {
  const Row rows[] = {
      {"Phấn đấu hoàn thành số hóa trong quý I/2026", "aim"},
      {"Triển khai nền tảng số, cố gắng xong trước ngày 30/6/2026.", "aim"},
      {"Các cơ quan, đơn vị phải báo cáo trước ngày 15 hằng tháng", "duty"},
      {"Bảo đảm hạ tầng số phục vụ người dân", "duty"},
      {"Đảm bảo 100% hồ sơ được số hóa", "duty"},
      // what a task is about, or how it is done
      {"Triển khai hạ tầng, bảo đảm đồng bộ, hiệu quả", "-"},
      {"Tăng cường công tác bảo đảm an toàn thông tin", "-"},
      {"Tháo gỡ khó khăn mà doanh nghiệp gặp phải", "-"},
      {"Bồi dưỡng ý thức phấn đấu, rèn luyện của đảng viên", "-"},
      {"Xây dựng kho dữ liệu dùng chung", "-"},
      {"", "-"},
  };
  for (const Row& row : rows) {
    const auto found = ReadTaskModality(row.text, 0, ShippedRules());
    EXPECT_EQ(found ? found->value : "-", row.expected) << row.text;
  }
}

TEST(Modality, OpensBehindTheNameOfABody) {
  const std::string text = "Phòng Kinh tế bảo đảm hạ tầng số";
  const size_t work = text.find("bảo đảm");
  const auto found = ReadTaskModality(text, work, ShippedRules());
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(text.substr(found->begin, found->end - found->begin), "bảo đảm");
}

TEST(Modality, OfTheGoalThatItGoverns) {
  const Row rows[] = {
      // the number is "100"
      {"Phấn đấu đến hết năm 2025, có 100% hồ sơ", "aim"},
      {"Phấn đấu 80% hộ, 90% người dân và 100% hồ sơ", "aim"},
      {"Phấn đấu 80% hộ; bảo đảm 100% hồ sơ", "duty"},
      {"100% xã phải có kế hoạch", "duty"},
      {"100% cán bộ, công chức phải có chữ ký số", "duty"},
      {"100% hồ sơ được số hóa trong năm, các đơn vị phải công khai", "-"},
      {"Bảo đảm tỷ lệ hồ sơ số hóa đạt 100%", "duty"},
      {"Hệ thống bảo đảm an toàn, 100% hồ sơ trực tuyến", "-"},
      {"Tỷ lệ hệ thống được bảo đảm an toàn đạt 100%", "-"},
      {"Phấn đấu 80% hộ. Có 100% hồ sơ trực tuyến", "-"},
      {"100% hồ sơ, phải công khai", "-"},
      {"100%", "-"},
  };
  for (const Row& row : rows) {
    const size_t at = std::string_view(row.text).find("100%");
    const auto found = ReadGoalModality(row.text, at, at + 4, ShippedRules());
    EXPECT_EQ(found ? found->value : "-", row.expected) << row.text;
  }
}

}  // namespace
}  // namespace congvan::rules
