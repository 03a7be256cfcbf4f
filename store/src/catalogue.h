// catalogue.h: every document of the store, loaded for one question, in the order in which answers
// are sorted.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "internals.h"
#include "names.h"
#include "store/queries.h"

namespace congvan::store {

class Catalogue {
 public:
  struct Entry {
    DocumentRow row;
    std::string identity_key;
    std::optional<std::string> province, commune;  ///< folded, see place.h
    std::optional<int64_t> file_id;                ///< the primary file
  };

  /// Errors stick to the connection; the caller checks.
  explicit Catalogue(Internals& in);

  /// By label, then date, issuer, title: nothing of it depends on row ids.
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  /// Place in entries(); -1 when there is no such document.
  [[nodiscard]] int RankOf(int64_t document_id) const;
  /// Ranks of the documents with this symbol, however typed.
  [[nodiscard]] std::vector<int> WithSymbol(std::string_view typed) const;
  [[nodiscard]] bool IsIn(int rank, const NameMatcher& place) const;

 private:
  std::vector<Entry> entries_;
  std::map<int64_t, int> rank_of_;
};

}  // namespace congvan::store
