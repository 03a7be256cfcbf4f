// cli/explanation.h: the values of a record one by one, each with the words behind it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/normalized_text.h"
#include "core/record.h"
#include "rules/rule_set.h"

namespace congvan::cli {

/// One value that is not null, as the record's JSON shows it.
struct FieldValue {
  std::string path;  ///< "tasks[3].deadline.due"
  std::string value;
};

/// In the record's order; lists item by item.
std::vector<FieldValue> ValuesOf(const Record& record);

struct Explained {
  FieldValue field;
  const Evidence* evidence = nullptr;  ///< nullptr for what no words say; lives in the record
  const rules::Rule* rule = nullptr;   ///< nullptr when a whole group of rules read it
  bool proposed = false;               ///< too doubtful to be asserted: the record does not have it
};

/// "tasks[3]" holds "tasks[3].lead[0]", "tasks" holds "tasks[3]"; "tasks[1]" does not hold
/// "tasks[13]".
bool Holds(std::string_view outer, std::string_view path);

/// The values at or below `field` ("tasks[3].lead", "document"); all when it is empty.
/// Proposals stand at the end.
std::vector<Explained> Explain(const Record& record, std::string_view field,
                               const rules::RuleSet& rules);

/// The words around the evidence on its first page, on one line, up to `reach` code points a side;
/// "…" where the page goes on.
struct Context {
  std::string before, words, behind;
};
Context ContextOf(const Evidence& evidence, const PagedText& text, size_t reach);

}  // namespace congvan::cli
