#include "commands/commands.h"
#include "commands/database.h"
#include "messages.h"
#include "store/network.h"

namespace congvan::cli {
namespace {

constexpr size_t kMostNamed = 3;

/// The first few, and how many more.
std::string Few(const std::vector<std::string>& labels) {
  std::string out;
  for (size_t i = 0; i < labels.size() && i < kMostNamed; ++i)
    out += (out.empty() ? "" : "; ") + ShortLabel(labels[i]);
  if (labels.size() > kMostNamed)
    out += "; " + Say("and {} more", {std::to_string(labels.size() - kMostNamed)});
  return out;
}

Listing CitedListing(const std::vector<store::CitedRow>& rows, bool missing_only) {
  Listing listing;
  listing.columns = {
      {"document", ""},
      {"", Tr("Document")},
      {"type", Tr("Type")},
      {"issuer", Tr("Issuer")},
      {"date", Tr("Date"), ColumnKind::kDate},
      {"title", ""},
      {"level", ""},
      {"cited_by", Tr("Cited by"), ColumnKind::kNumber},
      {"mentions", Tr("Mentions"), ColumnKind::kNumber},
      {"implemented_by", missing_only ? "" : Tr("Implemented by"), ColumnKind::kNumber},
      {"since", missing_only ? Tr("Since") : "", ColumnKind::kDate},
      {"by", ""},
      {"", missing_only ? Tr("In") : ""},
      {"here", missing_only ? "" : Tr("Here")}};
  for (const store::CitedRow& row : rows) {
    const store::DocumentRow& document = row.document;
    listing.rows.push_back(
        {document.label, ShortLabel(document.label), ToValue(document.type),
         ToValue(document.issuer), ToValue(document.date), ToValue(document.title),
         std::string(ToString(document.level)), int64_t{row.cited_by}, int64_t{row.mentions},
         int64_t{row.implemented_by}, ToValue(row.since), row.by, Few(row.by), document.arrived});
  }
  return listing;
}

template <class Flags>
int Answer(const Flags& flags, bool missing_only, const Console& console) {
  Result<store::Store> store = OpenDatabase(flags.database);
  if (!store) return console.CannotRun(store.error());
  const auto rows = store::ListCited(*store, {missing_only, flags.in, flags.type});
  if (!rows) return console.CannotRun(rows.error());
  Listing listing = CitedListing(*rows, missing_only);
  Limit(listing, flags.limit, console);
  Print(listing, flags.output, console);
  return kAllFine;
}

}  // namespace

int Run(const MissingFlags& flags, const Console& console) { return Answer(flags, true, console); }

int Run(const AuthoritiesFlags& flags, const Console& console) {
  return Answer(flags, false, console);
}

}  // namespace congvan::cli
