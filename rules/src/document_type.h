// document_type.h: names and codes of document types (rules/data/document_types.toml).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rules/rule_set.h"

namespace congvan::rules {

/// "kế hoạch" of "KH", whatever its case; empty when no type has this code.
std::string TypeOfCode(std::string_view code, const RuleSet& rules);

/// The code in the case in which it is printed: "QĐ" of "qđ", "TTr" of "ttr"; nullopt when unknown.
std::optional<std::string> PrintedTypeCode(std::string_view code, const RuleSet& rules);

/// The type that a match of the group document_types names; nullopt for an abbreviation that stands
/// for none.
std::optional<std::string> TypeNamed(const Match& match, std::string_view text,
                                     const RuleSet& rules);

/// The match begins and ends with a word.
bool IsWholeWord(std::string_view text, const Match& match);

/// May both name the same document? "kế hoạch" and "kế hoạch hành động", "kết luận" and "thông báo
/// kết luận".
bool IsSameKind(std::string_view a, std::string_view b);

/// A document of this type may amend, replace or repeal another; a proposal or a report only speaks
/// of it. Unknown types may.
bool MayDecide(const std::optional<std::string>& type, const RuleSet& rules);

}  // namespace congvan::rules
