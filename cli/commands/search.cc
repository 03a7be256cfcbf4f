#include <algorithm>

#include "commands/commands.h"
#include "commands/database.h"
#include "core/vietnamese.h"
#include "messages.h"

namespace congvan::cli {
namespace {

/// The snippet, its hits between [ and ].
std::string Marked(const std::vector<store::SearchHit::Piece>& pieces) {
  std::string out;
  for (const auto& piece : pieces) out += piece.hit ? "[" + piece.text + "]" : piece.text;
  return out;
}

/// Words with marks were given, and only pages are found that have them with others.
bool MarksWereGivenUp(const std::string& words, const std::vector<store::SearchHit>& hits) {
  return StripDiacritics(words) != ToLower(words) && !hits.empty() &&
         std::none_of(hits.begin(), hits.end(), [](const auto& hit) { return hit.exact; });
}

Result<Listing> Ask(const SearchFlags& flags, const Console& console) {
  if (!store::HasSearchWords(flags.words)) {
    return Fail(MakeError(ErrorCode::kUsage, {},
                          Say("there is no word to search for in '{}'", {flags.words})));
  }
  CV_TRY(store::Store store, OpenDatabase(flags.database));
  CV_TRY(const std::vector<store::SearchHit> hits,
         store::Search(store, {flags.words, flags.limit}));
  if (MarksWereGivenUp(flags.words, hits)) {
    console.Note(
        Tr("no page has these words as they were typed; these have them with other marks"));
  }
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
  const Result<Listing> listing = Ask(flags, console);
  if (!listing) return console.CannotRun(listing.error());
  Print(*listing, flags.output, console);
  return kAllFine;
}

}  // namespace congvan::cli
