// cli/flags.h: the command line as plain structs. Parsing decides nothing and opens nothing; the
// commands do.
//
//   Parsed parsed = ParseCommandLine({"tasks", "--ref", "57-NQ/TW"}, width);
//
// Help and messages are in the language chosen before (messages.h).
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/date.h"
#include "listing.h"
#include "messages.h"

namespace congvan::cli {

struct ExtractFlags {
  std::vector<std::string> paths;
  bool lines = false;  ///< --jsonl
  bool text = false;
  int jobs = 0;                             ///< 0: as many as there are processors
  std::optional<std::string> rules_folder;  ///< of the user's own rules
};

struct IngestFlags {
  std::vector<std::string> paths;
  std::vector<std::string> include;  ///< globs; empty takes everything that may be a document
  std::string database;
  int jobs = 0;
  bool json = false;
  bool force = false;  ///< known bytes are read again, and their record is replaced
  std::optional<std::string> rules_folder;
};

struct ReextractFlags {
  std::vector<std::string> documents;  ///< empty: all
  bool dry_run = false;
  bool force = false;  ///< also what these rules have read already
  std::optional<std::string> rules_folder;
  std::string database;
  ListOutput output;
};

struct ReviewFlags {
  std::optional<std::string> document, field;
  std::optional<std::string> set;  ///< the value that is right
  bool unset = false, confirm = false, undo = false;
  std::string note;
  std::optional<std::string> test_case;  ///< the folder to write to
  bool corrected = false;                ///< list the corrections instead
  double below = 0;                      ///< list what is less certain than this
  int limit = 0;                         ///< 0: all
  std::optional<std::string> rules_folder;
  std::string database;
  ListOutput output;
};

struct ShowFlags {
  std::optional<std::string> document;  ///< without: the list of all
  bool failed = false;
  std::string database;
  ListOutput output;
};

struct TasksFlags {
  std::optional<std::string> ref, unit, in, text, document;
  bool direct = false, overdue = false;
  std::optional<PartialDate> due_by, due_from;
  std::optional<PartialDate> today;  ///< --overdue asks on this day instead of the clock's
  int limit = 0;                     ///< 0: all
  std::string database;
  ListOutput output;
};

struct TargetsFlags {
  std::optional<std::string> ref, unit, in, text, document;
  bool direct = false;
  std::optional<int> year;
  int limit = 0;
  std::string database;
  ListOutput output;
};

struct CitesFlags {
  std::string document;
  std::string database;
  ListOutput output;
};

struct ImplementsFlags {
  std::string symbol;
  bool json = false;
  std::string database;
};

struct MissingFlags {
  std::optional<std::string> in, type;
  int limit = 0;  ///< 0: all
  std::string database;
  ListOutput output;
};

struct AuthoritiesFlags {
  std::optional<std::string> in, type;
  int limit = 0;
  std::string database;
  ListOutput output;
};

struct ConflictsFlags {
  int limit = 0;
  std::string database;
  ListOutput output;
};

struct ChainFlags {
  std::string from, to;
  std::string database;
  ListOutput output;
};

struct ImpactFlags {
  std::string document;
  bool stale = false;  ///< only what is stale
  std::string database;
  ListOutput output;
};

struct CoverageFlags {
  std::string document;
  std::optional<std::string> in;  ///< a province
  std::string database;
  ListOutput output;
};

struct UnitsFlags {
  std::optional<std::string> import;  ///< the file to take; without it the list is printed
  std::optional<std::string> in;
  int limit = 0;
  std::string database;
  ListOutput output;
};

enum class GraphFormat { kDot, kSvg, kHtml, kJson };

struct GraphFlags {
  std::optional<std::string> root;
  GraphFormat format = GraphFormat::kDot;
  bool citations = true;
  std::optional<std::string> output;  ///< file; stdout without
  std::string database;
};

struct SearchFlags {
  std::string words;
  int limit = 50;
  std::string database;
  ListOutput output;
};

struct TablesFlags {
  std::string path;
  bool json = false;
};

struct ExplainFlags {
  std::string path;
  std::optional<std::string> field;  ///< "tasks[3].lead": only this value and those below it
  bool json = false;
  std::optional<std::string> html;  ///< the file to write
  std::optional<std::string> rules_folder;
  std::string database;  ///< whose corrections are shown, where there is one
};

struct RulesFlags {
  enum class Action { kList, kCheck, kExplain, kNew };
  Action action = Action::kList;
  std::vector<std::string> names;    ///< list, explain: rule ids or groups; empty means all
  std::vector<std::string> files;    ///< check: rule files instead of the shipped ones
  std::string text;                  ///< explain; "-" reads stdin. new: what the rule must match
  std::string group;                 ///< new: the rule file without ".toml"
  std::vector<std::string> rejects;  ///< new: what it must not match
  std::optional<std::string> rules_folder;
  ListOutput output;
};

struct EvaluateFlags {
  std::string gold;                    ///< file or folder
  std::optional<std::string> records;  ///< file or folder; without it the documents are read
  bool misses = false;                 ///< the differences instead of the figures
  int jobs = 0;
  std::optional<std::string> rules_folder;
  ListOutput output;
};

using Command =
    std::variant<ExtractFlags, IngestFlags, ReextractFlags, ReviewFlags, ShowFlags, TasksFlags,
                 TargetsFlags, CitesFlags, ImplementsFlags, MissingFlags, AuthoritiesFlags,
                 ConflictsFlags, ChainFlags, ImpactFlags, CoverageFlags, UnitsFlags, GraphFlags,
                 SearchFlags, TablesFlags, ExplainFlags, RulesFlags, EvaluateFlags>;

/// To print on stdout: --help, --version.
struct Information {
  std::string text;
};

/// Nothing was done; `what` says why and names the near miss.
struct UsageError {
  std::string what;
  std::string command;  ///< "congvan tasks": whose --help to read
};

using Parsed = std::variant<Command, Information, UsageError>;

/// `arguments` without the program's name. `width`: columns for help texts.
Parsed ParseCommandLine(const std::vector<std::string>& arguments, int width);

/// --lang vi|en wherever it stands; nullopt when it is not given or not understood. Read before
/// everything else, since help and usage errors are already in that language.
std::optional<Language> LanguageOfArguments(const std::vector<std::string>& arguments);

}  // namespace congvan::cli
