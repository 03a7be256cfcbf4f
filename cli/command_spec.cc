#include "command_spec.h"

#include "command_options.h"
#include "command_specs.h"

namespace congvan::cli {

std::vector<CommandSpec> CommandSpecs() {
  return {Extract(),    Ingest(),       Reextract(),  Review(),  Show(),        Tasks(),
          Targets(),    Cites(),        Implements(), Missing(), Conflicts(),   Impact(),
          Chain(),      Authorities(),  Coverage(),   Units(),   UnitsImport(), UnitsList(),
          Graph(),      Search(),       Tables(),     Explain(), Rules(),       RulesList(),
          RulesCheck(), RulesExplain(), RulesNew(),   Evaluate()};
}

std::vector<OptionSpec> GlobalOptions() {
  return Options{{"--version", "", Msg("show the version"), &Words::version}} + Help();
}

}  // namespace congvan::cli
