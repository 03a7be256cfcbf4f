// Tasks and targets of the body, from a text through the whole chain: families of papers and
// layouts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/read_text.h"

namespace congvan {
namespace {

using testing::ElementsAreArray;
using testing::IsEmpty;
using Lines = std::vector<std::string>;

// A State paper around a body; paragraphs are parted by blank lines.
std::string Paper(std::string_view body) {
  std::string text =
      "ỦY BAN NHÂN DÂN\nXÃ MINH PHÚ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh "
      "phúc\n\nSố: 12/KH-UBND\n\nMinh Phú, ngày 15 tháng 10 năm 2025\n\nKẾ HOẠCH\nChuyển đổi số\n\n"
      "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;\n\n";
  for (char c : body) {
    text += c;
    if (c == '\n') text += c;
  }
  return text +
         "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn "
         "An\n";
}

std::string Joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "; ") + name;
  return out;
}

// "a | Rà soát. | lead | support | quarter 2026-06-30", trailing empty parts left out.
Lines TasksOf(const Record& record) {
  Lines out;
  for (const Task& task : record.tasks) {
    std::string when;
    if (task.deadline.kind != DeadlineKind::kNone) when = ToString(task.deadline.kind);
    if (task.deadline.due) when += " " + task.deadline.due->Iso();
    if (task.deadline.every) when += " every " + *task.deadline.every;
    std::string line = task.ordinal.value_or("-") + " | " + task.text + " | " + Joined(task.lead) +
                       " | " + Joined(task.support) + " | " + when;
    if (task.product) line += " | " + *task.product;
    while (line.ends_with(" | ") || line.ends_with(" ") || line.ends_with("|")) line.pop_back();
    out.push_back(line);
  }
  return out;
}

std::string Number(double value) {
  std::string out = std::to_string(value);
  while (out.ends_with("0")) out.pop_back();
  if (out.ends_with(".")) out.pop_back();
  return out;
}

// "Tỷ lệ hồ sơ >= 80 % by 2026"
Lines TargetsOf(const Record& record) {
  Lines out;
  for (const Target& target : record.targets) {
    std::string line = target.indicator + " " + target.comparator.value_or("?") + " " +
                       (target.value ? Number(*target.value) : "?");
    if (target.value_max) line += ".." + Number(*target.value_max);
    if (target.unit) line += " " + *target.unit;
    if (target.by) line += " by " + *target.by;
    if (!target.lead.empty()) line += " (" + Joined(target.lead) + ")";
    out.push_back(line);
  }
  return out;
}

struct Family {
  const char* body;
  Lines tasks, targets;
};

void ExpectFamily(const Family& family) {
  const Record record = ReadText(Paper(family.body));
  EXPECT_THAT(TasksOf(record), ElementsAreArray(family.tasks)) << family.body;
  EXPECT_THAT(TargetsOf(record), ElementsAreArray(family.targets)) << family.body;
}

TEST(Body, DirectiveNamesWhoUnderNumbers) {
  ExpectFamily({
      "Để khắc phục những tồn tại nêu trên, Chủ tịch UBND tỉnh yêu cầu:\n"
      "1. Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường:\n"
      "a) Quán triệt Nghị quyết số 57-NQ/TW.\n"
      "b) Rà soát, cắt giảm ít nhất 30% thủ tục hành chính, hoàn thành trước ngày 31/12/2025.\n"
      "2. Sở Khoa học và Công nghệ\n"
      "- Định kỳ hằng quý báo cáo UBND tỉnh.\n"
      "3. Giao Sở Tài chính bố trí kinh phí trong quý I/2026.\n"
      "Chỉ thị này có hiệu lực kể từ ngày ký./.",
      {"a | Quán triệt Nghị quyết số 57-NQ/TW. | Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các "
       "xã, phường",
       "b | Rà soát, cắt giảm ít nhất 30% thủ tục hành chính, hoàn thành trước ngày 31/12/2025. | "
       "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường |  | date 2025-12-31",
       "- | Định kỳ hằng quý báo cáo UBND tỉnh. | Sở Khoa học và Công nghệ |  | recurring every "
       "quarter",
       "3 | Giao Sở Tài chính bố trí kinh phí trong quý I/2026. | Sở Tài chính |  | quarter "
       "2026-03-31"},
      {"cắt giảm thủ tục hành chính >= 30 % by 2025-12-31 (Thủ trưởng các sở, ban, ngành; Chủ tịch "
       "UBND các xã, phường)"},
  });
}

TEST(Body, LetterAsksWhomItNames) {
  ExpectFamily({
      "Thực hiện Kế hoạch số 152/KH-UBND ngày 05/8/2025 của UBND tỉnh, Sở Nội vụ đề nghị UBND các "
      "xã, phường thực hiện một số nội dung sau:\n"
      "1. Rà soát thủ tục hành chính trước ngày 30/10/2025.\n"
      "2. Phân công công chức, gửi danh sách về Sở Nội vụ.\n"
      "Sở Nội vụ đề nghị các cơ quan, đơn vị quan tâm, phối hợp thực hiện./.",
      {"1 | Rà soát thủ tục hành chính trước ngày 30/10/2025. | UBND các xã, phường |  | date "
       "2025-10-30",
       "2 | Phân công công chức, gửi danh sách về Sở Nội vụ. | UBND các xã, phường"},
      {},
  });
}

TEST(Body, ConclusionsAreWorkWhereTheyAreHandedOut) {
  ExpectFamily({
      "Sau khi nghe báo cáo, Chủ tịch UBND xã kết luận như sau:\n"
      "1. Cơ bản thống nhất với báo cáo của Phòng Kinh tế.\n"
      "2. Về chuyển đổi số\n"
      "- Giao Công an xã chủ trì, phối hợp với các thôn cấp định danh điện tử cho 100% người dân "
      "đủ điều kiện trước 31/12/2025.\n"
      "- Kết quả bước đầu đáng ghi nhận.\n"
      "3. Phòng Văn hóa - Xã hội tham mưu kiện toàn Tổ công nghệ số, xong trong tháng 10/2025.\n"
      "Thông báo này để các cơ quan, đơn vị biết, thực hiện./.",
      {"- | Giao Công an xã chủ trì, phối hợp với các thôn cấp định danh điện tử cho 100% người "
       "dân đủ điều kiện trước 31/12/2025. | Công an xã | các thôn | date 2025-12-31",
       "3 | Phòng Văn hóa - Xã hội tham mưu kiện toàn Tổ công nghệ số, xong trong tháng 10/2025. | "
       "Phòng Văn hóa - Xã hội |  | month 2025-10-31"},
      {"cấp định danh điện tử cho người dân đủ điều kiện = 100 % by 2025-12-31 (Công an xã)"},
  });
}

TEST(Body, ArticlesOfADecision) {
  ExpectFamily({
      "QUYẾT ĐỊNH:\n"
      "Điều 1. Phê duyệt Đề án chuyển đổi số ngành y tế với các nội dung chủ yếu sau:\n"
      "I. MỤC TIÊU\n"
      "- Đến năm 2030, trên 95% người dân có hồ sơ sức khỏe điện tử.\n"
      "II. NHIỆM VỤ\n"
      "1. Đầu tư trung tâm dữ liệu; hoàn thành trong năm 2027.\n"
      "Điều 2. Tổ chức thực hiện\n"
      "1. Sở Y tế chủ trì, phối hợp với các đơn vị liên quan thực hiện Đề án.\n"
      "2. Sửa đổi, bổ sung khoản 3 Điều 1 Quyết định số 05/QĐ-UBND ngày 18/7/2025.\n"
      "Điều 3. Giao Sở Tài chính cân đối kinh phí hằng năm.\n"
      "Điều 4. Quyết định này có hiệu lực kể từ ngày ký.\n"
      "Điều 5. Chánh Văn phòng UBND tỉnh, Giám đốc các Sở chịu trách nhiệm thi hành Quyết định "
      "này./.",
      {"1 | Đầu tư trung tâm dữ liệu; hoàn thành trong năm 2027. |  |  | year 2027-12-31",
       "1 | Sở Y tế chủ trì, phối hợp với các đơn vị liên quan thực hiện Đề án. | Sở Y tế | các "
       "đơn vị liên quan",
       "3 | Giao Sở Tài chính cân đối kinh phí hằng năm. | Sở Tài chính"},
      {"người dân có hồ sơ sức khỏe điện tử > 95 % by 2030"},
  });
}

TEST(Body, ArticlesOfAResolution) {
  ExpectFamily({
      "QUYẾT NGHỊ:\n"
      "Điều 1. Thông qua mục tiêu, chỉ tiêu phát triển kinh tế - xã hội năm 2026\n"
      "1. Các chỉ tiêu chủ yếu:\n"
      "a) Thu ngân sách nhà nước trên địa bàn đạt 12,5 tỷ đồng;\n"
      "b) Tỷ lệ hộ nghèo giảm còn dưới 5%.\n"
      "Điều 2. Các nhiệm vụ, giải pháp chủ yếu\n"
      "1. Đẩy mạnh cơ cấu lại ngành nông nghiệp.\n"
      "Điều 3. Tổ chức thực hiện\n"
      "1. Giao Ủy ban nhân dân xã tổ chức thực hiện Nghị quyết này.\n"
      "2. Thường trực Hội đồng nhân dân xã giám sát việc thực hiện.",
      {"1 | Đẩy mạnh cơ cấu lại ngành nông nghiệp.",
       "1 | Giao Ủy ban nhân dân xã tổ chức thực hiện Nghị quyết này. | Ủy ban nhân dân xã",
       "2 | Thường trực Hội đồng nhân dân xã giám sát việc thực hiện. | Thường trực Hội đồng nhân "
       "dân xã"},
      {"Thu ngân sách nhà nước trên địa bàn = 12.5 tỷ đồng by 2026",
       "Tỷ lệ hộ nghèo giảm < 5 % by 2026"},
  });
}

TEST(Body, PartyPlanWithDashesBehindItsNumbers) {
  ExpectFamily({
      "I- MỤC TIÊU\n"
      "1- Mục tiêu đến năm 2030\n"
      "1.1- Về nhân lực\n"
      "- 100% cán bộ, đảng viên được bồi dưỡng kỹ năng số.\n"
      "II- NHIỆM VỤ, GIẢI PHÁP\n"
      "1- Nâng cao nhận thức\n"
      "1.1- Các cấp uỷ, tổ chức đảng quán triệt Nghị quyết trong quý IV/2025.\n"
      "III- TỔ CHỨC THỰC HIỆN\n"
      "1- Ủy ban nhân dân xã: Xây dựng kế hoạch; báo cáo Ban Thường vụ Đảng ủy trước ngày "
      "30/11/2025 và hằng năm.\n"
      "2- Lãnh đạo Mặt trận Tổ quốc và các đoàn thể tuyên truyền, vận động.\n"
      "Chương trình này phổ biến đến chi bộ.",
      {"1.1 | Các cấp uỷ, tổ chức đảng quán triệt Nghị quyết trong quý IV/2025. | Các cấp uỷ, tổ "
       "chức đảng |  | quarter 2025-12-31",
       "1 | Ủy ban nhân dân xã: Xây dựng kế hoạch; báo cáo Ban Thường vụ Đảng ủy trước ngày "
       "30/11/2025 và hằng năm. | Ủy ban nhân dân xã |  | recurring 2025-11-30 every year",
       "2 | Lãnh đạo Mặt trận Tổ quốc và các đoàn thể tuyên truyền, vận động."},
      {"cán bộ, đảng viên được bồi dưỡng kỹ năng số = 100 % by 2030"},
  });
}

TEST(Body, ReportsTellResultsAndThenAssign) {
  ExpectFamily({
      "UBND xã báo cáo kết quả thực hiện như sau:\n"
      "I. KẾT QUẢ THỰC HIỆN\n"
      "- Giao Phòng Kinh tế rà soát thủ tục; đạt 95% kế hoạch.\n"
      "II. TỒN TẠI, HẠN CHẾ\n"
      "- Còn 5 thủ tục chậm.\n"
      "III. PHƯƠNG HƯỚNG, NHIỆM VỤ\n"
      "1. Phòng Kinh tế tham mưu sơ kết trước ngày 10/12/2025.\n"
      "IV. ĐỀ XUẤT, KIẾN NGHỊ\n"
      "- Đề nghị UBND tỉnh bố trí thêm kinh phí.\n"
      "Trên đây là báo cáo của UBND xã./.",
      {"1 | Phòng Kinh tế tham mưu sơ kết trước ngày 10/12/2025. | Phòng Kinh tế |  | date "
       "2025-12-10"},
      {},
  });
}

TEST(Body, ReportWithoutSectionsAssignsNothing) {
  ExpectFamily({
      "UBND xã báo cáo kết quả thực hiện nhiệm vụ được giao như sau:\n"
      "1. Đã ban hành 12 văn bản.\n"
      "2. Số hóa 82% hồ sơ.",
      {},
      {},
  });
}

TEST(Body, LabelsBelowATaskBelongToIt) {
  ExpectFamily({
      "II. NHIỆM VỤ VÀ GIẢI PHÁP\n"
      "1. Phát triển hạ tầng số\n"
      "1.1. Phủ sóng 5G tại trung tâm xã.\n"
      "Chủ trì: Phòng Kinh tế\n"
      "Phối hợp: VNPT, Viettel\n"
      "Thời gian hoàn thành: Quý II/2026\n"
      "Sản phẩm: Báo cáo kết quả\n"
      "1.2. Xây dựng kho dữ liệu. Đơn vị chủ trì: Công an xã; đơn vị phối hợp: các thôn. Thời "
      "gian: Tháng 6/2026. Sản phẩm: Kho dữ liệu.\n"
      "1.3. Lắp đặt camera (Công an xã chủ trì, hoàn thành trong quý II/2026).\n"
      "1.4. Tổng hợp, gửi UBND xã (Phòng Kinh tế).\n"
      "2. Đào tạo\n"
      "a) Tổ chức lớp tập huấn.\n"
      "- Đơn vị thực hiện: Phòng Văn hóa - Xã hội.\n"
      "- Thời gian thực hiện: Quý I/2026.",
      {"1.1 | Phủ sóng 5G tại trung tâm xã. | Phòng Kinh tế | VNPT; Viettel | quarter 2026-06-30 | "
       "Báo cáo kết quả",
       "1.2 | Xây dựng kho dữ liệu. Đơn vị chủ trì: Công an xã; đơn vị phối hợp: các thôn. Thời "
       "gian: Tháng 6/2026. Sản phẩm: Kho dữ liệu. | Công an xã | các thôn | month 2026-06-30 | "
       "Kho "
       "dữ liệu",
       "1.3 | Lắp đặt camera (Công an xã chủ trì, hoàn thành trong quý II/2026). | Công an xã |  | "
       "quarter 2026-06-30",
       // a name in brackets alone may be whom one reports to
       "1.4 | Tổng hợp, gửi UBND xã (Phòng Kinh tế).",
       "a | Tổ chức lớp tập huấn. | Phòng Văn hóa - Xã hội |  | quarter 2026-03-31"},
      {},
  });
}

TEST(Body, HeadingsOfBodiesInAllForms) {
  ExpectFamily({
      "IV/ TỔ CHỨC THỰC HIỆN\n"
      "1/ Phòng Kinh tế:\n"
      "- Theo dõi, đôn đốc.\n"
      "2. Giao Phòng Văn hóa - Xã hội\n"
      "Tuyên truyền rộng rãi.\n"
      "* Công an xã\n"
      "- Bảo đảm an ninh mạng.\n"
      "3. Đối với các thôn\n"
      "- Vận động người dân.\n"
      "4. Tổ Giúp việc có nhiệm vụ:\n"
      "- Tham mưu chương trình công tác.\n"
      "5. Sở Tài chính cân đối kinh phí.\n"
      "Kinh phí thực hiện: Từ ngân sách xã.",
      {"- | Theo dõi, đôn đốc. | Phòng Kinh tế",
       "- | Tuyên truyền rộng rãi. | Phòng Văn hóa - Xã hội",
       "- | Bảo đảm an ninh mạng. | Công an xã", "- | Vận động người dân. | các thôn",
       "- | Tham mưu chương trình công tác. | Tổ Giúp việc",
       "5 | Sở Tài chính cân đối kinh phí. | Sở Tài chính"},
      {},
  });
}

TEST(Body, FormsMoneyAndPeopleAreNoTasks) {
  ExpectFamily({
      "II. NỘI DUNG\n"
      "1. Nội dung tuyên truyền\n"
      "- Tuyên truyền chủ trương của Đảng về cải cách hành chính.\n"
      "2. Hình thức tuyên truyền\n"
      "- Trên hệ thống truyền thanh xã.\n"
      "III. TỔ CHỨC THỰC HIỆN\n"
      "Danh mục nhiệm vụ cụ thể tại Phụ lục kèm theo Kế hoạch này.\n"
      "1. Thành lập Đoàn kiểm tra gồm:\n"
      "- Ông Nguyễn Văn An - Phó Chủ tịch UBND xã;\n"
      "- Bà Trần Thị Bình, công chức.\n"
      "2. Kinh phí: Từ nguồn ngân sách xã.",
      {"- | Tuyên truyền chủ trương của Đảng về cải cách hành chính."},
      {},
  });
}

TEST(Body, HeadingThatIsATimeDatesWhatStandsBelow) {
  ExpectFamily({
      "II. NỘI DUNG CÔNG VIỆC\n"
      "Quý I/2026:\n"
      "- Ban hành Quy chế hoạt động.\n"
      "Quý II/2026:\n"
      "- Kiểm tra tại các thôn, hoàn thành trước ngày 15/5/2026.",
      {"- | Ban hành Quy chế hoạt động. |  |  | quarter 2026-03-31",
       "- | Kiểm tra tại các thôn, hoàn thành trước ngày 15/5/2026. |  |  | date 2026-05-15"},
      {},
  });
}

TEST(Body, TargetsOfBulletsAndPlainParagraphs) {
  ExpectFamily({
      "I. MỤC TIÊU\n"
      "Phấn đấu đến hết năm 2026, 100% hồ sơ công việc được xử lý trên môi trường mạng, tối thiểu "
      "70% người dân trưởng thành có chữ ký số.\n"
      "1. Về kinh tế số:\n"
      "+ Kinh tế số chiếm từ 20% đến 25% GRDP;\n"
      "+ Có ít nhất 05 doanh nghiệp công nghệ số; thu hút tối thiểu 200 tỷ đồng vốn đầu tư.\n"
      "- Đến năm 2030: trên 90% hộ gia đình có Internet cáp quang; 100% khu dân cư có camera.\n"
      "- Tỷ lệ hồ sơ trực tuyến năm 2026 đạt 80%, năm 2030 đạt 100%.\n"
      "- Năm 2026 đạt 60%, năm 2027 đạt 90% người dân biết ký số.",
      {},
      {"hồ sơ công việc được xử lý trên môi trường mạng = 100 % by 2026",
       "người dân trưởng thành có chữ ký số >= 70 % by 2026", "Kinh tế số GRDP >= 20..25 %",
       "doanh nghiệp công nghệ số >= 5 doanh nghiệp", "thu hút vốn đầu tư >= 200 tỷ đồng",
       "hộ gia đình có Internet cáp quang > 90 % by 2030", "khu dân cư có camera = 100 % by 2030",
       "Tỷ lệ hồ sơ trực tuyến = 80 % by 2026", "Tỷ lệ hồ sơ trực tuyến = 100 % by 2030",
       "người dân biết ký số = 60 % by 2026", "người dân biết ký số = 90 % by 2027"},
  });
}

TEST(Body, GoalsOfTasksStandWithoutTheNamesThatOpenThem) {
  ExpectFamily({
      "III. NHIỆM VỤ\n"
      "1. Giao Văn phòng UBND tỉnh chủ trì, phối hợp với Công an tỉnh kiểm tra tại ít nhất 10 xã, "
      "phường trong tháng 12/2025.\n"
      "2. Mỗi trường học có ít nhất 01 câu lạc bộ STEM, hoàn thành trước ngày 05/9/2026.\n"
      "3. Số hóa tài liệu giai đoạn 1997 - 2020, đạt trên 70% khối lượng trong năm 2026.",
      {"1 | Giao Văn phòng UBND tỉnh chủ trì, phối hợp với Công an tỉnh kiểm tra tại ít nhất 10 "
       "xã, phường trong tháng 12/2025. | Văn phòng UBND tỉnh | Công an tỉnh | month 2025-12-31",
       "2 | Mỗi trường học có ít nhất 01 câu lạc bộ STEM, hoàn thành trước ngày 05/9/2026. |  |  | "
       "date 2026-09-05",
       "3 | Số hóa tài liệu giai đoạn 1997 - 2020, đạt trên 70% khối lượng trong năm 2026. |  |  | "
       "year 2026-12-31"},
      {"kiểm tra tại xã, phường >= 10 xã, phường by 2025-12 (Văn phòng UBND tỉnh)",
       "Mỗi trường học có câu lạc bộ STEM >= 1 câu lạc bộ by 2026-09-05",
       "Số hóa tài liệu giai đoạn 1997 - 2020 khối lượng > 70 % by 2026"},
  });
}

TEST(Body, DecomposedTextReadsTheSame) {
  // "Giao Sở" and "thủ tục" with combining marks, as some editors save them.
  ExpectFamily({
      "III. NHIE\xCC\xA3\xCC\x82M VU\xCC\xA3\n"
      "1. Giao So\xCC\x9B\xCC\x89 Y te\xCC\x82\xCC\x81 ra\xCC\x80 soa\xCC\x81t thu\xCC\x89 "
      "tu\xCC\xA3"
      "c trong qu\xC3\xBD I/2026.",
      {"1 | Giao Sở Y tế rà soát thủ tục trong quý I/2026. | Sở Y tế |  | quarter 2026-03-31"},
      {},
  });
}

TEST(Body, EveryTruncationIsReadWithoutFault) {
  const std::string body =
      "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt với các nội dung sau:\nI. MỤC TIÊU\n- Năm 2026 đạt 80%.\nII. "
      "NHIỆM VỤ\n* Công an xã\n1. Rà soát (do Tổ A chủ trì).\n- Chủ trì: Sở Y tế; thời gian: Quý "
      "I/2026\n";
  for (size_t size = 0; size <= body.size(); size += 7) ReadText(Paper(body.substr(0, size)));
}

}  // namespace
}  // namespace congvan
