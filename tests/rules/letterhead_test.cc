#include <gtest/gtest.h>

#include <string>

#include "support/read_text.h"

namespace congvan {
namespace {

struct IssuerRow {
  const char* left;    // the lines above the number
  const char* number;  // the number line
  const char* issuer;
};

constexpr const char* kState = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n";
constexpr const char* kParty = "ĐẢNG CỘNG SẢN VIỆT NAM\n";

std::optional<std::string> IssuerOf(const IssuerRow& row, const char* motto) {
  return ReadText(std::string(row.left) + "\n" + row.number + "\n" + motto +
                  "Lào Cai, ngày 05 tháng 9 năm 2025\n\nKẾ HOẠCH\nTriển khai công tác năm 2026\n\n"
                  "Căn cứ Nghị quyết số 57-NQ/TW;\n")
      .document.issuer;
}

TEST(Letterhead, NamesTheBodyOfAStatePaper) {
  const IssuerRow rows[] = {
      {"ỦY BAN NHÂN DÂN\nXÃ BẢN QUA", "Số: 12/KH-UBND", "UBND xã Bản Qua"},
      {"UỶ BAN NHÂN DÂN\nPHƯỜNG CAM ĐƯỜNG", "Số: 12/KH-UBND", "UBND phường Cam Đường"},
      {"ỦY BAN NHÂN DÂN\nĐẶC KHU PHÚ QUỐC\n-------", "Số: 12/KH-UBND", "UBND đặc khu Phú Quốc"},
      {"ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HỒ CHÍ MINH", "Số: 12/KH-UBND", "UBND Thành phố Hồ Chí Minh"},
      {"HỘI ĐỒNG NHÂN DÂN\nXÃ HỘI SƠN", "Số: 12/NQ-HĐND", "HĐND xã Hội Sơn"},
      {"UBND TỈNH LÀO CAI\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Số: 12/KH-SVHTTDL",
       "Sở Văn hóa, Thể thao và Du lịch tỉnh Lào Cai"},
      {"UBND XÃ BẢN QUA\nPHÒNG VĂN HÓA - XÃ HỘI", "Số: 12/KH-VHXH",
       "Phòng Văn hóa - Xã hội xã Bản Qua"},
      {"UBND PHƯỜNG SA PA\nPHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ", "Số: 12/KH-KTHTĐT",
       "Phòng Kinh tế, Hạ tầng và Đô thị phường Sa Pa"},
      {"ỦY BAN NHÂN DÂN XÃ BẢN QUA\nTRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "Số: 12/KH-TTPVHCC",
       "Trung tâm Phục vụ hành chính công xã Bản Qua"},
      {"UBND XÃ BẢN QUA\nBAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ", "Số: 12/KH-BCĐ",
       "Ban Chỉ đạo chuyển đổi số xã Bản Qua"},
      {"UBND TỈNH LÀO CAI\nBAN CHỈ HUY\nPHÒNG, CHỐNG THIÊN TAI VÀ TKCN", "Số: 12/KH-BCH",
       "Ban Chỉ huy Phòng, chống thiên tai và TKCN tỉnh Lào Cai"},
      {"BỘ KHOA HỌC VÀ CÔNG NGHỆ", "Số: 12/KH-BKHCN", "Bộ Khoa học và Công nghệ"},
      {"BỘ TÀI CHÍNH\nCỤC THUẾ\n-------", "Số: 12/KH-CT", "Cục Thuế"},
      {"CỤC THUẾ\nTHUẾ TỈNH LÀO CAI", "Số: 12/KH-LCA", "Thuế tỉnh Lào Cai"},
      {"BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\nCỤC LÂM NGHIỆP VÀ KIỂM LÂM", "Số: 12/KH-LNKL",
       "Cục Lâm nghiệp và Kiểm lâm"},
      {"BỘ Y TẾ\nVĂN PHÒNG BỘ", "Số: 12/KH-VPB", "Văn phòng Bộ Y tế"},
      {"BỘ TƯ PHÁP\nVỤ PHÁP LUẬT HÌNH SỰ - HÀNH CHÍNH", "Số: 12/KH-PLHSHC",
       "Vụ Pháp luật hình sự - Hành chính Bộ Tư pháp"},
      {"CHÍNH PHỦ", "Số: 12/NQ-CP", "Chính phủ"},
      {"THỦ TƯỚNG CHÍNH PHỦ", "Số: 12/QĐ-TTg", "Thủ tướng Chính phủ"},
      {"VĂN PHÒNG CHÍNH PHỦ", "Số: 12/TB-VPCP", "Văn phòng Chính phủ"},
      {"ỦY BAN THƯỜNG VỤ QUỐC HỘI", "Nghị quyết số: 12/NQ-UBTVQH15", "Ủy ban Thường vụ Quốc hội"},
      {"QUỐC HỘI", "Luật số: 12/2025/QH15", "Quốc hội"},
      {"VĂN PHÒNG QUỐC HỘI", "Số: 12/KH-VPQH", "Văn phòng Quốc hội"},
      {"QUỐC HỘI KHÓA XV\nỦY BAN KHOA HỌC, CÔNG NGHỆ VÀ MÔI TRƯỜNG", "Số: 12/KH-UBKHCNMT15",
       "Ủy ban Khoa học, Công nghệ và Môi trường"},
      {"TÒA ÁN NHÂN DÂN TỐI CAO", "Số: 12/KH-TANDTC", "Tòa án nhân dân tối cao"},
      {"TOÀ ÁN NHÂN DÂN TỈNH LÀO CAI", "Số: 12/KH-TA", "Tòa án nhân dân tỉnh Lào Cai"},
      {"VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO\nVIỆN KIỂM SÁT NHÂN DÂN\nTỈNH LÀO CAI", "Số: 12/KH-VKS",
       "Viện kiểm sát nhân dân tỉnh Lào Cai"},
      {"KIỂM TOÁN NHÀ NƯỚC\nKIỂM TOÁN NHÀ NƯỚC KHU VỰC XII", "Số: 12/KH-KV",
       "Kiểm toán nhà nước khu vực XII"},
      {"THANH TRA CHÍNH PHỦ", "Số: 12/KH-TTCP", "Thanh tra Chính phủ"},
      {"UBND TỈNH LÀO CAI\nTHANH TRA TỈNH", "Số: 12/KH-TTr", "Thanh tra tỉnh Lào Cai"},
      {"UBND TỈNH LÀO CAI\nVĂN PHÒNG", "Số: 12/KH-VP", "Văn phòng UBND tỉnh Lào Cai"},
      {"CÔNG AN TỈNH LÀO CAI\nCÔNG AN XÃ BẢN QUA", "Số: 12/KH-CAX", "Công an xã Bản Qua"},
      {"CÔNG AN TỈNH LÀO CAI\nPHÒNG CẢNH SÁT QUẢN LÝ HÀNH CHÍNH VỀ TRẬT TỰ XÃ HỘI",
       "Số: 12/KH-PC06",
       "Phòng Cảnh sát quản lý hành chính về trật tự xã hội Công an tỉnh Lào Cai"},
      {"BỘ CHỈ HUY QUÂN SỰ TỈNH LÀO CAI\nBAN CHỈ HUY QUÂN SỰ XÃ BẢN QUA", "Số: 12/KH-BCH",
       "Ban Chỉ huy Quân sự xã Bản Qua"},
      {"QUÂN KHU 2\nBỘ CHỈ HUY QUÂN SỰ\nTỈNH LÀO CAI", "Số: 12/KH-BCH",
       "Bộ Chỉ huy Quân sự tỉnh Lào Cai"},
      {"ỦY BAN MTTQ VIỆT NAM TỈNH LÀO CAI\nỦY BAN MTTQ VIỆT NAM XÃ BẢN QUA", "Số: 12/KH-MTTQ",
       "Ủy ban MTTQ Việt Nam xã Bản Qua"},
      {"ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nXÃ BẢN QUA\nBAN THƯỜNG TRỰC", "Số: 12/KH-MTTQ-BTT",
       "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Bản Qua"},
      {"ỦY BAN MTTQ VIỆT NAM XÃ BẢN QUA\nHỘI LIÊN HIỆP PHỤ NỮ", "Số: 12/KH-BTV",
       "Hội Liên hiệp Phụ nữ xã Bản Qua"},
      {"TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG TỈNH LÀO CAI", "Số: 12/KH-LĐLĐ",
       "Liên đoàn Lao động tỉnh Lào Cai"},
      {"UBND XÃ BẢN QUA\nTRƯỜNG PTDTBT TIỂU HỌC BẢN QUA", "Số: 12/KH-THBQ",
       "Trường PTDTBT Tiểu học Bản Qua"},
      {"UBND PHƯỜNG SA PA\nTRƯỜNG MẦM NON HOA SEN", "Số: 12/KH-MNHS", "Trường Mầm non Hoa Sen"},
      {"UBND XÃ BẢN QUA\nTRẠM Y TẾ", "Số: 12/KH-TYT", "Trạm Y tế xã Bản Qua"},
      {"SỞ Y TẾ TỈNH LÀO CAI\nBỆNH VIỆN ĐA KHOA SỐ 1", "Số: 12/KH-BV", "Bệnh viện Đa khoa số 1"},
      {"TẬP ĐOÀN BƯU CHÍNH VIỄN THÔNG VIỆT NAM\nVNPT LÀO CAI", "Số: 12/KH-VNPT", "VNPT Lào Cai"},
      {"BẢO HIỂM XÃ HỘI VIỆT NAM\nBẢO HIỂM XÃ HỘI TỈNH LÀO CAI", "Số: 12/KH-BHXH",
       "Bảo hiểm xã hội tỉnh Lào Cai"},
      {"HỘI ĐỒNG NHÂN DÂN\nTỈNH LÀO CAI\nBAN KINH TẾ - NGÂN SÁCH", "Số: 12/KH-KTNS",
       "Ban Kinh tế - Ngân sách HĐND tỉnh Lào Cai"},
      {"HỘI ĐỒNG NHÂN DÂN XÃ BẢN QUA\nTHƯỜNG TRỰC", "Số: 12/KH-HĐND",
       "Thường trực HĐND xã Bản Qua"},
      {"VĂN PHÒNG\nHỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN\nXÃ BẢN QUA", "Số: 12/KH-VP",
       "Văn phòng HĐND và UBND xã Bản Qua"},
      {"UBND XÃ BẢN QUA\nVĂN PHÒNG HĐND VÀ UBND", "Số: 12/KH-VP",
       "Văn phòng HĐND và UBND xã Bản Qua"},
      {"UBND XÃ BẢN QUA\nTỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG", "Số: 12/KH-TCN",
       "Tổ công nghệ số cộng đồng xã Bản Qua"},
      {"SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\nTỈNH LÀO CAI\nCHI CỤC KIỂM LÂM", "Số: 12/KH-CCKL",
       "Chi cục Kiểm lâm tỉnh Lào Cai"},
      {"UBND TỈNH LÀO CAI\nSỞ XÂY DỰNG\nTRUNG TÂM QUẢN LÝ GIAO THÔNG", "Số: 12/KH-TT",
       "Trung tâm Quản lý giao thông tỉnh Lào Cai"},
      {"UBND TỈNH LÀO CAI\nBAN QUẢN LÝ KHU KINH TẾ", "Số: 12/KH-BQL",
       "Ban Quản lý khu kinh tế tỉnh Lào Cai"},
      {"ĐOÀN TNCS HỒ CHÍ MINH\nTỈNH ĐOÀN LÀO CAI", "Số: 12/KH-TĐTN", "Tỉnh đoàn Lào Cai"},
  };
  for (const IssuerRow& row : rows) EXPECT_EQ(IssuerOf(row, kState), row.issuer) << row.left;
}

TEST(Letterhead, NamesTheCommitteeOfAPartyPaper) {
  const IssuerRow rows[] = {
      {"TỈNH ỦY LÀO CAI\n*", "Số 12-KH/TU", "Tỉnh ủy Lào Cai"},
      {"ĐẢNG BỘ TỈNH LÀO CAI\nBAN THƯỜNG VỤ TỈNH UỶ\n*", "Số 12-KH/TU",
       "Ban Thường vụ Tỉnh ủy Lào Cai"},
      {"ĐẢNG BỘ THÀNH PHỐ HÀ NỘI\nBAN THƯỜNG VỤ THÀNH ỦY\n*", "Số 12-KH/TU",
       "Ban Thường vụ Thành ủy Hà Nội"},
      {"THÀNH ỦY HÀ NỘI\n*", "Số 12-KH/TU", "Thành ủy Hà Nội"},
      {"ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY XÃ BẢN QUA\n*", "Số 12-KH/ĐU", "Đảng ủy xã Bản Qua"},
      {"ĐẢNG ỦY XÃ BẢN QUA\nVĂN PHÒNG\n*", "Số 12-KH/VPĐU", "Văn phòng Đảng ủy xã Bản Qua"},
      {"ĐẢNG ỦY XÃ BẢN QUA\nỦY BAN KIỂM TRA\n*", "Số 12-KH/UBKTĐU",
       "Ủy ban Kiểm tra Đảng ủy xã Bản Qua"},
      {"ĐẢNG ỦY PHƯỜNG SA PA\nBAN XÂY DỰNG ĐẢNG\n*", "Số 12-KH/BXDĐ",
       "Ban Xây dựng Đảng Đảng ủy phường Sa Pa"},
      {"TỈNH ỦY LÀO CAI\nBAN TUYÊN GIÁO VÀ DÂN VẬN\n*", "Số 12-KH/BTGDVTU",
       "Ban Tuyên giáo và Dân vận Tỉnh ủy Lào Cai"},
      {"ĐẢNG BỘ XÃ BẢN QUA\nCHI BỘ THÔN NA LANG\n*", "Số 12-KH/CB", "Chi bộ thôn Na Lang"},
      {"BAN CHẤP HÀNH TRUNG ƯƠNG\n*", "Số 12-KH/TW", "Ban Chấp hành Trung ương"},
      {"BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG\n*", "Số 12-KH/VPTW", "Văn phòng Trung ương"},
      {"BAN CHẤP HÀNH TRUNG ƯƠNG\nỦY BAN KIỂM TRA\n*", "Số 12-KH/UBKTTW",
       "Ủy ban Kiểm tra Trung ương"},
      {"BAN CHẤP HÀNH TRUNG ƯƠNG\nĐẢNG ỦY CHÍNH PHỦ\n*", "Số 12-KH/ĐU", "Đảng ủy Chính phủ"},
      {"ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH\n*", "Số 12-KH/ĐU",
       "Đảng ủy UBND tỉnh Lào Cai"},
      {"ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH\n*", "Số 12-KH/ĐU",
       "Đảng ủy các cơ quan Đảng tỉnh Lào Cai"},
      {"ĐẢNG ỦY XÃ BẢN QUA\nBAN CHỈ ĐẠO PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ,\nĐỔI MỚI SÁNG TẠO VÀ "
       "CHUYỂN ĐỔI SỐ\n*",
       "Số 12-KH/BCĐ",
       "Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số xã Bản Qua"},
      {"TỈNH ỦY LÀO CAI\nBAN CHỈ ĐẠO VỀ PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ, ĐỔI MỚI SÁNG TẠO VÀ CHUYỂN "
       "ĐỔI SỐ\n*",
       "Số 12-KH/BCĐ",
       "Ban Chỉ đạo về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh Lào "
       "Cai"},
      {"BAN CHỈ ĐẠO TRUNG ƯƠNG\nVỀ PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ,\nĐỔI MỚI SÁNG TẠO VÀ CHUYỂN ĐỔI "
       "SỐ\nTỔ GIÚP VIỆC\n*",
       "Số 12-KH/TGV",
       "Tổ Giúp việc Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và "
       "chuyển đổi số"},
      {"ĐẢNG BỘ XÃ BẢN QUA\nBAN CHẤP HÀNH\n*", "Số 12-KH/ĐU", "Ban Chấp hành Đảng bộ xã Bản Qua"},
      {"HỘI LHPN VIỆT NAM\nHỘI LHPN TỈNH LÀO CAI\n*", "Số 12-KH/BTV", "Hội LHPN tỉnh Lào Cai"},
  };
  for (const IssuerRow& row : rows) EXPECT_EQ(IssuerOf(row, kParty), row.issuer) << row.left;
}

}  // namespace
}  // namespace congvan
