#include "commands/commands.h"
#include "commands/database.h"
#include "messages.h"
#include "store/network.h"

namespace congvan::cli {
namespace {

Result<Listing> Ask(const ChainFlags& flags, const Console& console) {
  CV_TRY(store::Store store, OpenDatabase(flags.database));
  CV_TRY(const store::DocumentRow from, OneDocument(store, flags.from, console));
  CV_TRY(const store::DocumentRow to, OneDocument(store, flags.to, console));
  CV_TRY(const std::vector<store::ChainLink> chain, store::FindChain(store, from.id, to.id));
  if (chain.empty()) {
    CV_TRY(const std::vector<store::ChainLink> back, store::FindChain(store, to.id, from.id));
    console.Note(Say(back.empty() ? Msg("nothing leads from {0} to {1}")
                                  : Msg("nothing leads from {0} to {1}; the other way round does"),
                     {ShortLabel(from.label), ShortLabel(to.label)}));
  }
  Listing listing;
  listing.columns = {{"document", ""},         {"", Tr("Document")},
                     {"issuer", Tr("Issuer")}, {"date", Tr("Date"), ColumnKind::kDate},
                     {"relation", ""},         {"", Tr("Relation")},
                     {"words", Tr("Words")},   {"other", ""},
                     {"", Tr("Other")},        {"other_here", Tr("Here")}};
  for (const store::ChainLink& link : chain) {
    listing.rows.push_back({link.from.label, ShortLabel(link.from.label), ToValue(link.from.issuer),
                            ToValue(link.from.date), std::string(ToString(link.relation)),
                            RelationName(link.relation), link.verb, link.to.label,
                            ShortLabel(link.to.label), link.to.arrived});
  }
  return listing;
}

}  // namespace

int Run(const ChainFlags& flags, const Console& console) {
  const Result<Listing> listing = Ask(flags, console);
  if (!listing) return console.CannotRun(listing.error());
  Print(*listing, flags.output, console);
  return kAllFine;
}

}  // namespace congvan::cli
