#include <algorithm>

#include "commands/commands.h"
#include "commands/database.h"
#include "messages.h"
#include "store/admin_units.h"

namespace congvan::cli {
namespace {

Listing CoverageListing(const std::vector<store::CoverageRow>& rows) {
  Listing listing;
  listing.columns = {{"code", Tr("Code")},           {"unit", Tr("Unit")},
                     {"province", Tr("Province")},   {"covered", Tr("Has one")},
                     {"documents", Tr("Documents")}, {"tasks", Tr("Tasks"), ColumnKind::kNumber}};
  for (const store::CoverageRow& row : rows) {
    std::vector<std::string> documents;
    for (const store::DocumentRow& document : row.documents) documents.push_back(document.label);
    listing.rows.push_back({row.unit.code.empty() ? Value() : Value(row.unit.code), row.unit.name,
                            row.unit.province.empty() ? Value() : Value(row.unit.province),
                            !documents.empty(), documents, int64_t{row.tasks}});
  }
  return listing;
}

Result<Listing> Ask(const CoverageFlags& flags, const Console& console) {
  CV_TRY(store::Store store, OpenDatabase(flags.database));
  CV_TRY(const store::DocumentRow document, OneDocument(store, flags.document, console));
  CV_TRY(const std::vector<store::CoverageRow> rows,
         store::ListCoverage(store, document.id, flags.in));
  const auto covered = std::count_if(rows.begin(), rows.end(), [](const store::CoverageRow& row) {
    return !row.documents.empty();
  });
  console.Note(
      Say("{0} of {1} communes have a document that implements {2}",
          {std::to_string(covered), std::to_string(rows.size()), ShortLabel(document.label)}));
  const bool listed = std::any_of(rows.begin(), rows.end(), [](const store::CoverageRow& row) {
    return !row.unit.code.empty();
  });
  if (!listed) {
    console.Note(
        Tr("only communes with a document here are known; congvan units import FILE takes "
           "the official list"));
  }
  return CoverageListing(rows);
}

}  // namespace

int Run(const CoverageFlags& flags, const Console& console) {
  const Result<Listing> listing = Ask(flags, console);
  if (!listing) return console.CannotRun(listing.error());
  Print(*listing, flags.output, console);
  return kAllFine;
}

}  // namespace congvan::cli
