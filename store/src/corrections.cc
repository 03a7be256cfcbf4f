#include "store/corrections.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/field_path.h"
#include "corrections_json.h"
#include "internals.h"
#include "put.h"
#include "store/record_json.h"

namespace congvan::store {
namespace {

template <class T>
Result<T> Checked(Internals& in, T value) {
  if (auto done = in.db.Check(); !done) return Fail(done.error());
  return value;
}

CorrectionKind ParseKind(std::string_view name) {
  for (CorrectionKind kind : {CorrectionKind::kSet, CorrectionKind::kNone}) {
    if (name == ToString(kind)) return kind;
  }
  return CorrectionKind::kConfirm;
}

Correction ReadCorrection(const Rows& rows) {
  Correction c;
  c.sha256 = rows.Text(1);
  c.field = rows.Text(2);
  c.row_key = rows.Text(3);
  c.kind = ParseKind(rows.Text(4));
  c.old_value = rows.Text(5);
  c.new_value = rows.Text(6);
  c.note = rows.Text(7);
  c.corrected_at = rows.Text(8);
  return c;
}

struct Numbered {
  int64_t id = 0;
  Correction correction;
};

std::vector<Numbered> CorrectionsOf(Internals& in, std::string_view sha256) {
  std::vector<Numbered> out;
  for (Rows rows = in.corrections.of_file.Query(sha256); rows.Next();)
    out.push_back({rows.Int64(0), ReadCorrection(rows)});
  return out;
}

// One row of the statement `readings`.
Result<Reading> ReadReading(Internals& in, const Rows& rows) {
  Reading reading;
  reading.sha256 = rows.Text(0);
  reading.path = rows.Text(1);
  reading.document_id = rows.Int64(2);
  CV_TRY(reading.record, RecordFromJson(rows.Text(3)));
  reading.rules_version = rows.MaybeText(4);
  reading.program_version = rows.MaybeText(5);
  std::vector<Correction> corrections;
  for (Numbered& numbered : CorrectionsOf(in, reading.sha256))
    corrections.push_back(std::move(numbered.correction));
  reading.corrections = Apply(reading.record, std::move(corrections)).corrections;
  return reading;
}

Result<Reading> ReadingOf(Internals& in, std::string_view sha256) {
  Rows rows = in.corrections.reading_of_file.Query(sha256);
  if (!rows.Next()) {
    if (auto done = in.db.Check(); !done) return Fail(done.error());
    return Fail(MakeError(ErrorCode::kNotFound, "", "the database has no record of this file",
                          "ingest it first"));
  }
  return ReadReading(in, rows);
}

// The record is written once more, with its corrections; the pages and the layout stay.
Result<void> WriteAgain(Internals& in, const Reading& reading) {
  NormalizedText text;
  for (Rows rows = in.corrections.pages.Query(reading.sha256); rows.Next();) {
    text.page_begin.push_back(static_cast<uint32_t>(text.text.size()));
    text.text += rows.Text(0);
  }
  std::string layout, seen_at;
  if (Rows rows = in.reads.layout_of_file.Query(reading.sha256); rows.Next()) layout = rows.Text(0);
  if (Rows rows = in.corrections.first_seen.Query(reading.sha256); rows.Next())
    seen_at = rows.Text(0);
  Record record = reading.record;
  record.source.path = reading.path;
  auto put = PutRecord(in, record, text, {layout, seen_at, true});
  if (!put) return Fail(put.error());
  return {};
}

// Tells whether a correction is the one of this field: as it is now, else as it was named.
bool IsOf(const Correction& correction, std::string_view field) {
  return correction.now ? *correction.now == field : correction.field == field;
}

std::optional<size_t> IndexOf(const std::vector<Correction>& corrections, std::string_view field) {
  const auto found =
      std::find_if(corrections.begin(), corrections.end(),
                   [field](const Correction& correction) { return IsOf(correction, field); });
  if (found == corrections.end()) return std::nullopt;
  return static_cast<size_t>(found - corrections.begin());
}

Result<Correction> MakeCorrection(const Reading& reading, const CorrectionRequest& request) {
  auto path = ParseFieldPath(request.field);
  if (!path) {
    return Fail(MakeError(ErrorCode::kNotFound, "", "the document has no such field",
                          "congvan review DOC names those that it has"));
  }
  if (request.kind == CorrectionKind::kConfirm) path->item = std::nullopt;
  if (auto fits = CheckValue(reading.record, *path, request.kind, request.new_value); !fits)
    return Fail(fits.error());
  Correction out{reading.sha256, path->Text(), {},         request.kind, {},
                 "null",         request.note, request.at, path->Text()};
  CV_TRY(out.old_value, ValueAt(reading.record, *path));
  if (path->row) out.row_key = RowKey(reading.record, path->list, *path->row);
  if (request.kind == CorrectionKind::kSet) out.new_value = request.new_value;
  if (request.kind == CorrectionKind::kConfirm) {
    CV_TRY(out.new_value, ProposedAt(reading.record, *path));
  }
  return out;
}

}  // namespace

CorrectionStatements::CorrectionStatements(Db& db)
    : of_file(db,
              "SELECT id, sha256, field, row_key, kind, old_value, new_value, note, corrected_at"
              " FROM corrections WHERE sha256 = ?1 ORDER BY id"),
      homeless(db,
               "SELECT id, sha256, field, row_key, kind, old_value, new_value, note, corrected_at"
               " FROM corrections c WHERE NOT EXISTS"
               " (SELECT 1 FROM files f WHERE f.sha256 = c.sha256 AND f.status = 'ok')"
               " ORDER BY sha256, field, id"),
      insert(db,
             "INSERT INTO corrections (sha256, field, row_key, kind, old_value, new_value, note,"
             " corrected_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"),
      remove(db, "DELETE FROM corrections WHERE id = ?1"),
      readings(db,
               "SELECT f.sha256, (SELECT min(path) FROM file_paths p WHERE p.file_id = f.id) AS"
               " path, f.document_id, r.json, r.rules_version, r.program_version"
               " FROM records r JOIN files f ON f.id = r.file_id"
               " JOIN documents d ON d.id = f.document_id"
               " WHERE ?1 IS NULL OR f.document_id = ?1"
               " ORDER BY ?1 IS NOT NULL AND d.file_id = f.id DESC, path, f.sha256"),
      reading_of_file(db,
                      "SELECT f.sha256, (SELECT min(path) FROM file_paths p WHERE p.file_id ="
                      " f.id), f.document_id, r.json, r.rules_version, r.program_version"
                      " FROM records r JOIN files f ON f.id = r.file_id WHERE f.sha256 = ?1"),
      pages(db,
            "SELECT p.text FROM pages p JOIN files f ON f.id = p.file_id WHERE f.sha256 = ?1"
            " ORDER BY p.page"),
      first_seen(db, "SELECT first_seen FROM files WHERE sha256 = ?1") {}

std::vector<Correction> StoredCorrections(Internals& in, std::string_view sha256) {
  std::vector<Correction> out;
  for (Numbered& numbered : CorrectionsOf(in, sha256))
    out.push_back(std::move(numbered.correction));
  return out;
}

Result<std::vector<Reading>> LoadReadings(Store& store, const std::optional<int64_t>& document_id) {
  Internals& in = store.internals();
  std::vector<Reading> out;
  for (Rows rows = in.corrections.readings.Query(document_id); rows.Next();) {
    CV_TRY(Reading reading, ReadReading(in, rows));
    out.push_back(std::move(reading));
  }
  return Checked(in, std::move(out));
}

Result<std::vector<Correction>> ListHomeless(Store& store) {
  Internals& in = store.internals();
  std::vector<Correction> out;
  for (Rows rows = in.corrections.homeless.Query(); rows.Next();)
    out.push_back(ReadCorrection(rows));
  return Checked(in, std::move(out));
}

Result<std::vector<Correction>> ListCorrections(Store& store, std::string_view sha256) {
  Internals& in = store.internals();
  auto reading = ReadingOf(in, sha256);
  if (reading) return std::move(reading->corrections);
  if (reading.error().code != ErrorCode::kNotFound) return Fail(reading.error());
  return Checked(in, StoredCorrections(in, sha256));
}

Result<Correction> Correct(Store& store, const CorrectionRequest& request) {
  Internals& in = store.internals();
  Tx tx(in.db);
  CV_TRY(Reading reading, ReadingOf(in, request.sha256));
  CV_TRY(Correction correction, MakeCorrection(reading, request));
  std::vector<Numbered> before = CorrectionsOf(in, request.sha256);
  for (size_t i = 0; i < before.size(); ++i) {
    if (IsOf(reading.corrections[i], correction.field)) in.corrections.remove.Run(before[i].id);
  }
  in.corrections.insert.Run(correction.sha256, correction.field, correction.row_key,
                            ToString(correction.kind), correction.old_value, correction.new_value,
                            correction.note, correction.corrected_at);
  if (auto written = WriteAgain(in, reading); !written) return Fail(written.error());
  if (auto done = tx.Commit(); !done) return Fail(done.error());
  return correction;
}

Result<bool> Undo(Store& store, std::string_view sha256, std::string_view field) {
  Internals& in = store.internals();
  Tx tx(in.db);
  const std::vector<Numbered> numbered = CorrectionsOf(in, sha256);
  auto reading = ReadingOf(in, sha256);
  if (!reading && reading.error().code != ErrorCode::kNotFound) return Fail(reading.error());
  std::vector<Correction> corrections =
      reading ? reading->corrections : StoredCorrections(in, sha256);
  const auto which = IndexOf(corrections, field);
  if (!which) return false;
  in.corrections.remove.Run(numbered[*which].id);
  if (reading) {
    if (auto written = WriteAgain(in, *reading); !written) return Fail(written.error());
  }
  if (auto done = tx.Commit(); !done) return Fail(done.error());
  return true;
}

}  // namespace congvan::store
