#include "help_text.h"

#include <algorithm>

#include "messages.h"
#include "text_table.h"

namespace congvan::cli {
namespace {

constexpr size_t kIndent = 2;
constexpr size_t kWidestName = 26;
constexpr size_t kWidestPage = 100;

size_t NameColumn(const HelpPage& page) {
  size_t widest = 0;
  for (const auto* entries : {&page.arguments, &page.options, &page.commands}) {
    for (const HelpEntry& entry : *entries) {
      const size_t width = DisplayWidth(entry.name);
      if (width <= kWidestName) widest = std::max(widest, width);
    }
  }
  return kIndent + widest + 2;
}

void AppendEntry(std::string& out, const HelpEntry& entry, size_t column, size_t width) {
  out += std::string(kIndent, ' ') + entry.name;
  size_t at = kIndent + DisplayWidth(entry.name);
  if (at + 2 > column) {  // too long a name: its text begins on the next line
    out += '\n';
    at = 0;
  }
  for (const std::string& line : Wrap(entry.text, width - column)) {
    out += std::string(column - at, ' ') + line + '\n';
    at = 0;
  }
}

void AppendEntries(std::string& out, const char* title, const std::vector<HelpEntry>& entries,
                   size_t column, size_t width) {
  if (entries.empty()) return;
  out += std::string("\n") + title + ":\n";
  for (const HelpEntry& entry : entries) AppendEntry(out, entry, column, width);
}

void AppendParagraph(std::string& out, const std::string& text, size_t width) {
  for (const std::string& line : Wrap(text, width)) out += line + '\n';
}

}  // namespace

std::string Render(const HelpPage& page, int width) {
  const size_t columns = std::clamp<size_t>(static_cast<size_t>(width), 60, kWidestPage);
  const size_t column = NameColumn(page);
  std::string out = std::string(Tr("Usage")) + ": " + page.usage + "\n\n";
  AppendParagraph(out, page.description, columns);
  AppendEntries(out, Tr("Commands"), page.commands, column, columns);
  AppendEntries(out, Tr("Arguments"), page.arguments, column, columns);
  AppendEntries(out, Tr("Options"), page.options, column, columns);
  if (!page.examples.empty()) {
    out += std::string("\n") + Tr("Examples") + ":\n";
    for (const HelpEntry& example : page.examples) {
      for (const std::string& line : Wrap(example.text, columns - kIndent - 2))
        out += "  # " + line + "\n";
      out += "  " + example.name + "\n";
    }
  }
  if (!page.footer.empty()) {
    out += '\n';
    AppendParagraph(out, page.footer, columns);
  }
  return out;
}

}  // namespace congvan::cli
