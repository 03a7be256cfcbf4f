// cli/command_specs.h: the commands, one function each (command_spec.h).
#pragma once

#include "command_spec.h"

namespace congvan::cli {

CommandSpec Extract();
CommandSpec Ingest();
CommandSpec Reextract();
CommandSpec Review();
CommandSpec Show();
CommandSpec Tasks();
CommandSpec Targets();
CommandSpec Cites();
CommandSpec Implements();
CommandSpec Missing();
CommandSpec Conflicts();
CommandSpec Impact();
CommandSpec Chain();
CommandSpec Authorities();
CommandSpec Coverage();
CommandSpec Units();
CommandSpec UnitsImport();
CommandSpec UnitsList();
CommandSpec Graph();
CommandSpec Search();
CommandSpec Tables();
CommandSpec Explain();
CommandSpec Rules();
CommandSpec RulesList();
CommandSpec RulesCheck();
CommandSpec RulesExplain();
CommandSpec RulesNew();
CommandSpec Evaluate();

}  // namespace congvan::cli
