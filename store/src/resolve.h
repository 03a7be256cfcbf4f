// resolve.h: ties mentions in the database to document rows (identity.h decides, this file writes).
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "identity.h"
#include "internals.h"

namespace congvan::store {

/// Collects the mentions of one Put.
class Resolver {
 public:
  explicit Resolver(Internals& internals) : in_(internals) {}

  /// The document row of a mention: the one that equal mentions have, else a row of its own for
  /// now.
  int64_t DocumentFor(const Mention& mention);
  /// Decides anew for every key that got a kind of mention it did not have.
  void Settle();

 private:
  void SettleKey(const std::string& key);

  Internals& in_;
  std::set<std::string> unsettled_;
};

/// Works out the columns of the stale documents: from the file that counts, else from what the
/// citations say.
void RefreshDocuments(Internals& internals);

}  // namespace congvan::store
