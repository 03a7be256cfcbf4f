#include "commands/commands.h"
#include "commands/database.h"
#include "messages.h"
#include "store/network.h"

namespace congvan::cli {
namespace {

std::string FieldName(const std::string& field) {
  if (field == "date") return Tr("Date");
  return field == "type" ? Tr("Type") : Tr("Issuer");
}

/// A row for each value; those of one document and field stand together.
Listing ConflictListing(const std::vector<store::Conflict>& conflicts) {
  Listing listing;
  listing.columns = {{"document", ""},
                     {"", Tr("Document")},
                     {"", Tr("Issuer")},
                     {"field", ""},
                     {"", Tr("Field")},
                     {"value", ""},
                     {"", Tr("Value")},
                     {"said_by", Tr("Said by"), ColumnKind::kNumber},
                     {"own", Tr("Its own head")},
                     {"where", Tr("Where")}};
  for (const store::Conflict& conflict : conflicts) {
    for (const store::SaidValue& value : conflict.values) {
      const std::string shown = conflict.field == "date" ? DisplayDate(value.value) : value.value;
      listing.rows.push_back({conflict.document.label, ShortLabel(conflict.document.label),
                              ToValue(conflict.document.issuer), conflict.field,
                              FieldName(conflict.field), value.value, shown,
                              static_cast<int64_t>(value.where.size()), value.own, value.where});
    }
  }
  return listing;
}

}  // namespace

int Run(const ConflictsFlags& flags, const Console& console) {
  Result<store::Store> store = OpenDatabase(flags.database);
  if (!store) return console.CannotRun(store.error());
  const auto conflicts = store::ListConflicts(*store);
  if (!conflicts) return console.CannotRun(conflicts.error());
  Listing listing = ConflictListing(*conflicts);
  Limit(listing, flags.limit, console);
  Print(listing, flags.output, console);
  return kAllFine;
}

}  // namespace congvan::cli
