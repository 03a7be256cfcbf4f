// cli/flag_reader.h: from the words typed to the flags of each command; the first thing that is
// wrong wins.
#pragma once

#include "command_spec.h"

namespace congvan::cli {

Finished ReadExtract(const Words& words);
Finished ReadIngest(const Words& words);
Finished ReadReextract(const Words& words);
Finished ReadReview(const Words& words);
Finished ReadShow(const Words& words);
Finished ReadTasks(const Words& words);
Finished ReadTargets(const Words& words);
Finished ReadCites(const Words& words);
Finished ReadImplements(const Words& words);
Finished ReadMissing(const Words& words);
Finished ReadAuthorities(const Words& words);
Finished ReadConflicts(const Words& words);
Finished ReadChain(const Words& words);
Finished ReadImpact(const Words& words);
Finished ReadCoverage(const Words& words);
Finished ReadUnitsImport(const Words& words);
Finished ReadUnitsList(const Words& words);
Finished ReadGraph(const Words& words);
Finished ReadSearch(const Words& words);
Finished ReadTables(const Words& words);
Finished ReadExplain(const Words& words);
Finished ReadRulesList(const Words& words);
Finished ReadRulesCheck(const Words& words);
Finished ReadRulesExplain(const Words& words);
Finished ReadRulesNew(const Words& words);
Finished ReadEvaluate(const Words& words);

}  // namespace congvan::cli
