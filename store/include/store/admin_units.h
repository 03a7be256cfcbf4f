// store/admin_units.h: the official list of provinces and communes, as the user imports it, and which of
// them carry a document out.
//
// The list is not shipped: it changes by resolution of the National Assembly and its Standing
// Committee (34 provinces since 202/2025/QH15, the communes by 1656 to 1687/NQ-UBTVQH15).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/queries.h"
#include "store/store.h"

namespace congvan::store {

struct Unit {
  std::string code;               ///< of the General Statistics Office: "19", "05716"
  std::string name;               ///< with its kind: "Xã Võ Nhai"
  Level level = Level::kCommune;  ///< kProvince or kCommune
  std::string province;           ///< "Tỉnh Thái Nguyên"; of a province its own name
  bool operator==(const Unit&) const = default;
};

/// Reads the list as it is published: a JSON array of provinces with Code, FullName and Wards, each
/// of these with Code and FullName. UTF-8, NFC; other keys do not matter. `file` is for messages.
Result<std::vector<Unit>> ReadUnits(std::string_view bytes, const std::string& file);

/// Puts this list in the place of the one that was there.
Result<void> ImportUnits(Store& store, const std::vector<Unit>& units);

/// By province, provinces before their communes, by name. `in` is the name of a province.
Result<std::vector<Unit>> ListUnits(Store& store, const std::optional<std::string>& in);

struct CoverageRow {
  Unit unit;
  std::vector<DocumentRow> documents;  ///< of this unit's bodies, that implement the document
  int tasks = 0;                       ///< in them
};
/// Which units have a document that implements this one over any number of steps, and which have
/// not; those without come first. Only communes, of all provinces or one. Without an imported list:
/// the communes of which the store knows documents (`code` is then empty). A document counts for a
/// unit when both its commune and its province are known, or its commune's name is the only one of
/// that name in the list.
Result<std::vector<CoverageRow>> ListCoverage(Store& store, int64_t document_id,
                                              const std::optional<std::string>& in);

}  // namespace congvan::store
