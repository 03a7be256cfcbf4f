// store/queries.h: what can be asked of a Store. Plain structs out, sorted by content, never by row
// id: two stores that hold the same files answer alike, however they were filled.
//
// How typed words are matched, everywhere below:
//   symbols  by SymbolKey: spaces, case and missing diacritics do not matter;
//   names    words typed with diacritics must be so in the name (either tone placement); words
//   typed with none at
//            all match with or without. "UBND" and "Ủy ban nhân dân", and the like, are the same
//            words.
// Dates are ISO 8601 as known ("2025-10" when the day is not). Nothing found is an empty list, not
// an error.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "core/result.h"
#include "store/store.h"

namespace congvan::store {

/// Where a document comes from, by the words of its issuer or by its symbol.
enum class Level { kUnknown, kCentral, kProvince, kCommune };
std::string_view ToString(Level level);  ///< "unknown", "central", "province", "commune"

struct DocumentRow {
  int64_t id = 0;     ///< of this database file only
  std::string label;  ///< for showing, one line: the symbol; without one its type and title, cut
                      ///< behind a word with "…" when long, or its file's name
  std::optional<std::string> symbol, type, date, issuer, place, title;
  Level level = Level::kUnknown;
  bool arrived = false;             ///< false: cited only, its file is not here
  std::optional<std::string> path;  ///< of the file it is read from: the first by name
  int tasks = 0, targets = 0;
  bool operator==(const DocumentRow&) const = default;
};

struct FoundDocuments {
  std::vector<DocumentRow> rows;  ///< those that are here come first
  bool exact = true;              ///< false: by a symbol half remembered, or by words of the title
  std::vector<DocumentRow> near;  ///< nothing found: some with the same number
};

/// The documents that a user's words may mean: "#12" (an id), a path or file name, the beginning of
/// a sha256 (8 or more digits), a symbol; else, not exactly, a symbol as remembered ("NQ 57",
/// "57/NQ TW", "kế hoạch số 152 của UBND tỉnh"), else words of the title. The first kind that finds
/// something decides. Several answers are possible: thousands of communes have a 12/KH-UBND; of
/// several those of `in_place` are taken, where there are any.
Result<FoundDocuments> ResolveDocument(Store& store, std::string_view typed,
                                       const std::optional<std::string>& in_place = std::nullopt);
/// The rows alone.
Result<std::vector<DocumentRow>> FindDocuments(Store& store, std::string_view typed);

struct DocumentFilter {
  std::optional<bool> arrived;      ///< false: only the missing ones
  std::optional<std::string> in;    ///< name of a place: in the issuer, the place or the province
  std::optional<std::string> type;  ///< "kế hoạch"
};
Result<std::vector<DocumentRow>> ListDocuments(Store& store, const DocumentFilter& filter = {});

struct FileRow {
  std::string sha256;              ///< empty when the file could not be read at all
  std::vector<std::string> paths;  ///< sorted; at least one
  std::string media_type, text_from;
  uint64_t bytes = 0;
  int pages = 0;
  Role role = Role::kMain;
  FileStatus status = FileStatus::kOk;
  bool primary = false;  ///< the file that the document's tasks, targets and head are read from
  std::string first_seen;
  std::string error_code, error, hint;  ///< of a failed file
  bool operator==(const FileRow&) const = default;
};

/// The files of one document: the primary one first.
Result<std::vector<FileRow>> ListFiles(Store& store, int64_t document_id);
/// Files that could not be done, by path.
Result<std::vector<FileRow>> ListFailures(Store& store);

/// The record of the document's primary file, as corrected (corrections.h); nullopt when no file of
/// it is here.
Result<std::optional<Record>> LoadRecord(Store& store, int64_t document_id);
/// The layout given to Put, for the file with these bytes; nullopt when there is none.
Result<std::optional<std::string>> LoadLayout(Store& store, std::string_view sha256);

struct FoundUnits {
  std::vector<std::string> names;  ///< as tasks and targets spell them, sorted
  bool exact = true;               ///< false: only the beginnings fit, see below
  std::vector<std::string> near;   ///< nothing found: names that share words with it
};

/// The bodies that a user's words mean: this name, or this name with qualifying words behind it
/// ("Công an" finds "Công an xã", but not "Công an, Ban CHQS xã"). Where no body is named so, those
/// whose names begin with the words in any way, initials for words included: "Phòng Văn hóa" finds
/// "Phòng Văn hóa - Xã hội", "Phòng kt" finds "Phòng Kinh tế".
Result<FoundUnits> FindUnits(Store& store, std::string_view typed);

struct TaskFilter {
  std::optional<int64_t> ref;  ///< a document: tasks that name it, and tasks of what implements it
  bool direct = false;         ///< with `ref`: only those that name it
  std::optional<std::string> unit;  ///< leads or takes part; see FindUnits
  std::optional<std::string>
      in;  ///< a place: in the issuer, the place or the province of the document
  std::optional<std::string> text;  ///< words that all stand in the task's text
  std::optional<PartialDate>
      due_by;  ///< due on this day or before; a month or year counts to its last day
  std::optional<PartialDate> due_from;  ///< due on this day or later
  /// The day on which it is asked. Overdue: due before it, or "before" it (deadline.op "<"). Tasks
  /// without a due date never are.
  std::optional<PartialDate> overdue_on;
  std::optional<int64_t> document_id;  ///< only this document's
};

struct TaskRow {
  DocumentRow document;  ///< whose task it is
  std::string path;      ///< of the file it stands in
  int number = 0;        ///< 1-based place among the file's tasks
  Task task;
  std::optional<std::string> last_day;  ///< of task.deadline.due: "2025-12-31"
  /// Why it is an answer to `ref`: empty when the task names it, else the way from its document to
  /// `ref`, both included: {"119/KH-UBND", "15-KH/TU", "57-NQ/TW"}. The shortest.
  std::vector<std::string> via;
  bool supports = false;  ///< with `unit`: it takes part, and leads nothing of it
};

/// By last day (none last), then document, then place in it.
Result<std::vector<TaskRow>> ListTasks(Store& store, const TaskFilter& filter = {});

struct TargetFilter {
  std::optional<int64_t> ref;       ///< a document: its targets, and those of what implements it
  bool direct = false;              ///< with `ref`: only its own
  std::optional<std::string> unit;  ///< of the lead, as for tasks
  std::optional<std::string> in;
  std::optional<int> year;          ///< of the milestone
  std::optional<std::string> text;  ///< words that all stand in the indicator
  std::optional<int64_t> document_id;
};

struct TargetRow {
  DocumentRow document;
  std::string path;
  int number = 0;  ///< 1-based place among the file's targets
  Target target;
  std::vector<std::string> via;  ///< empty for the document's own
};

/// By document, then place in it.
Result<std::vector<TargetRow>> ListTargets(Store& store, const TargetFilter& filter = {});

struct CitationRow {
  DocumentRow other;  ///< the one cited, or the one that cites; see `arrived` for the missing ones
  RelationKind relation = RelationKind::kCites;  ///< the strongest that is known
  std::string verb;                              ///< may be empty
  int mentions = 0;                              ///< 0: known only from what a third document says
  bool operator==(const CitationRow&) const = default;
};

struct CitationLists {
  std::vector<CitationRow> cites;     ///< in order of first mention in the primary file
  std::vector<CitationRow> cited_by;  ///< by document
};
Result<CitationLists> ListCitations(Store& store, int64_t document_id);

struct SearchQuery {
  std::string
      words;  ///< all must stand on the page; "in double quotes" as a phrase; anything may be typed
  int limit = 50;
};

struct SearchHit {
  DocumentRow document;
  std::string path;
  int page = 1;
  bool exact = false;  ///< every word stands there as typed, diacritics included
  struct Piece {
    std::string text;
    bool hit = false;
    bool operator==(const Piece&) const = default;
  };
  std::vector<Piece>
      snippet;  ///< one line of the page's own text, in pieces; concatenated they are the snippet
};

/// Whether there is anything to search for: "*" is no word.
bool HasSearchWords(std::string_view typed);

/// Words typed with diacritics find those words; when no page has them so, the pages that have them
/// otherwise. Words typed without find both. Exact hits first, then by relevance.
Result<std::vector<SearchHit>> Search(Store& store, const SearchQuery& query);

struct StoreCounts {
  int files = 0, failures = 0, documents = 0, missing = 0, tasks = 0, targets = 0, pages = 0;
};
Result<StoreCounts> Count(Store& store);

}  // namespace congvan::store
