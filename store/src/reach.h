// reach.h: relations between documents as a net, and what implements what over any number of steps.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "catalogue.h"
#include "internals.h"

namespace congvan::store {

struct Link {
  int from = 0, to = 0;  ///< ranks in the catalogue
  RelationKind relation = RelationKind::kCites;
  std::string verb;
  int mentions = 0;
  int position =
      -1;  ///< of the citation in the primary file of `from`; -1 when it is not cited there
};

class Net {
 public:
  Net(Internals& in, const Catalogue& catalogue);

  /// The strongest link of each pair (core/relation_strength.h), citations included; by from, to.
  [[nodiscard]] const std::vector<Link>& links() const { return links_; }
  /// Every document that implements another, by its rank; verbs as said.
  [[nodiscard]] const std::vector<Link>& implements() const { return implements_; }

  /// For each document that implements one of `roots` over any number of steps, and for the roots
  /// themselves, the shortest way to a root, both ends included.
  [[nodiscard]] std::map<int, std::vector<int>> WaysTo(const std::vector<int>& roots) const;

 private:
  std::vector<Link> links_, implements_;
};

}  // namespace congvan::store
