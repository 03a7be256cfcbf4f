#include "internals.h"

namespace congvan::store {

DocumentStatements::DocumentStatements(Db& db)
    : documents(
          db,
          "SELECT d.id, n.name, d.symbol, d.type, d.date, d.issuer, d.place, d.title, d.level,"
          " d.province, d.commune, d.file_id, l.path, l.tasks, l.targets, d.identity_key,"
          " (SELECT f.sha256 FROM files f WHERE f.id = d.file_id) AS sha256,"
          " (SELECT min(f.sha256) FROM citations c JOIN files f ON f.id = c.file_id"
          "  WHERE c.document_id = d.id) AS cited_by"
          " FROM documents d JOIN document_names n ON n.document_id = d.id"
          " JOIN document_list l ON l.document_id = d.id"
          " ORDER BY n.name, d.date, d.issuer, d.title, sha256, cited_by"),
      file_labels(db,
                  "SELECT f.document_id, f.sha256, p.path FROM files f"
                  " JOIN file_paths p ON p.file_id = f.id WHERE f.status = 'ok' ORDER BY p.path"),
      files_of_document(db,
                        "SELECT f.id, f.sha256, p.path, f.media_type, f.text_from, f.bytes,"
                        " f.page_count, f.role, f.status, f.first_seen, f.error_code, f.error,"
                        " f.hint, d.file_id = f.id FROM files f"
                        " JOIN file_paths p ON p.file_id = f.id"
                        " JOIN documents d ON d.id = f.document_id WHERE d.id = ?1"
                        " ORDER BY d.file_id = f.id DESC, f.sha256, p.path"),
      failures(db,
               "SELECT f.id, f.sha256, p.path, f.media_type, f.text_from, f.bytes, f.page_count,"
               " f.role, f.status, f.first_seen, f.error_code, f.error, f.hint, 0 FROM files f"
               " JOIN file_paths p ON p.file_id = f.id WHERE f.status = 'failed'"
               " ORDER BY (SELECT min(q.path) FROM file_paths q WHERE q.file_id = f.id), f.sha256,"
               " p.path"),
      record_of_document(db,
                         "SELECT r.json FROM records r JOIN documents d ON d.file_id = r.file_id"
                         " WHERE d.id = ?1"),
      layout_of_file(db,
                     "SELECT l.encoded FROM layouts l JOIN files f ON f.id = l.file_id"
                     " WHERE f.sha256 = ?1"),
      citations(db,
                "SELECT f.document_id, c.document_id, sum(c.mentions),"
                " min(CASE WHEN f.id = d.file_id THEN c.position END) FROM citations c"
                " JOIN files f ON f.id = c.file_id JOIN documents d ON d.id = f.document_id"
                " WHERE c.document_id <> f.document_id AND c.mentions > 0"
                " GROUP BY f.document_id, c.document_id"),
      relations(db,
                "SELECT document_id, relation, other_id, verb FROM relation_list"
                " WHERE document_id <> other_id ORDER BY relation, verb"),
      counts(db,
             "SELECT (SELECT count(*) FROM files WHERE status = 'ok'),"
             " (SELECT count(*) FROM failures WHERE error_code <> 'no-document'),"
             " (SELECT count(*) FROM documents),"
             " (SELECT count(*) FROM documents WHERE file_id IS NULL),"
             " (SELECT count(*) FROM task_list), (SELECT count(*) FROM target_list),"
             " (SELECT count(*) FROM pages)"),
      agencies(db, "SELECT name FROM agencies ORDER BY name"),
      said_of_documents(
          db,
          "SELECT f.document_id, 1, h.date, h.type, h.issuer,"
          " (SELECT min(p.path) FROM file_paths p WHERE p.file_id = f.id), '[]'"
          " FROM files f JOIN heads h ON h.file_id = f.id WHERE f.role = 'main'"
          " UNION ALL SELECT c.document_id, 0, c.date, c.type, c.issuer,"
          " (SELECT min(p.path) FROM file_paths p WHERE p.file_id = c.file_id), c.spans"
          " FROM citations c JOIN files f ON f.id = c.file_id"
          " WHERE f.document_id <> c.document_id") {}

RowStatements::RowStatements(Db& db)
    : tasks(db,
            "SELECT t.id, f.document_id, l.path, t.position, t.annex, t.group_name, t.ordinal,"
            " t.text, t.deadline, t.deadline_kind, t.due, t.every, t.product, t.note, t.spans,"
            " t.rule, t.last_day, f.sha256, t.deadline_op, t.month_day, t.modality FROM tasks t"
            " JOIN files f ON f.id = t.file_id AND f.counted"
            " JOIN (SELECT file_id, min(path) AS path FROM file_paths GROUP BY file_id) l"
            " ON l.file_id = f.id"
            " WHERE (?1 IS NULL OR f.document_id = ?1) AND (?2 IS NULL OR t.last_day <= ?2)"
            " AND (?3 IS NULL OR t.last_day >= ?3) AND (?4 IS NULL OR t.last_day < ?4"
            " OR (t.last_day = ?4 AND t.deadline_op = '<'))"),
      task_agencies(db,
                    "SELECT role, name FROM task_agencies WHERE task_id = ?1"
                    " ORDER BY role, position"),
      task_milestones(db,
                      "SELECT text, kind, due, every FROM task_milestones WHERE task_id = ?1"
                      " ORDER BY position"),
      task_references(db,
                      "SELECT r.symbol, c.document_id FROM task_references r"
                      " LEFT JOIN citations c ON c.id = r.citation_id WHERE r.task_id = ?1"
                      " ORDER BY r.position"),
      targets(db,
              "SELECT t.id, f.document_id, l.path, t.position, t.annex, t.ordinal, t.group_name,"
              " t.indicator, t.comparator, t.value, t.value_max, t.unit, t.by_text, t.spans,"
              " t.rule, f.sha256, t.modality FROM targets t"
              " JOIN files f ON f.id = t.file_id AND f.counted"
              " JOIN (SELECT file_id, min(path) AS path FROM file_paths GROUP BY file_id) l"
              " ON l.file_id = f.id WHERE (?1 IS NULL OR f.document_id = ?1)"),
      target_agencies(db,
                      "SELECT name FROM target_agencies WHERE target_id = ?1 ORDER BY position"),
      search_pages(db,
                   "SELECT p.id, f.document_id,"
                   " (SELECT min(path) FROM file_paths WHERE file_id = f.id), p.page, p.text"
                   " FROM page_words JOIN pages p ON p.id = page_words.rowid"
                   " JOIN files f ON f.id = p.file_id WHERE page_words MATCH ?1"
                   " ORDER BY rank, f.sha256, p.page LIMIT ?2") {}

}  // namespace congvan::store
