#include <gtest/gtest.h>

#include "support/head_case.h"
#include "support/read_text.h"

namespace congvan {
namespace {

// A short plan, up to its last sentence.
constexpr const char* kPlan =
    "ỦY BAN NHÂN DÂN\n"
    "XÃ BẢN QUA\n"
    "Số: 45/KH-UBND\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n"
    "Bản Qua, ngày 05 tháng 9 năm 2025\n"
    "\n"
    "KẾ HOẠCH\n"
    "Triển khai công tác năm 2026\n"
    "\n"
    "Thực hiện Nghị quyết số 57-NQ/TW, UBND xã xây dựng kế hoạch như sau:\n"
    "I. NHIỆM VỤ\n"
    "1. Rà soát hồ sơ.\n"
    "2. Báo cáo kết quả trước ngày 20/12/2025./.\n"
    "\n";

TEST(SignOff, IsReadWhateverItsOrderAndColumns) {
  const HeadCase cases[] = {
      {"plain",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "TM. ỦY BAN NHÂN DÂN\n"
       "CHỦ TỊCH\n"
       "\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "authority: TM. ỦY BAN NHÂN DÂN",
        "position: CHỦ TỊCH", "name: Nguyễn Văn Bình"}},
      {"a double office",
       "Nơi nhận:\n"
       "- Lưu: VT.\n"
       "\n"
       "KT. BỘ TRƯỞNG, CHỦ NHIỆM\n"
       "PHÓ CHỦ NHIỆM\n"
       "\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"recipients: Lưu: VT", "authority: KT. BỘ TRƯỞNG, CHỦ NHIỆM", "position: PHÓ CHỦ NHIỆM",
        "name: Nguyễn Văn Bình"}},
      {"a double office with the position on its line",
       "Nơi nhận:\n"
       "- Lưu: VT.\n"
       "\n"
       "KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM\n"
       "\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"recipients: Lưu: VT", "authority: KT. BỘ TRƯỞNG, CHỦ NHIỆM", "position: PHÓ CHỦ NHIỆM",
        "name: Nguyễn Văn Bình"}},
      {"signature first",
       "TM. ỦY BAN NHÂN DÂN\n"
       "KT. CHỦ TỊCH\n"
       "PHÓ CHỦ TỊCH\n"
       "\n"
       "\n"
       "Nguyễn Văn Bình\n"
       "\n"
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "authority: TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH",
        "position: PHÓ CHỦ TỊCH", "name: Nguyễn Văn Bình"}},
      {"signed bracket",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "TM. ỦY BAN NHÂN DÂN\n"
       "CHỦ TỊCH\n"
       "\n"
       "[đã ký]\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "position: CHỦ TỊCH",
        "name: Nguyễn Văn Bình"}},
      {"signed no name",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "TM. ỦY BAN NHÂN DÂN\n"
       "CHỦ TỊCH\n"
       "\n"
       "(Đã ký)\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "position: CHỦ TỊCH", "name: -"}},
      {"kiem",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "TM. BAN CHỈ ĐẠO\n"
       "PHÓ BÍ THƯ THƯỜNG TRỰC\n"
       "kiêm\n"
       "PHÓ TRƯỞNG BAN THƯỜNG TRỰC\n"
       "\n"
       "Lâm Văn Đông\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "authority: TM. BAN CHỈ ĐẠO",
        "position: PHÓ BÍ THƯ THƯỜNG TRỰC kiêm PHÓ TRƯỞNG BAN THƯỜNG TRỰC", "name: Lâm Văn Đông"}},
      {"second title",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "KT. TRƯỞNG BAN\n"
       "PHÓ TRƯỞNG BAN\n"
       "PHÓ CHỦ TỊCH UBND XÃ\n"
       "\n"
       "Lâm Văn Đông\n",
       {"authority: KT. TRƯỞNG BAN", "position: PHÓ TRƯỞNG BAN", "name: Lâm Văn Đông",
        "recipients: UBND tỉnh; Các phòng; Lưu: VT"}},
      {"second title brackets",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "TRƯỞNG BAN\n"
       "(CHỦ TỊCH UBND XÃ)\n"
       "\n"
       "Lâm Văn Đông\n",
       {"position: TRƯỞNG BAN", "name: Lâm Văn Đông", "recipients: UBND tỉnh; Các phòng; Lưu: VT"}},
      {"three",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "TL. BỘ TRƯỞNG\n"
       "KT. CHÁNH VĂN PHÒNG\n"
       "PHÓ CHÁNH VĂN PHÒNG\n"
       "\n"
       "Trần Quốc An\n",
       {"authority: TL. BỘ TRƯỞNG; KT. CHÁNH VĂN PHÒNG", "position: PHÓ CHÁNH VĂN PHÒNG",
        "name: Trần Quốc An"}},
      {"tuq",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "TUQ. CHỦ TỊCH\n"
       "GIÁM ĐỐC SỞ NỘI VỤ\n"
       "\n"
       "Trần Quốc An\n",
       {"authority: TUQ. CHỦ TỊCH", "position: GIÁM ĐỐC SỞ NỘI VỤ", "name: Trần Quốc An"}},
      {"q",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "Q. GIÁM ĐỐC\n"
       "\n"
       "Trần Quốc An\n",
       {"position: Q. GIÁM ĐỐC", "name: Trần Quốc An"}},
      {"quyen",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "QUYỀN CHỦ TỊCH\n"
       "\n"
       "Trần Quốc An\n",
       {"position: QUYỀN CHỦ TỊCH", "name: Trần Quốc An"}},
      {"party",
       "Nơi nhận:\n"
       "- Ban Thường vụ Tỉnh ủy (báo cáo),\n"
       "- Các chi bộ,\n"
       "- Lưu Văn phòng Đảng ủy.\n"
       "\n"
       "T/M BAN THƯỜNG VỤ\n"
       "BÍ THƯ\n"
       "\n"
       "\n"
       "Vàng Seo Phử\n",
       {"recipients: Ban Thường vụ Tỉnh ủy (báo cáo); Các chi bộ; Lưu Văn phòng Đảng ủy",
        "authority: T/M BAN THƯỜNG VỤ", "position: BÍ THƯ", "name: Vàng Seo Phử"}},
      {"title rank",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "TRƯỞNG CÔNG AN XÃ\n"
       "\n"
       "Trung tá Hoàng Văn Sơn\n",
       {"position: TRƯỞNG CÔNG AN XÃ", "name: Hoàng Văn Sơn"}},
      {"title degrees",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "KT. HIỆU TRƯỞNG\n"
       "PHÓ HIỆU TRƯỞNG\n"
       "\n"
       "PGS.TS. Lê Thị Minh Hà\n",
       {"position: PHÓ HIỆU TRƯỞNG", "name: Lê Thị Minh Hà"}},
      {"doctor",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "GIÁM ĐỐC\n"
       "\n"
       "BSCKII. Đỗ Mạnh Hùng\n",
       {"position: GIÁM ĐỐC", "name: Đỗ Mạnh Hùng"}},
      {"name caps",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "CHỦ TỊCH\n"
       "\n"
       "NGUYỄN VĂN BÌNH\n",
       {"position: CHỦ TỊCH", "name: NGUYỄN VĂN BÌNH"}},
      {"ethnic",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "CHỦ TỊCH\n"
       "\n"
       "Y Thanh Hà Niê Kđăm\n",
       {"position: CHỦ TỊCH", "name: Y Thanh Hà Niê Kđăm"}},
      {"ethnic2",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "PHÓ CHỦ TỊCH\n"
       "\n"
       "H'Yim Kđoh\n",
       {"position: PHÓ CHỦ TỊCH", "name: H'Yim Kđoh"}},
      {"two columns",
       "Nơi nhận:                         TM. ỦY BAN NHÂN DÂN\n"
       "- UBND tỉnh;                         KT. CHỦ TỊCH\n"
       "- Các phòng;                         PHÓ CHỦ TỊCH\n"
       "- Lưu: VT.\n"
       "\n"
       "\n"
       "                                    Nguyễn Văn Bình\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "authority: TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH",
        "position: PHÓ CHỦ TỊCH", "name: Nguyễn Văn Bình"}},
      {"glued columns",
       "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n"
       "- UBND tỉnh; KT. CHỦ TỊCH\n"
       "- Các phòng; PHÓ CHỦ TỊCH\n"
       "- Lưu: VT.\n"
       "Nguyễn Văn Bình\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "authority: TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH",
        "position: PHÓ CHỦ TỊCH", "name: Nguyễn Văn Bình"}},
      {"interleaved lines",
       "Nơi nhận:\n"
       "TM. ỦY BAN NHÂN DÂN\n"
       "- UBND tỉnh;\n"
       "CHỦ TỊCH\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "Nguyễn Văn Bình\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "authority: TM. ỦY BAN NHÂN DÂN",
        "position: CHỦ TỊCH", "name: Nguyễn Văn Bình"}},
      {"inline recipients",
       "Nơi nhận: UBND tỉnh; Các phòng; Lưu: VT.\n"
       "\n"
       "CHỦ TỊCH\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "position: CHỦ TỊCH",
        "name: Nguyễn Văn Bình"}},
      {"no bullets",
       "Nơi nhận:\n"
       "UBND tỉnh;\n"
       "Các phòng;\n"
       "Lưu: VT.\n"
       "\n"
       "CHỦ TỊCH\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "position: CHỦ TỊCH",
        "name: Nguyễn Văn Bình"}},
      {"wrapped",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các sở, ngành: Kế hoạch và Đầu tư, Tài chính,\n"
       "Nội vụ, Xây dựng;\n"
       "- Lưu: VT,\n"
       "VHXH (05b).\n"
       "\n"
       "CHỦ TỊCH\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"recipients: UBND tỉnh; Các sở, ngành: Kế hoạch và Đầu tư, Tài chính, Nội vụ, Xây dựng; "
        "Lưu: VT, VHXH (05b)",
        "name: Nguyễn Văn Bình"}},
      {"en dash bullets",
       "Nơi nhận:\n"
       "– UBND tỉnh;\n"
       "– Các phòng;\n"
       "– Lưu: VT.\n"
       "\n"
       "CHỦ TỊCH\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT"}},
      {"e stamp",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "CHỦ TỊCH\n"
       "\n"
       "Người ký: Ủy ban nhân dân xã Bản Qua\n"
       "Thời gian ký: 05/9/2025 16:05:12 +07:00\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "position: CHỦ TỊCH", "name: Nguyễn Văn Bình",
        "date: 2025-09-05"}},
      {"no signature",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "position: -", "name: -", "authority: -"}},
      {"no foot", "", {"recipients: -", "position: -", "name: -"}},
      {"mixed case",
       "Nơi nhận:\n"
       "- Lưu: VT.\n"
       "\n"
       "TM. Ủy ban nhân dân\n"
       "Chủ tịch\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"recipients: Lưu: VT", "authority: TM. Ủy ban nhân dân", "position: Chủ tịch",
        "name: Nguyễn Văn Bình"}},
      {"one line caps",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"authority: TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", "position: PHÓ CHỦ TỊCH",
        "name: Nguyễn Văn Bình"}},
      {"one line all",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn Bình\n",
       {"authority: KT. CHỦ TỊCH", "position: PHÓ CHỦ TỊCH", "name: Nguyễn Văn Bình"}},
      {"bars",
       "|\n"
       "**Nơi nhận:**\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "|\n"
       "**TM. ỦY BAN NHÂN DÂN\n"
       "KT. CHỦ TỊCH\n"
       "PHÓ CHỦ TỊCH**\n"
       "**\n"
       "**\n"
       "**Nguyễn Văn Bình**\n"
       "|\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "authority: TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH",
        "position: PHÓ CHỦ TỊCH", "name: Nguyễn Văn Bình"}},
      {"html",
       "<table><tr><td>Nơi nhận:<br>- UBND tỉnh;<br>- Các phòng;<br>- Lưu: VT.</td><td>CHỦ "
       "TỊCH<br><br>Nguyễn Văn Bình</td></tr></table>\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "position: CHỦ TỊCH",
        "name: Nguyễn Văn Bình"}},
      {"with annex after",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "CHỦ TỊCH\n"
       "\n"
       "Nguyễn Văn Bình\n"
       "\n"
       "PHỤ LỤC\n"
       "DANH MỤC\n"
       "(Kèm theo Kế hoạch số 45/KH-UBND)\n"
       "Chủ trì: Công an xã\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "position: CHỦ TỊCH",
        "name: Nguyễn Văn Bình"}},
      {"tree of authority 2",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "TM. ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "CHỦ TỊCH\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"authority: TM. ỦY BAN NHÂN DÂN XÃ BẢN QUA", "position: CHỦ TỊCH",
        "name: Nguyễn Văn Bình"}},
      {"dossier",
       "3. Nơi nhận hồ sơ: Trung tâm Phục vụ hành chính công.\n"
       "Nơi nhận hồ sơ là Trung tâm.\n"
       "4. Chủ tịch các hội thực hiện.\n"
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "CHỦ TỊCH\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "position: CHỦ TỊCH",
        "name: Nguyễn Văn Bình"}},
      {"uy vien",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "TM. ĐOÀN KIỂM TRA\n"
       "TRƯỞNG ĐOÀN\n"
       "ỦY VIÊN BAN THƯỜNG VỤ ĐẢNG ỦY\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"authority: TM. ĐOÀN KIỂM TRA", "position: TRƯỞNG ĐOÀN", "name: Nguyễn Văn Bình"}},
      {"copies",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "(20 bản)\n"
       "\n"
       "CHỦ TỊCH\n"
       "\n"
       "Nguyễn Văn Bình\n",
       {"recipients: UBND tỉnh; Các phòng; Lưu: VT", "position: CHỦ TỊCH",
        "name: Nguyễn Văn Bình"}},
      {"tram truong",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "TRẠM TRƯỞNG\n"
       "\n"
       "Đào Thị Lan\n",
       {"position: TRẠM TRƯỞNG", "name: Đào Thị Lan"}},
      {"mttq",
       "Nơi nhận:\n"
       "- Lưu: VT.\n"
       "\n"
       "TM. BAN THƯỜNG TRỰC\n"
       "CHỦ TỊCH\n"
       "\n"
       "Đào Thị Lan\n",
       {"authority: TM. BAN THƯỜNG TRỰC", "position: CHỦ TỊCH", "name: Đào Thị Lan"}},
      {"thu tuong",
       "Nơi nhận:\n"
       "- UBND tỉnh;\n"
       "- Các phòng;\n"
       "- Lưu: VT.\n"
       "\n"
       "TM. CHÍNH PHỦ\n"
       "KT. THỦ TƯỚNG\n"
       "PHÓ THỦ TƯỚNG\n"
       "\n"
       "Nguyễn Chí Dũng\n",
       {"authority: TM. CHÍNH PHỦ; KT. THỦ TƯỚNG", "position: PHÓ THỦ TƯỚNG",
        "name: Nguyễn Chí Dũng"}},
  };
  for (const HeadCase& c : cases) ExpectHead(c, std::string(kPlan) + c.text);
}

}  // namespace
}  // namespace congvan
