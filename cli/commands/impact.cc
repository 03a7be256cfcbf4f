#include "commands/commands.h"
#include "commands/database.h"
#include "messages.h"
#include "store/network.h"

namespace congvan::cli {
namespace {

/// "71/NQ-CP amends 03/NQ-CP".
std::vector<std::string> Told(const std::vector<store::Change>& changes) {
  std::vector<std::string> out;
  for (const store::Change& change : changes) {
    out.push_back(ShortLabel(change.by.label) + " " + RelationName(change.relation) + " " +
                  ShortLabel(change.of.label));
  }
  return out;
}

std::string WayText(const std::vector<std::string>& way) {
  std::string out;
  for (const std::string& label : way) out += (out.empty() ? "" : " → ") + ShortLabel(label);
  return out;
}

Result<Listing> Ask(const ImpactFlags& flags, const Console& console) {
  CV_TRY(store::Store store, OpenDatabase(flags.database));
  CV_TRY(const store::DocumentRow document, OneDocument(store, flags.document, console));
  CV_TRY(const store::Impact impact, store::FindImpact(store, document.id));
  for (const std::string& change : Told(impact.changes)) console.Note(change);
  Listing listing;
  listing.columns = {{"document", ""},
                     {"", Tr("Document")},
                     {"issuer", Tr("Issuer")},
                     {"date", Tr("Date"), ColumnKind::kDate},
                     {"level", ""},
                     {"tasks", Tr("Tasks"), ColumnKind::kNumber},
                     {"targets", "", ColumnKind::kNumber},
                     {"way", ""},
                     {"", Tr("Via")},
                     {"stale", ""},
                     {"why", Tr("Stale because")},
                     {"here", Tr("Here")}};
  for (const store::ImpactRow& row : impact.rests) {
    if (flags.stale && row.changes.empty()) continue;
    listing.rows.push_back({row.document.label, ShortLabel(row.document.label),
                            ToValue(row.document.issuer), ToValue(row.document.date),
                            std::string(ToString(row.document.level)), int64_t{row.document.tasks},
                            int64_t{row.document.targets}, row.way, WayText(row.way),
                            !row.changes.empty(), Told(row.changes), row.document.arrived});
  }
  return listing;
}

}  // namespace

int Run(const ImpactFlags& flags, const Console& console) {
  const Result<Listing> listing = Ask(flags, console);
  if (!listing) return console.CannotRun(listing.error());
  Print(*listing, flags.output, console);
  return kAllFine;
}

}  // namespace congvan::cli
