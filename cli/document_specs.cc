// The commands that read documents.
#include "command_options.h"
#include "command_specs.h"
#include "flag_reader.h"

namespace congvan::cli {

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

}  // namespace congvan::cli
