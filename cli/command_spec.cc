#include "command_spec.h"

#include "flag_reader.h"

namespace congvan::cli {
namespace {

using Options = std::vector<OptionSpec>;

Options operator+(Options left, const Options& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

OptionSpec Lang() {
  return {"--lang", "vi|en", Msg("language of help, titles and messages; else the locale decides"),
          &Words::lang};
}

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

Options Filters() {
  return {
      {"--unit", Msg("NAME"),
       Msg("only where this body leads or takes part, by the beginning of its name"), &Words::unit},
      {"--in", Msg("PLACE"), Msg("only from documents of this commune, province or issuer"),
       &Words::in},
      {"--text", Msg("WORDS"), Msg("only with all of these words"), &Words::text},
      {"--doc", Msg("DOC"), Msg("only of this document"), &Words::document},
      {"--limit", Msg("N"), Msg("at most N rows"), &Words::limit}};
}

CommandSpec Extract() {
  return {"extract",
          Msg("Prints what the program reads in documents: one JSON record each. Stores nothing."),
          Options{{Msg("FILE"), Msg("FILE..."), Msg("PDF or text files, or folders of them"),
                   &Words::positionals},
                  {"--json", "", Msg("one object, or an array for several files (the default)"),
                   &Words::json},
                  {"--jsonl", "", Msg("one object a line"), &Words::lines},
                  {"--text", "", Msg("print the normalized text instead, page by page"),
                   &Words::text_only}} +
              RulesFolder() + Jobs() + Help(),
          {{"congvan extract plan.pdf", Msg("the record of one document")},
           {"congvan extract --jsonl inbox/ > records.jsonl",
            Msg("the records of a folder, one a line")},
           {"congvan extract --text plan.pdf", Msg("the text that the rules read, page by page")}},
          ReadExtract};
}

CommandSpec Ingest() {
  return {"ingest",
          Msg("Reads documents into the database. What is known already is not read again."),
          Options{{Msg("PATH"), Msg("PATH..."),
                   Msg("files and folders; folders are searched through"), &Words::positionals},
                  {"--include", Msg("GLOB"),
                   Msg("of folders only files whose name fits (with a slash: whose path fits); may "
                       "be repeated"),
                   &Words::include},
                  {"--force", "",
                   Msg("read known documents again too, and take the new record for the old one"),
                   &Words::force},
                  {"--json", "", Msg("print the summary and the failures as JSON"), &Words::json}} +
              RulesFolder() + Jobs() + Database() + Help(),
          {{"congvan ingest inbox/", Msg("everything in a folder and its subfolders")},
           {"congvan ingest --include '*.pdf' --db 2025.db inbox/",
            Msg("only the PDFs, into a database of their own")},
           {"congvan ingest --force inbox/", Msg("once more, after the rules have changed")}},
          ReadIngest};
}

CommandSpec Reextract() {
  return {
      "reextract",
      Msg("Reads documents of the database anew with the rules as they are now, without their "
          "files, and prints what changed."),
      Options{{Msg("DOC"), Msg("[DOC...]"), Msg("as for show; without: all"), &Words::positionals},
              {"--dry-run", "", Msg("print what would change, and store nothing"), &Words::dry_run},
              {"--force", "", Msg("also what was read by these very rules"), &Words::force}} +
          RulesFolder() + List() + Database() + Help(),
      {{"congvan reextract --dry-run", Msg("what new rules would change")},
       {"congvan reextract 119/KH-UBND --rules-dir rules/",
        Msg("one document, with rules of your own")}},
      ReadReextract};
}

CommandSpec Review() {
  return {
      "review",
      Msg("Lists doubtful values, the most doubtful first, and takes corrections, which stay."),
      Options{{Msg("DOC"), Msg("[DOC]"), Msg("as for show; without: all"), &Words::positionals},
              {"--field", Msg("FIELD"),
               Msg("the value meant: tasks[3].lead, tasks[3], "
                   "document.date"),
               &Words::field},
              {"--set", Msg("VALUE"), Msg("it is this; names of a list are divided by ';'"),
               &Words::set},
              {"--unset", "", Msg("there is no such value, or no such row"), &Words::unset},
              {"--confirm", "", Msg("it is right as read, proposed values too"), &Words::confirm},
              {"--undo", "", Msg("take the correction back"), &Words::undo},
              {"--note", Msg("TEXT"), Msg("why, kept with the correction"), &Words::note},
              {"--test-case", Msg("DIR"),
               Msg("write the corrected document into this folder, for congvan evaluate"),
               &Words::test_case},
              {"--corrected", "", Msg("list what was corrected instead"), &Words::corrected},
              {"--below", Msg("SHARE"), Msg("list what is less certain than this (default: 0.9)"),
               &Words::below},
              {"--limit", Msg("N"), Msg("at most N rows"), &Words::limit}} +
          RulesFolder() + List() + Database() + Help(),
      {{"congvan review", Msg("what to look at first")},
       {"congvan review 119/KH-UBND --field 'tasks[3].lead' --set 'Phòng Kinh tế; Công an xã'",
        Msg("put a list of bodies right")},
       {"congvan review 119/KH-UBND --field 'tasks[3]' --unset", Msg("that row is no task")},
       {"congvan review 119/KH-UBND --field 'tasks[3].lead' --test-case cases/",
        Msg("keep it as a test case")}},
      ReadReview};
}

CommandSpec Show() {
  return {"show",
          Msg("Shows one document: head, counts, citations, tasks, targets. Without DOC: the list "
              "of all."),
          Options{{Msg("DOC"), Msg("[DOC]"),
                   Msg("a symbol, a path, #NUMBER of the list, the beginning of a sha256, or words "
                       "of the title"),
                   &Words::positionals},
                  {"--failed", "", Msg("list the files that could not be read"), &Words::failed}} +
              List() + Database() + Help(),
          {{"congvan show 119/KH-UBND", Msg("by symbol, however it is typed")},
           {"congvan show", Msg("every document that is here or cited")},
           {"congvan show --failed", Msg("the files that could not be read, and why")}},
          ReadShow};
}

CommandSpec Tasks() {
  return {
      "tasks",
      Msg("Lists tasks: who does what by when."),
      Options{
          {"--ref", Msg("SYMBOL"),
           Msg("only tasks that name this document, or that stand in what implements it"),
           &Words::ref},
          {"--direct", "", Msg("with --ref: only tasks that name it themselves"), &Words::direct},
          {"--due-by", Msg("DATE"), Msg("due on this day or before"), &Words::due_by},
          {"--due-from", Msg("DATE"), Msg("due on this day or later"), &Words::due_from},
          {"--overdue", "", Msg("due before today"), &Words::overdue},
          {"--today", Msg("DATE"), Msg("with --overdue: take this day for today"), &Words::today}} +
          Filters() + List() + Database() + Help(),
      {{"congvan tasks --ref 57-NQ/TW", Msg("the tasks that name 57-NQ/TW, and those of the "
                                            "documents that implement it (column via)")},
       {"congvan tasks --unit 'Phòng Kinh tế' --due-by 2025-12-31",
        Msg("what one unit has to do this year")},
       {"congvan tasks --overdue --csv --bom > overdue.csv",
        Msg("what is late, as a sheet for Excel")}},
      ReadTasks};
}

CommandSpec Targets() {
  return {
      "targets",
      Msg("Lists numeric targets: how much of what by when."),
      Options{{"--ref", Msg("SYMBOL"), Msg("only of this document and of what implements it"),
               &Words::ref},
              {"--direct", "", Msg("with --ref: only of the document itself"), &Words::direct},
              {"--year", Msg("YEAR"), Msg("only with a milestone in this year"), &Words::year}} +
          Filters() + List() + Database() + Help(),
      {{"congvan targets --year 2025", Msg("what is to be reached in 2025")},
       {"congvan targets --ref 57-NQ/TW --text 5G --json",
        Msg("targets of 5G in what implements 57-NQ/TW")}},
      ReadTargets};
}

CommandSpec Cites() {
  return {"cites",
          Msg("Lists what a document cites and what cites it, with the relation and the pages."),
          Options{{Msg("DOC"), Msg("DOC"), Msg("as for show"), &Words::positionals}} + List() +
              Database() + Help(),
          {{"congvan cites 57-NQ/TW", Msg("who names the resolution, how often and where")}},
          ReadCites};
}

CommandSpec Implements() {
  return {"implements",
          Msg("Prints the tree of what implements a document, and what implements that."),
          Options{{Msg("SYMBOL"), Msg("SYMBOL"), Msg("a symbol, however it is typed"),
                   &Words::positionals},
                  Json()} +
              Database() + Help(),
          {{"congvan implements 57-NQ/TW", Msg("from the centre down to the communes")},
           {"congvan implements '57 - nq/tw' --json", Msg("the same for a program")}},
          ReadImplements};
}

CommandSpec Graph() {
  return {
      "graph",
      Msg("Draws who implements, amends and cites whom."),
      Options{
          {"--root", Msg("SYMBOL"), Msg("only what leads to this document; else everything"),
           &Words::root},
          {"--format", Msg("FORMAT"),
           Msg("dot, svg, html (one page to click through) or json; default: dot"), &Words::format},
          {"--no-citations", "", Msg("leave out edges that only cite"), &Words::no_citations},
          {"--json", "", Msg("the same as --format json"), &Words::json},
          {"-o,--output", Msg("FILE"), Msg("write to this file instead of stdout"),
           &Words::output}} +
          Database() + Help(),
      {{"congvan graph --root 57-NQ/TW --format html -o graph.html",
        Msg("a page to open in a browser")},
       {"congvan graph | dot -Tpdf > graph.pdf", Msg("any form that graphviz knows")}},
      ReadGraph};
}

CommandSpec Search() {
  return {
      "search",
      Msg("Finds pages by their words."),
      Options{{Msg("WORDS"), Msg("WORDS..."),
               Msg("all must stand on the page; a phrase in double quotes"), &Words::positionals},
              {"--limit", Msg("N"), Msg("at most N pages (default: 50)"), &Words::limit}} +
          List() + Database() + Help(),
      {{"congvan search chuyển đổi số", Msg("pages with all of these words")},
       {"congvan search '\"du lieu\"'",
        Msg("a phrase; typed without marks it finds every spelling")}},
      ReadSearch};
}

CommandSpec Tables() {
  return {
      "tables",
      Msg("Prints the grids seen in one document, before anything is made of them."),
      Options{{Msg("FILE"), Msg("FILE"), Msg("a PDF or text file"), &Words::positionals}, Json()} +
          Help(),
      {{"congvan tables plan.pdf", Msg("the grids, to read")},
       {"congvan tables --json plan.pdf", Msg("with their places on the page, for a program")}},
      ReadTables};
}

CommandSpec Explain() {
  return {"explain",
          Msg("Shows for each value of a document its words, their place and the rule."),
          Options{{Msg("FILE"), Msg("FILE"), Msg("a PDF or text file"), &Words::positionals},
                  {"--field", Msg("FIELD"),
                   Msg("only this value and those below it: tasks[3].lead"), &Words::field},
                  Json(),
                  {"--html", Msg("OUT"),
                   Msg("write one HTML file: the pages with the words marked, the values beside"),
                   &Words::html}} +
              RulesFolder() + Database() + Help(),
          {{"congvan explain plan.pdf --field document.issuer", Msg("why it has this issuer")},
           {"congvan explain plan.pdf --html plan.html", Msg("to look at in a browser")}},
          ReadExplain};
}

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

CommandSpec Evaluate() {
  return {
      "evaluate",
      Msg("Measures records against gold made by people: precision, recall and F1 of each field."),
      Options{{Msg("GOLD"), Msg("GOLD [RECORDS]"),
               Msg("a gold record or a folder of them, and what to measure: records of the same "
                   "names; without RECORDS the documents beside the gold are read"),
               &Words::positionals},
              {"--misses", "", Msg("list the differences, and why, instead of the figures"),
               &Words::misses}} +
          RulesFolder() + Jobs() + List() + Help(),
      {{"congvan evaluate corpus", Msg("how well the corpus is read")},
       {"congvan evaluate gold/ records/ --misses", Msg("what is wrong in records at hand")}},
      ReadEvaluate};
}

}  // namespace

std::vector<CommandSpec> CommandSpecs() {
  return {Extract(),   Ingest(),     Reextract(),    Review(),   Show(),    Tasks(),   Targets(),
          Cites(),     Implements(), Graph(),        Search(),   Tables(),  Explain(), Rules(),
          RulesList(), RulesCheck(), RulesExplain(), RulesNew(), Evaluate()};
}

std::vector<OptionSpec> GlobalOptions() {
  return Options{{"--version", "", Msg("show the version"), &Words::version}} + Help();
}

}  // namespace congvan::cli
