// Tables of tasks and targets: heads, rows, groups, pages. Inputs are HTML, through the whole
// chain, or pages of cells.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/utf8.h"
#include "support/read_text.h"

namespace congvan {
namespace {

std::string Join(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

// "ordinal | group | text | lead | support | due"
std::string Show(const Task& task) {
  return task.ordinal.value_or("") + " | " + task.group.value_or("") + " | " + task.text + " | " +
         Join(task.lead) + " | " + Join(task.support) + " | " +
         (task.deadline.due ? task.deadline.due->Iso() : std::string(ToString(task.deadline.kind)));
}

std::string Number(const std::optional<double>& value) {
  if (!value) return "";
  std::string text = std::to_string(*value);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

// "ordinal | group | indicator | goal | by | lead"
std::string Show(const Target& target) {
  std::string goal = target.comparator.value_or("") + " " + Number(target.value);
  if (target.unit) goal += " " + *target.unit;
  return target.ordinal.value_or("") + " | " + target.group.value_or("") + " | " +
         target.indicator + " | " + std::string(Trim(goal)) + " | " + target.by.value_or("") +
         " | " + Join(target.lead);
}

template <class T>
std::vector<std::string> ShowAll(const std::vector<T>& rows) {
  std::vector<std::string> out;
  for (const T& row : rows) out.push_back(Show(row));
  return out;
}

// One table behind the heading of an annex; rows are lines, cells are divided by '|', "3>Text"
// spans three columns, "2v>Text" two rows.
std::string Html(const std::string& rows) {
  std::string out = "<p>PHỤ LỤC I</p>\n<p>DANH MỤC NHIỆM VỤ</p>\n<table>\n";
  for (size_t i = 0; i < rows.size();) {
    const size_t end = std::min(rows.find('\n', i), rows.size());
    out += "<tr>";
    for (size_t c = i; c <= end;) {
      const size_t bar = std::min(rows.find('|', c), end);
      std::string cell(Trim(rows.substr(c, bar - c)));
      std::string span;
      if (const size_t mark = cell.find('>'); mark != std::string::npos && mark <= 2 && mark > 0) {
        const bool down = cell[mark - 1] == 'v';
        span =
            (down ? " rowspan=\"" : " colspan=\"") + cell.substr(0, down ? mark - 1 : mark) + "\"";
        cell.erase(0, mark + 1);
      }
      out += "<td" + span + ">" + cell + "</td>";
      c = bar + 1;
    }
    out += "</tr>\n";
    i = end + 1;
  }
  return out + "</table>\n";
}

struct TableCase {
  std::string name;
  std::string rows;
  std::vector<std::string> tasks, targets;
};

void PrintTo(const TableCase& table, std::ostream* out) { *out << table.rows; }

class Tables : public testing::TestWithParam<TableCase> {};

TEST_P(Tables, Read) {
  const Record record = ReadText(Html(GetParam().rows));
  EXPECT_EQ(ShowAll(record.tasks), GetParam().tasks);
  EXPECT_EQ(ShowAll(record.targets), GetParam().targets);
}

std::string NameOf(const testing::TestParamInfo<TableCase>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(
    Heads, Tables,
    testing::Values(
        // the lead in front, other words
        TableCase{"LeadFirst",
                  "Cơ quan thực hiện|TT|Việc cần làm|Hạn|Kết quả đầu ra\n"
                  "Công an xã|1|Cấp tài khoản định danh cho người dân|31/12/2025|Tài khoản",
                  {"1 |  | Cấp tài khoản định danh cho người dân | Công an xã |  | 2025-12-31"},
                  {}},
        // capitals, who is responsible
        TableCase{
            "Capitals",
            "STT|NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM|ĐƠN VỊ CHỦ TRÌ|ĐƠN VỊ PHỐI HỢP|THỜI HẠN HOÀN "
            "THÀNH|GHI CHÚ\n"
            "01|Ban hành quy chế quản lý dữ liệu|Sở Tư pháp|Sở Nội vụ|Quý I/2026|",
            {"01 |  | Ban hành quy chế quản lý dữ liệu | Sở Tư pháp | Sở Nội vụ | 2026-03-31"},
            {}},
        // two rows of headings, column numbers below
        TableCase{"TwoRows",
                  "2v>Số TT|2v>Nội dung công việc|2>Phân công|2v>Tiến độ\nChủ trì|Phối "
                  "hợp\n(1)|(2)|(3)|(4)|(5)\n"
                  "1|Tổ chức hội nghị|Văn phòng HĐND và UBND|Phòng Kinh tế|Tháng 12/2025",
                  {"1 |  | Tổ chức hội nghị | Văn phòng HĐND và UBND | Phòng Kinh tế | 2025-12-31"},
                  {}},
        // a caption inside the grid
        TableCase{"Caption",
                  "4>BẢNG PHÂN CÔNG NHIỆM VỤ NĂM 2026\nTT|Nhiệm vụ cụ thể|Người chịu trách "
                  "nhiệm|Hạn hoàn thành\n"
                  "1|Rà soát thiết bị|Nguyễn Văn An|15/01/2026",
                  {"1 |  | Rà soát thiết bị | Nguyễn Văn An |  | 2026-01-15"},
                  {}},
        // the one who leads beside the one who watches
        TableCase{
            "LeaderAndLead",
            "TT|Đầu việc|Lãnh đạo chỉ đạo|Cơ quan tham mưu|Mốc thời gian\n"
            "1|Xây dựng kế hoạch|Phó Chủ tịch UBND|Phòng Văn hóa - Xã hội|Trước ngày 10/12/2025",
            {"1 |  | Xây dựng kế hoạch | Phòng Văn hóa - Xã hội |  | 2025-12-10"},
            {}},
        // start and end
        TableCase{
            "StartAndEnd",
            "2v>STT|2v>Tên nhiệm vụ|2v>Đơn vị đầu mối|2>Thời gian thực hiện\nBắt đầu|Kết thúc\n"
            "1|Số hóa sổ hộ tịch|Công an xã|01/10/2025|30/6/2026",
            {"1 |  | Số hóa sổ hộ tịch | Công an xã |  | 2026-06-30"},
            {}},
        // no ordinal column: the number stands before the text
        TableCase{"NoOrdinals",
                  "Nội dung thực hiện|Cơ quan chủ trì|Thời gian\nI. Về hạ tầng||\n1. Lắp đặt trạm "
                  "phát sóng|Phòng Kinh tế|2026\n"
                  "2. Kéo cáp quang|Phòng Kinh tế|2026",
                  {"1 | Về hạ tầng | Lắp đặt trạm phát sóng | Phòng Kinh tế |  | 2026-12-31",
                   "2 | Về hạ tầng | Kéo cáp quang | Phòng Kinh tế |  | 2026-12-31"},
                  {}},
        // one cell with both roles
        TableCase{"OneCell",
                  "TT|Nội dung|Cơ quan chủ trì, phối hợp|Thời hạn\n"
                  "1|Thẩm định hồ sơ|Chủ trì: Sở Tài chính; Phối hợp: Sở Xây dựng|Quý II/2026",
                  {"1 |  | Thẩm định hồ sơ | Sở Tài chính | Sở Xây dựng | 2026-06-30"},
                  {}},
        // columns of groups
        TableCase{"GroupColumn",
                  "TT|Nhóm nhiệm vụ|Nhiệm vụ cụ thể|Đơn vị thực hiện|Thời gian hoàn thành\n"
                  "1|2v>Hạ tầng số|Phủ sóng 5G|Phòng Kinh tế|2026\n2|Mở rộng cáp quang|Phòng Kinh "
                  "tế|2027",
                  {"1 | Hạ tầng số | Phủ sóng 5G | Phòng Kinh tế |  | 2026-12-31",
                   "2 | Hạ tầng số | Mở rộng cáp quang | Phòng Kinh tế |  | 2027-12-31"},
                  {}},
        // the first of two columns of tasks is merged: it heads the second
        TableCase{
            "TwoTaskColumns",
            "TT|Nhiệm vụ|Nội dung|Đơn vị|Thời hạn\n2v>1|2v>Nâng cao nhận thức|Tổ chức hội nghị|Văn "
            "phòng HĐND và UBND|Tháng 11/2025\n"
            "Phát tờ rơi|Trung tâm Văn hóa|Tháng 12/2025",
            {"1 | Nâng cao nhận thức | Tổ chức hội nghị | Văn phòng HĐND và UBND |  | 2025-11-30",
             "1 | Nâng cao nhận thức | Phát tờ rơi | Trung tâm Văn hóa |  | 2025-12-31"},
            {}},
        // years that are ticked
        TableCase{"TickedYears",
                  "TT|Nhiệm vụ|Cơ quan chủ trì|2026|2027\n1|Xây dựng kho dữ liệu|Sở Khoa học và "
                  "Công nghệ|x|x",
                  {"1 |  | Xây dựng kho dữ liệu | Sở Khoa học và Công nghệ |  | 2027-12-31"},
                  {}}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    Groups, Tables,
    testing::Values(
        // letters over numerals over numbers
        TableCase{"Levels",
                  "TT|Nhiệm vụ|Chủ trì|Thời hạn\n4>A. NHIỆM VỤ CHUNG\nI|3>Hạ tầng\n1|Phủ "
                  "sóng|Phòng Kinh tế|2026\n"
                  "II|3>Dữ liệu\n2|Làm sạch dữ liệu|Công an xã|2026\nB|3>NHIỆM VỤ RIÊNG\n3|Khảo "
                  "sát|Thôn trưởng|2027",
                  {"1 | Hạ tầng | Phủ sóng | Phòng Kinh tế |  | 2026-12-31",
                   "2 | Dữ liệu | Làm sạch dữ liệu | Công an xã |  | 2026-12-31",
                   "3 | NHIỆM VỤ RIÊNG | Khảo sát | Thôn trưởng |  | 2027-12-31"},
                  {}},
        // the mark of a heading over all columns is no part of its text
        TableCase{
            "HeadingWithItsMark",
            "TT|Nhiệm vụ|Chủ trì|Thời hạn\n4>A. NHIỆM VỤ CHUNG\n1|Phủ sóng|Phòng Kinh tế|2026\n"
            "4>B. Về dữ liệu\n2|Làm sạch dữ liệu|Công an xã|2026",
            {"1 | NHIỆM VỤ CHUNG | Phủ sóng | Phòng Kinh tế |  | 2026-12-31",
             "2 | Về dữ liệu | Làm sạch dữ liệu | Công an xã |  | 2026-12-31"},
            {}},
        // a numbered row without unit and deadline heads its sub-rows; the next number ends it
        TableCase{"NumberedHeading",
                  "TT|Nhiệm vụ|Chủ trì|Thời hạn\n1|Hoàn thiện thể chế||\n1.1|Ban hành quy chế|Sở "
                  "Tư pháp|2026\n"
                  "1.2|Sửa quy định|Sở Tư pháp|2026\n2|Đào tạo cán bộ|Sở Nội vụ|2027",
                  {"1.1 | Hoàn thiện thể chế | Ban hành quy chế | Sở Tư pháp |  | 2026-12-31",
                   "1.2 | Hoàn thiện thể chế | Sửa quy định | Sở Tư pháp |  | 2026-12-31",
                   "2 |  | Đào tạo cán bộ | Sở Nội vụ |  | 2027-12-31"},
                  {}},
        // items a, b and dashes under a number
        TableCase{
            "Items",
            "TT|Nhiệm vụ|Chủ trì|Thời hạn\n1|Nâng cao kỹ năng||\na)|Tập huấn cán bộ|Sở Nội "
            "vụ|2026\nb)|Tập huấn người dân|Tỉnh đoàn|2026\n"
            "2|Bảo đảm an toàn||\n-|Phê duyệt cấp độ|Công an tỉnh|2026\n3|Sơ kết|Sở Nội vụ|2027",
            {"a | Nâng cao kỹ năng | Tập huấn cán bộ | Sở Nội vụ |  | 2026-12-31",
             "b | Nâng cao kỹ năng | Tập huấn người dân | Tỉnh đoàn |  | 2026-12-31",
             " | Bảo đảm an toàn | Phê duyệt cấp độ | Công an tỉnh |  | 2026-12-31",
             "3 |  | Sơ kết | Sở Nội vụ |  | 2027-12-31"},
            {}},
        // groups are numbered, and so are the rows of each
        TableCase{"RowsNumberedAnew",
                  "TT|Nhiệm vụ|Chủ trì|Thời hạn\n1|Nhận thức||\n1|Hội nghị|Văn phòng|2026\n2|Tờ "
                  "rơi|Văn phòng|2026\n"
                  "2|Hạ tầng||\n1|Cáp quang|Phòng Kinh tế|2026",
                  {"1 | Nhận thức | Hội nghị | Văn phòng |  | 2026-12-31",
                   "2 | Nhận thức | Tờ rơi | Văn phòng |  | 2026-12-31",
                   "1 | Hạ tầng | Cáp quang | Phòng Kinh tế |  | 2026-12-31"},
                  {}},
        // a row without unit and deadline that heads nothing is a task all the same
        TableCase{
            "BareTask",
            "TT|Nhiệm vụ|Chủ trì|Thời hạn\n1|Rà soát dữ liệu||\n2|Báo cáo|Văn phòng|2026",
            {"1 |  | Rà soát dữ liệu |  |  | none", "2 |  | Báo cáo | Văn phòng |  | 2026-12-31"},
            {}},
        // one lead for several rows, ditto marks, a dash for nobody
        TableCase{"LeadOverRows",
                  "TT|Nhiệm vụ|Chủ trì|Phối hợp|Thời hạn\n1|Việc một|2v>Công an xã|-|2026\n2|Việc "
                  "hai|Đoàn Thanh niên xã|nt\n"
                  "3|Việc ba|-nt-|Trạm Y tế xã|2027",
                  {"1 |  | Việc một | Công an xã |  | 2026-12-31",
                   "2 |  | Việc hai | Công an xã | Đoàn Thanh niên xã | 2026-12-31",
                   "3 |  | Việc ba | Công an xã | Trạm Y tế xã | 2027-12-31"},
                  {}},
        // totals and empty rows are no rows
        TableCase{
            "Totals",
            "TT|Nhiệm vụ|Chủ trì|Thời hạn\n|||\n1|Mua máy tính|Văn phòng|2026\n|Tổng cộng||\n",
            {"1 |  | Mua máy tính | Văn phòng |  | 2026-12-31"},
            {}},
        // one task, two units with their own times
        TableCase{"TaskOverRows",
                  "TT|Nhiệm vụ|Chủ trì|Thời hạn\n2v>1|2v>Số hóa tài liệu|Phòng Kinh tế|Quý "
                  "I/2026\nCông an xã|Quý II/2026",
                  {"1 |  | Số hóa tài liệu | Phòng Kinh tế; Công an xã |  | 2026-06-30"},
                  {}}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    Goals, Tables,
    testing::Values(
        // years under one heading
        TableCase{"Years",
                  "2v>TT|2v>Chỉ tiêu|2v>Đơn vị tính|2v>Hiện trạng 2024|3>Mục tiêu|2v>Đơn vị theo "
                  "dõi\n2025|2026|2030\n"
                  "1|Hộ dùng Internet|%|60|≥ 70|80|100|Phòng Kinh tế",
                  {},
                  {"1 |  | Hộ dùng Internet | >= 70 % | 2025 | Phòng Kinh tế",
                   "1 |  | Hộ dùng Internet | = 80 % | 2026 | Phòng Kinh tế",
                   "1 |  | Hộ dùng Internet | = 100 % | 2030 | Phòng Kinh tế"}},
        // "Mục tiêu" before a year is no name of goals
        TableCase{"GoalOfYear",
                  "TT|Chỉ tiêu|Mục tiêu năm 2026|Mục tiêu đến 2030\n1|Hộ dùng Internet|80%|100%",
                  {},
                  {"1 |  | Hộ dùng Internet | = 80 % | 2026 | ",
                   "1 |  | Hộ dùng Internet | = 100 % | 2030 | "}},
        // the unit in the heading, and in the indicator
        TableCase{"UnitInHeading",
                  "STT|Nội dung chỉ tiêu|Năm 2026 (%)|Đơn vị thực hiện\n1|Hồ sơ trực tuyến|80|Văn "
                  "phòng HĐND và UBND\n",
                  {},
                  {"1 |  | Hồ sơ trực tuyến | = 80 % | 2026 | Văn phòng HĐND và UBND"}},
        TableCase{"UnitInIndicator",
                  "STT|Tên chỉ tiêu|Chỉ tiêu giao năm 2026\n1|Tỷ lệ thôn có sóng 5G (%)|≥ 95\n",
                  {},
                  {"1 |  | Tỷ lệ thôn có sóng 5G (%) | >= 95 % | 2026 | "}},
        // quarters of a year
        TableCase{"Quarters",
                  "2v>TT|2v>Chỉ tiêu|2v>ĐVT|2>Năm 2026\nQuý I|Quý II\n1|Hồ sơ số hóa|hồ sơ|100|250",
                  {},
                  {"1 |  | Hồ sơ số hóa | = 100 hồ sơ | 2026-03 | ",
                   "1 |  | Hồ sơ số hóa | = 250 hồ sơ | 2026-06 | "}},
        // a time of its own is more exact than the year of the only column
        TableCase{"OwnTime",
                  "TT|Tiêu chí|Mức cần đạt năm 2026|Thời điểm|Đơn vị xác nhận\n1|Văn bản ký "
                  "số|100%|30/6/2026|Sở Nội vụ\n"
                  "2|Hồ sơ trễ hạn|< 2%||Văn phòng UBND tỉnh",
                  {},
                  {"1 |  | Văn bản ký số | = 100 % | 2026-06-30 | Sở Nội vụ",
                   "2 |  | Hồ sơ trễ hạn | < 2 % | 2026 | Văn phòng UBND tỉnh"}},
        // words for values
        TableCase{"Words",
                  "TT|Chỉ tiêu|Kết quả|Đơn vị\n1|Xã nông thôn mới|Đạt chuẩn|Phòng Kinh tế\n2|Xếp "
                  "hạng|Báo cáo|Phòng Kinh tế",
                  {},
                  {"1 |  | Xã nông thôn mới |  |  | Phòng Kinh tế",
                   "2 |  | Xếp hạng |  |  | Phòng Kinh tế"}},
        // "Đơn vị" is a unit of measure where its cells are none of bodies
        TableCase{"UnitColumn",
                  "TT|Chỉ tiêu|Đơn vị|Kế hoạch 2026\n1|Doanh nghiệp mới|doanh nghiệp|12\n2|Hộ "
                  "nghèo|%|≤ 3",
                  {},
                  {"1 |  | Doanh nghiệp mới | = 12 doanh nghiệp | 2026 | ",
                   "2 |  | Hộ nghèo | <= 3 % | 2026 | "}},
        // results are no goals
        TableCase{"Results",
                  "TT|Chỉ tiêu|ĐVT|Kế hoạch|Thực hiện|Đánh giá\n1|Hồ sơ trực tuyến|%|> "
                  "60|64,2|Đạt\n2|Hồ sơ số hóa|%|≥ 80|76,5|Chưa đạt",
                  {},
                  {}},
        // last year's plan is past, this year's is not
        TableCase{"PastAndNextYear",
                  "TT|Chỉ tiêu|ĐVT|Kế hoạch năm 2025|Ước thực hiện năm 2025|Kế hoạch năm "
                  "2026\n1|Hồ sơ trực tuyến|%|60|64|70",
                  {},
                  {"1 |  | Hồ sơ trực tuyến | = 70 % | 2026 | "}},
        // results to be filled in later
        TableCase{
            "EmptyResults",
            "TT|Chỉ tiêu|ĐVT|Chỉ tiêu giao năm 2026|Kết quả thực hiện\n1|Hồ sơ trực tuyến|%|70|",
            {},
            {"1 |  | Hồ sơ trực tuyến | = 70 % | 2026 | "}},
        // the goals of a heading row's sub-rows
        TableCase{"SubRows",
                  "TT|Chỉ tiêu|ĐVT|Năm 2026\n1|Tỷ lệ hồ sơ trực tuyến||\n-|Cấp tỉnh|%|90\n-|Cấp "
                  "xã|%|80\n2|Chữ ký số|%|50",
                  {},
                  {" | Tỷ lệ hồ sơ trực tuyến | Cấp tỉnh | = 90 % | 2026 | ",
                   " | Tỷ lệ hồ sơ trực tuyến | Cấp xã | = 80 % | 2026 | ",
                   "2 |  | Chữ ký số | = 50 % | 2026 | "}},
        // a total is no goal
        TableCase{
            "TotalOfGoals",
            "TT|Tiêu chí|Điểm tối đa|Mức phấn đấu\n1|Văn bản điện tử|10|100%\n|Tổng cộng|100|",
            {},
            {"1 |  | Văn bản điện tử | = 100 % |  | "}}),
    NameOf);

INSTANTIATE_TEST_SUITE_P(
    NoTables, Tables,
    testing::Values(
        // a list of people
        TableCase{"People", "TT|Họ và tên|Chức vụ|Ghi chú\n1|Nguyễn Văn An|Chủ tịch|", {}, {}},
        // tasks that were done
        TableCase{"ReportOfTasks",
                  "TT|Nhiệm vụ|Cơ quan chủ trì|Thời hạn|Kết quả thực hiện\n1|Ban hành kế hoạch|Văn "
                  "phòng|Tháng 6/2025|Đã hoàn thành\n"
                  "2|Tập huấn|Phòng Kinh tế|Tháng 7/2025|Đang thực hiện",
                  {},
                  {}},
        // money only
        TableCase{"Money", "TT|Nội dung|Kinh phí (triệu đồng)|Ghi chú\n1|Mua máy|120|", {}, {}}),
    NameOf);

// Pages of one table, each a grid of its own; "|" divides cells, "^" stands for a cell merged with
// the one above.
NormalizedText Pages(const std::vector<std::vector<std::string>>& pages) {
  NormalizedText text;
  for (size_t p = 0; p < pages.size(); ++p) {
    text.page_begin.push_back(static_cast<uint32_t>(text.text.size()));
    Table table;
    table.page = static_cast<int>(p) + 1;
    table.continues = p > 0;
    table.rows = static_cast<int>(pages[p].size());
    const auto begin = static_cast<uint32_t>(text.text.size());
    for (int r = 0; r < table.rows; ++r) {
      const std::string& line = pages[p][static_cast<size_t>(r)];
      int column = 0;
      for (size_t c = 0; c <= line.size(); ++column) {
        const size_t bar = std::min(line.find('|', c), line.size());
        const std::string_view cell = std::string_view(line).substr(c, bar - c);
        c = bar + 1;
        if (cell == "^") {
          for (Cell& above : table.cells) {
            if (above.column == column && above.row + above.row_span == r) ++above.row_span;
          }
          continue;
        }
        const auto at = static_cast<uint32_t>(text.text.size());
        text.text += cell;
        table.cells.push_back(
            {r, column, 1, 1, {at, static_cast<uint32_t>(text.text.size())}, false});
        text.text += '\n';
      }
      table.columns = std::max(table.columns, column);
    }
    table.span = {begin, static_cast<uint32_t>(text.text.size())};
    text.tables.push_back(std::move(table));
  }
  return text;
}

std::vector<std::string> TasksOfPages(const std::vector<std::vector<std::string>>& pages) {
  return ShowAll(rules::Assemble(Pages(pages), SourceFile(), ShippedRules()).tasks);
}

TEST(TablePages, TheHeadIsRepeatedOrNot) {
  const std::string head = "STT|Nhiệm vụ|Chủ trì|Thời hạn";
  const std::vector<std::string> rows = {"1 |  | Lập kế hoạch | Phòng Kinh tế |  | 2026-12-31",
                                         "2 |  | Kiểm tra | Công an xã |  | 2027-12-31"};
  EXPECT_EQ(
      TasksOfPages({{head, "1|Lập kế hoạch|Phòng Kinh tế|2026"}, {"2|Kiểm tra|Công an xã|2027"}}),
      rows);
  EXPECT_EQ(TasksOfPages({{head, "(1)|(2)|(3)|(4)", "1|Lập kế hoạch|Phòng Kinh tế|2026"},
                          {head, "(1)|(2)|(3)|(4)", "2|Kiểm tra|Công an xã|2027"}}),
            rows);
  EXPECT_EQ(TasksOfPages({{head, "1|Lập kế hoạch|Phòng Kinh tế|2026"},
                          {"STT|Nhiệm vụ|Chủ trì|Thời  hạn", "2|Kiểm tra|Công an xã|2027"}}),
            rows);
  // only the head fits on the first page
  EXPECT_EQ(
      TasksOfPages({{head}, {"1|Lập kế hoạch|Phòng Kinh tế|2026", "2|Kiểm tra|Công an xã|2027"}}),
      rows);
}

TEST(TablePages, ARowCutByThePage) {
  const std::string head = "STT|Nhiệm vụ|Chủ trì|Thời hạn";
  // a name cut in two, over three pages
  EXPECT_EQ(TasksOfPages({{head, "1|Xây dựng kho|Sở Khoa học và|2026"},
                          {"|dữ liệu dùng|Công nghệ|"},
                          {"|chung của tỉnh||", "2|Kiểm tra|Công an tỉnh|2027"}}),
            (std::vector<std::string>{"1 |  | Xây dựng kho dữ liệu dùng chung của tỉnh | Sở Khoa "
                                      "học và Công nghệ |  | 2026-12-31",
                                      "2 |  | Kiểm tra | Công an tỉnh |  | 2027-12-31"}));
  // a second body on the second page, below a repeated head
  EXPECT_EQ(
      TasksOfPages({{head, "1|Lập kế hoạch|Sở Tài chính|2026"}, {head, "||Sở Y tế|"}}),
      (std::vector<std::string>{"1 |  | Lập kế hoạch | Sở Tài chính; Sở Y tế |  | 2026-12-31"}));
  // a dash inside a name
  EXPECT_EQ(
      TasksOfPages({{head, "1|Lập kế hoạch|Phòng Văn hóa|2026"}, {"||- Xã hội|"}}),
      (std::vector<std::string>{"1 |  | Lập kế hoạch | Phòng Văn hóa - Xã hội |  | 2026-12-31"}));
  // the ordinal is printed in the middle of the row's height, on the second page
  EXPECT_EQ(
      TasksOfPages({{head, "|Xây dựng kho dữ liệu|Sở Nội vụ|"}, {"1|dùng chung của tỉnh||2026"}}),
      (std::vector<std::string>{
          "1 |  | Xây dựng kho dữ liệu dùng chung của tỉnh | Sở Nội vụ |  | 2026-12-31"}));
  // a new row without a number, in a table without ordinals
  EXPECT_EQ(TasksOfPages({{"Nhiệm vụ|Chủ trì|Thời hạn", "Lập kế hoạch.|Sở Nội vụ|2026"},
                          {"Kiểm tra|Công an tỉnh|2027"}}),
            (std::vector<std::string>{" |  | Lập kế hoạch. | Sở Nội vụ |  | 2026-12-31",
                                      " |  | Kiểm tra | Công an tỉnh |  | 2027-12-31"}));
}

TEST(TablePages, ACellMergedOverTwoPages) {
  const std::string head = "STT|Nhiệm vụ|Chủ trì|Thời hạn";
  EXPECT_EQ(TasksOfPages({{head, "1|Việc một|Công an xã|2026", "2|Việc hai|^|2026"},
                          {"3|Việc ba||2026", "4|Việc bốn|^|2026", "5|Việc năm|Trạm Y tế|2026"}}),
            (std::vector<std::string>{"1 |  | Việc một | Công an xã |  | 2026-12-31",
                                      "2 |  | Việc hai | Công an xã |  | 2026-12-31",
                                      "3 |  | Việc ba | Công an xã |  | 2026-12-31",
                                      "4 |  | Việc bốn | Công an xã |  | 2026-12-31",
                                      "5 |  | Việc năm | Trạm Y tế |  | 2026-12-31"}));
  // an empty cell of one row is nobody
  EXPECT_EQ(TasksOfPages({{head, "1|Việc một|Công an xã|2026"}, {"2|Việc hai||2026"}}),
            (std::vector<std::string>{"1 |  | Việc một | Công an xã |  | 2026-12-31",
                                      "2 |  | Việc hai |  |  | 2026-12-31"}));
}

// A task table in the body belongs to no annex; "Biểu dương" opens none.
TEST(TableAnnexes, OnlyHeadingsOpenAnnexes) {
  const std::string table =
      "<table><tr><td>TT</td><td>Nhiệm vụ</td><td>Chủ trì</td><td>Thời hạn</td></tr>"
      "<tr><td>1</td><td>Lập kế hoạch</td><td>Sở Nội vụ</td><td>2026</td></tr></table>\n";
  const struct {
    const char* heading;
    std::optional<std::string> annex;
  } rows[] = {
      {"Biểu dương các tập thể có thành tích.", std::nullopt},
      {"PHỤ LỤC", ""},
      {"Phụ lục số 02", "02"},
      {"PHỤ LỤC IV: PHÂN CÔNG NHIỆM VỤ", "IV"},
      {"BIỂU SỐ 1", "1"},
  };
  for (const auto& row : rows) {
    const Record record =
        ReadText("<p>KẾ HOẠCH</p>\n<p>Thực hiện nhiệm vụ năm 2026</p>\n<p>I. NHIỆM VỤ</p>\n<p>" +
                 std::string(row.heading) + "</p>\n" + table);
    ASSERT_FALSE(record.tasks.empty()) << row.heading;
    EXPECT_EQ(record.tasks.back().annex, row.annex) << row.heading;
  }
}

}  // namespace
}  // namespace congvan
