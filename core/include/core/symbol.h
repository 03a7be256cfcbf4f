// core/symbol.h: số, ký hiệu: the number and code of a document ("119/KH-UBND", "57-NQ/TW",
// "193/2025/QH15").
//
// Grammar: ND 30/2020/ND-CP appendix III for the State's papers (number "/" [year "/"] code), HD
// 05-HD/VPTW for the Party's (number "-" type "/" issuer). A symbol is not a key: thousands of
// communes have a "12/KH-UBND".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace congvan {

struct Symbol {
  std::string number;     ///< as printed, leading zeros kept: "0125", "66.25"; empty when blank
  int year = 0;           ///< of normative papers, 0 when not part of the symbol
  std::string type_code;  ///< "KH", "NQ", "QĐ"; empty for a State công văn and for laws ("QH15")
  std::string issuer;     ///< "UBND", "TW", "BCĐTW", "QH15", "UBND-VX" (công văn)
  bool party = false;     ///< the Party's form, 57-NQ/TW
  bool operator==(const Symbol&) const = default;
};

/// Canonical printed form: no blanks, NFC, hyphen-minus. Takes what the text shows ("57 – NQ /
/// TW").
std::string CanonicalSymbol(std::string_view printed);

/// Takes a canonical symbol apart; nullopt when it is none.
std::optional<Symbol> ParseSymbol(std::string_view canonical);

/// For look-up: however a person types it. Lower case, no diacritics, no blanks, dashes as '-':
/// "57 - nq / tw", "57-NQ/TW" and "57-Nq/Tw" give the same key.
std::string SymbolKey(std::string_view typed);

/// The symbol without its number: "119/KH-UBND" -> "KH-UBND", "57-NQ/TW" -> "NQ/TW", "4240/UBND-VX"
/// -> "UBND-VX".
std::string SymbolSuffix(std::string_view canonical);

}  // namespace congvan
