#include "core/field_path.h"

#include <gtest/gtest.h>

namespace congvan {
namespace {

TEST(FieldPath, TakesNamesApart) {
  EXPECT_EQ(ParseFieldPath("tasks[3].lead[0]"), (FieldPath{"tasks", 3, "lead", 0}));
  EXPECT_EQ(ParseFieldPath("tasks[12].deadline.due"),
            (FieldPath{"tasks", 12, "deadline.due", std::nullopt}));
  EXPECT_EQ(ParseFieldPath("document.signer.name"),
            (FieldPath{"document", std::nullopt, "signer.name", std::nullopt}));
  EXPECT_EQ(ParseFieldPath("targets[0]"), (FieldPath{"targets", 0, "", std::nullopt}));
}

TEST(FieldPath, KnowsTheKindAndTheNameAgain) {
  for (const char* name : {"tasks[3].lead[0]", "document.date", "document.recipients[2]",
                           "citations[1].mentions", "relations[7]"})
    EXPECT_EQ(ParseFieldPath(name)->Text(), name);
  EXPECT_EQ(ParseFieldPath("tasks[3].lead[0]")->Kind(), "tasks.lead");
  EXPECT_EQ(ParseFieldPath("tasks[3]")->Kind(), "tasks");
}

TEST(FieldPath, RefusesWhatNoRecordHas) {
  for (const char* name :
       {"", "document", "document[0].date", "tasks", "tasks.lead", "task[0].lead", "tasks[].lead",
        "tasks[x].lead", "tasks[-1].lead", "tasks[1].", "tasks[1]..a",
        "tasks[99999999999999999999].lead", "tasks[1].lead[", "tasks[1].Lead"})
    EXPECT_EQ(ParseFieldPath(name), std::nullopt) << name;
}

}  // namespace
}  // namespace congvan
