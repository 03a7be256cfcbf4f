// The commands about rules.
#include "command_options.h"
#include "command_specs.h"
#include "flag_reader.h"

namespace congvan::cli {

CommandSpec Rules() {
  return {"rules",
          Msg("Shows, checks and explains the rules by which documents are read."),
          Help(),
          {},
          nullptr};
}

CommandSpec RulesList() {
  return {"rules list",
          Msg("Lists the rules: id, pattern, file and line."),
          Options{{Msg("NAME"), Msg("[NAME...]"), Msg("only these rules or groups"),
                   &Words::positionals}} +
              RulesFolder() + List() + Help(),
          {{"congvan rules list deadlines", Msg("the rules of one group")}},
          ReadRulesList};
}

CommandSpec RulesCheck() {
  return {"rules check",
          Msg("Checks that each rule matches its examples and none of its rejects."),
          Options{{Msg("FILE"), Msg("[FILE...]"),
                   Msg("rule files (TOML) to check instead of the shipped ones"),
                   &Words::positionals}} +
              RulesFolder() + List() + Help(),
          {{"congvan rules check", Msg("the rules in the program, with your own laid over them")},
           {"congvan rules check rules/data/*.toml", Msg("after editing, without building")}},
          ReadRulesCheck};
}

CommandSpec RulesExplain() {
  return {
      "rules explain",
      Msg("Shows which rules fire where in a text."),
      Options{
          {Msg("TEXT"), Msg("TEXT"), Msg("the text; - reads it from stdin"), &Words::positionals},
          {"--rule", Msg("NAME"), Msg("only this rule or group; may be repeated"), &Words::rules}} +
          RulesFolder() + List() + Help(),
      {{"congvan rules explain 'hoàn thành trong quý IV/2025'",
        Msg("why a deadline is read as it is")}},
      ReadRulesExplain};
}

CommandSpec RulesNew() {
  return {"rules new",
          Msg("Prints the beginning of a rule for a text that is not read yet."),
          Options{{Msg("TEXT"), Msg("GROUP TEXT"),
                   Msg("the rule file to add to, and a text that must match"), &Words::positionals},
                  {"--reject", "TEXT", Msg("a near miss that must not match; may be repeated"),
                   &Words::rejects}} +
              RulesFolder() + Help(),
          {{"congvan rules new deadlines 'chậm nhất hết phiên họp quý I năm 2026'",
            Msg("a skeleton to complete")}},
          ReadRulesNew};
}

}  // namespace congvan::cli
