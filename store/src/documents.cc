#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

#include "catalogue.h"
#include "core/symbol.h"
#include "core/utf8.h"
#include "core/vietnamese.h"
#include "internals.h"
#include "store/queries.h"
#include "store/record_json.h"

namespace congvan::store {
namespace {

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

std::set<int> FindRanks(Internals& in, const Catalogue& catalogue, std::string_view typed) {
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
  if (!ranks.empty()) return ranks;
  const NameMatcher words(typed);
  for (size_t i = 0; i < catalogue.entries().size(); ++i) {
    const auto& title = catalogue.entries()[i].row.title;
    if (title && words.HasWords(*title)) ranks.insert(static_cast<int>(i));
  }
  return ranks;
}

// Rows of one file after the other, one per path.
std::vector<FileRow> ReadFiles(Rows& rows) {
  std::vector<FileRow> files;
  int64_t last = -1;
  while (rows.Next()) {
    if (rows.Int64(0) == last) {
      files.back().paths.push_back(rows.Text(2));
      continue;
    }
    last = rows.Int64(0);
    FileRow f;
    f.sha256 = rows.Text(1);
    f.paths.push_back(rows.Text(2));
    f.media_type = rows.Text(3);
    f.text_from = rows.Text(4);
    f.bytes = static_cast<uint64_t>(rows.Int64(5));
    f.pages = rows.Int(6);
    f.role = rows.Text(7) == "annex" ? Role::kAnnex : Role::kMain;
    f.status = rows.Text(8) == "ok" ? FileStatus::kOk : FileStatus::kFailed;
    f.first_seen = rows.Text(9);
    f.error_code = rows.Text(10);
    f.error = rows.Text(11);
    f.hint = rows.Text(12);
    f.primary = rows.Int(13) != 0;
    files.push_back(std::move(f));
  }
  return files;
}

template <class T>
Result<T> Checked(Internals& in, T value) {
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  return value;
}

}  // namespace

Result<std::vector<DocumentRow>> FindDocuments(Store& store, std::string_view typed) {
  Internals& in = store.internals();
  const Catalogue catalogue(in);
  std::vector<DocumentRow> found;
  if (!Trim(typed).empty()) {
    for (int rank : FindRanks(in, catalogue, Trim(typed)))
      found.push_back(catalogue.entries()[static_cast<size_t>(rank)].row);
  }
  std::stable_sort(found.begin(), found.end(), [](const DocumentRow& a, const DocumentRow& b) {
    return a.arrived && !b.arrived;
  });
  return Checked(in, std::move(found));
}

Result<std::vector<DocumentRow>> ListDocuments(Store& store, const DocumentFilter& filter) {
  Internals& in = store.internals();
  const Catalogue catalogue(in);
  const NameMatcher place(filter.in.value_or(""));
  const NameMatcher type(filter.type.value_or(""));
  std::vector<DocumentRow> found;
  for (size_t i = 0; i < catalogue.entries().size(); ++i) {
    const DocumentRow& row = catalogue.entries()[i].row;
    if (filter.arrived && row.arrived != *filter.arrived) continue;
    if (filter.in && !catalogue.IsIn(static_cast<int>(i), place)) continue;
    if (filter.type && !(row.type && type.IsNamed(*row.type))) continue;
    found.push_back(row);
  }
  return Checked(in, std::move(found));
}

Result<std::vector<FileRow>> ListFiles(Store& store, int64_t document_id) {
  Internals& in = store.internals();
  Rows rows = in.reads.files_of_document.Query(document_id);
  return Checked(in, ReadFiles(rows));
}

Result<std::vector<FileRow>> ListFailures(Store& store) {
  Internals& in = store.internals();
  Rows rows = in.reads.failures.Query();
  return Checked(in, ReadFiles(rows));
}

Result<std::optional<Record>> LoadRecord(Store& store, int64_t document_id) {
  Internals& in = store.internals();
  std::optional<std::string> json;
  if (Rows rows = in.reads.record_of_document.Query(document_id); rows.Next()) json = rows.Text(0);
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  if (!json) return std::optional<Record>();
  CV_TRY(Record record, RecordFromJson(*json));
  return std::optional<Record>(std::move(record));
}

Result<std::optional<std::string>> LoadLayout(Store& store, std::string_view sha256) {
  Internals& in = store.internals();
  std::optional<std::string> layout;
  if (Rows rows = in.reads.layout_of_file.Query(sha256); rows.Next()) layout = rows.Text(0);
  return Checked(in, std::move(layout));
}

Result<StoreCounts> Count(Store& store) {
  Internals& in = store.internals();
  StoreCounts counts;
  if (Rows rows = in.reads.counts.Query(); rows.Next()) {
    counts = {rows.Int(0), rows.Int(1), rows.Int(2), rows.Int(3),
              rows.Int(4), rows.Int(5), rows.Int(6)};
  }
  return Checked(in, counts);
}

}  // namespace congvan::store
