// Flags of the commands that ask the database of documents, tasks and targets.
#include "flag_reader.h"
#include "flag_values.h"
#include "messages.h"
#include "review_rows.h"
#include "word_reader.h"

namespace congvan::cli {

namespace {

constexpr int kDefaultPages = 50;

std::optional<GraphFormat> ReadFormat(const std::string& word) {
  if (word.empty() || word == "dot") return GraphFormat::kDot;
  if (word == "svg") return GraphFormat::kSvg;
  if (word == "html") return GraphFormat::kHtml;
  if (word == "json") return GraphFormat::kJson;
  return std::nullopt;
}

}  // namespace

Finished ReadShow(const Words& words) {
  WordReader reader(words);
  ShowFlags flags{Given(Join(words.positionals)), words.failed, Database(words), reader.List()};
  if (flags.failed && flags.document) reader.Wrong(Tr("--failed goes without DOC"));
  if (flags.document && words.csv) reader.Wrong(Tr("one document has no CSV form; use --json"));
  return reader.Finish(flags);
}

Finished ReadTasks(const Words& words) {
  WordReader reader(words);
  TasksFlags flags;
  flags.ref = Given(words.ref);
  flags.unit = Sought(words.unit);
  flags.in = Sought(words.in);
  flags.text = Sought(words.text);
  flags.document = Given(words.document);
  flags.direct = words.direct;
  flags.overdue = words.overdue;
  flags.due_by = reader.Date("--due-by", words.due_by);
  flags.due_from = reader.Date("--due-from", words.due_from);
  flags.today = reader.Date("--today", words.today);
  if (flags.today && !flags.today->complete()) reader.Wrong(Tr("--today takes a whole date"));
  if (flags.today && !flags.overdue) reader.Wrong(Tr("--today goes with --overdue"));
  if (flags.direct && !flags.ref) reader.Wrong(Tr("--direct goes with --ref"));
  flags.limit = reader.Limit();
  flags.database = Database(words);
  flags.output = reader.List();
  return reader.Finish(flags);
}

Finished ReadTargets(const Words& words) {
  WordReader reader(words);
  TargetsFlags flags;
  flags.ref = Given(words.ref);
  flags.unit = Sought(words.unit);
  flags.in = Sought(words.in);
  flags.text = Sought(words.text);
  flags.document = Given(words.document);
  flags.direct = words.direct;
  if (!words.year.empty()) flags.year = reader.Number("--year", words.year, 1900, 2199, 0);
  if (flags.direct && !flags.ref) reader.Wrong(Tr("--direct goes with --ref"));
  flags.limit = reader.Limit();
  flags.database = Database(words);
  flags.output = reader.List();
  return reader.Finish(flags);
}

Finished ReadCites(const Words& words) {
  WordReader reader(words);
  CitesFlags flags{Join(words.positionals), Database(words), reader.List()};
  reader.Need(!flags.document.empty(), Tr("DOC"));
  return reader.Finish(flags);
}

Finished ReadImplements(const Words& words) {
  WordReader reader(words);
  ImplementsFlags flags{Join(words.positionals), words.json, Database(words)};
  reader.Need(!flags.symbol.empty(), Tr("SYMBOL"));
  return reader.Finish(flags);
}

Finished ReadGraph(const Words& words) {
  WordReader reader(words);
  GraphFlags flags{Given(words.root), GraphFormat::kDot, !words.no_citations, Given(words.output),
                   Database(words)};
  if (const auto format = ReadFormat(words.format)) {
    flags.format = *format;
  } else {
    reader.Wrong(UnknownName(Tr("format"), words.format, {"dot", "svg", "html", "json"}));
  }
  if (words.json) flags.format = GraphFormat::kJson;
  if (words.json && !words.format.empty() && words.format != "json") {
    reader.Wrong(Tr("--json and --format exclude each other"));
  }
  return reader.Finish(flags);
}

Finished ReadSearch(const Words& words) {
  WordReader reader(words);
  SearchFlags flags{Sought(Join(words.positionals)).value_or(""),
                    reader.Number("--limit", words.limit, 1, kMostRows, kDefaultPages),
                    Database(words), reader.List()};
  reader.Need(!flags.words.empty(), Tr("WORDS"));
  return reader.Finish(flags);
}

}  // namespace congvan::cli
