// How certain a value is: from counts, and from what is odd about it.
#include "rules/confidence.h"

#include <gtest/gtest.h>

#include <string>

#include "rules/proposals.h"
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
  const Confidence counted =
      Counted("tasks.lead\ta\t-\t900\t100\t1000\ntasks.lead\tb\t-\t100\t900\t1000\n");
  EXPECT_NEAR(counted.Of("tasks.lead", "a", ""), 0.9, 0.01);
  EXPECT_NEAR(counted.Of("tasks.lead", "b", ""), 0.1, 0.01);
}

TEST(Confidence, OfARuleThatWasNeverCountedIsThatOfItsField) {
  const Confidence counted =
      Counted("tasks.lead\ta\t-\t950\t50\t1000\ntargets.by\tc\t-\t100\t900\t1000\n");
  EXPECT_NEAR(counted.Of("tasks.lead", "of-a-user", ""), 0.95, 0.01);
  EXPECT_NEAR(counted.Of("targets.by", "of-a-user", ""), 0.1, 0.01);
}

TEST(Confidence, FewCountsMoveItLittle) {
  const Confidence counted = Counted("f\ta\t-\t990\t10\t1000\nf\tb\t-\t0\t1\t1\n");
  EXPECT_GT(counted.Of("f", "b", ""), 0.7);
  EXPECT_LT(counted.Of("f", "b", ""), counted.Of("f", "a", ""));
}

TEST(Confidence, ManyValuesOfOnePaperWeighAsOne) {
  const Confidence counted = Counted("f\ta\t-\t990\t10\t500\nf\ta\tcut\t0\t40\t1\n");
  EXPECT_GT(counted.Of("f", "a", "cut"), 0.6);
  EXPECT_LT(Counted("f\ta\t-\t990\t10\t500\nf\ta\tcut\t0\t40\t40\n").Of("f", "a", "cut"), 0.2);
}

TEST(Confidence, ACircumstanceCountsElsewhereToo) {
  const Confidence counted =
      Counted("f\ta\t-\t500\t5\t505\nf\ta\tcut\t10\t40\t50\ng\tb\t-\t500\t5\t505\n");
  EXPECT_LT(counted.Of("f", "a", "cut"), 0.3);
  EXPECT_LT(counted.Of("g", "b", "cut"), counted.Of("g", "b", "") - 0.2);
}

TEST(Confidence, StaysBetweenItsEnds) {
  const Confidence counted =
      Counted("f\ta\t-\t1000000\t0\t1000000\ng\tb\tcut\t0\t1000000\t1000000\n");
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
    EXPECT_TRUE(ToString(read.error()).starts_with("confidence.tsv:2:1: ")) << read.error().what;
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

// An annex with one task.
Record PlanOf(const std::string& task, const std::string& lead, const std::string& deadline) {
  return ReadText(
      "<p>ỦY BAN NHÂN DÂN</p><p>XÃ ĐỒNG CHUÔNG</p><p>Số: 12/KH-UBND</p>"
      "<p>Đồng Chuông, ngày 10 tháng 3 năm 2025</p><p>KẾ HOẠCH</p><p>Thực hiện chuyển đổi số</p>"
      "<p>PHỤ LỤC I</p><p>DANH MỤC NHIỆM VỤ</p><table><tr><td>STT</td><td>Nội dung</td>"
      "<td>Cơ quan chủ trì</td><td>Thời hạn</td></tr><tr><td>1</td><td>" +
      task + "</td><td>" + lead + "</td><td>" + deadline + "</td></tr></table>");
}

std::string CircumstanceOf(const std::string& field, const std::string& task,
                           const std::string& lead, const std::string& deadline) {
  const Record record = PlanOf(task, lead, deadline);
  const Evidence* evidence = EvidenceOf(record, field);
  for (const Proposal& proposal : record.proposals) {
    if (field.starts_with(proposal.evidence.field)) evidence = &proposal.evidence;
  }
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

TEST(Proposals, ADoubtfulValueIsNotAsserted) {
  const Record record = PlanOf("Xây dựng cơ sở dữ liệu", "Hết năm 2026", "Tháng 6/2025");
  ASSERT_EQ(record.tasks.size(), 1U);
  EXPECT_TRUE(record.tasks[0].lead.empty());
  EXPECT_EQ(EvidenceOf(record, "tasks[0].lead[0]"), nullptr);
  ASSERT_EQ(record.proposals.size(), 1U);
  EXPECT_EQ(record.proposals[0].evidence.field, "tasks[0].lead");
  EXPECT_EQ(record.proposals[0].value, "Hết năm 2026");
  EXPECT_LT(record.proposals[0].evidence.confidence, kLeastAsserted);
  EXPECT_FALSE(record.proposals[0].evidence.spans.empty());
}

TEST(Proposals, WhatIsCertainEnoughIsAsserted) {
  const Record record = PlanOf("Xây dựng cơ sở dữ liệu", "Phòng Kinh tế", "Tháng 6/2025");
  EXPECT_TRUE(record.proposals.empty());
  EXPECT_EQ(record.tasks[0].lead, std::vector<std::string>{"Phòng Kinh tế"});
}

Evidence Read(const std::string& field, double confidence) {
  return {field, {{1, 0, 5}}, "agencies", "words", {}, confidence, ""};
}

TEST(Proposals, ItemsOfAListCountAnew) {
  Record record;
  record.tasks.emplace_back().lead = {"A", "B", "C", "D"};
  record.evidence = {Read("tasks[0].lead[0]", 0.1), Read("tasks[0].lead[1]", 0.9),
                     Read("tasks[0].lead[2]", 0.2), Read("tasks[0].lead[3]", 0.8)};
  ProposeDoubtful(record);
  EXPECT_EQ(record.tasks[0].lead, (std::vector<std::string>{"B", "D"}));
  ASSERT_EQ(record.evidence.size(), 2U);
  EXPECT_EQ(record.evidence[0].field, "tasks[0].lead[0]");
  EXPECT_EQ(record.evidence[0].confidence, 0.9);
  EXPECT_EQ(record.evidence[1].field, "tasks[0].lead[1]");
  EXPECT_EQ(record.evidence[1].confidence, 0.8);
  ASSERT_EQ(record.proposals.size(), 2U);
  EXPECT_EQ(record.proposals[0].value, "A");
  EXPECT_EQ(record.proposals[1].value, "C");
}

TEST(Proposals, ADeadlineGoesAsAWhole) {
  Record record;
  Deadline& deadline = record.tasks.emplace_back().deadline;
  deadline.text = "tháng 6 và tháng 9/2025";
  deadline.kind = DeadlineKind::kMonth;
  deadline.due = ParseIsoDate("2025-09");
  const Deadline before = deadline;
  record.evidence = {Read("tasks[0].deadline", 0.3), Read("tasks[0].deadline.text", 0.9)};
  ProposeDoubtful(record);
  EXPECT_EQ(record.tasks[0].deadline, Deadline());
  EXPECT_TRUE(record.evidence.empty());
  ASSERT_EQ(record.proposals.size(), 1U);
  EXPECT_EQ(record.proposals[0].deadline, before);
}

TEST(Proposals, WhatARowIsStays) {
  Record record;
  record.document.symbol = "12/KH-UBND";
  record.tasks.emplace_back().text = "việc";
  record.targets.emplace_back().value = 3;
  record.citations.emplace_back().title = "Đề án";  // known by its title alone
  record.relations.push_back({"12/KH-UBND", RelationKind::kCites, "57-NQ/TW", "", {}});
  record.evidence = {Read("tasks[0].text", 0.1), Read("targets[0].value", 0.1),
                     Read("citations[0].title", 0.1), Read("relations[0].relation", 0.1)};
  ProposeDoubtful(record);
  EXPECT_EQ(record.evidence.size(), 4U);
  EXPECT_TRUE(record.proposals.empty());
  record.evidence.push_back(Read("document.symbol", 0.1));
  ProposeDoubtful(record);
  EXPECT_EQ(record.document.symbol, std::nullopt);
  EXPECT_EQ(record.relations[0].from, "self");
}

}  // namespace
}  // namespace congvan::rules
