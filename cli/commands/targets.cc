#include "commands/commands.h"
#include "commands/database.h"

namespace congvan::cli {
namespace {

Result<Listing> Ask(const TargetsFlags& flags, const Console& console) {
  CV_TRY(store::Store store, OpenDatabase(flags.database));
  store::TargetFilter filter;
  CV_TRY(filter.ref, DocumentIdOf(store, flags.ref, console, flags.in));
  filter.direct = flags.direct;
  filter.unit = flags.unit;
  filter.in = flags.in;
  filter.text = flags.text;
  filter.year = flags.year;
  CV_TRY(filter.document_id, DocumentIdOf(store, flags.document, console, flags.in));
  if (auto told = ExplainUnit(store, flags.unit, console); !told) return Fail(told.error());
  CV_TRY(const std::vector<store::TargetRow> rows, store::ListTargets(store, filter));
  RowColumns shown;
  shown.via = flags.ref && !flags.direct;
  shown.issuer = !flags.document;
  return TargetListing(rows, shown);
}

}  // namespace

int Run(const TargetsFlags& flags, const Console& console) {
  Result<Listing> listing = Ask(flags, console);
  if (!listing) return console.CannotRun(listing.error());
  Limit(*listing, flags.limit, console);
  Print(*listing, flags.output, console);
  return kAllFine;
}

}  // namespace congvan::cli
