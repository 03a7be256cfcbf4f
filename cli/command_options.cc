#include "command_options.h"

namespace congvan::cli {

Options operator+(Options left, const Options& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

namespace {

OptionSpec Lang() {
  return {"--lang", "vi|en", Msg("language of help, titles and messages; else the locale decides"),
          &Words::lang};
}

}  // namespace

Options Help() { return {Lang(), {"-h,--help", "", Msg("show this help"), &Words::help}}; }

OptionSpec Json() { return {"--json", "", Msg("print JSON"), &Words::json}; }

Options Database() {
  return {{"--db", Msg("FILE"), Msg("the database; else $CONGVAN_DB, else ./congvan.db"),
           &Words::database}};
}

Options Jobs() {
  return {{"-j,--jobs", Msg("N"), Msg("documents read at a time (default: one per processor)"),
           &Words::jobs}};
}

Options RulesFolder() {
  return {{"--rules-dir", Msg("DIR"),
           Msg("a folder of your own rules; else $CONGVAN_RULES, else ~/.config/congvan/rules"),
           &Words::rules_folder}};
}

Options List() {
  return {{"--json", "", Msg("print JSON, an array of objects"), &Words::json},
          {"--csv", "", Msg("print CSV (RFC 4180, UTF-8)"), &Words::csv},
          {"--bom", "", Msg("begin the CSV with a byte order mark, for Excel"), &Words::bom}};
}

OptionSpec Limit() { return {"--limit", Msg("N"), Msg("at most N rows"), &Words::limit}; }

Options Filters() {
  return {
      {"--unit", Msg("NAME"),
       Msg("only where this body leads or takes part, by the beginning of its name"), &Words::unit},
      {"--in", Msg("PLACE"), Msg("only from documents of this commune, province or issuer"),
       &Words::in},
      {"--text", Msg("WORDS"), Msg("only with all of these words"), &Words::text},
      {"--doc", Msg("DOC"), Msg("only of this document"), &Words::document},
      Limit()};
}

}  // namespace congvan::cli
