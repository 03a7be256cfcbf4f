// issuer_name.h: how far the name of a body reaches (rules/data/issuers.toml).
#pragma once

#include <cstddef>
#include <string_view>

#include "rules/rule_set.h"

namespace congvan::rules {

/// Length in bytes of the body's name at the start of `text`; 0 when none begins there. Reads over
/// commas and "và" inside a name
/// ("Bộ Văn hóa, Thể thao và Du lịch"), stops at the words that tell what the body did.
size_t IssuerNameSize(std::string_view text, const RuleSet& rules);

/// True when a line of a letterhead, in any case of letters, begins the name of a body: more words
/// do so there ("TRẠM Y TẾ", "TỈNH ĐOÀN") than inside a sentence.
bool BeginsLetterheadBody(std::string_view line, const RuleSet& rules);

}  // namespace congvan::rules
