// internals.h: the open database and every statement that is ever run on it, prepared once.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sqlite_db.h"
#include "store/store.h"

namespace congvan::store {

struct WriteStatements {
  explicit WriteStatements(Db& db);

  Stmt find_file, find_failed_path, insert_file, update_file, insert_path, delete_path, delete_file;
  Stmt others_at_path, any_path, forget_primary;
  Stmt insert_head, insert_recipient, insert_record, insert_layout, insert_page, insert_words;
  Stmt insert_citation, insert_relation;
  Stmt upsert_agency, insert_task, insert_task_agency, insert_task_reference, insert_milestone;
  Stmt insert_target, insert_target_agency;
};

/// For telling which document a mention means.
struct ResolveStatements {
  explicit ResolveStatements(Db& db);

  Stmt find_profile, is_row_of_key, list_profiles, insert_document, move_files, move_citations, delete_unnamed;
  Stmt next_telling_province, asking_profiles, profiles_of_file, titled, title_keys_of;
  Stmt list_document_files, set_counted, annexes_of_file, head_of_file;
  Stmt list_document_citations, update_document;
};

/// For taking out what is known of a file.
struct EraseStatements {
  explicit EraseStatements(Db& db);

  Stmt profiles, agencies, pages, forget_words, settle_agency, drop_agency;
  std::vector<Stmt> delete_rows;
};

/// For documents and what lies between them.
struct DocumentStatements {
  explicit DocumentStatements(Db& db);

  Stmt documents, file_labels, files_of_document, failures, record_of_document, layout_of_file;
  Stmt citations, relations, counts, agencies, said_of_documents;
};

/// For what stands in documents.
struct RowStatements {
  explicit RowStatements(Db& db);

  Stmt tasks, task_agencies, task_milestones, task_references, targets, target_agencies,
      search_pages;
};

/// For what people corrected, and what the rules had read.
struct CorrectionStatements {
  explicit CorrectionStatements(Db& db);

  Stmt of_file, homeless, insert, remove;
  Stmt readings, reading_of_file, pages, first_seen;
};

/// For the list of administrative units.
struct UnitStatements {
  explicit UnitStatements(Db& db);

  Stmt clear, insert, list;
};

/// Remembered in memory only: what is rolled back is settled once more than needed.
struct Unsettled {
  std::set<std::string> keys;  ///< identity keys whose mentions may mean other documents now
  /// Key and date of documents of provinces that were not known there, see TellsProvince.
  std::set<std::pair<std::string, std::string>> told;
  std::set<int64_t> agencies;  ///< bodies that an erased record named
  /// The row that a mention of an erased record had, by key and profile: should it come again it
  /// gets the same one, so that the numbers that users see stay.
  std::map<std::pair<std::string, std::string>, int64_t> erased;
};

struct Internals {
  explicit Internals(Db opened)
      : db(std::move(opened)),
        write(db),
        resolve(db),
        erase(db),
        reads(db),
        rows(db),
        corrections(db),
        units(db) {}

  Db db;
  WriteStatements write;
  ResolveStatements resolve;
  EraseStatements erase;
  DocumentStatements reads;
  RowStatements rows;
  CorrectionStatements corrections;
  UnitStatements units;
  bool in_batch = false;
  /// What must be settled before the transaction ends (resolve.h).
  Unsettled unsettled;
  /// Documents whose own columns must be worked out again before the transaction ends.
  std::set<int64_t> stale_documents;
};

}  // namespace congvan::store
