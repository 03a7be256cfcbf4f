// How certain a value is: from counts, and from what is odd about it.
#include "rules/confidence.h"

#include <gtest/gtest.h>

#include <string>

#include "support/read_text.h"

namespace congvan::rules {
namespace {

Confidence Counted(const std::string& lines) {
  auto read = Confidence::Parse("confidence.tsv", lines);
  EXPECT_TRUE(read.has_value()) << (read ? "" : ToString(read.error()));
  return read.value_or(Confidence());
}

TEST(Confidence, KnowsNothingWithoutCounts) {
  EXPECT_DOUBLE_EQ(Confidence().Of("tasks.lead", "agencies", ""), 0.5);
}

TEST(Confidence, IsTheShareThatWasRight) {
  const Confidence counted = Counted("tasks.lead\ta\t-\t900\t100\ntasks.lead\tb\t-\t100\t900\n");
  EXPECT_NEAR(counted.Of("tasks.lead", "a", ""), 0.9, 0.01);
  EXPECT_NEAR(counted.Of("tasks.lead", "b", ""), 0.1, 0.01);
}

TEST(Confidence, OfARuleThatWasNeverCountedIsThatOfItsField) {
  const Confidence counted = Counted("tasks.lead\ta\t-\t950\t50\ntargets.by\tc\t-\t100\t900\n");
  EXPECT_NEAR(counted.Of("tasks.lead", "of-a-user", ""), 0.95, 0.01);
  EXPECT_NEAR(counted.Of("targets.by", "of-a-user", ""), 0.1, 0.01);
}

TEST(Confidence, FewCountsMoveItLittle) {
  const Confidence counted = Counted("f\ta\t-\t990\t10\nf\tb\t-\t0\t1\n");
  EXPECT_GT(counted.Of("f", "b", ""), 0.7);
  EXPECT_LT(counted.Of("f", "b", ""), counted.Of("f", "a", ""));
}

TEST(Confidence, ACircumstanceCountsElsewhereToo) {
  const Confidence counted = Counted("f\ta\t-\t500\t5\nf\ta\tcut\t10\t40\ng\tb\t-\t500\t5\n");
  EXPECT_LT(counted.Of("f", "a", "cut"), 0.3);
  EXPECT_LT(counted.Of("g", "b", "cut"), counted.Of("g", "b", "") - 0.2);
}

TEST(Confidence, StaysBetweenItsEnds) {
  const Confidence counted = Counted("f\ta\t-\t1000000\t0\ng\tb\tcut\t0\t1000000\n");
  for (const char* field : {"f", "g"}) {
    for (const char* circumstance : {"", "cut"}) {
      const double of = counted.Of(field, "a", circumstance);
      EXPECT_TRUE(of > 0 && of < 1) << field << " " << circumstance << " " << of;
    }
  }
}

TEST(Confidence, RefusesAWrongLineAndSaysWhere) {
  for (const char* text :
       {"# ok\nf\ta\t-\t1\n", "# ok\nf\ta\t-\t1\tx\n", "# ok\nf\ta\t-\t-1\t2\n"}) {
    const auto read = Confidence::Parse("confidence.tsv", text);
    ASSERT_FALSE(read.has_value()) << text;
    EXPECT_TRUE(read.error().what.starts_with("2:1:")) << read.error().what;
  }
}

TEST(Confidence, OfTheShippedRulesIsCounted) {
  const Confidence& counted = ShippedRules().confidence();
  EXPECT_GT(counted.Of("document.symbol", "layout.so-ky-hieu", ""), 0.9);
  EXPECT_LT(counted.Of("tasks.lead", "columns.chu-tri", "time-as-body"), 0.7);
}

const Evidence* EvidenceOf(const Record& record, const std::string& field) {
  for (const Evidence& evidence : record.evidence) {
    if (evidence.field == field) return &evidence;
  }
  return nullptr;
}

// The circumstance of a field in an annex with one task.
std::string CircumstanceOf(const std::string& field, const std::string& task,
                           const std::string& lead, const std::string& deadline) {
  const Record record = ReadText(
      "<p>ỦY BAN NHÂN DÂN</p><p>XÃ ĐỒNG CHUÔNG</p><p>Số: 12/KH-UBND</p>"
      "<p>Đồng Chuông, ngày 10 tháng 3 năm 2025</p><p>KẾ HOẠCH</p><p>Thực hiện chuyển đổi số</p>"
      "<p>PHỤ LỤC I</p><p>DANH MỤC NHIỆM VỤ</p><table><tr><td>STT</td><td>Nội dung</td>"
      "<td>Cơ quan chủ trì</td><td>Thời hạn</td></tr><tr><td>1</td><td>" +
      task + "</td><td>" + lead + "</td><td>" + deadline + "</td></tr></table>");
  const Evidence* evidence = EvidenceOf(record, field);
  if (evidence == nullptr) return "no evidence";
  EXPECT_GT(evidence->confidence, 0) << field;
  EXPECT_LT(evidence->confidence, 1) << field;
  return evidence->circumstance.empty() ? "-" : evidence->circumstance;
}

TEST(Circumstances, AreWhatIsOddAboutAValue) {
  const std::string work = "Xây dựng cơ sở dữ liệu dùng chung", body = "Phòng Kinh tế";
  EXPECT_EQ(CircumstanceOf("tasks[0].lead[0]", work, body, "Tháng 6/2025"), "-");
  EXPECT_EQ(CircumstanceOf("tasks[0].lead[0]", work, "Hết năm 2026", "Tháng 6/2025"),
            "time-as-body");
  EXPECT_EQ(CircumstanceOf("tasks[0].lead[0]", work, "Phòng", "Tháng 6/2025"), "one-word");
  EXPECT_EQ(CircumstanceOf("tasks[0].lead[0]", work, "Phòng Kinh tế; Công an xã", "2025"),
            "one-of-several");
  EXPECT_EQ(CircumstanceOf("tasks[0].text", work + " (giai đoạn 2", body, "2025"), "unbalanced");
  EXPECT_EQ(CircumstanceOf("tasks[0].text", work + " của", body, "2025"), "cut");
  EXPECT_EQ(CircumstanceOf("tasks[0].text", "xây dựng cơ sở dữ liệu", body, "2025"),
            "small-letter");
  EXPECT_EQ(CircumstanceOf("tasks[0].deadline", work, body, "Tháng 6/2025"), "-");
  EXPECT_EQ(CircumstanceOf("tasks[0].deadline", work, body, "Tháng 6/2024"), "out-of-time");
}

}  // namespace
}  // namespace congvan::rules
