#include <algorithm>
#include <set>

#include "catalogue.h"
#include "fts_query.h"
#include "internals.h"
#include "store/queries.h"

namespace congvan::store {
namespace {

class PageSearch {
 public:
  PageSearch(Internals& in, const SearchQuery& query)
      : in_(in), catalogue_(in), terms_(ParseSearch(query.words)), limit_(query.limit) {}

  std::vector<SearchHit> Run() {
    if (terms_.empty() || limit_ <= 0) return {};
    Take(WordMatch::kExact);
    Take(WordMatch::kExactAccents);
    if (hits_.empty()) Take(WordMatch::kFolded);
    return std::move(hits_);
  }

 private:
  // Pages that a stricter reading has found already come no second time.
  void Take(WordMatch match) {
    for (Rows rows = in_.rows.search_pages.Query(ToFtsQuery(terms_, match), limit_); rows.Next();) {
      if (hits_.size() >= static_cast<size_t>(limit_)) return;
      if (!pages_.insert(rows.Int64(0)).second) continue;
      SearchHit hit;
      const int rank = catalogue_.RankOf(rows.Int64(1));
      hit.document = catalogue_.entries()[static_cast<size_t>(rank)].row;
      hit.path = rows.Text(2);
      hit.page = rows.Int(3);
      hit.exact = match == WordMatch::kExact;
      hit.snippet = MakeSnippet(rows.Text(4), terms_, match);
      hits_.push_back(std::move(hit));
    }
  }

  Internals& in_;
  Catalogue catalogue_;
  std::vector<SearchTerm> terms_;
  int limit_;
  std::set<int64_t> pages_;
  std::vector<SearchHit> hits_;
};

}  // namespace

bool HasSearchWords(std::string_view typed) { return !ParseSearch(typed).empty(); }

Result<std::vector<SearchHit>> Search(Store& store, const SearchQuery& query) {
  Internals& in = store.internals();
  std::vector<SearchHit> hits = PageSearch(in, query).Run();
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  return hits;
}

}  // namespace congvan::store
