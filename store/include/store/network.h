// store/network.h: questions to the whole net of documents: what is cited and missing, what most
// others rest on, what citations say differently, how one document comes to another, what a change
// touches.
//
// Rows are sorted by content as everywhere in the store (queries.h). An unknown document gives an
// empty answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/queries.h"
#include "store/store.h"

namespace congvan::store {

struct CitedFilter {
  bool missing_only = false;      ///< only those whose file is not here
  std::optional<std::string> in;  ///< name of a place, as in DocumentFilter: of the cited document
  std::optional<std::string> type;  ///< "kế hoạch"
};

/// A document as the others see it.
struct CitedRow {
  DocumentRow document;
  int cited_by = 0;        ///< documents here that name it
  int mentions = 0;        ///< how often, all together
  int implemented_by = 0;  ///< documents that implement it, themselves here or not
  /// The date of the oldest document that names it, as far as known.
  std::optional<std::string> since;
  std::vector<std::string> by;  ///< labels of the documents that name it, sorted
};
/// Most cited first.
Result<std::vector<CitedRow>> ListCited(Store& store, const CitedFilter& filter = {});

/// One of the values that are said of one field of one document.
struct SaidValue {
  std::string value;
  bool own = false;  ///< its own head says so
  std::vector<std::string>
      where;  ///< "path:page" of each place, sorted; the first mention in a file
};
struct Conflict {
  DocumentRow document;
  std::string field;              ///< "date", "type" or "issuer"
  std::vector<SaidValue> values;  ///< two or more; its own first, then those said most often
};
/// Where what is said of one document cannot all be true: two days, two types, two bodies of the
/// centre. A value that only says less ("2025" beside "2025-08-05") is no conflict.
Result<std::vector<Conflict>> ListConflicts(Store& store);

struct ChainLink {
  DocumentRow from, to;
  RelationKind relation = RelationKind::kCites;
  std::string verb;  ///< the words that say so; may be empty
};
/// The shortest way by which `from` hangs on `to`: by relations that carry out or rest on another
/// document (implements, based_on, guides, issued_with, amends, replaces) where there is such a
/// way, else with plain citations too. Empty when there is none.
Result<std::vector<ChainLink>> FindChain(Store& store, int64_t from, int64_t to);

/// What amended, replaced or repealed a document.
struct Change {
  DocumentRow by, of;
  RelationKind relation = RelationKind::kAmends;
  std::string verb;
};
struct ImpactRow {
  DocumentRow document;
  std::vector<std::string> way;  ///< labels from `document` to the one asked about, both included
  /// What is no longer as it was on this way, the document itself included: why it is stale.
  std::vector<Change> changes;
};
struct Impact {
  std::vector<Change> changes;   ///< of the document asked about
  std::vector<ImpactRow> rests;  ///< what implements it or rests on it, nearest first
};
Result<Impact> FindImpact(Store& store, int64_t document_id);

}  // namespace congvan::store
