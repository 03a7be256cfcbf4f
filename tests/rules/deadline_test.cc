#include "rules/deadline.h"

#include <gtest/gtest.h>

#include <string>

namespace congvan::rules {
namespace {

const RuleSet& Rules() {
  static const RuleSet* rules = [] {
    auto loaded = RuleSet::Shipped();
    if (!loaded) ADD_FAILURE() << ToString(loaded.error());
    return loaded ? new RuleSet(std::move(*loaded)) : nullptr;
  }();
  CV_CHECK(rules != nullptr, "the shipped rules do not load");
  return *rules;
}

DeadlineContext Of2025() { return {MakeDate(2025, 10, 20)}; }

// "kind due every", "-" for null: one line to read and to compare.
std::string Brief(const Deadline& deadline) {
  return std::string(ToString(deadline.kind)) + " " + (deadline.due ? deadline.due->Iso() : "-") +
         " " + deadline.every.value_or("-");
}

struct CellRow {
  const char* cell;
  const char* expected;
};

TEST(DeadlineCell, ReadsWhatOfficesWrite) {
  const CellRow rows[] = {
      // days
      {"trước ngày 15/11/2025", "date 2025-11-15 -"},
      {"Hoàn thành trước ngày 20/12/2025", "date 2025-12-20 -"},
      {"Đến ngày 31/12/2025", "date 2025-12-31 -"},
      {"20-12-2025", "date 2025-12-20 -"},
      {"01.7.2025", "date 2025-07-01 -"},
      {"ngày 06 tháng 3 năm 2025", "date 2025-03-06 -"},
      {"Trước 30/6", "date - -"},  // the year left out: of the document's, it is over
      {"Trước 30/11", "date 2025-11-30 -"},
      {"ngày 30 tháng 11", "date 2025-11-30 -"},  // the same in words
      {"Chậm nhất ngày 05/01/2026", "date 2026-01-05 -"},
      {"15/12/26", "date 2026-12-15 -"},  // two digits of a year
      {"31/02/2025", "none - -"},         // no such day
      // months
      {"Tháng 12/2025", "month 2025-12-31 -"},
      {"6/2025", "month 2025-06-30 -"},
      {"Hoàn thành trong tháng 11/2025", "month 2025-11-30 -"},
      {"Tháng 02 năm 2028", "month 2028-02-29 -"},  // leap year
      {"tháng 12", "month 2025-12-31 -"},
      {"T11/2025", "month 2025-11-30 -"},
      {"Tháng 11, 12/2025", "month 2025-12-31 -"},  // one year for both
      {"10-12/2025", "period 2025-12-31 -"},        // months, not the 10th of December
      {"Tháng 10 - 12/2025", "period 2025-12-31 -"},
      {"Từ tháng 10/2025 đến tháng 3/2026", "period 2026-03-31 -"},
      {"12-2025", "month 2025-12-31 -"},
      {"9 tháng năm 2026", "period - -"},  // which nine
      {"Trong 02 tháng", "anchored - -"},  // from when
      {"Trong 6 tháng đầu năm 2026", "period 2026-06-30 -"},
      {"Tuần 1 tháng 12/2025", "month - -"},  // which day is anybody's guess
      {"Đầu tháng 12/2025", "month - -"},     // nor is there one here
      {"Cuối tháng 12/2025", "month 2025-12-31 -"},
      {"tháng 11 (năm 2026)", "month 2026-11-30 -"},
      {"Th12/2025", "month 2025-12-31 -"},
      {"tháng 3/26", "month 2026-03-31 -"},                  // two digits of a year
      {"từ tháng 6 - tháng 9/2026", "period 2026-09-30 -"},  // a beginning and an end
      // quarters and halves
      {"Hoàn thành trong quý IV/2025", "quarter 2025-12-31 -"},
      {"Quý III Năm 2026", "quarter 2026-09-30 -"},
      {"Quý 2/2026", "quarter 2026-06-30 -"},
      {"quý I", "quarter - -"},
      {"Quí III/2025", "quarter 2025-09-30 -"},  // the other spelling
      {"IV/2025", "quarter 2025-12-31 -"},
      {"Quý I/26", "quarter 2026-03-31 -"},
      {"Quý IV năm nay", "quarter 2025-12-31 -"},
      {"Đầu quý I/2026", "quarter - -"},
      {"Sáu tháng đầu năm 2026", "period 2026-06-30 -"},
      {"Quý III, IV/2025", "quarter 2025-12-31 -"},
      {"Quý IV/2025-Quý I/2026", "period 2026-03-31 -"},
      {"Quý IV/2025- Quý II/2026", "period 2026-06-30 -"},
      {"Quý I - II/2026", "period 2026-06-30 -"},
      {"6 tháng đầu năm", "period - -"},
      {"6 tháng đầu năm 2026", "period 2026-06-30 -"},
      {"06 tháng cuối năm 2025", "period 2025-12-31 -"},
      {"Thường xuyên trong 6 tháng cuối năm", "period 2025-12-31 -"},
      // years
      {"2025", "year 2025-12-31 -"},
      {"Năm 2026", "year 2026-12-31 -"},
      {"cuối năm 2025", "year 2025-12-31 -"},
      {"đến hết năm 2025", "year 2025-12-31 -"},
      {"đến 2030", "year 2030-12-31 -"},
      {"Cuối năm", "year 2025-12-31 -"},
      {"Trong năm", "year 2025-12-31 -"},
      {"Đầu năm 2026", "year - -"},  // no last day is named
      {"Hè 2026", "year - -"},
      {"Cuối năm 2025, đầu năm 2026", "year - -"},  // the last milestone has no day
      {"2026 ÷ 2030", "period 2030-12-31 -"},
      {"giai đoạn 2026-2030", "period 2030-12-31 -"},
      {"2025 - 2026", "period 2026-12-31 -"},
      {"Từ năm 2026 đến năm 2030", "period 2030-12-31 -"},
      {"Giai đoạn 2026-2030, tầm nhìn 2045", "period 2030-12-31 -"},
      {"Năm học 2025-2026", "period - -"},  // its last day is not said
      {"2025, 2026", "year 2026-12-31 -"},
      {"2025 và những năm tiếp theo", "ongoing - -"},  // no end
      {"Từ năm 2026", "ongoing - -"},                  // a beginning, no end
      {"Từ quý I/2026 trở đi", "ongoing - -"},
      // ongoing and recurring
      {"Thường xuyên", "ongoing - -"},
      {"Nhiệm vụ thường xuyên", "ongoing - -"},
      {"Nhiệm vụ\nthường xuyên.", "ongoing - -"},  // wrapped in its cell
      {"Thường xuyên, liên tục", "ongoing - -"},
      {"Thường xuyên đến năm 2030", "period 2030-12-31 -"},
      {"Hàng tháng", "recurring - month"},
      {"hằng quý", "recurring - quarter"},
      {"Hằng năm", "recurring - year"},
      {"hàng tuần", "recurring - week"},
      {"định kỳ hằng tháng, quý, năm", "recurring - month"},
      {"Định kỳ 6 tháng, năm", "recurring - half-year"},
      {"Định kỳ hằng quý, 06 tháng, 01 năm hoặc đột xuất (khi có yêu cầu)", "recurring - quarter"},
      {"định kỳ", "recurring - -"},
      {"6 tháng/lần", "recurring - half-year"},
      {"02 lần/năm", "recurring - half-year"},
      {"mỗi quý 01 lần", "recurring - quarter"},
      {"trước ngày 20 hằng tháng", "recurring - month"},
      {"ngày 15 tháng cuối quý", "recurring - quarter"},
      {"Trước ngày 25 của tháng cuối quý", "recurring - quarter"},
      {"30/6 hằng năm", "recurring - year"},
      {"trước ngày 30 tháng 11 hàng năm", "recurring - year"},
      {"Trước ngày 10/6 và ngày 10/12 hằng năm", "recurring - half-year"},
      {"Thường xuyên, hằng năm", "recurring - year"},
      {"Hằng ngày", "recurring - -"},  // no name for it in the record
      {"Thường niên", "recurring - year"},
      {"24/7", "ongoing - -"},  // no 24th of July
      {"Theo quý", "recurring - quarter"},
      {"Thường xuyên, theo quý", "recurring - quarter"},
      {"sáu tháng một lần", "recurring - half-year"},
      {"3 tháng một lần", "recurring - quarter"},
      {"Nửa năm một lần", "recurring - half-year"},
      {"mỗi quý ít nhất một lần", "recurring - quarter"},
      {"5 năm/lần", "recurring - -"},  // cycles without a name
      {"2 tuần/lần", "recurring - -"},
      {"01 tuần/lần", "recurring - week"},
      {"30/6; 31/12 hằng năm", "recurring - half-year"},
      {"Ngày 14 tháng cuối cùng của quý", "recurring - quarter"},
      {"Trước ngày 25 của tháng báo cáo", "recurring - -"},
      {"Tháng (trước ngày 20), quý (trước ngày 20 tháng cuối quý), năm (trước ngày 15/12)",
       "recurring - month"},
      {"Tháng 6 và tháng 12 hằng năm", "recurring - half-year"},
      {"Báo cáo quý, 6 tháng, năm", "recurring - quarter"},
      {"Hằng năm, chậm nhất ngày 17 tháng 12", "recurring - year"},  // of every year
      {"Hằng năm đến 2030", "recurring 2030-12-31 year"},
      // others' papers, events, requests
      {"Theo Kế hoạch của tỉnh", "per_plan - -"},
      {"Theo tiến độ của tỉnh", "per_plan - -"},
      {"Theo Kế hoạch số 12/KH-UBND ngày 01/4/2025 của UBND tỉnh", "per_plan - -"},
      {"Sau khi có hướng dẫn của tỉnh", "per_plan - -"},
      {"Chờ hướng dẫn của Bộ", "per_plan - -"},
      {"Sau khi được cấp kinh phí", "per_plan - -"},
      {"Trong vòng 01 tháng", "anchored - -"},
      {"Ngay sau khi tỉnh ban hành Kế hoạch", "per_plan - -"},
      {"Quý IV/2025 (theo Kế hoạch của tỉnh)", "quarter 2025-12-31 -"},
      {"10 ngày kể từ ngày ban hành", "anchored - -"},
      {"Trong vòng 15 ngày làm việc kể từ ngày nhận được văn bản", "anchored - -"},
      {"Chậm nhất 05 ngày làm việc sau khi kết thúc hội nghị", "anchored - -"},
      {"theo yêu cầu", "on_request - -"},
      {"Khi có yêu cầu", "on_request - -"},
      {"Khi phát sinh", "on_request - -"},
      {"Tuỳ tình hình thực tế", "on_request - -"},  // the newer tone placement
      {"Thường xuyên hoặc đột xuất theo yêu cầu", "ongoing - -"},
      // several milestones: the last day, the shortest cycle
      {"Quý IV/2025; Quý I/2026", "quarter 2026-03-31 -"},
      {"Khởi động quý IV/2026; báo cáo quý II/2027; cập nhật hằng quý đến 2030",
       "recurring 2030-12-31 quarter"},
      {"Xây dựng: 30/6/2026; ban hành: 31/12/2026", "date 2026-12-31 -"},
      // nothing about time
      {"", "none - -"},
      {"Phòng Kinh tế", "none - -"},
      {"Đã hoàn thành (tháng 8/2025)", "none - -"},  // a result
      {"số 57-NQ/TW ngày 22/12/2024", "none - -"},   // a citation's date
  };
  for (const CellRow& row : rows)
    EXPECT_EQ(Brief(ReadDeadlineCell(row.cell, Of2025(), Rules())), row.expected) << row.cell;
}

TEST(DeadlineCell, KeepsTheTextAndInventsNoYear) {
  const Deadline wrapped = ReadDeadlineCell("Hoàn thành\ntrong quý IV/2025.", Of2025(), Rules());
  EXPECT_EQ(wrapped.text, "Hoàn thành trong quý IV/2025");
  EXPECT_EQ(ReadDeadlineCell(" \n ", Of2025(), Rules()).text, std::nullopt);
  const Deadline unread = ReadDeadlineCell("như trên", Of2025(), Rules());
  EXPECT_EQ(unread.text, "như trên");
  EXPECT_EQ(unread.kind, DeadlineKind::kNone);
  const Deadline undated = ReadDeadlineCell("tháng 12", {}, Rules());  // no document date either
  EXPECT_EQ(Brief(undated), "month - -");
}

TEST(DeadlineCell, TakesTheYearThatTheDocumentPlans) {
  const DeadlineContext next_year{MakeDate(2025, 12, 26), 2026};
  EXPECT_EQ(Brief(ReadDeadlineCell("Quý I", next_year, Rules())), "quarter 2026-03-31 -");
  EXPECT_EQ(Brief(ReadDeadlineCell("trước 15/01", next_year, Rules())), "date 2026-01-15 -");
  EXPECT_EQ(Brief(ReadDeadlineCell("31/12/2025", next_year, Rules())), "date 2025-12-31 -");
  EXPECT_EQ(Brief(ReadDeadlineCell("31/12/26", next_year, Rules())), "date 2026-12-31 -");
}

TEST(PlanYear, IsTheOneYearThatATitleNames) {
  const std::pair<const char*, int> rows[] = {
      {"Chuyển đổi số năm 2026 trên địa bàn xã", 2026},
      {"THỰC HIỆN CẢI CÁCH HÀNH CHÍNH NĂM 2026", 2026},
      {"Thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024", 0},
      {"Công tác năm 2026 theo Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024", 2026},
      {"Phát triển hạ tầng số đến năm 2030, tầm nhìn đến năm 2045", 0},
      {"Chuyển đổi số giai đoạn 2026 - 2030", 0},
      {"Chuyển đổi số năm 2025 và năm 2026", 0},
      {"Tổng kết năm 2025, nhiệm vụ năm 2026", 0},
  };
  for (const auto& [title, year] : rows) EXPECT_EQ(ReadPlanYear(title, Rules()), year) << title;
}

TEST(Deadline, EveryTruncationIsReadWithoutFault) {
  const std::string text =
      "Hoàn thành trước ngày 15/11/2025; định kỳ hằng tháng, quý, năm hoặc đột xuất (khi có yêu "
      "cầu); Quý "
      "IV/2025-Quý I/2026, giai đoạn 2026-2030, trong 10 ngày kể từ ngày ban hành, đến hết năm "
      "2030.";
  for (size_t size = 0; size <= text.size(); ++size) {
    const std::string_view cut = std::string_view(text).substr(0, size);
    const ProseDeadline read = ReadDeadlineInProse(cut, Of2025(), Rules());
    EXPECT_LE(read.begin, read.end);
    EXPECT_LE(read.end, cut.size());
    ReadDeadlineCell(cut, Of2025(), Rules());
    ReadMilestone(cut, Rules());
  }
}

struct ProseRow {
  const char* prose;
  const char* expected;
  const char* text;
};

TEST(DeadlineInProse, FindsWhatTheSentenceSets) {
  const ProseRow rows[] = {
      {"Hoàn thành và gửi về Văn phòng HĐND và UBND xã trước ngày 15/11/2025.", "date 2025-11-15 -",
       "trước ngày 15/11/2025"},
      {"Xây dựng kế hoạch, hoàn thành trước ngày 30 tháng 11 năm 2025.", "date 2025-11-30 -",
       "trước ngày 30 tháng 11 năm 2025"},
      {"Rà soát danh mục, hoàn thành trong quý IV/2025.", "quarter 2025-12-31 -",
       "trong quý IV/2025"},
      {"Ban hành kế hoạch trong tháng 12/2025", "month 2025-12-31 -", "trong tháng 12/2025"},
      {"Rà soát hạ tầng, hoàn thành trước 31/12/26.", "date 2026-12-31 -", "trước 31/12/26"},
      {"Rà soát hạ tầng, xong trước ngày 30/6/27.", "date 2027-06-30 -", "trước ngày 30/6/27"},
      {"Nhân rộng mô hình trong năm 2026.", "year 2026-12-31 -", "trong năm 2026"},
      {"Phấn đấu đến hết năm 2025, 100% hồ sơ được số hóa", "year 2025-12-31 -",
       "đến hết năm 2025"},
      {"Tập huấn cho cán bộ (Thời gian thực hiện: Quý I/2026).", "quarter 2026-03-31 -",
       "Quý I/2026"},
      {"Báo cáo về Sở Nông nghiệp và Môi trường chậm nhất ngày 17 tháng 12.", "date 2025-12-17 -",
       "chậm nhất ngày 17 tháng 12"},
      {"Nhiệm vụ này hoàn thành chậm nhất là ngày 31 tháng 3 năm 2026.", "date 2026-03-31 -",
       "chậm nhất là ngày 31 tháng 3 năm 2026"},
      {"Số hóa hồ sơ. Thời hạn hoàn thành: trước 30/6/2026.", "date 2026-06-30 -",
       "trước 30/6/2026"},
      {"Đến hết tháng 6 năm 2026 hoàn thành số hóa hồ sơ.", "month 2026-06-30 -",
       "Đến hết tháng 6 năm 2026"},
      {"Hoàn thành số hóa hồ sơ vào quý II/2026.", "quarter 2026-06-30 -", "vào quý II/2026"},
      {"Từ nay đến hết năm 2025, tập trung rà soát.", "year 2025-12-31 -",
       "Từ nay đến hết năm 2025"},
      {"Hoàn thành rà soát trong tháng 11/2025, báo cáo UBND xã trước ngày 05/12/2025.",
       "date 2025-12-05 -", "trước ngày 05/12/2025"},
      // recurring duties
      {"Định kỳ 6 tháng, 01 năm báo cáo kết quả.", "recurring - half-year",
       "Định kỳ 6 tháng, 01 năm"},
      {"Báo cáo về UBND tỉnh trước ngày 15/6 và 15/12 hằng năm.", "recurring - half-year",
       "trước ngày 15/6 và 15/12 hằng năm"},
      {"Tổng hợp kết quả, báo cáo định kỳ hằng tháng, quý, năm gửi Thường trực Đảng ủy",
       "recurring - month", "định kỳ hằng tháng, quý, năm"},
      {"Định kỳ hằng tháng, hằng quý, 06 tháng, 01 năm hoặc đột xuất (khi có yêu cầu) báo cáo UBND "
       "xã",
       "recurring - month",
       "Định kỳ hằng tháng, hằng quý, 06 tháng, 01 năm hoặc đột xuất (khi có yêu cầu)"},
      {"Làm đầu mối theo dõi; định kỳ báo cáo kết quả về UBND xã.", "recurring - -", "định kỳ"},
      {"yêu cầu các sở triển khai; định kỳ trước ngày 30 tháng 11 hàng năm báo cáo kết quả",
       "recurring - year", "định kỳ trước ngày 30 tháng 11 hàng năm"},
      {"Hằng năm, tổ chức kiểm tra, đánh giá tình hình", "recurring - year", "Hằng năm"},
      {"Tổng hợp, báo cáo trước ngày 20 hằng tháng.", "recurring - month",
       "trước ngày 20 hằng tháng"},
      {"Đôn đốc triển khai, định kỳ hàng năm báo cáo kết quả chậm nhất ngày 17 tháng 12.",
       "recurring - year", "định kỳ hàng năm"},
      {"Định kỳ 6 tháng báo cáo về Bộ trước ngày 15 tháng 6 và trước ngày 01 tháng 12 để tổng hợp.",
       "recurring - half-year", "Định kỳ 6 tháng"},
      {"Báo và Phát thanh, truyền hình tỉnh hằng tuần phát sóng chuyên mục.", "recurring - week",
       "hằng tuần"},
      {"Sở tổng hợp, báo cáo UBND tỉnh hằng tuần cho đến khi hoàn thành.", "recurring - week",
       "hằng tuần"},
      {"Trung tâm cập nhật số liệu hồ sơ trực tuyến hằng ngày, công khai tại trụ sở.",
       "recurring - -", "hằng ngày"},
      {"Hướng dẫn người cao tuổi vào các ngày thứ Hai, thứ Sáu hằng tuần.", "recurring - week",
       "vào các ngày thứ Hai, thứ Sáu hằng tuần"},
      {"Cập nhật tiến độ trên hệ thống trước 17h00 thứ Sáu hằng tuần.", "recurring - week",
       "trước 17h00 thứ Sáu hằng tuần"},
      {"Hướng dẫn chi bộ sinh hoạt chuyên đề, sáu tháng một lần.", "recurring - half-year",
       "sáu tháng một lần"},
      {"Theo dõi, đôn đốc, định kỳ sáu tháng báo cáo Ban Thường vụ.", "recurring - half-year",
       "định kỳ sáu tháng"},
      {"Văn phòng hằng tháng tổng hợp kết quả, báo cáo Chủ tịch UBND xã.", "recurring - month",
       "hằng tháng"},
      {"Các thôn gửi kết quả về UBND xã trước ngày 25 hằng tháng để tổng hợp.", "recurring - month",
       "trước ngày 25 hằng tháng"},
      {"Báo cáo hằng tháng (trước ngày 20), hằng quý (trước ngày 20 tháng cuối quý) và hằng năm "
       "(trước ngày 15/12).",
       "recurring - month",
       "hằng tháng (trước ngày 20), hằng quý (trước ngày 20 tháng cuối quý) và hằng năm (trước "
       "ngày 15/12)"},
      {"Định kỳ (6 tháng, năm) báo cáo kết quả thực hiện gửi Sở.", "recurring - half-year",
       "Định kỳ (6 tháng, năm)"},
      // ongoing
      {"Thường xuyên tuyên truyền, quán triệt Nghị quyết số 57-NQ/TW", "ongoing - -",
       "Thường xuyên"},
      {"Các phòng chuyên môn, cơ quan, đơn vị thường xuyên quán triệt các quy định.", "ongoing - -",
       "thường xuyên"},
      {"Duy trì thường xuyên việc cập nhật dữ liệu.", "ongoing - -", "thường xuyên"},
      // waiting for something
      {"Theo tiến độ của tỉnh, triển khai hạ tầng 5G.", "per_plan - -", "Theo tiến độ của tỉnh"},
      {"Trong thời hạn 10 ngày kể từ ngày Kế hoạch được ban hành, các đơn vị xây dựng kế hoạch.",
       "anchored - -", "Trong thời hạn 10 ngày kể từ ngày Kế hoạch được ban hành"},
      {"Ngay sau khi tỉnh ban hành Kế hoạch, tham mưu UBND xã tổ chức thực hiện.", "per_plan - -",
       "Ngay sau khi tỉnh ban hành Kế hoạch"},
      {"Nâng cấp mạng đến cấp xã theo lộ trình của Bộ Khoa học và Công nghệ.", "per_plan - -",
       "theo lộ trình của Bộ Khoa học và Công nghệ"},
      {"Tham mưu báo cáo UBND tỉnh sau khi có đủ số liệu của các đơn vị.", "per_plan - -",
       "sau khi có đủ số liệu của các đơn vị"},
      {"Giám sát việc thực hiện Kế hoạch; tham gia ý kiến khi có yêu cầu.", "on_request - -",
       "khi có yêu cầu"},
      // without a preposition, in brackets, behind a colon
      {"Hoàn thành Quý II/2026.", "quarter 2026-06-30 -", "Quý II/2026"},
      {"Nâng cấp hệ thống (quý IV/2025).", "quarter 2025-12-31 -", "quý IV/2025"},
      {"Số hóa sổ hộ tịch (hoàn thành: tháng 12/2025).", "month 2025-12-31 -", "tháng 12/2025"},
      {"Tổ chức đợt cao điểm từ tháng 11/2025 đến tháng 3/2026.", "period 2026-03-31 -",
       "từ tháng 11/2025 đến tháng 3/2026"},
      {"Tổ chức tổng kết vào cuối năm 2030.", "year 2030-12-31 -", "vào cuối năm 2030"},
      {"Duy trì kết nối đến hết năm 2026.", "year 2026-12-31 -", "đến hết năm 2026"},
      // a day beats a habit, the habit's cycle stays known
      {"Thường xuyên rà soát hồ sơ; hoàn thành số hóa trước ngày 31/12/2025.", "date 2025-12-31 -",
       "trước ngày 31/12/2025"},
  };
  for (const ProseRow& row : rows) {
    const ProseDeadline read = ReadDeadlineInProse(row.prose, Of2025(), Rules());
    EXPECT_EQ(Brief(read.deadline), row.expected) << row.prose;
    EXPECT_EQ(read.deadline.text.value_or("(none)"), row.text) << row.prose;
    EXPECT_FALSE(read.rule.empty()) << row.prose;
    EXPECT_EQ(std::string(row.prose).substr(read.begin, read.end - read.begin), row.text);
  }
}

TEST(DeadlineInProse, LeavesAloneWhatSetsNone) {
  const char* rows[] = {
      "Triển khai Kế hoạch số 12/KH-UBND ngày 01/4/2025 của UBND tỉnh.",      // a citation's date
      "Thực hiện quy hoạch hạ tầng trong các khu công nghiệp đến năm 2030.",  // a name's period
      "Xây dựng chiến lược kinh tế biển đến năm 2030, tầm nhìn đến năm 2045.",
      "Lồng ghép vào kế hoạch phát triển kinh tế - xã hội 5 năm và hàng năm của địa phương.",
      "Bố trí kinh phí thường xuyên cho hoạt động chuyển đổi số.",
      "Phân bổ kế hoạch đầu tư công trung hạn, hằng năm từ nguồn vốn ngân sách.",
      "Hướng dẫn các trường tự kiểm tra, thường xuyên cập nhật thông tin.",
      "Phát sóng định kỳ, kết hợp đẩy mạnh tuyên truyền.",
      "Nâng cao vai trò người đứng đầu. Thường xuyên theo dõi, kiểm tra việc thực hiện.",
      "Đánh giá kết quả thực hiện trong quý III/2025.",  // over when the paper is written
      "Tính đến ngày 30/9/2025, toàn xã đã số hóa 62% hồ sơ.",
      "Quyết định này có hiệu lực kể từ ngày 01/12/2025.",
      "Thực hiện thắng lợi các nhiệm vụ năm 2025 và trong thời gian tới.",
      "Phát triển các nền tảng trong giai đoạn mới.",
      // the cycle is the noun's
      "Bố trí ít nhất 3% tổng chi ngân sách hằng năm cho khoa học, công nghệ.",
      "Trực hỗ trợ người dân tại các phiên chợ hằng tuần.",
      "Đưa kết quả vào tiêu chí xếp loại cán bộ, công chức hằng năm.",
      "Đưa việc thực hiện vào nghị quyết lãnh đạo hằng tháng, hằng quý của chi bộ.",
      "Phục vụ đời sống hằng ngày của người dân.",
      "Chi trả lương hưu, trợ cấp hằng tháng qua tài khoản.",
      "Công bố chỉ số cải cách hành chính hằng năm.",
      // how a case is handled, how the work is done
      "Giải quyết hồ sơ trong vòng 3 ngày làm việc kể từ ngày nhận đủ hồ sơ.",
      "Bảo đảm thực hiện đúng tiến độ theo lộ trình.",
      "Đào tạo nguồn nhân lực theo yêu cầu của doanh nghiệp.",
      "Khắc phục các nhiệm vụ chưa hoàn thành năm 2025.",
      "Vận hành hệ thống 24/7.",
      "",
  };
  for (const char* prose : rows) {
    const ProseDeadline read = ReadDeadlineInProse(prose, Of2025(), Rules());
    EXPECT_EQ(read.deadline, Deadline{}) << prose << " -> " << read.deadline.text.value_or("");
  }
}

// "op day", "-" for null.
TEST(DeadlineCell, TellsTheDayFromTheDayBefore) {
  const CellRow rows[] = {
      {"trước ngày 15/11/2025", "< -"},
      {"Xong trước 30/6/2026", "< -"},
      {"Chậm nhất ngày 05/01/2026", "<= -"},
      {"Trước 17 giờ 00 ngày 05/01/2026", "<= -"},  // on that day it is still in time
      {"31/12/2025", "<= -"},
      {"Từ ngày 01/11/2025 đến 31/12/2025", "<= -"},
      {"Hoàn thành dự thảo tháng 11/2025; trình trước ngày 20/12/2025", "< -"},
      {"Trước tháng 6/2026", "- -"},  // no day
      {"Năm 2026", "- -"},
      {"trước ngày 20 hằng tháng", "< 20"},
      {"Trước 25 hằng tháng", "< 25"},
      {"Báo cáo tháng: trước ngày 20; báo cáo quý: trước ngày 25 tháng cuối quý", "< 20"},
      {"ngày 15 tháng cuối quý", "<= 15"},
      {"tháng (trước ngày 20), quý (trước ngày 25 tháng cuối quý)", "< 20"},  // of the shortest
      {"Trước 15/12 hằng năm", "< -"},  // the day of a year is not one of a month
      {"Hằng quý", "- -"},
      {"Thường xuyên", "- -"},
  };
  for (const CellRow& row : rows) {
    const Deadline read = ReadDeadlineCell(row.cell, Of2025(), Rules());
    const std::string brief =
        read.op.value_or("-") + " " + (read.day ? std::to_string(*read.day) : std::string("-"));
    EXPECT_EQ(brief, row.expected) << row.cell;
  }
}

std::string Listed(const std::vector<Milestone>& milestones) {
  std::string out;
  for (const Milestone& m : milestones) {
    out += (out.empty() ? "" : " | ") + m.text + ": " + std::string(ToString(m.kind)) + " " +
           (m.due ? m.due->Iso() : "-") + " " + m.every.value_or("-");
  }
  return out;
}

TEST(DeadlineCell, ListsSeveralMilestones) {
  const CellRow rows[] = {
      {"Khởi động quý IV/2026; báo cáo quý II/2027; cập nhật hằng quý đến 2030",
       "Khởi động quý IV/2026: quarter 2026-12-31 - | báo cáo quý II/2027: quarter 2027-06-30 - | "
       "cập nhật hằng quý đến 2030: recurring 2030-12-31 quarter"},
      {"- Tháng 3/2026: trình dự thảo\n- Tháng 6/2026: ban hành",
       "Tháng 3/2026: trình dự thảo: month 2026-03-31 - | "
       "Tháng 6/2026: ban hành: month 2026-06-30 -"},
      {"Dự thảo tháng 3/2026, trình duyệt tháng 5/2026",
       "Dự thảo tháng 3/2026: month 2026-03-31 - | trình duyệt tháng 5/2026: month 2026-05-31 -"},
      {"Tháng 3/2026: khảo sát, lập dự toán, tháng 5/2026: triển khai",
       "Tháng 3/2026: khảo sát, lập dự toán: month 2026-03-31 - | "
       "tháng 5/2026: triển khai: month 2026-05-31 -"},
      {"trước ngày 30/11/2025 và hằng năm",
       "trước ngày 30/11/2025: date 2025-11-30 - | hằng năm: recurring - year"},
      {"Giai đoạn 1: 2026; giai đoạn 2: 2027-2030",
       "Giai đoạn 1: 2026: year 2026-12-31 - | giai đoạn 2: 2027-2030: period 2030-12-31 -"},
      {"Thường xuyên; tổng kết tháng 12/2026",
       "Thường xuyên: ongoing - - | tổng kết tháng 12/2026: month 2026-12-31 -"},
      // one point, or one span
      {"Quý IV/2025-Quý I/2026", ""},
      {"Từ ngày 01/11/2025\nđến ngày 31/12/2025", ""},
      {"Thường xuyên\nnăm 2026", ""},
      {"Hằng quý, năm 2026", ""},
      {"2025 và những năm tiếp theo", ""},
      {"Tháng 11, 12/2025", ""},
      {"định kỳ hằng tháng, quý, năm", ""},
      {"", ""},
  };
  for (const CellRow& row : rows) {
    EXPECT_EQ(Listed(ReadDeadlineCell(row.cell, Of2025(), Rules()).milestones), row.expected)
        << row.cell;
  }
}

TEST(DeadlineInProse, ListsSeveralMilestones) {
  const auto read = [](std::string_view prose) {
    return Listed(ReadDeadlineInProse(prose, Of2025(), Rules()).deadline.milestones);
  };
  EXPECT_EQ(read("Xây dựng đề án, trình dự thảo trước ngày 15/11/2025; triển khai trong "
                 "tháng 12/2025."),
            "trước ngày 15/11/2025: date 2025-11-15 - | "
            "trong tháng 12/2025: month 2025-12-31 -");
  EXPECT_EQ(read("Ban hành đề án trước ngày 15/11/2025."), "");
}

TEST(DeadlineInProse, WordsOfADayThatNoCalendarHasAreKept) {
  const struct {
    const char *prose, *text;
  } rows[] = {
      {"Báo cáo trước ngày 31/02/2026.", "trước ngày 31/02/2026"},
      {"Hoàn thành chậm nhất ngày 31/6.", "chậm nhất ngày 31/6"},
      {"Rà soát, xong trước ngày 30 tháng 02 năm 2026.", "trước ngày 30 tháng 02 năm 2026"},
      {"Tổng hợp trong tháng 13/2026.", "trong tháng 13/2026"},
  };
  for (const auto& row : rows) {
    const Deadline read = ReadDeadlineInProse(row.prose, Of2025(), Rules()).deadline;
    EXPECT_EQ(read.text, row.text);
    EXPECT_EQ(read.kind, DeadlineKind::kNone) << row.prose;
    EXPECT_EQ(read.due, std::nullopt) << row.prose;
  }
}

TEST(Milestone, OfHeadingsAndColumns) {
  const CellRow rows[] = {
      {"Đến năm 2025", "2025"},
      {"1. Mục tiêu đến hết năm 2030", "2030"},
      {"Năm 2026", "2026"},
      {"a) Năm 2026:", "2026"},
      {"2030", "2030"},
      {"Tầm nhìn đến năm 2045", "2045"},
      {"TẦM NHÌN ĐẾN NĂM 2045", "2045"},
      {"Giai đoạn 2026-2030", "2030"},
      {"2. Mục tiêu cụ thể đến năm 2035", "2035"},
      {"Chỉ tiêu năm 2026", "2026"},
      {"Đến 30/6/2026", "2026-06-30"},
      {"Đến hết tháng 6/2026", "2026-06"},
      {"6 tháng đầu năm 2026", "2026-06"},
      {"Tháng 6/2026", "2026-06"},
      {"Đến quý II/2026", "2026-06"},
      {"Hiện trạng năm 2024", "-"},  // how things are, not how they shall be
      {"Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024", "-"},
      {"Về phát triển hạ tầng", "-"},
      {"", "-"},
  };
  for (const CellRow& row : rows)
    EXPECT_EQ(ReadMilestone(row.cell, Rules()).value_or("-"), row.expected) << row.cell;
}

}  // namespace
}  // namespace congvan::rules
