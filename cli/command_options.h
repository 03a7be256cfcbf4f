// cli/command_options.h: options that several commands share (command_spec.h).
#pragma once

#include <vector>

#include "command_spec.h"

namespace congvan::cli {

using Options = std::vector<OptionSpec>;

Options operator+(Options left, const Options& right);

OptionSpec Json();
OptionSpec Limit();
Options Help();  ///< --lang too
Options Database();
Options Jobs();
Options RulesFolder();
Options List();     ///< the forms in which a list is printed
Options Filters();  ///< of tasks and targets

}  // namespace congvan::cli
