// rules/proposals.h: values that are too doubtful to be asserted.
#pragma once

#include "core/record.h"

namespace congvan::rules {

/// Takes the values less certain than kLeastAsserted, with their evidence, out of the record and
/// puts them among its proposals. Values without which a row would be none (the text of a task, the
/// number of a target, the symbol of a citation, the ends and the kind of a relation) and places in
/// the document (annex, group, ordinal) stay: their confidence alone tells.
void ProposeDoubtful(Record& record);

}  // namespace congvan::rules
