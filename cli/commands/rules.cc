#include <algorithm>
#include <iostream>
#include <iterator>

#include "commands/commands.h"
#include "core/utf8.h"
#include "flag_values.h"
#include "library_messages.h"
#include "messages.h"
#include "rule_files.h"
#include "rule_skeleton.h"
#include "rules/rule_set.h"

namespace congvan::cli {
namespace {

std::vector<std::string> Names(const rules::RuleSet& rules) {
  std::vector<std::string> names;
  for (const auto& [name, group] : rules.groups()) {
    names.push_back(name);
    for (const rules::Rule& rule : group.rules()) names.push_back(rule.id);
  }
  return names;
}

/// Empty `names` chooses everything.
bool Chosen(const std::vector<std::string>& names, const std::string& group,
            const std::string& id) {
  return names.empty() || std::any_of(names.begin(), names.end(), [&](const std::string& name) {
           return name == group || name == id;
         });
}

std::optional<std::string> FirstUnknown(const rules::RuleSet& rules,
                                        const std::vector<std::string>& names) {
  const std::vector<std::string> known = Names(rules);
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      return UnknownName(Tr("rule"), name, known);
  }
  return std::nullopt;
}

Listing List(const rules::RuleSet& rules, const std::vector<std::string>& names) {
  Listing listing;
  listing.columns = {{"id", Tr("Rule")},
                     {"pattern", Tr("Pattern")},
                     {"example", Tr("Example")},
                     {"examples", ""},
                     {"rejects", ""},
                     {"file", ""},
                     {"line", Tr("Line"), ColumnKind::kNumber}};
  for (const auto& [name, group] : rules.groups()) {
    for (const rules::Rule& rule : group.rules()) {
      if (!Chosen(names, name, rule.id)) continue;
      listing.rows.push_back(
          {rule.id, rule.pattern, rule.examples.empty() ? Value() : Value(rule.examples.front()),
           rule.examples, rule.rejects, rule.file, static_cast<int64_t>(rule.line)});
    }
  }
  return listing;
}

Listing Explain(const rules::RuleSet& rules, const std::vector<std::string>& names,
                const std::string& text) {
  Listing listing;
  listing.columns = {{"start", Tr("From"), ColumnKind::kNumber},
                     {"end", Tr("To"), ColumnKind::kNumber},
                     {"text", Tr("Text")},
                     {"rule", Tr("Rule")},
                     {"groups", Tr("Parts")},
                     {"file", ""},
                     {"line", ""}};
  for (const auto& [name, group] : rules.groups()) {
    for (const rules::Match& match : group.FindAll(text)) {
      if (!Chosen(names, name, match.rule->id)) continue;
      std::vector<std::string> parts;
      for (const auto& part : match.groups) {
        parts.push_back(part.name + "=" + text.substr(part.begin, part.end - part.begin));
      }
      const auto code_points = [&](size_t byte) {
        return static_cast<int64_t>(CountCodePoints(std::string_view(text).substr(0, byte)));
      };
      listing.rows.push_back({code_points(match.begin), code_points(match.end),
                              std::string(match.Of(text)), match.rule->id, parts, match.rule->file,
                              static_cast<int64_t>(match.rule->line)});
    }
  }
  std::stable_sort(listing.rows.begin(), listing.rows.end(), [](const auto& a, const auto& b) {
    return std::get<int64_t>(a[0]) < std::get<int64_t>(b[0]);
  });
  return listing;
}

/// As compilers tell it, so that editors find the place; --json and --csv have it in columns.
void PrintProblems(const std::vector<Error>& problems, const RulesFlags& flags,
                   const Console& console) {
  Listing listing;
  listing.columns = {{"file", Tr("File")},
                     {"line", Tr("Line"), ColumnKind::kNumber},
                     {"column", Tr("Column"), ColumnKind::kNumber},
                     {"problem", Tr("What is wrong")},
                     {"hint", Tr("What to do")}};
  for (const Error& problem : problems) {
    if (flags.output.format == ListFormat::kTable) console.out << Localized(problem) << '\n';
    listing.rows.push_back({problem.file, static_cast<int64_t>(problem.line),
                            static_cast<int64_t>(problem.column), TranslateLibrary(problem.what),
                            TranslateLibrary(problem.hint)});
  }
  if (flags.output.format != ListFormat::kTable) Print(listing, flags.output, console);
}

int Check(const rules::RuleSet& rules, const RulesFlags& flags, const Console& console) {
  const std::vector<Error> problems = rules.Check();
  PrintProblems(problems, flags, console);
  size_t checked = 0;
  for (const auto& [name, group] : rules.groups()) checked += group.rules().size();
  console.Note(Say("{0} rules checked, {1} problems",
                   {std::to_string(checked), std::to_string(problems.size())}));
  return problems.empty() ? kAllFine : kSomeFailed;
}

int New(const rules::RuleSet& rules, const RulesFlags& flags, const Console& console) {
  const auto group = rules.groups().find(flags.group);
  if (group == rules.groups().end()) {
    std::vector<std::string> known;
    for (const auto& [name, rules_of] : rules.groups()) known.push_back(name);
    return console.CannotRun(MakeError(ErrorCode::kUsage, {},
                                       UnknownName(Tr("rule file"), flags.group, known),
                                       Msg("congvan rules list shows all")));
  }
  console.out << RuleSkeleton(group->first, group->second, flags.text, flags.rejects,
                              UserRulesFolder(flags.rules_folder));
  return kAllFine;
}

}  // namespace

int Run(const RulesFlags& flags, const Console& console) {
  const Result<rules::RuleSet> rules = !flags.files.empty() ? LoadRuleFiles(flags.files)
                                       : flags.action == RulesFlags::Action::kCheck
                                           ? LoadRulesWithMistakes(flags.rules_folder)
                                           : LoadRules(flags.rules_folder);
  if (!rules && flags.action == RulesFlags::Action::kCheck && rules.error().line > 0) {
    PrintProblems({rules.error()}, flags, console);  // the rest was not checked
    return kCouldNotRun;
  }
  if (!rules) return console.CannotRun(rules.error());
  if (const auto unknown = FirstUnknown(*rules, flags.names)) {
    return console.CannotRun(
        MakeError(ErrorCode::kUsage, {}, *unknown, Msg("congvan rules list shows all")));
  }
  switch (flags.action) {
    case RulesFlags::Action::kCheck:
      return Check(*rules, flags, console);
    case RulesFlags::Action::kList:
      Print(List(*rules, flags.names), flags.output, console);
      return kAllFine;
    case RulesFlags::Action::kNew:
      return New(*rules, flags, console);
    case RulesFlags::Action::kExplain: {
      const std::string text = flags.text == "-"
                                   ? std::string(std::istreambuf_iterator<char>(std::cin), {})
                                   : flags.text;
      Print(Explain(*rules, flags.names, text), flags.output, console);
      return kAllFine;
    }
  }
  return kAllFine;
}

}  // namespace congvan::cli
