// core/field_path.h: the name of a value in a record, taken apart.
//
//   ParseFieldPath("tasks[3].lead[0]")     list "tasks", row 3, part "lead", item 0
//   ParseFieldPath("document.signer.name") list "document", part "signer.name"
//   ParseFieldPath("tasks[3]")             list "tasks", row 3: the whole row
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace congvan {

struct FieldPath {
  std::string list;            ///< "document", "citations", "relations", "tasks" or "targets"
  std::optional<size_t> row;   ///< counted from 0; never of the document, always of the others
  std::string part;            ///< "lead", "deadline.due"; empty: the whole row
  std::optional<size_t> item;  ///< of a part that is a list

  /// What sort of value it is, wherever it stands: "tasks.lead", "document.date".
  [[nodiscard]] std::string Kind() const;
  /// As it was written.
  [[nodiscard]] std::string Text() const;
  bool operator==(const FieldPath&) const = default;
};

/// nullopt for what no record can have.
std::optional<FieldPath> ParseFieldPath(std::string_view text);

}  // namespace congvan
