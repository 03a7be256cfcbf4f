#include "flags.h"

#include <CLI/CLI.hpp>
#include <map>

#include "command_spec.h"
#include "core/edit_distance.h"
#include "core/utf8.h"
#include "flag_values.h"
#include "help_text.h"
#include "version.h"

namespace congvan::cli {
namespace {

/// "rules list" -> {"rules", "list"}; "tasks" -> {"", "tasks"}.
std::pair<std::string, std::string> SplitName(std::string_view name) {
  const size_t blank = name.find(' ');
  if (blank == std::string_view::npos) return {"", std::string(name)};
  return {std::string(name.substr(0, blank)), std::string(name.substr(blank + 1))};
}

class Grammar {
 public:
  Grammar() : specs_(CommandSpecs()) {
    Prepare(app_, GlobalOptions());
    apps_.emplace("", &app_);
    for (const CommandSpec& spec : specs_) {
      const auto [parent, name] = SplitName(spec.name);
      CLI::App* app = apps_.at(parent)->add_subcommand(name);
      Prepare(*app, spec.options);
      apps_.emplace(spec.name, app);
    }
  }

  /// "help tasks" is "tasks --help", but for a command that there is.
  Parsed HelpOn(std::vector<std::string> arguments, int width) {
    arguments.emplace_back("--help");
    Parsed parsed = Parse(std::move(arguments), width);
    if (const auto extras = app_.remaining(true); !extras.empty()) {
      return Wrong(Commands().empty() ? Say("unexpected argument '{}'", {extras.front()})
                                      : UnknownName(Tr("command"), extras.front(), Commands()));
    }
    return parsed;
  }

  Parsed Parse(std::vector<std::string> arguments, int width) {
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
      app_.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
      if (words_.help) return Information{Help(width)};
      return Wrong(Explain(error));
    }
    if (words_.help) return Information{Help(width)};
    if (const auto option = EmptyOption()) return Wrong(Say("{} needs a value", {*option}));
    if (words_.version) return Information{"congvan " + std::string(kVersion) + "\n"};
    if (!words_.lang.empty() && words_.lang != "vi" && words_.lang != "en") {
      return Wrong(UnknownName(Tr("language"), words_.lang, {"vi", "en"}));
    }
    const CommandSpec* spec = Chosen();
    if (spec == nullptr || spec->read == nullptr) {
      return Wrong(Say("a command is missing; there are: {}", {Join(Commands())}));
    }
    Finished finished = spec->read(words_);
    if (auto* wrong = std::get_if<UsageError>(&finished)) return Wrong(std::move(wrong->what));
    return std::get<Command>(std::move(finished));
  }

 private:
  void Prepare(CLI::App& app, const std::vector<OptionSpec>& options) {
    app.set_help_flag();
    app.require_subcommand(0, 1);
    for (const OptionSpec& option : options) {
      if (const auto* place = std::get_if<bool Words::*>(&option.place)) {
        app.add_flag(option.name, words_.*(*place));
      } else if (const auto* word = std::get_if<std::string Words::*>(&option.place)) {
        app.add_option(option.name, words_.*(*word));
      } else {
        auto& values = words_.*std::get<std::vector<std::string> Words::*>(option.place);
        CLI::Option* added = app.add_option(option.name, values);
        // An option takes one value each time, so that it never swallows the arguments behind it.
        if (option.name[0] == '-') added->allow_extra_args(false);
      }
    }
  }

  /// An option or argument that was given no words: an empty filter would let everything through.
  std::optional<std::string> EmptyOption() {
    for (const auto& [name, app] : apps_) {
      for (const CLI::Option* option : app->get_options()) {
        for (const std::string& value : option->results()) {
          if (Trim(value).empty()) return option->get_name();
        }
      }
    }
    return std::nullopt;
  }

  /// The name of the innermost command that was typed: "", "tasks", "rules list".
  std::string ChosenName() {
    std::string name;
    for (CLI::App* app = &app_; !app->get_subcommands().empty();) {
      app = app->get_subcommands().front();
      name += (name.empty() ? "" : " ") + app->get_name();
    }
    return name;
  }

  const CommandSpec* Chosen() {
    const std::string name = ChosenName();
    for (const CommandSpec& spec : specs_) {
      if (name == spec.name) return &spec;
    }
    return nullptr;
  }

  /// The commands below the chosen one.
  std::vector<std::string> Commands() {
    std::vector<std::string> names;
    for (const CommandSpec& spec : specs_) {
      const auto [parent, name] = SplitName(spec.name);
      if (parent == ChosenName()) names.push_back(name);
    }
    return names;
  }

  std::vector<std::string> OptionNames() {
    const CommandSpec* spec = Chosen();
    std::vector<std::string> names;
    for (const OptionSpec& option : spec == nullptr ? GlobalOptions() : spec->options) {
      const std::string_view name = option.name;
      const size_t dashes = name.find("--");
      if (dashes != std::string_view::npos) names.emplace_back(name.substr(dashes));
    }
    return names;
  }

  /// The chosen command, when the option was typed before it and it is one of its own.
  std::optional<std::string> CommandWith(const std::string& typed) {
    const std::string option = typed.substr(0, typed.find('='));
    const std::vector<std::string> own = OptionNames();
    if (std::find(own.begin(), own.end(), option) == own.end()) return std::nullopt;
    return ChosenName();
  }

  static std::string Join(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
  }

  /// What CLI11 found wrong, in our words.
  std::string Explain(const CLI::ParseError& error) {
    const std::vector<std::string> extras = app_.remaining(true);
    for (const std::string& extra : app_.remaining(false)) {
      if (const auto command = CommandWith(extra); command && !ChosenName().empty()) {
        return Say("the option {0} goes behind the command: congvan {1} {0} ...",
                   {extra.substr(0, extra.find('=')), *command});
      }
    }
    for (const std::string& extra : extras) {
      if (extra.starts_with("-") && extra.size() > 1) {
        return UnknownName(Tr("option"), extra.substr(0, extra.find('=')), OptionNames());
      }
    }
    if (!extras.empty()) {
      const bool command = !Commands().empty();
      return command ? UnknownName(Tr("command"), extras.front(), Commands())
                     : Say("unexpected argument '{}'", {extras.front()});
    }
    std::string text = error.what();
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
      return Say("option {} needs a value", {text.substr(0, text.find(':'))});
    }
    return text;
  }

  Parsed Wrong(std::string what) {
    const std::string name = ChosenName();
    return UsageError{std::move(what), name.empty() ? "congvan" : "congvan " + name};
  }

  static std::vector<HelpEntry> Entries(const std::vector<OptionSpec>& options, bool positional) {
    std::vector<HelpEntry> entries;
    for (const OptionSpec& option : options) {
      const std::string name = option.name;
      if ((name[0] != '-') != positional) continue;
      const bool typed = !positional && *option.type != '\0';
      entries.push_back({positional ? Tr(name)
                         : typed    ? name + " " + Tr(option.type)
                                    : name,
                         Tr(option.text)});
    }
    return entries;
  }

  std::string Help(int width) {
    const std::string name = ChosenName();
    const CommandSpec* spec = Chosen();
    const std::vector<OptionSpec> options = spec == nullptr ? GlobalOptions() : spec->options;
    HelpPage page;
    page.usage = name.empty() ? "congvan" : "congvan " + name;
    page.description = spec == nullptr ? Tr("Reads Vietnamese administrative documents: who cites "
                                            "whom, who does what by when.")
                                       : Tr(spec->description);
    page.arguments = Entries(options, true);
    page.options = Entries(options, false);
    for (const CommandSpec& below : specs_) {
      const auto [parent, leaf] = SplitName(below.name);
      if (parent == name) page.commands.push_back({leaf, Tr(below.description)});
    }
    if (!page.commands.empty()) page.usage += std::string(" ") + Tr("COMMAND");
    page.usage += std::string(" [") + Tr("OPTIONS") + "]";
    for (const OptionSpec& option : options) {
      if (option.name[0] != '-') page.usage += std::string(" ") + Tr(option.type);
    }
    if (spec != nullptr) page.examples = spec->examples;
    for (HelpEntry& example : page.examples) example.text = Tr(example.text);
    if (name.empty()) page.examples = Overview();
    page.footer =
        Tr("Exit status: 0 all fine, 1 some documents failed, 2 could not run. docs/cli.md says "
           "more.");
    return Render(page, width);
  }

  static std::vector<HelpEntry> Overview() {
    return {
        {"congvan ingest inbox/", Tr("read a folder into ./congvan.db")},
        {"congvan tasks --ref 57-NQ/TW", Tr("then ask what follows from a resolution")},
        {"congvan help tasks", Tr("every command has a help page; so does congvan tasks --help")}};
  }

  const std::vector<CommandSpec> specs_;
  std::map<std::string, CLI::App*, std::less<>> apps_;
  Words words_;
  CLI::App app_;
};

}  // namespace

Parsed ParseCommandLine(const std::vector<std::string>& arguments, int width) {
  if (arguments.empty() || arguments.front() != "help") return Grammar().Parse(arguments, width);
  return Grammar().HelpOn({arguments.begin() + 1, arguments.end()}, width);
}

std::optional<Language> LanguageOfArguments(const std::vector<std::string>& arguments) {
  std::string_view chosen;
  for (size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--lang" && i + 1 < arguments.size()) chosen = arguments[i + 1];
    if (argument.starts_with("--lang=")) chosen = argument.substr(7);
  }
  if (chosen == "vi") return Language::kVietnamese;
  if (chosen == "en") return Language::kEnglish;
  return std::nullopt;
}

}  // namespace congvan::cli
