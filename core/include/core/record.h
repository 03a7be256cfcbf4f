// core/record.h: what the program knows about one document: the output contract "congvan.record/1",
// field for field.
//
// Unknown is nullopt or an empty list, never a guess. docs/record.md describes every field for
// users.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/diagnostic.h"
#include "core/normalized_text.h"
#include "core/raw_document.h"

namespace congvan {

enum class Role { kMain, kAnnex };  ///< kAnnex: a file that holds only the annex of a document

struct Signer {
  std::optional<std::string> name, position,
      authority;  ///< authority: "KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"
  bool operator==(const Signer&) const = default;
};

struct DocumentHead {
  Role role = Role::kMain;
  std::optional<std::string> symbol;         ///< canonical; nullopt when blank or absent
  std::optional<std::string> symbol_suffix;  ///< known also when the number is blank
  std::optional<std::string> type;           ///< lower case: "kế hoạch"
  std::optional<PartialDate> date;
  std::optional<std::string> place, issuer, subject;
  std::vector<std::string> addressees;  ///< Kính gửi
  std::vector<std::string> recipients;  ///< Nơi nhận, one per bullet
  Signer signer;
  bool operator==(const DocumentHead&) const = default;
};

struct Citation {
  std::optional<std::string> symbol;  ///< canonical; nullopt for a document cited by its title only
  std::optional<std::string> type;
  std::optional<PartialDate> date;
  std::optional<std::string> issuer, title;
  int mentions = 0;             ///< how often it is named with its number or by an alias of it
  std::vector<PageSpan> spans;  ///< of the mentions
  bool operator==(const Citation&) const = default;
};

enum class RelationKind {
  kImplements,
  kBasedOn,
  kAmends,
  kReplaces,
  kRepeals,
  kGuides,
  kReportsOn,
  kRepliesTo,
  kIssuedWith,
  kCites
};
std::string_view ToString(RelationKind kind);  ///< "implements", "based_on", ...
std::optional<RelationKind> ParseRelationKind(std::string_view name);

struct Relation {
  std::string from;  ///< a canonical symbol, a title where there is none, or "self"
  RelationKind kind = RelationKind::kCites;
  std::string to;
  std::string verb;             ///< the words that say so, verbatim
  std::vector<PageSpan> spans;  ///< of those words
  bool operator==(const Relation&) const = default;
};

enum class DeadlineKind {
  kNone,
  kDate,
  kMonth,
  kQuarter,
  kYear,
  kPeriod,
  kOngoing,
  kRecurring,
  kPerPlan,
  kAnchored,
  kOnRequest
};
std::string_view ToString(DeadlineKind kind);  ///< "none", "date", ...
std::optional<DeadlineKind> ParseDeadlineKind(std::string_view name);

/// One of several points in time that a deadline names.
struct Milestone {
  std::string text;  ///< verbatim: its part of the cell, its words of the sentence
  DeadlineKind kind = DeadlineKind::kNone;
  std::optional<PartialDate> due;
  std::optional<std::string> every;
  bool operator==(const Milestone&) const = default;
};

struct Deadline {
  std::optional<std::string> text;  ///< verbatim
  DeadlineKind kind = DeadlineKind::kNone;
  std::optional<PartialDate> due;  ///< the last day of what is named; of several the last
  std::optional<std::string>
      every;  ///< week, month, quarter, half-year, year; of several the shortest
  std::optional<std::string> op;      ///< where a day is named: "<" before it, "<=" on it at last
  std::optional<int> day;             ///< of the month, of a duty that recurs
  std::vector<Milestone> milestones;  ///< where several are named, in order; else empty
  bool operator==(const Deadline&) const = default;
};

struct Task {
  std::optional<std::string>
      annex;  ///< as printed; "" for an unnumbered annex; nullopt in the body
  std::optional<std::string> group, ordinal;
  std::string text;  ///< one line
  std::vector<std::string> lead, support;
  Deadline deadline;
  std::optional<std::string> modality;  ///< "aim" (phấn đấu), "duty" (phải); nullopt when unsaid
  std::optional<std::string> product, note;
  std::vector<std::string> references;  ///< canonical symbols cited in the row
  std::vector<PageSpan> spans;          ///< of the task's text
  std::string rule;                     ///< id of the rule that made it a task
  bool operator==(const Task&) const = default;
};

struct Target {
  std::optional<std::string> annex, ordinal, group;
  std::string indicator;
  std::optional<std::string>
      comparator;                   ///< "=", ">=", ">", "<=", "<"; nullopt when there is no number
  std::optional<double> value;      ///< nullopt when the goal is no number ("Báo cáo")
  std::optional<double> value_max;  ///< upper end of a range
  std::optional<std::string> unit;
  std::optional<std::string> by;        ///< "2025", "2025-06" or "2025-06-30"
  std::optional<std::string> modality;  ///< "aim" (phấn đấu), "duty" (phải); nullopt when unsaid
  std::vector<std::string> lead;
  std::vector<PageSpan> spans;
  std::string rule;
  bool operator==(const Target&) const = default;
};

/// A rectangle on one page, in points from its top left corner.
struct PageBox {
  int page = 1;
  Box box;
  bool operator==(const PageBox&) const = default;
};

/// Why a value is what it is: where it stands and which rule read it. A value made from words (a
/// date, a number, the kind of a relation) points to those words; one whose words stand apart or
/// were changed in reading points to the whole cell, item or line that was read.
struct Evidence {
  std::string field;                ///< "document.date", "tasks[3].lead[0]", "tasks[3].deadline"
  std::vector<PageSpan> spans;      ///< in order; one a page and a piece
  std::string rule;                 ///< id of a rule, or name of a group of rules
  std::string text;                 ///< verbatim, pieces joined by one blank
  std::vector<PageBox> boxes = {};  ///< one a printed line; empty where the layout has no words
  /// How often values that were read so are right: above 0, two decimals; 0 before it is known.
  double confidence = 0;
  std::string circumstance = {};  ///< what makes it less certain than its rule: "mended", ...
  bool operator==(const Evidence&) const = default;
};

/// A value that was read but is too doubtful to be asserted: the record does not have it.
struct Proposal {
  Evidence evidence;                 ///< its field is that of a whole list: "tasks[3].lead"
  std::string value;                 ///< as the record would show it; of a list one item
  std::optional<Deadline> deadline;  ///< of "tasks[3].deadline": the whole of it
  bool operator==(const Proposal&) const = default;
};

struct Record {
  SourceFile source;
  int pages = 0;
  std::string text_from;
  DocumentHead document;
  std::vector<Citation> citations;  ///< in order of first mention
  std::vector<Relation> relations;
  std::vector<Task> tasks;
  std::vector<Target> targets;
  std::vector<Evidence> evidence;
  std::vector<Proposal> proposals;
  std::vector<Diagnostic> notes;
  std::string rules_version;    ///< of the rules that read it: RuleSet::version
  std::string program_version;  ///< of the program that ran them
  bool operator==(const Record&) const = default;
};

}  // namespace congvan
