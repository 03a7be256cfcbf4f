#include "core/relation_strength.h"

#include <gtest/gtest.h>

namespace congvan {
namespace {

constexpr RelationKind kAll[] = {RelationKind::kImplements, RelationKind::kBasedOn,
                                 RelationKind::kAmends,     RelationKind::kReplaces,
                                 RelationKind::kRepeals,    RelationKind::kGuides,
                                 RelationKind::kReportsOn,  RelationKind::kRepliesTo,
                                 RelationKind::kIssuedWith, RelationKind::kCites};

TEST(RelationStrength, OrdersAllRelationsAndAgreesWithTheClasses) {
  for (const RelationKind a : kAll) {
    for (const RelationKind b : kAll) {
      EXPECT_EQ(IsStronger(a, b) || IsStronger(b, a), a != b) << ToString(a) << " " << ToString(b);
      EXPECT_TRUE(StrengthOf(a) <= StrengthOf(b) || IsStronger(a, b));
    }
  }
}

TEST(RelationStrength, RanksAsTheRecordSays) {
  EXPECT_EQ(StrengthOf(RelationKind::kAmends), StrengthOf(RelationKind::kRepeals));
  EXPECT_TRUE(IsStronger(RelationKind::kReplaces, RelationKind::kAmends));
  EXPECT_GT(StrengthOf(RelationKind::kAmends), StrengthOf(RelationKind::kImplements));
  EXPECT_GT(StrengthOf(RelationKind::kImplements), StrengthOf(RelationKind::kBasedOn));
  EXPECT_GT(StrengthOf(RelationKind::kBasedOn), StrengthOf(RelationKind::kGuides));
  EXPECT_GT(StrengthOf(RelationKind::kGuides), StrengthOf(RelationKind::kCites));
}

}  // namespace
}  // namespace congvan
