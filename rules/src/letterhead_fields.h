// letterhead_fields.h: number, place, date, issuer and the subject under the number, from the lines
// of a letterhead.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/span.h"
#include "evidence.h"
#include "head_lines.h"
#include "rules/rule_set.h"

namespace congvan::rules {

struct LetterheadFields {
  std::optional<std::string> symbol, symbol_suffix, place, issuer;
  std::optional<PartialDate> date;
  std::optional<std::string> subject;  ///< "V/v ..." under the number of a công văn
  NormSpan subject_span;
  bool numbered = false;  ///< a line "Số: ..." was there, its number perhaps blank
  Sources sources;
};

/// type: the type in the type line, nullopt for a công văn.
LetterheadFields ReadLetterheadFields(const std::vector<HeadLine>& lines,
                                      const std::optional<std::string>& type, const RuleSet& rules);

/// One line, without the marks at the end that belong to no title.
std::string TitleText(std::string_view text);

}  // namespace congvan::rules
