// The commands that ask the database of documents, tasks and targets.
#include "command_options.h"
#include "command_specs.h"
#include "flag_reader.h"

namespace congvan::cli {

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
          {"--root", Msg("SYMBOL"), Msg("only what leads to this document, and what it cites; else everything"),
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

}  // namespace congvan::cli
