// erase.h: taking out what a file's record said, before a new one is written.
#pragma once

#include <cstdint>

#include "internals.h"

namespace congvan::store {

/// Leaves the row of the file, its names and its failures. What it mentioned is to be settled
/// (resolve.h).
void EraseRecord(Internals& internals, int64_t file);

/// Bodies that only erased records named go; of the others the spelling is chosen anew.
void SettleAgencies(Internals& internals);

}  // namespace congvan::store
