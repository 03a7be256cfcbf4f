// place.h: whose document it is, as far as the issuer's words or the symbol's code tell. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/record.h"
#include "store/queries.h"

namespace congvan::store {

/// Names are folded (FoldForCompare): for comparing, not for showing.
struct Place {
  Level level = Level::kUnknown;
  std::optional<std::string> province;  ///< the name alone: "thái nguyên"
  std::optional<std::string>
      commune;  ///< with its kind: "xã võ nhai" (of older papers also "huyện ...")

  [[nodiscard]] bool named() const { return province.has_value() || commune.has_value(); }
  bool operator==(const Place&) const = default;
};

/// "UBND xã Khe Vàng, tỉnh Lam Châu", "Tỉnh ủy Lam Châu", "Bộ Nội vụ", "UBND tỉnh" (level
/// without a name).
Place PlaceOfIssuer(std::string_view issuer);

/// By the code: "57-NQ/TW" and "1131/QĐ-TTg" are central, "15-KH/TU" of a province; "119/KH-UBND"
/// says nothing.
Level LevelOfSymbol(std::string_view canonical);

/// The issuer's level, else the symbol's.
Level LevelOf(const std::optional<std::string>& symbol, const std::optional<std::string>& issuer);

/// Where the whole paper belongs: the place of its issuer, with the province completed when the
/// paper names bodies of one province only.
Place ScopeOf(const Record& record);

}  // namespace congvan::store
