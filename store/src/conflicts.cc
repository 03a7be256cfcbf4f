// What is said of one document that cannot all be true.
#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "catalogue.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "identity.h"
#include "internals.h"
#include "json_spans.h"
#include "names.h"
#include "store/network.h"

namespace congvan::store {
namespace {

// All that is said of one field, by value.
using Said = std::map<std::string, SaidValue>;

struct Statements {
  Said date, type, issuer;
};

void Note(Said& said, const std::optional<std::string>& value, bool own, const std::string& where) {
  if (!value) return;
  SaidValue& noted = said[*value];
  noted.value = *value;
  noted.own = noted.own || own;
  noted.where.push_back(where);
}

bool DatesDiffer(const std::string& a, const std::string& b) {
  const auto left = ParseIsoDate(a), right = ParseIsoDate(b);
  return left && right && !SameAsFarAsKnown(*left, *right);
}

// "kế hoạch" says less than "kế hoạch hành động".
bool TypesDiffer(const std::string& a, const std::string& b) {
  const std::string left = FoldForCompare(a), right = FoldForCompare(b);
  return !StartsWith(left, right) && !StartsWith(right, left);
}

// Local bodies are named in many ways; that two are one was decided by their place. Of the centre's
// one name lies within the other or they are two bodies.
bool IssuersDiffer(const std::string& a, const std::string& b) {
  if (PlaceOfIssuer(a).level != Level::kCentral || PlaceOfIssuer(b).level != Level::kCentral)
    return false;
  const std::string left = NameKey(a), right = NameKey(b);
  return left.find(right) == std::string::npos && right.find(left) == std::string::npos;
}

using Differ = std::function<bool(const std::string&, const std::string&)>;

// Only the values that another one contradicts.
void AddConflict(const DocumentRow& document, const char* field, Said& said, const Differ& differ,
                 std::vector<Conflict>& out) {
  Conflict conflict{document, field, {}};
  for (auto& entry : said) {
    const std::string& value = entry.first;
    SaidValue& noted = entry.second;
    const bool contradicted = std::any_of(
        said.begin(), said.end(), [&](const auto& other) { return differ(value, other.first); });
    if (!contradicted) continue;
    std::sort(noted.where.begin(), noted.where.end());
    conflict.values.push_back(noted);
  }
  if (conflict.values.empty()) return;
  std::stable_sort(conflict.values.begin(), conflict.values.end(),
                   [](const SaidValue& a, const SaidValue& b) {
                     return a.own != b.own ? a.own : a.where.size() > b.where.size();
                   });
  out.push_back(std::move(conflict));
}

std::string Where(const std::string& path, int page) { return path + ":" + std::to_string(page); }

}  // namespace

Result<std::vector<Conflict>> ListConflicts(Store& store) {
  Internals& in = store.internals();
  const Catalogue catalogue(in);
  std::map<int, Statements> said;
  for (Rows rows = in.reads.said_of_documents.Query(); rows.Next();) {
    const int rank = catalogue.RankOf(rows.Int64(0));
    const bool own = rows.Int(1) != 0;
    const std::vector<PageSpan> spans = SpansFromJson(rows.Text(6));
    const std::string where = Where(rows.Text(5), spans.empty() ? 1 : spans.front().page);
    Statements& statements = said[rank];
    Note(statements.date, rows.MaybeText(2), own, where);
    Note(statements.type, rows.MaybeText(3), own, where);
    Note(statements.issuer, rows.MaybeText(4), own, where);
  }
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  std::vector<Conflict> conflicts;
  for (auto& [rank, statements] : said) {
    if (rank < 0) continue;
    const DocumentRow& document = catalogue.entries()[static_cast<size_t>(rank)].row;
    AddConflict(document, "date", statements.date, DatesDiffer, conflicts);
    AddConflict(document, "type", statements.type, TypesDiffer, conflicts);
    AddConflict(document, "issuer", statements.issuer, IssuersDiffer, conflicts);
  }
  return conflicts;
}

}  // namespace congvan::store
