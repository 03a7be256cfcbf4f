// cli/record_diff.h: what two records of one document say differently, row by row.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/record.h"

namespace congvan::cli {

struct Change {
  std::string field;  ///< "tasks[3].lead"; numbered as in the later record, of what is gone as in
                      ///< the earlier one; "tasks[3]" when the whole row came or went
  std::optional<std::string> before, after;  ///< as people read them; nullopt: nothing
  bool operator==(const Change&) const = default;
};

/// In the order of the later record, what is gone at the end of its list. Rows are paired by their
/// words and place, so that one that moved is no change; nor are spans and rules.
std::vector<Change> Differences(const Record& before, const Record& after);

}  // namespace congvan::cli
