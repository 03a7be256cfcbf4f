// The documents that a user's words may mean.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

#include "catalogue.h"
#include "core/utf8.h"
#include "internals.h"
#include "store/queries.h"
#include "typed_symbol.h"

namespace congvan::store {
namespace {

constexpr size_t kMostNear = 5;

std::optional<int64_t> ParseId(std::string_view typed) {
  int64_t id = 0;
  if (typed.size() < 2 || typed.front() != '#') return std::nullopt;
  const auto [end, error] = std::from_chars(typed.data() + 1, typed.data() + typed.size(), id);
  if (error != std::errc() || end != typed.data() + typed.size()) return std::nullopt;
  return id;
}

bool IsHashPrefix(std::string_view typed) {
  constexpr size_t kFewest = 8;
  return typed.size() >= kFewest && std::all_of(typed.begin(), typed.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

// Documents of files that `fits`.
template <class Predicate>
std::set<int> OfFiles(Internals& in, const Catalogue& catalogue, Predicate fits) {
  std::set<int> ranks;
  for (Rows rows = in.reads.file_labels.Query(); rows.Next();) {
    const int rank = catalogue.RankOf(rows.Int64(0));
    if (rank >= 0 && fits(rows.Text(1), rows.Text(2))) ranks.insert(rank);
  }
  return ranks;
}

template <class Predicate>
std::set<int> OfRows(const Catalogue& catalogue, Predicate fits) {
  std::set<int> ranks;
  for (size_t i = 0; i < catalogue.entries().size(); ++i) {
    if (fits(catalogue.entries()[i].row)) ranks.insert(static_cast<int>(i));
  }
  return ranks;
}

// Names that leave nothing to guess.
std::set<int> NamedExactly(Internals& in, const Catalogue& catalogue, std::string_view typed) {
  if (const auto id = ParseId(typed)) {
    const int rank = catalogue.RankOf(*id);
    return rank < 0 ? std::set<int>{} : std::set<int>{rank};
  }
  std::set<int> ranks = OfFiles(in, catalogue, [&](const std::string&, const std::string& path) {
    return path == typed || std::filesystem::path(path).filename() == typed;
  });
  if (ranks.empty() && IsHashPrefix(typed)) {
    ranks = OfFiles(in, catalogue, [&](const std::string& sha256, const std::string&) {
      return StartsWith(sha256, typed);
    });
  }
  if (ranks.empty()) {
    const auto by_symbol = catalogue.WithSymbol(typed);
    ranks.insert(by_symbol.begin(), by_symbol.end());
  }
  return ranks;
}

std::set<int> NamedLoosely(const Catalogue& catalogue, std::string_view typed) {
  const TypedSymbol symbol(typed);
  std::set<int> ranks = OfRows(catalogue, [&](const DocumentRow& row) { return symbol.Fits(row); });
  if (!ranks.empty()) return ranks;
  const NameMatcher words(typed);
  return OfRows(catalogue,
                [&](const DocumentRow& row) { return row.title && words.HasWords(*row.title); });
}

std::vector<DocumentRow> RowsOf(const Catalogue& catalogue, const std::set<int>& ranks) {
  std::vector<DocumentRow> rows;
  for (int rank : ranks) rows.push_back(catalogue.entries()[static_cast<size_t>(rank)].row);
  std::stable_sort(rows.begin(), rows.end(), [](const DocumentRow& a, const DocumentRow& b) {
    return a.arrived && !b.arrived;
  });
  return rows;
}

// Several: those of the place, where there are any.
void NarrowTo(const Catalogue& catalogue, const NameMatcher& place, std::set<int>& ranks) {
  if (ranks.size() < 2) return;
  std::set<int> there;
  for (int rank : ranks) {
    if (catalogue.IsIn(rank, place)) there.insert(rank);
  }
  if (!there.empty()) ranks = std::move(there);
}

}  // namespace

Result<FoundDocuments> ResolveDocument(Store& store, std::string_view typed,
                                       const std::optional<std::string>& in_place) {
  Internals& in = store.internals();
  const Catalogue catalogue(in);
  const std::string_view words = Trim(typed);
  FoundDocuments found;
  std::set<int> ranks;
  if (!words.empty()) ranks = NamedExactly(in, catalogue, words);
  if (ranks.empty() && !words.empty() && words.front() != '#') {
    ranks = NamedLoosely(catalogue, words);
    found.exact = false;
  }
  if (in_place) NarrowTo(catalogue, NameMatcher(*in_place), ranks);
  found.rows = RowsOf(catalogue, ranks);
  if (found.rows.empty()) {
    const TypedSymbol symbol(words);
    found.near =
        RowsOf(catalogue,
               OfRows(catalogue, [&](const DocumentRow& row) { return symbol.HasNumberOf(row); }));
    if (found.near.size() > kMostNear) found.near.resize(kMostNear);
  }
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  return found;
}

Result<std::vector<DocumentRow>> FindDocuments(Store& store, std::string_view typed) {
  CV_TRY(FoundDocuments found, ResolveDocument(store, typed));
  return std::move(found.rows);
}

}  // namespace congvan::store
