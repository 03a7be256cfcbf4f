#include "put.h"

#include <string>
#include <utility>
#include <vector>

#include "erase.h"
#include "record_writer.h"
#include "resolve.h"
#include "store/record_json.h"

namespace congvan::store {

WriteStatements::WriteStatements(Db& db)
    : find_file(db,
                "SELECT id, status, error_code, error, document_id FROM files WHERE sha256 = ?1"),
      find_failed_path(db,
                       "SELECT f.id, f.status, f.error_code, f.error, f.document_id FROM files f"
                       " JOIN file_paths p ON p.file_id = f.id"
                       " WHERE p.path = ?1 AND f.sha256 IS NULL"),
      insert_file(db,
                  "INSERT INTO files (sha256, bytes, media_type, text_from, page_count, status,"
                  " first_seen, error_code, error, error_page, hint, role, richness, document_id,"
                  " identity_key, identity_profile, title_key)"
                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16,"
                  " ?17)"),
      update_file(db,
                  "UPDATE files SET bytes = ?2, media_type = ?3, text_from = ?4, page_count = ?5,"
                  " status = ?6, error_code = ?7, error = ?8, error_page = ?9, hint = ?10,"
                  " role = ?11, richness = ?12, document_id = ?13, identity_key = ?14,"
                  " identity_profile = ?15, title_key = ?16 WHERE id = ?1"),
      insert_path(db,
                  "INSERT INTO file_paths (file_id, path, first_seen) VALUES (?1, ?2, ?3)"
                  " ON CONFLICT DO NOTHING RETURNING 1"),
      delete_path(db, "DELETE FROM file_paths WHERE file_id = ?1 AND path = ?2"),
      delete_file(db, "DELETE FROM files WHERE id = ?1"),
      others_at_path(db,
                     "SELECT f.id, f.status, f.error_code, f.error, f.document_id FROM files f"
                     " JOIN file_paths p ON p.file_id = f.id WHERE p.path = ?1 AND f.id <> ?2"),
      any_path(db, "SELECT 1 FROM file_paths WHERE file_id = ?1 LIMIT 1"),
      forget_primary(db, "UPDATE documents SET file_id = NULL WHERE file_id = ?1"),
      insert_head(db,
                  "INSERT INTO heads VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
                  " ?13, ?14)"),
      insert_recipient(db, "INSERT INTO recipients VALUES (?1, ?2, ?3, ?4)"),
      insert_record(db, "INSERT INTO records VALUES (?1, ?2, ?3, ?4)"),
      insert_layout(db, "INSERT INTO layouts VALUES (?1, ?2)"),
      insert_page(db, "INSERT INTO pages (file_id, page, text) VALUES (?1, ?2, ?3)"),
      insert_words(db, "INSERT INTO page_words (rowid, exact, folded) VALUES (?1, ?2, ?3)"),
      insert_citation(db,
                      "INSERT INTO citations (file_id, position, document_id, symbol, type, date,"
                      " issuer, title, mentions, spans, identity_key, identity_profile, title_key)"
                      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"),
      insert_relation(db,
                      "INSERT INTO relations (file_id, position, from_citation, relation,"
                      " to_citation, verb, spans) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
      upsert_agency(db,
                    "INSERT INTO agencies (name, name_key) VALUES (?1, ?2)"
                    " ON CONFLICT (name_key) DO UPDATE SET name = min(name, excluded.name)"
                    " RETURNING id"),
      insert_task(db,
                  "INSERT INTO tasks (file_id, position, annex, group_name, ordinal, text,"
                  " deadline, deadline_kind, due, last_day, every, product, note, spans, rule,"
                  " deadline_op, month_day, modality)"
                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,"
                  " ?16, ?17, ?18)"),
      insert_task_agency(db, "INSERT INTO task_agencies VALUES (?1, ?2, ?3, ?4, ?5)"),
      insert_task_reference(db, "INSERT INTO task_references VALUES (?1, ?2, ?3, ?4)"),
      insert_milestone(db, "INSERT INTO task_milestones VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
      insert_target(db,
                    "INSERT INTO targets (file_id, position, annex, ordinal, group_name,"
                    " indicator, comparator, value, value_max, unit, by_text, spans, rule,"
                    " modality)"
                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"),
      insert_target_agency(db, "INSERT INTO target_agencies VALUES (?1, ?2, ?3, ?4)") {}

namespace {

struct KnownFile {
  int64_t id = 0;
  bool ok = false;
  std::string error_code, error;
  std::optional<int64_t> document;
};

KnownFile ReadKnown(const Rows& rows) {
  const auto document = rows.IsNull(4) ? std::nullopt : std::optional(rows.Int64(4));
  return {rows.Int64(0), rows.Text(1) == "ok", rows.Text(2), rows.Text(3), document};
}

std::optional<KnownFile> Find(Stmt& stmt, std::string_view what) {
  Rows rows = stmt.Query(what);
  if (!rows.Next()) return std::nullopt;
  return ReadKnown(rows);
}

void Forget(Internals& in, const KnownFile& file) {
  if (file.ok) {
    EraseRecord(in, file.id);
    in.write.forget_primary.Run(file.id);
  }
  in.write.delete_file.Run(file.id);
}

// Other bytes that were once found under this path are there no more; what has no path left goes.
void GiveUpPath(Internals& in, const KnownFile& keeper, std::string_view path) {
  std::vector<KnownFile> others;
  for (Rows rows = in.write.others_at_path.Query(path, keeper.id); rows.Next();)
    others.push_back(ReadKnown(rows));
  for (const KnownFile& other : others) {
    // A copy that can't be read, perhaps half written, does not drive out a good one.
    if (other.ok && !keeper.ok) continue;
    in.write.delete_path.Run(other.id, path);
    Rows rows = in.write.any_path.Query(other.id);
    if (!rows.Next()) Forget(in, other);
  }
}

PutOutcome AddPath(Internals& in, const KnownFile& file, std::string_view path,
                   std::string_view seen_at) {
  GiveUpPath(in, file, path);
  Rows rows = in.write.insert_path.Query(file.id, path, seen_at);
  return rows.Next() ? PutOutcome::kNewPath : PutOutcome::kUnchanged;
}

// Inside a batch the end of the batch does it, once for all.
void SettleUnlessInBatch(Internals& in) {
  SettleAgencies(in);
  if (in.in_batch) return;
  SettleDocuments(in);
  RefreshDocuments(in);
}

struct FileIdentity {
  Mention mention;
  int64_t document = 0;
};

int64_t WriteFileRow(Internals& in, const Record& record, const std::optional<KnownFile>& known,
                     const FileIdentity& identity, std::string_view seen_at) {
  const SourceFile& source = record.source;
  const auto bytes = static_cast<int64_t>(source.bytes);
  const auto richness =
      static_cast<int64_t>(record.tasks.size() + record.targets.size() + record.citations.size());
  const char* role = record.document.role == Role::kMain ? "main" : "annex";
  const std::string profile = ToProfile(identity.mention);
  const auto title_key = LawTitleKey(record.document.type, record.document.subject);
  if (title_key) in.unsettled.keys.insert(*title_key);
  const auto none = std::nullopt;
  if (known) {
    in.write.update_file.Run(known->id, bytes, source.media_type, record.text_from, record.pages,
                             "ok", none, none, none, none, role, richness, identity.document,
                             identity.mention.key, profile, title_key);
    return known->id;
  }
  in.write.insert_file.Run(source.sha256, bytes, source.media_type, record.text_from, record.pages,
                           "ok", seen_at, none, none, none, none, role, richness, identity.document,
                           identity.mention.key, profile, title_key);
  return in.db.LastInsertId();
}

template <class T>
Result<T> CommitWith(Tx& tx, T outcome) {
  if (auto done = tx.Commit(); !done) return Fail(done.error());
  return outcome;
}

}  // namespace

Result<PutOutcome> PutRecord(Internals& in, const Record& as_read, const PagedText& text,
                             const PutOptions& options) {
  CV_CHECK(!as_read.source.sha256.empty(), "a record is of bytes that were read");
  Tx tx(in.db);
  const auto known = Find(in.write.find_file, as_read.source.sha256);
  const bool replaces = known && known->ok;
  if (replaces && !options.replace) {
    const PutOutcome outcome = AddPath(in, *known, as_read.source.path, options.seen_at);
    SettleUnlessInBatch(in);
    return CommitWith(tx, outcome);
  }
  const auto corrections = StoredCorrections(in, as_read.source.sha256);
  std::optional<Record> corrected;
  if (!corrections.empty()) corrected = Apply(as_read, corrections).record;
  const Record& record = corrected ? *corrected : as_read;
  if (replaces) EraseRecord(in, known->id);
  const Place scope = ScopeOf(record);
  FileIdentity identity{MentionOfHead(record.document, scope, record.source.sha256), 0};
  identity.document = DocumentFor(in, identity.mention, known ? known->document : std::nullopt);
  const int64_t file = WriteFileRow(in, record, known, identity, options.seen_at);
  AddPath(in, {file, true, {}, {}, {}}, record.source.path, options.seen_at);
  in.write.insert_record.Run(file, ToJson(as_read, JsonLayout::kLine), as_read.rules_version,
                             as_read.program_version);
  WriteRecord(in, file, record, scope);
  WritePages(in, file, text);
  if (!options.layout.empty()) in.write.insert_layout.Run(file, Blob{options.layout});
  SettleUnlessInBatch(in);
  return CommitWith(tx, replaces ? PutOutcome::kReplaced : PutOutcome::kStored);
}

Result<PutOutcome> PutFailure(Internals& in, const SourceFile& source, const Error& error,
                              std::string_view seen_at) {
  Tx tx(in.db);
  const bool readable = !source.sha256.empty();
  const auto known = readable ? Find(in.write.find_file, source.sha256)
                              : Find(in.write.find_failed_path, source.path);
  const std::string_view code = ToString(error.code);
  if (known && (known->ok || (known->error_code == code && known->error == error.what))) {
    const PutOutcome outcome = AddPath(in, *known, source.path, seen_at);
    SettleUnlessInBatch(in);
    return CommitWith(tx, outcome);
  }
  const auto bytes = static_cast<int64_t>(source.bytes);
  const auto sha256 = readable ? std::optional(source.sha256) : std::nullopt;
  const auto none = std::nullopt;
  int64_t file = 0;
  if (known) {
    file = known->id;
    in.write.update_file.Run(file, bytes, source.media_type, "", 0, "failed", code, error.what,
                             error.page, error.hint, none, 0, none, none, none, none);
  } else {
    in.write.insert_file.Run(sha256, bytes, source.media_type, "", 0, "failed", seen_at, code,
                             error.what, error.page, error.hint, none, 0, none, none, none, none);
    file = in.db.LastInsertId();
  }
  AddPath(in, {file, false, {}, {}, {}}, source.path, seen_at);
  SettleUnlessInBatch(in);
  return CommitWith(tx, PutOutcome::kStored);
}

Result<std::optional<FileStatus>> RecogniseFile(Internals& in, const SourceFile& source,
                                                std::string_view seen_at) {
  Tx tx(in.db);
  std::optional<FileStatus> status;
  if (const auto known = Find(in.write.find_file, source.sha256)) {
    status = known->ok ? FileStatus::kOk : FileStatus::kFailed;
    AddPath(in, *known, source.path, seen_at);
    SettleUnlessInBatch(in);
  }
  return CommitWith(tx, status);
}

}  // namespace congvan::store
