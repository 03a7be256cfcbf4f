// cli/help_text.h: how a help page looks, independent of what parsed the command line.
#pragma once

#include <string>
#include <vector>

namespace congvan::cli {

struct HelpEntry {
  std::string name;  ///< "-o,--output FILE"
  std::string text;
};

struct HelpPage {
  std::string usage;  ///< "congvan tasks [OPTIONS]"
  std::string description;
  std::vector<HelpEntry> arguments, options, commands;
  std::vector<HelpEntry> examples;  ///< a command line and what it does
  std::string footer;
};

/// In the user's language, at most `width` columns.
std::string Render(const HelpPage& page, int width);

}  // namespace congvan::cli
