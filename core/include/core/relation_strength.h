// core/relation_strength.h: of two relations between the same two documents, which one counts.
//
// The one table of the program: the rules choose by it what a document does to another, the store
// what is shown where several files speak of the same two documents.
#pragma once

#include "core/record.h"

namespace congvan {

/// Classes: amends, replaces and repeals over implements, based_on, the others, cites (0).
int StrengthOf(RelationKind kind);

/// A strict order that agrees with the classes: within the highest "replaces" says more than
/// "repeals", and that more than "amends".
bool IsStronger(RelationKind a, RelationKind b);

}  // namespace congvan
