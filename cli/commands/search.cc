#include "commands/commands.h"
#include "commands/database.h"
#include "messages.h"

namespace congvan::cli {
namespace {

/// The snippet, its hits between [ and ].
std::string Marked(const std::vector<store::SearchHit::Piece>& pieces) {
  std::string out;
  for (const auto& piece : pieces) out += piece.hit ? "[" + piece.text + "]" : piece.text;
  return out;
}

Result<Listing> Ask(const SearchFlags& flags) {
  if (!store::HasSearchWords(flags.words)) {
    return Fail(MakeError(ErrorCode::kUsage, {},
                          Say("there is no word to search for in '{}'", {flags.words})));
  }
  CV_TRY(store::Store store, OpenDatabase(flags.database));
  CV_TRY(const std::vector<store::SearchHit> hits,
         store::Search(store, {flags.words, flags.limit}));
  Listing listing;
  listing.columns = {{"document", ""},
                     {"", Tr("Document")},
                     {"page", Tr("Page"), ColumnKind::kNumber},
                     {"snippet", Tr("Text")},
                     {"exact", ""},
                     {"issuer", Tr("Issuer")},
                     {"path", ""}};
  for (const store::SearchHit& hit : hits) {
    listing.rows.push_back({hit.document.label, ShortLabel(hit.document.label),
                            static_cast<int64_t>(hit.page), Marked(hit.snippet), hit.exact,
                            ToValue(hit.document.issuer), hit.path});
  }
  return listing;
}

}  // namespace

int Run(const SearchFlags& flags, const Console& console) {
  const Result<Listing> listing = Ask(flags);
  if (!listing) return console.CannotRun(listing.error());
  Print(*listing, flags.output, console);
  return kAllFine;
}

}  // namespace congvan::cli
