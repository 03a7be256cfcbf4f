// Tables that only blanks draw, as pdftotext -layout writes them.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "../../extractor/src/plain_text.h"

namespace congvan::extractor {
namespace {

using Strings = std::vector<std::string>;

RawDocument Read(const std::string& text) {
  auto document = ReadPlainText({"a.txt", "", "text/plain", text.size()}, text);
  EXPECT_TRUE(document.has_value()) << ToString(document.error());
  return document ? *document : RawDocument();
}

// The cells of each row by column, with '|' between them; lines of a cell by '/'.
Strings RowsOf(const std::string& text, size_t page = 0) {
  const RawDocument document = Read(text);
  if (document.pages.size() <= page || document.pages[page].tables.size() != 1) return {};
  const RawPage& raw = document.pages[page];
  Strings rows(static_cast<size_t>(raw.tables[0].rows));
  for (const RawCell& cell : raw.tables[0].cells) {
    std::string& row = rows[static_cast<size_t>(cell.row)];
    if (cell.column > 0) row += '|';
    for (const char c : cell.span.Of(raw.text)) row += c == '\n' ? '/' : c;
  }
  return rows;
}

TEST(AlignedTable, CellsInTheMiddleOfTheirRows) {
  EXPECT_EQ(
      RowsOf("                         PHỤ LỤC\n"
             "                                                                Thời gian\n"
             "STT        Nội dung công việc              Đơn vị chủ trì\n"
             "                                                                hoàn thành\n"
             " I    Tuyên truyền\n"
             "      Phát thanh bằng tiếng dân tộc về     Phòng Văn hóa -\n"
             " 1                                                              Thường xuyên\n"
             "      kỹ năng số, phòng chống lừa đảo      Xã hội\n"
             "      Tổ chức lớp học cho người cao\n"
             " 2    tuổi, phụ nữ và thanh niên tại       Hội Phụ nữ xã        Tháng 12/2025\n"
             "      các bản\n"
             "\n"
             "Nơi nhận:\n"),
      (Strings{"STT|Nội dung công việc|Đơn vị chủ trì|Thời gian/hoàn thành", "I|Tuyên truyền||",
               "1|Phát thanh bằng tiếng dân tộc về/kỹ năng số, phòng chống lừa đảo|Phòng Văn "
               "hóa -/Xã hội|Thường xuyên",
               "2|Tổ chức lớp học cho người cao/tuổi, phụ nữ và thanh niên tại/các bản|Hội Phụ "
               "nữ xã|Tháng 12/2025"}));
}

TEST(AlignedTable, HeadingsOfYearsWithOneBlankBetween) {
  EXPECT_EQ(RowsOf("TT         Chỉ tiêu              ĐVT     Năm 2025 Năm 2026    Đơn vị theo dõi\n"
                   "1    Hộ dân dùng Internet         %       70       ≥ 85        Văn phòng\n"
                   "2    Lớp tập huấn kỹ năng số      lớp     2        4           Công an xã\n"),
            (Strings{"TT|Chỉ tiêu|ĐVT|Năm 2025|Năm 2026|Đơn vị theo dõi",
                     "1|Hộ dân dùng Internet|%|70|≥ 85|Văn phòng",
                     "2|Lớp tập huấn kỹ năng số|lớp|2|4|Công an xã"}));
}

TEST(AlignedTable, CellsAtTheTopOfTheirRows) {
  EXPECT_EQ(RowsOf("TT    Chỉ tiêu                         Đơn vị tính    Năm 2026\n"
                   "1     Hồ sơ thủ tục hành chính xử      %              95\n"
                   "      lý trực tuyến toàn trình\n"
                   "2     Hộ dân dùng Internet             %              80\n"
                   "3     Doanh nghiệp công nghệ số        doanh          12\n"
                   "      được thành lập mới               nghiệp\n"),
            (Strings{"TT|Chỉ tiêu|Đơn vị tính|Năm 2026",
                     "1|Hồ sơ thủ tục hành chính xử/lý trực tuyến toàn trình|%|95",
                     "2|Hộ dân dùng Internet|%|80",
                     "3|Doanh nghiệp công nghệ số/được thành lập mới|doanh/nghiệp|12"}));
}

TEST(AlignedTable, GoesOnOnTheNextPage) {
  const std::string text =
      "TT    Nhiệm vụ                         Chủ trì           Thời hạn\n"
      "1     Rà soát quy trình nội bộ         Sở Tư pháp        Quý I/2026\n"
      "2     Xây dựng kho dữ liệu             Sở Nội vụ         Quý II/2026\n"
      "\f"
      "                            2\n"
      "\n"
      "3     Tập huấn kỹ năng số              Sở Y tế           2026\n"
      "4     Sơ kết, đánh giá                 Văn phòng         2027\n";
  EXPECT_EQ(RowsOf(text, 1),
            (Strings{"3|Tập huấn kỹ năng số|Sở Y tế|2026", "4|Sơ kết, đánh giá|Văn phòng|2027"}));
  EXPECT_TRUE(Read(text).pages.at(1).tables.at(0).continues);
}

TEST(AlignedTable, AHeadingOverAllColumns) {
  EXPECT_EQ(RowsOf("TT    Nhiệm vụ                         Chủ trì           Thời hạn\n"
                   "               A. NHIỆM VỤ CHUNG CỦA CÁC CƠ QUAN, ĐƠN VỊ\n"
                   "1     Rà soát quy trình nội bộ         Sở Tư pháp        Quý I/2026\n"
                   "2     Xây dựng kho dữ liệu             Sở Nội vụ         Quý II/2026\n"),
            (Strings{"TT|Nhiệm vụ|Chủ trì|Thời hạn", "|A. NHIỆM VỤ CHUNG CỦA CÁC CƠ QUAN, ĐƠN VỊ",
                     "1|Rà soát quy trình nội bộ|Sở Tư pháp|Quý I/2026",
                     "2|Xây dựng kho dữ liệu|Sở Nội vụ|Quý II/2026"}));
}

TEST(AlignedTable, OneBlankBetweenTwoColumns) {
  EXPECT_EQ(RowsOf("TT    Nhiệm vụ                      Chủ trì              Thời hạn\n"
                   "      Thí điểm thiết bị bay trong     Chủ trì: Sở Nông\n"
                   "1     bảo vệ rừng, phun thuốc ở các   nghiệp, Sở Tài       Quý I/2026\n"
                   "      vùng chuyên canh của cả tỉnh ta chính\n"
                   "2     Xây dựng kho dữ liệu            Sở Nội vụ            Quý II/2026\n"),
            (Strings{"TT|Nhiệm vụ|Chủ trì|Thời hạn",
                     "1|Thí điểm thiết bị bay trong/bảo vệ rừng, phun thuốc ở các/vùng chuyên canh "
                     "của cả tỉnh ta|Chủ trì: Sở Nông/nghiệp, Sở Tài/chính|Quý I/2026",
                     "2|Xây dựng kho dữ liệu|Sở Nội vụ|Quý II/2026"}));
}

// The second line of the lead stands where it can be told from the task by nothing.
TEST(AlignedTable, ALineOverABorderMixesTwoCells) {
  std::string text =
      "TT    Nhiệm vụ                                        Chủ trì                 Thời hạn\n"
      "      Xây dựng quy định về quản lý, khai thác kho     Cục Kinh tế - Quản lý\n"
      "1     dữ liệu quốc gia, chia sẻ dữ liệu giữa các đơn vị đầu tư xây dựng       12/2025\n"
      "      quản lý nhà nước\n";
  for (int i = 2; i < 14; ++i) {
    text +=
        (i < 10 ? " " : "") + std::to_string(i) +
        "    Xây dựng kho dữ liệu                            Sở Nội vụ               Quý I/2026\n";
  }
  const Strings rows = RowsOf(text);
  ASSERT_EQ(rows.size(), 14U);
  EXPECT_EQ(rows[1],
            "1|Xây dựng quy định về quản lý, khai thác kho/Cục Kinh tế - Quản lý/dữ liệu quốc "
            "gia, chia sẻ dữ liệu giữa các đơn vị đầu tư xây dựng/quản lý nhà nước|12/2025");
  EXPECT_EQ(rows[2], "2|Xây dựng kho dữ liệu|Sở Nội vụ|Quý I/2026");
}

// "2025 - 2026" is one, and a text three columns before its border is the next column's.
TEST(AlignedTable, SpansOfYearsAndDriftingColumns) {
  const Strings rows = RowsOf(
      "TT    Nhiệm vụ                    Chủ trì             Thời hạn       Kết quả\n"
      "1     Trang bị máy tính           Văn phòng Đảng ủy   11/2025        Máy tính\n"
      "2     Số hóa hồ sơ                Ban Xây dựng Đảng   Quý I/2026     Hồ sơ số\n"
      "3     Tổ chức lớp học             Ban Xây dựng Đảng  Giai đoạn       12 lớp\n"
      "                                  xã Hòa Bình Sơn 2025 - 2026\n"
      "4     Nâng cấp mạng               Các tổ, thôn     Tháng 3           Mạng\n"
      "5     Mua máy quét                Văn phòng Đảng ủy   11/2025        Máy quét\n"
      "6     Lắp đặt camera              Công an xã          12/2025        Camera\n"
      "7     Mở chuyên mục               Văn phòng Đảng ủy   12/2025        Chuyên mục\n"
      "8     Tập huấn                    Ban Xây dựng Đảng   12/2025        Hai lớp\n");
  ASSERT_GE(rows.size(), 5U);
  EXPECT_EQ(rows[3],
            "3|Tổ chức lớp học|Ban Xây dựng Đảng/xã Hòa Bình Sơn|Giai đoạn/2025 - "
            "2026|12 lớp");
  EXPECT_EQ(rows[4], "4|Nâng cấp mạng|Các tổ, thôn|Tháng 3|Mạng");
}

TEST(AlignedTable, NumberOverOrdinal) {
  EXPECT_EQ(RowsOf("Số                                               Hoàn\n"
                   "      Nhiệm vụ                  Chủ trì                   Kết quả\n"
                   "TT                                               thành\n"
                   "1     Trang bị máy tính         Văn phòng        11/2025  Máy tính\n"
                   "2     Số hóa hồ sơ              Phòng Nội vụ     12/2025  Hồ sơ số\n"),
            (Strings{"Số/TT|Nhiệm vụ|Chủ trì|Hoàn/thành|Kết quả",
                     "1|Trang bị máy tính|Văn phòng|11/2025|Máy tính",
                     "2|Số hóa hồ sơ|Phòng Nội vụ|12/2025|Hồ sơ số"}));
}

TEST(AlignedTable, AHeadingOverOthersAndTicks) {
  const std::string text =
      "                                                     Lộ trình thực hiện\n"
      "TT           Nhiệm vụ                 Chủ trì\n"
      "                                                 2026     2027      2028\n"
      "1     Số hóa hồ sơ đoàn viên       Ban Tổ chức   x\n"
      "2     Xây dựng ứng dụng            Văn phòng     x        x\n"
      "3     Đánh giá, nhân rộng          Văn phòng                        x\n";
  EXPECT_EQ(RowsOf(text),
            (Strings{"TT|Nhiệm vụ|Chủ trì|Lộ trình thực hiện", "|2026|2027|2028",
                     "1|Số hóa hồ sơ đoàn viên|Ban Tổ chức|x||",
                     "2|Xây dựng ứng dụng|Văn phòng|x|x|", "3|Đánh giá, nhân rộng|Văn phòng|||x"}));
  const RawTable table = Read(text).pages.at(0).tables.at(0);
  EXPECT_EQ(table.columns, 6);
  EXPECT_EQ(table.cells.at(3).column_span, 3);
  EXPECT_EQ(table.cells.at(0).row_span, 2);
}

TEST(UnnumberedTable, EmptyLinesDivideTheRows) {
  EXPECT_EQ(RowsOf("Nội dung công việc                  Đơn vị thực hiện    Thời\n"
                   "                                                        hạn\n"
                   "\n"
                   "Ban hành kế hoạch                   Phòng Kinh tế       25/10/2025\n"
                   "\n"
                   "Khảo sát các hộ kinh doanh tại      Phòng Kinh tế,      Trước ngày\n"
                   "chợ Đông Hà                         Hạ tầng và Đô thị   05/11/2025\n"
                   "\n"
                   "Trên đây là Kế hoạch của phường.\n"),
            (Strings{"Nội dung công việc|Đơn vị thực hiện|Thời/hạn",
                     "Ban hành kế hoạch|Phòng Kinh tế|25/10/2025",
                     "Khảo sát các hộ kinh doanh tại/chợ Đông Hà|Phòng Kinh tế,/Hạ tầng và Đô "
                     "thị|Trước ngày/05/11/2025"}));
}

TEST(UnnumberedTable, FirstLinesHoldAllCells) {
  EXPECT_EQ(RowsOf("Nhiệm vụ                            Chủ trì             Thời hạn\n"
                   "Ban hành kế hoạch                   Phòng Kinh tế       25/10/2025\n"
                   "Khảo sát các hộ kinh doanh tại      Phòng Kinh tế,      Trước ngày\n"
                   "chợ Đông Hà                         Hạ tầng và Đô thị   05/11/2025\n"
                   "Tổng kết, báo cáo                   Văn phòng           Tháng 12\n"),
            (Strings{"Nhiệm vụ|Chủ trì|Thời hạn", "Ban hành kế hoạch|Phòng Kinh tế|25/10/2025",
                     "Khảo sát các hộ kinh doanh tại/chợ Đông Hà|Phòng Kinh tế,/Hạ tầng và Đô "
                     "thị|Trước ngày/05/11/2025",
                     "Tổng kết, báo cáo|Văn phòng|Tháng 12"}));
}

TEST(UnnumberedTable, DoubtIsNoTable) {
  // which row the first line of the second one belongs to
  EXPECT_EQ(RowsOf("Nhiệm vụ                            Chủ trì             Thời hạn\n"
                   "Ban hành kế hoạch                   Phòng Kinh tế       25/10/2025\n"
                   "Khảo sát các hộ kinh doanh tại\n"
                   "chợ Đông Hà                         Phòng Kinh tế       05/11/2025\n"
                   "Tổng kết, báo cáo                   Văn phòng           Tháng 12\n"),
            Strings{});
  // columns that no heading of work begins
  EXPECT_EQ(RowsOf("Họ và tên        Chức vụ        Đơn vị\n"
                   "Nguyễn Văn A     Chủ tịch       UBND xã\n"
                   "Trần Thị B       Bí thư         Đảng ủy\n"),
            Strings{});
}

TEST(AlignedTable, WhatIsNoTable) {
  // columns that run into each other
  EXPECT_EQ(RowsOf("STT  Nội dung nhiệm vụ  Chủ trì  Phối hợp\n"
                   "1    Triển khai các nhiệm vụ BCĐ xã; Các cơ\n"
                   "     kế hoạch của Ban Chỉ đạo UBND xã quan khác\n"
                   "2    Rà soát cơ chế và chính sách UBND xã Các cơ\n"
                   "     phù hợp thực tế địa phương để quan, đơn vị xã\n"),
            Strings{});
  // a list, prose, a head without rows
  EXPECT_EQ(RowsOf("1. Mục đích\n- Cụ thể hóa nhiệm vụ;\n- Phân công.\n"), Strings{});
  EXPECT_EQ(RowsOf("TT huyện ủy   đã họp   và thống nhất\nnội dung sau.\n"), Strings{});
  EXPECT_EQ(RowsOf("TT    Nhiệm vụ       Chủ trì       Thời hạn\n\nNơi nhận:\n"), Strings{});
}

TEST(AlignedTable, EndsWhereProseBegins) {
  const RawDocument document = Read(
      "TT    Nhiệm vụ                         Chủ trì           Thời hạn\n"
      "1     Rà soát quy trình nội bộ         Sở Tư pháp        Quý I/2026\n"
      "2     Xây dựng kho dữ liệu             Sở Nội vụ         Quý II/2026\n"
      "\n"
      "       Trên đây là Kế hoạch của tỉnh, đề nghị các sở, ban, ngành thực hiện.\n");
  ASSERT_EQ(document.pages.at(0).tables.size(), 1U);
  EXPECT_EQ(document.pages[0].tables[0].rows, 3);
  EXPECT_EQ(document.pages[0].lines.size(), 1U);
}

}  // namespace
}  // namespace congvan::extractor
