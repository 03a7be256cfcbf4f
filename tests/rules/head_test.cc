#include <gtest/gtest.h>

#include "support/head_case.h"
#include "support/read_text.h"

namespace congvan {
namespace {

// Behind the letterhead: type, subject and the first sentence.
constexpr const char* kPlan =
    "\n"
    "KẾ HOẠCH\n"
    "Triển khai Nghị quyết số 57-NQ/TW năm 2026\n"
    "\n"
    "Thực hiện Kế hoạch số 15-KH/TU, UBND xã xây dựng kế hoạch như sau:\n"
    "I. MỤC ĐÍCH\n";

TEST(Head, OfAPlanIsReadWhateverTheLetterheadsLayout) {
  const HeadCase cases[] = {
      {"one line, single blanks",
       "UBND XÃ BẢN QUA CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Số: 45/KH-UBND Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày 05 tháng 9 năm 2025\n",
       {"symbol: 45/KH-UBND", "date: 2025-09-05", "place: Bản Qua", "issuer: UBND xã Bản Qua"}},
      {"one line 2",
       "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "XÃ BẢN QUA Độc lập - Tự do - Hạnh phúc\n"
       "Số: 45/KH-UBND Bản Qua, ngày 05 tháng 9 năm 2025\n",
       {"symbol: 45/KH-UBND", "date: 2025-09-05", "place: Bản Qua", "issuer: UBND xã Bản Qua"}},
      {"motto date glued",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số: 45/KH-UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc Bản Qua, ngày 05 tháng 9 năm 2025\n",
       {"symbol: 45/KH-UBND", "date: 2025-09-05", "place: Bản Qua", "issuer: UBND xã Bản Qua"}},
      {"motto first",
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số: 45/KH-UBND\n"
       "Bản Qua, ngày 05 tháng 9 năm 2025\n",
       {"symbol: 45/KH-UBND", "date: 2025-09-05", "place: Bản Qua", "issuer: UBND xã Bản Qua"}},
      {"motto broken",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số: 45/KH-UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ\n"
       "NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do -\n"
       "Hạnh phúc\n"
       "Bản Qua, ngày 05\n"
       "tháng 9 năm 2025\n",
       {"symbol: 45/KH-UBND", "date: 2025-09-05", "place: Bản Qua", "issuer: UBND xã Bản Qua"}},
      {"issuer broken",
       "ỦY BAN NHÂN\n"
       "DÂN\n"
       "XÃ BẢN\n"
       "QUA\n"
       "*\n"
       "Số: 45/KH-\n"
       "UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày 05 tháng 9 năm 2025\n",
       {"symbol: 45/KH-UBND", "date: 2025-09-05", "place: Bản Qua", "issuer: UBND xã Bản Qua"}},
      {"new tones",
       "UỶ BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số: 45/KH-UBND\n"
       "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập – Tự do – Hạnh phúc\n"
       "Bản Qua, ngày 05 tháng 9 năm 2025\n",
       {"symbol: 45/KH-UBND", "date: 2025-09-05", "place: Bản Qua", "issuer: UBND xã Bản Qua"}},
      {"blanks in symbol",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số : 45 /KH - UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày 05 tháng 9 năm 2025\n",
       {"symbol: 45/KH-UBND", "date: 2025-09-05", "place: Bản Qua", "issuer: UBND xã Bản Qua"}},
      {"date slash",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số: 45/KH-UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày 05/9/2025\n",
       {"symbol: 45/KH-UBND", "date: 2025-09-05", "place: Bản Qua", "issuer: UBND xã Bản Qua"}},
      {"date dots",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số: 45/KH-UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày 05.9.2025\n",
       {"symbol: 45/KH-UBND", "date: 2025-09-05", "place: Bản Qua", "issuer: UBND xã Bản Qua"}},
      {"draft",
       "DỰ THẢO\n"
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số:        /KH-UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày      tháng 9 năm 2025\n",
       {"symbol: -", "date: 2025-09", "place: Bản Qua", "issuer: UBND xã Bản Qua"}},
      {"draft dots",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "(DỰ THẢO)\n"
       "Số: ……/KH-UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày … tháng … năm 2025\n",
       {"symbol: -", "date: 2025", "place: Bản Qua", "issuer: UBND xã Bản Qua"}},
      {"html table",
       "<table><tr><td>ỦY BAN NHÂN DÂN<br>XÃ BẢN QUA<br>-------</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA "
       "VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr><tr><td>Số: 45/KH-UBND</td><td>Bản Qua, "
       "ngày 05 tháng 9 năm 2025</td></tr></table>\n",
       {"symbol: 45/KH-UBND", "date: 2025-09-05", "place: Bản Qua", "issuer: UBND xã Bản Qua"}},
      {"pipe table",
       "| ỦY BAN NHÂN DÂN<br>XÃ BẢN QUA | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - "
       "Hạnh phúc |\n"
       "|---|---|\n"
       "| Số: 45/KH-UBND | Bản Qua, ngày 05 tháng 9 năm 2025 |\n",
       {"symbol: 45/KH-UBND", "date: 2025-09-05", "place: Bản Qua", "issuer: UBND xã Bản Qua"}},
      {"urgent mark",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số: 45/KH-UBND\n"
       "HỎA TỐC\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày 05 tháng 9 năm 2025\n",
       {"symbol: 45/KH-UBND", "date: 2025-09-05", "place: Bản Qua", "issuer: UBND xã Bản Qua"}},
      {"digits in place",
       "ỦY BAN NHÂN DÂN\n"
       "PHƯỜNG 9\n"
       "Số: 45/KH-UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Phường 9, ngày 05 tháng 9 năm 2025\n",
       {"symbol: 45/KH-UBND", "date: 2025-09-05", "place: Phường 9", "issuer: UBND phường 9"}},
  };
  for (const HeadCase& c : cases) ExpectHead(c, std::string(c.text) + kPlan);
}

TEST(Head, TypeAndSubjectAreFoundHoweverTheyAreSet) {
  const HeadCase cases[] = {
      {"NFD",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số: 45/KH-UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày 05 tháng 9 năm 2025\n"
       "\n"
       "KẾ HOẠCH\n"
       "Triển khai Nghị quyết số 57-NQ/TW năm 2026\n"
       "\n"
       "Thực hiện Kế hoạch số 15-KH/TU, UBND xã xây dựng kế hoạch như sau:\n"
       "I. MỤC ĐÍCH\n",
       {"symbol: 45/KH-UBND", "symbol_suffix: KH-UBND", "date: 2025-09-05", "place: Bản Qua",
        "issuer: UBND xã Bản Qua", "type: kế hoạch",
        "subject: Triển khai Nghị quyết số 57-NQ/TW năm 2026", "role: main"}},
      {"bars",
       "|\n"
       "**ỦY BAN NHÂN\n"
       "DÂN**\n"
       "XÃ BẢN QUA\n"
       "-------\n"
       "|\n"
       "**CỘNG HÒA XÃ HỘI\n"
       "CHỦ NGHĨA VIỆT NAM**\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "---------------\n"
       "|\n"
       "|\n"
       "Số:\n"
       "45/KH-UBND\n"
       "|\n"
       "*Bản Qua, ngày\n"
       "05 tháng 9 năm 2025*\n"
       "|\n"
       "\n"
       "** **\n"
       "\n"
       "**KẾ HOẠCH**\n"
       "\n"
       "TRIỂN KHAI NGHỊ QUYẾT SỐ 57-NQ/TW\n"
       "NĂM 2026\n"
       "\n"
       "Thực hiện Kế hoạch số 15-KH/TU, UBND xã xây dựng kế hoạch như sau:\n",
       {"symbol: 45/KH-UBND", "symbol_suffix: KH-UBND", "date: 2025-09-05", "place: Bản Qua",
        "issuer: UBND xã Bản Qua", "type: kế hoạch",
        "subject: TRIỂN KHAI NGHỊ QUYẾT SỐ 57-NQ/TW NĂM 2026", "role: main"}},
      {"markdown",
       "**ỦY BAN NHÂN DÂN**\n"
       "**XÃ BẢN QUA**\n"
       "\n"
       "**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**\n"
       "**Độc lập - Tự do - Hạnh phúc**\n"
       "\n"
       "Số: 45/KH-UBND\n"
       "\n"
       "*Bản Qua, ngày 05 tháng 9 năm 2025*\n"
       "\n"
       "# KẾ HOẠCH\n"
       "\n"
       "**Triển khai Nghị quyết số 57-NQ/TW năm 2026**\n"
       "\n"
       "Thực hiện Kế hoạch số 15-KH/TU, UBND xã xây dựng kế hoạch như sau:\n",
       {"symbol: 45/KH-UBND", "symbol_suffix: KH-UBND", "date: 2025-09-05", "place: Bản Qua",
        "issuer: UBND xã Bản Qua", "type: kế hoạch",
        "subject: Triển khai Nghị quyết số 57-NQ/TW năm 2026", "role: main"}},
      {"lower type line",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số: 45/KH-UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày 05 tháng 9 năm 2025\n"
       "\n"
       "Kế hoạch\n"
       "Triển khai Nghị quyết số 57-NQ/TW năm 2026\n"
       "\n"
       "Thực hiện Kế hoạch số 15-KH/TU, UBND xã xây dựng kế hoạch như sau:\n",
       {"symbol: 45/KH-UBND", "symbol_suffix: KH-UBND", "date: 2025-09-05", "place: Bản Qua",
        "issuer: UBND xã Bản Qua", "type: kế hoạch",
        "subject: Triển khai Nghị quyết số 57-NQ/TW năm 2026", "role: main"}},
      {"type+subject one line",
       "ỦY BAN NHÂN DÂN\n"
       "XÃ BẢN QUA\n"
       "Số: 45/KH-UBND\n"
       "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
       "Độc lập - Tự do - Hạnh phúc\n"
       "Bản Qua, ngày 05 tháng 9 năm 2025\n"
       "\n"
       "KẾ HOẠCH TRIỂN KHAI NGHỊ QUYẾT SỐ 57-NQ/TW NĂM 2026\n"
       "\n"
       "Thực hiện Kế hoạch số 15-KH/TU, UBND xã xây dựng kế hoạch như sau:\n",
       {"symbol: 45/KH-UBND", "symbol_suffix: KH-UBND", "date: 2025-09-05", "place: Bản Qua",
        "issuer: UBND xã Bản Qua", "type: kế hoạch",
        "subject: TRIỂN KHAI NGHỊ QUYẾT SỐ 57-NQ/TW NĂM 2026", "role: main"}},
      {"no letterhead",
       "KẾ HOẠCH\n"
       "Triển khai Nghị quyết số 57-NQ/TW năm 2026\n"
       "\n"
       "Thực hiện Kế hoạch số 15-KH/TU ngày 12/9/2025, UBND xã Bản Qua xây dựng Kế hoạch như sau:\n"
       "I. MỤC ĐÍCH\n",
       {"symbol: -", "symbol_suffix: -", "date: -", "place: -", "issuer: UBND xã Bản Qua",
        "type: kế hoạch", "subject: Triển khai Nghị quyết số 57-NQ/TW năm 2026", "role: main"}},
  };
  for (const HeadCase& c : cases) ExpectHead(c, c.text);
}

}  // namespace
}  // namespace congvan
