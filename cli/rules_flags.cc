// Flags of the commands about rules.
#include "flag_reader.h"
#include "flag_values.h"
#include "messages.h"
#include "review_rows.h"
#include "word_reader.h"

namespace congvan::cli {

Finished ReadRulesList(const Words& words) {
  WordReader reader(words);
  RulesFlags flags;
  flags.action = RulesFlags::Action::kList;
  flags.names = words.positionals;
  flags.rules_folder = Given(words.rules_folder);
  flags.output = reader.List();
  return reader.Finish(flags);
}

Finished ReadRulesCheck(const Words& words) {
  WordReader reader(words);
  RulesFlags flags;
  flags.action = RulesFlags::Action::kCheck;
  flags.files = words.positionals;
  flags.rules_folder = Given(words.rules_folder);
  if (flags.rules_folder && !flags.files.empty())
    reader.Wrong(Tr("--rules-dir and FILE exclude each other"));
  flags.output = reader.List();
  return reader.Finish(flags);
}

Finished ReadRulesExplain(const Words& words) {
  WordReader reader(words);
  RulesFlags flags;
  flags.action = RulesFlags::Action::kExplain;
  flags.text = Join(words.positionals);
  flags.names = words.rules;
  flags.rules_folder = Given(words.rules_folder);
  flags.output = reader.List();
  reader.Need(!flags.text.empty(), Tr("TEXT"));
  return reader.Finish(flags);
}

Finished ReadRulesNew(const Words& words) {
  WordReader reader(words);
  RulesFlags flags;
  flags.action = RulesFlags::Action::kNew;
  reader.Need(!words.positionals.empty(), Tr("GROUP"));
  reader.Need(words.positionals.size() != 1, Tr("TEXT"));
  if (!words.positionals.empty()) {
    flags.group = words.positionals.front();
    flags.text = Join({words.positionals.begin() + 1, words.positionals.end()});
  }
  flags.rejects = words.rejects;
  flags.rules_folder = Given(words.rules_folder);
  return reader.Finish(flags);
}

}  // namespace congvan::cli
