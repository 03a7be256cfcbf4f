#include "commands/commands.h"
#include "commands/database.h"

namespace congvan::cli {
namespace {

Result<Listing> Ask(const TargetsFlags& flags, const Console& console) {
  CV_TRY(store::Store store, OpenDatabase(flags.database));
  // An unknown symbol has no targets, which is an answer; but it may be a slip, so it is said.
  if (flags.ref) {
    if (const auto known = NeedSymbol(store, *flags.ref); !known) console.Report(known.error());
  }
  store::TargetFilter filter;
  filter.ref = flags.ref;
  filter.direct = flags.direct;
  filter.unit = flags.unit;
  filter.in = flags.in;
  filter.text = flags.text;
  filter.year = flags.year;
  CV_TRY(filter.document_id, DocumentIdOf(store, flags.document));
  CV_TRY(const std::vector<store::TargetRow> rows, store::ListTargets(store, filter));
  return TargetListing(rows, flags.ref && !flags.direct);
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
