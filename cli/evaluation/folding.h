// cli/evaluation/folding.h: when two values of a record count as the same.
//
// Upper and lower case, punctuation, the place of the tone mark, kinds of dashes and the common
// abbreviations of bodies (UBND, HĐND, BTV ...) make no difference. For measuring only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace congvan::cli {

/// Takes NFC.
std::vector<std::string> FoldedWords(std::string_view text);

/// F1 of the words two texts share, each counted as often as it stands: 0 to 1.
double Similarity(std::string_view a, std::string_view b);

/// The same folded words, or a similarity of at least `least`.
bool SameText(std::string_view a, std::string_view b, double least);

/// The form in which symbols are compared: canonical, upper case. Empty for empty.
std::string SymbolForm(std::string_view symbol);

/// "kế hoạch hành động" is a kế hoạch, "thông báo kết luận" a thông báo, "văn bản" a công văn.
bool SameType(std::string_view a, std::string_view b);

/// Bộ Chính trị, Ban Bí thư and Ban Chấp hành Trung ương share one series of numbers: for a symbol
/// of theirs any of the three is right.
bool SameIssuer(std::string_view a, std::string_view b, std::string_view symbol, double least);

}  // namespace congvan::cli
