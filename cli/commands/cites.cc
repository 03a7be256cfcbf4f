#include "commands/commands.h"
#include "commands/database.h"
#include "core/symbol.h"
#include "messages.h"

namespace congvan::cli {
namespace {

/// Where `record` names `cited`: by its symbol, else by its title.
std::vector<PageSpan> Mentions(const std::optional<Record>& record,
                               const store::DocumentRow& cited) {
  if (!record) return {};
  for (const Citation& citation : record->citations) {
    const bool numbered = cited.symbol.has_value();
    if (numbered != citation.symbol.has_value()) continue;
    const bool same = numbered ? SymbolKey(*citation.symbol) == SymbolKey(*cited.symbol)
                               : citation.title == cited.title;
    if (same) return citation.spans;
  }
  return {};
}

std::vector<std::string> Pages(const std::vector<PageSpan>& spans) {
  std::vector<std::string> pages;
  for (const PageSpan& span : spans) {
    const std::string page = std::to_string(span.page);
    if (pages.empty() || pages.back() != page) pages.push_back(page);
  }
  return pages;
}

void Append(Listing& listing, bool outward, const store::CitationRow& row,
            const std::vector<PageSpan>& where) {
  listing.rows.push_back(
      {std::string(outward ? "cites" : "cited_by"),
       std::string(Tr(outward ? Msg("cites") : Msg("cited by"))), row.other.label,
       ShortLabel(row.other.label), std::string(ToString(row.relation)), RelationName(row.relation),
       static_cast<int64_t>(row.mentions), Pages(where), ToValue(row.other.issuer),
       ToValue(row.other.date), ToValue(row.other.title), row.verb, row.other.arrived});
}

Result<Listing> Ask(const CitesFlags& flags, const Console& console) {
  CV_TRY(store::Store store, OpenDatabase(flags.database));
  CV_TRY(const store::DocumentRow document, OneDocument(store, flags.document, console));
  CV_TRY(const store::CitationLists lists, store::ListCitations(store, document.id));
  CV_TRY(const std::optional<Record> own, store::LoadRecord(store, document.id));
  Listing listing;
  listing.columns = {{"direction", ""},
                     {"", Tr("Direction")},
                     {"document", ""},
                     {"", Tr("Document")},
                     {"relation", ""},
                     {"", Tr("Relation")},
                     {"mentions", Tr("Mentions"), ColumnKind::kNumber},
                     {"pages", Tr("Pages")},
                     {"issuer", Tr("Issuer")},
                     {"date", Tr("Date"), ColumnKind::kDate},
                     {"title", ""},
                     {"words", ""},
                     {"here", Tr("Here")}};
  for (const store::CitationRow& row : lists.cites)
    Append(listing, true, row, Mentions(own, row.other));
  for (const store::CitationRow& row : lists.cited_by) {
    CV_TRY(const std::optional<Record> citing, store::LoadRecord(store, row.other.id));
    Append(listing, false, row, Mentions(citing, document));
  }
  return listing;
}

}  // namespace

int Run(const CitesFlags& flags, const Console& console) {
  const Result<Listing> listing = Ask(flags, console);
  if (!listing) return console.CannotRun(listing.error());
  Print(*listing, flags.output, console);
  return kAllFine;
}

}  // namespace congvan::cli
