// resolve.h: ties mentions in the database to document rows (identity.h decides, this file writes).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "identity.h"
#include "internals.h"

namespace congvan::store {

/// The document row of a mention: the one that equal mentions have, else a row of its own until
/// SettleDocuments. What an erased record mentioned keeps its row; `before` is the row of a file whose
/// head has changed.
int64_t DocumentFor(Internals& internals, const Mention& mention,
                    const std::optional<int64_t>& before = std::nullopt);
/// This mention is new in the database, or is taken out of it.
void NoteChange(Internals& internals, const Mention& mention);
/// Decides anew which document is meant, wherever that can have changed. Before RefreshDocuments.
void SettleDocuments(Internals& internals);

/// Works out the columns of the stale documents: from the file that counts, else from what the
/// citations say.
void RefreshDocuments(Internals& internals);

}  // namespace congvan::store
