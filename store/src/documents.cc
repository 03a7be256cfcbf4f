#include "catalogue.h"
#include "internals.h"
#include "put.h"
#include "store/queries.h"
#include "store/record_json.h"

namespace congvan::store {
namespace {

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
  CV_TRY(const Record as_read, RecordFromJson(*json));
  Corrected corrected = Apply(as_read, StoredCorrections(in, as_read.source.sha256));
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  return std::optional<Record>(std::move(corrected.record));
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
