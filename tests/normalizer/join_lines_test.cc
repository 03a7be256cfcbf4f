#include "normalizer_support.h"

namespace congvan::normalizer {
namespace {

using Strings = std::vector<std::string>;

TEST(JoinLines, DecidesByTheWords) {
  const struct {
    const char* source;
    Strings expected;
    const char* what;
  } rows[] = {
      {"Các đơn vị chủ động xây dựng kế hoạch triển khai và báo cáo kết quả về Sở\nTài chính trước "
       "ngày 10.",
       {"Các đơn vị chủ động xây dựng kế hoạch triển khai và báo cáo kết quả về Sở Tài chính trước "
        "ngày 10."},
       "a name goes on"},
      {"- Rà soát các quy định, hướng dẫn, tổng hợp khó khăn của các cơ quan,\n\nđơn vị trong "
       "xã.\n- Đôn đốc.",
       {"- Rà soát các quy định, hướng dẫn, tổng hợp khó khăn của các cơ quan, đơn vị trong xã.",
        "- Đôn đốc."},
       "an empty line inside a sentence"},
      {"1. Mục đích\n- Cụ thể hóa chủ trương.\n2. Yêu cầu\n- Đồng bộ.",
       {"1. Mục đích", "- Cụ thể hóa chủ trương.", "2. Yêu cầu", "- Đồng bộ."},
       "headings and bullets"},
      {"1- Văn phòng gửi báo cáo.\n2- Các chi bộ học tập.\n3- Ban Xây dựng Đảng",
       {"1- Văn phòng gửi báo cáo.", "2- Các chi bộ học tập.", "3- Ban Xây dựng Đảng"},
       "numbers with a dash, as the Party writes them"},
      {"thực hiện Nghị quyết số\n57- NQ/TW ngày 22 tháng\n12- 2024 với\n10- 15 người",
       {"thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12- 2024 với 10- 15 người"},
       "symbols, dates and ranges with a dash are none"},
      {"3. Nâng cao chất lượng nguồn nhân lực, thu hút chuyên gia phục vụ yêu cầu\nphát triển của "
       "xã",
       {"3. Nâng cao chất lượng nguồn nhân lực, thu hút chuyên gia phục vụ yêu cầu phát triển của "
        "xã"},
       "a numbered title that wraps"},
      {"KẾ HOẠCH\nTRIỂN KHAI NGHỊ QUYẾT CỦA ĐẢNG ỦY XÃ VỀ\nCHUYỂN ĐỔI SỐ NĂM 2026\n-----\nThực "
       "hiện",
       {"KẾ HOẠCH", "TRIỂN KHAI NGHỊ QUYẾT CỦA ĐẢNG ỦY XÃ VỀ CHUYỂN ĐỔI SỐ NĂM 2026", "-----",
        "Thực hiện"},
       "a title in capitals below its type"},
      {"PHỤ LỤC II\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số: \n/KH-UBND ngày 01/3/2026)",
       {"PHỤ LỤC II", "DANH MỤC NHIỆM VỤ", "(Kèm theo Kế hoạch số: /KH-UBND ngày 01/3/2026)"},
       "an annex with a blank number"},
      {"Căn cứ Luật Đầu tư công số\n58/2024/QH15;\nCăn cứ Nghị định số 85/2025/NĐ-\nCP;",
       {"Căn cứ Luật Đầu tư công số 58/2024/QH15;", "Căn cứ Nghị định số 85/2025/NĐ-CP;"},
       "legal bases, a symbol cut"},
      {"theo quy định tại khoản\n1. Điều này áp dụng",
       {"theo quy định tại khoản 1. Điều này áp dụng"},
       "a number that is no list mark"},
      {"chậm nhất trong tháng\n12. Các đơn vị",
       {"chậm nhất trong tháng 12. Các đơn vị"},
       "a month that is none either"},
      {"Thực hiện phương châm hành động “Rõ việc -\nRõ người - Rõ kết quả”",
       {"Thực hiện phương châm hành động “Rõ việc - Rõ người - Rõ kết quả”"},
       "dashes inside quotes"},
      {"2. Phấn đấu đến hết năm 2026\n- 92,5% trạm y tế có hồ sơ điện tử.",
       {"2. Phấn đấu đến hết năm 2026", "- 92,5% trạm y tế có hồ sơ điện tử."},
       "a number behind a dash is an item's, not the end of a span of years"},
      {"phấn đấu hoàn thành các chỉ tiêu của cả giai đoạn 2026\n- 2030 trên địa bàn.",
       {"phấn đấu hoàn thành các chỉ tiêu của cả giai đoạn 2026 - 2030 trên địa bàn."},
       "a range of years"},
      {"Nơi nhận:\n- Như trên;\n- Các phòng chuyên môn\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ "
       "TỊCH\n\nTrần Văn Bình",
       {"Nơi nhận:", "- Như trên;", "- Các phòng chuyên môn", "- Lưu: VT.", "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH", "Trần Văn Bình"},
       "the foot"},
      {"Số: 15/KH-UBND\nVõ Xá, ngày 02\ntháng 3 năm 2026",
       {"Số: 15/KH-UBND", "Võ Xá, ngày 02 tháng 3 năm 2026"},
       "number, place and date"},
      {"Độc lập - Tự do - Hạnh phúc\nngày 02 tháng 3 năm 2026",
       {"Độc lập - Tự do - Hạnh phúc", "ngày 02 tháng 3 năm 2026"},
       "a date without its place below the motto"},
      {"Số:\n15/KH-UBND", {"Số: 15/KH-UBND"}, "a number on the next line"},
      {"2. Sở Tài chính\nTham mưu UBND tỉnh bố trí kinh phí thực hiện.\n3. UBND các xã, "
       "phường\nXây dựng kế hoạch.",
       {"2. Sở Tài chính", "Tham mưu UBND tỉnh bố trí kinh phí thực hiện.",
        "3. UBND các xã, phường", "Xây dựng kế hoạch."},
       "bare headings whose last word begins others"},
      {"KẾ HOẠCH\nTriển khai chiến lược dữ liệu\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND)",
       {"KẾ HOẠCH", "Triển khai chiến lược dữ liệu",
        "(Ban hành kèm theo Quyết định số 12/QĐ-UBND)"},
       "the line below a title that names another paper"},
      {"Chỉ thị số 39/CT-TTg ngày 22/8/2023 của Thủ tướng\nChính phủ về rác thải",
       {"Chỉ thị số 39/CT-TTg ngày 22/8/2023 của Thủ tướng Chính phủ về rác thải"},
       "an issuer cut inside its name"},
      {"2. Tham mưu lắp đặt camera giám sát tại các nút giao thông trên địa bàn tỉnh.\nThông báo "
       "để "
       "các đơn vị biết, thực hiện./.",
       {"2. Tham mưu lắp đặt camera giám sát tại các nút giao thông trên địa bàn tỉnh.",
        "Thông báo để các đơn vị biết, thực hiện./."},
       "the last paragraph of conclusions"},
      {"2- Mục tiêu\n2.1- Đến năm 2027: 80% thủ tục.",
       {"2- Mục tiêu", "2.1- Đến năm 2027: 80% thủ tục."},
       "the Party's marks of two figures"},
      {"**I. MỤC ĐÍCH,\nYÊU CẦU**\n\n**1.\nMục đích**\n\nNâng cao.",
       {"I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "Nâng cao."},
       "headings cut inside their emphasis"},
      {"**Tập trung hoàn thiện thể chế, chính sách**\nCác đơn vị rà soát.",
       {"Tập trung hoàn thiện thể chế, chính sách", "Các đơn vị rà soát."},
       "a bold heading above plain text"},
      {"Điều 1. Ban hành kèm theo.\nĐiều 2. Hiệu lực.",
       {"Điều 1. Ban hành kèm theo.", "Điều 2. Hiệu lực."},
       "articles"},
      {"kinh tế -\nxã hội", {"kinh tế - xã hội"}, "a hyphen between words keeps its blanks"},
      {"**KT. CHỦ TỊCH  \nPHÓ CHỦ TỊCH**", {"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, "a hard break"},
      {"a<br>B<br/>C", {"a", "B", "C"}, "breaks written as tags"},
  };
  for (const auto& row : rows) {
    const RawDocument raw = TextDocument(row.source);
    const NormalizedText text = Normalize(raw);
    EXPECT_EQ(Paragraphs(text), row.expected) << row.what;
    CheckInvariants(raw, text);
  }
}

TEST(JoinLines, AParagraphALineIsLeftAlone) {
  const std::string title = "Kết luận của đồng chí Chủ tịch tại phiên họp lần thứ hai của tỉnh";
  const std::string body =
      "Ngày 10/9/2025, đồng chí Chủ tịch Ủy ban nhân dân tỉnh đã chủ trì phiên họp lần thứ hai của "
      "Ban Chỉ đạo; sau khi nghe báo cáo và ý kiến các đại biểu, đồng chí kết luận như dưới đây.";
  const std::string end = "Thông báo này để các cơ quan, đơn vị biết, thực hiện.";
  EXPECT_EQ(Paragraphs(Normalize(TextDocument(title + "\n\n" + body + "\n" + end))),
            (Strings{title, body, end}));
}

TEST(JoinLines, TrustsTheLayoutWhereItIsKnown) {
  RawDocument raw = TextDocument("một đoạn văn\ntiếp theo\nđoạn hai");
  raw.text_from = "pdf";
  raw.pages[0].lines[1].line_break = LineBreak::kContinuation;
  raw.pages[0].lines[2].line_break = LineBreak::kParagraph;
  EXPECT_EQ(Paragraphs(Normalize(raw)), (Strings{"một đoạn văn tiếp theo", "đoạn hai"}));
}

TEST(JoinLines, AParagraphMayCrossAPage) {
  const RawDocument raw = TextDocument(
      "Ủy ban nhân dân xã giao các phòng chuyên môn phối hợp với các\f cơ quan liên quan thực "
      "hiện.\n\f");
  const NormalizedText text = Normalize(raw);
  ASSERT_EQ(text.paragraphs.size(), 1U);
  EXPECT_EQ(text.PageText(2).substr(0, 8), "cơ quan");
  EXPECT_EQ(text.page_begin.size(), 3U);
  EXPECT_EQ(text.page_begin[2], text.text.size());
  CheckInvariants(raw, text);
}

TEST(JoinLines, LeavesFurnitureOut) {
  RawDocument raw = TextDocument("Nội dung\n2\ntiếp theo.");
  raw.pages[0].lines[1].role = LineRole::kFurniture;
  const NormalizedText text = Normalize(raw);
  EXPECT_EQ(Paragraphs(text), (Strings{"Nội dung tiếp theo."}));
  EXPECT_EQ(text.furniture, (Strings{"2"}));
}

TEST(JoinLines, KeepsTheColumnsOfALetterheadApart) {
  const struct {
    const char* source;
    Strings expected;
    const char* what;
  } rows[] = {
      {"ỦY BAN NHÂN DÂN\nXÃ BẢN QUA\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-UBND",
       {"ỦY BAN NHÂN DÂN", "XÃ BẢN QUA", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/KH-UBND"},
       "the motto behind the other column, a name that ends like an open sentence"},
      {"BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\nCỤC LÂM NGHIỆP VÀ\nKIỂM LÂM\nSố: 12/TB-LNKL",
       {"BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "CỤC LÂM NGHIỆP VÀ KIỂM LÂM", "Số: 12/TB-LNKL"},
       "a body above another, a name in two lines"},
      {"ỦY BAN NHÂN DÂN XÃ\nHỘI SƠN\nSố: 12/KH-UBND",
       {"ỦY BAN NHÂN DÂN XÃ HỘI SƠN", "Số: 12/KH-UBND"},
       "a place whose name begins like a body's"},
      {"Số: 12/UBND-VX\nV/v rà soát hồ sơ của UBND xã\nBản Qua, ngày    tháng 9 năm 2025",
       {"Số: 12/UBND-VX", "V/v rà soát hồ sơ của UBND xã", "Bản Qua, ngày tháng 9 năm 2025"},
       "place and date below a subject without an end"},
  };
  for (const auto& row : rows) {
    const RawDocument raw = TextDocument(row.source);
    const NormalizedText text = Normalize(raw);
    EXPECT_EQ(Paragraphs(text), row.expected) << row.what;
    CheckInvariants(raw, text);
  }
}

TEST(JoinLines, ReadsTheLetterheadByColumns) {
  RawDocument raw = TextDocument(
      "ỦY BAN NHÂN\nDÂN\nXÃ TÂN AN\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh "
      "phúc\n"
      "Số: 12/UBND-VX\nV/v báo cáo kết quả thực hiện\nNghị quyết số 57-NQ/TW\nThành phố Hồ\n"
      "Chí Minh, ngày 2 tháng 3 năm 2026");
  for (size_t i = 0; i < raw.pages[0].lines.size(); ++i)
    raw.pages[0].lines[i].column = i < 3 || (i > 5 && i < 9) ? Column::kLeft : Column::kRight;
  EXPECT_EQ(Paragraphs(Normalize(raw)),
            (Strings{"ỦY BAN NHÂN DÂN", "XÃ TÂN AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                     "Độc lập - Tự do - Hạnh phúc", "Số: 12/UBND-VX",
                     "V/v báo cáo kết quả thực hiện Nghị quyết số 57-NQ/TW",
                     "Thành phố Hồ Chí Minh, ngày 2 tháng 3 năm 2026"}));
}

TEST(JoinLines, PiecesOfATableStayLines) {
  EXPECT_EQ(
      Paragraphs("TT\nNội dung Cơ quan\n1\nRà soát các văn bản\nliên quan\nKế hoạch số 02-\nKH/TU"),
      (Strings{"TT", "Nội dung Cơ quan", "1", "Rà soát các văn bản", "liên quan",
               "Kế hoạch số 02-KH/TU"}));
}

TEST(JoinCells, KeepItemsApartAndWrappedLinesTogether) {
  const struct {
    const char *source, *expected, *what;
  } rows[] = {
      {"Công an xã\nVăn phòng Đảng ủy", "Công an xã\nVăn phòng Đảng ủy", "two names"},
      {"Trung tâm Phục vụ\nhành chính công", "Trung tâm Phục vụ hành chính công", "one that wraps"},
      {"Sở Khoa học và\nCông nghệ", "Sở Khoa học và Công nghệ", "a connective at the end"},
      {"Công an xã, Phòng\nVăn hóa - Xã hội", "Công an xã, Phòng Văn hóa - Xã hội",
       "a bare head word"},
      {"Công an xã;\nPhòng Kinh tế", "Công an xã;\nPhòng Kinh tế", "a semicolon ends an item"},
      {"Công an xã,\nPhòng Kinh tế", "Công an xã, Phòng Kinh tế", "a comma does not"},
      {"Thông báo số 46-\nTB/TGV", "Thông báo số 46-TB/TGV", "a symbol"},
      {"Kế hoạch 02-KH/BCĐT\nW", "Kế hoạch 02-KH/BCĐTW", "a symbol cut in its code"},
      {"13\n.1", "13.1", "an ordinal"},
      {"II\nI", "III", "a Roman ordinal"},
      {"Hoàn thành\ntrong quý\nIV/2025", "Hoàn thành trong quý IV/2025", "a deadline"},
      {"Tổng hợp, trình\nUBND xã xem xét", "Tổng hợp, trình UBND xã xem xét",
       "a name inside prose"},
      {"- Xây dựng;\n- Ban hành", "- Xây dựng;\n- Ban hành", "bullets"},
      {"UBND xã<br>Công an tỉnh", "UBND xã\nCông an tỉnh", "a break written as a tag"},
      {"Chủ trì: Sở A<br>Phối hợp: Sở B", "Chủ trì: Sở A\nPhối hợp: Sở B", "roles"},
      {"Ủy ban Mặt trận\nTổ quốc Việt Nam", "Ủy ban Mặt trận Tổ quốc Việt Nam",
       "a body of many words"},
      {"<b>I</b>", "I", "markup"},
      {"  $\\geq 70$ ", "≥ 70", "a formula"},
      {"", "", "empty"},
      {"<br>", "", "empty but for a break"},
  };
  for (const auto& row : rows) EXPECT_EQ(CellText(row.source), row.expected) << row.what;
}

TEST(JoinCells, EveryCellHasItsPlace) {
  const RawDocument raw = CellDocument({"", "**1**", "", "a\nb", ""});
  const NormalizedText text = Normalize(raw);
  ASSERT_EQ(text.tables.size(), 1U);
  const std::vector<Cell>& cells = text.tables[0].cells;
  ASSERT_EQ(cells.size(), 5U);
  EXPECT_TRUE(cells[0].span.empty());
  EXPECT_EQ(cells[1].span.Of(text.text), "1");
  EXPECT_TRUE(cells[1].bold);
  EXPECT_EQ(cells[3].span.Of(text.text), "a b");
  EXPECT_TRUE(text.paragraphs.empty());
  CheckInvariants(raw, text);
}

}  // namespace
}  // namespace congvan::normalizer
