#include <gtest/gtest.h>

#include "support/head_case.h"
#include "support/read_text.h"

namespace congvan {
namespace {

TEST(HeadOfKinds, ALetterTakesItsSubjectFromUnderTheNumber) {
  const HeadCase cases[] = {
      {"cv left first",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số: 45/UBND-VHXH\n"
       "V/v báo cáo tiến độ thực hiện Kế hoạch số\n"
       "12/KH-UBND của UBND xã\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày 05 tháng 9 năm 2025\n"
       "\n"
       "Kính gửi:\n"
       "- Các phòng, đơn vị;\n"
       "- Các trường học.\n"
       "\n"
       "Thực hiện Công văn số 12/UBND-KGVX ngày 01/8/2025 của UBND tỉnh, UBND xã yêu cầu:\n",
       {"symbol: 45/UBND-VHXH", "symbol_suffix: UBND-VHXH", "type: công văn", "date: 2025-09-05",
        "place: Bản Qua", "issuer: UBND xã Bản Qua",
        "subject: báo cáo tiến độ thực hiện Kế hoạch số 12/KH-UBND của UBND xã",
        "addressees: Các phòng, đơn vị; Các trường học"}},
      {"cv cols",
       "  ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "      XÃ BẢN QUA                    Độc lập - Tự do - Hạnh phúc\n"
       "\n"
       "  Số: 45/UBND-VHXH               Bản Qua, ngày 05 tháng 9 năm 2025\n"
       "V/v báo cáo tiến độ thực hiện\n"
       "Kế hoạch số 12/KH-UBND của\n"
       "         UBND xã\n"
       "\n"
       "       Kính gửi:  Các phòng, đơn vị, trường học trên địa bàn xã.\n"
       "\n"
       "Thực hiện Công văn số 12/UBND-KGVX ngày 01/8/2025 của UBND tỉnh, UBND xã yêu cầu:\n",
       {"symbol: 45/UBND-VHXH", "symbol_suffix: UBND-VHXH", "type: công văn", "date: 2025-09-05",
        "place: Bản Qua", "issuer: UBND xã Bản Qua",
        "subject: báo cáo tiến độ thực hiện Kế hoạch số 12/KH-UBND của UBND xã",
        "addressees: Các phòng, đơn vị, trường học trên địa bàn xã"}},
      {"cv subject then date",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Số: 45/UBND-VHXH\n"
       "V/v báo cáo tiến độ thực hiện Kế hoạch số 12/KH-UBND của UBND xã\n"
       "Bản Qua, ngày 05 tháng 9 năm 2025\n"
       "\n"
       "Kính gửi: Các thôn.\n"
       "\n"
       "Thực hiện Công văn số 12/UBND-KGVX ngày 01/8/2025 của UBND tỉnh, UBND xã yêu cầu:\n",
       {"symbol: 45/UBND-VHXH", "symbol_suffix: UBND-VHXH", "type: công văn", "date: 2025-09-05",
        "place: Bản Qua", "issuer: UBND xã Bản Qua",
        "subject: báo cáo tiến độ thực hiện Kế hoạch số 12/KH-UBND của UBND xã",
        "addressees: Các thôn"}},
      {"cv glued",
       "ỦY BAN NHÂN DÂN XÃ BẢN QUA CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc\n"
       "Số: 45/UBND-VHXH Bản Qua, ngày 05 tháng 9 năm 2025\n"
       "V/v báo cáo tiến độ thực hiện Kế hoạch số 12/KH-UBND của UBND xã\n"
       "\n"
       "Kính gửi: Các thôn.\n"
       "\n"
       "Thực hiện Công văn số 12/UBND-KGVX ngày 01/8/2025 của UBND tỉnh, UBND xã yêu cầu:\n",
       {"symbol: 45/UBND-VHXH", "symbol_suffix: UBND-VHXH", "type: công văn", "date: 2025-09-05",
        "place: Bản Qua", "issuer: UBND xã Bản Qua",
        "subject: báo cáo tiến độ thực hiện Kế hoạch số 12/KH-UBND của UBND xã",
        "addressees: Các thôn"}},
      {"cv no number",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số:       /UBND-VHXH\n"
       "V/v báo cáo tiến độ thực hiện Kế hoạch số 12/KH-UBND của UBND xã\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày    tháng    năm 2025\n"
       "\n"
       "Kính gửi: Các thôn.\n"
       "\n"
       "Thực hiện Công văn số 12/UBND-KGVX ngày 01/8/2025 của UBND tỉnh, UBND xã yêu cầu:\n",
       {"symbol: -", "symbol_suffix: UBND-VHXH", "type: công văn", "date: 2025", "place: Bản Qua",
        "issuer: UBND xã Bản Qua",
        "subject: báo cáo tiến độ thực hiện Kế hoạch số 12/KH-UBND của UBND xã"}},
      {"cv party",
       "ĐẢNG BỘ TỈNH LÀO CAI\n"
       "ĐẢNG ỦY XÃ BẢN QUA\n"
       "*\n"
       "Số 45-CV/ĐU\n"
       "V/v tăng cường công tác chuyển đổi số\n"
       "ĐẢNG CỘNG SẢN VIỆT NAM\n"
       "\n"
       "Bản Qua, ngày 05 tháng 9 năm 2025\n"
       "\n"
       "Kính gửi: - Các chi bộ trực thuộc,\n"
       "- Các ban, ngành xã.\n"
       "\n"
       "Thực hiện Công văn số 12-CV/TU, Ban Thường vụ Đảng ủy yêu cầu:\n",
       {"symbol: 45-CV/ĐU", "type: công văn", "date: 2025-09-05", "place: Bản Qua",
        "issuer: Đảng ủy xã Bản Qua", "subject: tăng cường công tác chuyển đổi số",
        "addressees: Các chi bộ trực thuộc; Các ban, ngành xã"}},
      {"cv many addressees",
       "UBND TỈNH LÀO CAI\n"
       "SỞ NỘI VỤ\n"
       "Số: 45/SNV-CCHC\n"
       "V/v rà soát vị trí việc làm\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Lào Cai, ngày 05 tháng 9 năm 2025\n"
       "\n"
       "Kính gửi:\n"
       "- Các sở, ban, ngành tỉnh;\n"
       "- Văn phòng Đoàn ĐBQH và HĐND tỉnh;\n"
       "- Ủy ban nhân dân các xã, phường.\n"
       "\n"
       "Thực hiện Kế hoạch số 12/KH-UBND, Sở Nội vụ đề nghị:\n",
       {"symbol: 45/SNV-CCHC", "issuer: Sở Nội vụ tỉnh Lào Cai",
        "addressees: Các sở, ban, ngành tỉnh; Văn phòng Đoàn ĐBQH và HĐND tỉnh; Ủy ban nhân dân "
        "các xã, phường",
        "subject: rà soát vị trí việc làm"}},
  };
  for (const HeadCase& c : cases) ExpectHead(c, c.text);
}

TEST(HeadOfKinds, DecisionsTelegramsLawsAndJointPapers) {
  const HeadCase cases[] = {
      {"qd",
       "ỦY BAN NHÂN DÂN\n"
       "TỈNH LÀO CAI\n"
       "Số: 1542/QĐ-UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Lào Cai, ngày 03 tháng 10 năm 2025\n"
       "\n"
       "QUYẾT ĐỊNH\n"
       "Về việc thành lập Ban Chỉ đạo chuyển đổi số\n"
       "\n"
       "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI\n"
       "\n"
       "Căn cứ Luật Tổ chức chính quyền địa phương;\n"
       "Theo đề nghị của Giám đốc Sở Nội vụ.\n"
       "\n"
       "QUYẾT ĐỊNH:\n"
       "\n"
       "Điều 1. Thành lập Ban Chỉ đạo.\n"
       "Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành./.\n"
       "\n"
       "Nơi nhận:\n"
       "- Như Điều 2;\n"
       "- Lưu: VT.\n"
       "\n"
       "KT. CHỦ TỊCH\n"
       "PHÓ CHỦ TỊCH\n"
       "\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"symbol: 1542/QĐ-UBND", "type: quyết định", "issuer: UBND tỉnh Lào Cai",
        "subject: Về việc thành lập Ban Chỉ đạo chuyển đổi số", "recipients: Như Điều 2; Lưu: VT",
        "name: Nguyễn Văn Bình", "position: PHÓ CHỦ TỊCH", "authority: KT. CHỦ TỊCH"}},
      {"cong dien",
       "THỦ TƯỚNG CHÍNH PHỦ\n"
       "Số: 225/CĐ-TTg\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Hà Nội, ngày 20 tháng 11 năm 2025\n"
       "\n"
       "CÔNG ĐIỆN\n"
       "Về việc ứng phó mưa lũ\n"
       "\n"
       "THỦ TƯỚNG CHÍNH PHỦ điện:\n"
       "- Các Bộ: Quốc phòng, Công an;\n"
       "- Chủ tịch UBND các tỉnh: Gia Lai, Đắk Lắk.\n"
       "\n"
       "Hiện nay mưa lũ diễn biến phức tạp. Thủ tướng Chính phủ yêu cầu:\n"
       "1. Tập trung ứng phó.\n",
       {"symbol: 225/CĐ-TTg", "type: công điện", "issuer: Thủ tướng Chính phủ",
        "subject: Về việc ứng phó mưa lũ",
        "addressees: Các Bộ: Quốc phòng, Công an; Chủ tịch UBND các tỉnh: Gia Lai, Đắk Lắk"}},
      {"luat",
       "QUỐC HỘI\n"
       "--------\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "---------------\n"
       "Luật số: 71/2025/QH15\n"
       "Hà Nội, ngày 14 tháng 6 năm 2025\n"
       "\n"
       "LUẬT\n"
       "CÔNG NGHIỆP CÔNG NGHỆ SỐ\n"
       "\n"
       "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\n"
       "Quốc hội ban hành Luật Công nghiệp công nghệ số.\n"
       "Chương I\n"
       "NHỮNG QUY ĐỊNH CHUNG\n",
       {"symbol: 71/2025/QH15", "symbol_suffix: QH15", "type: luật", "issuer: Quốc hội",
        "subject: CÔNG NGHIỆP CÔNG NGHỆ SỐ", "date: 2025-06-14"}},
      {"ubtvqh",
       "ỦY BAN THƯỜNG VỤ QUỐC HỘI\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Nghị quyết số: 1683/NQ-UBTVQH15\n"
       "Hà Nội, ngày 16 tháng 6 năm 2025\n"
       "\n"
       "NGHỊ QUYẾT\n"
       "Về việc sắp xếp các đơn vị hành chính cấp xã của tỉnh Lào Cai năm 2025\n"
       "\n"
       "ỦY BAN THƯỜNG VỤ QUỐC HỘI\n"
       "Căn cứ Hiến pháp;\n"
       "QUYẾT NGHỊ:\n"
       "Điều 1. Sắp xếp\n",
       {"symbol: 1683/NQ-UBTVQH15", "issuer: Ủy ban Thường vụ Quốc hội", "type: nghị quyết",
        "subject: Về việc sắp xếp các đơn vị hành chính cấp xã của tỉnh Lào Cai năm 2025"}},
      {"ket luan TW",
       "BAN CHẤP HÀNH TRUNG ƯƠNG\n"
       "*\n"
       "Số 221-KL/TW\n"
       "ĐẢNG CỘNG SẢN VIỆT NAM\n"
       "\n"
       "Hà Nội, ngày 28 tháng 11 năm 2025\n"
       "\n"
       "KẾT LUẬN\n"
       "CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ\n"
       "về kết quả hoạt động của bộ máy\n"
       "-----\n"
       "Tại phiên họp ngày 28/11/2025, Bộ Chính trị kết luận như sau:\n"
       "\n"
       "Nơi nhận:\n"
       "- Các tỉnh ủy, thành ủy,\n"
       "- Lưu Văn phòng Trung ương Đảng.\n"
       "\n"
       "T/M BỘ CHÍNH TRỊ\n"
       "THƯỜNG TRỰC BAN BÍ THƯ\n"
       "(đã ký)\n"
       "Trần Cẩm Tú\n",
       {"symbol: 221-KL/TW", "type: kết luận", "issuer: Bộ Chính trị",
        "subject: về kết quả hoạt động của bộ máy",
        "recipients: Các tỉnh ủy, thành ủy; Lưu Văn phòng Trung ương Đảng",
        "authority: T/M BỘ CHÍNH TRỊ", "position: THƯỜNG TRỰC BAN BÍ THƯ", "name: Trần Cẩm Tú"}},
      {"joint plan",
       "UBND XÃ BẢN QUA - ỦY BAN MTTQ VIỆT NAM\n"
       "XÃ BẢN QUA\n"
       "Số: 02/KHLT-UBND-MTTQ\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày 05 tháng 9 năm 2025\n"
       "\n"
       "KẾ HOẠCH LIÊN TỊCH\n"
       "Phối hợp tuyên truyền chuyển đổi số\n"
       "\n"
       "Căn cứ quy chế;\n",
       {"symbol: 02/KHLT-UBND-MTTQ", "issuer: UBND xã Bản Qua - Ủy ban MTTQ Việt Nam xã Bản Qua"}},
      {"joint plan lines",
       "CÔNG AN XÃ BẢN QUA\n"
       "HỘI NÔNG DÂN XÃ BẢN QUA\n"
       "Số: 02/KHPH-CA-HND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày 05 tháng 9 năm 2025\n"
       "\n"
       "KẾ HOẠCH PHỐI HỢP\n"
       "Tuyên truyền chuyển đổi số\n"
       "\n"
       "Căn cứ quy chế;\n",
       {"symbol: 02/KHPH-CA-HND", "issuer: Công an xã Bản Qua - Hội Nông dân xã Bản Qua",
        "subject: Tuyên truyền chuyển đổi số"}},
  };
  for (const HeadCase& c : cases) ExpectHead(c, c.text);
}

}  // namespace
}  // namespace congvan
