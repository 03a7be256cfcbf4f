#include "rules/quantity.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace congvan::rules {
namespace {

using Lines = std::vector<std::string>;

const RuleSet& Rules() {
  static const RuleSet* rules = [] {
    auto loaded = RuleSet::Shipped();
    if (!loaded) ADD_FAILURE() << ToString(loaded.error());
    return loaded ? new RuleSet(std::move(*loaded)) : nullptr;
  }();
  CV_CHECK(rules != nullptr, "the shipped rules do not load");
  return *rules;
}

// ">= 62 %", ">= 95..98 %": one line to read and to compare.
std::string Brief(const Quantity& quantity) {
  std::string out =
      quantity.comparator.value_or("?") + " " + fmt::format("{}", quantity.value.value_or(-1));
  if (quantity.value_max) out += fmt::format("..{}", *quantity.value_max);
  if (quantity.unit) out += " " + *quantity.unit;
  return out;
}

struct Row {
  const char* text;
  Lines expected;
};

TEST(ParseNumber, VietnameseMarks) {
  const std::pair<const char*, double> rows[] = {
      {"1.500", 1500},
      {"8,78", 8.78},
      {"95.5", 95.5},
      {"02", 2},
      {"1,0", 1},
      {"100", 100},
      {"0,7", 0.7},
      {"2.5", 2.5},
      {"1.234.567,8", 1234567.8},
      {"12.34", 12.34},  // two digits: a decimal point
      {"1500", 1500},
      {"1,000", 1000},
      {"1,250,000", 1250000},  // typed the English way
      {"0,125", 0.125},
      {"1,500", 1.5},
      {"1 500", 1500},
      {"1 250 000,5", 1250000.5},
  };
  for (const auto& [text, value] : rows) {
    ASSERT_TRUE(ParseNumber(text).has_value()) << text;
    EXPECT_DOUBLE_EQ(*ParseNumber(text), value) << text;
  }
  for (const char* text :
       {"", "abc", "5G", "1,2,3", "-5", "5.", ".5", "1 50", "1500 000", "1 500.000"})
    EXPECT_EQ(ParseNumber(text), std::nullopt) << text;
}

TEST(QuantityCell, ComparatorsNumbersAndUnits) {
  const Row rows[] = {
      {"≥ 62", {">= 62"}},
      {"≥62%", {">= 62 %"}},
      {">= 30", {">= 30"}},
      {"Tối thiểu 80%", {">= 80 %"}},
      {"ít nhất 02 sản phẩm", {">= 2 sản phẩm"}},
      {"từ 70% trở lên", {">= 70 %"}},
      {"Đạt 70% trở lên", {">= 70 %"}},
      {"trên 60%", {"> 60 %"}},
      {"> 0,7", {"> 0.7"}},
      {"không quá 5%", {"<= 5 %"}},
      {"dưới 2%", {"< 2 %"}},
      {"100%", {"= 100 %"}},
      {"100", {"= 100"}},
      {"Đạt 100%", {"= 100 %"}},
      {"95 - 98", {">= 95..98"}},
      {"16 - 18%", {">= 16..18 %"}},
      {"20% - 50%", {">= 20..50 %"}},
      {"từ 95% đến 98%", {">= 95..98 %"}},
      {"1.500 triệu đồng", {"= 1500 triệu đồng"}},
      {"02 - 03 dự án", {">= 2..3 dự án"}},
      {"01 hội nghị", {"= 1 hội nghị"}},
      {"12 người/vạn dân", {"= 12 người/vạn dân"}},
      {"10%/năm", {"= 10 %/năm"}},
      {"0,5 điểm %", {"= 0.5 điểm %"}},
      {"≤ 3 Đông Nam Á; ≤ 50 Thế giới", {"<= 3", "<= 50"}},
      {"≥ 3% và tăng dần theo yêu cầu phát triển", {">= 3 %"}},
      {"Top 10", {"<= 10"}},
      {"Xếp thứ 5", {"= 5"}},
      {"03 lớp; 150 lượt người", {"= 3 lớp", "= 150 lượt người"}},
      {"Giảm 10% so với 2024", {"= 10 %"}},  // the year is none
      {"100% (15/15 thôn)", {"= 100 %"}},
      {">=1.000 tài khoản", {">= 1000 tài khoản"}},
      {"2% GDP", {"= 2 %"}},
      {"60%\n80%", {"= 60 %", "= 80 %"}},
      {"Hai hội nghị", {"= 2 hội nghị"}},
      {"80 ÷ 90%", {">= 80..90 %"}},
      {"≧ 80%", {">= 80 %"}},
      {"2.500 tỷ", {"= 2500 tỷ"}},
      {"75 trđ", {"= 75 trđ"}},
      {"2,5 triệu người", {"= 2.5 triệu người"}},
      {"03 mô hình/xã", {"= 3 mô hình/xã"}},
      {"12 cán bộ nghiên cứu/vạn dân", {"= 12 cán bộ nghiên cứu/vạn dân"}},
      {"gấp đôi", {"= 2 lần"}},
      {"Một mô hình", {"= 1 mô hình"}},
      {"Xếp thứ 10 trở lên", {"<= 10"}},
      {"Tối đa 3 ngày", {"<= 3 ngày"}},
      {"2025: 80%", {"= 80 %"}},
      {"Tối thiểu 2/3 số thôn", {}},  // a share of what?
      {"Báo cáo", {}},
      {"Hoàn thành", {}},
      {"", {}},
      {"-", {}},
      {"30/45 thôn", {}},  // a share of what?
      {"Đạt mức độ 3", {}},
      {"Quyết định số 12/QĐ-UBND ngày 01/4/2025", {}},
      {"Tháng 12/2025", {}},
  };
  for (const Row& row : rows) {
    Lines read;
    for (const Quantity& quantity : ReadQuantityCell(row.text, Rules()))
      read.push_back(Brief(quantity));
    EXPECT_EQ(read, row.expected) << row.text;
  }
}

TEST(QuantityCell, GoalsThatNameTheirOwnYears) {
  const auto years = [](const char* cell) {
    Lines out;
    for (const Quantity& goal : ReadQuantityCell(cell, Rules()))
      out.push_back(Brief(goal) + " " + goal.by.value_or("-"));
    return out;
  };
  EXPECT_THAT(years("Năm 2025: 80%; năm 2030: 100%"),
              testing::ElementsAre("= 80 % 2025", "= 100 % 2030"));
  EXPECT_THAT(years("≥ 80% (năm 2025); 100% (năm 2030)"),
              testing::ElementsAre(">= 80 % 2025", "= 100 % 2030"));
  EXPECT_THAT(years("03 lớp; 150 lượt người (năm 2025)"),  // whose year is it?
              testing::ElementsAre("= 3 lớp -", "= 150 lượt người -"));
}

TEST(QuantityCell, TellsWhereItStands) {
  const std::string cell = "Đạt ≥ 80% hồ sơ";
  const auto read = ReadQuantityCell(cell, Rules());
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(cell.substr(read[0].begin, read[0].end - read[0].begin), "≥ 80%");
  EXPECT_EQ(read[0].rule, "quantities.at-least");
}

// "indicator | >= 80 % | 2025"
Lines Briefs(const std::vector<ProseGoal>& goals) {
  Lines out;
  for (const ProseGoal& goal : goals)
    out.push_back(goal.indicator + " | " + Brief(goal.quantity) +
                  (goal.by ? " | " + *goal.by : ""));
  return out;
}

TEST(GoalsOfBullet, IndicatorAndQuantity) {
  const Row rows[] = {
      {"Có ≥ 80% cán bộ, công chức xã được bồi dưỡng kỹ năng số cơ bản.",
       {"cán bộ, công chức xã được bồi dưỡng kỹ năng số cơ bản | >= 80 %"}},
      {"80% cán bộ, công chức làm chủ kỹ năng số.",
       {"cán bộ, công chức làm chủ kỹ năng số | = 80 %"}},
      {"Bố trí 1,0% tổng chi ngân sách cho khoa học, công nghệ.",
       {"Bố trí tổng chi ngân sách cho khoa học, công nghệ | = 1 %"}},
      {"Tỷ lệ phủ sóng 6G trên địa bàn xã, đạt 50%.",
       {"Tỷ lệ phủ sóng 6G trên địa bàn xã | = 50 %"}},
      {"Tỷ lệ phủ sóng 5G trên địa bàn ≥ 60%.", {"Tỷ lệ phủ sóng 5G trên địa bàn | >= 60 %"}},
      {"Giao dịch không dùng tiền mặt đạt trên 80%.", {"Giao dịch không dùng tiền mặt | > 80 %"}},
      {"Có trên 80% người dân có tài khoản định danh điện tử (VNeID).",
       {"người dân có tài khoản định danh điện tử (VNeID) | > 80 %"}},
      {"100% thủ tục hành chính được công khai; 80% hồ sơ được xử lý trực tuyến.",
       {"thủ tục hành chính được công khai | = 100 %", "hồ sơ được xử lý trực tuyến | = 80 %"}},
      {"100% hồ sơ được số hóa, 80% hồ sơ được xử lý trực tuyến",
       {"hồ sơ được số hóa | = 100 %", "hồ sơ được xử lý trực tuyến | = 80 %"}},
      {"Đến năm 2030, 100% các khu vực bảo vệ nguồn lợi thủy sản được xác định.",
       {"các khu vực bảo vệ nguồn lợi thủy sản được xác định | = 100 % | 2030"}},
      {"Phấn đấu 100% trẻ em từ 06 tháng đến 36 tháng tuổi được đến trường.",
       {"trẻ em từ 06 tháng đến 36 tháng tuổi được đến trường | = 100 %"}},
      {"100% các khu công nghiệp có tối thiểu 1 trạm phát sóng 5G.",  // the second number is in the
                                                                      // subject
       {"các khu công nghiệp có tối thiểu 1 trạm phát sóng 5G | = 100 %"}},
      {"Tại địa bàn đô thị: 100% cán bộ được tiếp cận tài liệu.",
       {"Tại địa bàn đô thị: cán bộ được tiếp cận tài liệu | = 100 %"}},
      {"Phấn đấu tăng thêm ít nhất 20% số nhóm trẻ và tăng thêm ít nhất 10% số trường mầm non công "
       "lập",
       {"tăng thêm số nhóm trẻ | >= 20 %", "tăng thêm số trường mầm non công lập | >= 10 %"}},
      {"Năng suất lao động tăng 10% so với năm 2024.",
       {"Năng suất lao động tăng so với năm 2024 | = 10 %"}},
      {"Doanh thu thương mại điện tử gấp 2 lần năm 2025.",
       {"Doanh thu thương mại điện tử gấp năm 2025 | = 2 lần"}},
      {"Xây dựng 01 mô hình chuyển đổi số cấp thôn.",
       {"Xây dựng mô hình chuyển đổi số cấp thôn | = 1 mô hình"}},
      {"Có ít nhất 02 sản phẩm OCOP lên sàn thương mại điện tử.",
       {"sản phẩm OCOP lên sàn thương mại điện tử | >= 2 sản phẩm"}},
      {"Diện tích rừng ngập mặn đến năm 2030 đạt 1.700 ha.",
       {"Diện tích rừng ngập mặn | = 1700 ha | 2030"}},
      {"Tỷ lệ hồ sơ trực tuyến từ 70% trở lên.", {"Tỷ lệ hồ sơ trực tuyến | >= 70 %"}},
      {"Tỷ lệ hồ sơ quá hạn dưới 2%.", {"Tỷ lệ hồ sơ quá hạn | < 2 %"}},
      {"Tỷ lệ người sử dụng băng rộng với tốc độ trên 01 Gbps/s đạt 95%.",
       {"Tỷ lệ người sử dụng băng rộng với tốc độ trên 01 Gbps/s | = 95 %"}},
      {"Dân số từ 15 tuổi trở lên có tài khoản ngân hàng đạt 95 - 98%.",
       {"Dân số từ 15 tuổi trở lên có tài khoản ngân hàng | >= 95..98 %"}},
      {"Tỷ lệ hồ sơ trực tuyến năm 2026 đạt 80%, năm 2027 đạt 90%.",
       {"Tỷ lệ hồ sơ trực tuyến | = 80 % | 2026", "Tỷ lệ hồ sơ trực tuyến | = 90 % | 2027"}},
      {"Tỷ lệ hồ sơ trực tuyến đạt 80%, trong đó tỷ lệ thanh toán trực tuyến đạt 60%.",
       {"Tỷ lệ hồ sơ trực tuyến | = 80 %", "tỷ lệ thanh toán trực tuyến | = 60 %"}},
      {"Cán bộ xã được bồi dưỡng đạt 100% và người dân được phổ cập đạt 70%.",
       {"Cán bộ xã được bồi dưỡng | = 100 %", "người dân được phổ cập | = 70 %"}},
      {"Năm 2025: 80% hồ sơ trực tuyến; năm 2026: 90% hồ sơ trực tuyến.",
       {"hồ sơ trực tuyến | = 80 % | 2025", "hồ sơ trực tuyến | = 90 % | 2026"}},
      {"Tỷ lệ hộ nghèo giảm từ 5% xuống còn 3%.", {"Tỷ lệ hộ nghèo giảm | = 3 %"}},
      {"Nâng tỷ lệ hồ sơ trực tuyến từ 60% lên 80%.", {"tỷ lệ hồ sơ trực tuyến | = 80 %"}},
      {"Kinh tế số chiếm tối thiểu 30% GRDP.", {"Kinh tế số GRDP | >= 30 %"}},
      {"Phủ sóng 5G đạt 99% dân số.", {"Phủ sóng 5G dân số | = 99 %"}},
      {"Tỷ lệ chi cho R&D đạt 2% GDP, trong đó kinh phí từ xã hội chiếm hơn 60%.",
       {"Tỷ lệ chi cho R&D GDP | = 2 %", "kinh phí từ xã hội | > 60 %"}},
      {"Xếp hạng chuyển đổi số thuộc nhóm 10 xã dẫn đầu tỉnh.",
       {"Xếp hạng chuyển đổi số thuộc nhóm xã dẫn đầu tỉnh | <= 10"}},
      {"Thu nhập bình quân đầu người đạt 75 triệu đồng/người/năm.",
       {"Thu nhập bình quân đầu người | = 75 triệu đồng/người/năm"}},
      {"Giảm tối thiểu 30% thời gian giải quyết thủ tục hành chính.",
       {"Giảm thời gian giải quyết thủ tục hành chính | >= 30 %"}},
      {"100% cơ quan, đơn vị, 100% cán bộ, công chức sử dụng chữ ký số.",
       {"cơ quan, đơn vị | = 100 %", "cán bộ, công chức sử dụng chữ ký số | = 100 %"}},
      {"Bố trí ít nhất 3% tổng chi ngân sách cho khoa học và tiếp tục tăng theo yêu cầu phát "
       "triển.",
       {"Bố trí tổng chi ngân sách cho khoa học | >= 3 %"}},
      {"Giảm tỷ lệ hồ sơ trễ hạn xuống dưới 1%.", {"Giảm tỷ lệ hồ sơ trễ hạn | < 1 %"}},
      {"Ít nhất 80% (12/15) thôn đạt chuẩn.", {"thôn đạt chuẩn | >= 80 %"}},
      {"Thu hút 2,5 triệu lượt khách du lịch.", {"Thu hút khách du lịch | = 2.5 triệu lượt"}},
      {"Hỗ trợ 1,2 triệu người dân.", {"Hỗ trợ người dân | = 1.2 triệu người"}},
      {"Doanh thu tăng gấp đôi so với năm 2025.", {"Doanh thu tăng so với năm 2025 | = 2 lần"}},
      {"Thời gian giải quyết không quá 3 ngày làm việc.",
       {"Thời gian giải quyết | <= 3 ngày làm việc"}},
      {"Nhân lực nghiên cứu đạt 12 người trên một vạn dân.",
       {"Nhân lực nghiên cứu | = 12 người trên một vạn dân"}},
      {"Đến năm 2026: 60%; đến năm 2030: 100% hộ có cáp quang.",
       {"hộ có cáp quang | = 60 % | 2026", "hộ có cáp quang | = 100 % | 2030"}},
      // none
      {"Tối thiểu 2/3 số thôn đạt chuẩn.", {}},
      {"Thành lập 15/15 tổ công nghệ số cộng đồng.", {}},
      {"Đẩy mạnh ứng dụng thương mại điện tử.", {}},
      {"Mở rộng mạng cáp quang tốc độ cao (từ 1 Gbps trở lên) và mạng 5G.", {}},
      {"Triển khai Đề án 06 và Nghị quyết số 57-NQ/TW ngày 22/12/2024.", {}},
      {"Tính đến tháng 9, toàn xã đã đạt 62% hồ sơ.", {}},
      {"Hệ thống vận hành 24/7.", {}},
      {"Hiện nay, tổng số trạm thu phát sóng khoảng 180 trạm, trong đó có 22 trạm 5G.", {}},
      {"Hưởng ứng Ngày Môi trường thế giới (05/6) và Ngày Đại dương thế giới (08/6).", {}},
      {"Khai thác các dự án điện gió (02 dự án).", {}},
      {"Thực hiện Đề án “Đầu tư xây dựng ít nhất 01 triệu căn hộ”.", {}},
      {"", {}},
  };
  for (const Row& row : rows)
    EXPECT_EQ(Briefs(ReadGoalsOfBullet(row.text, Rules())), row.expected) << row.text;
}

TEST(GoalsOfTask, YearsBeforeTheDocumentAreNoMilestones) {
  const char* task = "Số hóa trên 70% tài liệu giai đoạn 1997 - 2020.";
  EXPECT_THAT(Briefs(ReadGoalsOfTask(task, Rules(), 2025)),
              testing::ElementsAre("Số hóa tài liệu giai đoạn 1997 - 2020 | > 70 %"));
  EXPECT_THAT(Briefs(ReadGoalsOfTask("Số hóa 70% hồ sơ giai đoạn 2025 - 2030.", Rules(), 2025)),
              testing::ElementsAre("Số hóa hồ sơ | = 70 % | 2030"));
}

TEST(GoalsOfTask, OnlyWhatIsPlainlyAGoal) {
  const Row rows[] = {
      {"Phấn đấu đến hết năm 2025, 100% thủ tục hành chính đủ điều kiện được cung cấp trực tuyến, "
       "80% hồ sơ "
       "được xử lý trực tuyến, 40% dân số trưởng thành sử dụng dịch vụ công.",
       {"thủ tục hành chính đủ điều kiện được cung cấp trực tuyến | = 100 % | 2025",
        "hồ sơ được xử lý trực tuyến | = 80 % | 2025",
        "dân số trưởng thành sử dụng dịch vụ công | = 40 % | 2025"}},
      {"Người đứng đầu chịu trách nhiệm về việc triển khai, bảo đảm hoàn thành 100% nhiệm vụ đúng "
       "hạn.",
       {"hoàn thành nhiệm vụ đúng hạn | = 100 %"}},
      {"Bảo đảm trang thiết bị đầu cuối; số hoá 100% hồ sơ, tài liệu công việc phát sinh mới.",
       {"số hoá hồ sơ, tài liệu công việc phát sinh mới | = 100 %"}},
      {"Bố trí ít nhất 15% ngân sách nhà nước chi sự nghiệp khoa học.",
       {"Bố trí ngân sách nhà nước chi sự nghiệp khoa học | >= 15 %"}},
      {"Đẩy mạnh tập huấn, bảo đảm tỷ lệ cán bộ, công chức được bồi dưỡng đạt 100%.",
       {"tỷ lệ cán bộ, công chức được bồi dưỡng | = 100 %"}},
      {"Phấn đấu bố trí tỷ lệ cán bộ có chuyên môn, kinh nghiệm trong đội ngũ lãnh đạo, hướng tới "
       "tối "
       "thiểu đạt 25%.",
       {"tỷ lệ cán bộ có chuyên môn, kinh nghiệm trong đội ngũ lãnh đạo | >= 25 %"}},
      {"Hỗ trợ hợp tác xã, xây dựng ít nhất 02 mô hình điểm.",
       {"xây dựng mô hình điểm | >= 2 mô hình"}},
      {"Thí điểm ứng dụng 5G, IoT cho tối thiểu 2 dự án trong các khu công nghiệp.",
       {"Thí điểm ứng dụng 5G, IoT cho dự án trong các khu công nghiệp | >= 2 dự án"}},
      {"Đẩy mạnh thanh toán không dùng tiền mặt, phấn đấu đạt trên 80% trong năm 2026.",
       {"Đẩy mạnh thanh toán không dùng tiền mặt | > 80 % | 2026"}},
      {"Đào tạo mỗi xã, phường ít nhất 02 công chức nòng cốt về chuyển đổi số.",
       {"Đào tạo mỗi xã, phường công chức nòng cốt về chuyển đổi số | >= 2 công chức"}},
      {"Hình thành quỹ hỗ trợ khởi nghiệp, huy động tối thiểu 50 tỷ đồng từ xã hội đến năm 2030.",
       {"Hình thành quỹ hỗ trợ khởi nghiệp, huy động từ xã hội | >= 50 tỷ đồng | 2030"}},
      {"Thiết lập tối thiểu 01 điểm phục vụ hành chính công tại mỗi xã.",
       {"Thiết lập điểm phục vụ hành chính công tại mỗi xã | >= 1 điểm"}},
      {"Rà soát, cắt giảm ít nhất 30% thủ tục hành chính, hoàn thành trước ngày 31/12/2025.",
       {"cắt giảm thủ tục hành chính | >= 30 % | 2025-12-31"}},
      // what is reached stands before the comma, or behind the number where that is a sentence
      {"Số hóa bản đồ số nhà, đạt 100% số nhà mặt phố.",
       {"Số hóa bản đồ số nhà số nhà mặt phố | = 100 %"}},
      {"Đẩy mạnh cải cách, đạt 100% hồ sơ được số hóa.", {"hồ sơ được số hóa | = 100 %"}},
      // none
      {"Thực hiện Đề án “Đầu tư xây dựng ít nhất 01 mô hình, 80% hồ sơ”.", {}},
      {"Hoàn thiện 114 cơ sở dữ liệu chuyên ngành.", {}},  // a number of what exists
      {"Duy trì kết quả đã đạt 62% của năm trước.", {}},
      {"Rà soát hồ sơ tại 5 thôn.", {}},
      {"", {}},
  };
  for (const Row& row : rows)
    EXPECT_EQ(Briefs(ReadGoalsOfTask(row.text, Rules())), row.expected) << row.text;
}

TEST(Quantity, EveryTruncationIsReadWithoutFault) {
  const std::string text =
      "Phấn đấu đến hết năm 2025, 100% hồ sơ được số hóa, từ 95 - 98% người dân hài lòng; ít nhất "
      "một mô hình, "
      "Tỷ lệ hộ nghèo giảm từ 5% xuống còn 3%, “01 triệu căn hộ” (5G), phủ sóng 99% dân số.";
  for (size_t size = 0; size <= text.size(); ++size) {
    const std::string_view cut = std::string_view(text).substr(0, size);
    for (const Quantity& quantity : ReadQuantityCell(cut, Rules())) EXPECT_LE(quantity.end, size);
    for (const ProseGoal& goal : ReadGoalsOfBullet(cut, Rules()))
      EXPECT_FALSE(goal.indicator.empty());
    ReadGoalsOfTask(cut, Rules());
  }
}

}  // namespace
}  // namespace congvan::rules
