// typed_symbol.h: a document as a person names it from memory: "NQ 57", "nghị quyết 57", "số
// 57-NQ/TW", "57/NQ-TW", "ke hoach 152", "152 KH UBND". Pure.
//
// What is typed is taken apart into a number, types of documents and other words. It fits a
// document whose number is the same and that accounts for everything else: by its symbol, its type,
// its issuer or its date. Separators, case, marks and leading zeros do not matter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/queries.h"

namespace congvan::store {

class TypedSymbol {
 public:
  explicit TypedSymbol(std::string_view typed);

  /// False: there is no number in it, and nothing fits.
  [[nodiscard]] bool has_number() const { return !number_.empty(); }
  [[nodiscard]] bool Fits(const DocumentRow& document) const;
  /// For near misses.
  [[nodiscard]] bool HasNumberOf(const DocumentRow& document) const;

 private:
  std::string number_;
  std::vector<std::string> types_;  ///< folded names: "nghi quyet"
  std::vector<std::string> words_;  ///< codes, years and words of the issuer
  std::vector<std::string> date_;   ///< what stands behind "ngày": day, month, year
};

}  // namespace congvan::store
