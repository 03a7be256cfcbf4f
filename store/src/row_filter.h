// row_filter.h: the filters that tasks and targets share. Remembers its answers: units and places
// repeat in thousands of rows.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "catalogue.h"
#include "names.h"

namespace congvan::store {

class RowFilter {
 public:
  /// A filter that is not given accepts everything. `catalogue` must outlive this.
  RowFilter(Internals& in, const Catalogue& catalogue, const std::optional<std::string>& unit,
            const std::optional<std::string>& place, const std::optional<std::string>& text);

  bool IsInPlace(int rank);
  bool NamesUnit(const std::vector<std::string>& names);
  [[nodiscard]] bool HasText(const std::string& text) const;

 private:
  const Catalogue& catalogue_;
  std::optional<NameMatcher> unit_, place_, words_;
  bool beginnings_;  ///< no body is named as `unit_`: beginnings count
  std::map<std::string, bool> units_;
  std::map<int, bool> places_;
};

/// The labels of documents on a way to a root.
std::vector<std::string> LabelsOf(const Catalogue& catalogue, const std::vector<int>& ranks);

}  // namespace congvan::store
