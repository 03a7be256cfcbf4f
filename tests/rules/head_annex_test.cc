#include <gtest/gtest.h>

#include "support/head_case.h"
#include "support/read_text.h"

namespace congvan {
namespace {

TEST(HeadOfAnnex, ComesFromThePaperItNames) {
  const HeadCase cases[] = {
      {"annex plain",
       "PHỤ LỤC I\n"
       "DANH MỤC NHIỆM VỤ\n"
       "(Kèm theo Kế hoạch số 45/KH-UBND ngày 05/9/2025 của UBND xã Bản Qua)\n"
       "\n"
       "| STT | Nhiệm vụ | Chủ trì |\n"
       "|---|---|---|\n"
       "| 1 | Rà soát | Công an xã |\n",
       {"role: annex", "name: -", "position: -", "recipients: -", "symbol: 45/KH-UBND",
        "date: 2025-09-05", "issuer: UBND xã Bản Qua", "type: kế hoạch", "subject: -"}},
      {"annex blank",
       "DANH MỤC SẢN PHẨM CHUNG CHO CÁC SỞ, NGÀNH\n"
       "(Ban hành kèm theo Quyết định số:       /QĐ-UBND ngày    tháng 5 năm 2026 của UBND tỉnh)\n"
       "\n"
       "| STT | Nhiệm vụ |\n"
       "|---|---|\n"
       "| 1 | Rà soát |\n",
       {"role: annex", "name: -", "position: -", "recipients: -", "symbol: -",
        "symbol_suffix: QĐ-UBND", "date: 2026-05", "issuer: UBND tỉnh", "type: quyết định"}},
      {"annex cv",
       "BỔ SUNG KINH PHÍ NĂM 2025 CHO NGÂN SÁCH CẤP XÃ\n"
       "(Đính kèm Công văn số       /STC-QLNS ngày      /12/2025 của Sở Tài chính)\n"
       "\n"
       "| STT | Xã |\n"
       "|---|---|\n"
       "| 1 | A |\n",
       {"role: annex", "name: -", "position: -", "recipients: -", "symbol: -",
        "symbol_suffix: STC-QLNS", "date: 2025-12", "issuer: Sở Tài chính", "type: công văn"}},
      {"annex words date",
       "Phụ lục 02\n"
       "BIỂU CHỈ TIÊU\n"
       "(Ban hành kèm theo Quyết định số 12/QĐ-UBND, ngày 05 tháng 9 năm 2025 của Ủy ban nhân dân "
       "phường Sa Pa)\n"
       "\n"
       "| STT | Chỉ tiêu |\n"
       "|---|---|\n"
       "| 1 | A |\n",
       {"role: annex", "name: -", "position: -", "recipients: -", "symbol: 12/QĐ-UBND",
        "date: 2025-09-05", "issuer: Ủy ban nhân dân phường Sa Pa", "type: quyết định"}},
      {"annex party",
       "PHỤ LỤC\n"
       "nhiệm vụ cụ thể\n"
       "(Kèm theo Kế hoạch số 12-KH/ĐU, ngày 05/9/2025 của Đảng ủy xã Bản Qua)\n"
       "-----\n"
       "\n"
       "| STT | Nhiệm vụ |\n"
       "|---|---|\n"
       "| 1 | A |\n",
       {"role: annex", "name: -", "position: -", "recipients: -", "symbol: 12-KH/ĐU",
        "date: 2025-09-05", "issuer: Đảng ủy xã Bản Qua", "type: kế hoạch"}},
      {"attached plan",
       "KẾ HOẠCH\n"
       "Phát triển kinh tế số giai đoạn 2026 - 2030\n"
       "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/9/2025 của UBND tỉnh Lào Cai)\n"
       "\n"
       "I. MỤC TIÊU\n"
       "1. Đến năm 2030 đạt 30%.\n",
       {"role: annex", "symbol: 12/QĐ-UBND", "date: 2025-09-05", "issuer: UBND tỉnh Lào Cai",
        "type: kế hoạch", "subject: Phát triển kinh tế số giai đoạn 2026 - 2030"}},
      {"number in annex line",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số:      /KH-UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày      tháng 9 năm 2025\n"
       "\n"
       "KẾ HOẠCH\n"
       "Triển khai Nghị quyết số 57-NQ/TW năm 2026\n"
       "\n"
       "Thực hiện Kế hoạch số 15-KH/TU, UBND xã xây dựng kế hoạch như sau:\n"
       "I. MỤC ĐÍCH\n"
       "Nơi nhận:\n"
       "- Lưu: VT.\n"
       "CHỦ TỊCH\n"
       "\n"
       "Nguyễn Văn Bình\n"
       "\n"
       "PHỤ LỤC\n"
       "(Kèm theo Kế hoạch số 45/KH-UBND ngày 05/9/2025 của UBND xã Bản Qua)\n",
       {"symbol: 45/KH-UBND", "symbol_suffix: KH-UBND", "date: 2025-09-05", "place: Bản Qua",
        "issuer: UBND xã Bản Qua", "type: kế hoạch",
        "subject: Triển khai Nghị quyết số 57-NQ/TW năm 2026", "role: main"}},
      {"annex line of another month",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số: 45/KH-UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày      tháng 9 năm 2025\n"
       "\n"
       "KẾ HOẠCH\n"
       "Triển khai Nghị quyết số 57-NQ/TW năm 2026\n"
       "\n"
       "Thực hiện Kế hoạch số 15-KH/TU, UBND xã xây dựng kế hoạch như sau:\n"
       "I. MỤC ĐÍCH\n"
       "Nơi nhận:\n"
       "- Lưu: VT.\n"
       "CHỦ TỊCH\n"
       "\n"
       "Nguyễn Văn Bình\n"
       "\n"
       "PHỤ LỤC\n"
       "(Kèm theo Kế hoạch số 45/KH-UBND ngày 05/8/2025 của UBND xã Bản Qua)\n",
       {"symbol: 45/KH-UBND", "symbol_suffix: KH-UBND", "date: 2025-09", "place: Bản Qua",
        "issuer: UBND xã Bản Qua", "type: kế hoạch",
        "subject: Triển khai Nghị quyết số 57-NQ/TW năm 2026", "role: main"}},
      {"main with annex of another",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số:      /KH-UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày      tháng 9 năm 2025\n"
       "\n"
       "KẾ HOẠCH\n"
       "Triển khai Nghị quyết số 57-NQ/TW năm 2026\n"
       "\n"
       "Thực hiện Kế hoạch số 15-KH/TU, UBND xã xây dựng kế hoạch như sau:\n"
       "I. MỤC ĐÍCH\n"
       "Nơi nhận:\n"
       "- Lưu: VT.\n"
       "CHỦ TỊCH\n"
       "\n"
       "Nguyễn Văn Bình\n"
       "\n"
       "PHỤ LỤC\n"
       "(Kèm theo Quyết định số 45/QĐ-UBND ngày 05/9/2025 của UBND tỉnh)\n",
       {"symbol: -", "symbol_suffix: KH-UBND", "date: 2025-09", "place: Bản Qua",
        "issuer: UBND xã Bản Qua", "type: kế hoạch",
        "subject: Triển khai Nghị quyết số 57-NQ/TW năm 2026", "role: main"}},
  };
  for (const HeadCase& c : cases) ExpectHead(c, c.text);
}

// A signed electronic annex whose only name is in the stamp at its top.
TEST(HeadOfAnnex, TakesTheNumberFromTheStampAndNeverTheDate) {
  struct Row {
    const char* what;
    const char* reference;
    std::vector<std::string> stamp;
    std::vector<std::string> expected;
  };
  const std::string time = "Thời gian ký: 18/11/2025 16:05:12 +07:00";
  const Row rows[] = {
      {"no line names the paper",
       "",
       {"Số: 2061/QĐ-UBND", time, "2"},
       {"role: annex", "symbol: 2061/QĐ-UBND", "type: quyết định", "date: -"}},
      {"the line is blank",
       "(Kèm theo Kế hoạch số      /KH-UBND ngày    tháng 11 năm 2025 của UBND xã Na Lang)\n",
       {time, "Số: 45/KH-UBND"},
       {"symbol: 45/KH-UBND", "date: 2025-11", "issuer: UBND xã Na Lang"}},
      {"another paper's stamp",
       "(Kèm theo Kế hoạch số      /KH-UBND)\n",
       {"Số: 2061/QĐ-UBND", time},
       {"symbol: -", "symbol_suffix: KH-UBND"}},
      {"a running head, no stamp", "", {"Số: 2061/QĐ-UBND"}, {"symbol: -"}},
      {"two stamps", "", {"Số: 2061/QĐ-UBND", "Số: 12/KH-UBND", time}, {"symbol: -"}},
  };
  for (const Row& row : rows) {
    NormalizedText text = NormalizeText("PHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n" +
                                        std::string(row.reference) + "\nNội dung nhiệm vụ.\n");
    text.furniture = row.stamp;
    const Record record = rules::Assemble(text, SourceFile(), ShippedRules());
    ExpectFields({row.what, "", row.expected}, record.document);
  }
}

TEST(HeadOfAnnex, AMainPaperTakesNothingFromAStamp) {
  NormalizedText text = NormalizeText(
      "ỦY BAN NHÂN DÂN\nXÃ NA LANG\nSố:      /KH-UBND\nNa Lang, ngày     tháng 11 năm 2025\n\n"
      "KẾ HOẠCH\nTriển khai công tác\n\nCăn cứ Luật Đầu tư;\n");
  text.furniture = {"Số: 45/KH-UBND", "Thời gian ký: 18/11/2025 16:05:12 +07:00"};
  const Record record = rules::Assemble(text, SourceFile(), ShippedRules());
  ExpectFields({"main", "", {"role: main", "symbol: -", "date: 2025-11"}}, record.document);
}

}  // namespace
}  // namespace congvan
