// cli/commands/commands.h: one function a command, one file each. Each returns the exit status.
#pragma once

#include "console.h"
#include "flags.h"

namespace congvan::cli {

int Run(const ExtractFlags& flags, const Console& console);
int Run(const IngestFlags& flags, const Console& console);
int Run(const ReextractFlags& flags, const Console& console);
int Run(const ReviewFlags& flags, const Console& console);
int Run(const ShowFlags& flags, const Console& console);
int Run(const TasksFlags& flags, const Console& console);
int Run(const TargetsFlags& flags, const Console& console);
int Run(const CitesFlags& flags, const Console& console);
int Run(const ImplementsFlags& flags, const Console& console);
int Run(const MissingFlags& flags, const Console& console);
int Run(const AuthoritiesFlags& flags, const Console& console);
int Run(const ConflictsFlags& flags, const Console& console);
int Run(const ChainFlags& flags, const Console& console);
int Run(const ImpactFlags& flags, const Console& console);
int Run(const CoverageFlags& flags, const Console& console);
int Run(const UnitsFlags& flags, const Console& console);
int Run(const GraphFlags& flags, const Console& console);
int Run(const SearchFlags& flags, const Console& console);
int Run(const TablesFlags& flags, const Console& console);
int Run(const ExplainFlags& flags, const Console& console);
int Run(const RulesFlags& flags, const Console& console);
int Run(const EvaluateFlags& flags, const Console& console);

}  // namespace congvan::cli
