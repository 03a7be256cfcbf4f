#include "erase.h"

#include <string>
#include <vector>

#include "core/vietnamese.h"
#include "resolve.h"

namespace congvan::store {

EraseStatements::EraseStatements(Db& db)
    : profiles(db,
               "SELECT identity_key, identity_profile, document_id, title_key FROM citations"
               " WHERE file_id = ?1 UNION"
               " SELECT identity_key, identity_profile, document_id, title_key FROM files"
               " WHERE id = ?1"),
      agencies(db,
               "SELECT agency_id FROM task_agencies a JOIN tasks t ON t.id = a.task_id"
               " WHERE t.file_id = ?1 UNION SELECT agency_id FROM target_agencies a"
               " JOIN targets t ON t.id = a.target_id WHERE t.file_id = ?1"),
      pages(db, "SELECT id, text FROM pages WHERE file_id = ?1"),
      forget_words(db,
                   "INSERT INTO page_words (page_words, rowid, exact, folded)"
                   " VALUES ('delete', ?1, ?2, ?3)"),
      settle_agency(db,
                    "UPDATE agencies SET name = (SELECT min(name) FROM"
                    " (SELECT min(name) AS name FROM task_agencies WHERE agency_id = ?1"
                    " UNION ALL SELECT min(name) FROM target_agencies WHERE agency_id = ?1))"
                    " WHERE id = ?1 AND (EXISTS"
                    " (SELECT 1 FROM task_agencies WHERE agency_id = ?1) OR EXISTS"
                    " (SELECT 1 FROM target_agencies WHERE agency_id = ?1))"),
      drop_agency(db,
                  "DELETE FROM agencies WHERE id = ?1"
                  " AND NOT EXISTS (SELECT 1 FROM task_agencies WHERE agency_id = ?1)"
                  " AND NOT EXISTS (SELECT 1 FROM target_agencies WHERE agency_id = ?1)") {
  // In an order that foreign keys allow.
  for (const char* sql :
       {"DELETE FROM task_agencies WHERE task_id IN (SELECT id FROM tasks WHERE file_id = ?1)",
        "DELETE FROM task_milestones WHERE task_id IN (SELECT id FROM tasks WHERE file_id = ?1)",
        "DELETE FROM task_references WHERE task_id IN (SELECT id FROM tasks WHERE file_id = ?1)",
        "DELETE FROM target_agencies WHERE target_id IN (SELECT id FROM targets WHERE file_id = ?1)",
        "DELETE FROM tasks WHERE file_id = ?1", "DELETE FROM targets WHERE file_id = ?1",
        "DELETE FROM relations WHERE file_id = ?1", "DELETE FROM citations WHERE file_id = ?1",
        "DELETE FROM recipients WHERE file_id = ?1", "DELETE FROM heads WHERE file_id = ?1",
        "DELETE FROM records WHERE file_id = ?1", "DELETE FROM layouts WHERE file_id = ?1",
        "DELETE FROM pages WHERE file_id = ?1"})
    delete_rows.emplace_back(db, sql);
}

void EraseRecord(Internals& in, int64_t file) {
  for (Rows rows = in.erase.profiles.Query(file); rows.Next();) {
    NoteChange(in, FromProfile(rows.Text(0), rows.Text(1)));
    in.unsettled.erased.insert({{rows.Text(0), rows.Text(1)}, rows.Int64(2)});
    in.stale_documents.insert(rows.Int64(2));
    if (!rows.IsNull(3)) in.unsettled.keys.insert(rows.Text(3));
  }
  for (Rows rows = in.erase.agencies.Query(file); rows.Next();)
    in.unsettled.agencies.insert(rows.Int64(0));
  // The index keeps no text: its words are taken out by giving them once more.
  for (Rows rows = in.erase.pages.Query(file); rows.Next();) {
    const std::string text = rows.Text(1);
    in.erase.forget_words.Run(rows.Int64(0), FoldTonePlacement(text), StripDiacritics(text));
  }
  for (Stmt& stmt : in.erase.delete_rows) stmt.Run(file);
}

void SettleAgencies(Internals& in) {
  for (int64_t agency : in.unsettled.agencies) {
    in.erase.settle_agency.Run(agency);
    in.erase.drop_agency.Run(agency);
  }
  in.unsettled.agencies.clear();
}

}  // namespace congvan::store
