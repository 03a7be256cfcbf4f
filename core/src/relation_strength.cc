#include "core/relation_strength.h"

#include <algorithm>
#include <array>

#include "core/result.h"

namespace congvan {
namespace {

struct Strength {
  RelationKind kind;
  int strength;
};

// The strongest first.
constexpr std::array kTable = {
    Strength{RelationKind::kReplaces, 4},   Strength{RelationKind::kRepeals, 4},
    Strength{RelationKind::kAmends, 4},     Strength{RelationKind::kImplements, 3},
    Strength{RelationKind::kBasedOn, 2},    Strength{RelationKind::kGuides, 1},
    Strength{RelationKind::kReportsOn, 1},  Strength{RelationKind::kRepliesTo, 1},
    Strength{RelationKind::kIssuedWith, 1}, Strength{RelationKind::kCites, 0}};

const Strength* Find(RelationKind kind) {
  const auto* at = std::find_if(kTable.begin(), kTable.end(),
                                [&](const Strength& row) { return row.kind == kind; });
  CV_CHECK(at != kTable.end(), "a relation has no strength");
  return at;
}

}  // namespace

int StrengthOf(RelationKind kind) { return Find(kind)->strength; }

bool IsStronger(RelationKind a, RelationKind b) { return Find(a) < Find(b); }

}  // namespace congvan
