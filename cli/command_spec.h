// cli/command_spec.h: every command and option as data. The parser (flags.cc), the help pages, the
// suggestions and the check that docs/cli.md names everything all come from this one table.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "flags.h"
#include "help_text.h"

namespace congvan::cli {

/// What was typed, before it is read: one place for each option of any command.
struct Words {
  bool help = false, version = false, json = false, csv = false, bom = false;
  bool lines = false, text_only = false, failed = false, direct = false, overdue = false,
       no_citations = false, force = false, misses = false, stale = false;
  bool dry_run = false, unset = false, confirm = false, undo = false, corrected = false;
  std::string lang, database, jobs, due_by, due_from, today, limit, year, format, output, root;
  std::string ref, unit, in, type, text, document, rules_folder, field, html;
  std::string set, note, test_case, below;
  std::vector<std::string> positionals, include, rules, files, rejects;
};

struct OptionSpec {
  const char* name;  ///< "-o,--output", or "FILE" for what stands without an option
  const char* type;  ///< msgid: "DATE", shown behind the name; "" for a switch; of "FILE" what the
                     ///< usage line shows: "[FILE...]"
  const char* text;  ///< msgid
  std::variant<bool Words::*, std::string Words::*, std::vector<std::string> Words::*> place;
};

using Finished = std::variant<Command, UsageError>;

struct CommandSpec {
  const char* name;         ///< "tasks"; "rules list" for a command below another
  const char* description;  ///< msgid
  std::vector<OptionSpec> options;
  std::vector<HelpEntry> examples;       ///< texts are msgids
  Finished (*read)(const Words& words);  ///< nullptr: it only groups the commands below it
};

/// In the order of the help page; a group stands before its members.
std::vector<CommandSpec> CommandSpecs();

/// The options of the program itself.
std::vector<OptionSpec> GlobalOptions();

}  // namespace congvan::cli
