// resolve.h: ties mentions in the database to document rows (identity.h decides, this file writes).
#pragma once

#include <cstdint>
#include <string>

#include "identity.h"
#include "internals.h"

namespace congvan::store {

/// The document row of a mention: the one that equal mentions have, else a row of its own until
/// SettleDocuments.
int64_t DocumentFor(Internals& internals, const Mention& mention);
/// This mention is new in the database, or is taken out of it.
void NoteChange(Internals& internals, const Mention& mention);
/// Decides anew which document is meant, wherever that can have changed. Before RefreshDocuments.
void SettleDocuments(Internals& internals);

/// Works out the columns of the stale documents: from the file that counts, else from what the
/// citations say.
void RefreshDocuments(Internals& internals);

}  // namespace congvan::store
