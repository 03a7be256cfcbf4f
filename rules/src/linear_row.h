// linear_row.h: one row of a table in pieces, divided into its columns by what each cell must look
// like.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace congvan::rules {

/// Byte ranges of the row's text, which is its lines joined by single characters.
struct LinearRow {
  struct Range {
    size_t begin = 0, end = 0;
  };
  std::vector<Range> task;  ///< two where the page has cut the row behind its other cells
  Range lead, support, deadline, note;
  bool certain =
      false;  ///< false: the bodies could not be told from the task; lead and support are empty
  bool without_body = false;  ///< there is a deadline, and nothing that could be a body
};

/// `line_begins` are the places where a line of the source begins, rising, the first is 0;
/// `blank_before` tells of each whether an empty line stood before it. Columns in the usual order:
/// task, lead, support, deadline, note. Never guesses: where the cells can't be told apart,
/// `certain` is false.
LinearRow SplitLinearRow(std::string_view row, const std::vector<size_t>& line_begins,
                         const std::vector<bool>& blank_before, const RuleSet& rules);

}  // namespace congvan::rules
